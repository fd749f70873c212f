"""Pieces of Markdown that the generated pages are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

__all__ = ["GENERATED", "bullets", "cell", "code", "fence", "page", "section", "table"]

GENERATED = "*This page is made from the code when the documentation is built.*"


def code(text: str) -> str:
    """Return text as inline code."""
    return f"`{text}`" if text else ""


def cell(text: str) -> str:
    """Return text on one line in which nothing outside inline code ends a table's cell or is read as HTML."""
    return outside_code(" ".join(text.split()), lambda part: part.replace("|", r"\|").replace("<", "&lt;"))


def escaped(text: str) -> str:
    """Return text in which nothing outside inline code is read as HTML or emphasis."""
    return outside_code(text, lambda part: part.replace("<", "&lt;").replace("*", r"\*"))


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Return text with a change made to what is not inline code."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if part.startswith("`") else change(part) for part in parts)


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
