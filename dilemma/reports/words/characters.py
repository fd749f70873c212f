"""Text made safe to display: on one line if required, without control characters."""

from __future__ import annotations

__all__ = ["one_line", "printable", "xml_line", "xml_lines"]

STEERING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Unicode categories of controls, marks of text direction, surrogates, and line separators."""

HARMLESS = "\n\t\u00ad\u200c\u200d"
"""Characters of these categories that are kept: line ends, tabs, soft hyphens, joiners of scripts."""


class _Replaced(dict[int, str]):
    """Cache of the replacement for each character, by its code."""

    def __missing__(self, code: int) -> str:
        import unicodedata

        char = chr(code)
        steers = char not in HARMLESS and unicodedata.category(char) in STEERING
        self[code] = "\N{REPLACEMENT CHARACTER}" if steers else char
        return self[code]


REPLACED = _Replaced()


def printable(text: str) -> str:
    """Return the text with each control character replaced by U+FFFD."""
    return text if text.isprintable() else text.translate(REPLACED)


def one_line(text: str) -> str:
    """Return the text on one printable line: each run of line ends, with blanks around it, is one blank."""
    if text.isprintable():
        return text
    first, *further = text.replace("\t", " ").splitlines() or [""]
    if further:
        *between, last = further
        first = " ".join(filter(None, (first.rstrip(), *map(str.strip, between), last.lstrip())))
    return printable(first)


IN_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
"""Code points that no XML may hold, besides those that `printable` replaces."""


def xml_line(text: str) -> str:
    """Return a text on one line, each character that XML does not allow replaced by U+FFFD."""
    return one_line(text).translate(IN_NO_XML).strip()


def xml_lines(text: str) -> str:
    """Return a text with its line breaks, each character that XML does not allow replaced by U+FFFD."""
    return printable(text).translate(IN_NO_XML)
