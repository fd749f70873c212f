"""Virtue: what is expressed, and what has no mean."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma.errors import InvalidScenario
from tests.unit.frameworks.small import failed, judged, ranks, reason_rows, scores, statuses

BASE = ("base-act",)


def acts(a: dict[str, float], b: dict[str, float] | None = None, weight: float = 4) -> dict[str, Any]:
    """Options by the degree to which they express courage and honesty."""
    return {
        "virtues": {"courage": {"weight": weight}, "honesty": {"weight": 2}},
        "options": {"a": {"virtues": a}, "b": {"virtues": b or {}}},
    }


def test_the_score_is_what_is_expressed() -> None:
    """Σ w · degree orders what is permitted."""
    found = judged("virtue", **acts({"courage": 0.5, "honesty": -0.5}, {"honesty": 1}))
    assert scores(found) == {"a": 1, "b": 2}
    assert found.choice == ("b",)
    assert statuses(found) == {"a": "permitted", "b": "permitted"}
    assert reason_rows(found.answer("a")) == [
        ("virtue", "options.a.virtues.courage", 2, None, None),
        ("virtue", "options.a.virtues.honesty", -1, None, None),
    ]


@pytest.mark.parametrize(
    ("degree", "base", "weight", "fails"),
    [
        (-1, 1, 4, BASE),
        (-0.999, 1, 4, ()),
        (-0.5, 0.5, 4, BASE),
        (-0.5 + 1e-10, 0.5, 4, BASE),
        (-0.49, 0.5, 4, ()),
        (-0.6, 0.5, 4, BASE),
        (-1, 1, 0, ()),
        (-1, 1, 1, BASE),
        (-1, 1, 0.99, ()),
        (0, 0.01, 4, ()),
    ],
)
def test_some_acts_have_no_mean(degree: float, base: float, weight: float, fails: tuple[str, ...]) -> None:
    """A vice expressed to β or further is base, of a virtue that counts at all (EN 1107a8)."""
    found = judged("virtue", {"base": base}, **acts({"courage": degree, "honesty": 1}, weight=weight))
    assert failed(found) == {"a": fails, "b": ()}
    base_act = ("base", "options.a.virtues.courage", degree, None, None)
    assert [reason for reason in reason_rows(found.answer("a")) if reason[0] == "base"] == (
        [base_act] if fails else []
    )


@pytest.mark.parametrize(
    ("major", "weight", "fails"),
    [(0.5, 2, BASE), (0.5, 1.9, ()), (0, 0.1, BASE), (0, 0, ()), (1, 4, BASE), (1, 3.9, ()), (1, 9, BASE)],
)
def test_only_a_major_virtue_makes_an_act_base(major: float, weight: float, fails: tuple[str, ...]) -> None:
    """One of at least `major` times the greatest weight of those that some option touches."""
    fields: dict[str, Any] = {
        "virtues": {"small": {"weight": weight}, "great": {"weight": 4}, "untouched": {"weight": 10}},
        "options": {"a": {"virtues": {"small": -1}}, "b": {"virtues": {"great": 0}}},
    }
    assert failed(judged("virtue", {"major": major}, **fields))["a"] == fails


def test_a_base_act_ranks_below_all_that_is_not() -> None:
    """Whatever else it expresses."""
    found = judged("virtue", **acts({"honesty": -1, "courage": 1}, {"courage": -0.9}))
    assert ranks(found) == {"a": 2, "b": 1}
    assert statuses(found) == {"a": "forbidden", "b": "required"}


def test_a_tragic_dilemma_permits_none() -> None:
    """Where every option is base there is no right act (Hursthouse 1999); the order is still told."""
    found = judged("virtue", **acts({"honesty": -1}, {"courage": -1}))
    assert found.permits_none
    assert found.choice == ()
    assert ranks(found) == {"a": 1, "b": 2}


def test_base_is_above_0_and_at_most_1() -> None:
    """At 0 whatever expresses no virtue would be base: the file is refused."""
    for base in (0, 1.01):
        with pytest.raises(InvalidScenario, match="above 0 and at most 1"):
            judged("virtue", {"base": base}, **acts({}))


def test_it_needs_a_virtue() -> None:
    """Without a virtue declared it does not apply; with one it does, expressed or not."""
    found = judged("virtue", duties={"d": {}}, options={"a": {"duties": {"d": 1}}, "b": {}})
    assert found.missing == ("no virtue is declared",)
    assert judged("virtue", **acts({})).silent
