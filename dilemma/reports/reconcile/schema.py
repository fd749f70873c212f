"""Types of the JSON of `reconcile`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import Field
from typing_extensions import TypedDict

from dilemma.reconciliation.credences import Origin
from dilemma.reconciliation.sensitivity.alternatives import AlternativeId
from dilemma.reports.weigh.schema import Provenance, Scenario, Settings

__all__ = [
    "AddingNothing",
    "Agreed",
    "Alternative",
    "Credence",
    "Credences",
    "Flip",
    "Method",
    "Named",
    "Option",
    "Reconciliation",
    "Restated",
    "SetAside",
    "Simplex",
    "SimplexShares",
    "Sourced",
    "Table",
]

Credence: TypeAlias = Annotated[float, Field(ge=0, le=1.000000001)]  # a sum of shares may be a hair above 1


class SetAside(TypedDict):
    """Credence in a theory that does not apply."""

    framework: str
    credence: Credence
    because: str


class Credences(TypedDict):
    """The credence of each theory, and who states it."""

    credences: dict[str, Credence]
    """Each theory's share of the credence."""
    credences_from: Origin
    """Who says so."""
    set_aside: list[SetAside]


class Named(TypedDict):
    """The name of a scenario whose printed result is reconciled."""

    id: str
    title: str
    question: str


class Table(TypedDict):
    """The name of a table of verdicts."""

    id: str
    title: str | None


class Restated(TypedDict):
    """The command that reproduces the result, and the one whose printed result it reads."""

    command: str
    weighed_by: NotRequired[str]


class Sourced(TypedDict):
    """The source that is reconciled: a scenario, or a table; for a table, `scenario` is null."""

    scenario: Scenario | Named | None
    table: NotRequired[Table]
    settings: Settings | Restated


class Option(TypedDict):
    """One option, and who forbids it."""

    id: str
    name: str
    forbidden_by: list[str]
    forbidden_share: Credence
    """The share of credence in theories that forbid it."""
    vetoed: bool
    """Whether it is set aside for that."""


class AddingNothing(TypedDict):
    """Frameworks that add nothing to scores, and the credence they hold."""

    credence: Credence
    frameworks: list[str]


class Flip(TypedDict):
    """A credence at which a method chooses otherwise."""

    framework: str
    credence: Credence
    direction: Literal["above", "below"]
    to: Annotated[list[str], Field(min_length=1)]


class Method(TypedDict):
    """The choice of one method."""

    id: str
    name: str
    ran: bool
    because: str | None
    """Why it did not run."""
    choice: list[str]
    scores: Mapping[str, float] | None
    silent: AddingNothing
    permits_none: AddingNothing
    dissenters: list[str]
    """Frameworks that have a choice, but none of the winners in it."""
    flips: list[Flip]


class SimplexShares(TypedDict):
    """The shares of all credences by one method."""

    id: str
    shares: Mapping[str, Credence]
    """The share of all credences at which it chooses each option; several that it leaves share evenly."""
    error: Annotated[float, Field(ge=0)]
    """The largest of their standard errors."""


class Simplex(TypedDict):
    """Shares of all credences: of points drawn from the uniform distribution over the simplex."""

    draws: Annotated[int, Field(ge=1)]
    seed: int
    frameworks: list[str]
    """Those whose credences are drawn: the comprehensive ones that apply, and others with credence."""
    methods: list[SimplexShares]
    """The methods whose rules can be followed over many draws."""


class Alternative(TypedDict):
    """The choices at credences other than those in force."""

    id: AlternativeId
    """Every family the same; every theory the same; every family of the file's panel the same."""
    credences: dict[str, Credence]
    choices: dict[str, list[str]]
    """The choice by method, where it can use these credences."""


class Agreed(TypedDict):
    """An option set that methods agree on, and the methods that do."""

    choice: list[str]
    methods: list[str]


class Reconciliation(Provenance, Sourced, Credences):
    """The results of methods for moral uncertainty on the verdicts on one scenario."""

    schema: Literal["dilemma.reconcile/1"]
    options: Annotated[list[Option], Field(min_length=1)]
    methods: Annotated[list[Method], Field(min_length=1)]
    lottery: Mapping[str, Credence] | None
    """Each option's chance if a theory is drawn by its credence and obeyed."""
    simplex: Simplex | None
    """None with fewer than two theories."""
    alternatives: list[Alternative]
    agreement: Literal["all", "most", "contested"]
    agreed: Agreed
    one_vote: list[str]
    """Methods that are one and the same here."""
    veto: float | None
    """The share of credence that it takes to set an option aside."""
    summary: str
    notes: list[str]
