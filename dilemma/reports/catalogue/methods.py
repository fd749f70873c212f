"""Methods as blocks and records: claim, meaning of the choice, formula, needs, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from dilemma.reconciliation.method import Method, Need
from dilemma.reconciliation.methods.bibliography import BIBLIOGRAPHY
from dilemma.reconciliation.methods.defaults import DEFAULTS
from dilemma.reports.blocks import Block, Heading, Line, Sentences

if TYPE_CHECKING:
    from dilemma.reports.catalogue import schema

__all__ = ["WORST_ADDED", "list_blocks", "method_blocks", "methods_record"]

SCHEMA: Final = "dilemma.methods/1"

NEEDS = {
    "stated": "credences that someone stated",
    "scores": "scores; of a theory without them it takes how many options stand below less above",
    "one-scale": "that you hold all scores to be on one scale (--shared-unit)",
}
NEEDS_NOTHING = "an order of the options, or who is permitted: what every theory gives"


WORST_ADDED = "An option worst by all"
"""What an option is called that every theory puts below all others."""


def list_blocks(methods: Iterable[Method]) -> Iterator[Block]:
    """Yield every method with its claim: those that run by default, then those on request."""
    every = list(methods)
    default = [method for method in every if method in DEFAULTS]
    rest = [method for method in every if method not in DEFAULTS]
    for title, group in (("Run by `dilemma reconcile`", default), ("On request, with --method", rest)):
        yield Sentences(title, tuple(Line(method.about.id, method.about.claim) for method in group))


def method_blocks(method: Method) -> Iterator[Block]:
    """Yield one method's page."""
    about = method.about
    yield Heading(about.name, about.claim, about.id)
    yield Sentences(
        "At a glance",
        (
            Line("Chosen means", f"{about.plainly}."),
            Line("Formula", about.formula),
            Line("Its scores", about.scale or "none: it only chooses"),
            Line(WORST_ADDED, f"If added, it {about.worst_added}."),
            Line("Needs", "; ".join(needs(about.needs)) or NEEDS_NOTHING),
        ),
    )
    yield Sentences("Sources", tuple(Line(key, BIBLIOGRAPHY[key]) for key in about.sources))
    yield Sentences(
        "Known objections", tuple(Line(str(n), text) for n, text in enumerate(about.objections, 1))
    )


def needs(kinds: tuple[Need, ...]) -> Iterator[str]:
    """Yield the needs of a method in words."""
    return (NEEDS[name] for name in kinds)


def methods_record(methods: Iterable[Method]) -> schema.Methods:
    """Return methods as the object that `methods --json` prints."""
    return {"schema": SCHEMA, "methods": [record(method) for method in methods]}


def record(method: Method) -> schema.Method:
    """Return the record of one method."""
    about = method.about
    return {
        "id": about.id,
        "name": about.name,
        "default": method in DEFAULTS,
        "claim": about.claim,
        "plainly": about.plainly,
        "formula": about.formula,
        "scale": about.scale or None,
        "worst_added": about.worst_added,
        "needs": list(needs(about.needs)),
        "sources": [{"key": key, "reference": BIBLIOGRAPHY[key]} for key in about.sources],
        "objections": list(about.objections),
    }
