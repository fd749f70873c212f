"""The options of a scenario as a block, with the letters that stand for them."""

from __future__ import annotations

from dilemma.reports.blocks import OptionEntry, Options
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names, first_sentence
from dilemma.scenario.model import Scenario

__all__ = ["option_names", "options_block"]


def options_block(scenario: Scenario, *, whole: bool = False) -> Options:
    """Return the options with their letters and what they are: the first sentence, or all if `whole`."""
    names, lettered = Names(scenario), letters(tuple(scenario.options))
    told = {id: option.because or "" for id, option in scenario.options.items()}
    texts = told if whole else {id: first_sentence(text) for id, text in told.items()}
    return Options(tuple(OptionEntry(lettered[id], names.option(id), text) for id, text in texts.items()))


def option_names(scenario: Scenario) -> Options:
    """Return the options with their letters alone."""
    return Options(tuple(entry._replace(text="") for entry in options_block(scenario).entries))
