"""Text made safe to display."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.reports.words.characters import one_line, printable

KEPT = "a\nb\tc", "Zürich 漢字 ●", "می\u200cخواهم", "👩\u200d🚀", "soft\u00adhyphen"


@pytest.mark.parametrize("text", KEPT)
def test_what_only_shows_itself_stays(text: str) -> None:
    """Lines, tabs, any script and its joiners are shown as they are."""
    assert printable(text) == text


@pytest.mark.parametrize(
    "char", ["\x1b", "\x07", "\r", "\x9b", "\x7f", "\u202e", "\u2066", "\ufeff", "\udcff"]
)
def test_what_steers_is_replaced(char: str) -> None:
    """Controls, marks of direction and surrogates are replaced."""
    assert printable(f"a{char}b") == "a\ufffdb"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb", "a b"),
        ("a\r\n\r\n  b\n", "a b"),
        ("\u2028a\x85b\vc\fd", "a b c d"),
        ("  two  blanks ", "  two  blanks "),
        (" first\nsecond", " first second"),
        ("tab\tbed", "tab bed"),
        ("\n", ""),
        ("", ""),
    ],
)
def test_one_line(text: str, line: str) -> None:
    """Line ends become a blank; blanks that are meant stay."""
    assert one_line(text) == line


@given(st.text())
def test_any_text_is_one_printable_line(text: str) -> None:
    """Any text becomes printable, and a second call changes nothing."""
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == printable(line) == line
