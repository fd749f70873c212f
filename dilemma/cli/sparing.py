"""What a run of the command does not need, and so does not pay for: patterns unmatched, threads idle."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["import_parser", "one_thread", "patterns_put_off"]

compiled = re.compile


class Later:
    """A pattern that is compiled when something is asked of it."""

    __slots__ = ("given",)

    def __init__(self, *given: Any) -> None:
        self.given = given

    def __getattr__(self, name: str) -> Any:
        return getattr(compiled(*self.given), name)


@contextmanager
def patterns_put_off() -> Iterator[None]:
    """Have the modules imported meanwhile compile their patterns when they are first used.

    Most never are: they are of PyYAML's parsers in Python, where the one in C is used, and of what typer
    brings along. To compile them all takes a twentieth of a run. Only the command does this, not the library.
    """
    re.compile = Later  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compiled


def import_parser() -> None:
    """Import PyYAML, for those who import it next."""
    with patterns_put_off():
        import yaml  # noqa: F401


def one_thread() -> None:
    """Have numpy, imported next, start no threads for algebra that is not done here."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
