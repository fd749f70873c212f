"""Agreement between the choices of methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

__all__ = ["Agreement", "agreement"]

MOST = 3  # of five, and of four when favourite-theory does not run


class Agreement(NamedTuple):
    """The agreement: `all` if all methods that ran choose one set, `most` if at least three and over half do.

    `choice` is that set, `methods` are those that choose it, of `ran` in all; both are empty if contested.
    """

    kind: Literal["all", "most", "contested"]
    choice: tuple[str, ...]
    methods: tuple[str, ...]
    ran: int


def agreement(choices: Mapping[str, tuple[str, ...]]) -> Agreement:
    """Return the agreement of methods that ran; `choices` maps their ids to winners, in one fixed order."""
    commonest, count = Counter(choices.values()).most_common(1)[0] if choices else ((), 0)
    holders = tuple(id for id, choice in choices.items() if choice == commonest)
    if choices and count == len(choices):
        return Agreement("all", commonest, holders, len(choices))
    if count >= MOST and 2 * count > len(choices):
        return Agreement("most", commonest, holders, len(choices))
    return Agreement("contested", (), (), len(choices))
