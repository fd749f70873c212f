"""Escapes that YAML does not define: surrogate pairs, as in JSON, and code points beyond Unicode.

Before parsing, the backslash of each is replaced by one character that no file may contain, so that positions
stay the same. After parsing, pairs are joined, and the backslash is restored in other texts. PyYAML's parser
in Python, which is used if libyaml is missing, would raise OverflowError at an escape beyond U+10FFFF.
"""

from __future__ import annotations

import re

__all__ = ["STAND_IN", "with_stand_ins", "without_stand_ins"]

STAND_IN = "\ufdd0"

# Few files hold such escapes, so that these are compiled only for one that does.
ESCAPE = r"(?<!\\)((?:\\\\)*)\\(?=u[dD][89a-fA-F][0-9a-fA-F]{2}|U(?!0010|000)[0-9a-fA-F]{8})"
PAIR = STAND_IN + "u([dD][89abAB][0-9a-fA-F]{2})" + STAND_IN + "u([dD][c-fC-F][0-9a-fA-F]{2})"


def with_stand_ins(text: str) -> str:
    """Return the text with the backslash of each such escape replaced by a stand-in."""
    if "\\u" not in text and "\\U" not in text:
        return text
    return re.sub(ESCAPE, lambda found: found.group(1) + STAND_IN, text)


def without_stand_ins(value: str, *, quoted: bool) -> str:
    """Return the scalar's text; a stand-in is left in an escape that is not a character."""
    if STAND_IN not in value:
        return value
    return re.sub(PAIR, character_of_pair, value) if quoted else value.replace(STAND_IN, "\\")


def character_of_pair(pair: re.Match[str]) -> str:
    """Return the character that a pair of surrogate escapes represents."""
    high, low = (int(half, 16).to_bytes(2, "big") for half in pair.groups())
    return (high + low).decode("utf-16-be")
