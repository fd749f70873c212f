"""Track Two: what must follow from the substance of the dilemma, whatever its numbers."""

from __future__ import annotations

import pytest

from dilemma.scenario.numbers import best_of
from tests.shipped.looking import choices, document, scores, view_of, weighed

BYSTANDERS = (
    "ukrainian-people",
    "victims",
    "americans",
    "allies",
    "exposed-americans",
    "exposed-others",
)
"""All but the war dead: with them left out, talks cost and gain lives at the front and nothing else."""

RATES = {"ukrainian-rate": 3.9, "russian-rate": 6.7, "civilian-rate": 0.29}
"""The best estimates of the file, thousands killed a month."""


@pytest.mark.parametrize("k", [0.01, 0.5, 3.0, 10.0])
def test_no_body_count_decides(k: float) -> None:
    """War dead alone: however many die a month, the options stand in the same order.

    Only the ratio of chance times months, gained against lost, can decide.
    """

    def ranks(times: float) -> dict[str, float]:
        at = {f"quantities.{rate}.value": times * best for rate, best in RATES.items()}
        verdict = weighed("track-two", weights=dict.fromkeys(BYSTANDERS, 0), addresses=at)["utilitarian"]
        return {answer.option: answer.rank for answer in verdict.answers}

    assert ranks(k) == ranks(1.0)
    assert len(set(ranks(1.0).values())) == len(ranks(1.0))


def test_telling_kyiv_keeps_faith() -> None:
    """Track 1.5 infringes fidelity and may cost trust; with Kyiv told, it does neither to that degree."""
    before, after = (
        view_of("track-two", view).options["track-one-half"] for view in (None, "if-kyiv-is-told")
    )
    assert before.duties["fidelity"].degree < 0 == after.duties["fidelity"].degree
    informed = view_of("track-two").options["kyiv-informed"]
    assert "fidelity" not in informed.duties
    assert after.consequences["trust"].chance == informed.consequences["trust"].chance
    assert best_of(after.consequences["trust"].chance) < best_of(before.consequences["trust"].chance)


def test_telling_kyiv_forces_nothing_else() -> None:
    """That Kyiv is told changes the verdict of no theory, and no figure of an option it is not told of.

    Some theories score an option by the rest of the menu, and these may move.
    """
    plain, told = weighed("track-two"), weighed("track-two", "if-kyiv-is-told")
    assert choices(told) == choices(plain)
    for menu_dependent in ("minimax-regret", "contractualist", "care"):
        del plain[menu_dependent], told[menu_dependent]
    others = [option for option in document("track-two").scenario.options if option != "track-one-half"]
    assert scores(told, others) == pytest.approx(scores(plain, others))
    assert (
        told["utilitarian"].answer("track-one-half").score
        > plain["utilitarian"].answer("track-one-half").score
    )


def test_each_camp_can_see_its_course_win() -> None:
    """By total lives the defenders' view leads to Track 1.5, the objectors' to no contact."""
    assert weighed("track-two", "proponents")["utilitarian"].choice == ("track-one-half",)
    assert weighed("track-two", "critics")["utilitarian"].choice == ("no-contact",)
