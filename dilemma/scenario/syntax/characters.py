"""Invisible characters: those not allowed in a file, and escapes for the others in messages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dilemma.scenario.problem import Problem, Spot

__all__ = ["cleaned", "lines_of", "on_one_line", "refused_character", "refused_characters"]

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls; tab, newline and carriage return may stay
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # text direction
    "\u2028\u2029\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"  # line separators, marks and non-characters
    "\ud800-\udfff]"  # halves of surrogate pairs, from Python data
)

LINE_END = re.compile(r"\r\n|\r|\n")

MOST_REPORTED = 100  # a binary file would give one finding a byte


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, split as YAML splits them."""
    return LINE_END.split(text)


def refused_character(text: str) -> str | None:
    """Return the name of the first refused character of a text, or None if there is none."""
    found = REFUSED.search(text)
    return name_of_character(found.group()) if found else None


def name_of_character(character: str) -> str:
    """Return a character's code point and name: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    import unicodedata

    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def refused_characters(text: str) -> Iterator[Problem]:
    """Yield a problem for each refused character of a file's text, up to a limit."""
    if not REFUSED.search(text):
        return
    found = (
        (line, match) for line, text_ in enumerate(lines_of(text), 1) for match in REFUSED.finditer(text_)
    )
    for (line, match), _ in zip(found, range(MOST_REPORTED), strict=False):
        message = f"the character {name_of_character(match.group())} is refused: it cannot be seen"
        yield Problem((), "character", message, spot=Spot(line, match.start() + 1, match.end() + 1))


def cleaned(text: str) -> str:
    """Return the text with a space for each refused character, so that reading can continue."""
    if text.replace("\n", "").isprintable():  # as almost every file is; this test takes a tenth of the time
        return text
    return REFUSED.sub(" ", text)


def on_one_line(text: str) -> str:
    """Return the text with an escape for each character that is not printable, such as a line break."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
