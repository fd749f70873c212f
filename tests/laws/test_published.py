"""Verdicts that the literature states for its own cases, and those worked out for others, beside ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.weighing import Verdict, judge
from tests.support.samples import CASES, PUBLISHED_CASES

KNOWN = {framework.about.id: framework for framework in CATALOGUE}
STATED = ("canonical", "hard")  # folders with a verdict for each option
WORKED = "referee"  # the folder with choices, and what is permissible

Words = dict[str, Any]
"""What is expected of one theory: by option a verdict, or `choice`, `allows`, `forbids`, `applies`."""


class Expected(NamedTuple):
    """What one theory is expected to say of one case."""

    case: str
    framework: str
    words: Words


def _read(folder: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CASES / folder / "expected.json").read_text(encoding="utf-8"))
    return found


def _expectations() -> Iterator[Expected]:
    for folder in STATED:
        for case, rows in _read(folder).items():
            for row in rows:
                yield Expected(f"cases/{folder}/{case}", row["framework"], {"verdicts": row["verdicts"]})
    for case, worked in _read(WORKED).items():
        for framework, words in worked["theories"].items():
            yield Expected(f"cases/{WORKED}/{case}", framework, words)


EXPECTED = tuple(_expectations())


@cache
def _case(name: str) -> Case:
    return case_of(PUBLISHED_CASES[name].scenario)


def _holds(verdict: Verdict, option: str, word: str) -> bool:
    """Return whether a verdict on an option is the stated one; `required` means it alone is chosen."""
    if word == "required":
        return verdict.choice == (option,)
    return verdict.answer(option).permissible is (word == "permitted")


def _mistakes(verdict: Verdict, words: Words) -> Iterator[tuple[str, object, object]]:
    """Yield what differs from what is expected: which word, what it says, and the verdict's choice."""
    if "choice" in words and set(verdict.choice) != set(words["choice"]):
        yield "choice", words["choice"], verdict.choice
    stated = words.get("verdicts", {}) | dict.fromkeys(words.get("allows", ()), "permitted")
    for option, word in (stated | dict.fromkeys(words.get("forbids", ()), "forbidden")).items():
        if not _holds(verdict, option, word):
            yield option, word, verdict.choice


def test_every_case_has_its_file_and_says_something() -> None:
    """Every published case is a file with something expected of it, of theories that there are."""
    folders = tuple(f"cases/{folder}/" for folder in (*STATED, WORKED))
    assert {row.case for row in EXPECTED} == {id for id in PUBLISHED_CASES if id.startswith(folders)}
    assert {row.framework for row in EXPECTED} <= KNOWN.keys()
    assert all(set(row.words) - {"source"} for row in EXPECTED)


@pytest.mark.parametrize("row", EXPECTED, ids=[f"{row.case}-{row.framework}" for row in EXPECTED])
def test_published_verdicts_hold(row: Expected) -> None:
    """A theory's verdict on a published case is the stated one: choice, what is permissible, what is not."""
    found = judge(_case(row.case), KNOWN[row.framework])
    assert found.applicable is row.words.get("applies", True), found.missing
    assert list(_mistakes(found, row.words)) == []
