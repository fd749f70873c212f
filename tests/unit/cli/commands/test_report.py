"""`dilemma report` writes one file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.running import dilemma

NAME = "trolley-switch"


def test_a_page_is_one_file(tmp_path: Path) -> None:
    """With -o the page is written there and nothing else is left beside it or said."""
    ran = dilemma("report", NAME, "-o", str(tmp_path / "page.html"))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_the_same_page_every_time() -> None:
    """Two runs write the same page, on standard output where no file is named, or -."""
    first, second = dilemma("report", NAME), dilemma("report", NAME, "-o", "-")
    assert first.out == second.out
    assert first.out.endswith("</html>\n")


def test_a_memo_of_the_same() -> None:
    """In Markdown: the verdicts, what would turn them, who is affected, what is owed, sources.

    No heading is empty: what follows one at once is a level below it.
    """
    memo = dilemma("report", NAME, "--format", "md", "--full").out
    wanted = ["# ", "## What would turn it", "## Who is affected", "## What is owed", "## Sources"]
    assert [title for title in wanted if title not in memo] == []
    lines = [line for line in memo.splitlines() if line]
    levels = [len(line) - len(line.lstrip("#")) for line in lines]
    empty = [
        line for line, level, after in zip(lines, levels, levels[1:], strict=False) if 0 < after <= level
    ]
    assert empty == []


def test_of_some_theories() -> None:
    """A page of one constraint alone has nothing to reconcile, and its command names the constraint."""
    ran = dilemma("report", NAME, "-f", "double-effect")
    assert (ran.code, ran.err) == (0, "")
    assert "dilemma weigh trolley-switch -f double-effect</code>" in ran.out
    assert "When theories disagree" not in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "nowhere/page.html"), "dilemma: -o nowhere/page.html: there is no directory nowhere"),
        (("--format", "pdf"), "dilemma: --format pdf: write html or md"),
        (("--open",), "dilemma: --open: needs a page to open, so -o FILE, in html"),
    ],
)
def test_what_cannot_be_is_one_sentence(words: tuple[str, ...], said: str) -> None:
    """A missing directory, an unknown form, nothing to open: one sentence, and exit code 2."""
    ran = dilemma("report", NAME, *words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{said}\n")


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    """Where the name is a directory's, one sentence, exit code 2, and no part of a file."""
    (tmp_path / "taken").mkdir()
    ran = dilemma("report", NAME, "-o", str(tmp_path / "taken"))
    assert (ran.code, ran.err) == (2, f"dilemma: -o {tmp_path / 'taken'}: that is a directory; name a file\n")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
