"""Egalitarianism: it is bad in itself if some are worse off than others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    concerns_people,
    states_a_level,
    theory,
)
from dilemma.quantity import Quantity, choose, magnitude, ratio, total


@theory
class Egalitarian:
    """It is better if people are better off on average, and worse if they are unequal.

    1. A person's level under an option is the party's level plus what one member may expect to gain or
       lose: L(o,q) = ℓ + Σ i(o,c). People whom nothing befalls stand at the level the file states.
    2. Average: the mean of L over all persons. Inequality: half the mean of |L - L'| over all pairs of
       persons, which is Gini's index times the average.
    3. The score is average - a · inequality. The greatest score is right. At a = 1 it is Sen's measure;
       up to that, levelling down is never better.
    """

    about: ClassVar[About] = About(
        id="egalitarian",
        name="Egalitarian",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.CARDINAL,
        standing=Standing.COMPREHENSIVE,
        formula="mean L - a · ½ · mean |L - L'| over pairs of persons",
        reads=(
            "party levels and sizes",
            "the consequences of the act, for one member of each party of people",
            "the discount",
        ),
        sources=("temkin-1993", "sen-1976"),
        objections=(
            "What is it to anyone that others have more, if they themselves have enough? (Frankfurt 1987)",
            "Equality gained by making some worse off and none better is no gain (Parfit 1997).",
        ),
        sums=False,
        grounds={
            "average": "people are at {amount} on average",
            "inequality": "they differ from that by inequality worth {amount}",
        },
        caveats=("Members of a party are judged by what each may expect, not by what befalls the unlucky.",),
        limits=(
            "Levels of people who are not affected matter, so the answer turns on whom the file names.",
            "It counts a new happy person as a loss when he is worse off than others.",
        ),
    )
    equality: Annotated[Quantity, Interval(0.0, 1.0, "a: how much inequality counts against the average")] = (
        0.5
    )

    def needs(self, case: Case) -> Iterator[Need]:
        yield concerns_people(case)
        yield states_a_level(case)

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            groups = list(_groups(case, act))
            mean, spread = _average(groups), _inequality(groups)
            reasons = (
                Reason("binding", "average", act.address, mean),
                Reason("binding", "inequality", act.address, self.equality * spread),
            )
            yield Judgement(act.id, mean - self.equality * spread, reasons=reasons)


class _Group(NamedTuple):
    """People at one level."""

    size: Quantity
    level: Quantity


def _groups(case: Case, act: Act) -> Iterator[_Group]:
    for party in case.people.kind_people:
        if case.people.exists(act, party):
            size = choose(party.counted, party.size, 0.0)
            yield _Group(size, case.people.levels[act.id, party.id])


def _average(groups: Sequence[_Group]) -> Quantity:
    number = total(group.size for group in groups)
    return ratio(total(group.size * group.level for group in groups), number, 0.0)


def _inequality(groups: Sequence[_Group]) -> Quantity:
    """Return half the mean difference over all pairs of persons, one with himself included."""
    number = total(group.size for group in groups)
    apart = total(
        one.size * other.size * magnitude(one.level - other.level) for one, other in combinations(groups, 2)
    )
    return ratio(apart, number * number, 0.0)
