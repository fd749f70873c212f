"""Perspectives of the camps: each changes enough of the file and gives its reasons."""

from __future__ import annotations

import pytest

from dilemma.scenario import view
from tests.shipped.seed_dilemmas import SEED, document

FEWEST = 5
"""The least number of addresses that a camp sets, not counting reasons."""

VIEWS = [(name, id) for name in SEED for id in document(name).scenario.perspectives]
CAMPS = [(n, id) for n, id in VIEWS if "A what-if" not in str(document(n).scenario.perspectives[id].because)]


@pytest.mark.parametrize("name", SEED)
def test_every_dilemma_has_two_camps(name: str) -> None:
    """Every dilemma has the perspectives of at least two camps."""
    assert len([camp for at, camp in CAMPS if at == name]) >= 2


@pytest.mark.parametrize(("name", "camp"), CAMPS)
def test_a_camp_changes_enough_and_says_why(name: str, camp: str) -> None:
    """A camp sets at least five addresses, and gives a reason for itself and at least five more."""
    perspective = document(name).scenario.perspectives[camp]
    reasons = [address for address in perspective.set if address.endswith(".because")]
    assert perspective.because
    assert len(perspective.set) - len(reasons) >= FEWEST
    assert len(reasons) >= FEWEST


@pytest.mark.parametrize(("name", "id"), VIEWS)
def test_every_perspective_can_be_applied(name: str, id: str) -> None:
    """Every address that a perspective sets exists, and no option is lost."""
    assert view(document(name), id, {}).scenario.options.keys() == document(name).scenario.options.keys()
