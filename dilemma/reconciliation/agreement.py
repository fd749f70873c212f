"""Whether methods choose the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

__all__ = ["Agreement", "agreement"]

MOST = 3  # of five, and of four when favourite-theory does not run


class Agreement(NamedTuple):
    """`all` where every method that ran chooses one set, `most` where three or more and over half do.

    `choice` is that set, `methods` who chooses it, of `ran` in all; where it is contested, neither is given.
    """

    kind: Literal["all", "most", "contested"]
    choice: tuple[str, ...]
    methods: tuple[str, ...]
    ran: int


def agreement(choices: Mapping[str, tuple[str, ...]]) -> Agreement:
    """Return how far methods that ran agree; `choices` maps each one's id to its winners, in one order."""
    commonest, count = Counter(choices.values()).most_common(1)[0] if choices else ((), 0)
    holders = tuple(id for id, choice in choices.items() if choice == commonest)
    if choices and count == len(choices):
        return Agreement("all", commonest, holders, len(choices))
    if count >= MOST and 2 * count > len(choices):
        return Agreement("most", commonest, holders, len(choices))
    return Agreement("contested", (), (), len(choices))
