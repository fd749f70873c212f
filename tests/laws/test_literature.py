"""Verdicts that shipped scenarios cite from the literature, compared with ours."""

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
    """Return the scenario of a file, which may cite a theory that the catalogue does not have yet."""
    return load_document(str(SHIPPED / file)).scenario


def _stated() -> Iterator[Row]:
    for sample in SHIPPED_SCENARIOS.values():
        file = str(sample.path.relative_to(SHIPPED))
        for row in _scenario(file).literature:
            yield file, row.framework, row.option, row.verdict


STATED = tuple(_stated())


def _meets(answer: Answer, verdict: str, choice: tuple[str, ...]) -> bool:
    """Return whether an answer is the stated verdict; `required` means that only this option is chosen."""
    if verdict == "required":
        return choice == (answer.option,)
    return answer.permissible is (verdict == "permitted")


def test_the_canonical_cases_state_verdicts() -> None:
    """Every canonical file states a verdict of its literature, and none states the same twice."""
    canon = {f"canonical/{path.name}" for path in (SHIPPED / "canonical").glob("*.yaml")}
    assert canon
    assert canon <= {file for file, *_ in STATED}
    said = [(file, framework, option) for file, framework, option, _ in STATED]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(("file", "framework", "option", "verdict"), STATED)
def test_literature_verdicts_hold(file: str, framework: str, option: str, verdict: str) -> None:
    """A theory's verdict on a shipped case is the one the cited text states."""
    if framework not in KNOWN:
        pytest.skip(f"'{framework}' is not in the catalogue yet")
    found = judge(case_of(_scenario(file)), KNOWN[framework])
    assert found.applicable, found.missing
    assert _meets(found.answer(option), verdict, found.choice), (found.choice, found.answer(option))
