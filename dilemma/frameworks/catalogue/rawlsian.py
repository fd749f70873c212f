"""Maximin fairness: the arrangement under which the worst off fare best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import ClassVar

from dilemma.case import Case, Party
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Judgement,
    Need,
    Reason,
    Standing,
    theory,
)
from dilemma.quantity import Quantity, all_of, any_of, choose, equal, greatest, least, never


@theory
class Rawlsian:
    """Inequalities are just only if they make the worst off as well off as they can be.

    1. A person's level under an option is the party's level plus what one member expects to gain or
       lose: L(o,q) = level + Σ i(o,c), in the unit of `value`. Numbers and weights play no part.
    2. Put each option's levels of people in order, the least first.
    3. The option whose least level is greatest is right; between equals the second least decides,
       and so on (leximin, the lexical difference principle). The score shown is the least level.
    A party of weight 0 is left out: its place is filled, under every option alike, by the greatest
    level anyone has under any option. Sorted last, in equal number and equal, it decides nothing.
    """

    about: ClassVar[About] = About(
        id="rawlsian",
        name="Maximin fairness",
        family=Family.CONTRACTUALIST,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="leximin over L(o,q) of people: the least level, then the second least, ...",
        reads=(
            "party levels",
            "the consequences of the act, for one member of each party of people",
            "the discount",
        ),
        sources=("rawls-1971", "sen-1970"),
        objections=(
            "The least gain to the worst off outweighs any gain to all others (Harsanyi 1975).",
            "It looks at who has what, not at how they came by it (Nozick 1974).",
        ),
        sums=False,
        grounds={"worst-off": "{where} fare worst, at {amount}"},
        caveats=("Rawls confines it to the basic institutions of a society, after equal liberties.",),
    )

    def needs(self, case: Case) -> Iterator[Need]:
        concerned = any_of(*[party.counted for party in case.struck])
        yield Need(concerned, "no option lists a consequence for a party of people (weight above 0)")
        stated = any_of(*[party.counted for party in case.parties.values() if party.states_level])
        yield Need(stated, "no party of people (weight above 0) states its level")

    def judge(self, case: Case) -> Iterator[Judgement]:
        people = case.people
        ceiling = greatest(*[case.levels[act.id, q.id] for act in case.acts for q in people])
        for act in case.acts:
            levels = [choose(q.counted, case.levels[act.id, q.id], ceiling) for q in people]
            ranked = _ascending(levels)
            reasons = tuple(_worst_off(people, levels, ranked[0]))
            yield Judgement(act.id, ranked[0], reasons=reasons, order=ranked)


def _ascending(amounts: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the amounts in ascending order, by a sorting network, which also works on symbolic amounts."""
    ranked = list(amounts)
    for one, other in _pairs(len(ranked)):
        a, b = ranked[one], ranked[other]
        ranked[one], ranked[other] = least(a, b), greatest(a, b)
    return tuple(ranked)


@cache
def _pairs(count: int) -> tuple[tuple[int, int], ...]:
    """Return the pairs of places that a sorting network for `count` amounts compares, in order.

    Batcher's merge exchange (Knuth 1973, The Art of Computer Programming 3, 5.2.2, Algorithm M).
    """
    pairs: list[tuple[int, int]] = []
    top = p = 1 << max(0, (count - 1).bit_length() - 1)
    while p > 0:
        q, r, d = top, 0, p
        while d > 0:
            pairs.extend((i, i + d) for i in range(count - d) if i & p == r)
            q, r, d = q // 2, p, q - p
        p //= 2
    return tuple(pairs)


def _worst_off(people: Sequence[Party], levels: Sequence[Quantity], lowest: Quantity) -> Iterator[Reason]:
    """Yield as reasons the parties that are worst off, and their level."""
    for party, level in zip(people, levels, strict=True):
        holds = all_of(party.counted, equal(level, lowest))
        if not never(holds):
            yield Reason("binding", "worst-off", party.address, level, holds=holds, party=party.id)
