"""Explanations of all theories on one screen: for each its choice, why, and what would turn it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from dilemma.frameworks.framework import About, Gives
from dilemma.reports.blocks import Block, Closing, Commands, Heading, Line, Paragraphs, Sentences
from dilemma.reports.explain.flips import fact_clause
from dilemma.reports.weigh.differences import differences
from dilemma.reports.weigh.wavering import change_in_words
from dilemma.reports.words.caveats import CLOSING
from dilemma.reports.words.changes import changes_in_short, source_of
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import contrast, date_in_words, figure
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import cut, listed
from dilemma.reports.words.options import option_names
from dilemma.reports.words.reasons import sentence
from dilemma.reports.words.turns import best_and_range, on_the_spot, where
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.explanation import Outline
from dilemma.weighing import Answer, Verdict, Weighing

__all__ = ["brief_blocks", "condition"]

MOST_LETTERS = 8  # options named by letter in a list
LONGEST = 116  # characters of what a theory says against an option; the rest is told by -f
GROUND = 160  # characters of a ground
NAME = 48  # characters of the name of a number
AT_ONCE = "as soon as it is "
FIRM = "No one number within its range, and no one fact, turns it."
NO_RANGES = "No single fact turns it; no ranges are stated."


def brief_blocks(
    weighing: Weighing,
    outlines: Sequence[Outline],
    option: str | None,
    quiet: Sequence[Verdict],
    *,
    ranged: bool,
) -> Iterator[Block]:
    """Yield one paragraph for each theory that speaks; `quiet` are the others, told by name.

    `ranged` says whether the file states any range.
    """
    view = weighing.view
    scenario = view.scenario
    asked = only(verdict.about.id for verdict in weighing.verdicts)
    lettered = letters(tuple(scenario.options))
    words = DialNames(view, [outline.framework for outline in outlines], lettered)
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield option_names(scenario)
    yield from changes_in_short(view, command(view, "explain", asked))
    lines = tuple(
        Line(one.verdict.about.short_name, _paragraph(one, words, lettered, ranged=ranged))
        for one in outlines
    )
    others = (
        (Line("Not told here", ", ".join(verdict.about.short_name for verdict in quiet)),) if quiet else ()
    )
    if lines:
        yield Sentences(f"Why {lettered[option]}, or why not" if option else "", (*lines, *others))
    if quiet and not lines:
        yield Paragraphs("", ("No theory asked sets one option apart from another.",))
        yield Sentences("", tuple(Line(verdict.about.short_name, _why_quiet(verdict)) for verdict in quiet))
    yield Commands("Next", tuple(_further(weighing, outlines, asked, option)))
    yield Closing(CLOSING)


def _why_quiet(verdict: Verdict) -> str:
    return (
        "judges all options alike" if verdict.applicable else f"does not apply: {'; '.join(verdict.missing)}"
    )


def _paragraph(outline: Outline, words: DialNames, lettered: Mapping[str, str], *, ranged: bool) -> str:
    told = _verdict(outline, words, lettered)
    return f"{told}{'' if told.endswith('…') else '.'} {_turn(outline, words, lettered, ranged=ranged)}"


def _verdict(outline: Outline, words: DialNames, lettered: Mapping[str, str]) -> str:
    """Return what the theory says, and by which amounts or tests."""
    verdict = outline.verdict
    answer, letter = verdict.answer(outline.option), lettered[outline.option]
    if verdict.silent:
        return "Judges all options alike"
    if verdict.permits_none:
        return f"Forbids every option. {letter}: {_against(answer, verdict, words)}"
    if answer.status == "forbidden":
        out = [one.option for one in verdict.answers if one.status == "forbidden"]
        others = f" and leaves {_letters(verdict.choice, lettered)}" if verdict.choice else ""
        return f"Rules out {_letters(out, lettered)}{others}. {letter}: {_against(answer, verdict, words)}"
    if verdict.about.gives is not Gives.TIERS and len(verdict.choice) > 1:
        level = f"{_letters(verdict.choice, lettered)} tie, {figure(verdict.answer(verdict.choice[0]).score)}"
        return f"{level} each" if answer.chosen else f"{level} each; {letter} {figure(answer.score)}"
    if outline.rival is None:
        return f"Chooses {_letters(verdict.choice, lettered)}"
    rival = verdict.answer(outline.rival)
    if rival.status == "forbidden":
        alone = "Permits only" if len(verdict.choice) == 1 else "Permits"
        kept = _letters(verdict.choice, lettered)
        return f"{alone} {kept}. Against {lettered[outline.rival]}: {_against(rival, verdict, words)}"
    return _lead(answer, rival, outline, words, lettered)


def _letters(options: Sequence[str], lettered: Mapping[str, str]) -> str:
    """Return options by their letters; only how many they are, if they are many."""
    if len(options) > MOST_LETTERS:
        return f"{len(options)} options"
    return listed([lettered[id] for id in lettered if id in options])


def _against(answer: Answer, verdict: Verdict, words: DialNames) -> str:
    """Return why an option is forbidden: its first failed test, in at most about two lines."""
    test = next(reason for reason in answer.reasons if reason.kind == "test" and not reason.holds)
    return cut(sentence(test, answer.reasons, verdict.about, words.names), LONGEST)


def _lead(
    mine: Answer, rival: Answer, outline: Outline, words: DialNames, lettered: Mapping[str, str]
) -> str:
    """Return which of two options comes first, and where each is better by most.

    Where the figures do not decide, a ground against the second is told instead.
    """
    first, second = (mine, rival) if (mine.rank, -mine.score) <= (rival.rank, -rival.score) else (rival, mine)
    one, other = lettered[first.option], lettered[second.option]
    gaps = sorted(differences(first, second).items(), key=lambda item: -abs(item[1]))
    if not gaps or first.score < second.score:
        ground = _ground(second, outline.verdict.about, words, other)
        return ". ".join([f"{one} over {other}", *ground])
    sides = (one, [item for item in gaps if item[1] > 0]), (other, [item for item in gaps if item[1] < 0])
    parts = [f"{letter} better by {_named(side, words)}" for letter, side in sides if side]
    return f"{one} over {other}, {' to '.join(contrast(first.score, second.score))}: {'; '.join(parts)}"


def _ground(answer: Answer, about: About, words: DialNames, letter: str) -> Iterator[str]:
    """Yield the first ground of an option that belongs to no test, if it has one."""
    grounds = (reason for reason in answer.reasons if reason.kind == "binding" and reason.test is None)
    for reason in islice(grounds, 1):
        yield f"{letter}: {cut(sentence(reason, answer.reasons, about, words.names), GROUND)}"


def _named(gaps: Sequence[tuple[str, float]], words: DialNames) -> str:
    """Return the amount of the greatest difference and what it is in, and how many more there are."""
    address, gap = gaps[0]
    more = f" (and {len(gaps) - 1} more)" if len(gaps) > 1 else ""
    return f"{figure(abs(gap))} on {cut(words.names.at(address), NAME)}{more}"


def _turn(outline: Outline, words: DialNames, lettered: Mapping[str, str], *, ranged: bool) -> str:
    """Return the nearest thing that would turn the verdict on the option."""
    crux = outline.crux
    if crux is not None:
        new = change_in_words(crux.before, crux.after, crux.about, lettered)
        name, best = cut(words.full(crux.dial), NAME), best_and_range(crux.dial)[0]
        return f"{_capital(new)} {condition(crux, name)} ({source_of(words.view)} {best})."
    if outline.fact is not None:
        new = change_in_words(outline.verdict.choice, outline.fact.choice, outline.verdict.about, lettered)
        return f"{_capital(new)} if {fact_clause(outline.fact, words.names)}."
    return FIRM if ranged else NO_RANGES


def condition(crux: Crux, name: str) -> str:
    """Return where a crux lies as a clause: `if X stood below 77 %`."""
    spot = on_the_spot(crux)
    if spot.startswith(AT_ONCE):
        return f"as soon as {name} is {spot.removeprefix(AT_ONCE)}"
    return f"if {name} stood {spot.removeprefix('only ') or where(crux)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _further(
    weighing: Weighing, outlines: Sequence[Outline], asked: Sequence[str], option: str | None
) -> Iterator[Line]:
    view = weighing.view
    also = ("-o", option) if option else ()
    if outlines:
        one = outlines[0].verdict.about
        yield Line(command(view, "explain", (one.id,), also), f"{one.name} in full, with sources")
    if option is None and len(weighing.view.scenario.options) > 1:
        other = next(iter(view.scenario.options))
        yield Line(command(view, "explain", asked, ("-o", other)), "what each says of one option")
    yield Line(command(view, "explain", asked, (*also, "--full")), "every theory in full, also off the panel")
