"""Quantities: the operations theories are written with, and the one tolerance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma import quantity as q
from tests.support.standin import Hidden, HiddenTruth, revealed, revealed_truth

AMOUNTS = st.floats(-1e9, 1e9).map(lambda x: x + 0.0)


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        (0.0, 0.0, True),
        (0.0, 1e-9, True),
        (0.0, 1.1e-9, False),
        (1e6, 1e6 + 1e-4, True),
        (1e6, 1e6 + 1e-2, False),
        (-1e6, 1e6, False),
    ],
)
def test_equal_is_relative_to_the_larger_and_to_one(a: float, b: float, equal: bool) -> None:
    """Two amounts are Equal within 1e-9 of the larger of 1, |a| and |b|."""
    assert q.equal(a, b) is equal
    assert q.equal(b, a) is equal


@given(AMOUNTS, AMOUNTS)
def test_exactly_one_of_above_equal_below(a: float, b: float) -> None:
    """Of above, Equal and below, exactly one holds."""
    assert [q.above(a, b), q.equal(a, b), q.above(b, a)].count(True) == 1


@given(AMOUNTS, AMOUNTS)
def test_at_least_is_above_or_equal(a: float, b: float) -> None:
    """At least: above, or Equal."""
    assert q.at_least(a, b) is (q.above(a, b) or q.equal(a, b))


@given(AMOUNTS, AMOUNTS)
def test_equal_amounts_differ_by_exactly_nothing(a: float, b: float) -> None:
    """The difference of two Equal amounts is 0, of others what subtraction gives."""
    assert q.minus(a, b) == (0.0 if q.equal(a, b) else a - b)


@pytest.mark.parametrize(
    ("truths", "every", "some"),
    [((), True, False), ((True,), True, True), ((True, False), False, True), ((False, False), False, False)],
)
def test_truth_tables(truths: tuple[bool, ...], every: bool, some: bool) -> None:
    """`all_of` and `any_of` follow the usual tables, for bools, hidden truths and mixtures."""
    for hide in range(2 ** len(truths)):
        mixed = [HiddenTruth(t) if hide >> i & 1 else t for i, t in enumerate(truths)]
        assert revealed_truth(q.all_of(*mixed)) is every
        assert revealed_truth(q.any_of(*mixed)) is some


def test_greatest_where_has_a_neutral_element() -> None:
    """The greatest of the eligible; where none is, the least of all, so that no infinity is needed."""
    assert q.greatest_where([3.0, 1.0, 2.0], [False, True, True]) == 2.0
    assert q.greatest_where([3.0, 1.0, 2.0], [False, False, False]) == 1.0


def test_least_where_has_a_neutral_element() -> None:
    """The least of the eligible; where none is, the greatest of all, so that no infinity is needed."""
    assert q.least_where([1.0, 3.0, 2.0], [False, True, True]) == 2.0
    assert q.least_where([1.0, 3.0, 2.0], [False, False, False]) == 3.0


@pytest.mark.parametrize(("a", "expected"), [(0.0, 0.0), (1e-20, 1e-20), (1.0, 1.718281828459045)])
def test_expm1_is_exact_near_nothing(a: float, expected: float) -> None:
    """The power of e to a, less 1, keeps a small a whole."""
    assert q.expm1(a) == expected


def test_ratio_meets_nothing_with_its_alternative() -> None:
    """A ratio to 0 is what the caller says it is."""
    assert q.ratio(1.0, 0.0, 7.0) == 7.0
    assert q.ratio(1.0, 4.0, 7.0) == 0.25


def test_sums_run_left_to_right() -> None:
    """A total rounds as additions in order do, on every version of Python."""
    amounts = [0.1] * 10
    assert q.total(amounts) == 0.9999999999999999


OPERATIONS = {
    "above": lambda a, b: q.choose(q.above(a, b), 1.0, 0.0),
    "at_least": lambda a, b: q.choose(q.at_least(a, b), 1.0, 0.0),
    "equal": lambda a, b: q.choose(q.equal(a, b), 1.0, 0.0),
    "minus": q.minus,
    "greatest": q.greatest,
    "least": q.least,
    "ratio": lambda a, b: q.ratio(a, b, -1.0),
    "magnitude": lambda a, b: q.magnitude(a - b),
    "positive": lambda a, b: q.choose(q.positive(a - b), 1.0, 0.0),
    "negative": lambda a, b: q.choose(q.negative(a - b), 1.0, 0.0),
    "negated": lambda a, b: q.choose(q.negated(q.above(a, b)), 1.0, 0.0),
    "tally": lambda a, b: q.tally([q.above(a, b), True, q.positive(b)]),
    "least_where": lambda a, b: q.least_where([a, b], [q.above(a, b), q.negative(b)]),
    "greatest_where": lambda a, b: q.greatest_where([a, b], [q.above(a, b), q.negative(b)]),
    "expm1": lambda a, b: q.expm1(a / 1e9) + q.expm1(b / 1e9),
    "power": lambda a, b: q.power(1.0 + q.magnitude(a) / 1e9, b / 1e9),
}


@pytest.mark.parametrize("name", OPERATIONS)
@given(a=AMOUNTS, b=AMOUNTS)
def test_hidden_numbers_compute_as_floats_do(name: str, a: float, b: float) -> None:
    """Every operation gives bit for bit the same on floats, on stand-ins and on mixtures."""
    operation = OPERATIONS[name]
    expected = operation(a, b)
    for left, right in ((Hidden(a), Hidden(b)), (Hidden(a), b), (a, Hidden(b))):
        assert revealed(operation(left, right)) == expected


def test_never_is_settled_falsehood_only() -> None:
    """Only a plain false is false whatever is drawn; a truth that varies may yet hold."""
    assert q.never(truth=False)
    assert not q.never(truth=True)
    assert not q.never(HiddenTruth(truth=False))
