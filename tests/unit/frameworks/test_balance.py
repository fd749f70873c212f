"""The balance: the good and the bad that an option brings against the baseline."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma.frameworks.shared.balance import balance_of
from tests.unit.case.small import small

BELIEFS = {"p": {"claim": "p", "probability": 0.25}, "q": {"claim": "q", "probability": 0.25}}
OPTIONS = {"a": {"consequences": {"c": 0.5, "d": 1}}, "b": {"consequences": {"c": 1}}, "none": {}}


def _balances(agency: str = "allows", **fields: Any) -> dict[str, tuple[object, object]]:
    """Return the good and the bad of each option; one party, whose weight is a half."""
    consequences = {
        "c": {"party": "one", "value": -2, "count": 3, "when": "p", "agency": agency},
        "d": {"party": "one", "value": 8, "count": 2, "when": "q"},
    }
    fields = {"options": OPTIONS, "consequences": consequences, **fields}
    case = small(parties={"one": {"weight": 0.5}}, beliefs=BELIEFS, **fields)
    return {act.id: tuple(balance_of(act, case)) for act in case.acts}


def test_changes_are_counted_from_the_baseline() -> None:
    """Each consequence changes by its amount less that under the baseline.

    A harm that only the baseline lists is averted; the baseline itself has no changes.
    """
    assert _balances(baseline="b") == {"a": (0.375 + 2, 0), "b": (0, 0), "none": (0.75, 0)}


def test_a_good_of_the_baseline_that_is_forgone_is_bad() -> None:
    """A consequence that only the baseline lists counts negatively."""
    assert _balances(baseline="a") == {"a": (0, 0), "b": (0, 0.375 + 2), "none": (0.375, 2)}


def test_harm_that_the_baseline_does_is_averted_whole() -> None:
    """Harm that it does, not allows, weighs whole under the option that does it too, and so do both."""
    assert _balances("does", baseline="b") == {"a": (0.75 + 2, 0.375), "b": (0.75, 0.75), "none": (0.75, 0)}


def test_without_a_baseline_everything_is_a_change() -> None:
    """Each consequence is a change of its full amount."""
    found = _balances(options={"a": {"consequences": {"d": 0.25}}, "b": {}})
    assert found == {"a": (0.5, 0), "b": (0, 0)}


@pytest.mark.parametrize("near", [1 - 1e-11, 1.0])
def test_a_change_within_the_tolerance_is_zero(near: float) -> None:
    """A consequence whose amount is Equal to that under the baseline changes by exactly 0."""
    options = {"a": {"consequences": {"d": near}}, "b": {"consequences": {"d": 1}}}
    assert _balances(options=options, baseline="b")["a"] == (0, 0)
