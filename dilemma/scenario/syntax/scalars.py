"""Values of scalars: text, unless the scalar is unquoted and is a number, true, false or null."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from dilemma.scenario.numbers import LARGEST, SPECIAL, parse_value
from dilemma.scenario.phrases import figure
from dilemma.scenario.syntax.characters import refused_character
from dilemma.scenario.syntax.escapes import STAND_IN, without_stand_ins

__all__ = ["Refused", "scalar_of", "text_of"]

WHOLE = re.compile(r"[-+]?[0-9]+", re.ASCII)

NO_TEXT = frozenset("+-.0123456789").union(word[0] for word in SPECIAL)
"""First characters of unquoted scalars that may be other than text."""

Scalar = str | float | bool | None


class Refused(NamedTuple):
    """The reason why a scalar is not allowed in a file."""

    code: str
    message: str


TOO_LARGE = Refused("out-of-range", f"numbers beyond {figure(LARGEST)} are refused")

HALF_A_PAIR = Refused("character", "half of a surrogate pair; write the character itself")
BEYOND_UNICODE = Refused("character", "no such character; write the character itself")


def scalar_of(event: Any) -> Scalar | Refused:
    """Return the value of the parser's scalar, or why it is refused."""
    text = event.value
    if not event.implicit[0] or (text and text[0] not in NO_TEXT):
        return text_of(event)
    value = parse_value(text) if text else None
    if isinstance(value, str):
        return text_of(event)
    if isinstance(value, float):
        if not abs(value) <= LARGEST:
            return TOO_LARGE
        return int(value) if value.is_integer() and WHOLE.fullmatch(text) else value
    return value


def text_of(event: Any) -> str | Refused:
    """Return a scalar's text, or why a character that it escapes is refused."""
    text: str = event.value
    is_quoted = event.style == '"'
    if STAND_IN in text:
        text = without_stand_ins(text, quoted=is_quoted)
        if STAND_IN in text:
            return BEYOND_UNICODE if f"{STAND_IN}U" in text else HALF_A_PAIR
    if is_quoted and (hidden := refused_character(text)):
        return Refused("character", f"the character {hidden} is refused: it cannot be seen")
    return text
