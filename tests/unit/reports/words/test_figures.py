"""Numbers as people write them."""

from __future__ import annotations

import pytest

from dilemma.reports.words.figures import aligned, contrast, date_in_words, figure, percent


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0.0, "0"),
        (-0.15, "-0.15"),
        (0.1555, "0.16"),
        (12.34, "12"),
        (1234.0, "1,200"),
        (1.0, "1"),
        (0.00098, "0.00098"),
        (3e-12, "3.0e-12"),
    ],
)
def test_two_significant_digits(amount: float, written: str) -> None:
    """An amount has the two digits a judgement can carry."""
    assert figure(amount) == written


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
