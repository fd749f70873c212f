"""Theories as blocks and records: claim, steps, formula, settings, needs, sources, objections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from dilemma.frameworks.bibliography import BIBLIOGRAPHY
from dilemma.frameworks.description import claim, needed, steps
from dilemma.frameworks.framework import Family, Framework, Interval, intervals
from dilemma.reports.blocks import Block, Heading, Line, Paragraphs, Sentences
from dilemma.reports.weigh.record import about_record
from dilemma.reports.words.figures import figure
from dilemma.reports.words.templates import FAMILIES

if TYPE_CHECKING:
    from dilemma.reports.catalogue import schema

__all__ = ["catalogue_blocks", "theories_record", "theory_blocks"]

SCHEMA: Final = "dilemma.frameworks/1"

STANDINGS = {
    "comprehensive": "a comprehensive theory of right action",
    "constraint": "a constraint: it permits by silence",
    "decision rule": "a rule for deciding in doubt about facts",
}
GIVES = {
    "cardinal": "scores on one scale",
    "order": "an order",
    "tiers": "who is permitted, and no more",
}


def catalogue_blocks(frameworks: Iterable[Framework]) -> Iterator[Block]:
    """Yield every theory by family, with its claim."""
    every = list(frameworks)
    for family in Family:
        lines = tuple(Line(f.about.id, claim(f)) for f in every if f.about.family is family)
        if lines:
            yield Sentences(FAMILIES[family], lines)


def theory_blocks(framework: Framework) -> Iterator[Block]:
    """Yield one theory's page."""
    about = framework.about
    yield Heading(about.name, claim(framework), about.id)
    yield Paragraphs("Steps", steps(framework))
    settings = tuple(_setting(framework, name, interval) for name, interval in intervals(framework).items())
    if settings:
        yield Sentences("Settings", settings)
    needs = needed(framework)
    yield Sentences(
        "At a glance",
        (
            Line("Formula", about.formula),
            Line("Standing", STANDINGS[about.standing.value]),
            Line("Gives", GIVES[about.gives.value]),
            Line("Reads", "; ".join(about.reads)),
            Line("Does not apply where", "; ".join(needs) if needs else "it always applies"),
        ),
    )
    yield Sentences("Sources", tuple(map(_source, about.sources)))
    yield Sentences(
        "Known objections", tuple(Line(str(n), text) for n, text in enumerate(about.objections, 1))
    )
    if about.limits:
        yield Sentences("Known limits", tuple(Line(str(n), text) for n, text in enumerate(about.limits, 1)))


def _setting(framework: Framework, name: str, interval: Interval) -> Line:
    default = getattr(framework, name)
    low = f"above {figure(interval.low)}" if interval.above_low else figure(interval.low)
    return Line(name, f"{interval.meaning}; {low} to {figure(interval.high)}, default {figure(default)}")


def theories_record(frameworks: Iterable[Framework]) -> schema.Frameworks:
    """Return theories as the object that `frameworks --json` prints."""
    return {"schema": SCHEMA, "frameworks": [_theory(framework) for framework in frameworks]}


def _theory(framework: Framework) -> schema.Framework:
    about, ranges = framework.about, intervals(framework)
    return {
        **about_record(about),
        "claim": claim(framework),
        "steps": list(steps(framework)),
        "formula": about.formula,
        "settings": [
            {
                "name": field.name,
                "meaning": ranges[field.name].meaning,
                "default": getattr(framework, field.name),
                "interval": [ranges[field.name].low, ranges[field.name].high],
                "above_low": ranges[field.name].above_low,
            }
            for field in fields(framework)
        ],
        "tests": [test.id for test in about.tests],
        "reads": list(about.reads),
        "needs": list(needed(framework)),
        "sources": [{"key": key, "reference": BIBLIOGRAPHY.get(key, key)} for key in about.sources],
        "objections": list(about.objections),
        "limits": list(about.limits),
    }


def _source(key: str) -> Line:
    """Return the line of a cited work; a full reference of a plug-in has no key."""
    return Line(key, BIBLIOGRAPHY[key]) if key in BIBLIOGRAPHY else Line("", key)
