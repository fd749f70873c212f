"""A letter for each option, where its name has no room."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

__all__ = ["letters"]


def letters(options: Sequence[str]) -> dict[str, str]:
    """Return a letter for each option, in the order of the file; past the alphabet its number."""
    return {
        id: ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)
        for place, id in enumerate(options)
    }
