"""The graph as data, evaluated in Python and by the page's interpreter, gives the results of floats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import isclose
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import dilemma.graph
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Judgement
from dilemma.graph import Bounds
from dilemma.graph.columns import ComparisonMasks
from dilemma.graph.data import EncodedGraph, GraphData, encode
from dilemma.graph.dependencies import needed_for
from dilemma.graph.program import compile_eager
from dilemma.quantity import Quantity, Truth
from dilemma.robustness.dials.dial import dials
from dilemma.robustness.symbolic import Recorded, nodes_of, recorded, with_settings
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import configured
from dilemma.weighing.ruling import Ruling, rule
from tests.support.graph_interpreter import evaluate
from tests.support.samples import SHIPPED_SCENARIOS, SOME_SHIPPED, THOROUGH

ROWS = 200 if THOROUGH else 20  # settings of each file
ROUNDING = 1e-12  # allowed for powers, whose last digit depends on the library
CANCELLED = 1e-9  # allowed for powers in numpy, where large ones cancel
INTERPRETER = Path(dilemma.graph.__file__).with_name("interpreter.js")

Reading = Callable[[Quantity | Truth], float]
Rows = list[dict[str, float]]


def _results(ruling: Ruling, judgements: Sequence[Judgement], at: Reading) -> Iterator[object]:
    """Yield everything in a theory's ruling and judgements, in order, with the reasons that hold."""
    yield from map(at, (ruling.permits_none, ruling.silent, ruling.has_margin, ruling.margin))
    for placing in ruling.placings:
        yield from map(at, (placing.permissible, placing.chosen, placing.rank, placing.alone))
    for judgement in judgements:
        yield from map(at, (judgement.score, judgement.beyond))
        for test in judgement.tests:
            yield from (test.name, at(test.passed), at(test.compared))
            yield from (at(side) for side in (test.left, test.right) if side is not None)
        for reason in judgement.reasons:
            if at(reason.holds):
                yield from (reason.key, reason.address, reason.test, reason.party)
                yield from (at(side) for side in (reason.amount, reason.against) if side is not None)


def _in_floats(scenario: Scenario, row: Mapping[str, float]) -> list[list[object]]:
    """Return each theory's results at these settings, in floats."""

    def read(address: str, number: float | Range) -> Quantity:
        return row.get(address, best_of(number))

    case = case_of(with_settings(scenario, CATALOGUE), read)
    found = []
    for framework in CATALOGUE:
        theory = configured(framework, case)
        applies = all(need.met for need in theory.needs(case))
        judgements = tuple(theory.judge(case)) if applies else ()
        results = _results(rule(theory.about.gives, judgements), judgements, _plain) if applies else ()
        found.append([theory.about.id, *results])
    return found


def _plain(value: Quantity | Truth) -> float:
    assert isinstance(value, bool | float)
    return float(value)


def _in_symbols(theories: Sequence[Recorded], at: Reading) -> list[list[object]]:
    """Return each theory's results, with `at` giving the value of each symbol."""
    return [
        [
            theory.framework.about.id,
            *(_results(theory.ruling, theory.judgements, at) if theory.ruling and at(theory.applies) else ()),
        ]
        for theory in theories
    ]


def _settings(scenario: Scenario, seed: int) -> Rows:
    """Return random rows of settings: values inside a domain, at its ends and at the best estimate."""
    chance = np.random.default_rng(seed)
    free = [dial for dial in dials(scenario, CATALOGUE) if dial.swept]
    rows = [{dial.address: dial.best for dial in free}]
    for _ in range(ROWS - 1):
        share = chance.random()
        marks = [(dial.low, dial.high, dial.best, dial.best)[chance.integers(4)] for dial in free]
        rows.append(
            {
                dial.address: float(chance.uniform(dial.low, dial.high) if chance.random() < share else mark)
                for dial, mark in zip(free, marks, strict=True)
            }
        )
    return rows


def _parts(theories: Sequence[Recorded]) -> list[Quantity | Truth]:
    """Return every quantity and truth in the theories' results."""
    found: list[Quantity | Truth] = []

    def keep(value: Quantity | Truth) -> float:
        found.append(value)
        return 1.0

    _in_symbols(theories, keep)
    return found


def _has_powers(theory: Recorded) -> bool:
    """Return whether a theory's results depend on a power."""
    nodes = needed_for(list(nodes_of(_parts([theory]))))
    return any(node.op in ("power", "expm1") for node in nodes)


def _alike(expected: list[object], actual: list[object], share: float) -> bool:
    """Return whether two results are the same, with this tolerance for amounts; 0 means identical."""
    return len(expected) == len(actual) and all(
        a == b
        or (
            share > 0
            and isinstance(a, float)
            and isinstance(b, float)
            and isclose(a, b, rel_tol=share, abs_tol=share)
        )
        for a, b in zip(expected, actual, strict=True)
    )


def _engine(data: GraphData) -> Any:
    """Return a JavaScript engine with the page's interpreter, and this data as `graph`."""
    quickjs = pytest.importorskip(
        "quickjs", reason="quickjs is not installed: the page's interpreter is untested"
    )
    engine = quickjs.Context()
    engine.eval(INTERPRETER.read_text("utf-8"))
    engine.eval(f"const graph = decoded({json.dumps(data._asdict())})")
    return engine


def _interpreter(data: GraphData) -> Callable[[Mapping[str, float]], list[float]]:
    """Return a function that evaluates this data with the page's interpreter, at given settings."""
    work = _engine(data).eval(
        "text => { const row = JSON.parse(text); "
        "return JSON.stringify([...workedOut(graph, address => row[address])]); }"
    )
    return lambda row: [_number(value) for value in json.loads(work(json.dumps(row)))]


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def _columns(graph: EncodedGraph, nodes: Sequence[Any], rows: Rows) -> list[list[float]]:
    """Return the values at every index of the graph, row by row, as numpy evaluates them."""
    columns = {address: np.array([row[address] for row in rows]) for address in rows[0]}
    found = compile_eager(nodes).run(columns)
    filled = [np.full(len(rows), number) for number in graph.data.numbers]
    table = np.empty((len(rows), len(graph.data.numbers) + len(nodes)))
    for index, column in enumerate(filled):
        table[:, index] = column
    for node, column in zip(nodes, found, strict=True):
        table[:, graph.indexes[node]] = _sign(column) if isinstance(column, ComparisonMasks) else column
    return [list(map(float, row)) for row in table]


def _sign(compared: ComparisonMasks) -> Any:
    return np.subtract(compared.above, compared.below, dtype=float)


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_four_readings_agree_on_every_shipped_file(name: str) -> None:
    """Floats, columns, data evaluated in Python and data evaluated by the page give the same results.

    They are identical; where a power is involved, the data agrees to 1e-12, columns to 1e-9.
    """
    scenario = SHIPPED_SCENARIOS[name].scenario
    free = {dial.address: Bounds(dial.low, dial.high) for dial in dials(scenario, CATALOGUE) if dial.swept}
    theories = recorded(scenario, CATALOGUE, free)
    parts = _parts(theories)
    graph = encode(parts)
    nodes = needed_for(list(nodes_of(parts)))
    rounded = [_has_powers(theory) for theory in theories]
    page = _interpreter(graph.data)
    rows = _settings(scenario, seed=7)
    columns = _columns(graph, nodes, rows)
    for row, column in zip(rows, columns, strict=True):
        expected = _in_floats(scenario, row)
        readings = ((column, CANCELLED), (evaluate(graph.data, row), ROUNDING), (page(row), ROUNDING))
        for values, share in readings:
            actual = _in_symbols(theories, lambda value, values=values: values[graph.indexes[_key(value)]])
            for mine, yours, loose in zip(expected, actual, rounded, strict=True):
                assert _alike(mine, yours, share if loose else 0.0), (mine, yours, row)


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_evaluating_only_what_changed_gives_the_same_values(name: str) -> None:
    """After one or all inputs change, reusing the values that do not depend on them changes no result."""
    scenario = SHIPPED_SCENARIOS[name].scenario
    free = {dial.address: Bounds(dial.low, dial.high) for dial in dials(scenario, CATALOGUE) if dial.swept}
    graph = encode(_parts(recorded(scenario, CATALOGUE, free)))
    alike = _engine(graph.data).eval(
        "text => { const [stood, now] = JSON.parse(text).map(row => address => row[address]); "
        "const afresh = workedOut(graph, now), on = workedOut(graph, now, workedOut(graph, stood)); "
        "return afresh.length === on.length && afresh.every((value, at) => Object.is(value, on[at])); }"
    )
    rows = _settings(scenario, seed=11)
    for at, (stood, other) in enumerate(pairwise(rows)):
        address = graph.data.inputs[at % len(graph.data.inputs)]
        assert alike(json.dumps([stood, stood | {address: other[address]}])), address
        assert alike(json.dumps([stood, other]))


def _key(value: object) -> object:
    return float(value) if isinstance(value, bool | float) else value
