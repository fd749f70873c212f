"""Progress of long work, told to whoever watches it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

__all__ = ["Done", "ignore"]

Done: TypeAlias = Callable[[int, int], None]
"""Is told how much of the work is done, and how much there is."""


def ignore(_made: int, _all: int) -> None:
    """Do nothing: nobody watches the work."""
