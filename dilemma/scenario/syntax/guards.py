"""Text that a spreadsheet program would run as a formula, made safe in a cell of CSV, and read back."""

from __future__ import annotations

import re

__all__ = ["guarded", "unguarded"]

RUN = re.compile(r"'*[=+\-@\t\r\n]")
"""The start of a text that a spreadsheet program may run, or of one that is guarded."""

GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it if a spreadsheet program might run it as a formula.

    Such are texts that begin with = + - @, a tab or a line break. `unguarded` gives the same text back.
    """
    return f"'{text}" if RUN.match(text) else text


def unguarded(text: str) -> str:
    """Return a text without the apostrophe that `guarded` put before it."""
    return text[1:] if GUARDED.match(text) else text
