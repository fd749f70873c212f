"""The example notebooks show what they print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docs.generate.notebooks import notebook_pages
from tests.docs.notebooks import NOTEBOOKS, executed, plain


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_prints(path: Path, tmp_path: Path) -> None:
    """Run from top to bottom, a notebook gives the outputs that are stored in it."""
    pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    pytest.importorskip("pandas", minversion="3", reason="pandas 2 prints tables otherwise")
    stored = plain(json.loads(path.read_text(encoding="utf-8")))
    assert executed(path, tmp_path)["cells"] == stored["cells"]


def test_a_notebook_is_a_page_of_the_documentation() -> None:
    """The page of a notebook holds its text, its code and its outputs."""
    pages = notebook_pages()
    assert len(pages) == len(NOTEBOOKS)
    for page, path in zip(pages.values(), NOTEBOOKS, strict=True):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        assert [cell["id"] for cell in cells if "".join(cell["source"]) not in page] == []
        assert page.count('<div class="dilemma-result">') == path.read_text("utf-8").count(
            'dilemma-result\\">'
        )
