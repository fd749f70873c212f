"""The parts of a collection: common ground, parting, groups by choice, rounds, and names left out."""

from __future__ import annotations

import pytest

from dilemma.robustness.collection.anonymous import anonymous
from dilemma.robustness.collection.collection import chance_of_exceeding, collected
from dilemma.robustness.collection.rounds import rounds_of
from dilemma.robustness.collection.verdicts import members
from tests.unit.robustness.collection.samples import document, random_views, theories, view_of

OPEN = "beliefs.moscow-open.probability"


def test_common_ground_holds_in_every_view() -> None:
    """What is told to hold in every view does, and what nobody takes nobody takes."""
    found = collected(document("track-two"), random_views("track-two", 40), theories())
    verdicts = found.verdicts
    for at in found.shown:
        sets = {members(verdicts.options, int(set_)) for set_ in verdicts.chosen[:, at]}
        id, told = verdicts.theories[at].id, found.constant()
        assert (id in told) == (len(sets) == 1 and 0 < len(*sets) < len(verdicts.options))
    for option in found.untaken():
        assert all(view.choice != option for view in found.views)


def test_nobody_takes_an_option_that_only_silent_theories_leave() -> None:
    """A theory that leaves every option standing takes none of them."""
    views = [view_of("track-two", choice="B")]
    found = collected(document("track-two"), views, theories(), shown=("kantian", "rossian"))
    assert found.untaken() == ("no-contact", "track-one-half")


def test_who_parts_is_who_chooses_otherwise() -> None:
    """Only somebody who chooses, and whose numbers imply another choice, parts from them."""
    sure = {"virtue": 1}
    views = [
        view_of("track-two", choice="A", credences=sure),
        view_of("track-two", choice="D", credences=sure),
        view_of("track-two", credences=sure),
    ]
    found = collected(document("track-two"), views, theories())
    assert [one.choice for one in found.implied] == [("kyiv-informed",)] * 3
    assert found.parting() == (0,)


def test_groups_by_choice_are_the_choices() -> None:
    """By choice, each group has those who choose an option, the largest first; others are in none."""
    views = [view_of("track-two", choice=one) if one else view_of("track-two") for one in "BABD"] + [
        view_of("track-two")
    ]
    found = collected(document("track-two"), views, theories(), by="choice")
    assert [group.rows for group in found.groups] == [(0, 2), (1,), (3,)]


def test_one_view_is_a_collection() -> None:
    """A single view is one group, divided by nothing."""
    found = collected(document("track-two"), [view_of("track-two")], theories())
    assert (len(found.groups), found.division, found.numbers) == (1, None, ())


def test_the_chance_of_exceeding_is_over_all_pairs() -> None:
    """It is the share of pairs in which the first is greater, ties counted half."""
    import numpy as np

    here, there = np.array([1.0, 2.0, 2.0]), np.array([0.0, 2.0])
    pairs = [(a > b) + 0.5 * (a == b) for a in here for b in there]
    assert chance_of_exceeding(here, there) == pytest.approx(sum(pairs) / len(pairs))


def test_rounds_are_compared_by_name() -> None:
    """People in both rounds are found by name; others are told; moves, choices and distances follow."""
    before = [
        view_of("track-two", name="Ann", choice="A", set={OPEN: 0.2}),
        view_of("track-two", name="Ben", choice="B", set={OPEN: 0.8}),
        view_of("track-two", name="Cy"),
    ]
    after = [
        view_of("track-two", name="Ben", choice="B", set={OPEN: 0.6}),
        view_of("track-two", name="Ann", choice="B", set={OPEN: 0.4}),
        view_of("track-two", name="Di"),
    ]
    found = rounds_of(*(collected(document("track-two"), views, theories()) for views in (before, after)))
    assert found.pairs == ((0, 1), (1, 0))
    assert found.unmatched == (("Cy",), ("Di",))
    assert dict(found.choices) == {("no-contact", "track-two"): 1, ("track-two", "track-two"): 1}
    assert found.agree == (0, 1)
    (move,) = found.moves
    assert (move.moved, move.closer) == (2, 1)
    assert move.before == pytest.approx((0.35, 0.5, 0.65))
    assert move.after == pytest.approx((0.45, 0.5, 0.55))


def test_the_distance_of_two_rounds_is_over_all_pairs() -> None:
    """The mean share of verdicts in which two people differ is that of the definition."""
    views = random_views("track-two", 9, seed=2)
    named = [view._replace(name=str(place)) for place, view in enumerate(views)]
    one = collected(document("track-two"), named, theories())
    found = rounds_of(one, one)
    chosen = one.verdicts.chosen[:, list(one.shown)]
    pairs = [(chosen[a] != chosen[b]).mean() for a in range(9) for b in range(9) if a != b]
    assert found.apart == pytest.approx((sum(pairs) / len(pairs),) * 2)
    assert all(move.closer == 0 and not move.moved for move in found.moves)


def test_anonymous_views_say_nothing_of_whose_they_are() -> None:
    """Names, files, reasons and notes are gone, and the order does not follow from them."""
    views = [
        view_of("track-two", name=name, note="mine", set={OPEN: {"value": at, "because": "So."}})
        for name, at in (("Zoe", 0.3), ("Ann", 0.4), ("Moe", 0.5))
    ]
    bare = anonymous(views)
    assert {one._replace(values=(), own=()) for one in map(hashable, bare)} == {
        hashable(bare[0])._replace(values=(), own=())
    }
    renamed = [view._replace(name="Other", label="b", note=None) for view in views[::-1]]
    assert anonymous(renamed) == bare


def hashable(view: object) -> object:
    """Return a view whose maps are empty, so that it can be in a set."""
    return view._replace(values=(), reasons=(), credences=())  # type: ignore[attr-defined]
