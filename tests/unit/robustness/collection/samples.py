"""Random views of a shipped file, and views around planted camps."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from typing import Any

from dilemma import load
from dilemma.frameworks.framework import Framework
from dilemma.frameworks.registry import frameworks_named
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario import Document
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.person_view import PersonView

__all__ = ["around", "checker", "document", "random_views", "ranged", "theories", "view_of"]


@cache
def document(name: str) -> Document:
    """Return a shipped document."""
    return load(name)


@cache
def checker(name: str) -> ViewChecker:
    """Return the checker of views of a shipped document."""
    return ViewChecker(document(name))


@cache
def theories() -> tuple[Framework, ...]:
    """Return all theories."""
    return frameworks_named(())


@cache
def ranged(name: str) -> tuple[Dial, ...]:
    """Return the numbers of a document with a stated range."""
    return tuple(dial for dial in dials(document(name).scenario, ()) if dial.drawn)


def view_of(name: str, /, **said: Any) -> PersonView:
    """Return the view that says this of a document."""
    checked = checker(name).checked({"view": 1, "of": name, **said}, "a view")
    assert checked.view is not None, checked.problems
    return checked.view


def random_views(name: str, count: int, seed: int = 1) -> list[PersonView]:
    """Return views that set some numbers within their ranges at random, with credences and choices."""
    rng = random.Random(seed)
    options, perspectives = [*document(name).scenario.options], [*document(name).scenario.perspectives]
    made: list[PersonView] = []
    while len(made) < count:
        start = rng.choice(perspectives) if rng.random() < 0.3 else None
        chosen = rng.sample(ranged(name), min(6, len(ranged(name))))
        said = {
            "set": {dial.address: rng.uniform(*dial.range or (0, 0)) for dial in chosen},
            "as": start,
            "name": f"No. {len(made)}" if rng.random() < 0.8 else None,
            "choice": rng.choice(options) if rng.random() < 0.7 else None,
            "credences": {one.about.id: rng.random() for one in rng.sample(theories(), 4)}
            if rng.random() < 0.5
            else None,
        }
        checked = checker(name).checked({"view": 1, "of": name, **said}, "a view")
        if checked.view:  # a number may not stand beside what the perspective sets
            made.append(checked.view)
    return made


def around(name: str, camps: Sequence[str], count: int, share: float, seed: int = 1) -> list[PersonView]:
    """Return views that start from perspectives in turn and move some numbers by a share of their ranges."""
    rng = random.Random(seed)
    made = []
    for place in range(count):
        camp = camps[place % len(camps)]
        theirs = document(name).scenario.perspectives[camp].set
        free = [dial for dial in ranged(name) if not any(at.startswith(dial.address) for at in theirs)]
        said = {}
        for dial in rng.sample(free, 6):
            low, high = dial.range or (0.0, 0.0)
            said[dial.address] = min(high, max(low, dial.best + share * (rng.random() - 0.5) * (high - low)))
        checked = checker(name).checked(
            {"view": 1, "of": name, "as": camp, "set": said, "name": f"{camp} {place}"}, "a"
        )
        if checked.view:
            made.append(checked.view)
    return made
