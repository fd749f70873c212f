"""An option more, worst by every theory: what it changes in the choice among the others.

The option `z` is ranked last, or scored least, by every theory, and permitted by none that only says what it
permits.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dilemma.reconciliation.methods.catalogue import METHODS
from tests.unit.reconciliation.small import FEW_EXAMPLES, ran, table, tables

TOLD = {method.about.id: method.about.worst_added for method in METHODS}
STAYS, MOVES = "changes nothing among the others", "may change the"
UNMOVED = {id for id, told in TOLD.items() if told.startswith(STAYS)}
ALONE_ONLY = ("borda", "expected-raw")
"""The methods that it may move where a theory ties others with it."""

Rows = list[tuple[Fraction, object]]


def with_worst(said: object, *, alone: bool) -> object:
    """Return what a theory says of the options and of z: below all of them, or level with the last."""
    if isinstance(said, str):
        return f"{said}z" if alone else f"{said[:-1]}z)"
    if isinstance(said, list):
        return [*said, min(said) - alone]
    return said


def test_every_method_says_what_a_worst_option_changes() -> None:
    """Each method says that it changes nothing among the others, or that it may."""
    assert all(told.startswith((STAYS, MOVES)) for told in TOLD.values())
    assert set(TOLD) - UNMOVED == {"one-step", "expected-range", "maximin", "nash"}


@pytest.mark.parametrize("method", sorted(UNMOVED - {*ALONE_ONLY, "favourite-theory"}))
@FEW_EXAMPLES
@given(drawn=tables(2, 4), alone=st.lists(st.booleans(), min_size=5, max_size=5))
def test_it_changes_nothing_among_the_others(method: str, drawn: tuple[str, Rows], alone: list[bool]) -> None:
    """Below all the others, or level with the last of them, it changes nothing in these methods."""
    options, rows = drawn
    more = [(c, with_worst(said, alone=below)) for (c, said), below in zip(rows, alone, strict=False)]
    before, after = ran(table(options, *rows), method), ran(table(f"{options}z", *more), method)
    assert {*after[method]} - {"z"} == {*before[method]}


@pytest.mark.parametrize("method", ALONE_ONLY)
@FEW_EXAMPLES
@given(drawn=tables(2, 4))
def test_alone_in_last_place_it_changes_nothing_where_amounts_are_added(
    method: str, drawn: tuple[str, Rows]
) -> None:
    """Where theories order or score, and it stands alone below all the others, nothing changes."""
    options, rows = drawn
    rows = [(credence, said) for credence, said in rows if not isinstance(said, frozenset)]
    assume(rows)
    more = [(credence, with_worst(said, alone=True)) for credence, said in rows]
    before, after = ran(table(options, *rows), method), ran(table(f"{options}z", *more), method)
    assert after[method] == before[method]


@FEW_EXAMPLES
@given(drawn=tables(2, 4))
def test_it_changes_nothing_where_favourites_set_options_apart(drawn: tuple[str, Rows]) -> None:
    """It changes nothing in favourite-theory, unless one of several favourites was silent."""
    options, rows = drawn
    most = max(credence for credence, _ in rows)
    favourites = [table(options, (1, said)) for credence, said in rows if credence == most]
    silent = [len(ran(alone, "permissibility")["permissibility"]) == len(options) for alone in favourites]
    assume(len(favourites) == 1 or not any(silent))
    more = [(credence, with_worst(said, alone=True)) for credence, said in rows]
    before, after = (
        ran(data, "favourite-theory")["favourite-theory"]
        for data in (table(options, *rows), table(f"{options}z", *more))
    )
    assert {*after} - {"z"} == {*before}


class Moved(NamedTuple):
    """Rows before and with the option z, and the winners of both."""

    before: Rows
    after: Rows
    winners: tuple[str, str]


HALF = Fraction(1, 2)
MOVED = {
    "one-step": Moved(
        [(HALF, [0, 1, 0]), (HALF, [2, 1, 0])], [(HALF, [0, 1, 0, -4]), (HALF, [2, 1, 0, -1])], ("b", "a")
    ),
    "expected-range": Moved(
        [(HALF, [1, 0, 0]), (HALF, [1, 0, 3])], [(HALF, [1, 0, 0, -4]), (HALF, [1, 0, 3, -1])], ("a", "c")
    ),
    "maximin": Moved(
        [(HALF, [1, 0, 0]), (HALF, [1, 0, 3])], [(HALF, [1, 0, 0, -3]), (HALF, [1, 0, 3, -2])], ("a", "c")
    ),
    "nash": Moved(
        [(HALF, [1, 0, 0]), (HALF, [1, 0, 3])], [(HALF, [1, 0, 0, -4]), (HALF, [1, 0, 3, -1])], ("ac", "c")
    ),
    "borda": Moved(
        [(Fraction(20), {"a"}), (Fraction(31), "bac")],
        [(Fraction(20), {"a"}), (Fraction(31), "bacz")],
        ("b", "a"),
    ),
    "expected-raw": Moved(
        [(Fraction(20), {"a"}), (Fraction(31), "bac")],
        [(Fraction(20), {"a"}), (Fraction(31), "bacz")],
        ("b", "a"),
    ),
    "favourite-theory": Moved(
        [(HALF, "(abc)"), (HALF, "a(bc)")], [(HALF, "(abc)z"), (HALF, "a(bc)z")], ("a", "abc")
    ),
}


@pytest.mark.parametrize("method", MOVED)
def test_it_may_change_the_choice_among_the_others(method: str) -> None:
    """Each method that says that it may change the choice has an example in which it does."""
    case = MOVED[method]
    before, after = ran(table("abc", *case.before), method), ran(table("abcz", *case.after), method)
    assert (before[method], after[method]) == tuple(map(tuple, case.winners))


def test_every_method_that_it_may_move_has_an_example() -> None:
    """There is an example for all that say `may`, and for each exception."""
    assert {id for id, told in TOLD.items() if MOVES in told or "unless" in told} <= {*MOVED}
