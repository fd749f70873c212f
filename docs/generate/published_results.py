"""The page that sets results which others published beside ours, from the files of `tests/parity`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .markdown import code, escaped, page, section, table

__all__ = ["published_results_page"]

STUDIES = Path(__file__).parents[2] / "tests" / "parity" / "data"

ABOUT = (
    "Others have published what their methods give on some input. Here are their results, those of this "
    "program on the same input, and, where the two differ, why. Only figures are taken. The tests hold what "
    "is shown here as ours to what the program gives; `tests/parity/README.md` says how."
)


def published_results_page() -> str:
    """Return the page: a section for each study."""
    studies = [json.loads(path.read_text("utf-8")) for path in sorted(STUDIES.glob("*.json"))]
    return page("Published results", ABOUT, *map(study_section, studies))


def study_section(study: dict[str, Any]) -> str:
    """Return what is compared, the results, and where they are from."""
    rows = (
        (row["what"], code(row["method"]), str(row["theirs"]), str(row["ours"]), row["why"])
        for row in study["rows"]
    )
    return section(
        study["title"],
        escaped(study["about"]),
        table(("what", "our method", "theirs", "ours", "why they differ"), rows),
        f"Source: {escaped(study['source'])} {escaped(study['licence'])}",
    )
