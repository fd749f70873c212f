"""A self-contained HTML file: its head with a strict content policy, and its body with one script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files

from dilemma import __version__
from dilemma.reports.media.html.markup import Html, element

__all__ = ["Meta", "asset", "compact", "document", "footer", "hashed"]

Meta = tuple[str, str, str]
"""The kind of a `meta` element (`name` or `property`), its name and its content."""


def asset(package: str, name: str) -> str:
    """Return the text of a file in a package."""
    return files(package).joinpath(name).read_text("utf-8")


def compact(source: str) -> str:
    """Return a script or style sheet without indentation, blank lines and lines that are comments.

    None of those of our pages has a text of several lines, in which these would count.
    """
    lines = (line.strip() for line in source.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/* ")))


def document(
    language: str, title: str, style: str, script: str, body: Iterable[Html], metas: Iterable[Meta] = ()
) -> str:
    """Return the text of an HTML file that asks for nothing from anywhere; the script ends its body."""
    policy = (
        f"default-src 'none'; script-src {hashed(script)}; style-src {hashed(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    named = (
        ("name", "viewport", "width=device-width, initial-scale=1"),
        ("name", "color-scheme", "light dark"),
        ("name", "referrer", "no-referrer"),
        ("name", "generator", f"dilemma {__version__}"),
        *metas,
    )
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        *(element("meta", {kind: name, "content": content}) for kind, name, content in named),
        element("link", {"rel": "icon", "href": "data:,"}),
        element("title", None, title),
        element("style", None, Html(style)),
    )
    whole = element(
        "html", {"lang": language}, head, element("body", None, *body, element("script", None, Html(script)))
    )
    return f"<!doctype html>\n{whole.markup}\n"


def hashed(source: str) -> str:
    """Return a script or style sheet as a content policy names it."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def footer(closing: str) -> Html:
    """Return the end of a page: its closing sentence, and which program made it."""
    made = f"Made by dilemma {__version__}. This page asks nothing of any network."
    return element(
        "footer", None, element("p", {"class": "closing"}, closing), element("p", {"class": "made"}, made)
    )
