"""Judgement of one case by many theories, and the agreement between their verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import combinations
from typing import Any, Literal, NamedTuple, TypeAlias

from dilemma.case import Act, Case
from dilemma.case.build import case_of
from dilemma.errors import UnknownName
from dilemma.frameworks.checked_calls import judgements_of, needs_of
from dilemma.frameworks.framework import About, Framework, Gives, Judgement, Reason, Test, intervals
from dilemma.quantity import Quantity, all_of, greatest, least, positive
from dilemma.scenario import View, option_id
from dilemma.weighing.ruling import Placing, rule

__all__ = [
    "Agreement",
    "Answer",
    "Status",
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


Status: TypeAlias = Literal["required", "permitted", "forbidden", "best", "not best", "supererogatory"]
"""What one theory says of one option, in a word."""


class Answer(NamedTuple):
    """One theory's judgement of one option; `failed` names the tests that the option fails."""

    option: str
    status: Status
    permissible: bool
    chosen: bool
    rank: int
    score: float
    failed: tuple[str, ...]
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        failed = f", fails {', '.join(self.failed)}" if self.failed else ""
        return f"<Answer on {self.option}: {self.status}, rank {self.rank}, score {self.score:g}{failed}>"


class Verdict(NamedTuple):
    """One theory's verdict on a case; `missing` names what the case lacks for the theory to apply."""

    about: About
    settings: Mapping[str, float]
    missing: tuple[str, ...]
    answers: tuple[Answer, ...]
    permits_none: bool
    silent: bool
    margin: float | None
    notes: tuple[str, ...] = ()  # sentences that the theory says with this verdict

    @property
    def applicable(self) -> bool:
        return not self.missing

    @property
    def speaks(self) -> bool:
        """Whether the theory applies and does not choose every option; one that chooses all is silent."""
        return self.applicable and not self.silent

    @property
    def choice(self) -> tuple[str, ...]:
        """The options the theory chooses; more than one are tied, or are all that it permits."""
        return tuple([answer.option for answer in self.answers if answer.chosen])

    def answer(self, option: str) -> Answer:
        """Return the judgement of an option by id; raise UnknownName where there is none."""
        for answer in self.answers:
            if answer.option == option:
                return answer
        known = tuple(answer.option for answer in self.answers)
        raise UnknownName("option", option, known, listed=f"there are {', '.join(known)}")

    def __repr__(self) -> str:
        choice = ", ".join(self.choice) or ("permits none" if self.applicable else "does not apply")
        return f"<Verdict of {self.about.id}: {choice}>"


class Agreement(NamedTuple):
    """Counts of the options that theories favour and permit, and the pairs that disagree.

    That many theories agree is not evidence that they are right.
    """

    favours: Mapping[str, int]
    permits: Mapping[str, int]
    applicable: int
    silent: tuple[str, ...]
    permits_none: tuple[str, ...]
    disagree: tuple[tuple[str, str], ...]


class Weighing(NamedTuple):
    """A view of a scenario, the verdict of each theory on it, and the moral residue of each option."""

    view: View
    verdicts: tuple[Verdict, ...]
    residue: Mapping[str, tuple[Reason, ...]]
    agreement: Agreement

    def __repr__(self) -> str:
        return f"<Weighing of {self.view.document.id}: {len(self.verdicts)} verdicts>"


def judge_view(view: View, frameworks: Sequence[Framework]) -> Weighing:
    """Return the verdicts of these frameworks on the scenario of a view, at its best estimates."""
    case = case_of(view.scenario)
    verdicts = tuple(judge(case, framework) for framework in frameworks)
    owed = {act.id: tuple(residue(case, act)) for act in case.acts}
    return Weighing(view, verdicts, owed, agreement(verdicts))


def configured(framework: Framework, case: Case) -> Framework:
    """Return the framework with the settings of the scenario.

    A setting that varies is clamped to its interval; a plain number was validated when the file was read.
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
    """Return the framework's verdict on a case whose quantities are all floats."""
    theory = configured(framework, case)
    settings = {name: getattr(theory, name) for name in _setting_names(type(theory))}
    missing = tuple([need.missing for need in needs_of(theory, case) if not need.met])
    if missing:
        return Verdict(theory.about, settings, missing, (), permits_none=False, silent=False, margin=None)
    judgements = judgements_of(theory, case)
    ruling = rule(theory.about.gives, judgements)
    tests = any(judgement.tests for judgement in judgements)
    return Verdict(
        about=theory.about,
        settings=settings,
        missing=(),
        answers=tuple(
            _answer(judgement, placing, tests=tests)
            for judgement, placing in zip(judgements, ruling.placings, strict=True)
        ),
        permits_none=bool(ruling.permits_none),
        silent=bool(ruling.silent),
        margin=_as_float(ruling.margin) if ruling.has_margin else None,
        notes=tuple(dict.fromkeys(note.sentence for one in judgements for note in one.notes if note.holds)),
    )


@cache
def _setting_names(theory: type[Framework]) -> tuple[str, ...]:
    return tuple(setting.name for setting in fields(theory))


def chosen(case: Case, framework: Framework) -> tuple[str, ...] | None:
    """Return the options the framework chooses, None where it does not apply; faster than `judge`."""
    theory = configured(framework, case)
    if not all(need.met for need in needs_of(theory, case)):
        return None
    ruling = rule(theory.about.gives, judgements_of(theory, case))
    return tuple(placing.option for placing in ruling.placings if placing.chosen)


def _as_float(number: Quantity) -> float:
    assert isinstance(number, float)
    return number + 0.0  # -0.0 becomes 0.0


def _answer(judgement: Judgement, placing: Placing, *, tests: bool) -> Answer:
    binding = [reason for reason in judgement.reasons if reason.holds]
    return Answer(
        option=judgement.option,
        status=_status(judgement, placing, tests=tests),
        permissible=bool(placing.permissible),
        chosen=bool(placing.chosen),
        rank=int(_as_float(placing.rank)),
        score=_as_float(judgement.score),
        failed=tuple([test.name for test in judgement.tests if not test.passed]),
        reasons=(*[_test_reason(test, binding) for test in judgement.tests], *binding),
    )


def _status(judgement: Judgement, placing: Placing, *, tests: bool) -> Status:
    """Return the status of an option; `tests` is whether the theory tests options, if not this one."""
    if not tests:
        return "best" if placing.chosen else "not best"
    if not placing.permissible:
        return "forbidden"
    if judgement.beyond:
        return "supererogatory"
    return "required" if placing.alone else "permitted"


def _test_reason(test: Test, binding: Sequence[Reason]) -> Reason:
    """Return the result of a test as a reason; a failed test has the address of its first ground."""
    name, passed, left, right, compared = test
    if not compared or left is None:
        if passed:
            return _passed_reason(name)
        left = right = None
    address = None if passed else next((r.address for r in binding if r.test == name), None)
    return Reason("test", name, address, left, right, name, passed)


@cache
def _passed_reason(test: str) -> Reason:
    """Return the reason that a test without amounts is passed, which is the same for every option."""
    return Reason("test", test, None, test=test, holds=True)


def residue(case: Case, act: Act) -> Iterator[Reason]:
    """Yield the moral residue of an option: duties infringed, harm intended, harm done without consent."""
    for duty in act.obligations:
        if duty.infringed and duty.counts:
            yield Reason("binding", "infringed", duty.address, duty.degree)
    for effect in act.effects:
        harm = case.harm(effect)
        if effect.is_aimed and harm.is_wrong:
            yield Reason("binding", f"harm-as-{effect.role}", effect.address, effect.unweighted)
        elif all_of(positive(harm.done), not harm.consented, positive(effect.likelihood)):
            yield Reason("binding", "harm-done", effect.address, harm.done)


def dissenters(weighing: Weighing, option: str) -> list[Verdict]:
    """Return the verdicts that apply, are not silent, and do not choose the option.

    The option is given by its id, letter or name. Raises UnknownName where the scenario has no such option.
    """
    id = option_id(weighing.view.scenario, option)
    return [v for v in weighing.verdicts if v.speaks and id not in v.choice]


def agreement(verdicts: Iterable[Verdict]) -> Agreement:
    """Return the agreement of these verdicts; those that do not apply count for nothing."""
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
