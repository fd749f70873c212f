"""Text for a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dilemma.reports.blocks import Closing, Line, Paragraphs, Sentences
from tests.unit.reports.media.terminal.drawing import lines


@given(st.text("ab 漢\u0301%", max_size=60), st.integers(4, 20))
def test_wrapping_loses_nothing_and_fits(text: str, width: int) -> None:
    """Every line fits, and the words come back in order."""
    drawn = lines(Closing(text), width=width)
    assert all(cell_len(line) <= width for line in drawn)
    assert "".join(drawn).replace(" ", "") == text.replace(" ", "")


def test_lines_break_between_words() -> None:
    """A line is broken between words, never before a percent sign; a word only where it alone is too wide."""
    assert lines(Closing("one two three"), width=7) == ["one two", "three"]
    assert lines(Closing("extraordinary"), width=5) == ["extra", "ordin", "ary"]
    assert lines(Closing("some 12 %"), width=7) == ["some", "12 %"]


@pytest.mark.parametrize("label", ["abcd", "漢字", "e\u0301abc", "●·✕○"])
def test_what_stands_in_columns_lines_up(label: str) -> None:
    """Wide characters take two columns, combining ones none."""
    drawn = lines(Sentences("", (Line(label, "first"), Line("longer", "second"))))
    assert {
        cell_len(line[: line.index(text)]) for line, text in zip(drawn, ("first", "second"), strict=True)
    } == {9}


def test_text_is_never_markup() -> None:
    """Brackets, the names of signs and numbers are shown unchanged, without colours."""
    assert lines(Paragraphs("[b]1 :smile:", ("[/b] 'a' [red]x",)), color=True) == [
        "\x1b[1m[b]1 :smile:\x1b[0m",
        " [/b] 'a' [red]x",
    ]
