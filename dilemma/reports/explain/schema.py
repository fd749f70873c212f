"""Types of the JSON objects of `explain`."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from dilemma.reports.weigh.schema import Provenance, Reason, Scenario, Settings
from dilemma.weighing.judge import Status

__all__ = ["Explanation", "Explanations", "Flip"]


class Flip(TypedDict):
    """A single fact that would have changed the verdict on the option."""

    kind: str
    address: str
    value: Any
    """The turning point of a number; what a plain fact would have to be."""
    direction: Literal["above", "below"] | None
    """On which side of a turning point the verdict changes; null for a plain fact."""
    best: float | None
    choice: list[str]
    """What would be chosen then."""
    text: str


class Explanation(TypedDict):
    """Why one theory says what it says of an option rather than of a rival."""

    id: str
    name: str
    applicable: bool
    because: str | None
    """What the scenario lacks, where the theory does not apply."""
    option: str
    """The option explained."""
    rival: str | None
    """The option it is set against."""
    choice: list[str]
    status: Status | None
    reasons: list[Reason]
    flips: list[Flip]
    paragraphs: list[str]


class Explanations(Provenance):
    """An explanation a theory."""

    schema: Literal["dilemma.explain/1"]
    scenario: Scenario
    settings: Settings
    frameworks: list[Explanation]
