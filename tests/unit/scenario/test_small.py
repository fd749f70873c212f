"""The small files: a case of twenty lines for each idea, the first to copy."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from dilemma.scenario import load_document, shipped
from tests.support.samples import SHIPPED
from tests.unit.cli.running import dilemma

SMALL = tuple(name for name in shipped() if name.startswith("small/"))

IDEAS = {"means", "consent", "promise", "risk", "aid", "loyalty", "rule", "future-people"}
MOST_LINES = 20
LONGEST_LINE = 120
FEWEST_THEORIES = 15
FEWEST_A_SIDE = 2

TRY = re.compile(r"^# Teaches: .+ Try\b.*: (?P<flags>-\S .+)$")
"""The second line of a small file: what it teaches, and flags that turn a theory."""


def choices(name: str, *flags: str) -> dict[str, list[str]]:
    """Return the choice of each theory that applies, by id."""
    ran = dilemma("weigh", name, "--json", *flags)
    assert ran.code == 0, ran.err
    return {
        verdict["id"]: verdict["choice"]
        for verdict in json.loads(ran.out)["frameworks"]
        if verdict["applicable"]
    }


def test_there_is_one_for_each_idea() -> None:
    """Eight ideas, a file each, found by the name of the idea."""
    assert {name.removeprefix("small/") for name in SMALL} == IDEAS
    assert [load_document(idea).id for idea in sorted(IDEAS)] == sorted(IDEAS)


@pytest.mark.parametrize("name", SMALL)
def test_it_can_be_read_at_a_glance(name: str) -> None:
    """At most twenty lines, none of them long."""
    lines = (SHIPPED / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert max(map(len, lines)) <= LONGEST_LINE


@pytest.mark.parametrize("name", SMALL)
def test_most_theories_apply_and_they_divide(name: str) -> None:
    """Most of the theories apply, and two or more choose each of two options alone."""
    found = choices(name)
    assert len(found) >= FEWEST_THEORIES
    alone = Counter(choice[0] for choice in found.values() if len(choice) == 1)
    assert sum(count >= FEWEST_A_SIDE for count in alone.values()) > 1


@pytest.mark.parametrize("name", SMALL)
def test_what_it_says_to_try_turns_a_theory(name: str) -> None:
    """The change that the file proposes turns the choice of at least one theory."""
    said = TRY.match((SHIPPED / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[1])
    assert said
    before, after = choices(name), choices(name, *said["flags"].split())
    assert any(after.get(theory) != choice for theory, choice in before.items())
