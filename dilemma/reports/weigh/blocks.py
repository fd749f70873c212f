"""Report of a weighing as blocks: grid of verdicts, supporters, arguments, residue, caveats."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.frameworks.framework import About, Family, Gives
from dilemma.reports.blocks import Block, Cell, Closing, Grid, Group, Heading, Line, Row, Sentences
from dilemma.reports.weigh.arguments import against, in_favour
from dilemma.reports.weigh.residue import residue_in_words
from dilemma.reports.weigh.summary import methods_in_words
from dilemma.reports.weigh.supporters import supporters
from dilemma.reports.words.caveats import CLOSING, about_verdict, about_weighing
from dilemma.reports.words.changes import changes
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.figures import aligned, date_in_words
from dilemma.reports.words.names import Names
from dilemma.weighing import Answer, Verdict, Weighing

__all__ = ["FAMILIES", "weighing_blocks"]

FAMILIES = {
    Family.CONSEQUENTIALIST: "What comes of it",
    Family.DEONTOLOGICAL: "What is owed",
    Family.CONTRACTUALIST: "What could be justified to each",
    Family.CARE: "Who depends on us",
    Family.VIRTUE: "What it expresses",
}

LEGEND = (
    "● chosen or permitted   ○ permitted, another is better   ✕ forbidden, by which test   "
    "(figures: higher is better, each theory on its own scale; unit: "
)


def weighing_blocks(weighing: Weighing) -> Iterator[Block]:
    """Yield the report of one weighing, in the order it is read."""
    scenario = weighing.view.scenario
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield from changes(
        weighing.view, command(weighing.view, frameworks=only(v.about.id for v in weighing.verdicts))
    )
    names = Names(scenario)
    columns = tuple(names.option(id) for id in scenario.options)
    yield Grid(columns, tuple(_groups(weighing)), f"{LEGEND}{scenario.unit})")
    yield Sentences("Who favours and who permits what", tuple(_supporters(weighing, names)))
    for id in _contested(weighing):
        yield Sentences(names.option(id), tuple(_arguments(id, weighing, names)))
    yield Sentences("What would still be owed", tuple(_residues(weighing, names)))
    notes = tuple(_notes(weighing, names))
    if notes:
        yield Sentences("To bear in mind", notes)
    yield Closing(CLOSING)


def _groups(weighing: Weighing) -> Iterator[Group[Row]]:
    for family in Family:
        rows = tuple(_row(verdict) for verdict in weighing.verdicts if verdict.about.family is family)
        if rows:
            yield Group(FAMILIES[family], rows)


def _row(verdict: Verdict) -> Row:
    name, short = verdict.about.name, verdict.about.short or verdict.about.name
    if not verdict.applicable:
        return Row(name, short, (), f"does not apply: {'; '.join(verdict.missing)}")
    if verdict.silent:
        tells = "permits every option" if verdict.about.gives is Gives.TIERS else "finds every option as good"
        return Row(name, short, (), f"silent: {tells}")
    remark = "permits none" if verdict.permits_none else ""
    figures = aligned([answer.score for answer in verdict.answers])
    if verdict.about.gives is Gives.TIERS:
        figures = [""] * len(verdict.answers)
    cells = tuple(
        _cell(answer, text, verdict.about) for answer, text in zip(verdict.answers, figures, strict=True)
    )
    return Row(name, short, cells, remark)


def _cell(answer: Answer, figure: str, about: About) -> Cell:
    if answer.status == "forbidden":
        test = about.test(answer.failed[0])
        return Cell("forbidden", test.name, test.short)
    if answer.chosen:
        return Cell("chosen", figure, figure)
    return Cell("permitted" if answer.permissible else "plain", figure, figure)


def _supporters(weighing: Weighing, names: Names) -> Iterator[Line]:
    yield from supporters(weighing.verdicts, names)
    taken = methods_in_words(weighing, names)
    if taken:
        yield Line("Taken together", taken)


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
            yield Line(verdict.about.short or verdict.about.name, " ".join(notes))
