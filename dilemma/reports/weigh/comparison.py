"""Report that compares perspectives: each theory's choices, and the settings that divide them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
NEEDED = "The settings that most of them need:"
MOST_SETTINGS = 4  # told on one screen; --full tells all
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


def comparison_blocks(
    found: Comparison, frameworks: Sequence[Framework], detail: Detail = ANSWER
) -> Iterator[Block]:
    """Yield the report of a comparison, in the order it is read.

    Without `detail.full`, what divides two views is told in a few words and by the settings that most
    theories need in order to turn.
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
        summary = " ".join(told.summary(divides))
        lead = f"{summary} {NEEDED}" if divides and not detail.full else summary
        yield Paragraphs(title, (lead,))
        if detail.full and divides:
            lines = [told.line(first, second, divide) for divide in divides]
            yield Sentences(
                f"Setting by setting, {told.quoted(first)} to {told.quoted(second)}", tuple(lines)
            )
        elif divides:
            yield Sentences("", tuple(told.needed(first, second, divides)))
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
        """Yield how many theories turn on facts and how many on weights, and how many by few settings."""
        count: Counter[str] = Counter(divide.kind for divide in divides for _ in divide.frameworks)
        if not divides:
            yield SAME
            return
        parts = [f"{count[kind]} {settled}" for kind, settled in SETTLED.items() if count[kind]]
        every = count.total()
        turns = "1 theory turns" if every == 1 else f"{every} theories turn"
        told = f" {SETTLED[next(iter(count))]}" if len(parts) == 1 else f": {'; '.join(parts)}"
        yield f"{turns}{told}."
        few = sum(len(divide.frameworks) for divide in divides if divide.few)
        most = max(len(divide.settings) for divide in divides)
        many = f"3 to {most} settings together" if most > 3 else "three settings together"
        if few == every:
            yield "Each needs only one or two settings."
        elif few:
            yield f"{few} {'needs' if few == 1 else 'need'} one or two settings, the others {many}."
        else:
            yield f"Each needs {many}."

    def needed(self, first: int, second: int, divides: Sequence[Divide]) -> Iterator[Line]:
        """Yield the settings that most theories need, with how many do and which turn by it alone."""
        by: dict[str, list[Divide]] = {}
        for divide in divides:
            for address in divide.settings:
                by.setdefault(address, []).append(divide)
        every = sum(len(divide.frameworks) for divide in divides)
        counts = {address: sum(len(one.frameworks) for one in own) for address, own in by.items()}
        for address in sorted(counts, key=lambda one: -counts[one])[:MOST_SETTINGS]:
            alone = [id for one in by[address] if len(one.settings) == 1 for id in one.frameworks]
            own = f"; {self.short(alone)} by it alone" if alone else ""
            yield Line(f"{counts[address]} of {every}", f"{self.setting(first, second, address)}{own}")

    def short(self, ids: Iterable[str]) -> str:
        """Return the short names of theories as a list."""
        theories = {verdict.about.id: verdict.about for verdict in self.found.weighings[0].verdicts}
        return listed([theories[id].short_name for id in ids])

    def line(self, first: int, second: int, divide: Divide) -> Line:
        told = [self.setting(first, second, address) for address in divide.settings]
        together = " and ".join(told) if divide.few else f"together {'; '.join(told)}"
        return Line(self.short(divide.frameworks), f"{together} ({KINDS[divide.kind]})")

    def setting(self, first: int, second: int, address: str) -> str:
        """Return a setting with its values in the second view and in the first."""
        fields = self._changed_fields(first, second, address)
        if fields:
            return " and ".join(self.setting(first, second, f"{address}.{field}") for field in fields)
        here, there = self.dials[first].get(address), self.dials[second].get(address)
        if here is None or there is None:
            mine, yours = self._as_written(first, address), self._as_written(second, address)
            return f"{self._named(address)}: {yours} rather than {mine}"
        if here.kind in PROBABILITIES:
            mine, yours = percents(here.best, there.best)
        else:
            mine, yours = written(here.best), written(there.best)
        return f"{self.words[second].of(there)}: {yours} rather than {mine}"

    def _named(self, address: str) -> str:
        """Return the option and the claim of a belief under an option; any other address as it is."""
        match address.split("."):
            case ["options", option, "beliefs", belief, *_] if belief in self.scenario.beliefs:
                return f"{self.names.option(option)}: “{self.scenario.beliefs[belief].claim}”"
            case _:
                return address

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
        if isinstance(here, Mapping):
            return written({key: _short(value) for key, value in here.items()})
        return written(_short(here))


def _short(value: object) -> object:
    """Return the ends and the best estimate of a range; any other value as it is."""
    return [value.low, value.best, value.high] if isinstance(value, Range) else value
