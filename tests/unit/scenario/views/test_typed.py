"""Numbers as people type them."""

from __future__ import annotations

import pytest

from dilemma.errors import BadSetting
from dilemma.scenario.numbers.typed import typed_number

READ = {
    "0.5": 0.5,
    "0,5": 0.5,
    "50 %": 0.5,
    "50%": 0.5,
    "7%": 0.07,
    "1/2": 0.5,
    "1 / 4": 0.25,
    "1 in 4": 0.25,
    "3 out of 4": 0.75,
    "1 in 10 000": 0.0001,
    "50 per cent": 0.5,
    "1e-6": 1e-6,
    "12.5 million": 12_500_000,
    "330,000,000": 330_000_000,
    "330 000": 330_000,
    "1,234.5": 1234.5,
    "1.234,5": 1234.5,
    "−2": -2,
    "+3": 3,
    "0,125": 0.125,
}
REFUSED = (
    "",
    "half",
    "1,000",
    "12,345",
    "1/0",
    "1 in 0",
    "1in4",
    "in 4",
    "about 2",
    "1:5",
    "1.2.3",
    "=1+1",
    "%",
    "1 2",
    "nan",
    "inf",
    "9" * 70,
    "1,0.0,0",
    "½",
)


@pytest.mark.parametrize("text", READ)
def test_it_is_read_as_meant(text: str) -> None:
    """A number is read as a person means it, and a per cent sign is noticed."""
    found = typed_number(text)
    assert found.value == pytest.approx(READ[text], rel=1e-15)
    assert found.in_percent == ("%" in text or "per cent" in text)
    assert found.is_ratio == any(sign in text for sign in ("/", " in ", " out of "))


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_none_or_unclear_is_refused(text: str) -> None:
    """What is no number, or may be two, is refused."""
    with pytest.raises(BadSetting):
        typed_number(text)
