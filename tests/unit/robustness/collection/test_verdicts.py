"""Verdicts of many views, judged as columns, against each view weighed by itself."""

from __future__ import annotations

import pytest

from dilemma.reconciliation.summary import summary
from dilemma.robustness.collection.bases import bases
from dilemma.robustness.collection.implied import implied_choices
from dilemma.robustness.collection.numbers import values_by_view
from dilemma.robustness.collection.verdicts import DOES_NOT_APPLY, members, verdicts_of
from dilemma.scenario import view
from dilemma.scenario.views.adoption import with_views
from dilemma.scenario.views.view import value_at
from dilemma.weighing import Weighing, judge_view
from tests.support.samples import THOROUGH
from tests.unit.robustness.collection.samples import document, random_views, theories, view_of

COUNT = 120 if THOROUGH else 24


def weighed(name: str, one: object) -> Weighing:
    """Return a view weighed by itself."""
    adopted, (id,) = with_views(document(name), [one])  # type: ignore[list-item]
    return judge_view(view(adopted, id), theories())


@pytest.mark.parametrize("name", ["track-two", "cluster", "negotiations"])
def test_columns_say_what_weigh_says(name: str) -> None:
    """Every theory chooses and permits in a collection what it does when the view is weighed alone."""
    views = random_views(name, COUNT)
    verdicts = verdicts_of(list(bases(document(name), views, theories())), theories(), len(views))
    implied = implied_choices(verdicts, [one.credences for one in views])
    for row, one in enumerate(views):
        weighing = weighed(name, one)
        for at, verdict in enumerate(weighing.verdicts):
            chosen, permitted = int(verdicts.chosen[row, at]), int(verdicts.permitted[row, at])
            assert (chosen == DOES_NOT_APPLY) == (not verdict.applicable)
            assert members(verdicts.options, chosen) == verdict.choice
            allowed = tuple(answer.option for answer in verdict.answers if answer.permissible)
            assert members(verdicts.options, permitted) == allowed
        told = summary(weighing)
        assert told is None or implied[row].choice == told.choice


def test_views_that_differ_only_in_numbers_share_a_base() -> None:
    """Views share a base unless they set what is no number, or a number that the file does not state."""
    views = [
        view_of("track-two", set={"beliefs.moscow-open.probability": 0.3}),
        view_of("track-two", set={"duties.fidelity.weight": 3}),
        view_of("track-two"),
        view_of("track-two", set={"options.kyiv-informed.beliefs.sooner.probability": 0.02}),
        view_of("track-two", set={"options.kyiv-informed.beliefs.sooner.probability": 0.05}),
        view_of("track-two", set={"duties.no-recognition.kind": "absolute"}),
        view_of("track-two", set={"duties.no-recognition.because": "So it is."}),
    ]
    rows = [base.rows for base in bases(document("track-two"), views, theories())]
    assert rows == [(0, 1, 2, 6), (3, 4), (5,)]


def test_a_number_that_a_view_does_not_set_is_the_files() -> None:
    """The value in force in each view is what it sets, else what the file says."""
    views = random_views("track-two", COUNT, seed=3)
    values = values_by_view(list(bases(document("track-two"), views, theories())), len(views))
    for row, one in enumerate(views):
        adopted, (id,) = with_views(document("track-two"), [one])
        scenario = view(adopted, id).scenario
        for address, (_, column) in values.items():
            there = value_at(scenario, tuple(address.split(".")))
            best = getattr(there, "best", there)
            if isinstance(best, float):
                assert column[row] == pytest.approx(best, rel=1e-15), (row, address)


def test_a_range_counts_by_its_best_estimate() -> None:
    """A view may set a range; its best estimate is the number in force."""
    one = view_of("track-two", set={"beliefs.moscow-open.probability": (0.2, 0.3, 0.5)})
    (base,) = bases(document("track-two"), [one], theories())
    assert base.columns["beliefs.moscow-open.probability"].tolist() == [0.3]


ALONE = {
    "a level that the file does not state": {"parties.ukrainian-soldiers.level": 0},
    "a number, then the map that holds it": {
        "parties.kyiv.weight": 3,
        "parties.kyiv": {"name": "K", "weight": 1},
    },
    "a map, then a number in it": {"parties.kyiv": {"name": "K", "weight": 1}, "parties.kyiv.weight": 3},
    "nothing": {},
}


@pytest.mark.parametrize("case", ALONE)
def test_what_is_stated_counts_as_stated(case: str) -> None:
    """Beside others, a view has the verdicts that it has alone, however it states its settings."""
    party = next(iter(document("track-two").scenario.parties))
    settings = {address.replace("kyiv", party): value for address, value in ALONE[case].items()}
    settings = {at.replace("ukrainian-soldiers", party): value for at, value in settings.items()}
    views = [view_of("track-two", set=settings), *random_views("track-two", 3)]
    verdicts = verdicts_of(list(bases(document("track-two"), views, theories())), theories(), len(views))
    for at, verdict in enumerate(weighed("track-two", views[0]).verdicts):
        assert members(verdicts.options, int(verdicts.chosen[0, at])) == verdict.choice
        assert (verdicts.chosen[0, at] == DOES_NOT_APPLY) == (not verdict.applicable)
