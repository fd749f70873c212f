"""A collection: views of one scenario, their verdicts, groups and numbers, and what divides the groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, Literal, NamedTuple, TypeAlias

import numpy as np

from dilemma.errors import BadSetting, Named
from dilemma.frameworks.framework import Framework
from dilemma.graph.columns import Column
from dilemma.robustness.collection.bases import bases
from dilemma.robustness.collection.dividing.choosers import Choosers, are_few, choosers_between
from dilemma.robustness.collection.dividing.division import Division, division_between, typical_view
from dilemma.robustness.collection.groups import Grouping, camps, chosen_most, grouped, medoid_of
from dilemma.robustness.collection.implied import Implied, implied_choices
from dilemma.robustness.collection.numbers import Number, numbers_of_views
from dilemma.robustness.collection.pooling import pool_of_values
from dilemma.robustness.collection.turning import Turn, turns_of
from dilemma.robustness.collection.verdicts import DOES_NOT_APPLY, Sets, Verdicts, members, verdicts_of
from dilemma.scenario.document import Document
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.person_view import PersonView

__all__ = ["Collection", "GroupBy", "Mark", "Member", "Trait", "collected"]

GroupBy: TypeAlias = Literal["verdicts", "choice"]
"""What forms groups: verdicts that go together, or the option that people choose by themselves."""

DECISIVE: Final = 0.2  # from 0.5: how far the chance that a group's number exceeds another's is from even
ONE_CHOICE: Final = 1.25  # by which a verdict for one option tells a group apart better than one for several
MOST_OPTIONS: Final = 62  # since sets of them are bits of one whole number
MOST_MARKS: Final = 3  # numbers that mark a group


class Mark(NamedTuple):
    """A number by which a group stands out: its median there, elsewhere, and in what share it is higher.

    `higher` is the chance that a view of the group has a higher number than one outside it, ties counted
    half (Vargha and Delaney 2000).
    """

    address: str
    median: float
    elsewhere: float
    higher: float


class Trait(NamedTuple):
    """The verdict by which a group stands out: a theory, what it chooses, and in how many views.

    `inside` and `outside` count the views with this verdict in the group and elsewhere.
    """

    theory: str
    choice: tuple[str, ...] | None
    inside: int
    outside: int


class Member(NamedTuple):
    """A group: its rows, the row that stands for it, what sets it apart, and the numbers that mark it."""

    rows: tuple[int, ...]
    medoid: int
    trait: Trait | None
    marks: tuple[Mark, ...]


class Collection(NamedTuple):
    """Views of one document and what follows from them.

    `shown` are the places of the theories that form groups and that reports show. `division` is that of the
    first two groups, the largest; None if there is one group. `choosers` is None if people choose fewer than
    two options by themselves. `numbers` are those that some view sets and a
    theory reads, most disputed first; `turns` has, by address, where verdicts turn on the first of them.
    """

    document: Document
    frameworks: tuple[Framework, ...]
    views: tuple[PersonView, ...]
    verdicts: Verdicts
    shown: tuple[int, ...]
    implied: tuple[Implied, ...]
    grouped_by: GroupBy
    groups: tuple[Member, ...]
    silhouette: float | None
    division: Division | None
    numbers: tuple[Number, ...]
    turns: Mapping[str, tuple[Turn, ...]]
    choosers: Choosers | None

    @property
    def options(self) -> tuple[str, ...]:
        return self.verdicts.options

    def constant(self) -> dict[str, tuple[str, ...]]:
        """Return the theories shown that choose the same in all views, if not every option; and what."""
        found = {}
        for at in self.shown:
            sets = self.verdicts.chosen[:, at]
            if (sets == sets[0]).all() and self.verdicts.selects(at)[0]:
                found[self.verdicts.theories[at].id] = members(self.options, int(sets[0]))
        return found

    def untaken(self) -> tuple[str, ...]:
        """Return the options that nobody chooses, and no theory shown in any view."""
        own = {view.choice for view in self.views}
        sets = self.verdicts.chosen[:, list(self.shown)]
        telling = sets[(sets > 0) & (sets != self.verdicts.every)]
        union = int(np.bitwise_or.reduce(telling)) if telling.size else self.verdicts.every
        return tuple(
            option for at, option in enumerate(self.options) if option not in own and not union >> at & 1
        )

    def parting(self) -> tuple[int, ...]:
        """Return the rows of views whose own choice is not among those that the view implies.

        Views without credences of their own are left out: theirs would be the same for every family.
        """
        return tuple(
            row
            for row, (view, implied) in enumerate(zip(self.views, self.implied, strict=True))
            if view.choice and implied.stated and implied.choice and view.choice not in implied.choice
        )


def collected(
    document: Document,
    views: Sequence[PersonView],
    frameworks: Sequence[Framework],
    *,
    by: GroupBy = "verdicts",
    shown: AbstractSet[str] = frozenset(),
) -> Collection:
    """Return the collection of one or more views, judged by these theories.

    Only the theories `shown`, by id, form groups and divide them, as far as they apply in some view; all, if
    none of them is named or applies. Raises BadSetting if no theory applies in any view, if nobody states a
    choice to group by, or for more than 62 options.
    """
    require_collectable(document, views, by)
    found = list(bases(document, views, frameworks))
    verdicts = verdicts_of(found, frameworks, len(views))
    places = places_shown(verdicts, shown)
    telling = tuple(frameworks[at] for at in places)
    numbers = numbers_of_views(document, views, found, telling)
    implied = implied_choices(verdicts, [view.credences for view in views])
    chosen = verdicts.chosen[:, list(places)]
    grouping = grouping_of(views, chosen, implied, by, verdicts.options)
    groups = tuple(
        Member(rows, medoid, trait_of(rows, verdicts, places), marks_of(rows, numbers))
        for rows, medoid in zip(grouping.groups, grouping.medoids, strict=True)
    )
    checker = ViewChecker(document)

    def typical_of(group: Sequence[int], medoid: int) -> PersonView:
        return typical_view(document, views, numbers, group, medoid, chosen, telling, checker)

    division = None
    if len(groups) > 1:
        first, second = (typical_of(one.rows, one.medoid) for one in groups[:2])
        division = division_between(document, (0, 1), (first, second), telling)
    most = chosen_most([view.choice for view in views], chosen, verdicts.options)
    typical = typical_of(range(len(views)), medoid_of(chosen))
    turns = turns_of(document, typical, numbers, telling)
    choosers = None
    if most:
        first, second = (
            views[medoid] if are_few(most.rows) else typical_of(rows, medoid)
            for rows, medoid in zip(most.rows, most.medoids, strict=True)
        )
        between = division_between(document, (0, 1), (first, second), telling)
        choosers = choosers_between(most, between, views, verdicts, numbers, turns)
    return Collection(
        document=document,
        frameworks=tuple(frameworks),
        views=tuple(views),
        verdicts=verdicts,
        shown=places,
        implied=implied,
        grouped_by=by,
        groups=groups,
        silhouette=grouping.silhouette,
        division=division,
        numbers=numbers,
        turns=turns,
        choosers=choosers,
    )


def require_collectable(document: Document, views: Sequence[PersonView], by: GroupBy) -> None:
    """Raise BadSetting for a document or views that cannot be collected so."""
    options = len(document.scenario.options)
    if options > MOST_OPTIONS:
        raise BadSetting(
            f"{document.label}: {options} options are more than the {MOST_OPTIONS} of a collection"
        )
    if by == "choice" and not any(view.choice for view in views):
        raise BadSetting(Named("by"), " choice: nobody of these states a choice")


def places_shown(verdicts: Verdicts, shown: AbstractSet[str]) -> tuple[int, ...]:
    """Return the places of these theories that apply in some view; of all that do, if none of these does."""
    applying = [
        at for at, _ in enumerate(verdicts.theories) if (verdicts.chosen[:, at] != DOES_NOT_APPLY).any()
    ]
    ids = frozenset(shown)
    if not applying:
        raise BadSetting("none of these theories applies in any of these views")
    within = [at for at in applying if verdicts.theories[at].id in ids]
    return tuple(within or applying)


def grouping_of(
    views: Sequence[PersonView], chosen: Sets, implied: Sequence[Implied], by: GroupBy, options: Sequence[str]
) -> Grouping:
    """Return the groups by verdicts, those of the methods included, or by people's own choices."""
    places: dict[tuple[str, ...], int] = {}
    combined = [places.setdefault(one.choice, len(places)) for one in implied]
    profiles = np.column_stack([chosen, combined])
    if by == "choice":
        return camps([view.choice for view in views], profiles, options)
    return grouped(profiles)


def trait_of(rows: Sequence[int], verdicts: Verdicts, shown: Sequence[int]) -> Trait | None:
    """Return the verdict that is most frequent in these rows as against the others; None if all are alike."""
    chosen, inside = verdicts.chosen, np.zeros(len(verdicts.chosen), bool)
    inside[list(rows)] = True
    best: tuple[float, Trait] | None = None
    for at in shown if not inside.all() else ():
        sets, counts = np.unique(chosen[inside, at], return_counts=True)
        for set_, count in zip(sets.tolist(), counts.tolist(), strict=True):
            outside = int((chosen[~inside, at] == set_).sum())
            choice = None if set_ == DOES_NOT_APPLY else members(verdicts.options, set_)
            gain = count / len(rows) - outside / int((~inside).sum())
            gain = round(gain * (ONE_CHOICE if choice and len(choice) == 1 else 1), 12)
            if best is None or gain > best[0]:
                best = gain, Trait(verdicts.theories[at].id, choice, count, outside)
    return best[1] if best and best[0] > 0 else None


def marks_of(rows: Sequence[int], numbers: Sequence[Number]) -> tuple[Mark, ...]:
    """Return the numbers by which some rows stand out most from the others, at most three."""
    marks = []
    for number in numbers:
        inside = np.zeros(len(number.values), bool)
        inside[list(rows)] = True
        here, there = (number.values[part & ~np.isnan(number.values)] for part in (inside, ~inside))
        if len(here) and len(there):
            higher = chance_of_exceeding(here, there)
            inner, outer = (
                pool_of_values("median", number, values, np.ones(len(values))) for values in (here, there)
            )
            marks.append(Mark(number.address, inner, outer, higher))
    telling = [mark for mark in marks if abs(mark.higher - 0.5) >= DECISIVE and mark.median != mark.elsewhere]
    telling.sort(key=lambda mark: -abs(mark.higher - 0.5))
    return tuple(telling[:MOST_MARKS])


def chance_of_exceeding(here: Column, there: Column) -> float:
    """Return the chance that one of the first is greater than one of the second, ties counted half."""
    ordered = np.sort(there)
    below = np.searchsorted(ordered, here, "left")
    up_to = np.searchsorted(ordered, here, "right")
    return float(np.round((below + up_to).sum() / (2 * len(here) * len(there)), 12))
