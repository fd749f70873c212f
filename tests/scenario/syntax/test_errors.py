"""What the parser of YAML complains of is told in plain words."""

from __future__ import annotations

import pytest

from tests.scenario.small import findings

OUT_OF_LINE = {
    "between two maps": ("a:\n  b:\n    c: 1\n   d: 2\n", (4, 5, 3)),
    "left of the first": ("a:\n    b: 1\n  c: 2\n", (3, 5, 1)),
    "right of a list": ("a:\n  b:\n  - 1\n c: 2\n", (2, 3, 1)),
}
"""A text, and the columns of its key, of the map inside and of the one around it."""


@pytest.mark.parametrize("name", OUT_OF_LINE)
def test_a_key_out_of_line_is_told_with_the_columns(name: str) -> None:
    """Where a key stands between the columns of two maps, its column and theirs are named."""
    text, (mine, inner, outer) = OUT_OF_LINE[name]
    (finding,) = findings(text)
    expected = f"this key starts in column {mine}, where no map does: those above it start in column {inner}"
    assert finding.message == f"{expected} or column {outer}"


@pytest.mark.parametrize("text", ["a:\n    - b: 1\n  - c\n", "a: 1\n- b: 2\n"])
def test_what_is_no_key_is_told_that_one_should_stand_there(text: str) -> None:
    """A list's item where a key should stand is not called a key."""
    (finding,) = findings(text)
    assert finding.message == "a key should stand here, in the same column as the others of its map"
