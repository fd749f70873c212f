"""Theories evaluated in columns give, row by row, the same rulings as in floats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma import load
from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds, Node, needed_for
from dilemma.graph.columns import Column
from dilemma.graph.program import compile_eager, compile_program
from dilemma.graph.sweep import Sweeper
from dilemma.quantity import Quantity, Truth
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.robustness.symbolic import Recorded, nodes_of, recorded, with_settings
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import configured
from dilemma.weighing.ruling import Ruling, rule
from tests.support.samples import EVERY_SCENARIO
from tests.support.strategies import Data, scenarios

ROWS = 6
TRIAL = 2


def _parts(theory: Recorded) -> list[Quantity | Truth]:
    """Return every quantity and truth of a ruling, in order."""
    if theory.ruling is None:
        return [theory.applies]
    flags = theory.ruling.permits_none, theory.ruling.silent, theory.ruling.has_margin
    placed = [part for p in theory.ruling.placings for part in (p.permissible, p.chosen, p.rank, p.alone)]
    return [theory.applies, *flags, theory.ruling.margin, *placed]


def _settings(found: Sequence[Dial], seed: int) -> dict[str, Column]:
    """Return random columns, by address: values inside a domain, at its ends and at the best estimate."""
    chance = np.random.default_rng(seed)
    columns = {}
    for dial in found:
        inside = chance.uniform(dial.low, dial.high, ROWS)
        marks = np.array([dial.low, dial.high, dial.best, dial.best])[chance.integers(0, 4, ROWS)]
        columns[dial.address] = np.where(chance.random(ROWS) < chance.random(), inside, marks)
        columns[dial.address][0] = dial.best
    return columns


def _at(settings: Mapping[str, float], scenario: Scenario) -> Case:
    """Return the case at these settings, in floats."""

    def read(address: str, number: float | Range) -> Quantity:
        return settings.get(address, best_of(number))

    return case_of(with_settings(scenario, CATALOGUE), read)


def _in_floats(case: Case, framework: Framework) -> object:
    """Return a theory's ruling on a case in floats; None where it does not apply."""
    theory = configured(framework, case)
    if not all(need.met for need in theory.needs(case)):
        return None
    return _plain_ruling(rule(theory.about.gives, tuple(theory.judge(case))))


def _plain_ruling(ruling: Ruling) -> object:
    placed = [(p.option, p.permissible, p.chosen, p.rank, p.alone) for p in ruling.placings]
    return ruling.permits_none, ruling.silent, ruling.margin if ruling.has_margin else None, placed


def _in_columns(theory: Recorded, found: Mapping[Node, Sequence[Any]], row: int) -> object:
    """Return a theory's ruling in one row of the columns; None where it does not apply."""

    def at(part: Any) -> Any:
        return found[part][row] if isinstance(part, Node) else part

    if not at(theory.applies):
        return None
    assert theory.ruling is not None
    ruling = theory.ruling
    placings = tuple(
        p._replace(permissible=at(p.permissible), chosen=at(p.chosen), rank=at(p.rank), alone=at(p.alone))
        for p in ruling.placings
    )
    return _plain_ruling(
        Ruling(placings, at(ruling.permits_none), at(ruling.silent), at(ruling.margin), at(ruling.has_margin))
    )


def _agree(scenario: Scenario, seed: int) -> None:
    free = [dial for dial in dials(scenario, CATALOGUE) if dial.swept]
    theories = recorded(scenario, CATALOGUE, {d.address: Bounds(d.low, d.high) for d in free})
    nodes = list(dict.fromkeys(nodes_of(part for theory in theories for part in _parts(theory))))
    columns = _settings(free, seed)
    trial = {address: column[:TRIAL] for address, column in columns.items()}
    lazy = dict(zip(nodes, compile_program(nodes, trial).run(columns), strict=True))
    eager = dict(zip(needed_for(nodes), compile_eager(needed_for(nodes)).run(columns), strict=True))
    sweeper = Sweeper(nodes, {dial.address: dial.best for dial in free})
    swept = sweeper.baseline | sweeper.sweep(columns, *sweeper.subgraphs([sweeper.baseline])).outputs
    readings = [_row_by_row(found, nodes) for found in (lazy, eager, swept)]
    for row in range(ROWS):
        case = _at({address: float(column[row]) for address, column in columns.items()}, scenario)
        for theory in theories:
            expected = _in_floats(case, theory.framework)
            for found in readings:
                actual = _in_columns(theory, found, row)
                assert _alike(expected, actual), (theory.framework.about.id, row, expected, actual)


def _row_by_row(found: Mapping[Node, Any], nodes: Iterable[Node]) -> dict[Node, list[Any]]:
    """Return the value of each node as a list with an entry per row."""
    return {node: np.broadcast_to(found[node], ROWS).tolist() for node in nodes}


def _alike(expected: object, actual: object) -> bool:
    """Return whether two rulings are the same, their margins up to rounding."""
    if expected is None or actual is None:
        return expected is actual
    (*flags, margin, placed), (*others, found, where) = expected, actual  # type: ignore[misc]
    close = found == margin if margin is None or found is None else found == pytest.approx(margin, abs=1e-9)
    return (flags, placed) == (others, where) and close


@pytest.mark.parametrize("name", EVERY_SCENARIO)
def test_columns_agree_with_floats_on_every_file(name: str) -> None:
    """On every file, each row of the columns gives the ruling that floats give at the same settings."""
    _agree(EVERY_SCENARIO[name].scenario, seed=0)


@given(scenarios(), st.integers(0, 2**32 - 1))
def test_columns_agree_with_floats_on_random_files(data: Data, seed: int) -> None:
    """On random scenarios too, each row gives the ruling that floats give at the same settings."""
    _agree(load(data).scenario, seed)
