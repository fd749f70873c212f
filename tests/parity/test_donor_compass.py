"""The published cases of Donor Compass, where a checkout of it is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from pathlib import Path

import pytest

from dilemma.reconciliation.profile import Profile

from . import donor_compass
from .donor_compass import CLOSE, Case, difference, shares
from .study import study

PUBLISHED = donor_compass.published_file()

needs_checkout = pytest.mark.skipif(
    PUBLISHED is None, reason="DILEMMA_DONOR_COMPASS names no file of cases: see tests/parity/README.md"
)


def published() -> Path:
    """Return the file of published cases."""
    assert PUBLISHED is not None
    return PUBLISHED


def differing(method: str) -> list[Case]:
    """Return the published cases of a method that differ from ours."""
    return [
        one for one in donor_compass.cases(published()) if one.method == method and difference(one) > CLOSE
    ]


@needs_checkout
def test_the_file_states_what_is_measured() -> None:
    """The study's file holds, for each method, how many published cases agree."""
    measured = donor_compass.ours(published())
    assert {row["what"]: row["ours"] for row in study(donor_compass.NAME)["rows"]} == measured


@needs_checkout
def test_a_favourite_differs_only_where_several_are() -> None:
    """Of several worldviews with the most credence theirs follows the first; so does ours if it has more."""

    def first_favourite(method: str, profile: Profile) -> Sequence[float]:
        more, *others = (100 * votes for votes in profile.votes)
        return shares(method, profile._replace(votes=(more + 1, *others)))

    cases = differing("myFavoriteTheory")
    assert cases
    assert all(difference(case, first_favourite) <= CLOSE for case in cases)


@needs_checkout
def test_maximin_differs_by_its_definition() -> None:
    """Theirs takes the greatest least of credence × value, and on from least to greatest where these tie."""

    def lexicographic(_method: str, profile: Profile) -> Sequence[float]:
        return first_of(
            [
                tuple(
                    sorted(
                        vote * one.scores[o]
                        for one, vote in zip(profile.ballots, profile.votes, strict=True)
                        if one.scores
                    )
                )
                for o in range(len(profile.options))
            ],
            profile.options,
        )

    cases = differing("lexicographicMaximin")
    assert cases
    assert all(difference(case, lexicographic) <= CLOSE for case in cases)


@needs_checkout
def test_nash_differs_by_its_definition() -> None:
    """Theirs takes the one project with the greatest product of values, without credences or lots."""

    def product(_method: str, profile: Profile) -> Sequence[float]:
        products = [
            prod(one.scores[o] for one in profile.ballots if one.scores) for o in range(len(profile.options))
        ]
        return first_of(products, profile.options)

    cases = differing("nashBargaining")
    assert cases
    assert all(difference(case, product) <= CLOSE for case in cases)


def first_of(scores: Sequence[float] | Sequence[tuple[float, ...]], options: Sequence[str]) -> list[float]:
    """Return everything for the option with the greatest score, the first by name where several have it."""
    best = max(scores)
    first = min(name for name, score in zip(options, scores, strict=True) if score == best)
    return [float(name == first) for name in options]
