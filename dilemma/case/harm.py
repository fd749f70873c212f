"""Harm: what an option does to those it strikes, less what it relieves them of and what liability excuses.

The notions are those of the theories of harm and rights: only harm averted makes good a harm, not mere
benefit (Shiffrin 1999); liability excuses no needless harm (McMahan 2009).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from dilemma.case.model import Act, Effect, Party, matched
from dilemma.case.people import Levels, People
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    always_zero,
    any_of,
    at_least,
    choose,
    equal,
    greatest,
    least,
    minus,
    negated,
    negative,
    never,
    positive,
    ratio,
    reduced,
    total,
)

__all__ = ["ADVANTAGE", "NO_HARM", "Harm", "Harms"]

ADVANTAGE: Final = "military-advantage"
"""The tag of consequences that are a military advantage."""

WHOLLY: Final = 1.0  # the liability of one who may be harmed without limit


class Harm(NamedTuple):
    """A consequence with a value below 0 as a harm; every amount is 0 or more."""

    gross: Quantity  # D₀: what the option itself does beyond what the baseline allows anyway, to all
    done: Quantity  # D: D₀ less the relief of the same people
    unexcused: Quantity  # D′: D less what they are liable to
    wronging: Quantity  # x: to one who is struck, what wrongs that one
    wrongs: Truth  # whether x is above 0, whoever agreed
    consented: Truth

    @property
    def is_wrong(self) -> Truth:
        """Whether it wrongs someone who has not agreed to it."""
        return all_of(self.wrongs, negated(self.consented))


NO_HARM: Final = Harm(0.0, 0.0, 0.0, 0.0, wrongs=False, consented=False)
"""What a consequence without a value below 0 is."""


class _Amounts(NamedTuple):
    """A harmful row under an option, before anything is set off against it."""

    effect: Effect
    danger: Quantity  # d: the expected harm to one who is struck, h · P · δ · |v|
    whole: Quantity  # δ · |v| if it is possible: the harm to one who is struck, if it happens
    gross: Quantity  # D₀, to all

    @property
    def size(self) -> Quantity:
        """y: the whole harm of a means or an end, the expected harm of another row."""
        return self.whole if self.effect.is_aimed else self.danger


@dataclass(frozen=True, eq=False, repr=False, match_args=False)  # a dataclass, since it keeps what it derives
class Harms:
    """The harms of all options against a baseline; `known` holds some, by option and address."""

    acts: Sequence[Act]
    baseline: Act | None
    people: People
    worst: Quantity
    known: Mapping[str, Mapping[str, Harm]] = field(default_factory=dict)

    def of(self, effect: Effect) -> Harm:
        """Return the harm that an effect of scope `act` is; NO_HARM where its value is not below 0."""
        return self._by_address.get(effect.address, NO_HARM)

    @cached_property
    def _by_address(self) -> Mapping[str, Harm]:
        return {address: harm for own in self.by_option.values() for address, harm in own.items()}

    @cached_property
    def by_option(self) -> Mapping[str, Mapping[str, Harm]]:
        """The harms of each option, by the address of the effect."""
        return {act.id: self.known.get(act.id) or self._of_option(act) for act in self.acts}

    def _of_option(self, act: Act) -> Mapping[str, Harm]:
        found = (self._of_party(act, rows) for rows in _by_party(self._rows[act.id]))
        return {row.effect.address: harm for own in found for row, harm in own}

    @cached_property
    def _rows(self) -> Mapping[str, tuple[_Amounts, ...]]:
        """The harmful rows of the baseline, and of each option whose harms are not known."""
        return {
            act.id: tuple(self._amounts(one) for one in act.effects if not never(negative(one.value)))
            for act in self.acts
            if act is self.baseline or not self.known.get(act.id)
        }

    def _amounts(self, effect: Effect) -> _Amounts:
        bad = negative(effect.value)
        whole = choose(effect.is_bad, -(effect.discount * effect.value), 0.0)
        return _Amounts(effect, choose(bad, -effect.expected, 0.0), whole, self._gross(effect, bad))

    def _gross(self, effect: Effect, bad: Truth) -> Quantity:
        """Return D₀: how much worse this is than the harm that the baseline allows anyway."""
        if effect.agency != "does":
            return 0.0
        before = self._before.get(effect.key)
        anyway = greatest(0.0, -before.unweighted) if before and before.agency == "allows" else 0.0
        return choose(bad, reduced(greatest(0.0, -effect.unweighted), anyway), 0.0)

    @cached_property
    def _before(self) -> Mapping[tuple[str, str], Effect]:
        return {effect.key: effect for effect in self.baseline.effects} if self.baseline else {}

    def relief(self, act: Act, party: Party) -> Quantity:
        """Return r(o,q): the harm, per member, that the baseline allows and the option averts."""
        return self._relief(act, party, widely=False)

    def _relief(self, act: Act, party: Party, *, widely: bool) -> Quantity:
        """Return the relief; reckoned widely, goods and rows of any agency count too.

        Only rows that strike all members or none count, under the baseline and under the option: else those
        who are relieved need not be those who are harmed.
        """
        if self.baseline is None or act is self.baseline or not self._can_relieve(party, widely=widely):
            return 0.0
        effects = self.people.effects
        gains = []
        for old, new in matched(effects[self.baseline.id, party.id], effects[act.id, party.id]):
            counts = all_of(_strikes_all_or_none(old, party), _strikes_all_or_none(new, party))
            if not widely:
                if old is None:
                    continue
                counts = all_of(counts, old.agency == "allows", negative(old.value))
            after = new.stake if new else 0.0
            gain = greatest(0.0, minus(after if widely else least(0.0, after), old.stake if old else 0.0))
            gains.append(choose(counts, gain, 0.0))
        return total(gains)

    def _can_relieve(self, party: Party, *, widely: bool) -> bool:
        """Return whether the baseline allows a harm to the party, from which an option may save it."""
        assert self.baseline is not None
        effects = self.people.effects[self.baseline.id, party.id]
        return widely or any(e.agency == "allows" and not never(negative(e.value)) for e in effects)

    def liability(self, act: Act, party: Party) -> Quantity:
        """Return λ(o,q): the party's liability, but 0 under an option that harms it needlessly.

        Harm is needless if some other option leaves it better off and no person worse off, unless the harm
        is itself a military advantage.
        """
        return self._liability.get((act.id, party.id), 0.0)

    @cached_property
    def _liability(self) -> Levels:
        """The liability of each party that may have any."""
        liable = [party for party in self.people.parties.values() if not always_zero(party.liable)]
        return {(act.id, party.id): self._liable(act, party) for act in self.acts for party in liable}

    def _liable(self, act: Act, party: Party) -> Quantity:
        if any(ADVANTAGE in effect.tags for effect in self.people.effects[act.id, party.id]):
            return party.liable
        needless = any_of(
            *[
                all_of(self.people.none_worse(act, rival), self.people.better(act, rival, party))
                for rival in self.acts
                if rival is not act
            ]
        )
        return choose(needless, 0.0, party.liable)

    def excused(self, act: Act, party: Party) -> Quantity:
        """Return λ · W: the harm per member that liability excuses, unless it excuses all."""
        return self.liability(act, party) * self.worst

    def wholly_liable(self, act: Act, party: Party) -> Truth:
        """Return whether its liability is to any harm."""
        return equal(self.liability(act, party), WHOLLY)

    def _of_party(self, act: Act, rows: Sequence[_Amounts]) -> list[tuple[_Amounts, Harm]]:
        """Return the harms of one party under one option, from its rows."""
        party = rows[0].effect.party
        liable, excused = self.wholly_liable(act, party), self.excused(act, party)
        relief = self.relief(act, party)
        if always_zero(relief) and always_zero(party.liable) and not any(row.effect.consent for row in rows):
            return [(row, _plain_harm(row)) for row in rows]
        sizes = total(row.size * row.effect.members for row in rows) / party.size
        gross = total([row.gross for row in rows])
        balance = self._on_balance_better(act, rows, relief)
        presumed = self._presumed(act, party, rows)
        harms = []
        for row, agreed, better in zip(rows, presumed, balance, strict=True):
            struck = least(row.effect.members, ratio(row.gross * party.size, gross, 0.0))
            share = least(1.0, ratio(row.size, sizes, 0.0))
            taken = excused if row.effect.is_aimed else relief + excused
            wronging = choose(liable, 0.0, reduced(row.size, taken * share))
            wrongs = all_of(
                negated(liable),
                row.effect.is_bad,
                any_of(negated(positive(taken)), positive(wronging)),
            )
            if row.effect.is_aimed:
                wronging = choose(better, 0.0, wronging)
                wrongs = all_of(wrongs, negated(better))
            harm = Harm(
                gross=row.gross,
                done=reduced(row.gross, relief * struck),
                unexcused=choose(liable, 0.0, reduced(row.gross, (relief + excused) * struck)),
                wronging=wronging,
                wrongs=wrongs,
                consented=agreed if row.effect.consent == "presumed" else row.effect.consent,
            )
            harms.append((row, harm))
        return harms

    def _on_balance_better(self, act: Act, rows: Sequence[_Amounts], relief: Quantity) -> list[Truth]:
        """Return, for each row, whether the relief exceeds what it adds, and what all rows together add."""
        if always_zero(relief) or not any(row.effect.is_aimed for row in rows):
            return [False] * len(rows)
        added = self._added(act, rows, lambda row: row.size)
        return _made_good(rows, added, lambda each: above(relief, each))

    def _presumed(self, act: Act, party: Party, rows: Sequence[_Amounts]) -> list[Truth]:
        """Return, for each row, whether consent may be presumed: they gain as much as they lose."""
        asked = any(row.effect.consent == "presumed" for row in rows)
        if not asked or self.baseline is None or act is self.baseline:
            return [False] * len(rows)
        gain = self._relief(act, party, widely=True)
        added = self._added(act, rows, lambda row: row.danger)
        return _made_good(rows, added, lambda each: at_least(gain, each))

    def _added(
        self, act: Act, rows: Sequence[_Amounts], amount: Callable[[_Amounts], Quantity]
    ) -> list[Quantity]:
        """Return what each row adds to the harm of the same row under the baseline, to all it strikes."""
        old = {} if self.baseline is None else {row.effect.key: row for row in self._rows[self.baseline.id]}
        added = []
        for row in rows:
            here = row.effect.members * amount(row)
            before = old.get(row.effect.key) if act is not self.baseline else None
            added.append(reduced(here, before.effect.members * amount(before)) if before else here)
        return added


def _plain_harm(row: _Amounts) -> Harm:
    """Return a harm against which nothing is set off."""
    gross, bad = row.gross, row.effect.is_bad
    return Harm(gross, done=gross, unexcused=gross, wronging=row.size, wrongs=bad, consented=False)


def _by_party(rows: Iterable[_Amounts]) -> Iterable[list[_Amounts]]:
    """Return the rows of each party."""
    by_party: dict[str, list[_Amounts]] = {}
    for row in rows:
        by_party.setdefault(row.effect.party.id, []).append(row)
    return by_party.values()


def _made_good(
    rows: Sequence[_Amounts], added: Sequence[Quantity], covers: Callable[[Quantity], Truth]
) -> list[Truth]:
    """Return, for each row of a party, whether a gain covers what the row adds, and what all rows add.

    What a row adds is reckoned per one whom it strikes, and 0 where it strikes nobody; what all rows add,
    per member of the party.
    """
    whole = covers(total(added) / rows[0].effect.party.size)
    return [
        all_of(whole, covers(ratio(one, row.effect.members, 0.0)))
        for one, row in zip(added, rows, strict=True)
    ]


def _strikes_all_or_none(effect: Effect | None, party: Party) -> Truth:
    """Return whether a consequence strikes all members of its party, or none; True if it is not listed."""
    if effect is None:
        return True
    return any_of(equal(effect.members, party.size), equal(effect.members, 0.0))
