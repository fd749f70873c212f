"""Every theory of the catalogue has the shape that files, flags and reports rely on."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields

import pytest

from dilemma.frameworks.bibliography import BIBLIOGRAPHY
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.description import claim, needed, steps
from dilemma.frameworks.framework import About, Family, Framework, Gives, Standing, intervals
from tests.unit.frameworks.small import judged

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NARROW = 16  # as many letters as a narrow table has for a theory
SHORT = 9  # and for a test

every_theory = pytest.mark.parametrize("framework", CATALOGUE, ids=lambda framework: framework.about.id)


def test_ids_and_names_are_told_apart() -> None:
    """No two theories share an id, a class, a name or a short name."""
    abouts = [framework.about for framework in CATALOGUE]
    for reason_rows in (
        [about.id for about in abouts],
        [type(framework) for framework in CATALOGUE],
        [about.name for about in abouts],
        [about.short or about.name for about in abouts],
    ):
        assert len(set(reason_rows)) == len(reason_rows)


@every_theory
def test_a_theory_stands_in_the_file_of_its_id(framework: Framework) -> None:
    """The module is called as the id is, and the id is one that files and flags can hold."""
    id = framework.about.id
    assert IDENTIFIER.fullmatch(id)
    assert type(framework).__module__ == f"dilemma.frameworks.catalogue.{id.replace('-', '_')}"


@every_theory
def test_nothing_of_a_skeleton_remains(framework: Framework) -> None:
    """What the scaffold leaves to be written has been written."""
    assert "TODO" not in inspect.getsource(inspect.getmodule(framework))  # type: ignore[arg-type]


@every_theory
def test_a_title_block_is_whole(framework: Framework) -> None:
    """It has a family, what it gives, a standing, a formula, what it reads, works we list, two objections."""
    about = framework.about
    assert isinstance(about, About)
    assert (about.family in Family, about.gives in Gives, about.standing in Standing) == (True, True, True)
    assert len(about.short or about.name) <= NARROW
    assert about.formula
    assert about.reads
    assert about.sources
    assert set(about.sources) <= set(BIBLIOGRAPHY)
    assert len(about.objections) == 2
    assert claim(framework)
    assert [step[:3] for step in steps(framework)] == [f"{n}. " for n in range(1, len(steps(framework)) + 1)]
    assert needed(framework)


@every_theory
def test_what_is_missing_is_said_in_plain_words(framework: Framework) -> None:
    """What a file lacks for a theory is said without the syntax of files: who sees no file reads it too."""
    bare = {"options": {"a": {}, "b": {}}}
    missing = [
        said
        for part, entry in (("duties", {"owed_to": "one"}), ("virtues", {}))
        for said in judged(framework.about.id, **bare, **{part: {"only": entry}}).missing
    ]
    assert missing
    assert [said for said in missing if re.search(r"`|\w: ?(true|rule)\b|\w-\w+,", said)] == []


@every_theory
def test_a_setting_has_an_interval_about_its_default(framework: Framework) -> None:
    """Each setting is a number within its interval, which says what it means."""
    ends = intervals(framework)
    assert set(ends) == {setting.name for setting in fields(framework)}
    for name, interval in ends.items():
        assert IDENTIFIER.fullmatch(name)
        assert interval.least <= getattr(framework, name) <= interval.high
        assert interval.in_words


@every_theory
def test_a_test_has_words(framework: Framework) -> None:
    """A test has a name, one for a narrow table, and a sentence where it is passed; ids are told apart."""
    tests = framework.about.tests
    assert len({test.id for test in tests}) == len(tests)
    for test in tests:
        assert IDENTIFIER.fullmatch(test.id)
        assert test.name
        assert 0 < len(test.short) <= SHORT
        assert test.passed


@every_theory
def test_a_theory_that_ranks_forbids_by_a_test_it_names(framework: Framework) -> None:
    """Who says only what is permitted has at least one test; without any, a theory ranks."""
    assert framework.about.tests or framework.about.gives is not Gives.TIERS


@every_theory
def test_a_theory_stays_as_it_is(framework: Framework) -> None:
    """What a theory is set to cannot be changed while it judges."""
    assert vars(type(framework))["__dataclass_params__"].frozen
