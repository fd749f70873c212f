"""The boundary of the library: errors and warnings of a call are shown at the call, not below it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import wraps
from inspect import currentframe
from typing import ParamSpec, TypeVar

from dilemma.errors import BrokenFramework, DilemmaError

__all__ = ["NoSuchArgument", "public", "warn"]

P = ParamSpec("P")
T = TypeVar("T")

OWN = "dilemma."
"""How the names of this package's modules begin."""


class NoSuchArgument(TypeError):
    """Raised below the boundary for a keyword that no function has; the caller sees a TypeError."""


def public(function: Callable[P, T]) -> Callable[P, T]:
    """Return the function, whose errors of this package have the traceback of its caller alone.

    That of a theory of another package that fails stays whole, for whoever writes it.
    """

    @wraps(function)
    def called(*args: P.args, **named: P.kwargs) -> T:
        __tracebackhide__ = True  # IPython and pytest leave this frame out
        try:
            return function(*args, **named)
        except BrokenFramework:
            raise
        except DilemmaError as error:
            raise error.with_traceback(None) from None
        except NoSuchArgument as error:
            raise TypeError(str(error)) from None

    return called


def warn(sentence: str, category: type[Warning] = UserWarning) -> None:
    """Warn at the line that calls the library: that of the first frame outside this package."""
    level, frame = 1, currentframe()
    while frame and frame.f_globals.get("__name__", "").startswith(OWN):
        level, frame = level + 1, frame.f_back
    warnings.warn(sentence, category, stacklevel=level)
