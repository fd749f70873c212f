"""What YAML's parser complains of, in plain words and at a useful place."""

from __future__ import annotations

import re

import yaml

from dilemma.scenario.problem import Problem, Spot

__all__ = ["syntax_problem"]

TAB = "a tab cannot indent; use spaces"

PLAINER = {
    "a tab character": TAB,
    "mapping values are not allowed": "this ':' cannot stand here: text with ': ' in it needs quotes, "
    "and keys of one map start in the same column",
    "expected ',' or '}'": "this '{' is not closed: a ',' or '}' is missing",
    "expected ',' or ']'": "this '[' is not closed: a ',' or ']' is missing",
    "expected '-' indicator": "a list item should start with '- ', in the same column as the others",
    "expected key": "a key should stand here, in the same column as the others of its map",
    "expected <block end>": "this does not line up with what stands above it",
    "expected node content": "a value should stand here",
    "could not find expected ':'": "a key needs a ':' after it, on the same line",
    "unexpected end of stream": "this quote is never closed",
    "unknown escape character": "no such escape; write \\\\ for a backslash, or use single quotes",
    "invalid Unicode character escape": "no such character; write the character itself",
    "incompatible YAML document": "this version of YAML is not read; leave the % line out",
    "expected <document start>": "the file should be one map; this stands after its end",
    "expected '<document start>'": "the file should be one map; this stands after its end",
}

OPENERS = ("this '{'", "this '['", "this quote", "a key needs")
"""Messages that speak of where something began, not of where the parser gave up."""

KEY = re.compile(r"[^\s#-][^#]*:(\s|$)")
"""What a line begins with that holds a key."""

RESERVED = "unquoted text cannot start with '{}'; put it in quotes"


def syntax_problem(error: yaml.YAMLError, lines: list[str]) -> Problem:
    """Return the problem the parser stopped at."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Problem((), "yaml", f"this is not YAML: {error}", spot=Spot(1, 1, 2))
    mark, complaint = error.problem_mark, str(error.problem)
    row = min(mark.line, len(lines) - 1)
    line = lines[row]
    if "cannot start any token" in complaint:
        character = line[mark.column : mark.column + 1]
        message = TAB if character == "\t" else RESERVED.format(character)
    else:
        message = next((words for part, words in PLAINER.items() if part in complaint), complaint)
    if "expected key" in complaint and error.context_mark is not None:
        message = misaligned(lines[error.context_mark.line : row + 1], error.context_mark.column) or message
    column = mark.column if row == mark.line else len(line)
    if message.startswith(OPENERS) and error.context_mark is not None:
        row, column = error.context_mark.line, error.context_mark.column
    return Problem((), "yaml", message, spot=Spot(row + 1, column + 1, column + 2))


def misaligned(lines: list[str], outer: int) -> str:
    """Return in which column the last line's key starts, and in which those above it do; else nothing.

    The lines begin with a map whose keys stand in the column `outer`, counted from 0.
    """
    *above, line = lines
    mine = indent(line)
    deeper = [indent(other) for other in above if KEY.match(other.lstrip()) and indent(other) > mine]
    if mine == outer or not KEY.match(line.lstrip()):
        return ""
    columns = [*([min(deeper)] if deeper else []), outer]
    told = " or ".join(f"column {column + 1}" for column in columns)
    return f"this key starts in column {mine + 1}, where no map does: those above it start in {told}"


def indent(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
