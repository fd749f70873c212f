"""Messages and positions for YAML syntax errors.

The parser gives the class of an error and one or two marks: `here`, where it stopped, and mostly `there`,
where the part that it was reading begins. The message is derived from the text at these marks, never from the
parser's own message, since that differs between its two implementations.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml
from yaml.scanner import ScannerError

from dilemma.scenario.problem import Problem, Spot
from dilemma.scenario.syntax.characters import lines_of

__all__ = ["syntax_problem"]

TAB = "a tab cannot indent; use spaces"
RESERVED = "unquoted text cannot start with '{}'; put it in quotes"
COLON = (
    "this ':' cannot stand here: text with ': ' in it needs quotes, "
    "and keys of one map start in the same column"
)
DASH = "a list item cannot start here; put it on a line of its own"
QUESTION = "this '?' cannot stand here: text that starts with '? ' needs quotes"
NO_COLON = "a key needs a ':' after it, on the same line"
OPEN_QUOTE = "this quote is never closed"
ESCAPE = "no such escape; write \\\\ for a backslash, or use single quotes"
CHARACTER = "no such character; write the character itself"
BLOCK_TEXT = "after '|' or '>' the text starts on the next line"
VERSION = "this version of YAML is not read; leave the % line out"
DIRECTIVE = "a line that starts with % is not read; leave it out, or put the text in quotes"
AFTER_END = "the file should be one map; this stands after its end"
OPEN_BRACKET = "this '{}' is not closed: a ',' or '{}' is missing"
ITEM = (
    "the list that begins on line {line} with '- ' goes on here without one: start this line with '- ' in "
    "the same column; or, where no list is meant, begin line {line} in the column of this line, without '- '"
)
KEY = "a key should stand here, in the same column as the others of its map"
VALUE = "a value should stand here"
UNREADABLE = "this is not YAML: from here on it cannot be read"

CLOSING = {"{": "}", "[": "]"}

MISPLACED = {":": COLON, "-": DASH, "?": QUESTION}
"""Signs with a meaning in YAML, and the message if one is misplaced."""

QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
BRACKET = re.compile(rf"(?<=[\s,:\[{{])(?:{QUOTED.pattern})|[\[\]{{}}]", re.DOTALL)
"""A bracket; or text in quotes, with all brackets in it."""

KEY_LINE = re.compile(r"[^\s#-][^#]*:(\s|$)")
"""The start of a line that has a key."""
DASHED = re.compile(r"-(\s|$)")
DOCUMENT_END = re.compile(r"(---|\.\.\.)(\s|$)")


class Mark(NamedTuple):
    """A position in a text: row and column, from 0, and the number of characters before it."""

    row: int
    column: int
    offset: int


class Fault(NamedTuple):
    """A message about a syntax error, and its position."""

    message: str
    at: Mark


class Text:
    """A text with a syntax error; the parser stopped `here`, in a part that begins `there`.

    The two marks are equal if the parser gives only one.
    """

    def __init__(self, text: str, here: Any, there: Any) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.here = self.mark(here)
        self.there = self.here if there is None else self.mark(there)

    def mark(self, raw: Any) -> Mark:
        """Return the parser's mark as a Mark; a mark past the last line becomes the end of that line."""
        if raw.line < len(self.lines):
            return Mark(raw.line, raw.column, raw.index)
        return Mark(len(self.lines) - 1, len(self.lines[-1]), len(self.text))

    def at(self, mark: Mark) -> str:
        """Return the character at a mark; nothing at the end of a line."""
        return self.lines[mark.row][mark.column : mark.column + 1]

    def is_quote_closed(self) -> bool:
        """Return whether the quoted text that begins `there` ends before `here`."""
        quoted = QUOTED.match(self.text, self.there.offset)
        return quoted is not None and quoted.end() <= self.here.offset

    def is_bracket_closed(self) -> bool:
        """Return whether the bracket that begins `there` is closed before `here`."""
        depth = 0
        for found in BRACKET.finditer(self.text, self.there.offset, self.here.offset):
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found.group(), 0)
            if depth == 0:
                return True
        return False


def syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    """Return the problem for an error of the parser."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Problem((), "yaml", UNREADABLE, spot=Spot(1, 1, 2))
    where = Text(text, error.problem_mark, error.context_mark)
    if isinstance(error, ScannerError):
        message, at = scanner_fault(where)
    else:
        message, at = parser_fault(where, is_inside=error.context_mark is not None)
    return Problem((), "yaml", message, spot=Spot(at.row + 1, at.column + 1, at.column + 2))


def scanner_fault(where: Text) -> Fault:
    """Return the fault for an error of the scanner: in signs, quotes or keys."""
    here, there = where.here, where.there
    began = where.at(there)
    if began in {"'", '"'} and not where.is_quote_closed():
        return quote_fault(where)
    if began in {"&", "*", "!"}:
        return Fault(RESERVED.format(began), there)
    if began == "%" and there.column == 0:
        return Fault(directive_fault(where.lines[there.row]), there)
    if where.at(here) == "\t":
        return Fault(TAB, here)
    if here == there:
        return sign_fault(where)
    if began in {"|", ">"}:
        return Fault(BLOCK_TEXT, here)
    return Fault(COLON, here) if where.at(here) == ":" and here.row == there.row else Fault(NO_COLON, there)


def quote_fault(where: Text) -> Fault:
    """Return the fault of quoted text: it has no end, or the last escape before the mark is not valid."""
    here, there = where.here, where.there
    in_quotes = where.text[there.offset : here.offset + 1]
    back = len(in_quotes) - in_quotes.rfind("\\") - 1
    ends = where.text[here.offset :] in {"", "\\"}
    ends |= here.column == 0 and DOCUMENT_END.match(where.lines[here.row]) is not None
    if ends or where.at(there) == "'" or back == len(in_quotes):
        return Fault(OPEN_QUOTE, there)
    escape = Mark(here.row, here.column - back, here.offset - back)
    names_character = where.text[escape.offset + 1 : escape.offset + 2] in {"x", "u", "U"}
    return Fault(CHARACTER if names_character else ESCAPE, escape)


def sign_fault(where: Text) -> Fault:
    """Return the fault of a misplaced sign; a tab before it on its line is reported instead."""
    sign, here = where.at(where.here), where.here
    if sign not in MISPLACED:
        return Fault(RESERVED.format(sign) if sign else UNREADABLE, here)
    line = where.lines[here.row]
    tab = line.find("\t", 0, len(line) - len(line.lstrip(" \t")))
    return Fault(MISPLACED[sign], here) if tab < 0 else Fault(TAB, Mark(here.row, tab, here.offset))


def parser_fault(where: Text, *, is_inside: bool) -> Fault:
    """Return the fault for an error of the parser: in brackets, columns, keys or values."""
    here, there = where.here, where.there
    line = where.lines[there.row]
    if not is_inside:
        return document_fault(where)
    if here == there:
        return Fault(value_fault(where), here)
    began = where.at(there)
    if began in CLOSING and not where.is_bracket_closed():
        return Fault(OPEN_BRACKET.format(began, CLOSING[began]), there)
    if DASHED.match(line, there.column):
        return Fault(ITEM.format(line=there.row + 1), here)
    return Fault(misaligned(where.lines[there.row : here.row + 1], there.column) or KEY, here)


def document_fault(where: Text) -> Fault:
    """Return the fault outside the file's one map: a line with a directive, or text after the end."""
    here = where.here
    for row in range(here.row, -1, -1):
        line = where.lines[row]
        if line.startswith("%"):
            return Fault(directive_fault(line), Mark(row, 0, 0))
        if row < here.row and line.strip() and not line.lstrip().startswith("#"):
            break
    return Fault(AFTER_END, here)


def value_fault(where: Text) -> str:
    """Return the message for a mark at which a key or a value is missing."""
    sign, here = where.at(where.here), where.here
    if sign == "!":
        return RESERVED.format(sign)
    is_first = not where.lines[here.row][: here.column].strip()
    return KEY if sign == ":" and is_first else VALUE


def directive_fault(line: str) -> str:
    """Return the message for a line that starts with %."""
    return VERSION if line.startswith("%YAML") else DIRECTIVE


def misaligned(lines: list[str], outer: int) -> str:
    """Return the message for a last line whose key is in the wrong column; "" if it is not.

    The lines begin with a map whose keys start in the column `outer`, counted from 0.
    """
    *above, line = lines
    mine = indent(line)
    deeper = [indent(other) for other in above if KEY_LINE.match(other.lstrip()) and indent(other) > mine]
    if mine == outer or not KEY_LINE.match(line.lstrip()):
        return ""
    columns = [*([min(deeper)] if deeper else []), outer]
    expected = " or ".join(f"column {column + 1}" for column in columns)
    return f"this key starts in column {mine + 1}, where no map does: those above it start in {expected}"


def indent(line: str) -> int:
    """Return the number of spaces at the start of a line."""
    return len(line) - len(line.lstrip(" "))
