"""Report of two rounds: who moved, on what, and whether people came closer."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Block, Closing, Heading, Line, Paragraphs, Sentences, Table
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.commands import all_told
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted, listed
from dilemma.reports.words.options import option_names
from dilemma.reports.words.shares import per_cent
from dilemma.robustness.collection.rounds import Move, Rounds

__all__ = ["rounds_blocks"]

BRIEF_MOVES = 8
CLOSING = "That people come closer is no evidence that they come closer to what is right."
COLUMNS = ("", "moved", "middle half before", "middle half after", "")
CLOSER = {1: "closer", 0: "as before", -1: "apart"}


def rounds_blocks(rounds: Rounds, phrases: Phrases, *, full: bool) -> Iterator[Block]:
    """Yield the report of two rounds, in the order it is read."""
    scenario = rounds.before.document.scenario
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield option_names(scenario)
    yield Paragraphs("", (" ".join(answer(rounds, phrases)),))
    if not rounds.pairs:
        return
    changes = tuple(choice_lines(rounds, phrases))
    yield Sentences("Own choices", changes)
    moves = [move for move in rounds.moves if move.moved]
    shown = moves if full else moves[:BRIEF_MOVES]
    if shown:
        rest = len(moves) - len(shown)
        more = f"{counted(rest, 'more number')} moved: {all_told()}" if rest else ""
        yield Table("Numbers", COLUMNS[1:], tuple(row_of(move, phrases) for move in shown), more)
    turned = sorted(rounds.turned.items(), key=lambda item: -item[1])
    told = "; ".join(f"{phrases.short_name(theory)} in {count}" for theory, count in turned if count)
    yield Sentences("", (Line("Verdicts turned", told or "none in any view"),))
    yield Closing(CLOSING)


def answer(rounds: Rounds, phrases: Phrases) -> Iterator[str]:
    """Yield how many are in both rounds, and whether they came closer in verdicts and in choices."""
    one, other = len(rounds.before.views), len(rounds.after.views)
    yield f"{counted(one, 'view')} before and {other} after; {len(rounds.pairs)} people are in both."
    for who, which in zip(rounds.unmatched, ("before", "after"), strict=True):
        if who:
            named = (
                ""
                if phrases.anonymous
                else f": {listed([*who[:5]])}" + (" and others" if len(who) > 5 else "")
            )
            yield f"{len(who)} only {which}{named}."
    if not rounds.pairs:
        yield "People are known by the names of their views; no name is in both rounds."
        return
    if rounds.apart:
        before, after = rounds.apart
        moved = (
            "closer" if after < before else "further apart" if after > before else "neither closer nor apart"
        )
        yield (
            f"In verdicts they came {moved}: any two of them differ, on average, in {per_cent(before)} of "
            f"verdicts before and in {per_cent(after)} after."
        )
    if rounds.agree:
        before, after = rounds.agree
        yield f"The chance that two of them choose the same was {per_cent(before)} and is {per_cent(after)}."
    counts = [sum(move.closer == way for move in rounds.moves) for way in (1, -1)]
    if any(counts):
        yield f"On {counted(counts[0], 'number')} they came closer, on {counts[1]} they went apart."


def choice_lines(rounds: Rounds, phrases: Phrases) -> Iterator[Line]:
    """Yield how many people keep their choice, and each change of one with its count."""
    letter: dict[str | None, str] = {None: "none"}
    letter.update(phrases.letters)
    kept = sum(count for (one, other), count in rounds.choices.items() if one == other and one)
    silent = rounds.choices.get((None, None), 0)
    yield Line("Kept", f"{kept}; {silent} state none in either round" if silent else str(kept))
    changed = [(pair, count) for pair, count in rounds.choices.items() if pair[0] != pair[1]]
    for (one, other), count in sorted(changed, key=lambda item: (-item[1], str(item[0]))):
        names = [
            phrases.person(rounds.before.views[row], row)
            for row, place in rounds.pairs
            if (rounds.before.views[row].choice, rounds.after.views[place].choice) == (one, other)
        ]
        named = f": {', '.join(names)}" if phrases.full and not phrases.anonymous else ""
        yield Line(f"{letter[one]} to {letter[other]}", f"{count}{named}")


def row_of(move: Move, phrases: Phrases) -> tuple[str, ...]:
    """Return a number with how many changed it, its quartiles before and after, and which way they went."""
    ends = [
        f"{phrases.value_of(move.number, side[0])} to {phrases.value_of(move.number, side[2])}"
        for side in (move.before, move.after)
    ]
    name = f"{phrases.number(move.address)} ({phrases.kind(move.address, move.kind)})"
    return name, str(move.moved), *ends, CLOSER[move.closer]
