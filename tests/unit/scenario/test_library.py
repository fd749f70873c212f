"""The library: dilemmas to take up and use, each fair to more than one side."""

from __future__ import annotations

import pytest

from dilemma.scenario import load_document, shipped

LIBRARY = tuple(name for name in shipped() if name.startswith("library/"))

FEWEST_SOURCES = 5
FEWEST_CHANGES = 5
OPTIONS = range(3, 7)


def test_there_is_a_library() -> None:
    """A file of the library is found by its own name alone."""
    assert LIBRARY
    own = [name.removeprefix("library/") for name in LIBRARY]
    assert [load_document(name).id for name in own] == own


@pytest.mark.parametrize("name", LIBRARY)
def test_a_library_file_can_be_used_as_it_stands(name: str) -> None:
    """It asks one question, names its field, has a few options and a status quo, and says whom it read."""
    scenario = load_document(name).scenario
    assert scenario.question.endswith("?")
    assert scenario.domain
    assert len(scenario.options) in OPTIONS
    assert scenario.baseline in scenario.options
    assert len(scenario.sources) >= FEWEST_SOURCES


@pytest.mark.parametrize("name", LIBRARY)
def test_a_library_file_lets_two_sides_speak_for_themselves(name: str) -> None:
    """Two perspectives or more say why they see it so, and change at least five numbers or kinds each."""
    perspectives = load_document(name).scenario.perspectives
    assert len(perspectives) > 1
    for view in perspectives.values():
        assert view.because
        changed = [address for address in view.set if not address.endswith(".because")]
        assert len(changed) >= FEWEST_CHANGES
