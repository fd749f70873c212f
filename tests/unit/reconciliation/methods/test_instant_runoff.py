"""Instant runoff: a theory that ties options first counts in full for each, and majorities are heard."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.unit.reconciliation.small import credences, orders, ran, table, tiers

CASES = {
    "two tied first count one each, not a half": (
        table("abc", (4, "(ab)c"), (3, "c(ab)"), (2, "b(ac)")),
        "b",
    ),
    "c is dropped, though halves of a tied first differ little": (
        table("abc", (4, "cba"), (9, "(ab)c"), (1, "a(bc)"), (2, "acb")),
        "b",
    ),
    "and with a copy of a, where thirds would have b dropped": (
        table("abcz", (4, "cb(az)"), (9, "(abz)c"), (1, "(az)(bc)"), (2, "(az)cb")),
        "b",
    ),
    "what is least is dropped, its credence goes on": (table("abc", (4, "abc"), (3, "bca"), (2, "cba")), "b"),
    "of several least each is dropped in turn": (table("abc", (2, "abc"), (1, "bac"), (1, "cba")), "ab"),
    "a silent theory adds nothing": (table("ab", (9, "(ab)"), (1, "ba")), "b"),
    "one that permits none neither": (table("ab", (9, set()), (1, "ba")), "b"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_winners_are(name: str) -> None:
    """Each small case has the winners that can be reckoned by hand."""
    data, winners = CASES[name]
    assert ran(data, "instant-runoff") == {"instant-runoff": tuple(winners)}


ROWS = st.lists(st.tuples(credences(), orders("abcd")), min_size=1, max_size=5)


@given(ROWS)
def test_what_most_of_the_credence_puts_first_is_heard(rows: list[tuple[Fraction, str]]) -> None:
    """If most of the credence that guides puts one option first, tied or not, some of it does each winner."""
    guiding = [(credence, tiers(said)[0]) for credence, said in rows if len(tiers(said)) > 1]
    whole = sum(credence for credence, _ in guiding)
    winners = ran(table("abcd", *rows), "instant-runoff")["instant-runoff"]
    for option in "abcd":
        with_it = [(credence, first) for credence, first in guiding if option in first]
        if 2 * sum(credence for credence, _ in with_it) > whole:
            assert {*winners} <= {one for _, first in with_it for one in first}


@given(ROWS, st.sets(st.sampled_from("abcd"), min_size=1, max_size=3))
def test_options_that_most_of_the_credence_puts_before_the_rest_win(
    rows: list[tuple[Fraction, str]], favoured: set[str]
) -> None:
    """If most of the credence puts each of some options before each of the rest, all winners are of them."""
    split = [(credence, before_the_rest(tiers(said), favoured)) for credence, said in rows]
    least, most = sum(c for c, solid in split if not solid), sum(c for c, solid in split if solid)
    assume(most)
    more = 1 + least / most
    raised = [(c * more, said) if split[at][1] else (c, said) for at, (c, said) in enumerate(rows)]
    assert {*ran(table("abcd", *raised), "instant-runoff")["instant-runoff"]} <= favoured


def before_the_rest(order: list[list[str]], favoured: set[str]) -> bool:
    """Return whether an order puts each of some options before each of the rest."""
    last = max(place for place, tier in enumerate(order) if favoured & {*tier})
    return all({*tier} <= favoured for tier in order[: last + 1])
