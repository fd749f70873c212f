"""Track Two: results that follow from the content of the dilemma, whatever its exact numbers."""

from __future__ import annotations

import pytest

from dilemma.scenario.numbers import best_of
from tests.shipped.seed_dilemmas import choices, document, scores, view_of, weighed

BYSTANDERS = (
    "ukrainian-people",
    "victims",
    "americans",
    "allies",
    "exposed-americans",
    "exposed-others",
)
"""All parties but those killed in the war; without them, only lives at the front are at stake."""

RATES = {"ukrainian-rate": 3.0, "russian-rate": 4.0, "civilian-rate": 0.3}
"""The best estimates of the file, in thousands killed per month."""


@pytest.mark.parametrize("k", [0.01, 0.5, 3.0, 7.0])
def test_the_number_of_deaths_per_month_decides_nothing(k: float) -> None:
    """If only those killed count, the order of options is the same for any number of deaths per month.

    Only the ratio between chance times months gained and chance times months lost can decide. The highest
    number is near the most that the armies at the front can lose.
    """

    def ranks(times: float) -> dict[str, float]:
        at = {f"quantities.{rate}.value": times * best for rate, best in RATES.items()}
        verdict = weighed("track-two", weights=dict.fromkeys(BYSTANDERS, 0), addresses=at)["utilitarian"]
        return {answer.option: answer.rank for answer in verdict.answers}

    assert ranks(k) == ranks(1.0)
    assert len(set(ranks(1.0).values())) == len(ranks(1.0))


def test_telling_kyiv_avoids_infringing_fidelity() -> None:
    """Track 1.5 infringes fidelity and may cost trust; if Kyiv is told, it does not, and trust is safer."""
    before, after = (
        view_of("track-two", view).options["track-one-half"] for view in (None, "if-kyiv-is-told")
    )
    assert before.duties["fidelity"].degree < 0 == after.duties["fidelity"].degree
    informed = view_of("track-two").options["kyiv-informed"]
    assert "fidelity" not in informed.duties
    assert after.consequences["trust"].chance == informed.consequences["trust"].chance
    assert best_of(after.consequences["trust"].chance) < best_of(before.consequences["trust"].chance)


def test_telling_kyiv_raises_track_one_half_alone() -> None:
    """If Kyiv is told, theories of totals turn to Track 1.5, and every theory that turns now permits it.

    No score of another option changes, save in theories whose score of it depends on the other options.
    """
    plain, told = weighed("track-two"), weighed("track-two", "if-kyiv-is-told")
    before = choices(plain)
    turned = {id: choice for id, choice in choices(told).items() if choice != before[id]}
    assert "utilitarian" in turned
    assert all("track-one-half" in choice for choice in turned.values())
    for menu_dependent in ("minimax-regret", "contractualist", "care"):
        del plain[menu_dependent], told[menu_dependent]
    others = [option for option in document("track-two").scenario.options if option != "track-one-half"]
    assert scores(told, others) == pytest.approx(scores(plain, others))
    assert (
        told["utilitarian"].answer("track-one-half").score
        > plain["utilitarian"].answer("track-one-half").score
    )


def test_each_camp_gets_its_own_choice() -> None:
    """By total lives the choice of the proponents is Track 1.5, that of the critics no contact."""
    assert weighed("track-two", "proponents")["utilitarian"].choice == ("track-one-half",)
    assert weighed("track-two", "critics")["utilitarian"].choice == ("no-contact",)


def test_lost_support_counts_on_its_own() -> None:
    """Weakened support is a consequence of its own: it weighs against talks, most against Track 1.5."""
    gone = {"consequences.support-lost.value": 0}
    plain, without = weighed("track-two"), weighed("track-two", addresses=gone)
    weight = {
        answer.option: without["utilitarian"].answer(answer.option).score - answer.score
        for answer in plain["utilitarian"].answers
    }
    assert weight["no-contact"] == 0
    assert 0 < weight["kyiv-informed"] < weight["track-two"] < weight["track-one-half"]


def test_every_option_is_the_participants_to_take() -> None:
    """A mandate is the administration's to give: no option needs one."""
    assert set(document("track-two").scenario.options) == {
        "no-contact",
        "track-two",
        "track-one-half",
        "kyiv-informed",
    }


def test_success_of_the_reported_talks_alone() -> None:
    """If the talks that were held bring the end sooner, theories of outcomes choose them and Ross does."""
    works = weighed("track-two", "if-the-talks-work")
    for theory in ("utilitarian", "rossian", "contractualist"):
        assert works[theory].choice == ("track-one-half",)
