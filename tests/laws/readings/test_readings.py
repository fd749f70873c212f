"""Theories never inspect a quantity, so that they run on columns and symbols as on floats."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given

from dilemma import load
from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, Reason
from dilemma.quantity import Quantity
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import configured
from dilemma.weighing.ruling import Ruling, rule
from tests.support.samples import EVERY_SCENARIO
from tests.support.standin import Hidden, revealed, revealed_truth
from tests.support.strategies import Data, scenarios


def _hide(_address: str, number: float | Range) -> Hidden:
    return Hidden(best_of(number))


def _plain_ruling(ruling: Ruling) -> object:
    placings = [
        (
            p.option,
            revealed_truth(p.permissible),
            revealed_truth(p.chosen),
            revealed(p.rank),
            revealed_truth(p.alone),
        )
        for p in ruling.placings
    ]
    flags = [revealed_truth(t) for t in (ruling.permits_none, ruling.silent, ruling.has_margin)]
    return placings, flags, _rounded(ruling.margin)


def _rounded(quantity: Quantity) -> float:
    """Return the number in a quantity to nine digits: roots and sums over worlds may round otherwise."""
    return float(f"{revealed(quantity):.9g}")


def _plain_reason(reason: Reason) -> object:
    amounts = [None if a is None else _rounded(a) for a in (reason.amount, reason.against)]
    return reason.kind, reason.key, reason.address, amounts, revealed_truth(reason.holds)


def _judged(framework: Framework, case: Case, *, hidden: bool) -> object:
    theory = configured(framework, case)
    if hidden:
        settings = {f.name: getattr(theory, f.name) for f in fields(theory)}
        theory = replace(theory, **{name: Hidden(revealed(value)) for name, value in settings.items()})
    needs = [(revealed_truth(need.met), need.missing) for need in theory.needs(case)]
    judgements = tuple(theory.judge(case))
    plain = [
        (
            j.option,
            _rounded(j.score),
            [_rounded(entry) for entry in j.order],
            revealed_truth(j.beyond),
            [(t.name, revealed_truth(t.passed), revealed_truth(t.compared)) for t in j.tests],
            [_plain_reason(r) for r in j.reasons if revealed_truth(r.holds)],
        )
        for j in judgements
    ]
    return needs, plain, _plain_ruling(rule(theory.about.gives, judgements))


def _assert_alike(scenario: Scenario) -> None:
    """Assert that every theory that may apply judges hidden numbers as it judges floats."""
    hidden, plain = case_of(scenario, _hide), case_of(scenario)
    for theory in CATALOGUE:
        if all(need.met is not False for need in theory.needs(hidden)):
            expected = _judged(theory, plain, hidden=False)
            assert _judged(theory, hidden, hidden=True) == expected, theory.about.id


@given(scenarios())
def test_a_theory_never_looks_at_a_random_quantity(data: Data) -> None:
    """On random scenarios too, every theory that may apply judges hidden numbers with equal results.

    A need that no number can meet (there are no people, no duty) is unmet for any kind of quantity, and the
    theory is not asked to judge.
    """
    _assert_alike(load(data).scenario)


@pytest.mark.parametrize("name", EVERY_SCENARIO)
def test_a_theory_never_looks_at_a_quantity(name: str) -> None:
    """Judging and ruling give equal results on numbers that raise when they are inspected.

    A theory that no number can make apply is not asked to judge.
    """
    _assert_alike(EVERY_SCENARIO[name].scenario)
