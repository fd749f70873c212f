"""`dilemma frameworks`: what each theory says of itself is whole."""

from __future__ import annotations

import json

import pytest

from dilemma.frameworks.bibliography import BIBLIOGRAPHY
from dilemma.frameworks.catalogue import CATALOGUE
from tests.support.schemas import output
from tests.unit.cli.running import dilemma


def test_every_theory_tells_everything() -> None:
    """Each has a claim, steps, a formula, settings with meanings, what it reads, sources, objections."""
    ran = dilemma("frameworks", "--json")
    record = json.loads(ran.out)
    output("frameworks").validate(record)
    assert [row["id"] for row in record["frameworks"]] == [theory.about.id for theory in CATALOGUE]
    for row in record["frameworks"]:
        for key in ("claim", "steps", "formula", "reads", "sources", "objections"):
            assert row[key], (row["id"], key)
        for setting in row["settings"]:
            low, high = setting["interval"]
            assert low <= setting["default"] <= high
            assert setting["meaning"]


def test_every_source_is_in_the_bibliography_and_cited() -> None:
    """No theory cites a work that is not listed, and no work is listed that none cites."""
    cited = {key for theory in CATALOGUE for key in theory.about.sources}
    assert cited == set(BIBLIOGRAPHY)
    assert list(BIBLIOGRAPHY) == sorted(BIBLIOGRAPHY)


@pytest.mark.parametrize("theory", CATALOGUE, ids=lambda theory: theory.about.id)
def test_a_theory_has_a_page(theory) -> None:
    """The page names its formula, each setting and each source in full."""
    ran = dilemma("frameworks", theory.about.id)
    assert ran.code == 0
    assert theory.about.formula in ran.out
    for key in theory.about.sources:
        assert BIBLIOGRAPHY[key] in ran.out


def test_an_unknown_theory_is_told() -> None:
    """A name that is none ends with exit 2 and what is near."""
    ran = dilemma("frameworks", "kantain")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'kantian'?" in ran.err
