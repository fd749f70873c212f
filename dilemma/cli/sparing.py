"""What a run of the command does not need, and so does not pay for: patterns that nobody will match."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["import_parser"]

compiled = re.compile


class Later:
    """A pattern that is compiled when something is asked of it."""

    __slots__ = ("given",)

    def __init__(self, *given: Any) -> None:
        self.given = given

    def __getattr__(self, name: str) -> Any:
        return getattr(compiled(*self.given), name)


def import_parser() -> None:
    """Import PyYAML without compiling its patterns.

    They are of its parsers in Python; the parser in C is all that is used where there is one, and to compile
    them takes as long as to read a scenario. Whoever uses one still finds it. A program that imports the
    library, and may have other uses for PyYAML, gets it as it is.
    """
    re.compile = Later  # type: ignore[assignment]
    try:
        import yaml  # noqa: F401 - for those who import it next
    finally:
        re.compile = compiled
