"""The page of methods for acting when theories disagree, from their title blocks."""

from __future__ import annotations

from dilemma.reconciliation.method import Method
from dilemma.reconciliation.methods.bibliography import BIBLIOGRAPHY
from dilemma.reconciliation.methods.catalogue import METHODS
from dilemma.reconciliation.methods.defaults import DEFAULTS
from dilemma.reports.catalogue.methods import NEEDS_NOTHING, WORST_ADDED, needs

from .markdown import bullets, code, escaped, fence, page, section, table

__all__ = ["methods_page"]

INTRODUCTION = (
    "`dilemma reconcile` runs the first group unless others are asked for with `--method`. "
    "`dilemma methods ID` prints one in full. "
    "[Moral uncertainty](../explanation/moral-uncertainty.md) explains what they are for."
)


def methods_page() -> str:
    """Return the page."""
    on_request = [method for method in METHODS if method not in DEFAULTS]
    return page(
        "Methods",
        INTRODUCTION,
        section("Run by default", summary(DEFAULTS)),
        section("On request", summary(on_request)),
        *(method_section(method) for method in METHODS),
    )


def summary(methods: tuple[Method, ...] | list[Method]) -> str:
    """Return a table of methods with their claims."""
    rows = ((f"[`{one.about.id}`](#{one.about.id})", one.about.name, one.about.claim) for one in methods)
    return table(("`--method`", "name", "claim"), rows)


def method_section(method: Method) -> str:
    """Return what is said of one method, under its id."""
    about = method.about
    glance = (
        ("name", about.name),
        ("chosen means", about.plainly),
        ("its scores", about.scale or "none: it only chooses"),
        (WORST_ADDED.lower(), f"if added, it {about.worst_added}"),
        ("needs", "; ".join(needs(about.needs)) or NEEDS_NOTHING),
        ("runs", "by default" if method in DEFAULTS else f"with {code('--method ' + about.id)}"),
    )
    return section(
        about.id,
        f"**{escaped(about.claim)}**",
        table(("", ""), glance),
        fence(about.formula),
        section("Sources", bullets(escaped(BIBLIOGRAPHY[key]) for key in about.sources), level=3),
        section("Known objections", bullets(map(escaped, about.objections)), level=3),
    )
