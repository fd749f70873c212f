"""The difference of two files or views as blocks: verdicts, what carries them, and what is set otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dilemma.reports.blocks import Block, Closing, Heading, Line, Paragraphs, Sentences, Table
from dilemma.reports.collect.phrases import Phrases, divided_by
from dilemma.reports.words.commands import all_told
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted
from dilemma.reports.words.options import option_names
from dilemma.robustness.collection.difference import Change, Difference
from dilemma.weighing import Verdict

__all__ = ["difference_blocks"]

BRIEF_CHANGES = 10
CLOSING = "None of this says which of the two is right."


def difference_blocks(found: Difference, *, full: bool) -> Iterator[Block]:
    """Yield the report of a difference, in the order it is read."""
    here, there = found.sides
    scenario = here.document.scenario
    phrases = Phrases(here.document, [], full=full)
    phrases.add_theories(verdict.about for verdict in found.weighings[0].verdicts)
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield option_names(scenario)
    yield Sentences("", (Line("first", here.label), Line("second", there.label)))
    yield Paragraphs("", (answer(found),))
    if found.differing:
        rows = tuple(
            (one.about.short_name, in_letters(one, phrases), in_letters(other, phrases))
            for one, other in zip(*(weighing.verdicts for weighing in found.weighings), strict=True)
            if one.about.id in found.differing
        )
        yield Table("Verdicts that differ", ("first", "second"), rows)
    lines = [
        Line(phrases.short_names(step.theories), "; ".join(map(phrases.setting, step.settings)))
        for step in sorted(found.steps, key=lambda step: (len(step.settings), -len(step.theories)))
    ]
    if found.rest:
        lines.append(Line(phrases.short_names(found.rest), "what only one of the files has"))
    if lines:
        yield Sentences("What carries the first to the second", tuple(lines))
    yield from changed(found, phrases, full=full)
    yield Closing(CLOSING)


def answer(found: Difference) -> str:
    """Return how many verdicts differ, and whether by facts, values, or what one file has alone."""
    whole = sum(verdict.applicable for verdict in found.weighings[0].verdicts)
    if not found.changes:
        return "They are the same."
    if not found.differing:
        return f"No verdict differs: all of {counted(whole, 'theory')} that apply say the same."
    told = f"{len(found.differing)} of {counted(whole, 'theory')} that apply answer otherwise"
    if found.steps:
        told += f"; {divided_by((step.kinds, len(step.theories)) for step in found.steps)}"
    if found.rest:
        told += f"; {len(found.rest)} by what only one of the files has"
    return f"{told}."


def in_letters(verdict: Verdict, phrases: Phrases) -> str:
    """Return what a theory chooses, in letters; options that only the second file has by their ids."""
    if not verdict.applicable:
        return "–"
    known = all(option in phrases.letters for option in verdict.choice)
    return phrases.letters_of(verdict.choice) if known else " ".join(verdict.choice)


def changed(found: Difference, phrases: Phrases, *, full: bool) -> Iterator[Block]:
    """Yield the values that differ, words left out, and how many others."""
    settings = [change for change in found.changes if change.kind is not None]
    words = len(found.changes) - len(settings)
    shown = settings if full else settings[:BRIEF_CHANGES]
    rows = tuple(row_of(change, phrases) for change in shown)
    rest = []
    if len(settings) > len(shown):
        counts = Counter(change.status for change in settings[len(shown) :])
        rest.append(
            ", ".join(f"{count} more {status}" for status, count in counts.items()) + f": {all_told()}."
        )
    if words:
        rest.append(f"{counted(words, 'text')} differ{'s' if words == 1 else ''} in wording.")
    if rows or rest:
        yield Table("What is set otherwise", ("", "first", "second"), rows, " ".join(rest))


def row_of(change: Change, phrases: Phrases) -> tuple[str, ...]:
    """Return a value that differs: its name, what it is, and both values."""
    kind = phrases.kind(change.address, change.kind) if change.kind else ""
    before, after = (phrases.plain(change.address, value) for value in (change.before, change.after))
    if change.status == "added":
        return change.address, kind, "–", after
    if change.status == "removed":
        return change.address, kind, before, "–"
    return phrases.number(change.address), kind, before, after
