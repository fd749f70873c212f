"""Details of a weighing as blocks: the grid with figures, supporters, arguments, residue, caveats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.frameworks.framework import Family, Gives
from dilemma.reports.blocks import Block, Cell, Grid, Group, Line, Row, Sentences
from dilemma.reports.weigh.answer import mark_of
from dilemma.reports.weigh.arguments import against, in_favour
from dilemma.reports.weigh.wavering import wavering_in_words
from dilemma.reports.words.caveats import about_verdict, about_weighing
from dilemma.reports.words.figures import aligned
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.residue import residue_in_words
from dilemma.reports.words.templates import FAMILIES, SUPPORT
from dilemma.robustness.cruxes.crux import Crux
from dilemma.scenario.model import Scenario
from dilemma.weighing import Answer, Verdict, Weighing

__all__ = ["detail_blocks", "figure_grid"]

LEGEND = (
    "● its one choice   ◐ one of several it leaves standing   ○ permitted, another is better   "
    "✕ forbidden, by which test   (figures: higher is better, each theory on its own scale; unit: {unit})"
)


def figure_grid(
    verdicts: Sequence[Verdict], cruxes: Sequence[Crux], columns: Sequence[str], scenario: Scenario
) -> Grid:
    """Return the grid of verdicts with figures, the names of failed tests, and what wavering ones turn to."""
    lettered = letters(tuple(scenario.options))
    groups = []
    for family in Family:
        mine = [verdict for verdict in verdicts if verdict.about.family is family]
        rows = tuple(_row(verdict, wavering_in_words(verdict, cruxes, lettered)) for verdict in mine)
        if rows:
            groups.append(Group(FAMILIES[family], rows))
    return Grid(tuple(columns), tuple(groups), LEGEND.format(unit=scenario.unit))


def detail_blocks(weighing: Weighing) -> Iterator[Block]:
    """Yield who favours what, what speaks for and against each option, what stays owed, and caveats."""
    names = Names(weighing.view.scenario)
    yield Sentences("Who favours and who permits what", tuple(_supporters(weighing.verdicts, names)))
    for id in _contested(weighing):
        yield Sentences(names.option(id), tuple(_arguments(id, weighing, names)))
    yield Sentences("What would still be owed", tuple(_residues(weighing, names)))
    notes = tuple(_notes(weighing, names))
    if notes:
        yield Sentences("To bear in mind", notes)


def _row(verdict: Verdict, wavers: str) -> Row:
    name, short = verdict.about.name, verdict.about.short_name
    if not verdict.applicable:
        return Row(name, short, (), f"does not apply: {'; '.join(verdict.missing)}")
    if verdict.silent:
        tells = "permits every option" if verdict.about.gives is Gives.TIERS else "finds every option as good"
        return Row(name, short, (), f"silent: {tells}")
    parts = ("forbids every option" if verdict.permits_none else "", f"~ {wavers}" if wavers else "")
    remark = "; ".join(part for part in parts if part)
    figures = aligned([answer.score for answer in verdict.answers])
    if verdict.about.gives is Gives.TIERS:
        figures = [""] * len(verdict.answers)
    cells = tuple(_cell(answer, text, verdict) for answer, text in zip(verdict.answers, figures, strict=True))
    return Row(name, short, cells, remark)


def _cell(answer: Answer, figure: str, verdict: Verdict) -> Cell:
    if answer.status == "forbidden":
        test = verdict.about.test(answer.failed[0])
        return Cell("forbidden", test.name, test.short)
    return Cell(mark_of(answer, verdict), figure, figure)


def _contested(weighing: Weighing) -> Iterator[str]:
    """Yield the ids of options that some theory chooses and another does not."""
    speaking = [v for v in weighing.verdicts if v.speaks and v.choice]
    for id in weighing.view.scenario.options:
        choosing = [id in verdict.choice for verdict in speaking]
        if any(choosing) and not all(choosing):
            yield id


def _arguments(id: str, weighing: Weighing, names: Names) -> Iterator[Line]:
    yield Line("For", in_favour(id, weighing, names))
    yield Line("Against", against(id, weighing, names))


def _residues(weighing: Weighing, names: Names) -> Iterator[Line]:
    """Yield the residue of each option."""
    for id in weighing.view.scenario.options:
        yield Line(
            names.option(id), residue_in_words(weighing.residue[id], names) or "nothing the file names"
        )


def _notes(weighing: Weighing, names: Names) -> Iterator[Line]:
    for sentence in about_weighing(weighing, names):
        yield Line("The file", sentence)
    for verdict in weighing.verdicts:
        notes = tuple(about_verdict(verdict, weighing, names))
        if notes:
            yield Line(verdict.about.short_name, " ".join(notes))


def _supporters(verdicts: Sequence[Verdict], names: Names) -> Iterator[Line]:
    """Yield one line per option, then one of the theories that are silent or permit no option."""
    speaking = [v for v in verdicts if v.speaks and v.choice]
    for id in names.scenario.options:
        by = {
            "favoured": [v.about.name for v in speaking if v.choice == (id,)],
            "permitted": [v.about.name for v in speaking if id in v.choice and v.choice != (id,)],
            "forbidden": [v.about.name for v in speaking if v.answer(id).status == "forbidden"],
        }
        told = [SUPPORT[how].format(theories=listed(theories)) for how, theories in by.items() if theories]
        yield Line(names.option(id), "; ".join(told) or SUPPORT["none"])
    quiet = [v.about.name for v in verdicts if v.silent or v.permits_none]
    if quiet:
        yield Line(SUPPORT["quiet"], listed(quiet))
