"""Syntax errors have the same plain message and position with either of PyYAML's parsers."""

from __future__ import annotations

import pytest

from tests.unit.scenario.small import findings

TAB = "a tab cannot indent; use spaces"
COLON = (
    "this ':' cannot stand here: text with ': ' in it needs quotes, "
    "and keys of one map start in the same column"
)
BRACE = "this '{' is not closed: a ',' or '}' is missing"
BRACKET = "this '[' is not closed: a ',' or ']' is missing"
QUOTE = "this quote is never closed"
ESCAPE = "no such escape; write \\\\ for a backslash, or use single quotes"
CHARACTER = "no such character; write the character itself"
RESERVED = "unquoted text cannot start with '{}'; put it in quotes"
ITEM = (
    "the list that begins on line 1 with '- ' goes on here without one: start this line with '- ' in "
    "the same column; or, where no list is meant, begin line 1 in the column of this line, without '- '"
)
OWN_LINE = "a list item cannot start here; put it on a line of its own"
KEY = "a key should stand here, in the same column as the others of its map"
NO_COLON = "a key needs a ':' after it, on the same line"
VALUE = "a value should stand here"
VERSION = "this version of YAML is not read; leave the % line out"
DIRECTIVE = "a line that starts with % is not read; leave it out, or put the text in quotes"
BLOCK_TEXT = "after '|' or '>' the text starts on the next line"
AFTER_END = "the file should be one map; this stands after its end"

MISTAKES = [
    ("a: 1\n\tb: 2\n", 2, 1, TAB),
    ("title:\n\tx: 1\n", 2, 1, TAB),
    ("a:\n\t- 1\n", 2, 1, TAB),
    ("a:\n  - 1\n\t- 2\n", 3, 1, TAB),
    ("a:\n \tb: 1\n", 2, 2, TAB),
    ("a: 1\n \tb: 2\n", 2, 2, TAB),
    ("a: |\n\tx\n", 2, 1, TAB),
    ("a:\n  -\tb: 1\n    c: 2\n", 2, 4, TAB),
    ("a: 'x\nb: 2\n", 1, 4, QUOTE),
    ('a: "x\nb: 2\n', 1, 4, QUOTE),
    ("a: 'x\n---\nb", 1, 4, QUOTE),
    ("a: [1, 2\nb: 3\n", 1, 4, BRACKET),
    ("a: [1, 2", 1, 4, BRACKET),
    ("a: {x: 1\nb: 3\n", 1, 4, BRACE),
    ("{", 1, 2, VALUE),
    ("a: {x: [1, 2}\n", 1, 8, BRACKET),
    ("a: [1, {b: 2]\n", 1, 8, BRACE),
    ("a: {x: 1 y: 2}\n", 1, 4, BRACE),
    ("a: [1\n---\nb: 1", 1, 4, BRACKET),
    ("title: The: x\n", 1, 11, COLON),
    ("a: text\n  more: x\n", 2, 7, COLON),
    ("a: 'x': y\n", 1, 7, COLON),
    ("exchange: 1\n exchange: 10\n", 2, 10, COLON),
    ("- a: 1\n   b: 2\n", 2, 5, COLON),
    ("a: @x", 1, 4, RESERVED.format("@")),
    ("a: `x`", 1, 4, RESERVED.format("`")),
    ("a: %x", 1, 4, RESERVED.format("%")),
    ('a: "\\q"', 1, 5, ESCAPE),
    ('a: "\\xZZ"', 1, 5, CHARACTER),
    ('a: "\\u12"', 1, 5, CHARACTER),
    ("a: [|x]", 1, 5, RESERVED.format("|")),
    ("a: & x\n", 1, 4, RESERVED.format("&")),
    ("a: *x* y\n", 1, 4, RESERVED.format("*")),
    ("a: !<x\n", 1, 4, RESERVED.format("!")),
    ("a: !foo!bar x\n", 1, 4, RESERVED.format("!")),
    ("%YAML 3.0\n---\na: 1\n", 1, 1, VERSION),
    ("%YAML x\n---\na: 1\n", 1, 1, VERSION),
    ("%TAG x\n---\na: 1\n", 1, 1, DIRECTIVE),
    ("%YAML 1.1\na: 1\n", 1, 1, VERSION),
    ("%YAML 1.1\n%YAML 1.1\n---\na: 1\n", 2, 1, VERSION),
    ("a: 1\n%b: 2\n", 2, 1, DIRECTIVE),
    ("- a\nb: 1\n", 2, 1, ITEM),
    ("a:\n  - b: 1\n  c: 2\n", 3, 3, ITEM.replace("line 1", "line 2")),
    ("a: - b\n", 1, 4, OWN_LINE),
    ("a:\n  - 1\n  2\n", 3, 3, NO_COLON),
    ("a: 1\nb 2\nc: 3\n", 2, 1, NO_COLON),
    ("a: 1\nb:2\nc: 1\n", 2, 1, NO_COLON),
    ("a: 1\nb\n", 2, 1, NO_COLON),
    ("a: 'x' y\n", 1, 8, KEY),
    ("a: [1] y\nb: 1\n", 1, 8, KEY),
    ("a: 1\n- b: 2\n", 2, 1, KEY),
    ("a:\n  - 1\n - 2\n", 3, 2, KEY),
    (": : a\n", 1, 1, KEY),
    ("a: ]\n", 1, 4, VALUE),
    ("a: 1}\nb: }\n", 2, 4, VALUE),
    ("[1,,2]", 1, 4, VALUE),
    ("a: | x\n  y\n", 1, 6, BLOCK_TEXT),
    ("a: >10\n  y\n", 1, 6, BLOCK_TEXT),
    ("a: 1\n...\nfoo\n", 3, 1, AFTER_END),
]
"""Texts, and the line, column and sentence of the one finding each ends in."""

OUT_OF_LINE = {
    "between two maps": ("a:\n  b:\n    c: 1\n   d: 2\n", (4, 5, 3)),
    "left of the first": ("a:\n    b: 1\n  c: 2\n", (3, 5, 1)),
    "right of a list": ("a:\n  b:\n  - 1\n c: 2\n", (2, 3, 1)),
}
"""A text, and the columns of its key, of the map inside and of the one around it."""


@pytest.mark.parametrize(("text", "line", "column", "message"), MISTAKES)
def test_each_mistake_is_told_alike_with_either_parser(
    text: str, line: int, column: int, message: str, loader: object
) -> None:
    """The sentence and the place hang on the text, not on which parser found it wrong."""
    (finding,) = findings(text)
    assert (finding.line, finding.column, finding.message) == (line, column, message)


@pytest.mark.parametrize("name", OUT_OF_LINE)
def test_a_key_out_of_line_is_told_with_the_columns(name: str, loader: object) -> None:
    """Where a key stands between the columns of two maps, its column and theirs are named."""
    text, (mine, inner, outer) = OUT_OF_LINE[name]
    (finding,) = findings(text)
    expected = f"this key starts in column {mine}, where no map does: those above it start in column {inner}"
    assert finding.message == f"{expected} or column {outer}"


@pytest.mark.parametrize("text", ["a:\n    - b: 1\n  - c\n", "a: 1\n- b: 2\n"])
def test_what_is_no_key_is_told_that_one_should_stand_there(text: str, loader: object) -> None:
    """A list's item where a key should stand is not called a key."""
    (finding,) = findings(text)
    assert finding.message == "a key should stand here, in the same column as the others of its map"


def test_a_bracket_that_is_closed_is_not_called_open(loader: object) -> None:
    """Where text follows the bracket of a key, the fault is what stands there."""
    found = [(finding.line, finding.column, finding.message) for finding in findings("a:\n  [x]y: 1\n")]
    assert (2, 6, KEY) in found
    assert BRACKET not in [message for _, _, message in found]
