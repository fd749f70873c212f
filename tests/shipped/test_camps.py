"""The views of the camps: each is a whole view, and gives its reasons."""

from __future__ import annotations

import pytest

from dilemma.scenario import view
from tests.shipped.looking import SEED, document

FEWEST = 5
"""Addresses a whole view sets at the least, reasons not counted."""

VIEWS = [(name, id) for name in SEED for id in document(name).scenario.perspectives]
CAMPS = [(n, id) for n, id in VIEWS if "A what-if" not in str(document(n).scenario.perspectives[id].because)]


@pytest.mark.parametrize("name", SEED)
def test_no_dilemma_has_one_camp(name: str) -> None:
    """Every dilemma lets at least two sides speak for themselves."""
    assert len([camp for at, camp in CAMPS if at == name]) >= 2


@pytest.mark.parametrize(("name", "camp"), CAMPS)
def test_a_camp_is_a_whole_view(name: str, camp: str) -> None:
    """A camp sets at least five things and says why it holds them."""
    perspective = document(name).scenario.perspectives[camp]
    reasons = [address for address in perspective.set if address.endswith(".because")]
    assert perspective.because
    assert len(perspective.set) - len(reasons) >= FEWEST
    assert len(reasons) >= FEWEST


@pytest.mark.parametrize(("name", "id"), VIEWS)
def test_every_view_can_be_taken(name: str, id: str) -> None:
    """Every address a view sets exists, and the file it leaves is whole."""
    assert view(document(name), id, {}).scenario.options.keys() == document(name).scenario.options.keys()
