"""Votes with the same credence for every family of theories, and for every theory within a family."""

from __future__ import annotations

from collections.abc import Mapping
from math import lcm

__all__ = ["votes_by_family"]


def votes_by_family(families: Mapping[str, str | None]) -> dict[str, int]:
    """Return whole votes for each theory, given its family; one of no family is a family by itself.

    So five theories of one family weigh no more together than one theory that is alone in its own.
    """
    own = {id: family or id for id, family in families.items()}
    sizes: dict[str, int] = {}
    for family in own.values():
        sizes[family] = sizes.get(family, 0) + 1
    share = lcm(*sizes.values())
    return {id: share // sizes[family] for id, family in own.items()}
