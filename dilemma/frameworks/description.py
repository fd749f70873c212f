"""The description of a theory: claim and steps from its docstring, and its needs."""

from __future__ import annotations

import re

from dilemma.case import NOTHING
from dilemma.frameworks.framework import Framework

__all__ = ["claim", "needed", "steps"]


def claim(framework: Framework) -> str:
    """Return the claim of the theory: the first paragraph of its docstring."""
    return " ".join((type(framework).__doc__ or "").split("\n\n")[0].split())


def steps(framework: Framework) -> tuple[str, ...]:
    """Return the steps by which the theory reaches its verdict: its docstring after the first paragraph.

    Each numbered step is one string, without line breaks.
    """
    rest = " ".join((type(framework).__doc__ or "").split("\n\n", 1)[1:])
    text = " ".join(rest.split())
    return tuple(step.strip() for step in re.split(r"(?<=[.)]) (?=[1-9]\. )", text) if step.strip())


def needed(framework: Framework) -> tuple[str, ...]:
    """Return what the theory needs, in its own words: all that an empty case lacks."""
    return tuple(need.missing for need in framework.needs(NOTHING))
