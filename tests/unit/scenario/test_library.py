"""The library: dilemmas to take up and use, each fair to more than one side."""

from __future__ import annotations

import pytest

from dilemma import weigh
from dilemma.case.build import case_of
from dilemma.scenario import load_document, shipped

LIBRARY = tuple(name for name in shipped() if name.startswith("library/"))

FEWEST_SOURCES = 5
FEWEST_CHANGES = 5
FEWEST_THEORIES = 7
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


@pytest.mark.parametrize("name", LIBRARY)
def test_a_library_file_says_what_theories_of_persons_need(name: str) -> None:
    """Parties of people that are struck state their size, and the file what the worst and a breach weigh."""
    scenario = load_document(name).scenario
    struck = case_of(scenario).struck_people
    assert [party.id for party in struck if not party.states_size] == []
    assert scenario.worst is not None
    assert scenario.exchange is not None


@pytest.mark.parametrize("name", LIBRARY)
def test_every_theory_on_the_panel_of_a_library_file_applies(name: str) -> None:
    """The author names only theories that have an answer, and they do not all give the same."""
    document = load_document(name)
    verdicts = {verdict.about.id: verdict for verdict in weigh(document).verdicts}
    panel = document.scenario.panel
    assert len(panel) >= FEWEST_THEORIES
    assert [id for id in panel if not verdicts[id].applicable] == []
    assert len({verdicts[id].choice for id in panel}) > 1


@pytest.mark.parametrize("name", LIBRARY)
def test_each_camp_moves_some_theory(name: str) -> None:
    """With the numbers of a camp some theory on the panel answers otherwise than with the file's own."""
    document = load_document(name)
    panel = set(document.scenario.panel)

    def choices(perspective: str | None) -> dict[str, tuple[str, ...]]:
        verdicts = weigh(document, perspective=perspective).verdicts
        return {verdict.about.id: verdict.choice for verdict in verdicts if verdict.about.id in panel}

    plain = choices(None)
    assert [view for view in document.scenario.perspectives if choices(view) == plain] == []
