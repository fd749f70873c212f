"""What each side holds, and why: the theories that choose an option, an argument for it and one against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dilemma.reports.blocks import Table
from dilemma.reports.page.burdens import totals_of
from dilemma.reports.weigh.arguments import NOTHING, against, in_favour
from dilemma.reports.words.figures import contrast
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
            _argument(against(id, weighing, names), id, weighing, names, most, -1.0),
        )
        for id, letter in lettered.items()
    )
    return Table("What each side holds, and why", ("for it", "against it"), tuple(rows))


def _holders(option: str, weighing: Weighing) -> str:
    """Return which theories choose the option alone; how many leave it standing, if none does."""
    alone = [verdict.about.short_name for verdict in weighing.verdicts if verdict.choice == (option,)]
    if alone:
        return _sentence(f"Chosen by {listed([*_few(alone)])}")
    among = [one for one in weighing.verdicts if option in one.choice and one.speaks]
    return f"Left standing by {counted(len(among), 'theory')}." if among else ""


def _few(names: list[str]) -> Iterator[str]:
    more = len(names) - MOST_NAMED
    yield from names[:MOST_NAMED] if more > 1 else names
    if more > 1:
        yield f"{more} more"


def _for(option: str, weighing: Weighing, names: Names, most: int) -> str:
    return _argument(in_favour(option, weighing, names), option, weighing, names, most, 1.0)


def _argument(text: str, option: str, weighing: Weighing, names: Names, most: int, side: float) -> str:
    """Return an argument as a sentence; where no theory gives one, for whom most is at stake on that side.

    `side` is 1 for the option and -1 against it.
    """
    if text != NOTHING:
        return _sentence(_in_short(text, most))
    return " ".join([f"{NOTHING[0].upper()}{NOTHING[1:]}.", *_stake(option, weighing, names, side)])


def _stake(option: str, weighing: Weighing, names: Names, side: float) -> Iterator[str]:
    """Yield for which party the option is better or worse than another by the most."""
    options = list(weighing.view.scenario.options)
    mine = options.index(option)
    gaps = [
        (side * (row[mine] - other), party, row[mine], other, options[place])
        for party, row in totals_of(weighing.view.scenario).items()
        for place, other in enumerate(row)
    ]
    gap, party, here, there, rival = max(gaps, default=(0.0, "", 0.0, 0.0, ""))
    if gap > 0:
        ours, theirs = contrast(here, there)
        yield f"{names.party(party)}: {ours}, against {theirs} under {names.option(rival)}."


def _in_short(text: str, most: int) -> str:
    """Return the text, or its beginning, up to the end of a clause if one ends after the theory's verdict."""
    if len(text) <= most:
        return text
    verdict = text.find(": ")
    clause = max(text.rfind(end, verdict + 1, most) for end in (": ", "; "))
    return text[:clause] if clause > verdict >= 0 else cut(text, most)


def _sentence(text: str) -> str:
    """Return a text with a full stop; none after an ellipsis, nor after a name cut short."""
    return text if text.endswith(("…", ".")) else f"{text}."
