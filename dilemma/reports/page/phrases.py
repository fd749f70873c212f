"""What a theory says, in the words of the page: a phrase, a mark for each option, and why.

`tell.js` makes the same text when a number moves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import About, Gives
from dilemma.reports import blocks
from dilemma.reports.blocks import Line
from dilemma.reports.weigh.answer import mark_of
from dilemma.reports.weigh.differences import differences
from dilemma.reports.words.figures import aligned, contrast, figure
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.reasons import sentence
from dilemma.reports.words.templates import ANSWER, VERDICTS, WHY
from dilemma.weighing import Answer, Verdict

__all__ = ["MOST_GAINS", "Mark", "TheoryText", "answer_sentence", "theory_text"]

MOST_GAINS = 3  # differences named for each of two options


class Mark(NamedTuple):
    """A theory's answer on an option, as a mark of a table; its figure, or the test that the option fails."""

    status: blocks.Mark
    text: str


class TheoryText(NamedTuple):
    """What a theory says: a phrase on all options, a mark for each, and why, as labels with sentences.

    Without marks if the theory does not apply.
    """

    phrase: str
    marks: tuple[Mark, ...]
    why: tuple[Line, ...]


def theory_text(verdict: Verdict, names: Names) -> TheoryText:
    """Return what a verdict says in words."""
    if not verdict.applicable:
        return TheoryText(VERDICTS["absent"].format(missing="; ".join(verdict.missing)), (), ())
    options = listed([names.option(id) for id in verdict.choice])
    phrase = VERDICTS[_kind(verdict)].format(options=options)
    return TheoryText(phrase, _marks(verdict), tuple(_why(verdict, names)))


def _kind(verdict: Verdict) -> str:
    if verdict.silent:
        return "silent-tiers" if verdict.about.gives is Gives.TIERS else "silent"
    if verdict.permits_none:
        return "none"
    if verdict.about.gives is Gives.TIERS:
        return "tiers"
    return "one" if len(verdict.choice) == 1 else "several"


def _marks(verdict: Verdict) -> tuple[Mark, ...]:
    figures = aligned([answer.score for answer in verdict.answers])
    if verdict.about.gives is Gives.TIERS:
        figures = [""] * len(verdict.answers)
    return tuple(
        Mark(mark_of(answer, verdict), _failed(answer, verdict.about) or text)
        for answer, text in zip(verdict.answers, figures, strict=True)
    )


def _failed(answer: Answer, about: About) -> str:
    """Return the name of the first test that an option fails; "" if it fails none."""
    return about.test(answer.failed[0]).name if answer.status == "forbidden" else ""


def _why(verdict: Verdict, names: Names) -> Iterator[Line]:
    """Yield what the one choice has over the next best, then what stands against each forbidden option."""
    if verdict.silent:
        return
    permitted = [answer for answer in verdict.answers if answer.status != "forbidden"]
    chosen = [answer for answer in permitted if answer.chosen]
    others = [answer for answer in permitted if not answer.chosen]
    if verdict.about.gives is not Gives.TIERS and len(chosen) == 1 and others:
        rival = min(others, key=lambda answer: (answer.rank, -answer.score))
        yield from _compared(chosen[0], rival, verdict.about, names)
    for answer in verdict.answers:
        if answer.status == "forbidden":
            failed = [one for one in answer.reasons if one.kind == "test" and not one.holds]
            told = "; ".join(sentence(test, answer.reasons, verdict.about, names) for test in failed)
            yield Line(WHY["against"].format(option=names.option(answer.option)), told)


def _compared(mine: Answer, rival: Answer, about: About, names: Names) -> Iterator[Line]:
    """Yield two options' scores and the differences that make theirs; a ground where scores do not decide."""
    first, second = names.option(mine.option), names.option(rival.option)
    over = WHY["over"].format(first=first, second=second)
    gaps = sorted(differences(mine, rival).items(), key=lambda item: -abs(item[1]))
    if not gaps or mine.score < rival.score:
        grounds = [one for one in rival.reasons if one.kind == "binding" and one.test is None]
        yield Line(over, sentence(grounds[0], rival.reasons, about, names) if grounds else "")
        return
    one, other = contrast(mine.score, rival.score)
    yield Line(over, WHY["scores"].format(first=one, second=other))
    for option, way in ((first, 1.0), (second, -1.0)):
        side = [(address, way * gap) for address, gap in gaps if way * gap > 0]
        if side:
            yield Line(WHY["for"].format(option=option), "; ".join(_gains(side, names)))


def _gains(side: Sequence[tuple[str, float]], names: Names) -> Iterator[str]:
    """Yield the greatest differences in favour of an option, and the sum of the others."""
    rest = side[MOST_GAINS:]
    for address, gap in side if len(rest) == 1 else side[:MOST_GAINS]:
        yield WHY["gain"].format(amount=figure(gap), where=names.at(address))
    if len(rest) > 1:
        amount = 0.0
        for _, gap in rest:
            amount += gap
        yield WHY["more"].format(amount=figure(amount), count=len(rest))


def answer_sentence(verdicts: Sequence[Verdict], lettered: Mapping[str, str]) -> str:
    """Return in one sentence what these theories choose: how many which option, and who chooses none."""
    applying = [verdict for verdict in verdicts if verdict.applicable]
    speaking = [verdict for verdict in applying if verdict.speaks]
    parts = [*_choices(speaking, lettered), *_without_choice(speaking)]
    alike = [verdict.about.short_name for verdict in applying if verdict.silent]
    if not speaking:
        parts = [ANSWER["nothing"]]
    elif alike:
        parts.append(ANSWER["alike-one" if len(alike) == 1 else "alike"].format(theories=listed(alike)))
    return f"{'; '.join(parts)}."


def _choices(speaking: Sequence[Verdict], lettered: Mapping[str, str]) -> Iterator[str]:
    """Yield how many theories choose which option, where any chooses one alone."""
    single = [verdict for verdict in speaking if len(verdict.choice) == 1]
    counts = Counter(verdict.choice[0] for verdict in single)
    chosen = [(counts[id], letter) for id, letter in lettered.items() if counts[id]]
    if len(chosen) > 1:
        (count, option), *others = chosen
        first = ANSWER["first-one" if count == 1 else "first"].format(count=count, option=option)
        rest = [ANSWER["other"].format(count=count, option=option) for count, option in others]
        yield ANSWER["divide"].format(choices=listed([first, *rest]))
    elif chosen:
        count, option = chosen[0]
        kind = {1: "alone", 2: "both"}.get(count, "all")
        yield ANSWER[kind].format(theory=single[0].about.name, count=count, option=option)


def _without_choice(speaking: Sequence[Verdict]) -> Iterator[str]:
    """Yield how many theories leave several options standing, and which forbid all."""
    several = [verdict.about.name for verdict in speaking if len(verdict.choice) > 1]
    if several:
        key = "several-one" if len(several) == 1 else "several"
        yield ANSWER[key].format(theory=several[0], count=len(several))
    none = [verdict.about.name for verdict in speaking if verdict.permits_none]
    if none:
        yield ANSWER["none-one" if len(none) == 1 else "none"].format(theories=listed(none))
