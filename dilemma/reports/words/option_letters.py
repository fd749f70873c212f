"""The options of a scenario by their letters, as a block without their descriptions."""

from __future__ import annotations

from dilemma.reports.blocks import OptionEntry, Options
from dilemma.reports.words.letters import letters
from dilemma.scenario.model import Scenario

__all__ = ["lettered"]


def lettered(scenario: Scenario) -> Options:
    """Return the options with the letters that stand for them."""
    by_letter = letters(tuple(scenario.options))
    return Options(
        tuple(OptionEntry(by_letter[id], option.name or id, "") for id, option in scenario.options.items())
    )
