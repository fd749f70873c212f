"""Verdicts that the literature states for its own cases, compared with ours."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.weighing import Answer, judge
from tests.support.samples import CASES, PUBLISHED_CASES

KNOWN = {framework.about.id: framework for framework in CATALOGUE}


def _expectations() -> Iterator[tuple[str, str, str, str]]:
    for folder in ("canonical", "hard"):
        published = json.loads((CASES / folder / "expected.json").read_text(encoding="utf-8"))
        for case, rows in published.items():
            for row in rows:
                for option, verdict in row["verdicts"].items():
                    yield f"cases/{folder}/{case}", row["framework"], option, verdict


def _meets(answer: Answer, verdict: str, choice: tuple[str, ...]) -> bool:
    """Return whether an answer is the stated verdict; `required` means that only this option is chosen."""
    if verdict == "required":
        return choice == (answer.option,)
    return answer.permissible is (verdict == "permitted")


@pytest.mark.parametrize(
    ("case", "framework", "option", "verdict"),
    [row for row in dict.fromkeys(_expectations()) if row[1] in KNOWN],
)
def test_published_verdicts_hold(case: str, framework: str, option: str, verdict: str) -> None:
    """A theory's verdict on a case of its literature is the one that literature states."""
    found = judge(case_of(PUBLISHED_CASES[case].scenario), KNOWN[framework])
    assert found.applicable, found.missing
    assert _meets(found.answer(option), verdict, found.choice), (found.choice, found.answer(option))
