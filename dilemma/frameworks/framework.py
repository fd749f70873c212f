"""The shape every theory has: what it says of itself, what it needs, and how it judges.

A theory is a frozen dataclass. Its docstring is its claim, then its steps; `about` is its title
block; its fields are its settings, each with an interval; `needs` says what a case must hold for it
to speak; `judge` yields one judgement an option, in the steps of the docstring.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar, dataclass_transform, get_args, get_type_hints

from dilemma.case import Case
from dilemma.case.reason import Reason, ground, term
from dilemma.frameworks.caveats import PERMITS_NONE, Caveat, Restated
from dilemma.frameworks.wording import GROUNDS, TERM, TestWords
from dilemma.quantity import Quantity, Truth

__all__ = [
    "About",
    "Family",
    "Framework",
    "Gives",
    "Interval",
    "Judgement",
    "Need",
    "Reason",
    "Standing",
    "Test",
    "ground",
    "intervals",
    "term",
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
    """A theory's title block, and all that a report must know to tell of it.

    A wording is a template: see `wording.py` for the slots of tests, grounds and terms, and `caveats.py`
    for those of caveats and restatements.
    """

    id: str
    name: str
    family: Family
    gives: Gives
    standing: Standing
    formula: str
    reads: tuple[str, ...]  # what of a file it reads
    sources: tuple[str, ...]  # keys of the bibliography; a work that is not listed there, in full
    objections: tuple[str, ...]
    tests: tuple[TestWords, ...] = ()
    sums: bool = True  # whether its score is the sum of the terms it tells
    short: str | None = None  # a name for narrow tables
    grounds: Mapping[str, str] = {}  # wordings of its own grounds, by key, before those in GROUNDS
    terms: Mapping[str, str] = {}  # wordings of its own terms, by key, where TERM will not do
    permits_none: str = PERMITS_NONE  # what to say where no option passes
    caveats: tuple[Caveat, ...] = ()  # borne in mind wherever it applies
    restates: tuple[Restated, ...] = ()  # judgements of the file that its verdict takes over
    ranks_by: str | None = None  # the total it orders by, where others may order by the same
    uses_exchange: bool = False  # whether duties are weighed against the unit, at the file's exchange
    linear: bool = False  # whether its score is a sum of terms, each in proportion to one weight
    expected_value: bool = False  # whether it maximises the expected total: information has a worth

    def test(self, id: str) -> TestWords:
        """Return the words of one of its tests; one that has none is called by its id."""
        return next((test for test in self.tests if test.id == id), TestWords(id, id, id))

    def ground(self, key: str) -> str | None:
        """Return the wording of a ground, its own first; None where there is none."""
        return self.grounds.get(key, GROUNDS.get(key))

    def term(self, key: str) -> str:
        """Return the wording of a term, its own first."""
        return self.terms.get(key, TERM)


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


T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def theory(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass, without the methods nobody calls on a theory.

    Each is compiled when the class is made whenever the command starts; nobody
    compares theories or prints one. Any frozen dataclass will do as a theory.
    """
    return dataclass(frozen=True, slots=True, eq=False, repr=False, match_args=False)(cls)


def intervals(framework: Framework) -> dict[str, Interval]:
    """Return the interval each setting of a framework may take."""
    hints = get_type_hints(type(framework), include_extras=True)
    found: dict[str, Interval] = {}
    for setting in fields(framework):
        marks = get_args(hints[setting.name])
        found[setting.name] = next(mark for mark in marks if isinstance(mark, Interval))
    return found
