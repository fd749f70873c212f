"""The interface of a theory: title block, settings, needs and judgement.

A theory is a frozen dataclass. Its docstring is its claim, then its steps; `about` is its title
block; its fields are its settings, each with an interval; `needs` yields what a case must hold for the
theory to apply; `judge` yields one judgement per option, by the steps of the docstring.
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
    "Note",
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
    """The content of a verdict: scores on a scale, an order, or only which options are permitted."""

    CARDINAL = "cardinal"
    ORDER = "order"
    TIERS = "tiers"


class Standing(StrEnum):
    """A whole theory of right action, a constraint that permits by silence, or a rule for doubt on facts."""

    COMPREHENSIVE = "comprehensive"
    CONSTRAINT = "constraint"
    DECISION_RULE = "decision rule"


class Interval(NamedTuple):
    """The values a setting may take, and its meaning.

    Both ends are included; `low` is not if `above_low` is set. The meaning starts with the letter that the
    theory's steps use for the setting, if any.
    """

    low: float
    high: float
    meaning: str
    above_low: bool = False

    @property
    def in_words(self) -> str:
        """The meaning without the letter."""
        return self.meaning.partition(": ")[2] if self.meaning[1:2] == ":" else self.meaning

    @property
    def least(self) -> float:
        """The lowest value the setting may take: `low`, or slightly above it if `above_low` is set."""
        return self.low + (self.high - self.low) * HAIR if self.above_low else self.low


HAIR = 1e-6  # share of an interval that is added to its low end if that end is excluded


class About(NamedTuple):
    """A theory's title block: all that reports need to describe it and its verdicts.

    A wording is a template: see `wording.py` for the slots of tests, grounds and terms, and `caveats.py`
    for those of caveats and restatements.
    """

    id: str
    name: str
    family: Family
    gives: Gives
    standing: Standing
    formula: str
    reads: tuple[str, ...]  # the parts of a file that it reads
    sources: tuple[str, ...]  # keys of the bibliography, or full references
    objections: tuple[str, ...]
    tests: tuple[TestWords, ...] = ()
    sums: bool = True  # whether its score is the sum of the terms it gives
    short: str | None = None  # a name for narrow tables
    grounds: Mapping[str, str] = {}  # wordings of grounds, by key; they take precedence over GROUNDS
    terms: Mapping[str, str] = {}  # wordings of terms, by key; TERM for other keys
    permits_none: str = PERMITS_NONE  # the sentence if no option passes
    caveats: tuple[Caveat, ...] = ()  # shown wherever it applies
    limits: tuple[str, ...] = ()  # what it is known to get wrong or to leave out; a note tells where it bears
    restates: tuple[Restated, ...] = ()  # judgements of the file that its verdict only repeats
    ranks_by: str | None = None  # the total it orders by, if other theories may order by the same
    uses_exchange: bool = False  # whether duties are converted to the unit by the file's exchange
    linear: bool = False  # whether its score is a sum of terms, each in proportion to one weight
    expected_value: bool = False  # whether it maximises the expected total, so that information has a value

    @property
    def short_name(self) -> str:
        """The name used where there is little room: the short one, or else the name."""
        return self.short or self.name

    def test(self, id: str) -> TestWords:
        """Return the wordings of one of its tests; without any, the test is named by its id."""
        return next((test for test in self.tests if test.id == id), TestWords(id, id, id))

    def ground(self, key: str) -> str | None:
        """Return the wording of a ground: its own, else the shared one; None if there is none."""
        return self.grounds.get(key, GROUNDS.get(key))

    def term(self, key: str) -> str:
        """Return the wording of a term: its own, else the shared one."""
        return self.terms.get(key, TERM)


class Need(NamedTuple):
    """Something a case must hold; `missing` completes "it does not apply: ..."."""

    met: Truth
    missing: str


class Test(NamedTuple):
    """One condition an option passes or fails, with the two amounts it compares, if any.

    `compared` is whether the comparison arises.
    """

    name: str
    passed: Truth
    left: Quantity | None = None
    right: Quantity | None = None
    compared: Truth = True


class Note(NamedTuple):
    """A sentence that a theory says with its verdict, where it holds for some option."""

    sentence: str
    holds: Truth = True


class Judgement(NamedTuple):
    """The judgement of one option by a theory, before options are compared.

    `order` ranks options if the score alone does not: greater first, entry by entry. `beyond` is whether the
    option is supererogatory: it does more good than is required, at a cost to the agent.
    """

    option: str
    score: Quantity
    tests: tuple[Test, ...] = ()
    reasons: tuple[Reason, ...] = ()
    order: tuple[Quantity, ...] = ()
    beyond: Truth = False
    notes: tuple[Note, ...] = ()


class Framework(Protocol):
    """The protocol of a theory: settings, a title block, and the methods `needs` and `judge`."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def about(self) -> About: ...

    def needs(self, case: Case) -> Iterator[Need]: ...

    def judge(self, case: Case) -> Iterator[Judgement]: ...


T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def theory(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass without comparison and repr.

    Generated methods are compiled at every start, and nothing compares or prints theories. Any frozen
    dataclass can be a theory.
    """
    return dataclass(frozen=True, slots=True, eq=False, repr=False, match_args=False)(cls)


def intervals(framework: Framework) -> dict[str, Interval]:
    """Return the interval of each setting of a framework, by name."""
    hints = get_type_hints(type(framework), include_extras=True)
    by_name: dict[str, Interval] = {}
    for setting in fields(framework):
        marks = get_args(hints[setting.name])
        by_name[setting.name] = next(mark for mark in marks if isinstance(mark, Interval))
    return by_name
