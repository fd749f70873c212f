"""HTML elements, with all text escaped."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

__all__ = ["Html", "element", "joined", "text"]


class Html(NamedTuple):
    """Markup in which all text is escaped."""

    markup: str


EMPTY = frozenset({"meta", "link", "br", "input", "rect", "line", "circle", "path", "use"})


def text(words: str) -> Html:
    """Return a text, escaped."""
    return Html(escape(words))


def joined(*parts: Html | str) -> Html:
    """Return the parts joined; strings are escaped."""
    return Html("".join(part.markup if isinstance(part, Html) else escape(part) for part in parts))


def element(name: str, attributes: Mapping[str, str | None] | None = None, *children: Html | str) -> Html:
    """Return an element; an attribute with the value None is written without a value."""
    said = "".join(
        f" {key}" if value is None else f' {key}="{escape(value)}"'
        for key, value in (attributes or {}).items()
    )
    if name in EMPTY:
        return Html(f"<{name}{said}>" if name in ("meta", "link", "br", "input") else f"<{name}{said}/>")
    return Html(f"<{name}{said}>{joined(*children).markup}</{name}>")
