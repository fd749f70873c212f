"""HTML, built so that text is always text."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

__all__ = ["Html", "element", "joined", "text"]


class Html(NamedTuple):
    """Markup that is safe to write."""

    markup: str


EMPTY = frozenset({"meta", "link", "br", "input", "rect", "line", "circle", "path"})


def text(words: str) -> Html:
    """Return words as they stand, whatever signs they hold."""
    return Html(escape(words))


def joined(*parts: Html | str) -> Html:
    """Return parts one after the other; what is a string is text."""
    return Html("".join(part.markup if isinstance(part, Html) else escape(part) for part in parts))


def element(name: str, attributes: Mapping[str, str | None] | None = None, *children: Html | str) -> Html:
    """Return an element; an attribute of None stands bare."""
    said = "".join(
        f" {key}" if value is None else f' {key}="{escape(value)}"'
        for key, value in (attributes or {}).items()
    )
    if name in EMPTY:
        return Html(f"<{name}{said}>" if name in ("meta", "link", "br", "input") else f"<{name}{said}/>")
    return Html(f"<{name}{said}>{joined(*children).markup}</{name}>")
