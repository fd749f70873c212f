"""Text made safe for people to read: on one line where it must be, and without characters that steer."""

from __future__ import annotations

__all__ = ["one_line", "printable"]

STEERING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Categories of characters that steer a terminal or the direction of text, or cannot be written at all."""

HARMLESS = "\n\t\u00ad\u200c\u200d"
"""Of these categories, but wanted: ends of lines, tabs, soft hyphens, and the joiners of some scripts."""


class _Replaced(dict[int, str]):
    """What stands for each character, by its code, looked up once."""

    def __missing__(self, code: int) -> str:
        import unicodedata

        char = chr(code)
        steers = char not in HARMLESS and unicodedata.category(char) in STEERING
        self[code] = "\N{REPLACEMENT CHARACTER}" if steers else char
        return self[code]


REPLACED = _Replaced()


def printable(text: str) -> str:
    """Return the text with a replacement character for each character that would steer a terminal."""
    return text if text.isprintable() else text.translate(REPLACED)


def one_line(text: str) -> str:
    """Return the text on one printable line: a blank for each run of line ends and the blanks around it."""
    if text.isprintable():
        return text
    first, *further = text.replace("\t", " ").splitlines() or [""]
    if further:
        *between, last = further
        first = " ".join(filter(None, (first.rstrip(), *map(str.strip, between), last.lstrip())))
    return printable(first)
