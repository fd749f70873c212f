"""Text laid out in columns of a terminal: widths, wrapping, padding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["Runs", "padded", "width", "wrapped"]

Runs = list[tuple[str, str]]
"""A line: texts, each with its style."""

WORDS = re.compile(" (?!%)")  # a figure and its percent sign stay together


def width(text: str) -> int:
    """Return how many columns a text takes: wide East Asian characters two, combining ones none."""
    return len(text) if text.isascii() else sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """Return the text with blanks up to so many columns."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> Iterator[str]:
    """Yield the text in lines of at most so many columns, broken between words, else within one."""
    if width(text) <= columns:
        yield text
        return
    line, taken = "", 0
    for word in WORDS.split(text):
        more = width(word)
        if taken + 1 + more <= columns and taken:
            line, taken = f"{line} {word}", taken + 1 + more
            continue
        if taken:
            yield line
        *parts, line = _parts(word, columns) if more > columns else [word]
        yield from parts
        taken = width(line)
    yield line


def _parts(word: str, columns: int) -> list[str]:
    """Return a word in pieces that fit: most words in one."""
    pieces = [""]
    for char in word:
        if width(pieces[-1]) + _columns(char) > columns and pieces[-1]:
            pieces.append("")
        pieces[-1] += char
    return pieces
