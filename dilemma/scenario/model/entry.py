"""The base of every noun of a scenario file: strict maps, tables, and the keys that all entries share."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again at start-up.

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from dilemma.scenario.fields import Fixed, Reads

V = TypeVar("V")
Table = Annotated[Mapping[str, V], Fixed()]

STRICT = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)
"""`defer_build`: what checks a file is built once, for the scenario with all it holds, not for each noun."""


def table(description: str) -> Any:
    """Return the field of a map that may be left out."""
    return Field(default_factory=dict, validate_default=True, description=description)


Evidence = Literal["stated", "measured", "derived", "judgement"]


class Entry(BaseModel):
    """The keys that every entry of the file may have: a name, a reason, and who says so.

    Where `bare` names a field, the entry may be written as that field's number alone.
    """

    model_config = STRICT
    bare: ClassVar[str | None] = None
    name: str | None = Field(None, description="What it is called; else its id.")
    because: str | None = Field(None, description="One sentence: why it is so, and why these numbers.")
    sources: tuple[str, ...] = Field((), description="Ids of the sources that say so.")
    held_by: str | None = Field(None, description="Who asserts it: a perspective's id, or plain words.")
    evidence: Evidence = Field("judgement", description="What it rests on.")
    note: str | None = Field(None, description="Free text.")


class Condition(NamedTuple):
    """A belief that must hold, or must not."""

    belief: str
    holds: bool


def condition_of(text: str) -> Condition:
    """Return the condition that a belief id, or `not <belief id>`, writes."""
    return Condition(text.removeprefix("not ").strip(), not text.startswith("not "))


def conditions(raw: object) -> object:
    """Return the conditions a belief id, `not <belief id>` or a list of those writes.

    Raises PydanticCustomError for anything else.
    """
    listed = (raw,) if isinstance(raw, str) else raw
    if not isinstance(listed, tuple | list) or not all(isinstance(text, str) for text in listed):
        due = "should be a belief id, 'not' and a belief id, or a list of those; [] for none"
        raise PydanticCustomError("when", due)
    return tuple(map(condition_of, listed))


When = Annotated[tuple[Condition, ...], Reads(conditions)]


def listed(raw: object) -> object:
    """Return a single id as a list of one, and anything else unchanged."""
    return (raw,) if isinstance(raw, str) else raw
