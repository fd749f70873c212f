"""Prioritarianism: the best expected sum, a benefit counting for more the worse off who gets it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Case, Effect
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import Quantity, Truth, choose, expm1, greatest, positive, ratio
from dilemma.scenario.numbers import LARGEST

STEEPEST = 500.0
"""The largest exponent: e to the 500th, times the largest amounts a file may hold, is still finite."""


@theory
class Prioritarian:
    """Benefiting people matters more the worse off they are, not because others are better off.

    1. Measure levels on a concave scale: f(x) = (1 - e^(-γx/V)) · V/γ, and f(x) = x at γ = 0, in the
       unit of `value` (the Kolm-Pollak form: its shape is the same wherever levels are counted from).
    2. A consequence that takes a member from level ℓ to ℓ + v is worth f(ℓ + v) - f(ℓ): someone V
       worse off counts e^γ times as much.
    3. Add these up as a utilitarian does, in the scenario's unit:
       Σ h · P(when) · δ · w · n · [f(ℓ + v) - f(ℓ)]. The greatest sum is right.
    V is the setting `scale`; at 0 it is the largest of |v|, |ℓ| and |ℓ + v| in the file as written.
    """

    about: ClassVar[About] = About(
        id="prioritarian",
        name="Prioritarian",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.CARDINAL,
        standing=Standing.COMPREHENSIVE,
        formula="Σ h · P(when) · δ · w · n · [f(ℓ + v) - f(ℓ)], f(x) = (1 - e^(-γx/V)) · V/γ",
        reads=(
            "the consequences of the act",
            "party levels",
            "party weights",
            "the discount",
        ),
        sources=("parfit-1991", "parfit-1997", "kolm-1976", "adler-2012"),
        objections=(
            "It gives priority even among people who are all very well off (Crisp 2003).",
            "It treats a risk to one person alone as if persons competed (Otsuka and Voorhoeve 2009).",
        ),
        linear=True,
    )
    priority: Annotated[Quantity, Interval(0.0, 10.0, "γ: how steeply priority falls with level")] = 1.0
    scale: Annotated[
        Quantity,
        Interval(0.0, LARGEST, "V: the span of levels over which priority falls (0: taken from the file)"),
    ] = 0.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.in_use), "no option lists a consequence")

    def judge(self, case: Case) -> Iterator[Judgement]:
        curve = self._curve(case)
        before = {id: curve.worth(party.level) for id, party in case.parties.items()}
        for act in case.acts:
            terms = [_term(effect, before[effect.party.id], curve) for effect in act.effects]
            yield Judgement(act.id, sum_of(terms), reasons=tuple(terms))

    def _curve(self, case: Case) -> _Curve:
        scale = choose(positive(self.scale), self.scale, case.scale)
        lowest = -ratio(STEEPEST * scale, self.priority, 0.0)
        return _Curve(self.priority, scale, positive(self.priority), lowest)


class _Curve(NamedTuple):
    """The function f from a level to its worth."""

    priority: Quantity  # γ
    scale: Quantity  # V
    bends: Truth  # whether γ is above 0
    lowest: Quantity  # levels below this have the same worth, if γ is above 0

    def worth(self, level: Quantity) -> Quantity:
        """Return f(level), as x · (e^t - 1)/t with t = -γ · x/V: at t = 0, the level itself.

        The level x is held above -500 · V/γ: capping it caps the exponent, and levels below the cap
        are worth exactly the same.
        """
        bounded = choose(self.bends, greatest(self.lowest, level), level)
        steepness = -(self.priority * bounded) / self.scale
        return bounded * ratio(expm1(steepness), steepness, 1.0)


def _term(effect: Effect, before: Quantity, curve: _Curve) -> Reason:
    """Return the term of a consequence; `before` is f of the level it starts from."""
    gain = curve.worth(effect.party.level + effect.value) - before
    amount = effect.likelihood * (effect.party.weight * (effect.discount * gain * effect.members))
    return term("consequence", effect.address, amount, effect.party.id)
