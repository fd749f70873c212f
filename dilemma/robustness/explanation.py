"""Explanation of one theory's verdict on an option: its rival and the counterfactual flips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Framework, Gives
from dilemma.robustness.counterfactuals import Flip, Retrial, flips
from dilemma.scenario import View, option_id
from dilemma.weighing import Answer, Verdict, Weighing, judge_view

__all__ = ["Explanation", "explain"]


class Explanation(NamedTuple):
    """One theory's verdict on an option, the rival it is compared with, and the facts that would flip it."""

    weighing: Weighing
    framework: Framework
    verdict: Verdict
    option: str
    rival: str | None
    flips: tuple[Flip, ...]


def explain(view: View, frameworks: Sequence[Framework], option: str | None = None) -> Iterator[Explanation]:
    """Yield one explanation per framework: of the given option, or else of the one it chooses.

    The option is given by its id, letter or name. Raises UnknownName if the scenario has no such option.
    """
    options = tuple(view.scenario.options)
    if option is not None:
        option = option_id(view.scenario, option)
    weighing = judge_view(view, frameworks)
    retrial = Retrial(view.scenario)
    for framework, verdict in zip(frameworks, weighing.verdicts, strict=True):
        if not verdict.applicable:
            yield Explanation(weighing, framework, verdict, option or options[0], None, ())
            continue
        subject = option or _subject(verdict)
        found = tuple(flips(retrial, framework, subject))
        yield Explanation(weighing, framework, verdict, subject, _rival(verdict, subject), found)


def _subject(verdict: Verdict) -> str:
    """Return the option to explain: the choice, or the best forbidden option if tests decide."""
    failing = [answer for answer in verdict.answers if not answer.permissible]
    if verdict.about.gives is Gives.TIERS and failing:
        return max(failing, key=lambda answer: answer.score).option
    return verdict.choice[0] if verdict.choice else verdict.answers[0].option


def _rival(verdict: Verdict, option: str) -> str | None:
    """Return the rival to compare with: the best option of the opposite status, else the next best."""
    mine = verdict.answer(option)
    others = [answer for answer in verdict.answers if answer is not mine]
    if verdict.about.gives is Gives.ORDER and verdict.about.tests:
        return max(others, key=lambda answer: answer.score).option
    other_side = [answer for answer in others if answer.chosen is not mine.chosen]
    nearest = min(other_side or others, key=_order, default=None)
    return nearest.option if nearest else None


def _order(answer: Answer) -> tuple[int, float]:
    return answer.rank, -answer.score
