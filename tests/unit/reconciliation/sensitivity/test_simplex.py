"""Shares of all credences: closed forms, laws, and the elections that they count."""

from __future__ import annotations

from collections.abc import Mapping
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dilemma.errors import BadSetting
from dilemma.reconciliation.method import elect
from dilemma.reconciliation.methods.catalogue import METHODS, method_named
from dilemma.reconciliation.profile import Profile
from dilemma.reconciliation.request import request
from dilemma.reconciliation.sensitivity.simplex import (
    DRAWS,
    SEED,
    Simplex,
    credence_blocks,
    simplex_shares,
)
from dilemma.reconciliation.subject import subject_of
from tests.support.samples import THOROUGH
from tests.unit.reconciliation.small import reconciled, table, table_of_data, tables

BY_CREDENCE = ("permissibility", "favourite-option", "borda", "one-step", "split-cycle", "schulze", "minimax")
"""Methods that are one vote by credence if there are two options, and every theory parts them."""

SEARCHING = {"ranked-pairs", "instant-runoff", "nash"}

FEW = 2_000
FEWER = 200
FAR = 5  # standard errors


def simplex(data: Mapping[str, object], *methods: str, draws: int = DRAWS) -> Simplex:
    """Return the shares of all credences on a table."""
    found = reconciled(dict(data), *methods, draws=draws).simplex
    assert found is not None
    return found


def profile(data: Mapping[str, object]) -> Profile:
    """Return the ballots of a table, with one vote each."""
    subject = subject_of(table_of_data(data, "table"))
    ballots = tuple(voter.ballot for voter in subject.voters if voter.ballot)
    return Profile(tuple(subject.options), ballots, (1,) * len(ballots))


def majority(theories: int, on_its_side: int) -> float:
    """Return the chance that so many of the theories together hold over half of the credence.

    Their sum has the distribution Beta(k, n - k) under the uniform distribution; for whole numbers its tail
    is a sum of binomial chances.
    """
    return sum(comb(theories - 1, below) for below in range(on_its_side)) / 2 ** (theories - 1)


@pytest.mark.parametrize(("theories", "on_its_side"), [(2, 1), (3, 1), (3, 2), (5, 2), (7, 6)])
def test_a_vote_by_credence_is_won_as_often_as_the_closed_form_says(theories: int, on_its_side: int) -> None:
    """With two options a share is the chance that one side's theories hold over half of the credence.

    My favourite theory chooses an option as often as a theory of its side has the most: k times in n.
    """
    orders = ["ab"] * on_its_side + ["ba"] * (theories - on_its_side)
    found = simplex(table("ab", *((1, order) for order in orders)), *BY_CREDENCE, "favourite-theory")
    for id in BY_CREDENCE:
        row = found.of(id)
        assert row is not None
        assert row.shares["a"] == pytest.approx(majority(theories, on_its_side), abs=FAR * row.error), id
    favourite = found.of("favourite-theory")
    assert favourite is not None
    assert favourite.shares["a"] == pytest.approx(on_its_side / theories, abs=FAR * favourite.error)


def test_two_of_three_choose_alike() -> None:
    """Of all credences in three theories, three quarters give two of them together over a half."""
    assert majority(3, 2) == 3 / 4


def test_options_that_differ_in_name_only_have_equal_shares() -> None:
    """Where orders run in a circle, every method chooses each option at a third of all credences."""
    found = simplex(table("abc", (1, "abc"), (1, "bca"), (1, "cab")))
    assert {row.method for row in found.methods} == {m.about.id for m in METHODS} - SEARCHING
    for row in found.methods:
        for share in row.shares.values():
            assert share == pytest.approx(1 / 3, abs=FAR * row.error or 1e-9), row.method


def test_a_copy_of_a_theory_changes_the_shares() -> None:
    """Shares depend on how theories are told apart: a copy listed beside its original draws them its way."""
    once = simplex(table("ab", (1, "ab"), (1, "ba")), "borda").methods[0]
    twice = simplex(table("ab", (1, "ab"), (1, "ab"), (1, "ba")), "borda").methods[0]
    assert twice.shares["a"] - once.shares["a"] == pytest.approx(1 / 4, abs=2 * FAR * once.error)


@settings(max_examples=25 if THOROUGH else 8)
@given(tables())
def test_shares_add_up_to_one(drawn: tuple[str, list[tuple[object, object]]]) -> None:
    """By every method the shares are between 0 and 1 with a sum of 1; no error exceeds that of a coin."""
    options, rows = drawn
    found = reconciled(table(options, *rows), draws=FEWER).simplex
    assert (found is None) == (len(rows) < 2)
    for row in found.methods if found else ():
        assert sum(row.shares.values()) == pytest.approx(1)
        assert all(0 <= share <= 1 for share in row.shares.values())
        assert 0 <= row.error <= 0.5 / FEWER**0.5


@settings(max_examples=25 if THOROUGH else 8)
@given(tables(), st.integers(0, 5))
def test_a_share_counts_the_elections_at_each_credence(
    drawn: tuple[str, list[tuple[object, object]]], seed: int
) -> None:
    """The columns have the winners of the method's own election, draw by draw, ties and all."""
    options, rows = drawn
    ballots = profile(table(options, *rows, (1, options)))
    draws, whole = 30, 2**50
    found = simplex_shares(ballots, METHODS, draws, seed)
    assert found is not None
    (columns,) = credence_blocks(found.theories, draws, seed)
    for row in found.methods:
        expected = dict.fromkeys(ballots.options, 0.0)
        for draw in range(draws):
            votes = tuple(round(whole * float(columns[id][draw])) for id in found.theories)
            outcome = elect(method_named(row.method), ballots._replace(votes=votes))
            assert outcome is not None
            for winner in outcome.winners:
                expected[ballots.options[winner]] += 1 / len(outcome.winners) / draws
        assert row.shares == pytest.approx(expected), row.method


def test_credences_are_uniform_over_the_simplex() -> None:
    """Draws add up to 1; each has the mean 1/n and variance (n - 1) / (n² (n + 1)) of a flat Dirichlet."""
    blocks = [*credence_blocks(("a", "b", "c"), 100_000, 0)]
    assert all(sum(block.values()) == pytest.approx(1) for block in blocks)
    for column in (np.concatenate([block[id] for block in blocks]) for id in "abc"):
        assert column.mean() == pytest.approx(1 / 3, abs=0.005)
        assert column.var() == pytest.approx(1 / 18, abs=0.001)


def test_the_seed_decides_the_draws() -> None:
    """The same seed gives the same shares, another seed others within their errors; it is told with them."""
    ballots = profile(table("ab", (1, "ab"), (1, "ba"), (1, "ab")))
    methods = [method_named("borda")]
    first, again, other = (simplex_shares(ballots, methods, FEW, seed) for seed in (SEED, SEED, SEED + 1))
    assert first == again
    assert first is not None
    assert other is not None
    assert (first.draws, first.seed, other.seed) == (FEW, SEED, SEED + 1)
    assert first.methods[0].shares != other.methods[0].shares


def test_an_option_set_aside_has_no_share() -> None:
    """What a veto sets aside stays aside at every credence drawn."""
    found = reconciled(table("abc", (2, {"a", "b"}), (1, "cab")), "borda", veto="1/2", draws=FEW)
    assert found.vetoed == ("c",)
    assert found.simplex is not None
    assert set(found.simplex.methods[0].shares) == {"a", "b"}


def test_no_shares_where_nothing_can_vary() -> None:
    """One theory has one credence; and no draws give no shares. A negative number of draws is refused."""
    assert reconciled(table("ab", (1, "ab")), "borda", draws=FEW).simplex is None
    assert reconciled(table("ab", (1, "ab"), (1, "ba")), "borda", draws=0).simplex is None
    with pytest.raises(BadSetting, match="draws -1"):
        reconciled(table("ab", (1, "ab")), "borda", draws=-1)


def test_request_of_no_methods_counts_the_default_ones() -> None:
    """Unless others are asked for, the shares are those of the five default methods."""
    found = simplex(table("ab", (1, "ab"), (1, "ba")), "default", draws=FEW)
    assert request().methods == ()
    assert [row.method for row in found.methods] == [
        "permissibility",
        "favourite-theory",
        "borda",
        "one-step",
        "split-cycle",
    ]
