"""Report that compares perspectives: each theory's choices, and the settings that divide them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from rich.cells import cell_len, set_cell_size

from dilemma.frameworks.framework import Family, Framework
from dilemma.reports.blocks import (
    Block,
    Cell,
    Closing,
    Grid,
    Group,
    Heading,
    Line,
    Paragraphs,
    Row,
    Sentences,
)
from dilemma.reports.weigh.matrix import commands_block, matrix_blocks
from dilemma.reports.weigh.panel import ANSWER, Detail, panel_of
from dilemma.reports.words.commands import written
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words, percents
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.options import options_block
from dilemma.reports.words.templates import FAMILIES
from dilemma.reports.words.turns import PROBABILITIES
from dilemma.robustness.comparison import Comparison, Divide
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.model import Entry
from dilemma.scenario.numbers import Range
from dilemma.scenario.views.view import value_at
from dilemma.weighing import Verdict

__all__ = ["comparison_blocks", "divides_among"]

LEGEND = "● the one option chosen   ◐ several left standing, by their letters   · does not apply"
MOST_DIVIDES = 2  # settings told on one screen; --full tells all
CLOSING = (
    "A perspective is a view of the file's facts and weights; the file's author states it, and none is ours. "
    "Counting theories is not evidence."
)
FILE = "As the file"
OWN = "the file's own best estimates"
UNTOLD = "no reason is given"
SAME = "Nothing: every theory says the same under both, though they may hold different ones."
KINDS = {
    "fact": "a matter of fact",
    "weight": "a matter of weight or judgement",
    "theory": "a setting of the theory",
    "mixed": "fact and weight together",
}
SETTLED = {
    "fact": "on facts, which evidence could settle",
    "weight": "on weights and judgements, which evidence could not settle",
    "theory": "on a setting of the theory",
    "mixed": "on facts and weights together",
}
TOGETHER = {
    "fact": "all the facts they differ in, together",
    "weight": "all the weights and judgements they differ in, together",
    "theory": "all the settings of theories they differ in, together",
    "mixed": "all the facts and weights they differ in, together",
}


def comparison_blocks(
    found: Comparison, frameworks: Sequence[Framework], detail: Detail = ANSWER
) -> Iterator[Block]:
    """Yield the report of a comparison, in the order it is read.

    Without `detail.full`, what divides two views is told in one sentence and by the settings that turn most
    theories.
    """
    told = _ComparisonWords(found, frameworks)
    scenario = found.weighings[0].view.document.scenario
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    if detail.full:
        yield options_block(scenario, whole=True)
        yield Sentences("The perspectives", tuple(told.perspectives()))
        yield Grid(told.columns(), tuple(told.groups()), LEGEND)
    else:
        yield from matrix_blocks(found, every=detail.every)
    shown = {verdict.about.id for verdict in panel_of(found.weighings[0], every=detail.every or detail.full)}
    for (first, second), every in found.divides.items():
        divides = tuple(divides_among(shown, every))
        title = f"What would carry {told.quoted(first)} to {told.quoted(second)}"
        lines = [told.line(first, second, divide) for divide in divides]
        if detail.full:
            yield Paragraphs(title, tuple(told.summary(divides)))
            if lines:
                yield Sentences(
                    f"Setting by setting, {told.quoted(first)} to {told.quoted(second)}", tuple(lines)
                )
        else:
            few = [line for line, divide in zip(lines, divides, strict=True) if divide.few]
            yield Paragraphs(title, (" ".join(told.summary(divides)),))
            yield Sentences("", tuple(few[:MOST_DIVIDES]))
    yield commands_block(found.weighings, full=detail.full)
    yield Closing(CLOSING)


def divides_among(ids: AbstractSet[str], divides: Iterable[Divide]) -> Iterator[Divide]:
    """Yield what divides the theories with these ids: each divide of any of them, without the others."""
    for divide in divides:
        mine = tuple(id for id in divide.frameworks if id in ids)
        if mine:
            yield divide._replace(frameworks=mine)


class _ComparisonWords:
    """A comparison worded with the names of the file."""

    def __init__(self, found: Comparison, frameworks: Sequence[Framework]) -> None:
        self.found, self.frameworks = found, frameworks
        view = found.weighings[0].view
        self.scenario = view.document.scenario
        self.names = Names(self.scenario)
        self.letters = letters(tuple(self.scenario.options))
        self.words = [DialNames(weighing.view, frameworks) for weighing in found.weighings]
        self.dials: list[dict[str, Dial]] = [
            {dial.address: dial for dial in dials(weighing.view.scenario, frameworks)}
            for weighing in found.weighings
        ]

    def name(self, place: int) -> str:
        """Return the name of a view's perspective, or that of the plain file."""
        perspective = self.found.weighings[place].view.perspective
        if perspective is None:
            return FILE
        return self.scenario.perspectives[perspective].name or perspective

    def quoted(self, place: int) -> str:
        """Return the name of a view for use in a sentence."""
        name = self.name(place)
        return OWN if name == FILE else f"“{name}”"

    def columns(self) -> tuple[str, ...]:
        return tuple(self.name(place) for place in range(len(self.found.weighings)))

    def perspectives(self) -> Iterator[Line]:
        for place, weighing in enumerate(self.found.weighings):
            id = weighing.view.perspective
            because = self.scenario.perspectives[id].because or UNTOLD if id else OWN
            yield Line(self.name(place), because)

    def groups(self) -> Iterator[Group[Row]]:
        rows: list[tuple[Family, Row]] = []
        for verdicts in zip(*(weighing.verdicts for weighing in self.found.weighings), strict=True):
            about = verdicts[0].about
            cells = self.level(tuple(self.cell(verdict) for verdict in verdicts))
            rows.append((about.family, Row(about.name, about.short_name, cells)))
        for family in Family:
            mine = tuple(row for one, row in rows if one is family)
            if mine:
                yield Group(FAMILIES[family], mine)

    def level(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Return cells padded to the same width in every row, so that letters are aligned."""
        widest = max(cell_len(self.cell_words(id)) for id in self.scenario.options)
        letters_ = max(len("none"), len(" ".join(self.letters.values())))
        return tuple(
            cell._replace(text=set_cell_size(cell.text, widest), short=set_cell_size(cell.short, letters_))
            for cell in cells
        )

    def cell(self, verdict: Verdict) -> Cell:
        if not verdict.applicable:
            return Cell("absent", "", "")
        if verdict.permits_none:
            return Cell("forbidden", "forbids all", "none")
        if verdict.silent:
            return Cell("among", "all", "all")
        together = " ".join(self.letters[id] for id in verdict.choice)
        if len(verdict.choice) > 1:
            return Cell("among", together, together)
        return Cell("chosen", self.cell_words(verdict.choice[0]), together)

    def cell_words(self, option: str) -> str:
        return f"{self.letters[option]} {self.names.option(option)}"

    def summary(self, divides: Sequence[Divide]) -> Iterator[str]:
        """Yield how many theories differ on facts, which evidence could settle, and how many on weights."""
        count: Counter[str] = Counter(divide.kind for divide in divides for _ in divide.frameworks)
        if not divides:
            yield SAME
            return
        parts = [f"{count[kind]} {settled}" for kind, settled in SETTLED.items() if count[kind]]
        turns = "1 theory turns" if count.total() == 1 else f"{count.total()} theories turn"
        told = f" {SETTLED[next(iter(count))]}" if len(parts) == 1 else f": {'; '.join(parts)}"
        yield f"{turns}{told}."

    def line(self, first: int, second: int, divide: Divide) -> Line:
        theories = {verdict.about.id: verdict.about for verdict in self.found.weighings[0].verdicts}
        names = listed([theories[id].short_name for id in divide.frameworks])
        if not divide.few:
            return Line(names, f"no one or two settings; {TOGETHER[divide.kind]} ({len(divide.settings)})")
        told = [self.setting(first, second, address) for address in divide.settings]
        return Line(names, f"{' and '.join(told)} ({KINDS[divide.kind]})")

    def setting(self, first: int, second: int, address: str) -> str:
        """Return a setting with its values in the second view and in the first."""
        fields = self._changed_fields(first, second, address)
        if fields:
            return " and ".join(self.setting(first, second, f"{address}.{field}") for field in fields)
        here, there = self.dials[first].get(address), self.dials[second].get(address)
        if here is None or there is None:
            return f"{address} {self._as_written(first, address)} → {self._as_written(second, address)}"
        if here.kind in PROBABILITIES:
            mine, yours = percents(here.best, there.best)
        else:
            mine, yours = written(here.best), written(there.best)
        return f"{self.words[second].of(there)}: {yours} rather than {mine}"

    def _changed_fields(self, first: int, second: int, address: str) -> list[str]:
        """Return the fields in which an entry that was set as a whole differs, those of words left out."""
        one, other = self._value(first, address), self._value(second, address)
        if not (isinstance(one, Entry) and isinstance(other, Entry)):
            return []
        fields = [field for field in type(one).model_fields if field not in Entry.model_fields]
        return [field for field in fields if getattr(one, field) != getattr(other, field)]

    def _value(self, place: int, address: str) -> object:
        return value_at(self.found.weighings[place].view.scenario, tuple(address.split(".")))

    def _as_written(self, place: int, address: str) -> str:
        here = self._value(place, address)
        return written([here.low, here.best, here.high] if isinstance(here, Range) else here)
