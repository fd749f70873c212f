"""One case judged by many theories, and where their verdicts agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from dilemma.case import Act, Case
from dilemma.case.build import case_of
from dilemma.errors import UnknownName
from dilemma.frameworks.framework import About, Framework, Gives, Judgement, Reason, Test, intervals
from dilemma.quantity import Quantity, all_of, greatest, least, positive
from dilemma.scenario.view import View
from dilemma.weighing.ruling import Placing, rule

__all__ = [
    "Agreement",
    "Answer",
    "Verdict",
    "Weighing",
    "agreement",
    "chosen",
    "configured",
    "dissenters",
    "judge",
    "judge_view",
    "residue",
]


class Answer(NamedTuple):
    """What one theory says of one option; `failed` names the tests it fails, `reasons` says why."""

    option: str
    status: str
    permissible: bool
    chosen: bool
    rank: int
    score: float
    failed: tuple[str, ...]
    reasons: tuple[Reason, ...]


class Verdict(NamedTuple):
    """What one theory says of a case. Where it does not apply, `missing` says what it lacks."""

    about: About
    settings: Mapping[str, float]
    missing: tuple[str, ...]
    answers: tuple[Answer, ...]
    permits_none: bool
    silent: bool
    margin: float | None

    @property
    def applicable(self) -> bool:
        return not self.missing

    @property
    def speaks(self) -> bool:
        """Whether it applies and sets some option apart; to choose every option is to be silent."""
        return self.applicable and not self.silent

    @property
    def choice(self) -> tuple[str, ...]:
        """The options it chooses: more than one is a tie, or all that is permitted."""
        return tuple([answer.option for answer in self.answers if answer.chosen])

    def answer(self, option: str) -> Answer:
        """Return what it says of an option; StopIteration where it does not judge it."""
        return next(answer for answer in self.answers if answer.option == option)


class Agreement(NamedTuple):
    """Where verdicts meet and part. Counting theories is not evidence for what they agree on."""

    favours: Mapping[str, int]
    permits: Mapping[str, int]
    applicable: int
    silent: tuple[str, ...]
    permits_none: tuple[str, ...]
    disagree: tuple[tuple[str, str], ...]


class Weighing(NamedTuple):
    """A view of a scenario, what each theory says of it, and what each option would still owe."""

    view: View
    verdicts: tuple[Verdict, ...]
    residue: Mapping[str, tuple[Reason, ...]]
    agreement: Agreement


def judge_view(view: View, frameworks: Sequence[Framework]) -> Weighing:
    """Judge the view's scenario, at its best estimates, by every framework given."""
    case = case_of(view.scenario, written=view.document.scenario)
    verdicts = tuple(judge(case, framework) for framework in frameworks)
    owed = {act.id: tuple(residue(act)) for act in case.acts}
    return Weighing(view, verdicts, owed, agreement(verdicts))


def configured(framework: Framework, case: Case) -> Framework:
    """Return the framework at the settings the scenario gives it.

    One that is not a single number (those are checked where they are written) is held within its interval.
    """
    given = case.settings.get(framework.about.id)
    if not given:
        return framework
    changes: dict[str, Any] = dict(given)
    varying = [name for name, number in given.items() if not isinstance(number, float)]
    bounds = intervals(framework) if varying else {}
    for name in varying:
        changes[name] = least(bounds[name].high, greatest(bounds[name].least, given[name]))
    return replace(framework, **changes)


def judge(case: Case, framework: Framework) -> Verdict:
    """Return the framework's verdict on a case of plain numbers."""
    theory = configured(framework, case)
    settings = {name: getattr(theory, name) for name in _setting_names(type(theory))}
    missing = tuple([need.missing for need in theory.needs(case) if not need.met])
    if missing:
        return Verdict(theory.about, settings, missing, (), permits_none=False, silent=False, margin=None)
    judgements = tuple(theory.judge(case))
    ruling = rule(theory.about.gives, judgements)
    return Verdict(
        about=theory.about,
        settings=settings,
        missing=(),
        answers=tuple(map(_answer, judgements, ruling.placings)),
        permits_none=bool(ruling.permits_none),
        silent=bool(ruling.silent),
        margin=_plain(ruling.margin) if ruling.has_margin else None,
    )


@cache
def _setting_names(theory: type[Framework]) -> tuple[str, ...]:
    return tuple(setting.name for setting in fields(theory))


def chosen(case: Case, framework: Framework) -> tuple[str, ...] | None:
    """Return only what the framework chooses, None where it does not apply: for asking many times."""
    theory = configured(framework, case)
    if not all(need.met for need in theory.needs(case)):
        return None
    ruling = rule(theory.about.gives, tuple(theory.judge(case)))
    return tuple(placing.option for placing in ruling.placings if placing.chosen)


def _plain(number: Quantity) -> float:
    assert isinstance(number, float)
    return number + 0.0  # -0.0 becomes 0.0


def _answer(judgement: Judgement, placing: Placing) -> Answer:
    binding = [reason for reason in judgement.reasons if reason.holds]
    return Answer(
        option=judgement.option,
        status=_status(judgement, placing),
        permissible=bool(placing.permissible),
        chosen=bool(placing.chosen),
        rank=int(_plain(placing.rank)),
        score=_plain(judgement.score),
        failed=tuple([test.name for test in judgement.tests if not test.passed]),
        reasons=(*[_told(test, binding) for test in judgement.tests], *binding),
    )


def _status(judgement: Judgement, placing: Placing) -> str:
    if not judgement.tests:
        return "best" if placing.chosen else "not best"
    if not placing.permissible:
        return "forbidden"
    if judgement.beyond:
        return "supererogatory"
    return "required" if placing.alone else "permitted"


def _told(test: Test, binding: Sequence[Reason]) -> Reason:
    """Return a test as a reason, placed at the first ground it fails by."""
    name, passed, left, right, compared = test
    if not compared or left is None:
        if passed:
            return _passed(name)
        left = right = None
    address = None if passed else next((r.address for r in binding if r.test == name), None)
    return Reason("test", name, address, left, right, name, passed)


@cache
def _passed(test: str) -> Reason:
    """Return that a test without amounts is passed: the same reason of every option."""
    return Reason("test", test, None, test=test, holds=True)


def residue(act: Act) -> Iterator[Reason]:
    """Yield what an option would still owe, whoever favours it: duties infringed, harm done or used."""
    for duty in act.obligations:
        if duty.infringed and positive(duty.weight):
            yield Reason("binding", "infringed", duty.address, duty.degree)
    for effect in act.effects:
        if effect.role != "side-effect" and effect.is_harm:
            yield Reason("binding", f"harm-as-{effect.role}", effect.address, effect.unweighted)
        elif all_of(positive(effect.harm_done), not effect.consented, positive(effect.likelihood)):
            yield Reason("binding", "harm-done", effect.address, effect.harm_done)


def dissenters(weighing: Weighing, option: str) -> list[Verdict]:
    """Return the verdicts that apply and speak without the option in their choice.

    Raises UnknownName where the scenario has no such option.
    """
    options = tuple(weighing.view.scenario.options)
    if option not in options:
        raise UnknownName("option", option, options)
    return [v for v in weighing.verdicts if v.speaks and option not in v.choice]


def agreement(verdicts: Iterable[Verdict]) -> Agreement:
    """Return where the verdicts that apply and speak meet and part."""
    applicable = [verdict for verdict in verdicts if verdict.applicable]
    choices = [(verdict, verdict.choice) for verdict in applicable]
    speaking = [(verdict.about.gives is Gives.TIERS, choice) for verdict, choice in choices if verdict.speaks]
    choosing = [(verdict.about.id, frozenset(choice)) for verdict, choice in choices if choice]
    return Agreement(
        favours=Counter([choice[0] for tiers, choice in speaking if not tiers and len(choice) == 1]),
        permits=Counter([option for tiers, choice in speaking if tiers for option in choice]),
        applicable=len(applicable),
        silent=tuple(verdict.about.id for verdict in applicable if verdict.silent),
        permits_none=tuple(verdict.about.id for verdict in applicable if verdict.permits_none),
        disagree=tuple(
            (one, other)
            for (one, mine), (other, yours) in combinations(choosing, 2)
            if mine.isdisjoint(yours)
        ),
    )
