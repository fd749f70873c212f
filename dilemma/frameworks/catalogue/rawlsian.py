"""Maximin fairness: the arrangement under which the worst off fare best."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar, NamedTuple

from dilemma.case import Act, Case, Party
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Judgement,
    Need,
    Reason,
    Standing,
    concerns_people,
    states_a_level,
    theory,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    at_least,
    choose,
    equal,
    least_where,
    negated,
    never,
    same,
    tally,
    total,
)


@theory
class Rawlsian:
    """Inequalities are just only if they make the worst off as well off as they can be.

    1. A person's level under an option is the party's level plus what one member may expect to gain or
       lose: L(o,q) = ℓ + Σ i(o,c). People whom nothing befalls stand at the level the file states.
    2. The option whose least level is greatest is right.
    3. Between equals the number of persons counts: at the lowest level at which two options differ in
       how many people stand there or lower, fewer is better (leximin over persons). The score shown
       is the least level.
    """

    about: ClassVar[About] = About(
        id="rawlsian",
        name="Maximin fairness",
        family=Family.CONTRACTUALIST,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="leximin over the levels L(o,q) of persons: the least, how many stand there, the next",
        reads=(
            "party levels and sizes",
            "the consequences of the act, for one member of each party of people",
            "who lives only under some options",
            "the discount",
        ),
        sources=("rawls-1971", "sen-1970"),
        objections=(
            "The least gain to the worst off outweighs any gain to all others (Harsanyi 1975).",
            "It looks at who has what, not at how they came by it (Nozick 1974).",
        ),
        sums=False,
        grounds={"worst-off": "the worst-off party is {where}, at {amount}"},
        caveats=(
            "Rawls confines it to the basic institutions of a society, after equal liberties.",
            "Members of a party are judged by what each may expect, not by what befalls the unlucky.",
        ),
        limits=("It counts a new happy person as a loss when he is worse off than all others.",),
    )

    def needs(self, case: Case) -> Iterator[Need]:
        yield concerns_people(case)
        yield states_a_level(case)

    def judge(self, case: Case) -> Iterator[Judgement]:
        groups = {act.id: _Groups.under(act, case) for act in case.acts}
        better: dict[tuple[str, str], Truth] = {}
        for o, p in combinations(case.acts, 2):
            better[p.id, o.id], better[o.id, p.id] = groups[o.id].compared_with(groups[p.id])
        for act in case.acts:
            own = groups[act.id]
            lowest = own.lowest
            beaten_by = tally(better[act.id, p.id] for p in case.acts if p is not act)
            yield Judgement(
                act.id, lowest, reasons=tuple(own.worst_off(lowest)), order=(0.0 - beaten_by, lowest)
            )


class _Groups(NamedTuple):
    """The people that exist under an option: their parties, levels and numbers, in the same order."""

    parties: tuple[Party, ...]
    levels: tuple[Quantity, ...]
    sizes: tuple[Quantity, ...]
    lowest: Quantity  # the least level of those who count; 0 if there is no one
    inhabited: Truth  # whether there is anyone who counts

    @classmethod
    def under(cls, act: Act, case: Case) -> _Groups:
        parties = tuple(q for q in case.people.kind_people if case.people.exists(act, q))
        levels = tuple(case.people.levels[act.id, q.id] for q in parties)
        counted = [q.counted for q in parties]
        inhabited = any_of(*counted)
        lowest = choose(inhabited, least_where(levels, counted), 0.0) if parties else 0.0
        sizes = tuple(choose(q.counted, q.size, 0.0) for q in parties)
        return cls(parties, levels, sizes, lowest, inhabited)

    def at_or_below(self, level: Quantity) -> Quantity:
        """Return how many persons stand at the level or lower."""
        return total(
            choose(at_least(level, own), size, 0.0) for own, size in zip(self.levels, self.sizes, strict=True)
        )

    def compared_with(self, other: _Groups) -> tuple[Truth, Truth]:
        """Return whether these are fairer than the others, and whether the others are.

        Those are fairer that are fewer at the lowest level at which the numbers differ.
        """
        both = all_of(self.inhabited, other.inhabited)  # else nobody stands at some lowest level
        higher = all_of(both, above(self.lowest, other.lowest))
        lower = all_of(both, above(other.lowest, self.lowest))
        tied = any_of(negated(both), equal(self.lowest, other.lowest))
        if never(tied):
            return higher, lower
        fewer, more = self._fewer_first(other)
        return any_of(higher, all_of(tied, fewer)), any_of(lower, all_of(tied, more))

    def _fewer_first(self, other: _Groups) -> tuple[Truth, Truth]:
        """Return whether these are fewer at the lowest level at which the numbers differ, or the others."""
        mine, yours = self._without_alike(other), other._without_alike(self)
        levels = [*mine.levels, *yours.levels]
        if not levels:
            return False, False
        ours = [mine.at_or_below(level) for level in levels]
        theirs = [yours.at_or_below(level) for level in levels]
        fewer = [above(b, a) for a, b in zip(ours, theirs, strict=True)]
        more = [above(a, b) for a, b in zip(ours, theirs, strict=True)]
        some_fewer, some_more = any_of(*fewer), any_of(*more)
        first_fewer, first_more = least_where(levels, fewer), least_where(levels, more)
        return (
            all_of(some_fewer, any_of(negated(some_more), above(first_more, first_fewer))),
            all_of(some_more, any_of(negated(some_fewer), above(first_fewer, first_more))),
        )

    def _without_alike(self, other: _Groups) -> _Groups:
        """Return the groups without those that are at one level under both options, whatever happens."""
        there = {q.id: level for q, level in zip(other.parties, other.levels, strict=True)}
        kept = [
            (q, level, size)
            for q, level, size in zip(self.parties, self.levels, self.sizes, strict=True)
            if q.id not in there or same(level, there[q.id]) is not True
        ]
        parties, levels, sizes = zip(*kept, strict=True) if kept else ((), (), ())
        return self._replace(parties=parties, levels=levels, sizes=sizes)

    def worst_off(self, lowest: Quantity) -> Iterator[Reason]:
        """Yield as reasons the parties that are worst off, and their level."""
        for party, level in zip(self.parties, self.levels, strict=True):
            holds = all_of(party.counted, equal(level, lowest))
            if not never(holds):
                yield Reason("binding", "worst-off", party.address, level, holds=holds, party=party.id)
