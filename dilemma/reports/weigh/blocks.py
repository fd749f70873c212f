"""Report of a weighing as blocks: the options, the answer, the signs, what decides, what to ask next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dilemma.errors import TooLarge
from dilemma.reports.blocks import Block, Closing, Heading, Paragraphs, Sentences
from dilemma.reports.weigh.answer import answer_in_words, has_row, sign_grid, without_row
from dilemma.reports.weigh.deciding import deciding
from dilemma.reports.weigh.detail import detail_blocks, figure_grid
from dilemma.reports.weigh.further import further
from dilemma.reports.weigh.panel import ANSWER, Detail, panel_of
from dilemma.reports.weigh.verdicts_turned import verdicts_turned
from dilemma.reports.weigh.wavering import turning_numbers
from dilemma.reports.words.caveats import CLOSING
from dilemma.reports.words.changes import changes, changes_in_short
from dilemma.reports.words.commands import command, hint, only
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.reports.words.options import options_block
from dilemma.robustness.cruxes.crux import Crux
from dilemma.weighing import Verdict, Weighing

__all__ = ["Find", "weighing_blocks"]

Find = Callable[[], Sequence[Crux] | None]
"""Returns the cruxes inside the ranges that the file states; None if it states no range."""

HINT = " (--all shows them)"
MOST_NUMBERS = 3  # deciding numbers shown; `cruxes` shows all


def weighing_blocks(weighing: Weighing, find: Find, detail: Detail = ANSWER) -> Iterator[Block]:
    """Yield the report of one weighing, in the order it is read.

    `find` takes longest, so it is called once the heading and the options are told.
    """
    view, scenario = weighing.view, weighing.view.scenario
    lettered = letters(tuple(scenario.options))
    yield Heading(scenario.title, scenario.question, _aside(detail.label, scenario.as_of))
    yield options_block(scenario, whole=detail.full)
    shown = panel_of(weighing, every=detail.every)
    told = changes if detail.full else changes_in_short
    again = command(view, frameworks=only(v.about.id for v in weighing.verdicts))
    yield from told(view, again, verdicts_turned(weighing, shown))
    try:
        cruxes, unknown = find(), ""
    except TooLarge as error:
        cruxes, unknown = None, str(error)
    yield Paragraphs("", (" ".join(answer_in_words(shown, cruxes, lettered, unknown)),))
    yield from _grids(weighing, shown, cruxes or (), detail)
    ids = {verdict.about.id for verdict in shown if verdict.applicable}
    turning = turning_numbers(crux for crux in cruxes or () if crux.about.id in ids)
    if turning:
        yield deciding(weighing, turning, MOST_NUMBERS)
    if detail.full:
        yield from detail_blocks(weighing._replace(verdicts=tuple(shown)))
    yield further(weighing, turning, detail, shown)
    yield Closing(CLOSING)


def _grids(
    weighing: Weighing, shown: Sequence[Verdict], cruxes: Sequence[Crux], detail: Detail
) -> Iterator[Block]:
    """Yield the grid with figures or with signs, and the names of the theories that have no row in it."""
    scenario = weighing.view.scenario
    lettered = letters(tuple(scenario.options))
    left_out = [verdict for verdict in weighing.verdicts if verdict not in shown]
    aside = hint(HINT)
    if detail.full or detail.figures:
        names = Names(scenario)
        named = [f"{letter} {names.option(id)}" for id, letter in lettered.items()]
        columns = named if detail.full else tuple(lettered.values())
        yield figure_grid(shown, cruxes, columns, scenario)
        if left_out:
            yield Sentences("", without_row((), (), left_out, aside))
        return
    if detail.every:
        yield sign_grid(shown, cruxes, lettered, ())
        return
    foot = without_row(shown, cruxes, left_out, aside)
    rows = [verdict for verdict in shown if has_row(verdict, cruxes)]
    if rows:
        yield sign_grid(rows, cruxes, lettered, foot)
    elif foot:
        yield Sentences("", foot)


def _aside(label: str, date: str | None) -> str:
    return " · ".join(part for part in (label, date_in_words(date)) if part)
