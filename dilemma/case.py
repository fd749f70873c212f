"""A scenario at given settings: every number a quantity, every default filled in.

The letters follow the usual notation: contribution e(o,c) = h · P(when) · δ · w · n · v, stake
i(o,c) = h · P(when) · δ · v, level L(o,q) = level_q + Σ i(o,c), total U(o) = Σ e(o,c).
Theories read a Case and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from dilemma.quantity import Quantity, Truth, all_of, greatest, minus, negative, positive, total
from dilemma.reason import Reason

__all__ = ["Act", "Case", "Change", "Effect", "Obligation", "Party", "Trait"]

Role = Literal["end", "means", "side-effect"]
Agency = Literal["does", "allows"]


class Party(NamedTuple):
    """Those who bear or enjoy consequences; `civilian` is None for parties that are not people."""

    id: str
    is_people: bool
    weight: Quantity
    level: Quantity
    combatant: bool | None
    liable: bool
    agent: bool
    tie: Quantity

    @property
    def address(self) -> str:
        return f"parties.{self.id}"

    @property
    def counted(self) -> Truth:
        """Whether it is a party of people that counts at all (weight above 0)."""
        return positive(self.weight) if self.is_people else False

    @property
    def civilian(self) -> bool:
        """In doubt, civilian (Additional Protocol I, art. 50(1))."""
        return self.combatant is False or (self.combatant is None and self.is_people)


class Effect(NamedTuple):
    """One consequence as it stands under one option, for one party."""

    id: str
    address: str
    party: Party
    role: Role
    agency: Agency
    consented: bool
    scope: Literal["act", "rule"]
    tags: tuple[str, ...]
    value: Quantity
    members: Quantity  # how many are struck, in the scenario's own count
    likelihood: Quantity  # chance, given the option, times P(when)
    stake: Quantity  # what one member faces: likelihood · δ · value
    unweighted: Quantity  # e°: stake times members, every party counted as 1
    contribution: Quantity  # e: e° times the party's weight
    harm_done: Quantity  # D: what would not have happened anyway, for harms the agent does

    @property
    def key(self) -> tuple[str, str]:
        """The consequence and the party: the same question under every option."""
        return self.id, self.party.id

    @property
    def is_harm(self) -> Truth:
        """Bad, possible, not consented to, and to someone not liable."""
        if self.consented or self.party.liable:
            return False
        return self.is_bad

    @property
    def is_bad(self) -> Truth:
        """Bad and possible, whoever bears it and whether or not they agreed."""
        return all_of(negative(self.value), positive(self.likelihood))


class Change(NamedTuple):
    """What one consequence adds to or takes from the baseline; `effect` is where it is written."""

    effect: Effect
    amount: Quantity  # Δ: e(o,c) - e(baseline,c)
    unweighted: Quantity  # the same with every party counted as 1


class Obligation(NamedTuple):
    """How one duty stands under one option."""

    id: str
    address: str
    absolute: bool
    weight: Quantity
    basis: tuple[str, ...]
    owed_to: Party | None
    degree: Quantity
    role: Role | None
    waived: bool

    @property
    def infringed(self) -> Truth:
        return negative(self.degree)

    def violated(self, grave: Quantity) -> Truth:
        """Infringed beyond `grave`."""
        return negative(self.degree + grave)

    @property
    def breach(self) -> Quantity:
        """Weight times how far it is infringed: 0 or more."""
        return self.weight * greatest(0.0, -self.degree)


class Trait(NamedTuple):
    """How far one option expresses a virtue."""

    id: str
    address: str
    weight: Quantity
    degree: Quantity


class Act(NamedTuple):
    """One option with all that is listed under it."""

    id: str
    effects: tuple[Effect, ...]  # of scope `act`
    terms: tuple[Reason, ...]  # of U(o): one an effect
    practice: tuple[Effect, ...]  # of scope `rule`: what its rule would bring if generally accepted
    obligations: tuple[Obligation, ...]
    traits: tuple[Trait, ...]
    uses: tuple[Party, ...]

    @property
    def address(self) -> str:
        return f"options.{self.id}"


@dataclass(frozen=True)
class Case:
    """A scenario at given settings; `dilemma.reading.case_of` makes one."""

    parties: Mapping[str, Party]
    duties: tuple[str, ...]
    absolute_duties: tuple[str, ...]
    acts: tuple[Act, ...]
    baseline: Act | None
    exchange: Quantity
    settings: Mapping[str, Mapping[str, Quantity]]  # what the scenario sets for theories, by id

    @cached_property
    def totals(self) -> Mapping[str, Quantity]:
        """U(o), by option."""
        return {act.id: total(effect.contribution for effect in act.effects) for act in self.acts}

    @cached_property
    def levels(self) -> Mapping[tuple[str, str], Quantity]:
        """L(o,q), by option and party: what one member's level is expected to be."""
        return {
            (act.id, party.id): party.level + total(e.stake for e in act.effects if e.party is party)
            for act in self.acts
            for party in self.parties.values()
        }

    @cached_property
    def changes(self) -> Mapping[str, tuple[Change, ...]]:
        """What each option changes from the baseline, consequence by consequence."""
        return {act.id: tuple(self._changes(act)) for act in self.acts}

    def _changes(self, act: Act) -> Iterator[Change]:
        before = {effect.key: effect for effect in self.baseline.effects} if self.baseline else {}
        for effect in act.effects:
            old = before.pop(effect.key, None)
            if old is None:
                yield Change(effect, effect.contribution, effect.unweighted)
            else:
                yield Change(
                    effect,
                    minus(effect.contribution, old.contribution),
                    minus(effect.unweighted, old.unweighted),
                )
        for old in before.values():
            yield Change(old, -old.contribution, -old.unweighted)

    @cached_property
    def in_use(self) -> tuple[Effect, ...]:
        """Every consequence of scope `act` that some option lists."""
        return tuple(effect for act in self.acts for effect in act.effects)

    def act(self, option: str) -> Act:
        """Return the option's act; KeyError where there is none."""
        return next(act for act in self.acts if act.id == option)
