"""Letters for options, used if there is no room for their names."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

__all__ = ["letters"]


def letters(options: Sequence[str]) -> dict[str, str]:
    """Return a letter for each option, in the order of the file; a number for those after Z."""
    return {
        id: ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)
        for place, id in enumerate(options)
    }
