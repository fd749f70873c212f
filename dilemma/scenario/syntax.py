"""What YAML's parser complains of, in plain words and at a useful place."""

from __future__ import annotations

import yaml

from dilemma.scenario.problem import Problem, Spot

__all__ = ["syntax_problem"]

PLAINER = {
    "mapping values are not allowed": "this ':' cannot stand here: text with ': ' in it needs quotes, "
    "and keys of one map start in the same column",
    "expected ',' or '}'": "this '{' is not closed: a ',' or '}' is missing",
    "expected ',' or ']'": "this '[' is not closed: a ',' or ']' is missing",
    "expected '-' indicator": "a list item should start with '- ', in the same column as the others",
    "expected key": "a key should stand here, in the same column as the others of its map",
    "expected <block end>": "this does not line up with what stands above it",
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

TAB = "a tab cannot indent; use spaces"
RESERVED = "unquoted text cannot start with '{}'; put it in quotes"


def syntax_problem(error: yaml.YAMLError, lines: list[str]) -> Problem:
    """Return the problem the parser stopped at."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Problem((), "yaml", f"this is not YAML: {error}", spot=Spot(1, 1, 2))
    mark, complaint = error.problem_mark, str(error.problem)
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "cannot start any token" in complaint:
        character = line[mark.column : mark.column + 1]
        message = TAB if character == "\t" else RESERVED.format(character)
    else:
        message = next((words for part, words in PLAINER.items() if part in complaint), complaint)
    if message.startswith(OPENERS) and error.context_mark is not None:
        mark = error.context_mark
    return Problem((), "yaml", message, spot=Spot(mark.line + 1, mark.column + 1, mark.column + 2))
