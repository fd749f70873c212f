"""Writes anew every output that the README, the pages of docs/ and the notebooks show.

python -m tests.docs.renew                       (all pages and notebooks)
python -m tests.docs.renew docs/how-to/*.md      (these pages)

What is shown is what the command prints now. Read the difference before you commit it: an output that changed
is either meant, or a mistake found.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.notebooks import NOTEBOOKS, executed, written
from tests.docs.pages import PAGES, page_name, replaced
from tests.docs.session import followed

__all__ = ["renew"]


def renew(path: Path) -> list[str]:
    """Write the outputs of a page anew; return what went wrong, a line each."""
    page = path.read_text(encoding="utf-8")
    steps = list(followed(page))
    renewed = replaced(page, [(step.block, step.text) for step in steps])
    if renewed != page:
        path.write_text(renewed, encoding="utf-8")
        print(f"{page_name(path)}: renewed")  # noqa: T201
    return [f"{page_name(path)}:{step.block.line}: {step.trouble}" for step in steps if step.trouble]


def renew_notebook(path: Path) -> list[str]:
    """Write the outputs of a notebook anew; it goes wrong only where a cell raises."""
    with TemporaryDirectory() as folder:
        path.write_text(written(executed(path, Path(folder))), encoding="utf-8")
    return []


def main(names: list[str]) -> int:
    """Renew the named pages, or all; return 1 where a command did not end as it should."""
    paths = [Path(name).resolve() for name in names] or [*PAGES, *NOTEBOOKS]
    troubles = [
        trouble
        for path in paths
        for trouble in (renew_notebook(path) if path.suffix == ".ipynb" else renew(path))
    ]
    print("\n".join(troubles) or f"{len(paths)} pages show what is printed.")  # noqa: T201
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
