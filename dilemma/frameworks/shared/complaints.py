"""The complaint of one person against an option in favour of another: what he loses by it.

Loss of level, without losses he agreed to and harm to which he is liable; and what is owed to him and
betrayed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.case import Act, Case, Effect, Party
from dilemma.quantity import (
    Quantity,
    Truth,
    always_zero,
    choose,
    greatest,
    least,
    minus,
    negative,
    never,
    total,
)

__all__ = ["Complaint", "complaint_of"]


class Complaint(NamedTuple):
    """The complaint of a member of one party to an option in favour of a rival, and what it is made of."""

    party: Party
    strength: Quantity
    loss: Quantity  # of level, without losses agreed to
    excused: Quantity  # the part of it to which he is liable
    betrayed: Quantity
    agreed: tuple[tuple[Effect, Truth], ...]  # losses left out because he agreed to them


def complaint_of(o: Act, p: Act, party: Party, weight: Quantity, case: Case, *, forgiving: bool) -> Complaint:
    """Return the complaint of a member of a party to o in favour of p, `weight` times.

    If `forgiving`, losses that he agreed to are left out.
    """
    agreed = tuple(_agreed_losses(o, party, case)) if forgiving else ()
    loss = greatest(0.0, _gain_unless_agreed(o, p, party, case, agreed))
    excused = least(loss, _excused(o, p, party, case, forgiving=forgiving))
    further = greatest(0.0, minus(case.betrayal(o, party), case.betrayal(p, party)))
    betrayed = choose(case.people.comparable(o, p, party), further, 0.0)
    strength = weight * (minus(loss, excused) + betrayed)
    return Complaint(party, strength, loss, excused, betrayed, agreed)


def _gain_unless_agreed(
    o: Act, p: Act, party: Party, case: Case, agreed: Sequence[tuple[Effect, Truth]]
) -> Quantity:
    """Return how much better off a member is under p than under o without the losses he agreed to."""
    if not agreed:
        return case.people.gain(o, p, party)
    levels = case.people.levels
    given_up = total(choose(holds, least(0.0, effect.stake), 0.0) for effect, holds in agreed)
    own = {
        (o.id, party.id): levels[o.id, party.id] - given_up,
        (p.id, party.id): levels[p.id, party.id],
    }
    here, there = case.people.pair(o, p, party, own)
    return minus(there, here)


def _agreed_losses(act: Act, party: Party, case: Case) -> Iterator[tuple[Effect, Truth]]:
    """Yield the losses that a member agreed to, and whether he did."""
    for effect in case.people.effects[act.id, party.id]:
        consented = case.harm(effect).consented
        if not never(consented):
            yield effect, consented


def _excused(o: Act, p: Act, party: Party, case: Case, *, forgiving: bool) -> Quantity:
    """Return the harm to which a member is liable, out of what o does him beyond what p does."""
    if always_zero(party.liable):
        return 0.0
    done = _done(o, party, case, forgiving=forgiving)
    beyond = greatest(0.0, minus(done, _done(p, party, case, forgiving=False)))
    limit = case.harms.excused(o, party)
    return choose(case.harms.wholly_liable(o, party), beyond, least(limit, beyond))


def _done(act: Act, party: Party, case: Case, *, forgiving: bool) -> Quantity:
    """Return the expected harm that an option itself does to one member; if `forgiving`, not agreed to."""
    done: list[Quantity] = []
    for effect in case.people.effects[act.id, party.id]:
        if effect.agency == "does":
            harm = choose(negative(effect.value), 0.0 - effect.stake, 0.0)
            done.append(choose(case.harm(effect).consented, 0.0, harm) if forgiving else harm)
    return total(done)
