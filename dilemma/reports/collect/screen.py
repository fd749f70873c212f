"""Report of a collection of views: what people say, their groups, what divides them, what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.reports.blocks import (
    Bar,
    BarRow,
    Bars,
    Block,
    Closing,
    Commands,
    Group,
    Heading,
    Line,
    Paragraphs,
    Sentences,
)
from dilemma.reports.collect.divides import division_lines, division_summary, division_table
from dilemma.reports.collect.members import member_lines, people_lines
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.spreads import disputed, spreads_block, unmoved
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted, listed
from dilemma.reports.words.options import option_names
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.verdicts import DOES_NOT_APPLY

__all__ = ["Detail", "collection_blocks"]

LEGEND = (
    "Views: █ chosen, alone or with others; ░ only permitted. Implied: what most methods of reconcile choose "
    "by a view's numbers and credences."
)
CLOSING = "This counts what people said and what follows from it. That many say so is no evidence."
BRIEF_NUMBERS, FEW_ROWS = 2, 6  # numbers drawn if at most so many theories have a row, else one
BRIEF_NAMES = 2


class Detail(NamedTuple):
    """What a report tells besides the collection: views left out, commands to type next, and whether all."""

    left_out: int = 0
    commands: tuple[Line, ...] = ()
    full: bool = False


def collection_blocks(collection: Collection, phrases: Phrases, told: Detail) -> Iterator[Block]:
    """Yield the report of a collection, in the order it is read."""
    scenario = collection.document.scenario
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield option_names(scenario)
    yield Paragraphs("", tuple(answer(collection, phrases, told)))
    table = counts(collection, full=told.full)
    yield table
    yield Sentences("Common ground", tuple(common_ground(collection, phrases)))
    title = "People who choose the same" if collection.grouped_by == "choice" else "Groups by verdicts"
    yield Sentences(title, tuple(member_lines(collection, phrases, full=told.full)))
    if collection.division:
        yield division_table(collection.division, phrases)
        if told.full:
            title = "What carries the verdicts of group 1 to those of group 2"
            yield Sentences(title, tuple(division_lines(collection.division, phrases)))
    numbers = disputed(collection)
    brief = BRIEF_NUMBERS if len(table.groups[0].rows) <= FEW_ROWS + 2 else 1
    shown = numbers if told.full else numbers[:brief]
    if shown:
        yield spreads_block(collection, shown, phrases, "Most disputed")
    if told.full:
        yield Sentences("Views", tuple(people_lines(collection, phrases)))
    if told.commands:
        yield Commands("Next", told.commands)
    yield Closing(CLOSING)


def answer(collection: Collection, phrases: Phrases, told: Detail) -> Iterator[str]:
    """Yield the answer: how many views, their groups, and whether what divides these is facts or values."""
    count = len(collection.views)
    out = f"; {told.left_out} more left out" if told.left_out else ""
    groups = len(collection.groups)
    if collection.grouped_by == "choice":
        grouping = f"grouped by the option that each chooses: {groups}"
    elif groups == 1:
        grouping = "one group: no two sets of them are clearly apart in their verdicts"
    else:
        grouping = f"{groups} groups by what follows from them"
    sentence = f"{counted(count, 'view')}{out}; {grouping}."
    if collection.division:
        sentence += f" {division_summary(collection)}"
    yield " ".join(filter(None, (sentence, parting(collection, phrases, full=told.full))))


def parting(collection: Collection, phrases: Phrases, *, full: bool) -> str:
    """Return who would choose otherwise than their own numbers and credences imply, in a sentence."""
    choosing = sum(view.choice is not None for view in collection.views)
    rows = collection.parting()
    if not choosing:
        return "Nobody says what they would choose."
    if not rows:
        return f"Nobody of the {choosing} who choose parts from what their own numbers imply."
    people = [
        f"{phrases.person(view, row)} ({phrases.letters[view.choice]}, "
        f"implied {phrases.letters_of(collection.implied[row].choice)})"
        for row, view in ((row, collection.views[row]) for row in (rows if full else rows[:BRIEF_NAMES]))
        if view.choice
    ]
    more = f" and {len(rows) - len(people)} more" if len(people) < len(rows) else ""
    named = "" if phrases.anonymous else f": {', '.join(people)}{more}"
    verb = "chooses" if len(rows) == 1 else "choose"
    return f"{len(rows)} of the {choosing} who choose {verb} otherwise than their numbers imply{named}."


def counts(collection: Collection, *, full: bool) -> Bars:
    """Return how many views choose each option: by people themselves, as implied, and by each theory.

    Without `full`, theories that choose the same in every view are left to the common ground.
    """
    options, whole = collection.options, len(collection.views)
    heads = tuple(Phrases(collection.document, collection.frameworks).letters.values())
    own = Counter(view.choice for view in collection.views if view.choice)
    implied = Counter(option for one in collection.implied for option in one.choice)
    people = (
        count_row("Own choice", [own[option] for option in options], whole),
        count_row("Implied", [implied[option] for option in options], whole),
    )
    theories = tuple(theory_rows(collection, full=full))
    return Bars(heads, (Group("", (*people, *theories)),), LEGEND)


def theory_rows(collection: Collection, *, full: bool) -> Iterator[BarRow]:
    """Yield, for each theory shown, in how many views it chooses and permits each option."""
    verdicts, every = collection.verdicts, 2 ** len(collection.options) - 1
    for at in collection.shown:
        chosen, permitted = verdicts.chosen[:, at], verdicts.permitted[:, at]
        if not full and (chosen == chosen[0]).all():
            continue
        applies = chosen != DOES_NOT_APPLY
        telling = applies & (chosen != every)
        choosing = [
            int((telling & (chosen >> place & 1 == 1)).sum()) for place, _ in enumerate(collection.options)
        ]
        allowing = [
            int((telling & (chosen >> place & 1 == 0) & (permitted >> place & 1 == 1)).sum())
            for place, _ in enumerate(collection.options)
        ]
        silent = int((applies & (chosen == every)).sum())
        name = verdicts.theories[at].short_name
        label = f"{name} (silent in {silent})" if silent else name
        yield count_row(label, choosing, len(collection.views), allowing)


def count_row(
    label: str, choosing: Sequence[int], whole: int, allowing: Sequence[int] | None = None
) -> BarRow:
    """Return a row of counts, with bars for their share of the whole."""
    allowed = allowing or [0] * len(choosing)
    bars = tuple(
        Bar("plain", count / whole, more / whole, str(count))
        for count, more in zip(choosing, allowed, strict=True)
    )
    return BarRow(label, label, bars)


def common_ground(collection: Collection, phrases: Phrases) -> Iterator[Line]:
    """Yield what holds in every view, what nobody and no theory takes, and numbers whose spread is idle."""
    held: dict[str, list[str]] = {}
    for theory, choice in collection.constant().items():
        held.setdefault(phrases.letters_of(choice), []).append(phrases.short_name(theory))
    told = "; ".join(f"{listed(names)} {choice}" for choice, names in held.items())
    yield Line("In every view", told or "no theory chooses the same")
    untaken = collection.untaken()
    if untaken:
        yield Line(
            "Taken by no one", f"{listed([phrases.letters[id] for id in untaken])}: no person, no theory"
        )
    idle = list(unmoved(collection))
    if idle:
        more = f" and {counted(len(idle) - 1, 'other')}" if len(idle) > 1 else ""
        tried, named = collection.numbers[0].tried, phrases.number(idle[0].address)
        yield Line(
            "Turns nothing",
            f"{named}{more}, at anyone's value, in {counted(tried, 'view')}",
        )
