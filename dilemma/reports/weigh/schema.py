"""Types of the JSON objects of `weigh`, and of those that other commands share with it.

Only the type checker and `dilemma schema` read this module: no other command imports it at run time. The
JSON Schema describes an object by the docstring of its class, and a key by the string below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field
from typing_extensions import TypedDict

from dilemma.frameworks.framework import Family, Gives, Standing
from dilemma.robustness.comparison import Kind
from dilemma.weighing.judge import Status

__all__ = [
    "Comparison",
    "File",
    "Pair",
    "Program",
    "Provenance",
    "Reason",
    "Scenario",
    "Settings",
    "Sha256",
    "Share",
    "Theory",
    "Weighing",
]

Sha256: TypeAlias = Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None
Share: TypeAlias = Annotated[float, Field(ge=0, le=1)]
Pair: TypeAlias = Annotated[list[float], Field(min_length=2, max_length=2)]


class Scenario(TypedDict):
    """The names of the scenario."""

    id: str
    title: str
    question: str
    as_of: str | None
    """The day of decision, YYYY-MM-DD."""
    unit: str
    """What value -1 with count 1 means, in words."""
    panel: list[str]
    """The ids of the theories that the author thinks bear on the case; the default table shows these."""


class Program(TypedDict):
    """The program that wrote this."""

    version: str


class File(TypedDict):
    """The file that was read."""

    sha256: Sha256
    """The SHA-256 of its bytes, which tells whether the file has changed; null for plain data."""


class Provenance(TypedDict):
    """The program that wrote this, and the file that it read."""

    program: Program
    file: File


class Settings(TypedDict):
    """The settings in force, what the view changes, and the command that reproduces it."""

    perspective: str | None
    changed: Mapping[str, Any]
    """Every address whose value the view changes, with the value in force."""
    exchange: float
    exchange_stated: bool
    """Whether the file, or a flag, states the exchange; else it is a tenth of `worst`."""
    worst: float
    """What the worst that can befall one person is worth, in the unit of values."""
    worst_stated: bool
    """Whether the file, or a flag, states it; else it is the greatest value or level of people."""
    discount: float
    command: str
    """The command that reproduces the view."""


class Theory(TypedDict):
    """The names and the classification of a theory."""

    id: str
    name: str
    family: Family
    gives: Gives
    standing: Standing


class Test(TypedDict):
    """A condition the option passes or fails."""

    kind: Literal["test"]
    test: str
    """The test's name."""
    passed: bool
    left: float | None
    """The first amount compared, null where nothing is."""
    right: float | None
    """The amount it is compared with."""
    address: str | None
    """Where the first ground of a failure is written."""
    text: str


class Term(TypedDict):
    """One term of a score that is a sum; the amounts of an option's terms add up to its score."""

    kind: Literal["term"]
    key: str
    """What kind of term it is."""
    amount: float
    address: str
    party: str | None
    text: str
    sources: list[str]


class Binding(TypedDict):
    """A fact by which a test fails, or the party or rival that binds."""

    kind: Literal["binding"]
    key: str
    test: str | None
    amount: float | None
    address: str
    party: str | None
    text: str
    sources: list[str]


Reason: TypeAlias = Test | Term | Binding


class Answer(TypedDict):
    """The answer of one theory on one option."""

    status: Status
    permissible: bool
    rank: Annotated[int, Field(ge=1)]
    score: float
    failed: list[str]
    """The tests it fails."""
    reasons: list[Reason]


class Framework(Theory):
    """The verdict of one theory."""

    applicable: bool
    because: str | None
    """What the scenario lacks, where the theory does not apply."""
    settings: dict[str, float]
    choice: list[str]
    """The options it chooses; several are a tie, or all it permits."""
    permits_none: bool
    silent: bool
    """Whether it chooses every option."""
    margin: Share | None
    """Best less next best eligible score, as a share of the spread."""
    options: dict[str, Answer]
    notes: list[str]


class Residue(TypedDict):
    """Something that would still be owed."""

    address: str
    kind: str
    text: str


class Option(TypedDict):
    """One option of the scenario."""

    id: str
    name: str
    residue: list[Residue]
    """What would still be owed, whoever favours the option."""


class Agreement(TypedDict):
    """The agreement and disagreement of verdicts; counting theories is not evidence."""

    favours: dict[str, int]
    """Single choices of theories that rank, by option."""
    permits: dict[str, int]
    """Permissions of theories that give tiers, by option."""
    applicable: int
    silent: list[str]
    permits_none: list[str]
    disagree: list[Annotated[list[str], Field(min_length=2, max_length=2)]]
    """Pairs of theories whose choices have no option in common."""


class Weighing(Provenance):
    """The verdict of each theory on each option of one scenario."""

    schema: Literal["dilemma.weigh/1"]
    scenario: Scenario
    settings: Settings
    options: Annotated[list[Option], Field(min_length=2)]
    frameworks: list[Framework]
    agreement: Agreement
    notes: list[str]


Ends = TypedDict(
    "Ends",
    {
        "from": Annotated[str | None, Field(description="The perspective that would be moved.")],
        "to": str | None,
    },
)


class Divide(Ends):
    """Settings that would carry some verdicts of one view to another's; none of them can be spared."""

    settings: Mapping[str, Any]
    """Addresses with the values of the second view."""
    kind: Kind
    frameworks: list[str]
    """Those that would then choose as under the second view."""
    few: bool
    """Whether one or two settings do it."""


class Comparison(Provenance):
    """One scenario seen by several perspectives."""

    schema: Literal["dilemma.compare/1"]
    views: Annotated[list[Weighing], Field(min_length=2)]
    divides: list[Divide]
    """What would carry one view's verdicts to another's: the first view and each other, both ways."""
