"""Explanation of one theory's verdict on an option: its rival and the counterfactual flips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Framework, Gives
from dilemma.robustness.counterfactuals import Counterfactuals, Flip
from dilemma.robustness.cruxes.crux import Crux, share_of_way
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.scenario import View, option_id
from dilemma.weighing import Answer, Verdict, Weighing, judge_view

__all__ = ["Explanation", "Outline", "explain", "outlines"]


class Explanation(NamedTuple):
    """One theory's verdict on an option, the rival it is compared with, and the facts that would flip it."""

    weighing: Weighing
    framework: Framework
    verdict: Verdict
    option: str
    rival: str | None
    flips: tuple[Flip, ...]
    cruxes: tuple[Crux, ...] = ()  # inside stated ranges, nearest first

    def __repr__(self) -> str:
        rival = f" rather than {self.rival}" if self.rival else ""
        return f"<Explanation by {self.verdict.about.id}: {self.option}{rival}, {len(self.flips)} flips>"


class Outline(NamedTuple):
    """The main points of a theory's verdict: the option and its rival, and the nearest thing that turns it.

    That is a crux inside a stated range or, where there is none, a plain fact of the file put otherwise; both
    are None if neither turns it. If an option was asked for, only what turns the verdict on it counts.
    """

    framework: Framework
    verdict: Verdict
    option: str
    rival: str | None
    crux: Crux | None
    fact: Flip | None


def outlines(
    weighing: Weighing, frameworks: Sequence[Framework], cruxes: Sequence[Crux], option: str | None = None
) -> Iterator[Outline]:
    """Yield the outline of each theory that speaks, or would if a number stood elsewhere in its range.

    It is of the given option, or of the theory's verdict on all.

    `frameworks` are those of the weighing, in its order; `cruxes` are those inside stated ranges. The option
    is given by its id, letter or name. Raises UnknownName if the scenario has no such option.
    """
    asked = None if option is None else option_id(weighing.view.scenario, option)
    counterfactuals = Counterfactuals(weighing.view.scenario, frameworks)
    for framework, verdict in zip(frameworks, weighing.verdicts, strict=True):
        mine = [crux for crux in cruxes if crux.about.id == verdict.about.id]
        if not verdict.speaks and not (verdict.applicable and mine):
            continue
        subject = asked or _subject(verdict)
        turns = [crux for crux in mine if asked is None or _flips(crux, asked, verdict)]
        crux = min(turns, key=share_of_way, default=None)
        options = [asked] if asked else dict.fromkeys([subject, *weighing.view.scenario.options])
        facts = (flip for one in options for flip in counterfactuals.facts(framework, one))
        fact = None if crux else next(facts, None)
        yield Outline(framework, verdict, subject, _rival(verdict, subject), crux, fact)


def _flips(crux: Crux, option: str, verdict: Verdict) -> bool:
    """Return whether a crux changes whether the option is in the theory's choice."""
    return (option in (crux.after or ())) is not (option in verdict.choice)


def explain(view: View, frameworks: Sequence[Framework], option: str | None = None) -> Iterator[Explanation]:
    """Yield one explanation per framework: of the given option, or else of the one it chooses.

    The option is given by its id, letter or name. Raises UnknownName if the scenario has no such option.
    """
    if option is not None:
        option = option_id(view.scenario, option)
    weighing = judge_view(view, frameworks)
    facts = Counterfactuals(view.scenario, frameworks)
    inside = cruxes_in_ranges(view, frameworks) or ()
    for framework, verdict in zip(frameworks, weighing.verdicts, strict=True):
        if not verdict.applicable:
            yield Explanation(
                weighing, framework, verdict, option or next(iter(view.scenario.options)), None, ()
            )
            continue
        subject = option or _subject(verdict)
        found = tuple(facts.flips(framework, subject))
        near = sorted((crux for crux in inside if crux.about.id == verdict.about.id), key=share_of_way)
        rival = _rival(verdict, subject)
        yield Explanation(weighing, framework, verdict, subject, rival, found, tuple(near))


def _subject(verdict: Verdict) -> str:
    """Return the option to explain: the choice; if several are left standing, the best one forbidden."""
    failing = [answer for answer in verdict.answers if not answer.permissible]
    if verdict.about.gives is Gives.TIERS and failing and len(verdict.choice) != 1:
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
