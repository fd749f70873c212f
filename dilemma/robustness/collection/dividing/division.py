"""What divides two groups of views: the fewest settings that carry the verdicts of one to those of the other.

Each group is seen through its typical view: the median of its numbers and what most of it sets, or its
medoid where that agrees with clearly more of its members. Single settings and pairs are found as between two
perspectives (`robustness.comparison`). Where a theory needs more, settings are dropped one by one, the
smallest changes first, as long as its verdict stays carried: none of those left can be spared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from dilemma.errors import BadSetting
from dilemma.frameworks.framework import Framework
from dilemma.robustness.between import answer_of
from dilemma.robustness.collection.implied import Implied, implied_choices
from dilemma.robustness.collection.numbers import Number, SettingKind, setting_kind
from dilemma.robustness.collection.pooling import pooled
from dilemma.robustness.collection.verdicts import Sets, verdicts_of_weighings
from dilemma.robustness.comparison import divides
from dilemma.robustness.cruxes.segments import Choice
from dilemma.scenario.document import Document
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.view import View, view
from dilemma.weighing import Weighing, judge_view

__all__ = [
    "Cause",
    "CredenceStep",
    "Division",
    "Setting",
    "Step",
    "division_between",
    "setting_of",
    "typical_view",
]

Cause: TypeAlias = Literal["same", "numbers", "credences", "either", "together"]
"""What makes two views imply different choices: one, either of two, or only both; `same` if none does."""

CLOSE: Final = 0.1  # of the verdicts, by which the median may agree with fewer members than the medoid


class Setting(NamedTuple):
    """A setting that carries verdicts: its values in the one group and in the other, and what it is."""

    address: str
    kind: SettingKind
    here: Any
    there: Any


class Step(NamedTuple):
    """Settings that together carry the verdicts of these theories from one group to the other."""

    settings: tuple[Setting, ...]
    theories: tuple[str, ...]

    @property
    def kinds(self) -> tuple[SettingKind, ...]:
        """What the settings are, each kind once."""
        return tuple(dict.fromkeys(setting.kind for setting in self.settings))


class CredenceStep(NamedTuple):
    """The choices that the groups' numbers and credences imply, and those with one of the two exchanged.

    `by_credences` is the first group's with the credences of the second, `by_numbers` with its numbers.
    """

    here: Implied
    there: Implied
    by_credences: Implied
    by_numbers: Implied

    @property
    def cause(self) -> Cause:
        """What makes the choices implied differ."""
        here, there = self.here.choice, self.there.choice
        if here == there:
            return "same"
        numbers, credences = self.by_numbers.choice == there, self.by_credences.choice == there
        if numbers and credences:
            return "either"
        return "numbers" if numbers else "credences" if credences else "together"

    def fits(self, options: tuple[str, str]) -> tuple[bool, bool]:
        """Return whether the choice implied on each side has the option that this side chooses."""
        return options[0] in self.here.choice, options[1] in self.there.choice


class Division(NamedTuple):
    """What divides two groups, by their places: `steps` carry the verdicts of the first to the second.

    `differing` are the theories whose verdicts differ between the typical views. `credences` is None if
    neither group states any. `answers` has what each of these theories chooses in both views.
    """

    groups: tuple[int, int]
    views: tuple[PersonView, PersonView]
    differing: tuple[str, ...]
    steps: tuple[Step, ...]
    credences: CredenceStep | None
    answers: Mapping[str, tuple[Choice, Choice]] = MappingProxyType({})


def typical_view(
    document: Document,
    views: Sequence[PersonView],
    numbers: Sequence[Number],
    group: Sequence[int],
    medoid: int,
    chosen: Sets,
    frameworks: Sequence[Framework],
    checker: ViewChecker,
) -> PersonView:
    """Return a view that stands for a group; `chosen` are the verdicts of all views by these theories."""
    rows = list(group)
    own = [number._replace(values=number.values[rows], set_by=()) for number in numbers]
    try:
        median = pooled("median", document, [views[row] for row in rows], own, [1.0] * len(rows), checker)
    except BadSetting:
        return views[medoid]
    weighing = judge_view(view(document, None, median.values), frameworks)
    sets = verdicts_of_weighings([weighing]).chosen
    apart = float((chosen[rows] != sets).mean())
    close = float((chosen[rows] != chosen[medoid]).mean()) + CLOSE
    return median if apart <= close else views[medoid]


def division_between(
    document: Document,
    places: tuple[int, int],
    pair: tuple[PersonView, PersonView],
    frameworks: Sequence[Framework],
) -> Division:
    """Return what divides the typical views of two groups, by these theories."""
    first, second = (judge_view(view(document, None, one.values), frameworks) for one in pair)
    differing = tuple(
        one.about.id
        for one, other in zip(first.verdicts, second.verdicts, strict=True)
        if answer_of(one) != answer_of(other)
    )
    steps = tuple(
        Step(
            tuple(setting_of(document, address, first.view, second.view) for address in divide.settings),
            divide.frameworks,
        )
        for divide in divides(first, second, frameworks)
    )
    answers = {
        one.about.id: (answer_of(one), answer_of(other))
        for one, other in zip(first.verdicts, second.verdicts, strict=True)
        if one.about.id in differing
    }
    return Division(places, pair, differing, steps, credence_step(pair, (first, second)), answers)


def setting_of(document: Document, address: str, here: View, there: View) -> Setting:
    """Return a setting with its values in two views."""
    values = (value_in(one.changed, document, address) for one in (here, there))
    return Setting(address, setting_kind(document.scenario, address), *values)


def value_in(changed: Mapping[str, Any], document: Document, address: str) -> Any:
    """Return the value that a view has at an address: what it changes, else what the file writes."""
    if address in changed:
        return changed[address]
    here: Any = document.data
    for step in address.split("."):
        here = here.get(step) if isinstance(here, Mapping) else None
    return here


def credence_step(
    pair: tuple[PersonView, PersonView], weighings: tuple[Weighing, Weighing]
) -> CredenceStep | None:
    """Return what the credences of two groups make of their choices; None if neither states any."""
    first, second = pair
    if not first.credences and not second.credences:
        return None
    here, there = weighings
    credences = [first.credences, second.credences, second.credences, first.credences]
    return CredenceStep(*implied_choices(verdicts_of_weighings([here, there, here, there]), credences))
