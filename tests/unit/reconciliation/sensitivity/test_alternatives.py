"""Choices at other credences: those of the same families, of the same theories, and of the file's panel."""

from __future__ import annotations

from typing import Any

import pytest

import dilemma
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.scenario.views.view import plain_data
from tests.unit.reconciliation.small import reconciled, table

STATED = {"utilitarian": "60%", "kantian": "40%"}


def choices(found: Reconciliation) -> dict[str, tuple[str, ...]]:
    """Return the choice of each method that ran."""
    return {result.about.id: result.choice for result in found.results if result.ran}


def cluster_without(key: str) -> dict[str, Any]:
    """Return the shipped scenario without one of its keys."""
    data = plain_data(dilemma.load("cluster").data)
    assert isinstance(data, dict)
    return {name: value for name, value in data.items() if name != key}


@pytest.mark.parametrize("name", ["cluster", "track-two"])
def test_alternatives_are_what_reconcile_says_at_those_credences(name: str) -> None:
    """Each alternative has the choices that a request for its credences has."""
    document = dilemma.load(name)
    found = dilemma.reconcile(document, credences=STATED, draws=0)
    by_id = {one.id: one for one in found.alternatives}
    assert list(by_id) == ["families", "theories", "panel"]
    assert by_id["families"].choices == choices(dilemma.reconcile(document, draws=0))
    assert by_id["theories"].choices == choices(dilemma.reconcile(document, even=True, draws=0))
    of_panel = dilemma.weigh(document, frameworks=document.scenario.panel)
    assert by_id["panel"].choices == choices(dilemma.reconcile(of_panel, draws=0))


def test_alternatives_do_not_depend_on_the_credences_in_force() -> None:
    """They are the same whatever credences were stated, since they are none of anybody's."""
    document = dilemma.load("cluster")
    stated = dilemma.reconcile(document, credences=STATED, draws=0)
    assert stated.alternatives == dilemma.reconcile(document, draws=0).alternatives


def test_a_method_that_needs_stated_credences_is_left_out() -> None:
    """My favourite theory runs at stated credences, and at none of the alternatives."""
    found = dilemma.reconcile(dilemma.load("cluster"), credences=STATED, draws=0)
    assert "favourite-theory" in choices(found)
    assert all("favourite-theory" not in one.choices for one in found.alternatives)


def test_only_the_panel_has_credence_in_its_alternative() -> None:
    """The panel's comprehensive theories that apply share the credence; its constraints get none."""
    document = dilemma.load("cluster")
    (panel,) = (one for one in dilemma.reconcile(document, draws=0).alternatives if one.id == "panel")
    assert set(panel.credences.votes) < set(document.scenario.panel)
    assert "double-effect" in document.scenario.panel
    assert "double-effect" not in panel.credences.votes


def test_what_a_source_lacks_is_left_out() -> None:
    """A file without a panel has no alternative of it, and a table, without families, none of them either."""
    without = dilemma.load(cluster_without("panel"))
    assert [one.id for one in dilemma.reconcile(without, draws=0).alternatives] == ["families", "theories"]
    of_table = reconciled(table("ab", (3, "ab"), (1, "ba")), "borda")
    assert [(one.id, dict(one.choices)) for one in of_table.alternatives] == [
        ("theories", {"borda": ("a", "b")})
    ]
