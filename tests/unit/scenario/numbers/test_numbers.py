"""Reading of numbers: constants, ranges and products."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from dilemma.scenario.numbers import (
    Amount,
    NonNegative,
    Positive,
    Probability,
    Product,
    Range,
    Share,
    SignedUnit,
    Stringency,
    best_of,
    ends_of,
    parse_number,
    parse_value,
    read_number,
)
from tests.unit.scenario.small import findings, instead

NUMERALS = {
    "0": 0.0,
    "-0": 0.0,
    "+3": 3.0,
    ".5": 0.5,
    "-.5": -0.5,
    "1e3": 1000.0,
    "1E-3": 0.001,
    "12.50": 12.5,
    "0.0e0": 0.0,
}

NOT_NUMERALS = [
    "01",
    "1.",
    "1_0",
    "0x1F",
    "nan",
    "inf",
    "-inf",
    ".inf",
    "1e",
    "1e+",
    "e5",
    "-",
    "+",
    ".",
    "٣",
    "½",
    "１",
    "1,5",
    "12:30",
    "--1",
    "1.2.3",
    "0b1",
]

BOUNDS = {
    # type: (just inside, just outside)
    Amount: ([-1e15, 0, 1e15], [1.1e15, -1.1e15]),
    NonNegative: ([0, 1e15], [-0.001, 2e15]),
    Positive: ([0.001, 1e15], [0, -1]),
    Probability: ([0, 1], [-0.001, 1.001]),
    Share: ([0, 1], [-0.001, 1.001]),
    SignedUnit: ([-1, 1], [-1.001, 1.001]),
    Stringency: ([0, 10], [-1, 10.1]),
}


@pytest.mark.parametrize("text", NUMERALS)
def test_numerals_are_jsons_and_a_leading_plus_or_point(text: str) -> None:
    """What reads as a number reads as the same float everywhere."""
    assert NUMERALS[text] == parse_number(text)
    assert type(parse_value(text)) is float


@pytest.mark.parametrize("text", [*NOT_NUMERALS, "", " 1", "1 ", "1\n"])
def test_nothing_else_reads_as_a_number(text: str) -> None:
    """Other notations are text, whatever Python's float would take."""
    assert parse_number(text) is None
    assert parse_value(text) == text


def test_four_words_are_special() -> None:
    """Only true, false, null and ~ are more than text; other spellings are not."""
    assert [parse_value(text) for text in ("true", "false", "null", "~")] == [True, False, None, None]
    assert [parse_value(text) for text in ("True", "NO", "yes", "Null")] == ["True", "NO", "yes", "Null"]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_python_prints_reads_back(number: float) -> None:
    """Our own JSON is read as it was written."""
    assert parse_number(repr(number)) == number


@pytest.mark.parametrize("kind", BOUNDS, ids=lambda kind: str(kind.__metadata__[-1].func.words))
def test_bounds_hold_for_best_and_ends(kind: object) -> None:
    """A field's bounds are checked for a constant, and for each end of a range."""
    adapter: TypeAdapter[object] = TypeAdapter(kind)
    inside, outside = BOUNDS[kind]
    for number in inside:
        assert adapter.validate_python(number) == number
    for number in outside:
        low, high = sorted((number, inside[0]))
        for written_ in (number, (low, high), {"low": low, "best": inside[0], "high": high}):
            with pytest.raises(ValidationError):
                adapter.validate_python(written_)


def test_constants_come_out_as_floats() -> None:
    """No integer gets past the reader."""
    assert type(read_number(3)) is float
    two, three = read_number((1, 2)), read_number((1, 2, 4))
    assert isinstance(two, Range)
    assert isinstance(three, Range)
    assert {type(end) for number in (two, three) for end in (number.low, number.best, number.high)} == {float}
    product = read_number("3 * 4")
    assert isinstance(product, Product)
    assert product.steps == (("*", 3.0), ("*", 4.0))


def test_two_ends_are_uniform_about_their_middle() -> None:
    """`[low, high]` is drawn uniformly, its best estimate the middle; three numbers are triangular."""
    assert read_number((0.1, 0.5)) == Range(low=0.1, best=0.3, high=0.5, uniform=True)
    assert read_number((0.1, 0.3, 0.5)) == Range(low=0.1, best=0.3, high=0.5)
    assert read_number({"low": 1, "best": 2, "high": 3, "scale": "log", "note": "x"}) == Range(
        low=1.0, best=2.0, high=3.0, scale="log", note="x"
    )


def test_a_map_may_say_whether_a_number_is_a_fact() -> None:
    """`best` alone is certain; `low` and `high` stand together; `kind` says fact or value."""
    assert read_number({"best": 3, "kind": "value"}) == Range(3.0, 3.0, 3.0, kind="value")
    assert read_number({"low": 1, "best": 3, "high": 5, "kind": "fact"}) == Range(1.0, 3.0, 5.0, kind="fact")
    for map_ in ({"best": 3, "low": 1}, {"best": 3, "high": 5}, {"kind": "fact"}, {"best": 3, "kind": "f"}):
        with pytest.raises(ValueError, match=r"high|low|best|fact"):
            read_number(map_)


@pytest.mark.parametrize("raw", [True, False])
def test_truths_are_shares_only_where_a_share_is_due(*, raw: bool) -> None:
    """True and false stand for 1 and 0 in a share; nowhere else is a truth a number."""
    assert TypeAdapter(Share).validate_python(raw) == float(raw)
    with pytest.raises(ValidationError, match="should be a number, not"):
        TypeAdapter(Probability).validate_python(raw)


def test_uniform_is_not_a_key_an_author_may_write() -> None:
    """What the two-number form implies cannot be written otherwise."""
    with pytest.raises(ValidationError, match="uniform"):
        read_number({"low": 1, "best": 2, "high": 3, "uniform": True})


def test_log_scales_stay_on_one_side_of_0() -> None:
    """A logarithm needs all three above 0, or all below."""
    assert isinstance(read_number({"low": -3, "best": -2, "high": -1, "scale": "log"}), Range)
    with pytest.raises(ValueError, match="above 0, or all below"):
        read_number({"low": -3, "best": -2, "high": 0, "scale": "log"})


def test_best_and_ends() -> None:
    """A constant is its own best estimate and ends."""
    assert (best_of(2.0), ends_of(2.0)) == (2.0, (2.0, 2.0))
    spread = Range(low=1, best=2, high=4)
    assert (best_of(spread), ends_of(spread)) == (2.0, (1.0, 4.0))


def test_products_are_taken_as_written() -> None:
    """A product is numbers and ids with * and /, in order, and keeps its text."""
    product = read_number("rounds * dud-rate / 1000")
    assert isinstance(product, Product)
    assert product.text == "rounds * dud-rate / 1000"
    assert product.steps == (("*", "rounds"), ("*", "dud-rate"), ("/", 1000.0))


@pytest.mark.parametrize(
    ("text", "said"), [("20%", "write 0.2"), ("12.5 %", "write 0.125"), ("'0,05'", "write 0.05")]
)
def test_shares_and_decimal_commas_are_told_how_to_be_written(text: str, said: str) -> None:
    """A number written as elsewhere is refused with how it is written here."""
    (finding,) = findings(instead("exchange: 10", f"exchange: {text}"))
    assert finding.message.endswith(f"; {said}")
