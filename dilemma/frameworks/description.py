"""The description of a theory: claim and steps from its docstring, and its needs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from dilemma.case import NOTHING
from dilemma.frameworks.framework import Framework

__all__ = ["claim", "docstring", "needed", "steps"]

STRIPPED = 2  # the level of optimisation (-OO) at which Python keeps no docstrings


def docstring(of: type | Callable[..., object]) -> str:
    """Return the docstring of a class or function; from its source if Python keeps none, which may be gone.

    Without one a dataclass would tell its signature instead.
    """
    if sys.flags.optimize < STRIPPED:
        return of.__doc__ or ""
    import ast
    from inspect import getsource
    from textwrap import dedent

    try:
        (defined,) = ast.parse(dedent(getsource(of))).body
    except (OSError, TypeError, SyntaxError):
        return ""
    assert isinstance(defined, ast.ClassDef | ast.FunctionDef)
    return ast.get_docstring(defined, clean=False) or ""


def claim(framework: Framework) -> str:
    """Return the claim of the theory: the first paragraph of its docstring."""
    return " ".join(docstring(type(framework)).split("\n\n")[0].split())


def steps(framework: Framework) -> tuple[str, ...]:
    """Return the steps by which the theory reaches its verdict: its docstring after the first paragraph.

    Each numbered step is one string, without line breaks.
    """
    rest = " ".join(docstring(type(framework)).split("\n\n", 1)[1:])
    text = " ".join(rest.split())
    return tuple(step.strip() for step in re.split(r"(?<=[.)]) (?=[1-9]\. )", text) if step.strip())


def needed(framework: Framework) -> tuple[str, ...]:
    """Return what the theory needs, in its own words: all that an empty case lacks."""
    return tuple(need.missing for need in framework.needs(NOTHING))
