"""Settings: everything that a user may change about a scenario without editing the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from dilemma.scenario.addresses.lookup import belief_address, weight_address
from dilemma.scenario.document import Document
from dilemma.scenario.model import Scenario
from dilemma.scenario.views.view import View, view

__all__ = ["Changes", "Settings", "view_at"]


class Changes(TypedDict, total=False):
    """The keyword arguments by which functions of the library take settings: the fields of `Settings`."""

    weights: Mapping[str, float]
    beliefs: Mapping[str, float]
    addresses: Mapping[str, object]
    exchange: float | None
    discount: float | None
    perspective: str | None
    frameworks: Iterable[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The changed values, the perspective, and the theories to apply (if none is named, all).

    `weights` are by id of a party, duty or virtue; `beliefs` are probabilities by id; `addresses` are values
    by address. They are applied after those of the perspective.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    beliefs: Mapping[str, float] = field(default_factory=dict)
    addresses: Mapping[str, object] = field(default_factory=dict)
    exchange: float | None = None
    discount: float | None = None
    perspective: str | None = None
    frameworks: Iterable[str] = ()

    @property
    def change_a_scenario(self) -> bool:
        """Whether anything is set that only a scenario has, as a table of verdicts does not."""
        return self != AS_WRITTEN

    def by_address(self, scenario: Scenario) -> dict[str, object]:
        """Return the new values by address; raise UnknownName for an id that the scenario does not have."""
        numbers = (("exchange", self.exchange), ("discount", self.discount))
        return (
            dict(self.addresses)
            | {weight_address(scenario, id): value for id, value in self.weights.items()}
            | {belief_address(scenario, id): value for id, value in self.beliefs.items()}
            | {name: value for name, value in numbers if value is not None}
        )


AS_WRITTEN = Settings()


def view_at(document: Document, settings: Settings) -> View:
    """Return the document at these settings.

    Raises UnknownName for an id, address or perspective that does not exist, BadSetting for a value that is
    not valid at its address.
    """
    return view(document, settings.perspective, settings.by_address(document.scenario))
