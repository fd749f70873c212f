"""Quantities, parties, beliefs and factors: what a scenario file declares once for all options."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again at start-up.

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, Field

from dilemma.scenario.fields import Consent, year
from dilemma.scenario.model.entry import STRICT, Entry, Table, When, listed
from dilemma.scenario.numbers import Amount, NonNegative, Positive, Probability, Share, Stringency

Role = Literal["end", "means", "side-effect"]
HarmRole = Literal["end", "means", "side-effect", "removes-threat"]
Agency = Literal["does", "allows"]

Kind = Literal["fact", "value"]

TAIL = "tail"
"""The tag of catastrophes of low chance."""


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
    kind: Kind | None = Field(
        None,
        description="Whether evidence could settle it (fact) or not (value). "
        "Else a value if some value of a consequence rests on it.",
    )


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
        description="Whether its members take part in fighting, or the probability that they do.",
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
        description="Whether its members live only under the options that list them.",
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
        description="end: it is aimed at; means: the plan works through it, and fails if it does not happen; "
        "side-effect: the plan works even if it does not happen; removes-threat: it only takes away a danger "
        "that those who bear it pose.",
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
    weight: Stringency = Field(5.0, description="How much it counts, from 0 to 10.")
    basis: tuple[str, ...] = Field(
        (),
        description="What recognises it or what it is about: law-of-war, promise, respect, just-cause.",
    )
    owed_to: Annotated[tuple[str, ...], BeforeValidator(listed)] = Field(
        (), description="The party it is owed to, or a list of them; each has the claim."
    )
    demands: Literal["restraint", "aid"] = Field(
        "restraint",
        description="What those to whom it is owed may claim: that one refrains (restraint), or helps (aid).",
    )
    overlaps: tuple[str, ...] = Field((), description="Ids of factors that partly measure the same thing.")


class Virtue(Entry):
    """A trait of character that an act may express."""

    weight: Stringency = Field(5.0, description="How much it counts, from 0 to 10.")
