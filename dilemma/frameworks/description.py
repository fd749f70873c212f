"""A theory described by itself: its claim and steps, read off its docstring, and what it needs."""

from __future__ import annotations

import re

from dilemma.case import NOTHING
from dilemma.frameworks.framework import Framework

__all__ = ["claim", "needed", "steps"]


def claim(framework: Framework) -> str:
    """Return what the theory holds: the first paragraph of its docstring."""
    return " ".join((type(framework).__doc__ or "").split("\n\n")[0].split())


def steps(framework: Framework) -> tuple[str, ...]:
    """Return how the theory reaches its verdict: the paragraphs of its docstring after the first.

    A numbered step is one paragraph, whatever lines it takes.
    """
    rest = " ".join((type(framework).__doc__ or "").split("\n\n", 1)[1:])
    text = " ".join(rest.split())
    return tuple(step.strip() for step in re.split(r"(?<=[.)]) (?=[1-9]\. )", text) if step.strip())


def needed(framework: Framework) -> tuple[str, ...]:
    """Return what is missing, in the theory's words, from a case that holds nothing."""
    return tuple(need.missing for need in framework.needs(NOTHING))
