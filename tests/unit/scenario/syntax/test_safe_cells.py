"""Cells that a spreadsheet program must not read as formulas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.scenario.syntax.safe_cells import original_cell, safe_cell

BEGINNINGS = "=+-@\t\r\n＝＋－＠"
TEXTS = st.text(st.sampled_from([*BEGINNINGS, "'", "0", "1", ".", "e", "a", " "])) | st.text()


@given(TEXTS)
def test_no_safe_cell_begins_a_formula(text: str) -> None:
    """What begins with a sign of a formula after `safe_cell` is a negative number."""
    safe = safe_cell(text)
    if safe and safe[0] in BEGINNINGS:
        assert safe == text
        assert isinstance(float(safe), float)
        assert safe.isascii()


@given(TEXTS)
def test_the_original_text_comes_back(text: str) -> None:
    """`original_cell` undoes `safe_cell`, for texts with apostrophes of their own too."""
    assert original_cell(safe_cell(text)) == text


@pytest.mark.parametrize("text", ["", "-0.5", "-1e-9", "-.5", "Kant", "O'Neill", "'quoted'", "3 - 1", "a=b"])
def test_what_is_no_formula_is_not_changed(text: str) -> None:
    """Numbers, and text that begins with no sign of a formula, are neither made safe nor undone."""
    assert safe_cell(text) == text
    assert original_cell(text) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "-5 lives", "@SUM(A1)", "+cmd|' /C calc'!A0", "\tx", "\rx", "-", "+3", "- 0.5", "'=1", "＝1"],
)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    """A text that would be read as a formula begins with an apostrophe, also if it began with one before."""
    assert safe_cell(text) == f"'{text}"
