"""Explanations of all theories on one screen: for each its choice, why, and what would turn it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from dilemma.frameworks.framework import About
from dilemma.reports.blocks import Block, Closing, Commands, Heading, Line, Sentences
from dilemma.reports.explain.flips import fact_clause
from dilemma.reports.weigh.differences import differences
from dilemma.reports.weigh.wavering import change_in_words
from dilemma.reports.words.caveats import CLOSING
from dilemma.reports.words.changes import changes
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import contrast, date_in_words, figure
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import cut, listed
from dilemma.reports.words.options import option_names
from dilemma.reports.words.reasons import sentence
from dilemma.reports.words.turns import best_and_range, where
from dilemma.robustness.explanation import Outline
from dilemma.weighing import Answer, Verdict, Weighing

__all__ = ["brief_blocks"]

MOST = 2  # differences named on either side
PAIR = 70  # characters that two differences take together at most
LONGEST = 110  # characters of what a theory says against an option; the rest is told by -f
GROUND = 160  # characters of a ground
NAME = 58  # characters of the name of a number
FIRM = "No one number in its range, and no one fact, turns it."


def brief_blocks(
    weighing: Weighing, outlines: Sequence[Outline], option: str | None, quiet: Sequence[Verdict]
) -> Iterator[Block]:
    """Yield one paragraph for each theory that speaks; `quiet` are the others, told by name."""
    view = weighing.view
    scenario = view.scenario
    asked = only(verdict.about.id for verdict in weighing.verdicts)
    lettered = letters(tuple(scenario.options))
    words = DialNames(view, [outline.framework for outline in outlines], lettered)
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield option_names(scenario)
    yield from changes(view, command(view, "explain", asked))
    lines = tuple(
        Line(one.verdict.about.short or one.verdict.about.name, _paragraph(one, words, lettered))
        for one in outlines
    )
    if lines:
        yield Sentences(f"Why {lettered[option]}, or why not" if option else "", lines)
    if quiet:
        names = ", ".join(verdict.about.short or verdict.about.name for verdict in quiet)
        yield Sentences("", (Line("Not told here", names),))
    yield Commands("Next", tuple(_further(weighing, outlines, asked, option)))
    yield Closing(CLOSING)


def _paragraph(outline: Outline, words: DialNames, lettered: Mapping[str, str]) -> str:
    told = _verdict(outline, words, lettered)
    return f"{told}{'' if told.endswith('…') else '.'} {_turn(outline, words, lettered)}"


def _verdict(outline: Outline, words: DialNames, lettered: Mapping[str, str]) -> str:
    """Return what the theory says, and by which amounts or tests."""
    verdict = outline.verdict
    out = [lettered[answer.option] for answer in verdict.answers if answer.status == "forbidden"]
    answer = verdict.answer(outline.option)
    if verdict.permits_none:
        return f"Forbids every option; {lettered[outline.option]} because {_against(answer, verdict, words)}"
    if answer.status == "forbidden":
        others = f" and leaves {listed([lettered[id] for id in verdict.choice])}" if verdict.choice else ""
        return (
            f"Rules out {listed(out)}{others}. {lettered[outline.option]}: {_against(answer, verdict, words)}"
        )
    if outline.rival is None:
        return f"Chooses {listed([lettered[id] for id in verdict.choice])}"
    rival = verdict.answer(outline.rival)
    if rival.status == "forbidden":
        alone = "Permits only" if len(verdict.choice) == 1 else "Permits"
        kept = listed([lettered[id] for id in verdict.choice])
        return f"{alone} {kept}. Against {lettered[outline.rival]}: {_against(rival, verdict, words)}"
    return _lead(answer, rival, outline, words, lettered)


def _against(answer: Answer, verdict: Verdict, words: DialNames) -> str:
    """Return why an option is forbidden: its first failed test, in at most about two lines."""
    test = next(reason for reason in answer.reasons if reason.kind == "test" and not reason.holds)
    return cut(sentence(test, answer.reasons, verdict.about, words.names), LONGEST)


def _lead(
    mine: Answer, rival: Answer, outline: Outline, words: DialNames, lettered: Mapping[str, str]
) -> str:
    """Return which of two options comes first, and the greatest differences on both sides.

    Where the figures do not decide, a ground against the second is told instead.
    """
    first, second = (mine, rival) if (mine.rank, -mine.score) <= (rival.rank, -rival.score) else (rival, mine)
    one, other = lettered[first.option], lettered[second.option]
    gaps = sorted(differences(first, second).items(), key=lambda item: -abs(item[1]))
    if not gaps or first.score < second.score:
        ground = _ground(second, outline.verdict.about, words, other)
        return ". ".join([f"{one} over {other}", *ground])
    sides = (one, [item for item in gaps if item[1] > 0]), (other, [item for item in gaps if item[1] < 0])
    parts = [f"for {letter} {_named(side, words)}" for letter, side in sides if side]
    return f"{one} over {other}, {' to '.join(contrast(first.score, second.score))}: {'; '.join(parts)}"


def _ground(answer: Answer, about: About, words: DialNames, letter: str) -> Iterator[str]:
    """Yield the first ground of an option that belongs to no test, if it has one."""
    grounds = (reason for reason in answer.reasons if reason.kind == "binding" and reason.test is None)
    for reason in islice(grounds, 1):
        yield f"{letter}: {cut(sentence(reason, answer.reasons, about, words.names), GROUND)}"


def _named(gaps: Sequence[tuple[str, float]], words: DialNames) -> str:
    """Return the greatest difference with its amount, and the next one if both are short."""
    told = [f"{cut(words.names.at(address), NAME)} {figure(abs(gap))}" for address, gap in gaps[:MOST]]
    return listed(told if sum(map(len, told)) <= PAIR else told[:1])


def _turn(outline: Outline, words: DialNames, lettered: Mapping[str, str]) -> str:
    """Return the nearest thing that would turn the verdict on the option."""
    crux = outline.crux
    if crux is not None:
        new = change_in_words(crux.before, crux.after, crux.about, lettered)
        name, best = cut(words.of(crux.dial), NAME), best_and_range(crux.dial)[0]
        return f"{_capital(new)} if {name} stood {where(crux)} (file {best})."
    if outline.fact is not None:
        new = change_in_words(outline.verdict.choice, outline.fact.choice, outline.verdict.about, lettered)
        return f"{_capital(new)} if {fact_clause(outline.fact, words.names)}."
    return FIRM


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _further(
    weighing: Weighing, outlines: Sequence[Outline], asked: Sequence[str], option: str | None
) -> Iterator[Line]:
    view = weighing.view
    also = ("-o", option) if option else ()
    if outlines:
        one = outlines[0].verdict.about
        yield Line(command(view, "explain", (one.id,), also), f"{one.name} whole, with sources")
    if option is None and len(weighing.view.scenario.options) > 1:
        other = next(iter(view.scenario.options))
        yield Line(command(view, "explain", asked, ("-o", other)), "what each says of one option")
    yield Line(command(view, "explain", asked, (*also, "--full")), "all theories whole")
