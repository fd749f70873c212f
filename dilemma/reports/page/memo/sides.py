"""What each side holds, and why: the theories that choose an option, an argument for it and one against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dilemma.reports.blocks import Table
from dilemma.reports.weigh.arguments import NOTHING, against, in_favour
from dilemma.reports.words.names import Names, counted, cut, listed
from dilemma.weighing import Weighing

__all__ = ["sides"]

MOST_NAMED = 4  # theories named of those that choose an option


def sides(weighing: Weighing, lettered: Mapping[str, str], most: int) -> Table:
    """Return a row for each option; an argument has at most `most` characters."""
    names = Names(weighing.view.scenario, lettered)
    rows = (
        (
            letter,
            " ".join(part for part in (_holders(id, weighing), _for(id, weighing, names, most)) if part),
            _sentence(cut(against(id, weighing, names), most)),
        )
        for id, letter in lettered.items()
    )
    return Table("What each side holds, and why", ("for it", "against it"), tuple(rows))


def _holders(option: str, weighing: Weighing) -> str:
    """Return which theories choose the option alone; how many leave it standing, if none does."""
    alone = [verdict.about.short_name for verdict in weighing.verdicts if verdict.choice == (option,)]
    if alone:
        return f"Chosen by {listed([*_few(alone)])}."
    among = [one for one in weighing.verdicts if option in one.choice and one.speaks]
    return f"Left standing by {counted(len(among), 'theory')}." if among else ""


def _few(names: list[str]) -> Iterator[str]:
    more = len(names) - MOST_NAMED
    yield from names[:MOST_NAMED] if more > 1 else names
    if more > 1:
        yield f"{more} more"


def _for(option: str, weighing: Weighing, names: Names, most: int) -> str:
    return _sentence(cut(in_favour(option, weighing, names), most))


def _sentence(text: str) -> str:
    """Return a text with a full stop; none after an ellipsis. That nothing is said begins with a capital."""
    text = f"{text[0].upper()}{text[1:]}" if text == NOTHING else text
    return text if text.endswith("…") else f"{text}."
