"""One method, three readings: what symbols say at some settings, the ballots of those settings say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from sys import float_info

import pytest

from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Gives
from dilemma.graph import Bounds, Graph, needed_for
from dilemma.graph.data import encode
from dilemma.quantity import Quantity, Truth
from dilemma.reconciliation.method import Additive, elect
from dilemma.reconciliation.methods.catalogue import METHODS
from dilemma.reconciliation.methods.lottery import chances
from dilemma.reconciliation.profile import Ballot, Profile, ballot_of
from dilemma.reconciliation.symbolic import Combined, Theory, combined
from dilemma.robustness.dials.dial import dials
from dilemma.robustness.symbolic import nodes_of, recorded, with_settings
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import judge
from tests.laws.readings.test_page_graph import _columns, _interpreter, _key, _settings
from tests.support.graph_interpreter import evaluate
from tests.support.samples import SHIPPED_SCENARIOS, SOME_SHIPPED

ADDITIVE = [method for method in METHODS if isinstance(method, Additive)]
ROUNDING = 1e-9
BELIEVED = "believed"


def _in_symbols(scenario: Scenario, graph: Graph) -> Combined:
    """Return what every additive method makes of the theories, each with a credence that may be turned."""
    free = {dial.address: Bounds(dial.low, dial.high) for dial in dials(scenario, CATALOGUE) if dial.swept}
    theories = [
        Theory(
            one.framework.about,
            one.applies,
            one.ruling,
            graph.input(f"{BELIEVED}.{one.framework.about.id}", 0.0, 10.0),
            one.scores,
        )
        for one in recorded(scenario, CATALOGUE, free, graph)
    ]
    return combined(theories, stated=True, methods=ADDITIVE)


def _profile(scenario: Scenario, row: Mapping[str, float]) -> Profile:
    """Return the ballots at these settings of the theories that apply and are believed, with their votes."""

    def read(address: str, number: float | Range) -> Quantity:
        return row.get(address, best_of(number))

    case = case_of(with_settings(scenario, CATALOGUE), read)
    ballots: list[tuple[Ballot, int]] = []
    for theory in CATALOGUE:
        verdict, votes = judge(case, theory), int(row[f"{BELIEVED}.{theory.about.id}"])
        if verdict.applicable and votes:
            about = verdict.about
            known = (about.id, about.name, about.family.value)
            ballots.append((ballot_of(known, Gives(about.gives).value, verdict.answers), votes))
    return Profile(tuple(scenario.options), tuple(b for b, _ in ballots), tuple(v for _, v in ballots))


def _parts(told: Combined) -> list[Quantity | Truth]:
    """Return all that is read of what methods say."""
    of_methods = [part for one in told.methods.values() for part in (*one.scores, *one.winners)]
    return [told.believed, told.guided, *told.lottery, *of_methods]


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_a_method_is_one_in_ballots_symbols_and_on_the_page(name: str) -> None:
    """Every additive method has the winners and scores, and the lottery the chances, of each row's ballots.

    Worked out by numpy in columns, and from the graph as data in Python and by the page's interpreter.
    """
    scenario = SHIPPED_SCENARIOS[name].scenario
    told = _in_symbols(scenario, Graph())
    parts = _parts(told)
    graph, nodes = encode(parts), needed_for(list(nodes_of(parts)))
    page = _interpreter(graph.data)
    rows = _settings(scenario, seed=5)
    for at, row in enumerate(rows):
        row |= {f"{BELIEVED}.{t.about.id}": float((at + n) % 4) for n, t in enumerate(CATALOGUE)}
    for row, column in zip(rows, _columns(graph, nodes, rows), strict=True):
        profile = _profile(scenario, row)
        for values in (column, evaluate(graph.data, row), page(row)):
            _agree(profile, told, lambda part, values=values: float(values[graph.indexes[_key(part)]]))


def _rounding(profile: Profile) -> float:
    """Return what rounding may do to scores whose spread is small beside their size."""
    scored = [ballot.scores for ballot in profile.ballots if ballot.scores]
    ratios = [max(map(abs, scores)) / ((max(scores) - min(scores)) or 1.0) for scores in scored]
    sizes = [max(map(abs, scores)) for scores in scored]
    return 64 * float_info.epsilon * max(*ratios, *sizes, 1.0)


def _agree(profile: Profile, told: Combined, at: object) -> None:
    def read(parts: Sequence[Quantity | Truth]) -> list[float]:
        return [at(part) for part in parts]  # type: ignore[operator]

    if not profile.ballots:
        assert read([told.believed]) == [0]
        return
    expected = chances(profile)
    assert read([told.believed, told.guided]) == [1, expected is not None]
    if expected is not None:
        assert read(told.lottery) == pytest.approx(expected, abs=ROUNDING)
    for method in ADDITIVE:
        outcome, found = elect(method, profile), told.methods[method.about.id]
        assert outcome is not None
        rounding = max(ROUNDING, _rounding(profile))
        assert read(found.scores) == pytest.approx(outcome.scores, rel=ROUNDING, abs=rounding), (
            method.about.id
        )
        assert tuple(o for o, won in enumerate(read(found.winners)) if won) == outcome.winners, (
            method.about.id
        )
