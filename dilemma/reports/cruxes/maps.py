"""Report of a map as blocks: each theory's choices over two numbers, as a field of letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block, Closing, Field, Heading
from dilemma.reports.cruxes.axis import share_of_domain
from dilemma.reports.cruxes.blocks import APART, NO_SIDE
from dilemma.reports.words.changes import changes
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.turns import range_in_words, value_in_words
from dilemma.robustness.cruxes.maps import ChoiceMap
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.dials.dial import Dial

__all__ = ["command_of", "map_blocks"]

TWO_MOVE = f"The map moves two numbers and holds all others still. {NO_SIDE}"


def map_blocks(found: ChoiceMap, frameworks: Sequence[Framework]) -> Iterator[Block]:
    """Yield the report of a map: a heading, a field for each theory, and a closing sentence."""
    scenario = found.view.scenario
    words = DialNames(found.view, frameworks)
    names = words.names
    asked = f"What is chosen over {words.of(found.across)} and {words.of(found.up)}?"
    yield Heading(scenario.title, asked, date_in_words(scenario.as_of))
    yield from changes(found.view, command_of(found))
    for about in found.theories:
        yield _field(about.name, found.choices[about.id], found, words, names)
    yield Closing(TWO_MOVE)


def command_of(found: ChoiceMap) -> str:
    """Return the command that reproduces this map."""
    over = ("--map", found.across.address, found.up.address)
    return command(found.view, "cruxes", only(about.id for about in found.theories), over)


def _field(
    title: str, choices: tuple[tuple[Choice, ...], ...], found: ChoiceMap, words: DialNames, names: Names
) -> Field:
    seen = list(dict.fromkeys(choice for row in choices for choice in row))
    signs = _signs(seen, tuple(found.view.scenario.options))
    across, up = found.across, found.up
    legend = "; ".join(f"{sign} {_choice_in_words(choice, names)}" for choice, sign in signs.items())
    return Field(
        title=title,
        across=_axis(across, words),
        up=_axis(up, words),
        rows=tuple("".join(signs[choice] for choice in row) for row in reversed(choices)),
        best=(share_of_domain(across, across.best), share_of_domain(up, up.best)),
        legend=f"{legend}; ● the best estimates",
    )


def _axis(dial: Dial, words: DialNames) -> str:
    """Return the label of an axis: the number, its address, its domain, and its value in the file."""
    low, high = (value_in_words(dial, end) for end in (dial.low, dial.high))
    return f"{words.of(dial)} ({dial.address}), {low} to {high} ({range_in_words(dial)})"


def _signs(seen: Sequence[Choice], options: Sequence[str]) -> dict[Choice, str]:
    """Return the sign of each choice: a capital for one option, a small letter for a set of several."""
    capitals, small = letters(options), iter("abcdefghijklmnopqrstuvwxyz" * len(seen))
    return {
        choice: APART if choice is None else capitals[choice[0]] if len(choice) == 1 else next(small)
        for choice in seen
    }


def _choice_in_words(choice: Choice, names: Names) -> str:
    if choice is None:
        return "it does not apply"
    return listed([names.option(id) for id in choice]) if choice else "none"
