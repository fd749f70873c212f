"""Everything that can be wrong with a scenario, found in one go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dilemma.errors import nearest
from dilemma.scenario.factors import factor_problems
from dilemma.scenario.ids import id_problems
from dilemma.scenario.nouns import Scenario
from dilemma.scenario.problem import Path, Problem, still_new
from dilemma.scenario.products import product_problems
from dilemma.scenario.quantities import quantities_of
from dilemma.scenario.references import Theories, reference_problems
from dilemma.scenario.refusals import shaped
from dilemma.scenario.whole import format_problem, whole_problems

__all__ = ["checked"]


def checked(
    data: Mapping[str, Any], theories: Theories | None, spoiled: frozenset[Path] = frozenset()
) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Return the scenario canonical data states, and all that is wrong with it.

    Nothing is said of a place that is `spoiled` or of the wrong type already. A file of a newer format is
    judged by nothing else.
    """
    newer = format_problem(data)
    if newer:
        return None, (newer,)
    scenario, misshapen = shaped(data)
    problems = tuple(still_new(misshapen, spoiled))
    wrong = spoiled | {problem.path for problem in problems}
    unsure = unsure_maps(problems) | {str(path[0]) for path in spoiled if len(path) == 1}
    meant = dict.fromkeys(still_new(meaning_problems(data, theories, unsure), wrong))
    return scenario, (*problems, *meant)


def unsure_maps(problems: tuple[Problem, ...]) -> frozenset[str]:
    """Return the top-level maps that are missing, of the wrong type, or there under a misspelt name."""
    top = [problem for problem in problems if len(problem.path) == 1]
    named = {str(problem.path[0]) for problem in top}
    misspelt = {nearest(problem.name, problem.known) for problem in top if problem.name}
    return frozenset(named | {name for name in misspelt if name})


def meaning_problems(
    data: Mapping[str, Any], theories: Theories | None, unsure: frozenset[str]
) -> tuple[Problem, ...]:
    """Return what data of the right types still gets wrong."""
    quantities = quantities_of(data)
    return (
        *id_problems(data),
        *whole_problems(data, unsure),
        *reference_problems(data, theories, unsure),
        *quantities.problems,
        *factor_problems(data, quantities.estimates),
        *product_problems(data, quantities.estimates, theories),
    )
