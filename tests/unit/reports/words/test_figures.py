"""Numbers as people write them."""

from __future__ import annotations

import pytest

from dilemma.reports.words.figures import (
    aligned,
    contrast,
    date_in_words,
    figure,
    percent,
    stated,
    stated_percent,
)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0.0, "0"),
        (-0.15, "-0.15"),
        (0.1555, "0.16"),
        (12.34, "12"),
        (1234.0, "1,200"),
        (123_456.0, "120,000"),
        (999_999.0, "1 million"),
        (-12_345_678.0, "-12 million"),
        (1.25e9, "1.2 billion"),
        (1.23e14, "120 trillion"),
        (1.0, "1"),
        (0.00098, "0.00098"),
        (3e-12, "3.0e-12"),
    ],
)
def test_two_significant_digits(amount: float, written: str) -> None:
    """An amount has the two digits a judgement can carry."""
    assert figure(amount) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0.0, "0"),
        (12.5, "12.5"),
        (-0.0235, "-0.0235"),
        (0.0000005, "0.0000005"),
        (330_000.0, "330,000"),
        (123_456.0, "123,456"),
        (12_500_000.0, "12.5 million"),
        (-1e9, "-1 billion"),
        (1e15, "1,000 trillion"),
        ((0.1 + 0.2) / 2, "0.15"),
        (1 / 3, "0.333"),
        (1_234_567.89, "1.23 million"),
        (123_456.789_012, "123,457"),
    ],
)
def test_a_stated_number_keeps_its_digits(number: float, written: str) -> None:
    """A number of the file is shown as the file has it; one with more than six digits was computed."""
    assert stated(number) == written


def test_a_stated_share_keeps_its_digits() -> None:
    """A share of the file is a percentage of as many digits, whatever rounding in binary does."""
    assert [stated_percent(share) for share in (0.07, 0.0235, 0.125, 1e-6)] == [
        "7 %",
        "2.35 %",
        "12.5 %",
        "0.0001 %",
    ]


@pytest.mark.parametrize(
    ("a", "b", "written"),
    [
        (-36.4, -36.45, ("-36.40", "-36.45")),
        (1.78, 1.76, ("1.78", "1.76")),
        (0.0048, 0.00098, ("0.0048", "0.0010")),
        (5.0, 5.0, ("5", "5")),
        (3.0, 1.0, ("3", "1")),
        (0.0, 0.3, ("0", "0.3")),
        (123456.0, 123457.0, ("123,456", "123,457")),
        (0.3, 1e-12, ("0.3", "1.0e-12")),
    ],
)
def test_compared_amounts_look_different(a: float, b: float, written: tuple[str, str]) -> None:
    """Two amounts that are not Equal never look alike, and share their decimals."""
    assert contrast(a, b) == written


def test_a_row_of_scores_shares_its_decimals() -> None:
    """Scores of one theory have as many decimals as tell all that differ apart; no minus stands before 0."""
    assert aligned([-14.417, -13.85, -13.853]) == ["-14.417", "-13.850", "-13.853"]
    assert aligned([-0.0, 0.0]) == ["0", "0"]
    assert aligned([-0.0000000001, 100.0]) == ["0", "100"]
    assert aligned([2.0, 2.0]) == ["2.00", "2.00"]


def test_shares_and_dates_are_in_words() -> None:
    """Shares are percentages, dates have the name of their month."""
    assert percent(0.0235) == "2.4 %"
    assert date_in_words("2023-07-07") == "7 July 2023"
