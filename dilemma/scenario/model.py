"""The nouns of a scenario file, frozen: what an author may say, and nothing else."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again at start-up.

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from dilemma.scenario.fields import Fixed, Reads, day, year
from dilemma.scenario.numbers import (
    Amount,
    NonNegative,
    Positive,
    Probability,
    Rate,
    SignedUnit,
    Stringency,
)

V = TypeVar("V")
Table = Annotated[Mapping[str, V], Fixed()]

STRICT = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)
"""`defer_build`: what checks a file is built once, for the scenario with all it holds, not for each noun."""

Role = Literal["end", "means", "side-effect"]
Agency = Literal["does", "allows"]
Evidence = Literal["stated", "measured", "derived", "judgement"]

ASSUMED_EXCHANGE = 1.0
"""What `exchange` is taken to be where a file does not state it, by all who read one."""

TAIL = "tail"
"""The tag of catastrophes of low chance."""


class Entry(BaseModel):
    """What every entry of the file may carry: a name, a reason, and who says so.

    Where `bare` names a field, the entry may be written as that field's number alone.
    """

    model_config = STRICT
    bare: ClassVar[str | None] = None
    name: str | None = None
    because: str | None = None
    sources: tuple[str, ...] = ()
    held_by: str | None = None
    evidence: Evidence = "judgement"
    note: str | None = None


class Condition(NamedTuple):
    """A belief that must hold, or must not."""

    belief: str
    holds: bool


def conditions(raw: object) -> object:
    """Return the conditions a belief id, `not <belief id>` or a list of those writes.

    Raises PydanticCustomError for anything else.
    """
    listed = (raw,) if isinstance(raw, str) else raw
    if not isinstance(listed, tuple | list) or not all(isinstance(text, str) for text in listed):
        due = "should be a belief id, 'not' and a belief id, or a list of those; [] for none"
        raise PydanticCustomError("when", due)
    return tuple(Condition(text.removeprefix("not ").strip(), not text.startswith("not ")) for text in listed)


When = Annotated[tuple[Condition, ...], Reads(conditions)]


class Source(BaseModel):
    """Where a fact or a figure comes from."""

    model_config = STRICT
    title: str
    author: str | None = None
    publisher: str | None = None
    date: Annotated[str | None, BeforeValidator(year)] = None
    url: str | None = None
    note: str | None = None


class NamedQuantity(Entry):
    """A number with a name, for products."""

    bare: ClassVar[str | None] = "value"
    value: Amount


class Party(Entry):
    """Those who bear or enjoy a consequence, or to whom a duty is owed."""

    kind: Literal["people", "institution", "norm", "nature"] = "people"
    weight: NonNegative = 1.0
    level: Amount = 0.0
    combatant: bool | None = None
    liable: bool | None = None
    agent: bool = False
    tie: Probability = 0.0


class Belief(Entry):
    """A proposition with a probability; an event where an option sets its own."""

    claim: str
    probability: Probability


class Consequence(Entry):
    """What may happen to whom; options say with what chance."""

    party: str | None = None
    count: NonNegative = 1.0
    falls_on: Table[NonNegative] | None = None
    value: Amount
    chance: Probability = 1.0
    when: When = ()
    role: Role | None = None
    agency: Agency | None = None
    consented: bool = False
    scope: Literal["act", "rule"] = "act"
    delay: NonNegative = 0.0
    tags: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()


class Duty(Entry):
    """What is owed."""

    kind: Literal["pro-tanto", "absolute"] = "pro-tanto"
    weight: Stringency = 5.0
    basis: tuple[str, ...] = ()
    owed_to: str | None = None
    overlaps: tuple[str, ...] = ()


class Virtue(Entry):
    """What an act may express."""

    weight: Stringency = 5.0


class Happening(Entry):
    """How a consequence stands under one option; what is absent is the factor's own."""

    bare: ClassVar[str | None] = "chance"
    chance: Probability | None = None
    value: Amount | None = None
    count: NonNegative | None = None
    falls_on: Table[NonNegative] | None = None
    when: When = ()
    role: Role | None = None
    agency: Agency | None = None
    consented: bool | None = None
    delay: NonNegative | None = None


class Conduct(Entry):
    """How a duty stands under one option."""

    bare: ClassVar[str | None] = "degree"
    degree: SignedUnit
    role: Role | None = None
    waived: bool = False


class Expression(Entry):
    """How far one option expresses a virtue (1) or its vice (-1)."""

    bare: ClassVar[str | None] = "degree"
    degree: SignedUnit


class Option(Entry):
    """One thing the agent may do."""

    omission: bool = False
    beliefs: Table[Probability] = Field(default_factory=dict, validate_default=True)
    consequences: Table[Happening] = Field(default_factory=dict, validate_default=True)
    duties: Table[Conduct] = Field(default_factory=dict, validate_default=True)
    virtues: Table[Expression] = Field(default_factory=dict, validate_default=True)
    uses: tuple[str, ...] = ()


class Perspective(BaseModel):
    """Someone's whole view, or a what-if."""

    model_config = STRICT
    name: str | None = None
    because: str | None = None
    set: Table[Any] = Field(default_factory=dict, validate_default=True)
    credences: Table[NonNegative] = Field(default_factory=dict, validate_default=True)
    note: str | None = None


class Published(BaseModel):
    """A verdict the literature states."""

    model_config = STRICT
    framework: str
    option: str
    verdict: Literal["required", "permitted", "forbidden"]
    source: str
    note: str | None = None


class Scenario(BaseModel):
    """A dilemma: options that answer the same questions."""

    model_config = STRICT
    format: Literal[1]
    title: str
    question: str
    about: str | None = None
    agent: str | None = None
    as_of: Annotated[str | None, AfterValidator(day)] = None
    unit: str = "points"
    baseline: str | None = None
    exchange: Positive | None = None
    discount: Rate = 0.0
    domain: str | None = None
    tags: tuple[str, ...] = ()
    sources: Table[Source] = Field(default_factory=dict, validate_default=True)
    quantities: Table[NamedQuantity] = Field(default_factory=dict, validate_default=True)
    parties: Table[Party]
    beliefs: Table[Belief] = Field(default_factory=dict, validate_default=True)
    consequences: Table[Consequence] = Field(default_factory=dict, validate_default=True)
    duties: Table[Duty] = Field(default_factory=dict, validate_default=True)
    virtues: Table[Virtue] = Field(default_factory=dict, validate_default=True)
    options: Table[Option]
    perspectives: Table[Perspective] = Field(default_factory=dict, validate_default=True)
    frameworks: Table[Table[Amount]] = Field(default_factory=dict, validate_default=True)
    literature: tuple[Published, ...] = ()
    accepts: Table[str] = Field(default_factory=dict, validate_default=True)
    note: str | None = None
