"""What the shipped scenarios say the literature says, held against our theories."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.scenario import load_document
from dilemma.scenario.model import Scenario
from dilemma.weighing import Answer, judge
from tests.support.samples import SHIPPED, SHIPPED_SCENARIOS

KNOWN = {framework.about.id: framework for framework in CATALOGUE}

Row = tuple[str, str, str, str]
"""A file under scenarios/, a framework, an option of the file and the verdict stated."""


@cache
def _scenario(file: str) -> Scenario:
    """Read without the catalogue, so that a file may cite a theory that is still to come."""
    return load_document(str(SHIPPED / file)).scenario


def _stated() -> Iterator[Row]:
    for sample in SHIPPED_SCENARIOS.values():
        file = str(sample.path.relative_to(SHIPPED))
        for row in _scenario(file).literature:
            yield file, row.framework, row.option, row.verdict


STATED = tuple(_stated())


def _meets(answer: Answer, verdict: str, choice: tuple[str, ...]) -> bool:
    """Tell whether it is so; `required` means that the choice is exactly this option."""
    if verdict == "required":
        return choice == (answer.option,)
    return answer.permissible is (verdict == "permitted")


def test_the_canonical_cases_state_verdicts() -> None:
    """Every file of the canon says what its literature says of it, and no file says it twice."""
    canon = {f"canonical/{path.name}" for path in (SHIPPED / "canonical").glob("*.yaml")}
    assert canon
    assert canon <= {file for file, *_ in STATED}
    said = [(file, framework, option) for file, framework, option, _ in STATED]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(("file", "framework", "option", "verdict"), STATED)
def test_literature_verdicts_hold(file: str, framework: str, option: str, verdict: str) -> None:
    """A theory says of a shipped case what the cited text says it says."""
    if framework not in KNOWN:
        pytest.skip(f"'{framework}' is not in the catalogue yet")
    found = judge(case_of(_scenario(file)), KNOWN[framework])
    assert found.applicable, found.missing
    assert _meets(found.answer(option), verdict, found.choice), (found.choice, found.answer(option))
