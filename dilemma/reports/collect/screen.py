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
from dilemma.reports.collect.answer import answer
from dilemma.reports.collect.divides import division_block, division_lines
from dilemma.reports.collect.members import member_lines, people_lines
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.spreads import disputed, spreads_block, unmoved
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted, listed
from dilemma.reports.words.options import option_names
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.verdicts import DOES_NOT_APPLY

__all__ = ["Detail", "collection_blocks"]

LEGEND = "Views: █ chosen, alone or not; ░ only permitted. Implied: by numbers and credences (`reconcile`)"
CLOSING = "This counts what people said and what follows from it. That many say so is no evidence."
BRIEF_NUMBERS, FEW_ROWS = 2, 6  # numbers drawn if at most so many theories have a row, else one


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
    yield Paragraphs("", (answer(collection, phrases, told.left_out),))
    table = counts(collection, full=told.full)
    yield table
    yield Sentences("Common ground", tuple(common_ground(collection, phrases)))
    title = "People who choose the same" if collection.grouped_by == "choice" else "Groups by verdicts"
    yield Sentences(title, tuple(member_lines(collection, phrases, full=told.full)))
    if collection.division:
        yield division_block(collection.division, phrases)
        if told.full:
            title = "What turns each theory from group 1 to group 2"
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


def counts(collection: Collection, *, full: bool) -> Bars:
    """Return how many views choose each option: by people themselves, as implied, and by each theory.

    Without `full`, theories that choose the same in every view are left to the common ground.
    """
    options, whole = collection.options, len(collection.views)
    heads = tuple(Phrases(collection.document, collection.frameworks).letters.values())
    own = Counter(view.choice for view in collection.views if view.choice)
    implied = Counter(option for one in collection.implied for option in one.choice)
    without = sum(not one.choice for one in collection.implied)
    people = (
        *([count_row("Own choice", [own[option] for option in options], whole)] if own else ()),
        count_row(
            f"Implied ({without} none)" if without else "Implied",
            [implied[option] for option in options],
            whole,
        ),
    )
    theories = tuple(theory_rows(collection, full=full))
    equal = sum(not one.stated for one in collection.implied)
    credences = f"; {equal} state no credences: families of theories count alike" if equal and full else ""
    return Bars(heads, (Group("", (*people, *theories)),), f"{LEGEND}{credences}.")


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
        yield Line("Turns nothing alone", f"the spread of {phrases.number(idle[0].address)}{more}")
