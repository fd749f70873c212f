"""Harm: what is done, what is relieved, what liability excuses and what consent may be presumed."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma.case import Case
from tests.unit.case.small import act, effect_harm, small

HARM = {"party": "one", "value": -1}
LOSS = {"party": "two", "value": -1}


def cut(
    before: Any = None,
    now: Any = None,
    party: dict[str, Any] | None = None,
    rows: dict[str, Any] | None = None,
    **fields: Any,
) -> Case:
    """Return a case of W 2 with a harm `c` under `a`, and other rows under `a` and the baseline `b`.

    The baseline is worse for `two`, so that no harm of `a` is needless.
    """
    return small(
        parties={"one": {"size": 4, **(party or {})}, "two": {}},
        **{"worst": 2, "baseline": "b"} | fields,
        consequences={"c": {**HARM, "count": 4}, "d": {**HARM, "count": 4}, "worse": LOSS, **(rows or {})},
        options={
            "a": {"consequences": {"c": 1} if now is None else now},
            "b": {"consequences": {"worse": 1, **(before or {})}},
        },
    )


ALLOWED = {"agency": "allows"}


@pytest.mark.parametrize(
    ("before", "now", "gross"),
    [
        ({}, {"c": 1}, 4),
        ({}, {"c": 0.5}, 2),
        ({}, {"c": ALLOWED}, 0),
        ({}, {"c": {"value": 1}}, 0),
        ({"c": {**ALLOWED, "chance": 0.25}}, {"c": 1}, 3),
        ({"c": {**ALLOWED, "count": 1}}, {"c": 1}, 3),
        ({"c": ALLOWED}, {"c": 0.5}, 0),
        ({"c": {**ALLOWED, "value": 1}}, {"c": 1}, 4),
        ({"c": {"agency": "does"}}, {"c": 1}, 4),
    ],
)
def test_what_would_have_happened_anyway_is_not_done(before: Any, now: Any, gross: float) -> None:
    """D₀ is what is done beyond what the baseline allows; what the baseline itself does is no excuse."""
    for weight in (1, 0.5):  # which plays no part
        assert effect_harm(cut(before, now, {"weight": weight}), "c").gross == gross


@pytest.mark.parametrize(
    ("before", "now", "relief"),
    [
        ({"d": ALLOWED}, {}, 1),
        ({"d": ALLOWED}, {"d": 0.25}, 0.75),
        ({"d": ALLOWED}, {"d": {"value": 5}}, 1),
        ({"d": {**ALLOWED, "value": 1}}, {}, 0),
        ({"d": {"agency": "does"}}, {}, 0),
        ({"d": {**ALLOWED, "count": 2}}, {}, 0),
        ({"d": ALLOWED}, {"d": {"count": 2}}, 0),
        ({"d": ALLOWED}, {"d": {"count": 0}}, 1),
        ({"d": {**ALLOWED, "chance": 0.5}}, {"d": 1}, 0),
        ({"e": ALLOWED}, {}, 0),
        ({"d": ALLOWED, "f": {"agency": "does"}}, {"d": 1}, 0),
        ({"d": ALLOWED, "f": ALLOWED}, {}, 2),
    ],
)
def test_relief_is_harm_averted_from_all_members(before: Any, now: Any, relief: float) -> None:
    """Only harm that the baseline allows, of rows that strike all or none, to the same people."""
    rows = {"e": {"party": "two", "value": -1, "count": 4}, "f": {**HARM, "count": 4}}
    case = cut(before, {"c": 1, **now}, {"weight": 0.5}, rows=rows)
    assert case.harms.relief(act(case, "a"), case.parties["one"]) == relief
    assert case.harms.relief(act(case, "b"), case.parties["one"]) == 0


def test_without_a_baseline_there_is_no_relief() -> None:
    """Nothing is averted where there is nothing to compare with."""
    case = cut({"d": ALLOWED}, baseline=None)
    assert case.harms.relief(act(case, "a"), case.parties["one"]) == 0
    assert effect_harm(case, "c").done == 4


def spread(case: Case) -> dict[str, tuple[Any, Any]]:
    """Return D and D′ of each harm under `a`."""
    return {e.id: (case.harm(e).done, case.harm(e).unexcused) for e in act(case, "a").effects}


def test_relief_and_liability_are_spread_over_the_harms() -> None:
    """In proportion to what is done to one who is struck, so that none is used twice."""
    rows = {"e": {**HARM, "count": 4}}
    case = cut({"d": {**ALLOWED, "chance": 0.5}}, {"c": 0.75, "e": 0.25}, {"liable": 0.1}, rows)
    # relief 0.5 for each of four; λW is 0.2 each; three quarters of both fall to c
    assert spread(case) == {
        "c": (pytest.approx(3 - 1.5), pytest.approx(3 - 1.5 - 0.6)),
        "e": (pytest.approx(1 - 0.5), pytest.approx(1 - 0.5 - 0.2)),
    }


def test_one_who_is_struck_is_relieved_once() -> None:
    """Where a harm strikes one of four, the relief of the other three does not make it good."""
    case = cut({"d": {**ALLOWED, "chance": 0.5}}, {"c": {"count": 1}})
    assert spread(case) == {"c": (0.5, 0.5)}
    assert spread(cut({"d": ALLOWED}, {"c": {"count": 1}})) == {"c": (0, 0)}


@pytest.mark.parametrize(("liable", "unexcused"), [(0, 4), (0.25, 2), (0.5, 0), (1, 0)])
def test_liability_excuses_up_to_its_share_of_the_worst(liable: float, unexcused: float) -> None:
    """λ · W for each, and any harm at 1; what is done is told whole."""
    harm = effect_harm(cut(party={"liable": liable}), "c")
    assert (harm.done, harm.unexcused) == (4, unexcused)
    assert harm.wrongs is (unexcused > 0)


def test_liability_to_any_harm_exceeds_the_worst() -> None:
    """At 1 it is not bounded by W."""
    assert effect_harm(cut(now={"c": {"value": -9}}, party={"liable": True}), "c").unexcused == 0
    assert effect_harm(cut(now={"c": {"value": -9}}, party={"liable": 0.5}), "c").unexcused == 32


@pytest.mark.parametrize(
    ("gentler", "tags", "liability"),
    [
        ({"c": 0.5}, [], 0),
        ({"c": 0.5}, ["military-advantage"], 1),
        ({"c": 0.5, "d": 0.5}, [], 1),
        ({"c": 0.5, "e": 1}, [], 1),
        ({"c": 0.5, "f": 1}, [], 0),
    ],
)
def test_needless_harm_excuses_nobody(gentler: Any, tags: list[str], liability: float) -> None:
    """Liability is lost beside an option that leaves it better off and nobody of kind people worse."""
    case = small(
        parties={"one": {"size": 4, "liable": True}, "two": {}, "firm": {"kind": "institution"}},
        consequences={
            "c": {**HARM, "count": 4, "tags": tags},
            "d": {**HARM, "count": 4},
            "e": {"party": "two", "value": -1},
            "f": {"party": "firm", "value": -1},
        },
        options={"a": {"consequences": {"c": 1}}, "p": {"consequences": gentler}},
    )
    assert case.harms.liability(act(case, "a"), case.parties["one"]) == liability


@pytest.mark.parametrize(
    ("role", "chance", "party", "wronging"),
    [
        ("side-effect", 0.5, {}, 0.5),
        ("removes-threat", 0.5, {}, 0.5),
        ("means", 0.5, {}, 1),
        ("end", 1e-9, {}, 1),
        ("means", 0, {}, 0),
        ("means", 0.5, {"liable": 0.1}, 0.8),
        ("side-effect", 0.5, {"liable": 0.1}, 0.3),
        ("means", 1, {"liable": True}, 0),
    ],
)
def test_a_means_wrongs_whatever_its_chance(
    role: str, chance: float, party: dict[str, Any], wronging: float
) -> None:
    """It is δ · |v| for a means or an end, else d, each less what they are liable to."""
    harm = effect_harm(cut(now={"c": {"role": role, "chance": chance}}, party=party), "c")
    assert harm.wronging == pytest.approx(wronging)
    assert harm.wrongs is (wronging > 0)


@pytest.mark.parametrize(
    ("before", "now", "wronging"),
    [
        ({"d": ALLOWED}, {"c": {"role": "means", "value": -0.5}}, 0),
        ({"d": ALLOWED}, {"c": {"role": "means"}}, 1),
        ({"d": ALLOWED, "c": {"value": -0.5}}, {"c": {"role": "means"}}, 0),
        ({"d": ALLOWED, "c": {"value": -0.5, "count": 1}}, {"c": {"role": "means"}}, 0),
        ({"d": ALLOWED}, {"c": {"role": "means", "value": -3, "count": 1}}, 3),
        ({"d": ALLOWED}, {"c": {"role": "means", "value": -0.9}, "e": 1}, 0.9),
        ({"d": ALLOWED}, {"c": {"value": -3, "count": 1}}, 2),
        ({"d": {**ALLOWED, "chance": 0.5}}, {"c": {"value": -1}}, 0.5),
    ],
)
def test_the_amputee_is_not_wronged_and_the_cabin_boy_is(before: Any, now: Any, wronging: float) -> None:
    """A means does no wrong if the same people are on balance spared more than all that is added to them."""
    rows = {"e": {**HARM, "value": -0.2, "count": 4}}
    assert effect_harm(cut(before, now, rows=rows), "c").wronging == pytest.approx(wronging)


def test_a_harm_too_slight_to_be_told_from_none_is_a_harm() -> None:
    """Where nothing is taken off, the sign is exact."""
    assert effect_harm(cut(now={"c": 1e-12}), "c").wrongs is True


@pytest.mark.parametrize(
    ("before", "rows", "count", "consented"),
    [
        ({"d": ALLOWED}, {}, 4, True),
        ({"d": {**ALLOWED, "chance": 0.9}}, {}, 4, False),
        ({"d": {"agency": "does"}}, {}, 4, True),
        ({}, {"good": {"party": "one", "value": 1, "count": 4}}, 4, True),
        ({}, {"good": {"party": "one", "value": 1, "count": 1}}, 4, False),
        ({}, {"good": {"party": "two", "value": 5}}, 4, False),
        ({}, {}, 4, False),
    ],
)
def test_consent_is_presumed_where_they_gain_as_much_as_they_lose(
    before: Any, rows: Any, count: float, consented: bool
) -> None:
    """Goods and harm averted of any agency count, if they reach all of the same people."""
    now = {"c": {"consented": "presumed", "count": count}, **dict.fromkeys(rows, 1)}
    harm = effect_harm(cut(before, now, rows=rows), "c")
    assert harm.consented is consented
    assert harm.is_wrong is not consented or not harm.wrongs


def test_consent_is_presumed_by_what_may_be_expected() -> None:
    """A means counts by its chance here; each who is struck must gain as much, and so must all."""
    one_in_ten = {"c": {"consented": "presumed", "role": "means", "chance": 0.1}}
    assert effect_harm(cut({"d": {**ALLOWED, "chance": 0.1}}, one_in_ten), "c").consented is True
    few = {"c": {"consented": "presumed", "value": -2, "count": 1}}
    assert effect_harm(cut({"d": ALLOWED}, few), "c").consented is False
    two = {"c": {"consented": "presumed", "value": -0.6}, "e": 1}
    rows = {"e": {**HARM, "value": -0.6, "count": 4}}
    assert effect_harm(cut({"d": ALLOWED}, two, rows=rows), "c").consented is False


def test_no_consent_is_presumed_without_a_baseline_or_under_it() -> None:
    """There is nothing that the same people are spared."""
    now = {"c": {"consented": "presumed", "chance": 0}}
    assert effect_harm(cut({"d": ALLOWED}, now, baseline=None), "c").consented is False
    assert effect_harm(cut({"d": ALLOWED}, now, baseline="a"), "c").consented is False
    assert effect_harm(cut({"d": ALLOWED}, now), "c").consented is True
