"""Types of the JSON of `frameworks`, `methods` and `scenarios`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from dilemma.reports.weigh.schema import Pair, Program, Sha256, Theory

__all__ = ["Framework", "Frameworks", "Method", "Methods", "Scenario", "Scenarios", "Setting", "Source"]


class Setting(TypedDict):
    """A setting of a theory."""

    name: str
    meaning: str
    default: float
    interval: Pair
    above_low: bool
    """Whether the low end itself is ruled out."""


class Source(TypedDict):
    """A work that is cited."""

    key: str
    reference: str


class Framework(Theory):
    """The description of one theory."""

    claim: str
    steps: list[str]
    """How it judges, step by step."""
    formula: str
    settings: list[Setting]
    tests: list[str]
    reads: list[str]
    """What of a file it reads."""
    needs: list[str]
    """Where it does not apply."""
    sources: list[Source]
    objections: list[str]
    limits: list[str]
    """What it is known to get wrong or to leave out."""


class Frameworks(TypedDict):
    """The descriptions of theories."""

    schema: Literal["dilemma.frameworks/1"]
    frameworks: list[Framework]


class Method(TypedDict):
    """The description of one method."""

    id: str
    name: str
    default: bool
    """Whether `reconcile` runs it unasked."""
    claim: str
    plainly: str
    """What it means that an option is chosen."""
    formula: str
    scale: str | None
    """What its scores are; null where it only chooses."""
    worst_added: str
    """Whether an option more, worst by every theory, may change the choice among the others."""
    needs: list[str]
    sources: Annotated[list[Source], Field(min_length=1)]
    objections: Annotated[list[str], Field(min_length=1)]


class Methods(TypedDict):
    """The descriptions of methods for moral uncertainty."""

    schema: Literal["dilemma.methods/1"]
    methods: list[Method]


class Scenario(TypedDict):
    """The name and the description of one dilemma that ships."""

    name: str
    """The name that commands take for it."""
    id: str
    sha256: Sha256
    """The SHA-256 of its file."""
    title: str
    question: str
    domain: str | None
    tags: list[str]
    as_of: str | None
    """The day of decision, YYYY-MM-DD."""
    options: Annotated[list[str], Field(min_length=2)]
    perspectives: list[str]


class Scenarios(TypedDict):
    """The dilemmas that ship."""

    schema: Literal["dilemma.scenarios/1"]
    program: Program
    scenarios: list[Scenario]
