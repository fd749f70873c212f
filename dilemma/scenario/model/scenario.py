"""The whole of a scenario file, with its perspectives and the verdicts of published works."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again at start-up.

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field

from dilemma.scenario.fields import day, language_tag
from dilemma.scenario.model.correlations import Correlation
from dilemma.scenario.model.entry import STRICT, Table, table
from dilemma.scenario.model.factors import Belief, Consequence, Duty, NamedQuantity, Party, Source, Virtue
from dilemma.scenario.model.options import Option
from dilemma.scenario.numbers import Amount, NonNegative, Positive, Probability, Rate


class Perspective(BaseModel):
    """Someone's whole view, or a what-if."""

    model_config = STRICT
    name: str | None = Field(None, description="What the view is called.")
    because: str | None = Field(None, description="Why someone sees it so.")
    what_if: bool = Field(False, description="Whether it is a what-if, which nobody need believe.")
    sources: tuple[str, ...] = Field((), description="Ids of the sources that say so.")
    set: Table[Any] = table(
        "New values by address, such as parties.walkers.weight: 2; or maps of value, because and sources."
    )
    choice: str | None = Field(None, description="The option that its holder would choose, by id.")
    confidence: Probability | None = Field(None, description="How sure its holder is, from 0 to 1.")
    credences: Table[NonNegative] = table("How likely this view takes each theory to be right, by id.")
    note: str | None = Field(None, description="Free text.")


class Published(BaseModel):
    """A verdict the literature states."""

    model_config = STRICT
    framework: str = Field(description="The theory's id.")
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
    language: Annotated[str, AfterValidator(language_tag)] = Field(
        "en", description="The language of the file's words, as a BCP 47 tag."
    )
    as_of: Annotated[str | None, AfterValidator(day)] = Field(
        None, description="The day of decision, YYYY-MM-DD; what became known after it is hindsight."
    )
    unit: str = Field("points", description="What value -1 with count 1 means, in words.")
    baseline: str | None = Field(
        None, description="The option that changes nothing; else the one option with omission: true."
    )
    exchange: Positive | None = Field(
        None,
        description="How much expected value, in `unit`, weighs as much as violating a duty of weight 1; "
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
    correlations: Table[Correlation] = table("Which uncertain numbers go up and down with each other, by id.")
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
    perspectives: Table[Perspective] = table("Whole views, or what-ifs, by id, each taken by its id or name.")
    frameworks: Table[Table[Amount]] = table("This file's settings of theories.")
    panel: tuple[str, ...] = Field(
        (), description="Ids of the theories that the author thinks bear on the case."
    )
    literature: tuple[Published, ...] = Field((), description="Verdicts that published works state.")
    accepts: Table[str] = table(
        "Findings of a check that the author answers: code, and why the file is right."
    )
    note: str | None = Field(None, description="Free text.")
