"""The parts of a case: parties, effects, obligations and options, with quantities and defaults filled in.

The letters follow the usual notation, for option o, consequence c and party q: chance h, P the probability
of its beliefs, what delay leaves δ, party weight w, size S, number struck n, value v.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from dilemma.quantity import Quantity, Truth, greatest, negative, positive, total

__all__ = [
    "Act",
    "Branch",
    "Effect",
    "Key",
    "Obligation",
    "Party",
    "State",
    "Supposition",
    "Trait",
]

Role = Literal["end", "means", "side-effect", "removes-threat"]
Agency = Literal["does", "allows"]

Key: TypeAlias = tuple[str, str]
"""The ids of a consequence and of a party it affects: the same question under every option."""


MOST_STRINGENT: Final = 10.0  # the greatest weight of a duty


class Party(NamedTuple):
    """Those who bear or enjoy consequences, or to whom something is owed."""

    id: str
    is_people: bool
    weight: Quantity  # w
    size: Quantity  # S: how many members it has
    states_size: bool  # whether the file writes its size
    level: Quantity  # ℓ: how well off a member is before anything happens
    states_level: bool  # whether the file writes its level, or leaves it at 0
    combatant: Quantity | None  # the probability that its members fight; None if the file does not say
    liable: Quantity  # λ: the share of `worst` up to which harm to it wrongs nobody
    represented: bool
    agent: bool
    possible: bool
    tie: Quantity
    counted: Truth  # whether it is a party of people that counts at all (weight above 0)

    @property
    def address(self) -> str:
        return f"parties.{self.id}"

    @property
    def civilian(self) -> Quantity:
        """The probability that its members are civilians, χ.

        People of unknown status count as civilians (Additional Protocol I, art. 50(1)); other parties of
        unknown status are none.
        """
        if self.combatant is None:
            return 1.0 if self.is_people else 0.0
        return 1.0 - self.combatant


class State(NamedTuple):
    """A belief whose probability no option sets: its truth does not depend on the choice."""

    id: str
    probability: Quantity

    @property
    def address(self) -> str:
        return f"beliefs.{self.id}"


class Supposition(NamedTuple):
    """The supposition that a state holds, or that it does not."""

    state: State
    holds: bool

    @property
    def probability(self) -> Quantity:
        return self.state.probability if self.holds else 1.0 - self.state.probability

    @property
    def key(self) -> tuple[str, bool]:
        return self.state.id, self.holds


class Branch(NamedTuple):
    """The chance of an effect where some states hold; the branches of one effect exclude each other.

    A consequence has one branch, unless it depends on an event whose probability depends on a state.
    """

    supposes: tuple[Supposition, ...]
    chance: Quantity  # h times the probability of its events in these states


class Effect(NamedTuple):
    """The effect of one consequence under one option on one party."""

    id: str
    address: str
    party: Party
    role: Role
    agency: Agency
    consent: bool | Literal["presumed"]
    scope: Literal["act", "rule"]
    tags: tuple[str, ...]
    value: Quantity  # v: what one who is struck bears
    is_bad: Truth  # bad and possible: v < 0 and h · P > 0
    members: Quantity  # n: how many are struck, in the scenario's own count
    when: tuple[tuple[str, bool], ...]  # the beliefs it depends on, and whether each must hold
    likelihood: Quantity  # h · P
    discount: Quantity  # δ
    expected: Quantity  # h · P · δ · v: what one who is struck may expect of it
    stake: Quantity  # i: what one member of the party may expect of it, expected · n / S
    unweighted: Quantity  # e°: expected · n, every party counted as 1
    contribution: Quantity  # e: e° times the party's weight
    branches: tuple[Branch, ...]

    @property
    def key(self) -> Key:
        """The consequence and the party: the same question under every option."""
        return self.id, self.party.id

    @property
    def is_aimed(self) -> bool:
        """Whether it is the option's end or its means."""
        return self.role in ("end", "means")

    def in_branch(self, branch: Branch) -> Quantity:
        """Return e where the states of the branch hold."""
        return self.party.weight * (branch.chance * self.discount * self.value * self.members)


def matched(mine: Iterable[Effect], yours: Iterable[Effect]) -> Iterator[tuple[Effect | None, Effect | None]]:
    """Yield each question that two options answer, as its effect under each; None where one does not."""
    here, there = ({effect.key: effect for effect in effects} for effects in (mine, yours))
    for key in dict.fromkeys((*here, *there)):
        yield here.get(key), there.get(key)


class Obligation(NamedTuple):
    """One duty under one option; the degree is 0 where those it is owed to have waived it."""

    id: str
    address: str
    kind: Literal["pro-tanto", "absolute", "imperfect"]
    weight: Quantity
    basis: tuple[str, ...]
    owed_to: tuple[Party, ...]
    aid: bool  # whether those it is owed to may claim help, not restraint
    degree: Quantity
    role: Role | None
    waived: bool
    exchange: Quantity

    @property
    def absolute(self) -> bool:
        return self.kind == "absolute"

    @property
    def holders(self) -> Quantity:
        """How many it is owed to, in all parties together."""
        return total([party.size for party in self.owed_to])

    @property
    def is_aimed(self) -> bool:
        """Whether the wrong is the option's end or its means."""
        return self.role in ("end", "means")

    @property
    def infringed(self) -> Truth:
        return negative(self.degree)

    def violated(self, grave: Quantity) -> Truth:
        """Return whether the degree of infringement is above `grave`."""
        return negative(self.degree + grave)

    @property
    def infringement(self) -> Quantity:
        """The degree of infringement, from 0 to 1."""
        return greatest(0.0, -self.degree)

    @property
    def breach(self) -> Quantity:
        """The breach: weight times degree of infringement, 0 or more."""
        return self.weight * self.infringement

    @property
    def stringency(self) -> Quantity:
        """t(o,d): the breach in the scenario's unit."""
        return self.exchange * self.breach

    @property
    def gravity(self) -> Quantity:
        """The breach as a share of the gravest possible one, from 0 to 1: |g| · w/10."""
        return self.infringement * (self.weight / MOST_STRINGENT)

    @property
    def counts(self) -> Truth:
        """Whether it has any weight."""
        return positive(self.weight)

    def is_owed_to(self, party: Party) -> bool:
        """Return whether the party is one of those it is owed to."""
        return any(holder.id == party.id for holder in self.owed_to)


class Trait(NamedTuple):
    """The degree to which one option expresses a virtue."""

    id: str
    address: str
    weight: Quantity
    degree: Quantity


class Act(NamedTuple):
    """One option with all that is listed under it."""

    id: str
    omission: bool
    force: bool
    effects: tuple[Effect, ...]  # of scope `act`
    practice: tuple[Effect, ...]  # of scope `rule`: what its rule would bring if generally accepted
    obligations: tuple[Obligation, ...]
    traits: tuple[Trait, ...]
    uses: tuple[Party, ...]

    @property
    def address(self) -> str:
        return f"options.{self.id}"
