"""The height of a memo that is estimated is at least the height that it has."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.cli.running import dilemma

NAMES = ["cluster", "track-two", "negotiations"]


def pages_of(path: Path) -> int:
    """Return how many pages LibreOffice makes of a document."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", path.parent, path],
        check=True,
        capture_output=True,
    )
    told = subprocess.run(["pdfinfo", path.with_suffix(".pdf")], check=True, capture_output=True, text=True)
    return int(next(line.split()[1] for line in told.stdout.splitlines() if line.startswith("Pages")))


def metric_type() -> bool:
    """Whether there is Arial, or a font of the same widths."""
    found = subprocess.run(["fc-match", "Arial"], capture_output=True, text=True).stdout
    return "Arial" in found or "Liberation" in found


@pytest.mark.parametrize(("name", "paper"), [*((name, "a4") for name in NAMES), ("negotiations", "letter")])
def test_a_memo_has_at_most_two_pages(name: str, paper: str, tmp_path: Path) -> None:
    """On A4 and on Letter, as LibreOffice lays it out."""
    for program in ("soffice", "pdfinfo", "fc-match"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    if not metric_type():
        pytest.skip("there is no Arial, and no font of its widths")
    path = tmp_path / "memo.docx"
    assert dilemma("report", name, "-o", str(path), "--paper", paper).code == 0
    assert pages_of(path) <= 2
