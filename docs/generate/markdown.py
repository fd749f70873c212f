"""Pieces of Markdown that the generated pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["GENERATED", "bullets", "cell", "code", "fence", "page", "section", "table"]

GENERATED = "*This page is made from the code when the documentation is built.*"


def code(text: str) -> str:
    """Return text as inline code."""
    return f"`{text}`" if text else ""


def cell(text: str) -> str:
    """Return text on one line that cannot end a table's cell, nor be read as HTML outside code."""
    one_line = " ".join(text.split()).replace("|", r"\|")
    return one_line if "`" in one_line else escaped(one_line)


def escaped(text: str) -> str:
    """Return plain text in which nothing is read as HTML or emphasis."""
    return text.replace("<", "&lt;").replace("*", r"\*")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; nothing where it has no rows."""
    lines = ["| " + " | ".join(map(cell, row)) + " |" for row in rows]
    if not lines:
        return ""
    return "\n".join(["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads), *lines])


def bullets(items: Iterable[str]) -> str:
    """Return a list, one line an item."""
    return "\n".join(f"- {' '.join(item.split())}" for item in items)


def fence(text: str, language: str = "text") -> str:
    """Return a fenced block."""
    return f"```{language}\n{text.strip(chr(10))}\n```"


def section(title: str, *parts: str, level: int = 2) -> str:
    """Return a heading and what stands under it; empty parts are left out."""
    return "\n\n".join([f"{'#' * level} {title}", *(part for part in parts if part)])


def page(title: str, *parts: str) -> str:
    """Return a whole page, marked as generated."""
    return section(title, GENERATED, *parts, level=1) + "\n"
