"""The shape every theory has: what it says of itself, what it needs, and how it judges.

A theory is a frozen dataclass. Its docstring is its claim, then its steps; `about` is its title
block; its fields are its settings, each with an interval; `needs` says what a case must hold for it
to speak; `judge` yields one judgement an option, in the steps of the docstring.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    NamedTuple,
    Protocol,
    TypeAlias,
    TypeVar,
    dataclass_transform,
    get_args,
    get_type_hints,
)

from dilemma.case import NOTHING, Act, Case, World
from dilemma.case.reason import Reason, ground, term
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, choose, equal, negated, never, total

__all__ = [
    "About",
    "Comparison",
    "Fact",
    "Family",
    "Framework",
    "Gives",
    "Interval",
    "Judgement",
    "Need",
    "Reason",
    "Rival",
    "Standing",
    "Test",
    "attained",
    "claim",
    "ground",
    "intervals",
    "most_pressing",
    "needed",
    "no_gentler_way",
    "none_of",
    "precedes",
    "shared_facts",
    "steps",
    "sum_of",
    "term",
    "terms_of_total",
    "theory",
]


class Family(StrEnum):
    """The tradition a theory belongs to."""

    CONSEQUENTIALIST = "consequentialist"
    DEONTOLOGICAL = "deontological"
    CONTRACTUALIST = "contractualist"
    CARE = "care"
    VIRTUE = "virtue"


class Gives(StrEnum):
    """What a verdict holds: scores on a scale, an order, or who is permitted and no more."""

    CARDINAL = "cardinal"
    ORDER = "order"
    TIERS = "tiers"


class Standing(StrEnum):
    """A whole theory of right action, a constraint that permits by silence, or a rule for doubt on facts."""

    COMPREHENSIVE = "comprehensive"
    CONSTRAINT = "constraint"
    DECISION_RULE = "decision rule"


class Interval(NamedTuple):
    """The values a setting may take, both ends included unless it must be `above_low`; and what it means.

    The meaning starts with the letter that the theory's steps use for it, if they use one.
    """

    low: float
    high: float
    meaning: str
    above_low: bool = False

    @property
    def in_words(self) -> str:
        """What it means, without the letter."""
        return self.meaning.partition(": ")[2] if self.meaning[1:2] == ":" else self.meaning

    @property
    def least(self) -> float:
        """The lowest value it may take: the low end, or a hair above it."""
        return self.low + (self.high - self.low) * HAIR if self.above_low else self.low


HAIR = 1e-6  # of an interval: what is added where its low end itself is ruled out


class About(NamedTuple):
    """A theory's title block. `sources` are keys of the bibliography; `sums` says its score is a sum."""

    id: str
    name: str
    family: Family
    gives: Gives
    standing: Standing
    formula: str
    reads: tuple[str, ...]  # what of a file it reads
    sources: tuple[str, ...]
    objections: tuple[str, ...]
    tests: tuple[str, ...] = ()
    sums: bool = True
    short: str | None = None  # a name for narrow tables


class Need(NamedTuple):
    """Something a case must hold; `missing` completes "it does not apply: ..."."""

    met: Truth
    missing: str


class Test(NamedTuple):
    """One condition an option passes or fails, with the two amounts compared where there are any."""

    name: str
    passed: Truth
    left: Quantity | None = None
    right: Quantity | None = None
    compared: Truth = True


class Judgement(NamedTuple):
    """What a theory says of one option, before options are compared.

    `order` ranks options where the score alone does not: greater first, entry by entry. `beyond` says
    that an option does more good, at a price to the agent, than is asked: supererogatory.
    """

    option: str
    score: Quantity
    tests: tuple[Test, ...] = ()
    reasons: tuple[Reason, ...] = ()
    order: tuple[Quantity, ...] = ()
    beyond: Truth = False


class Framework(Protocol):
    """A theory: settings, a title block, and two verbs."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def about(self) -> About: ...

    def needs(self, case: Case) -> Iterator[Need]: ...

    def judge(self, case: Case) -> Iterator[Judgement]: ...


Fact: TypeAlias = tuple[str, str, Truth, Quantity | None]
"""What a test looks for: what kind of fact it is, its address, whether it holds, and its amount."""


T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def theory(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass, without the methods nobody calls on a theory.

    Each is compiled when the class is made, of nineteen classes whenever the command starts; nobody
    compares theories or prints one. Any frozen dataclass will do as a theory.
    """
    return dataclass(frozen=True, slots=True, eq=False, repr=False, match_args=False)(cls)


def terms_of_total(act: Act) -> tuple[Reason, ...]:
    """Return the terms of U(o): one a consequence and party."""
    return act.terms


def sum_of(terms: Iterable[Reason]) -> Quantity:
    """Return what terms add up to: the score of a theory whose score is their sum."""
    return total([term.amount for term in terms if term.amount is not None])


def none_of(test: str, facts: Iterable[Fact]) -> tuple[Test, tuple[Reason, ...]]:
    """Return the test that none of these facts holds, and as its grounds those that may hold."""
    grounds = tuple(
        [
            Reason("binding", key, address, amount, None, test, holds)
            for key, address, holds, amount in facts
            if not never(holds)
        ]
    )
    return Test(test, negated(any_of(*[reason.holds for reason in grounds]))), grounds


class Comparison(NamedTuple):
    """Two amounts set against each other; `counts` says whether the comparison arises at all."""

    counts: Truth
    left: Quantity
    right: Quantity


class Rival(NamedTuple):
    """Another option that would do, and the harm it brings; `would_do` says whether it is a live rival."""

    address: str
    would_do: Truth
    harm: Quantity


def no_gentler_way(test: str, harm: Quantity, rivals: Iterable[Rival]) -> tuple[Test, tuple[Reason, ...]]:
    """Return the test that no rival that would do brings less harm, and each that may as a ground."""
    would_do = [rival for rival in rivals if not never(rival.would_do)]
    gentler = [(rival, all_of(rival.would_do, above(harm, rival.harm))) for rival in would_do]
    nearest = most_pressing(Comparison(holds, harm, rival.harm) for rival, holds in gentler)
    passed = negated(any_of(*[holds for _, holds in gentler]))
    grounds = tuple(
        [
            ground(test, "gentler", rival.address, holds, rival.harm, harm)
            for rival, holds in gentler
            if not never(holds)
        ]
    )
    return Test(test, passed, nearest.left, nearest.right, nearest.counts), grounds


def most_pressing(comparisons: Iterable[Comparison]) -> Comparison:
    """Return the comparison with the greatest left over right, of equals the one with the greatest left.

    Where none counts, 0 against 0: the order in which they come decides nothing.
    """
    counts: Truth = False
    widest: Quantity = 0.0
    left: Quantity = 0.0
    right: Quantity = 0.0
    for arises, mine, yours in comparisons:
        if never(arises):
            continue
        gap, takes = mine - yours, arises
        if not never(counts):
            wider = precedes((gap, mine), (widest, left))
            takes = all_of(arises, any_of(negated(counts), wider))
        counts = any_of(counts, arises)
        widest = choose(takes, gap, widest)
        left, right = choose(takes, mine, left), choose(takes, yours, right)
    return Comparison(counts, left, right)


def precedes(mine: Sequence[Quantity], yours: Sequence[Quantity]) -> Truth:
    """Whether the first stands strictly above the second: greater in the first entry that is not Equal."""
    higher = above(mine[0], yours[0])
    if len(mine) == 1:
        return higher
    tied = equal(mine[0], yours[0])
    return higher if never(tied) else any_of(higher, all_of(tied, precedes(mine[1:], yours[1:])))


def attained(amounts: Sequence[Quantity], extreme: Quantity, counts: Sequence[Truth]) -> list[Truth]:
    """Return, for each amount, whether it counts and is Equal to the extreme of those that do."""
    return [
        False if never(counted) else all_of(counted, equal(amount, extreme))
        for amount, counted in zip(amounts, counts, strict=True)
    ]


def shared_facts(worlds: Sequence[World], picked: Sequence[Truth], given: Truth) -> Iterator[Reason]:
    """Yield what the picked worlds, one or more, have in common: what holds, and what does not.

    `given` is what must hold besides for it to be told.
    """
    found = [(world.facts, truth) for world, truth in zip(worlds, picked, strict=True) if not never(truth)]
    for place, fact in enumerate(worlds[0].facts):
        for side, key in ((True, "if-so"), (False, "if-not")):
            others = [truth for facts, truth in found if facts[place].holds is not side]
            holds = all_of(given, negated(any_of(*others)))
            if not never(holds):
                yield Reason("binding", key, fact.state.address, holds=holds)


def intervals(framework: Framework) -> dict[str, Interval]:
    """Return the interval each setting of a framework may take."""
    hints = get_type_hints(type(framework), include_extras=True)
    found: dict[str, Interval] = {}
    for setting in fields(framework):
        marks = get_args(hints[setting.name])
        found[setting.name] = next(mark for mark in marks if isinstance(mark, Interval))
    return found


def claim(framework: Framework) -> str:
    """Return what the theory holds: the first paragraph of its docstring."""
    return " ".join((type(framework).__doc__ or "").split("\n\n")[0].split())


def steps(framework: Framework) -> tuple[str, ...]:
    """Return how the theory reaches its verdict: the paragraphs of its docstring after the first.

    A numbered step is one paragraph, whatever lines it takes.
    """
    import re

    rest = " ".join((type(framework).__doc__ or "").split("\n\n", 1)[1:])
    told = " ".join(rest.split())
    return tuple(step.strip() for step in re.split(r"(?<=[.)]) (?=[1-9]\. )", told) if step.strip())


def needed(framework: Framework) -> tuple[str, ...]:
    """Return what is missing, in the theory's words, from a case that holds nothing."""
    return tuple(need.missing for need in framework.needs(NOTHING))
