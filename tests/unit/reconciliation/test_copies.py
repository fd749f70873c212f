"""An exact copy of an option, which every theory ties with it: what it moves, and what it does not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.reconciliation.small import FEW_EXAMPLES, credences, orders, ran, table

UNMOVED_BY_ORDERS = (
    *("permissibility", "favourite-theory", "favourite-option", "split-cycle"),
    *("schulze", "minimax", "ranked-pairs", "instant-runoff"),
)
UNMOVED_BY_SCORES = ("expected-range", "expected-raw", "maximin")


def merged(winners: tuple[str, ...]) -> set[str]:
    """Return winners by option, the copy `z` of `a` taken for `a`."""
    return {"a" if option == "z" else option for option in winners}


TIED_FIRST = [
    (Fraction(4), "cbd(a)"),
    (Fraction(9), "(ab)dc"),
    (Fraction(1), "(a)(bc)d"),
    (Fraction(2), "(a)cbd"),
]
"""Were a tied first split evenly, a copy of a would have b dropped before c."""


@pytest.mark.parametrize("method", UNMOVED_BY_ORDERS)
@example(rows=TIED_FIRST)
@FEW_EXAMPLES
@given(rows=st.lists(st.tuples(credences(), orders("abcd")), min_size=1, max_size=5))
def test_a_copy_changes_nothing(method: str, rows: list[tuple[Fraction, str]]) -> None:
    """With a copy of an option the winners are what they were; where the option wins, so does its copy."""
    copied = [(credence, said.replace("a", "az")) for credence, said in rows]
    before = ran(table("abcd", *rows), method)[method]
    after = ran(table("abcdz", *copied), method)[method]
    assert merged(after) == {*before}
    assert ("a" in after) == ("z" in after)


SCORES = st.lists(st.integers(-4, 4), min_size=4, max_size=4)


@pytest.mark.parametrize("method", [*UNMOVED_BY_ORDERS, *UNMOVED_BY_SCORES])
@FEW_EXAMPLES
@given(rows=st.lists(st.tuples(credences(), SCORES), min_size=1, max_size=5))
def test_a_copy_with_the_same_scores_changes_nothing(
    method: str, rows: list[tuple[Fraction, list[int]]]
) -> None:
    """So too where theories give scores: a copy's scores are the option's own."""
    copied = [(credence, [*said, said[0]]) for credence, said in rows]
    before = ran(table("abcd", *rows), method)[method]
    after = ran(table("abcdz", *copied), method)[method]
    assert merged(after) == {*before}
    assert ("a" in after) == ("z" in after)
