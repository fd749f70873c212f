"""Reasons that tell what was set off against a harm: relief, consent and liability."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.case import Act, Case, Effect
from dilemma.case.reason import Reason
from dilemma.quantity import Quantity, all_of, minus, never, positive, total

__all__ = ["SET_OFF", "set_off"]

SET_OFF = {
    "relief": "of the harm it does to {where}, {amount} is made good by harm that it averts from them",
    "liability": "of the harm it does to {where}, {amount} is excused by liability",
    "consent": "those who bear {where} agreed to it",
    "presumed-consent": (
        "consent to {where} is presumed: the same people gain at least as much as it harms them"
    ),
}
"""The wordings of these reasons, by key."""


def set_off(act: Act, case: Case, *, liability: bool = False) -> Iterator[Reason]:
    """Yield what was set off against the harms an option does to people, by party; and who consented.

    `liability` is whether the theory reads liability.
    """
    for party in case.struck_people:
        effects = case.people.effects[act.id, party.id]
        harms = [case.harm(effect) for effect in effects]
        relieved = total(minus(harm.gross, harm.done) for harm in harms)
        yield from _reason("relief", party.address, relieved, party.id)
        if liability:
            excused = total(minus(harm.done, harm.unexcused) for harm in harms)
            yield from _reason("liability", party.address, excused, party.id)
        for effect in effects:
            yield from _consent(effect, case)


def _reason(key: str, address: str, amount: Quantity, party: str) -> Iterator[Reason]:
    holds = positive(amount)
    if not never(holds):
        yield Reason("binding", key, address, amount, holds=holds, party=party)


def _consent(effect: Effect, case: Case) -> Iterator[Reason]:
    holds = all_of(case.harm(effect).consented, effect.is_bad)
    if not never(holds):
        key = "presumed-consent" if effect.consent == "presumed" else "consent"
        yield Reason("binding", key, effect.address, holds=holds, party=effect.party.id)
