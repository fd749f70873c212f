"""The numbers that decide: those that turn most theories within the ranges that the file states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import Table
from dilemma.reports.weigh.wavering import Turning
from dilemma.reports.words.changes import source_of
from dilemma.reports.words.commands import command, hint, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted
from dilemma.reports.words.turns import best_and_range
from dilemma.weighing import Weighing

__all__ = ["deciding"]


def deciding(weighing: Weighing, turning: Sequence[Turning], most: int) -> Table:
    """Return the table of the first `most` numbers: the file's value, its range, and how many it turns."""
    lettered = letters(tuple(weighing.view.scenario.options))
    words = DialNames(weighing.view, frameworks_named(v.about.id for v in weighing.verdicts), lettered)
    shown = turning[:most]
    rows = tuple(
        (
            name,
            *best_and_range(dial),
            counted(len(theories), "theory"),
        )
        for name, (dial, theories) in zip(_named(words, shown), shown, strict=True)
    )
    more = len(turning) - len(rows)
    asked = only(verdict.about.id for verdict in weighing.verdicts)
    which = "which, and where" if more else "at which values"
    told = f"{hint(command(weighing.view, 'cruxes', asked), 'dilemma.cruxes(...)')} tells {which}"
    others = f"{counted(more, 'other number')} {'turns' if more == 1 else 'turn'} at least one; "
    rest = f"{others if more else ''}{told}."
    return Table("What decides", (source_of(weighing.view), "stated range", "turns"), rows, rest)


def _named(words: DialNames, shown: Sequence[Turning]) -> Iterator[str]:
    """Yield the names of numbers.

    Where another option's number has a name told before, that is `the same as for B`, or the name again if
    several numbers of B are told before.
    """
    told: list[tuple[str, str]] = []  # the letters and the claims told before
    for dial, _ in shown:
        name = words.full(dial)
        letter, sign, rest = name.partition(": ")
        if not (sign and dial.address.startswith("options.")):
            yield name
            continue
        claim, given, state = rest.partition(" if ")
        before = [other for other, same in told if same == claim]
        clear = len(before) == 1 and [other for other, _ in told].count(before[0]) == 1
        yield f"{letter}: the same as for {before[0]}{', if ' + state if given else ''}" if clear else name
        told.append((letter, claim))
