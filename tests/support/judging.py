"""Verdicts of every theory of the catalogue on a scenario, and comparisons of verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

import pytest
from hypothesis import example

from dilemma import load
from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, Reason
from dilemma.scenario.model import Scenario
from dilemma.weighing import Answer, Verdict, judge
from tests.support.samples import EVERY_SCENARIO, SOME_SCENARIOS

__all__ = [
    "Verdicts",
    "and_of_shipped",
    "framework",
    "judged",
    "judged_case",
    "permits",
    "rulings",
    "same_verdicts",
    "scenario_of",
    "size_of",
]

Verdicts = dict[str, Verdict]


def framework(id: str) -> Framework:
    """Return a theory of the catalogue; skips the test if there is none of that id."""
    for found in CATALOGUE:
        if found.about.id == id:
            return found
    pytest.skip(f"the catalogue has no {id} yet")


def judged(data: Mapping[str, Any]) -> Verdicts:
    """Return every theory's verdict on plain data."""
    if isinstance(data, Shipped):
        return _judged(data.name)
    return judged_case(case_of(load(data).scenario))


def judged_case(case: Case, frameworks: Iterable[Framework] = CATALOGUE) -> Verdicts:
    """Return each theory's verdict on a case."""
    return {theory.about.id: judge(case, theory) for theory in frameworks}


class Shipped(dict[str, Any]):
    """The plain data of a shipped file or published case, with its name as representation."""

    def __init__(self, name: str) -> None:
        super().__init__(load(EVERY_SCENARIO[name].path).data)
        self.name = name

    def __repr__(self) -> str:
        return f"<{self.name}>"


@cache
def shipped(name: str) -> Shipped:
    """Return the data of a shipped file or published case."""
    return Shipped(name)


@cache
def _judged(name: str) -> Verdicts:
    return judged(dict(shipped(name)))


def scenario_of(data: Mapping[str, Any]) -> Scenario:
    """Return the scenario in plain data."""
    return load(data).scenario


def size_of(case: Case) -> float:
    """Return 1 plus the sum of the sizes of all terms, to which rounding errors are proportional."""
    effects = (effect for act in case.acts for effect in (*act.effects, *act.practice))
    duties = (duty for act in case.acts for duty in act.obligations)
    traits = (trait for act in case.acts for trait in act.traits)
    return (
        1
        + sum(abs(e.contribution) + abs(e.unweighted) + abs(e.stake) for e in effects)
        + sum(abs(duty.weight * duty.degree) * (1 + case.exchange) for duty in duties)
        + sum(abs(trait.weight * trait.degree) for trait in traits)
        + sum(abs(party.level) for party in case.parties.values())
    )


def rulings(verdict: Verdict) -> object:
    """Return the parts of a verdict that are no amounts: choice, permissions, ranks and failed tests."""
    answers = {
        a.option: (a.status, a.permissible, a.chosen, a.rank, sorted(a.failed)) for a in verdict.answers
    }
    return verdict.missing, answers, verdict.silent, verdict.permits_none, verdict.margin is None


def permits(verdict: Verdict) -> object:
    """Return what the theory lacks to apply, the options it permits, and the tests that the others fail."""
    return verdict.missing, {a.option: (a.permissible, sorted(a.failed)) for a in verdict.answers}


def same_verdicts(expected: Verdicts, actual: Verdicts, size: float, new: Callable[[str], str] = str) -> None:
    """Assert that verdicts differ only in names, order and rounding; `new` returns the new name of an id.

    Amounts may differ by rounding, in proportion to `size` (see `size_of`).
    """
    assert list(expected) == list(actual)
    for id, before in expected.items():
        _same_verdict(before, actual[id], size, new)


def _same_verdict(before: Verdict, after: Verdict, size: float, new: Callable[[str], str]) -> None:
    assert after.about is before.about
    assert after.settings == before.settings
    assert after.missing == before.missing
    assert (after.silent, after.permits_none) == (before.silent, before.permits_none), before.about.id
    amounts = [r.amount for a in before.answers for r in a.reasons if isinstance(r.amount, float)]
    slack = 1e-9 * (size + sum(map(abs, amounts)))
    scores = [answer.score for answer in before.answers]
    found = {answer.option: answer for answer in after.answers}
    assert found.keys() == {new(answer.option) for answer in before.answers}
    for answer in before.answers:
        _same_answer(answer, found[new(answer.option)], slack, new, before.about.id)
    if before.margin is None or after.margin is None:
        assert after.margin is before.margin, before.about.id
    else:
        spread = max(scores) - min(scores)
        assert after.margin == pytest.approx(before.margin, abs=1e-9 + 2 * slack / spread), before.about.id


def _same_answer(before: Answer, after: Answer, slack: float, new: Callable[[str], str], id: str) -> None:
    actual = (after.status, after.permissible, after.chosen, after.rank, after.failed)
    assert actual == (before.status, before.permissible, before.chosen, before.rank, before.failed), (
        id,
        before,
    )
    assert after.score == pytest.approx(before.score, abs=slack), (id, before)
    mine, yours = _sorted(before.reasons, new), _sorted(after.reasons, str)
    assert Counter(map(_content, yours)) == Counter(map(_content, mine)), (id, before.option)
    for one, other in zip(mine, yours, strict=True):
        assert _amounts(other) == pytest.approx(_amounts(one), abs=slack), (id, one, other)


def _content(reason: Reason) -> tuple[object, ...]:
    return (reason.kind, reason.key, reason.address, reason.test, reason.holds, reason.party)


def _amounts(reason: Reason) -> list[float]:
    return [amount for amount in (reason.amount, reason.against) if isinstance(amount, float)]


def _sorted(reasons: Iterable[Reason], new: Callable[[str], str]) -> list[Reason]:
    """Return the reasons sorted by content, with new names.

    The address of a test is left out: it is that of the first ground, which depends on the order.
    """
    translated = (
        reason._replace(
            address=readdressed(reason.address, new) if reason.address and reason.kind != "test" else None,
            party=None if reason.party is None else new(reason.party),
        )
        for reason in reasons
    )
    return sorted(translated, key=lambda reason: (str(_content(reason)), _amounts(reason)))


NAMING = {"options", "parties", "beliefs", "consequences", "duties", "virtues", "quantities", "falls_on"}
"""The steps of an address that are followed by an id."""


def readdressed(address: str, new: Callable[[str], str]) -> str:
    """Return an address with the ids in it replaced."""
    steps = address.split(".")
    pairs = zip(["", *steps], steps, strict=False)
    return ".".join(new(step) if before in NAMING else step for before, step in pairs)


Law = TypeVar("Law", bound=Callable[..., None])


def and_of_shipped(**others: Any) -> Callable[[Law], Law]:
    """Return a decorator that tests a law on shipped files and published cases too, not only random ones."""

    def decorated(law: Law) -> Law:
        for name in SOME_SCENARIOS:
            law = example(data=shipped(name), **others)(law)
        return law

    return decorated
