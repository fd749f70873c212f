"""Text in columns of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.reports.terminal.layout import padded, width, wrapped


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("漢字", 4), ("é", 1), ("e\u0301", 1), ("●", 1)])
def test_width_counts_columns(text: str, columns: int) -> None:
    """Wide characters take two columns, combining ones none."""
    assert width(text) == columns
    assert width(padded(text, 6)) == 6


@given(st.text("ab 漢", max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_and_fits(text: str, columns: int) -> None:
    """Every line fits, and the words come back in order."""
    lines = list(wrapped(text, columns))
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_lines_break_between_words() -> None:
    """A line is broken between words; a word is broken only where it alone does not fit."""
    assert list(wrapped("one two three", 7)) == ["one two", "three"]
    assert list(wrapped("extraordinary", 5)) == ["extra", "ordin", "ary"]
