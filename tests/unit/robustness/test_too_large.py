"""Files too large to follow every number: what to reduce is told, before time is spent."""

from __future__ import annotations

import pytest

import dilemma
from dilemma.errors import TooLarge
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.graph import Bounds, Graph
from dilemma.reports.media.markdown import markdown
from dilemma.reports.weigh.blocks import weighing_blocks
from dilemma.robustness.cruxes import sweep
from dilemma.robustness.cruxes.crux import cruxes
from dilemma.robustness.dials.dial import dials
from dilemma.robustness.symbolic import recorded
from dilemma.scenario import view
from dilemma.weighing import judge_view

SCENARIO = dilemma.load("library/ransom")


def test_a_graph_of_too_many_nodes_is_refused_with_what_to_reduce() -> None:
    """Recording stops at the limit; the sentence counts what the file holds and says what to reduce."""
    found = dials(SCENARIO.scenario, CATALOGUE)
    free = {dial.address: Bounds(dial.low, dial.high) for dial in found if dial.swept}
    with pytest.raises(TooLarge, match=r"numbers do .*\(\d+ options, .* parties.*reduce options, parties"):
        recorded(SCENARIO.scenario, CATALOGUE, free, Graph(most=3))


def test_cruxes_of_too_many_numbers_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of nodes falls with the number of dials, since each is swept over all that it changes."""
    monkeypatch.setattr(sweep, "MOST_PAIRS", 1000)
    with pytest.raises(TooLarge, match="too large to follow what"):
        cruxes(view(SCENARIO), CATALOGUE)


def test_a_file_too_large_to_sweep_is_weighed_nonetheless() -> None:
    """The verdicts are shown, with the reason why nothing tells how firm they are."""

    def find() -> None:
        raise TooLarge("the file is too large")

    blocks = weighing_blocks(judge_view(view(SCENARIO), CATALOGUE), find)
    text = markdown(blocks)
    assert "How firm these answers are is not told: the file is too large." in text
    assert "| Utilitarian" in text
