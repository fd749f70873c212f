"""An option of a scenario file, and how it stands on each factor."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again at start-up.

from typing import ClassVar

from pydantic import Field

from dilemma.scenario.fields import Consent
from dilemma.scenario.model.entry import Entry, Table, When, table
from dilemma.scenario.model.factors import Agency, HarmRole, Role
from dilemma.scenario.numbers import Amount, NonNegative, Probability, SignedUnit


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
