"""Text of cells that no spreadsheet program reads as a formula, and the text they stand for."""

from __future__ import annotations

import re

__all__ = ["original_cell", "safe_cell"]

FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""Begins a formula in a spreadsheet program, or the apostrophes that keep one from being read.

Source: OWASP, CSV Injection (https://owasp.org/www-community/attacks/CSV_Injection).
"""

NUMBER = re.compile(r"-([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")


def safe_cell(text: str) -> str:
    """Return the text of a cell of a table, with an apostrophe before it if it would be read as a formula.

    A number such as -0.5 is not changed. `original_cell` undoes it, for every text.
    """
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def original_cell(text: str) -> str:
    """Return the text that `safe_cell` was given; a text that needs no apostrophe is not changed."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
