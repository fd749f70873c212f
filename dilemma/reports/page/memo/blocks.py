"""A memo of at most two pages as blocks: who decides, the answer, each side, who bears what, what is owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block, Closing, Heading, Line, Options, Paragraphs, Sentences, SignGrid
from dilemma.reports.media.docx.layout import height
from dilemma.reports.page.memo.burdens import burdens_in_short
from dilemma.reports.page.memo.citations import Citations
from dilemma.reports.page.memo.extent import EXTENTS, Extent
from dilemma.reports.page.memo.perspectives import Perspectives, told_of
from dilemma.reports.page.memo.sides import sides
from dilemma.reports.weigh.answer import answer_in_words, has_row, sign_grid, without_row
from dilemma.reports.weigh.deciding import deciding
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.weigh.wavering import Turning, turning_numbers
from dilemma.reports.words.caveats import CLOSING
from dilemma.reports.words.changes import changes
from dilemma.reports.words.commands import command
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names, counted, cut, listed
from dilemma.reports.words.options import options_block
from dilemma.reports.words.residue import owed_in_short
from dilemma.robustness.comparison import Comparison
from dilemma.robustness.cruxes.crux import Crux
from dilemma.weighing import Verdict, Weighing

__all__ = ["MOST_PERSPECTIVES", "Memo", "memo_blocks"]

MOST_PERSPECTIVES = EXTENTS[0].perspectives
PAGES = 1435.0  # points, estimated, of two pages of Letter: what `height` finds is more than Word takes


class Memo(NamedTuple):
    """What a memo tells: a weighing, the cruxes inside stated ranges, and the file under its perspectives.

    `cruxes` is None if the file states no range. The first weighing of `compared` is that of the memo;
    `compared` is None if the file has no perspectives, or the memo is of one of them. `medium` is the format
    in which the command that tells everything writes it.
    """

    weighing: Weighing
    frameworks: Sequence[Framework]
    cruxes: Sequence[Crux] | None
    compared: Comparison | None
    medium: str = "md"


def memo_blocks(memo: Memo) -> tuple[Block, ...]:
    """Return the memo in the order it is read, with as much of each part as two pages hold."""
    for extent in EXTENTS:
        blocks = tuple(_Parts(memo, extent).blocks())
        if sum(map(height, blocks)) <= PAGES:
            break
    return blocks


class _Parts:
    """The parts of a memo at an extent, and what it leaves out."""

    def __init__(self, memo: Memo, extent: Extent) -> None:
        self.memo, self.extent = memo, extent
        self.view = memo.weighing.view
        self.scenario = self.view.scenario
        self.letters = letters(tuple(self.scenario.options))
        self.shown = panel_of(memo.weighing)
        self.cruxes = memo.cruxes or ()
        ids = {verdict.about.id for verdict in self.shown if verdict.applicable}
        self.turning = turning_numbers(crux for crux in self.cruxes if crux.about.id in ids)
        self.citations = Citations(self.scenario, self._decisive(), extent.sources)
        self.left_out: list[str] = []

    def blocks(self) -> Iterator[Block]:
        """Yield the parts in the order they are read."""
        scenario = self.scenario
        yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
        yield Sentences("", tuple(self._setting()))
        yield from changes(self.view, command(self.view, "report"))
        yield self._options()
        yield Paragraphs(
            "What the theories say", (" ".join(answer_in_words(self.shown, self.memo.cruxes, self.letters)),)
        )
        yield from self._grid()
        if self.turning:
            yield self._deciding()
        on_panel = self.memo.weighing._replace(verdicts=tuple(self.shown))
        yield sides(on_panel, self.letters, self.extent.argument)
        yield from self._perspectives()
        table, more = burdens_in_short(self.memo.weighing, self.extent.parties)
        self._leave(more, "party")
        yield table
        yield from self._owed()
        if self.citations.lines:
            yield Sentences("Sources", self.citations.lines)
        self._leave(self.citations.more, "source")
        yield Sentences("", (self._rest(),))
        yield Closing(CLOSING)

    def _setting(self) -> Iterator[Line]:
        """Yield who decides, the background and the unit."""
        if self.scenario.agent:
            yield Line("Who decides", self.scenario.agent)
        if self.scenario.about and self.extent.background:
            yield Line("Background", cut(" ".join(self.scenario.about.split()), self.extent.background))
        yield Line("Unit", self.scenario.unit)

    def _options(self) -> Options:
        most = self.extent.option
        entries = options_block(self.scenario).entries
        return Options(tuple(one._replace(text=cut(one.text, most) if most else "") for one in entries))

    def _grid(self) -> Iterator[SignGrid]:
        """Yield the theories by options, if any has something to say."""
        left_out = [verdict for verdict in self.memo.weighing.verdicts if verdict not in self.shown]
        rows: list[Verdict] = [verdict for verdict in self.shown if has_row(verdict, self.cruxes)]
        self._leave(len(rows) - self.extent.rows, "theory")
        if rows:
            foot = without_row(self.shown, self.cruxes, left_out)
            yield sign_grid(rows[: self.extent.rows], self.cruxes, self.letters, foot)

    def _decisive(self) -> Sequence[Turning]:
        return self.turning[: self.extent.numbers]

    def _deciding(self) -> Block:
        """Return the numbers that decide, each with the marks of its sources."""
        table = deciding(self.memo.weighing, self.turning, self.extent.numbers)
        marks = (self.citations.marks(number.dial.address) for number in self._decisive())
        rows = ((f"{row[0]}{mark}", *row[1:]) for row, mark in zip(table.rows, marks, strict=True))
        return table._replace(rows=tuple(rows))

    def _perspectives(self) -> Iterator[Sentences]:
        """Yield the perspectives that are told, and count the others."""
        found = Perspectives(self.memo.weighing, self.memo.frameworks, self.memo.compared)
        lines = tuple(told_of(found))[: self.extent.perspectives]
        if lines:
            yield Sentences("Perspectives, and what divides them", lines)
        if self.memo.compared:
            self._leave(len(self.scenario.perspectives) - len(lines), "perspective")

    def _owed(self) -> Iterator[Sentences]:
        names, residue = Names(self.scenario), self.memo.weighing.residue
        if self.extent.named:
            lines = (
                Line(self.letters[id], owed_in_short(residue[id], names, self.extent.named))
                for id in self.scenario.options
            )
            yield Sentences("What would still be owed", tuple(lines))
        else:
            self._leave(len(self.scenario.options), "residue")

    def _leave(self, count: int, noun: str) -> None:
        """Note that entries of a kind are left out."""
        if count > 0:
            self.left_out.append(counted(count, noun))

    def _rest(self) -> Line:
        """Return what is left out, and the command that shows everything."""
        whole = command(self.view, "report", also=("--format", self.memo.medium, "--full"))
        output = f" -o {self.view.document.id}.{self.memo.medium}" if self.memo.medium != "md" else ""
        told = f"{listed(self.left_out)}. All of it: " if self.left_out else ""
        return Line("Left out here" if self.left_out else "All of it", f"{told}{whole}{output}")
