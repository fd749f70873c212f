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
    Share,
    SignedUnit,
    Stringency,
)

V = TypeVar("V")
Table = Annotated[Mapping[str, V], Fixed()]

STRICT = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)
"""`defer_build`: what checks a file is built once, for the scenario with all it holds, not for each noun."""

Role = Literal["end", "means", "side-effect"]
HarmRole = Literal["end", "means", "side-effect", "removes-threat"]
Consent = bool | Literal["presumed"]
Agency = Literal["does", "allows"]
Evidence = Literal["stated", "measured", "derived", "judgement"]

TAIL = "tail"
"""The tag of catastrophes of low chance."""


def table(description: str) -> Any:
    """Return the field of a map that may be left out."""
    return Field(default_factory=dict, validate_default=True, description=description)


class Entry(BaseModel):
    """The keys that every entry of the file may have: a name, a reason, and who says so.

    Where `bare` names a field, the entry may be written as that field's number alone.
    """

    model_config = STRICT
    bare: ClassVar[str | None] = None
    name: str | None = Field(None, description="What it is called; else its id.")
    because: str | None = Field(None, description="One sentence: why this is so, and this much.")
    sources: tuple[str, ...] = Field((), description="Ids of the sources that say so.")
    held_by: str | None = Field(None, description="Who asserts it: a perspective's id, or plain words.")
    evidence: Evidence = Field("judgement", description="What it rests on.")
    note: str | None = Field(None, description="Free text.")


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


def listed(raw: object) -> object:
    """Return a single id as a list of one, and anything else unchanged."""
    return (raw,) if isinstance(raw, str) else raw


class Source(BaseModel):
    """The origin of a fact or a figure."""

    model_config = STRICT
    title: str = Field(description="Title of the work.")
    author: str | None = Field(None, description="Who wrote it.")
    publisher: str | None = Field(None, description="Who published it, or where.")
    date: Annotated[str | None, BeforeValidator(year)] = Field(
        None, description="When: a text, or a bare year."
    )
    url: str | None = Field(None, description="Where to read it.")
    note: str | None = Field(None, description="Free text: the page, or what it says.")


class NamedQuantity(Entry):
    """A number with a name, for products."""

    bare: ClassVar[str | None] = "value"
    value: Amount = Field(description="The number.")


class Party(Entry):
    """Those who bear or enjoy a consequence, or to whom a duty is owed."""

    kind: Literal["people", "institution", "norm", "nature"] = Field("people", description="What it is.")
    weight: NonNegative = Field(
        1.0, description="How much one unit of value to it counts in sums; 0 leaves it out."
    )
    level: Amount = Field(
        0.0, description="How well off its members are before anything happens, on the scale of value."
    )
    size: Positive | None = Field(
        None,
        description="How many members it has; else the largest count of a consequence that strikes it.",
    )
    combatant: Share | None = Field(
        None,
        description="Whether its members take part in fighting: true, false, or how probable that is.",
    )
    liable: Share | None = Field(
        None,
        description="Up to what share of `worst` its members may be harmed without being wronged; true is 1. "
        "Else 1 for combatants who are not represented, and 0 for others.",
    )
    represented: bool = Field(
        False, description="Whether the one who decides answers for it, as a state does for its people."
    )
    agent: bool = Field(False, description="Whether it is the one who decides.")
    possible: bool = Field(
        False,
        description="Whether its members ever live depends on the option: where it lists them, they do.",
    )
    tie: Probability = Field(
        0.0, description="How far it depends on the agent's care, or is met face to face, from 0 to 1."
    )


class Belief(Entry):
    """A proposition with a probability; an event where an option sets its own."""

    claim: str = Field(description="The proposition, as a sentence.")
    probability: Probability = Field(description="How likely it is to be true, from 0 to 1.")


class Consequence(Entry):
    """An outcome for one or several parties; options state its chance."""

    party: str | None = Field(None, description="Who bears or enjoys it (or falls_on).")
    count: NonNegative = Field(1.0, description="How many are affected, in the file's unit.")
    falls_on: Table[NonNegative] | None = Field(
        None,
        description="Instead of party and count: several parties that one happening strikes, with counts.",
    )
    value: Amount = Field(
        description="What one affected member bears; below 0 is bad. -1 is a death, or harm as grave."
    )
    chance: Probability = Field(1.0, description="Its probability, given the option and `when`.")
    when: When = Field(
        (), description="The beliefs it depends on: an id, `not` and an id, or a list of those."
    )
    role: HarmRole | None = Field(
        None,
        description="Whether it is aimed at, used to reach the aim, only foreseen, or only takes away a "
        "danger that those who bear it pose (removes-threat).",
    )
    agency: Agency | None = Field(
        None, description="Whether the agent does it or allows it; harm by another's free act is allowed."
    )
    consented: Consent = Field(
        False,
        description="Whether those who bear it agreed to it themselves; `presumed` for those who cannot be "
        "asked, where it is for their good.",
    )
    scope: Literal["act", "rule"] = Field(
        "act", description="act, or rule: what would follow if the rule acted on were generally accepted."
    )
    delay: NonNegative = Field(0.0, description="Years until it falls due.")
    tags: tuple[str, ...] = Field(
        (), description="military-advantage is read by just war; tail marks a low-chance catastrophe."
    )
    overlaps: tuple[str, ...] = Field((), description="Ids of factors that partly measure the same thing.")


class Duty(Entry):
    """An obligation, and to whom it is owed."""

    kind: Literal["pro-tanto", "absolute", "imperfect"] = Field(
        "pro-tanto",
        description="pro-tanto counts and may be outweighed; absolute admits no exception; imperfect leaves "
        "open when and for whom.",
    )
    weight: Stringency = Field(5.0, description="How stringent it is, from 0 to 10.")
    basis: tuple[str, ...] = Field(
        (),
        description="What recognises it, or what it is about: law-of-war, promise, respect, just-cause, ...",
    )
    owed_to: Annotated[tuple[str, ...], BeforeValidator(listed)] = Field(
        (), description="The party it is owed to, or a list of them; each has the claim."
    )
    demands: Literal["restraint", "aid"] = Field(
        "restraint", description="What those it is owed to may claim: that one refrains, or that one helps."
    )
    overlaps: tuple[str, ...] = Field((), description="Ids of factors that partly measure the same thing.")


class Virtue(Entry):
    """A trait of character that an act may express."""

    weight: Stringency = Field(5.0, description="How much it counts, from 0 to 10.")


class ConsequenceEntry(Entry):
    """The entry of an option for a consequence; a key that is absent has the value of the consequence."""

    bare: ClassVar[str | None] = "chance"
    chance: Probability | None = Field(None, description="Its probability under this option, given `when`.")
    value: Amount | None = Field(None, description="What one affected member bears under this option.")
    count: NonNegative | None = Field(None, description="How many are affected under this option.")
    falls_on: Table[NonNegative] | None = Field(
        None, description="How many of each party, where that differs under this option."
    )
    when: When = Field((), description="Further beliefs it depends on under this option.")
    role: HarmRole | None = Field(None, description="Its role under this option.")
    agency: Agency | None = Field(None, description="Whether this option does it or allows it.")
    consented: Consent | None = Field(None, description="Whether those who bear it agreed to it.")
    delay: NonNegative | None = Field(None, description="Years until it falls due under this option.")


class Conduct(Entry):
    """The entry of an option for a duty."""

    bare: ClassVar[str | None] = "degree"
    degree: SignedUnit = Field(
        description="-1 violates, -0.5 infringes with cause or by risk; 0.5 partly fulfils, 1 wholly."
    )
    role: Role | None = Field(
        None,
        description="Whether the wrong is a means, the end or a side effect; "
        "else the act itself is the wrong.",
    )
    waived: bool = Field(
        False, description="Whether those it is owed to have released the agent; then it is not engaged."
    )


class Expression(Entry):
    """The degree to which one option expresses a virtue (1) or its vice (-1)."""

    bare: ClassVar[str | None] = "degree"
    degree: SignedUnit = Field(description="-1 expresses the vice, 1 the virtue.")


class EventChance(Entry):
    """The probability of a belief under one option, which may depend on one state of the world."""

    bare: ClassVar[str | None] = "probability"
    probability: Probability | None = Field(
        None, description="How likely it is under this option, from 0 to 1."
    )
    given: Table[Probability] | None = Field(
        None,
        description="Instead of `probability`: how likely it is if a state holds, and if it does not (`not` "
        "and its id).",
    )


class Option(Entry):
    """One thing the agent may do."""

    omission: bool = Field(False, description="Whether it is to do nothing.")
    force: bool = Field(False, description="Whether it uses armed force.")
    beliefs: Table[EventChance] = table("This option's own probability of a belief, by id.")
    consequences: Table[ConsequenceEntry] = table(
        "What may happen under it, by id: a chance, or what differs; nothing else happens."
    )
    duties: Table[Conduct] = table("The duties it touches, by id: a degree from -1 to 1.")
    virtues: Table[Expression] = table("What it expresses, by id: a degree from -1 to 1.")
    uses: tuple[str, ...] = Field(
        (), description="Ids of parties the plan needs who have not agreed and could not."
    )


class Perspective(BaseModel):
    """Someone's whole view, or a what-if."""

    model_config = STRICT
    name: str | None = Field(None, description="What the view is called.")
    because: str | None = Field(None, description="Why someone sees it so.")
    set: Table[Any] = table("New values by address, such as parties.walkers.weight: 2.")
    credences: Table[NonNegative] = table("How likely this view takes each framework to be right, by id.")
    note: str | None = Field(None, description="Free text.")


class Published(BaseModel):
    """A verdict the literature states."""

    model_config = STRICT
    framework: str = Field(description="The framework's id.")
    option: str = Field(description="The option's id.")
    verdict: Literal["required", "permitted", "forbidden"] = Field(
        description="required: exactly this; permitted: this among others; forbidden: not this."
    )
    source: str = Field(description="The id of the source that states it.")
    note: str | None = Field(None, description="Free text: the page, or its words.")


class Scenario(BaseModel):
    """A dilemma: options that answer the same questions."""

    model_config = STRICT
    format: Literal[1] = Field(description="The version of the file format: 1.")
    title: str = Field(description="What the dilemma is called.")
    question: str = Field(description="The question to be decided, as one sentence.")
    about: str | None = Field(None, description="Background, for someone who has not heard of the case.")
    agent: str | None = Field(None, description="Who decides.")
    language: str = Field("en", description="The language of the file's words, as a BCP 47 tag.")
    as_of: Annotated[str | None, AfterValidator(day)] = Field(
        None, description="The day of decision, YYYY-MM-DD; what became known after it is hindsight."
    )
    unit: str = Field("points", description="What value -1 with count 1 means, in words.")
    baseline: str | None = Field(
        None, description="The option that changes nothing; else the one option with omission: true."
    )
    exchange: Positive | None = Field(
        None,
        description="How much expected value, in `unit`, weighs as much as infringing a duty of weight 1; "
        "else a tenth of `worst`.",
    )
    worst: Positive | None = Field(
        None,
        description="What the worst that can befall one person is worth; else the greatest value or level "
        "of people in the file.",
    )
    enough: Amount | None = Field(None, description="The level at which a person has enough.")
    discount: Rate = Field(0.0, description="Yearly discount rate for consequences with a delay.")
    domain: str | None = Field(None, description="The field it belongs to, for listings.")
    tags: tuple[str, ...] = Field((), description="Words for listings.")
    sources: Table[Source] = table("Where facts and figures come from, by id.")
    quantities: Table[NamedQuantity] = table("Named numbers, for products.")
    parties: Table[Party] = Field(
        description="Those who may bear or enjoy something, or to whom a duty is owed, by id."
    )
    beliefs: Table[Belief] = table(
        "Uncertain propositions, by id; one that an option sets for itself is an event."
    )
    consequences: Table[Consequence] = table("What may happen to whom, by id.")
    duties: Table[Duty] = table("What is owed, by id.")
    virtues: Table[Virtue] = table("What an act may express, by id.")
    options: Table[Option] = Field(
        description="What the agent may do, by id; each says how it stands on the same factors."
    )
    perspectives: Table[Perspective] = table("Whole views, or what-ifs, by id, taken with --as.")
    frameworks: Table[Table[Amount]] = table("This file's settings for frameworks.")
    panel: tuple[str, ...] = Field(
        (), description="Ids of the frameworks that the author thinks bear on the case."
    )
    literature: tuple[Published, ...] = Field((), description="Verdicts that published works state.")
    accepts: Table[str] = table(
        "Findings of `dilemma check` that the author answers: code, and why the file is right."
    )
    note: str | None = Field(None, description="Free text.")
