"""Budgets shared out by worldviews: the methods of Donor Compass, and ours with the same steps.

The published cases are not part of this project. `DILEMMA_DONOR_COMPASS` names the file of a checkout of
theirs, `tests/fixtures/legacy_voting_methods.json`; the study's file holds what was measured on it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from dilemma.reconciliation.method import elect
from dilemma.reconciliation.methods.catalogue import method_named
from dilemma.reconciliation.methods.lottery import chances
from dilemma.reconciliation.profile import Profile, ballot

from .study import Ours

__all__ = ["CLOSE", "METHODS", "NAME", "Case", "cases", "difference", "funding", "ours", "published_file"]

NAME = "donor-compass"
CLOSE = 1e-6  # million dollars: the tolerance of their own tests

LOTTERY = "chances"
METHODS: Mapping[str, str] = {
    "credenceWeighted": LOTTERY,
    "myFavoriteTheory": "favourite-theory",
    "mec": "expected-raw",
    "borda": "borda",
    "splitCycle": "split-cycle",
    "lexicographicMaximin": "maximin",
    "nashBargaining": "nash",
}
"""Their methods, and ours. Two of theirs have none: `met` and `msa`."""


class Case(NamedTuple):
    """A published case: projects, worldviews, a budget in steps, and how it is shared out."""

    method: str
    name: str
    projects: Mapping[str, Any]
    worldviews: Sequence[Mapping[str, Any]]
    budget: float
    step: float
    funding: Mapping[str, float]


Rule: TypeAlias = Callable[[str, Profile], Sequence[float]]
"""What shares out a step: each project's share, by a method of theirs and the worldviews' values."""


def cases(path: Path) -> Iterator[Case]:
    """Yield the cases of the methods that have one of ours."""
    content = json.loads(path.read_text("utf-8"))
    for test in content["tests"]:
        if test["method"] in METHODS:
            given = test["inputs"]
            yield Case(
                test["method"],
                test["description"],
                content["project_data"],
                given["worldviews"],
                given["budget"],
                given["increment_size"],
                test["expected_funding"],
            )


def difference(case: Case, rule: Rule | None = None) -> float:
    """Return the greatest difference in what a project is given, in million dollars.

    `rule` shares out a step; without one, our method does.
    """
    found = funding(case, rule or shares)
    return max(abs(found[project] - amount) for project, amount in case.funding.items())


def funding(case: Case, rule: Rule) -> Mapping[str, float]:
    """Return what each project is given, step by step, each step by a rule on the values that remain."""
    given = dict.fromkeys(case.projects, 0.0)
    values = [[value(case.projects[name], view) for name in given] for view in case.worldviews]
    votes = whole_votes(case.worldviews)
    for _ in range(round(case.budget / case.step)):
        left = [share_left(case.projects[name], given[name], case.step) for name in given]
        rows = [tuple(x * part for x, part in zip(row, left, strict=True)) for row in values]
        ballots = [ballot((str(n), str(n), None), places(row), row, unit="one") for n, row in enumerate(rows)]
        for name, share in zip(given, rule(case.method, Profile((*given,), (*ballots,), votes)), strict=True):
            given[name] += case.step * share
    return given


def shares(method: str, profile: Profile) -> Sequence[float]:
    """Return how our method shares out a step; of several that win the first by name has all, as theirs."""
    if METHODS[method] == LOTTERY:
        return chances(profile) or ()
    outcome = elect(method_named(METHODS[method]), profile)
    assert outcome is not None
    if METHODS[method] == "nash":
        return outcome.scores or ()
    first = min(profile.options[option] for option in outcome.winners)
    return [float(option == first) for option in profile.options]


def value(project: Mapping[str, Any], view: Mapping[str, Any]) -> float:
    """Return what a project is worth to a worldview before any of it is paid for.

    Σ over effects of the recipient's weight × Σ over periods of effect × discount; less the chance of
    extinction, unless the project is against that.
    """
    total: float = sum(
        view["moral_weights"].get(effect["recipient_type"], 0)
        * sum(
            period[view["risk_profile"]] * discount
            for period, discount in zip(effect["values"], view["discount_factors"], strict=True)
        )
        for effect in project["effects"].values()
    )
    return total if project["tags"]["near_term_xrisk"] else total * (1 - view["p_extinction"])


def share_left(project: Mapping[str, Any], given: float, step: float) -> float:
    """Return the share of its worth that the next step of a project still has."""
    curve: Sequence[float] = project["diminishing_returns"]
    return curve[min(int(given / step), len(curve) - 1)]


def places(row: Sequence[float]) -> tuple[int, ...]:
    """Return the place of each number, 1 for the greatest; equal numbers share one."""
    levels = sorted({*row}, reverse=True)
    return tuple(levels.index(number) + 1 for number in row)


def whole_votes(views: Sequence[Mapping[str, Any]]) -> tuple[int, ...]:
    """Return credences as whole votes."""
    exact = [Fraction(str(view["credence"])) for view in views]
    common = lcm(*(one.denominator for one in exact))
    return tuple(int(one * common) for one in exact)


def ours(path: Path) -> Ours:
    """Return, by method, in how many of its cases every project is given the same."""
    found: dict[str, list[bool]] = {method: [] for method in METHODS}
    for case in cases(path):
        found[case.method].append(difference(case) <= CLOSE)
    rows = {method: f"{sum(agree)} cases" for method, agree in found.items()}
    every = [one for agree in found.values() for one in agree]
    return rows | {"all seven": f"{sum(every)} cases"}


def published_file() -> Path | None:
    """Return the file of published cases that the environment names; None where it names none."""
    name = os.environ.get("DILEMMA_DONOR_COMPASS")
    return Path(name) if name else None
