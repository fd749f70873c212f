"""The program agrees with an independent oracle on random scenarios, shipped files and published cases."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from dilemma.frameworks.catalogue import CATALOGUE
from tests.laws.oracle.comparison import Comparison
from tests.laws.oracle.theories import THEORIES
from tests.support.judging import and_of_shipped
from tests.support.samples import THOROUGH
from tests.support.strategies import Data, scenarios

ORACLE = Path(__file__).parent / "oracle"
SCENARIOS = 1500 if THOROUGH else 150
ENOUGH = 10  # of them, to which each theory applies
MOST_LEFT_OUT = 0.1  # of a theory's verdicts, because rounding could decide them


@and_of_shipped()
@settings(max_examples=SCENARIOS)
@given(scenarios())
def test_every_theory_agrees_with_the_oracle(data: Data) -> None:
    """Each theory applies where the oracle says so, with the same scores, failed tests and choice.

    Left out are theories that compare amounts so nearly equal that rounding could decide (`amounts.py`).
    """
    assert Comparison().add(data) == []


@cache
def _random() -> Comparison:
    """Return the comparison on random scenarios."""
    comparison = Comparison()

    @settings(max_examples=150, phases=[Phase.generate])
    @given(scenarios())
    def draw(data: Data) -> None:
        comparison.add(data)

    draw()
    return comparison


@pytest.mark.parametrize("id", THEORIES)
def test_random_scenarios_compare_each_theory(id: str) -> None:
    """Each theory is compared on at least ten random scenarios, and seldom left out for a near tie."""
    compared, left_out = _random().compared[id], _random().near_tied[id]
    assert compared >= ENOUGH
    assert left_out <= MOST_LEFT_OUT * (compared + left_out)


def test_the_oracle_has_every_theory() -> None:
    """A theory of the catalogue has its second reading in the oracle."""
    assert sorted(THEORIES) == sorted(theory.about.id for theory in CATALOGUE)


def test_the_oracle_is_independent() -> None:
    """No module of the oracle but the comparison imports the program, or support that does."""
    imported = {
        (path.relative_to(ORACLE).as_posix(), name)
        for path in ORACLE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imported(node)
        if name.startswith(("dilemma", "tests")) and not name.startswith("tests.laws.oracle")
    }
    assert {path for path, _ in imported} == {"comparison.py", "__main__.py"}


def _imported(node: ast.AST) -> list[str]:
    """Return the names of the modules that a statement imports."""
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
