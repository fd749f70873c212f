"""The good and the bad that an option brings against the baseline."""

from __future__ import annotations

from typing import NamedTuple

from dilemma.case import Act, Case, Effect, Party, matched
from dilemma.quantity import (
    Quantity,
    Truth,
    always_zero,
    choose,
    greatest,
    least,
    minus,
    negative,
    ratio,
    reduced,
    total,
)

__all__ = ["Balance", "balance_of"]


class Balance(NamedTuple):
    """The good and the bad of an option, both 0 or more."""

    good: Quantity
    bad: Quantity


class _Row(NamedTuple):
    """One question answered by an option and by the baseline, every party counted as 1."""

    party: Party
    good: Quantity
    bad: Quantity
    is_harm: Truth  # whether the option lists it with a value below 0
    struck: Quantity  # how many it strikes under the option


def balance_of(act: Act, case: Case, *, excuse: bool = True) -> Balance:
    """Return what an option adds to and takes from the baseline, consequence by consequence.

    good(o) = Σ max(0, e(o,c) - e(b,c)) and bad(o) = Σ max(0, e(b,c) - e(o,c)). Harm that the baseline itself
    does is averted whole, and weighs whole under the option that does it too, so that it makes no difference
    which option is the baseline. If `excuse` is set, harm to people counts only beyond what they are
    liable to.
    """
    rows = _rows(act, case)
    by_party: dict[str, list[_Row]] = {}
    for row in rows:
        by_party.setdefault(row.party.id, []).append(row)
    return Balance(
        good=total(row.party.weight * row.good for row in rows),
        bad=total(own[0].party.weight * _bad_to(own, act, case, excuse) for own in by_party.values()),
    )


def _rows(act: Act, case: Case) -> list[_Row]:
    before = case.baseline.effects if case.baseline else ()
    return [_row(new, old) for new, old in matched(act.effects, before)]


def _row(new: Effect | None, old: Effect | None) -> _Row:
    """Return the good and bad of one question; `new` is under the option, `old` under the baseline."""
    after, before = new.unweighted if new else 0.0, old.unweighted if old else 0.0
    change = minus(after, before) if new and old else after - before
    good, bad = greatest(0.0, change), greatest(0.0, 0.0 - change)
    if old is not None and old.agency == "does":
        done = negative(old.value)
        good = choose(done, greatest(0.0, 0.0 - before) + greatest(0.0, after), good)
        bad = choose(done, greatest(0.0, 0.0 - after), bad)
    listed = new or old
    assert listed is not None
    return _Row(listed.party, good, bad, negative(new.value) if new else False, new.members if new else 0.0)


def _bad_to(rows: list[_Row], act: Act, case: Case, excuse: bool) -> Quantity:  # noqa: FBT001 - a setting
    """Return the bad of one party's rows, less what its members are liable to."""
    party = rows[0].party
    bad = total(row.bad for row in rows)
    if not excuse or not party.is_people or always_zero(party.liable):
        return bad
    harms = [choose(row.is_harm, row.bad, 0.0) for row in rows]
    whole = total(harms)
    limit, wholly = case.harms.excused(act, party), case.harms.wholly_liable(act, party)
    beyond = total(
        reduced(harm, limit * least(row.struck, ratio(harm * party.size, whole, 0.0)))
        for harm, row in zip(harms, rows, strict=True)
    )
    other = total(choose(row.is_harm, 0.0, row.bad) for row in rows)
    return other + choose(wholly, 0.0, beyond)
