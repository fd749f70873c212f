"""Prioritarianism: the best expected sum, a benefit counting for more the worse off who gets it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Annotated, ClassVar, Final, NamedTuple

from dilemma.case import (
    Act,
    Case,
    Effect,
    Facts,
    Party,
    chance_in,
    combinations_of,
    probability_of,
    states_of,
)
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Standing,
    lists_a_consequence,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    all_of,
    any_of,
    at_least,
    choose,
    equal,
    expm1,
    exponential,
    greatest,
    least,
    negated,
    never,
    positive,
    ratio,
    same,
    total,
)

STEEPEST: Final = 50.0
"""The largest exponent: e to the 50th, times the largest amounts a file may hold, is far from overflow."""

FLATTEST: Final = 1e-100
"""The smallest priority that bends the scale; below it the sum is plain, so that no amount is infinite."""

LARGEST: Final = 1e250
"""The largest change of worth of one party, for the same reason."""


@theory
class Prioritarian:
    """Benefiting people matters more the worse off they are, not because others are better off.

    1. Each person counts by the level he ends at, on a concave scale: f(y) = (1 - e^(-γy/W)) · W/γ,
       and f(y) = y at γ = 0. Someone W worse off counts e^γ times as much (the Kolm-Pollak form).
    2. What strikes all members of a party befalls each of them, and a second loss counts for more than a
       first. Consequences that strike a part of them strike different members, if there are enough.
    3. So option o changes the worth of party q by -w · S · (W/γ) · e^(-γℓ/W) · Σ P(s) · (Π - 1), Π being
       the product over its consequences of 1 + (n/S) · h · P(when in s) · δ · (e^(-γv/W) - 1), in each
       state s of the world; those that strike a part add up to one factor. Add these up, without
       parties that fare the same under every option. The greatest sum is right.
    W is `worst`: what the worst that can befall one person is worth.
    """

    about: ClassVar[About] = About(
        id="prioritarian",
        name="Prioritarian",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.CARDINAL,
        standing=Standing.COMPREHENSIVE,
        formula="Σ w · S · expected [f(level at the end) - f(ℓ)], f(y) = (1 - e^(-γy/W)) · W/γ",
        reads=(
            "the consequences of the act",
            "party levels and sizes",
            "party weights",
            "worst",
            "the discount",
        ),
        sources=("parfit-1991", "parfit-1997", "kolm-1976", "adler-2012"),
        objections=(
            "It gives priority even among people who are all very well off (Crisp 2003).",
            "It treats a risk to one person alone as if persons competed (Otsuka and Voorhoeve 2009).",
        ),
        terms={"party": "how {where} fare counts {amount}"},
        limits=(
            "Which consequences befall the same member is not known; their chances are taken as independent.",
        ),
        linear=True,
    )
    priority: Annotated[Quantity, Interval(0.0, 10.0, "γ: how steeply priority falls with level")] = 1.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield lists_a_consequence(case)

    def judge(self, case: Case) -> Iterator[Judgement]:
        scale = case.worst / greatest(FLATTEST, self.priority)
        starts = {q.id: exponential(_capped(-ratio(q.level, scale, 0.0))) for q in case.struck}
        worth = {
            (act.id, party.id): self._change_of_worth(case, act, party, scale, starts[party.id])
            for act in case.acts
            for party in case.struck
        }
        differs = {
            party.id: any_of(
                negated(self._bends), negated(_alike([worth[act.id, party.id] for act in case.acts]))
            )
            for party in case.struck
        }
        for act in case.acts:
            terms = [
                term(
                    "party",
                    party.address,
                    choose(differs[party.id], worth[act.id, party.id], 0.0),
                    party.id,
                    holds=differs[party.id],
                )
                for party in case.struck
                if differs[party.id] is not False
            ]
            yield Judgement(act.id, sum_of(terms), reasons=tuple(terms))

    @property
    def _bends(self) -> Truth:
        """Whether the scale is concave; if not, the score is U(o)."""
        return positive(self.priority - FLATTEST)

    def _change_of_worth(
        self, case: Case, act: Act, party: Party, scale: Quantity, start: Quantity
    ) -> Quantity:
        """Return how much more the party is worth under the option than with nothing happening to it.

        Taken in the order of ids, the same effects give the same number in whatever order options list them.
        """
        effects = sorted(case.people.effects[act.id, party.id], key=attrgetter("id"))
        bends = self._bends
        plain = total(case.counted(effect) for effect in effects)
        if bends is False:
            return plain
        losses = {effect.address: expm1(_capped(-ratio(effect.value, scale, 0.0))) for effect in effects}
        change = total(
            probability_of(facts) * _product_less_1(effects, facts, losses)
            for facts in combinations_of(states_of(effects))
        )
        bent = 0.0 - party.weight * party.size * scale * start * change
        return choose(bends, bent, plain)


def _alike(amounts: Sequence[Quantity]) -> Truth:
    return len(amounts) > 1 and all_of(*[same(amounts[0], one) for one in amounts[1:]])


def _capped(exponent: Quantity) -> Quantity:
    return greatest(-STEEPEST, least(STEEPEST, exponent))


def _product_less_1(effects: Sequence[Effect], facts: Facts, losses: Mapping[str, Quantity]) -> Quantity:
    """Return Π - 1 in these states, without the rounding error of that subtraction near 0.

    Effects that strike all members befall them independently. Those that strike a part strike different
    members, so that they add up; if there are not members enough, they too are independent.
    """
    rows = [_row(effect, facts, losses) for effect in effects]
    if len(rows) == 1:
        return rows[0].change
    partly = [row for row in rows if row.strikes_all is not True]
    apart = at_least(1.0, total(choose(row.strikes_all, 0.0, row.share) for row in partly))
    added = total(choose(row.strikes_all, 0.0, row.change) for row in partly)
    multiplied = _multiplied(choose(row.strikes_all, 0.0, row.change) for row in partly)
    part = least(LARGEST, choose(apart, added, multiplied))
    wholly = (choose(row.strikes_all, row.change, 0.0) for row in rows if not never(row.strikes_all))
    return _multiplied([*wholly, part])


def _multiplied(changes: Iterable[Quantity]) -> Quantity:
    """Return the product of 1 + change over these, minus 1."""
    product: Quantity = 0.0
    for change in changes:
        product = least(LARGEST, product + change + product * change)
    return product


class _Row(NamedTuple):
    """One effect in some states: the share of members it strikes, and the change of a member's factor."""

    share: Quantity
    change: Quantity
    strikes_all: Truth


def _row(effect: Effect, facts: Facts, losses: Mapping[str, Quantity]) -> _Row:
    share = effect.members / effect.party.size
    change = share * chance_in(effect, facts) * effect.discount * losses[effect.address]
    return _Row(share, change, equal(effect.members, effect.party.size))
