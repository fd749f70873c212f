"""The settings that carry verdicts from one side to the other, each with its theories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dilemma.robustness.collection.dividing.division import Setting, Step

__all__ = ["Carried", "carried"]


class Carried(NamedTuple):
    """A setting with the theories whose verdicts it carries alone, and those it carries with others."""

    setting: Setting
    alone: tuple[str, ...]
    with_others: tuple[str, ...]

    @property
    def theories(self) -> tuple[str, ...]:
        """All theories that it helps to carry."""
        return self.alone + self.with_others


def carried(steps: Sequence[Step]) -> list[Carried]:
    """Return each setting that carries a verdict, with the theories, most theories first."""
    found: dict[str, Carried] = {}
    for step in sorted(steps, key=lambda step: len(step.settings)):
        for setting in step.settings:
            one = found.get(setting.address, Carried(setting, (), ()))
            new = tuple(theory for theory in step.theories if theory not in one.theories)
            found[setting.address] = (
                one._replace(alone=one.alone + new)
                if len(step.settings) == 1
                else one._replace(with_others=one.with_others + new)
            )
    return sorted(found.values(), key=lambda one: -len(one.theories))
