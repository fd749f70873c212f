"""People who choose two options by themselves, and what explains that they choose otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Final, NamedTuple

from dilemma.robustness.collection.credences import rows_stating
from dilemma.robustness.collection.dividing.division import CredenceStep, Division, Setting, Step
from dilemma.robustness.collection.groups import MostChosen
from dilemma.robustness.collection.implied import implied_of
from dilemma.robustness.collection.numbers import Number
from dilemma.robustness.collection.turning import Turn
from dilemma.robustness.collection.verdicts import Verdicts, members
from dilemma.robustness.cruxes.segments import Choice
from dilemma.scenario.views.person_view import PersonView

__all__ = ["FEWEST_POOLED", "Choosers", "are_few", "choosers_between"]

FEWEST_POOLED: Final = 4
"""Fewest people of a side whose numbers are told by their median and whose credences by their mean."""


class Choosers(NamedTuple):
    """The people who choose each of two options, as rows, and what divides them.

    `division` is between the typical views of the two, or, if one side is `few`, between their medoids.
    `explaining` has those of its steps, with those of their theories, that help to explain the choices: from
    the first side to the second a theory turns from the first option, or to the second. If one side is few,
    it also has single numbers that turn theories between the two in the view that is typical of all, and
    `by_person` compares each person of the first with each of the second, of those who state credences.
    `as_often` and `by_distance` are as in `MostChosen`.
    """

    options: tuple[str, str]
    rows: tuple[tuple[int, ...], tuple[int, ...]]
    division: Division
    explaining: tuple[Step, ...]
    by_person: tuple[CredenceStep, ...]
    as_often: tuple[str, ...]
    by_distance: bool

    @property
    def few(self) -> bool:
        """Whether one side has too few people for a median or a mean."""
        return are_few(self.rows)


def are_few(sides: Sequence[Sequence[int]]) -> bool:
    """Return whether one of these sets of people is too small for a median or a mean."""
    return min(map(len, sides)) < FEWEST_POOLED


def choosers_between(
    most: MostChosen,
    division: Division,
    views: Sequence[PersonView],
    verdicts: Verdicts,
    numbers: Sequence[Number],
    turns: Mapping[str, Sequence[Turn]],
) -> Choosers:
    """Return the people who choose these options, with what of a division explains their choices.

    `turns` are those of numbers, by address, in the view that is typical of all.
    """
    options, rows = most.options, most.rows
    few, every = are_few(rows), verdicts.options
    telling = {
        theory
        for theory, answers in division.answers.items()
        if turns_towards([answers], options, every)
        and (not few or turns_towards(answers_of_pairs(theory, rows, verdicts), options, every))
    }
    steps = [
        step
        for step in division.steps
        if not few or all(are_apart(one.address, rows, numbers) for one in step.settings)
    ]
    if few:
        steps += steps_by_one_number(most, verdicts, numbers, turns)
    explaining = without_repeats(steps, telling)
    by_person = steps_by_person(rows, views, verdicts) if few else ()
    return Choosers(options, rows, division, explaining, by_person, most.as_often, most.by_distance)


def steps_by_one_number(
    most: MostChosen, verdicts: Verdicts, numbers: Sequence[Number], turns: Mapping[str, Sequence[Turn]]
) -> Iterator[Step]:
    """Yield each number whose values on two sides lie apart, with the theories that it turns between them.

    It turns them by itself, in the view that is typical of all. Between two people who stand for the sides
    other numbers may be needed as well, on which the sides do not lie apart.
    """
    for number in numbers:
        if not are_apart(number.address, most.rows, [number]):
            continue
        here, there = (number.values[list(side)] for side in most.rows)
        rises = bool(here.max() < there.min())
        low, high = (here.max(), there.min()) if rises else (there.max(), here.min())
        between: dict[str, list[Turn]] = {}
        for turn in turns.get(number.address, ()):
            if low <= turn.at <= high:
                between.setdefault(turn.theory, []).append(turn)
        ends = {theory: (found[0].below, found[-1].above) for theory, found in between.items()}
        theories = tuple(
            theory
            for theory, (below, above) in ends.items()
            if turns_towards([(below, above) if rises else (above, below)], most.options, verdicts.options)
        )
        if theories:
            values = (float(number.values[medoid]) for medoid in most.medoids)
            yield Step((Setting(number.address, number.kind, *values),), theories)


def without_repeats(steps: Sequence[Step], telling: AbstractSet[str]) -> tuple[Step, ...]:
    """Return the steps with the telling theories of each, those with a single setting first, each told once.

    A theory that a single setting turns is left out of the steps with several.
    """
    single: dict[str, Step] = {}
    for step in steps:
        if len(step.settings) == 1:
            first = single.setdefault(step.settings[0].address, step)
            both = dict.fromkeys((*first.theories, *step.theories))
            single[step.settings[0].address] = first._replace(theories=tuple(both))
    alone = {theory for step in single.values() for theory in step.theories}
    several = [
        step._replace(theories=tuple(theory for theory in step.theories if theory not in alone))
        for step in steps
        if len(step.settings) > 1
    ]
    found = [
        step._replace(theories=tuple(theory for theory in step.theories if theory in telling))
        for step in (*single.values(), *several)
    ]
    return tuple(step for step in found if step.theories)


def turns_towards(
    answers: Iterable[tuple[Choice, Choice]], options: tuple[str, str], every: Sequence[str]
) -> bool:
    """Return whether all of these changes of an answer lead from the first option, or all to the second."""
    weights = [[[weight(choice, option, every) for choice in pair] for option in options] for pair in answers]
    return all(here > there for (here, there), _ in weights) or all(
        here < there for _, (here, there) in weights
    )


def weight(choice: Choice, option: str, every: Sequence[str]) -> float:
    """Return the share of an option in a choice; 0 too where every option is chosen."""
    return 1 / len(choice) if choice and option in choice and len(choice) < len(every) else 0.0


def answers_of_pairs(
    theory: str, rows: tuple[Sequence[int], Sequence[int]], verdicts: Verdicts
) -> Iterator[tuple[Choice, Choice]]:
    """Yield what a theory chooses in the view of each person of the first and each of the second."""
    at = next(place for place, about in enumerate(verdicts.theories) if about.id == theory)
    for pair in product(*rows):
        here, there = (members(verdicts.options, int(verdicts.chosen[row, at])) for row in pair)
        yield here, there


def are_apart(address: str, rows: tuple[Sequence[int], Sequence[int]], numbers: Sequence[Number]) -> bool:
    """Return whether all values of one side are below all of the other; true of what is no number."""
    number = next((one for one in numbers if one.address == address), None)
    if number is None:
        return True
    here, there = (number.values[list(side)] for side in rows)
    return bool(here.max() < there.min() or there.max() < here.min())


def steps_by_person(
    rows: tuple[Sequence[int], Sequence[int]], views: Sequence[PersonView], verdicts: Verdicts
) -> tuple[CredenceStep, ...]:
    """Return each person of the first against each of the second, of those who state credences."""
    every = {*rows_stating(views)}
    stating = [[row for row in side if row in every] for side in rows]
    asked = [
        pair
        for one, other in product(*stating)
        for pair in ((one, one), (other, other), (one, other), (other, one))
    ]
    found = implied_of(verdicts, ((row, views[whose].credences) for row, whose in asked))
    return tuple(CredenceStep(*found[at : at + 4]) for at in range(0, len(found), 4))
