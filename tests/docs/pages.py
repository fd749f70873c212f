"""The pages of the documentation, and the marks in them that say what a fenced block is.

A mark is a comment on the line above a block:

- `<!-- run -->` above `sh`: each line is run, in the order of the page, and ends with 0;
  `<!-- run; exit: 1 -->` where it ends otherwise.
- `<!-- output: dilemma ... -->` above `text`: what the command prints, whole. `; from: WORDS` begins with the
  line that holds the words, `; until: WORDS` ends before the next that does (`; until: a blank line`, before
  the next that is empty), `; exit: 1` as above.
- `<!-- file: NAME -->` above any block: the block is written to that file; `append: NAME` at its end.
- `<!-- edit: NAME -->` above `diff`: lines with `-` are replaced in the file by those with `+`.
- `; needs: NAME` on a mark: nothing is done where that program or package is not installed.
- `<!-- not run: WHY -->` above `sh`: nothing is done. `<!-- command: NAME -->` is run by `.ci/run`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.unit.cli.running import ROOT

__all__ = ["DOCS", "PAGES", "README", "Block", "blocks", "page_name", "replaced"]

README = ROOT / "README.md"
DOCS = ROOT / "docs"
PAGES = (README, ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md")))

FENCE = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]+?) -->\n)?^```(?P<language>[a-z]*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Block(NamedTuple):
    """A fenced block: what it is marked as, with what, in which language, and where its text stands."""

    kind: str
    argument: str
    options: dict[str, str]
    language: str
    text: str
    span: tuple[int, int]
    line: int


def page_name(path: Path) -> str:
    """Return a page's path below the project."""
    return path.relative_to(ROOT).as_posix()


def blocks(page: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page, in order."""
    for found in FENCE.finditer(page):
        kind, argument, options = marked(found["mark"] or "")
        line = page.count("\n", 0, found.start()) + 1
        yield Block(kind, argument, options, found["language"], found["text"], found.span("text"), line)


def marked(mark: str) -> tuple[str, str, dict[str, str]]:
    """Return what a mark says: its kind, its argument, and its options."""
    first, *rest = mark.split("; ")
    kind, _, argument = first.partition(": ")
    return kind, argument, dict(part.split(": ", 1) for part in rest)  # type: ignore[misc]


def replaced(page: str, texts: list[tuple[Block, str]]) -> str:
    """Return a page in which blocks have new texts."""
    for block, text in sorted(texts, key=lambda pair: pair[0].span, reverse=True):
        start, end = block.span
        page = page[:start] + text + page[end:]
    return page
