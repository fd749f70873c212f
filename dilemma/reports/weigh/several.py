"""Many files in one table: a line each, with what their theories choose and how many waver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dilemma.reports.blocks import Block, Closing, Heading, Table
from dilemma.reports.weigh.answer import forbidden_by
from dilemma.reports.weigh.blocks import Find
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.caveats import CLOSING
from dilemma.reports.words.commands import perspective_flags
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted
from dilemma.weighing import Weighing

__all__ = ["summary_blocks"]

COLUMNS = ("choose one", "forbid", "apply", "waver")
LEGEND = (
    "By how many theories; letters stand for the options in the order of the file. Waver: how many would "
    "answer otherwise if one number stood elsewhere in its stated range (–: the file states no range)."
)


def summary_blocks(judged: Sequence[tuple[Weighing, Find]], *, every: bool) -> Iterator[Block]:
    """Yield a table with one row per weighing; `every` includes theories off the file's panel."""
    files = {weighing.view.document.label for weighing, _ in judged}
    yield Heading(
        "Answers in short", f"What do the theories say of each of these {counted(len(files), 'dilemma')}?"
    )
    yield Table("File", COLUMNS, tuple(_row(one, find, every=every) for one, find in judged), LEGEND)
    yield Closing(CLOSING)


def _row(weighing: Weighing, find: Find, *, every: bool) -> tuple[str, ...]:
    """Return the cells of a weighing: its file and perspective, and the counts by option."""
    view = weighing.view
    options = tuple(view.scenario.options)
    flags = perspective_flags(view.document, [view.perspective]) if view.perspective else ()
    speaking = [verdict for verdict in panel_of(weighing, every=every) if verdict.speaks]
    alone = Counter(verdict.choice[0] for verdict in speaking if len(verdict.choice) == 1)
    applying = [verdict for verdict in panel_of(weighing, every=every) if verdict.applicable]
    cruxes, ids = find(), {verdict.about.id for verdict in applying}
    turned = {crux.about.id for crux in cruxes or () if crux.about.id in ids}
    return (
        " ".join([view.document.label, *flags]),
        _counts(alone, options),
        _counts(forbidden_by(speaking), options),
        str(len(applying)),
        "–" if cruxes is None else str(len(turned)),
    )


def _counts(counted: Counter[str], options: Iterable[str]) -> str:
    """Return counts by letter, such as `11 B, 1 C`."""
    lettered = letters(tuple(options))
    return ", ".join(f"{counted[id]} {lettered[id]}" for id in lettered if counted[id])
