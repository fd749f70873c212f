"""The forms in which a report can be written: formats, papers, and how much is told."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["FORMATS", "PAPERS", "PICTURES", "Form"]

FORMATS: Final = ("html", "md", "docx", "pdf", "svg", "png")
PAPERS: Final = ("a4", "letter")
PICTURES: Final = ("svg", "png")
"""The formats that are the picture alone."""


class Form(NamedTuple):
    """How a report is written: its format, the paper (`a4` or `letter`), and whether everything is told."""

    format: str
    paper: str = "a4"
    full: bool = False
