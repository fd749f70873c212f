"""The scenarios a command is given, read one after the other; a broken one among several stops no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dilemma.cli.output import remark

if TYPE_CHECKING:
    from dilemma.scenario import Document, Found

__all__ = ["Files", "documents", "named_files"]


class Files(NamedTuple):
    """Where the scenarios are, and whether the user may expect more than one."""

    found: tuple[Found, ...]
    several: bool


def named_files(names: Sequence[str]) -> Files:
    """Return the files that names, paths and directories stand for; UnknownName where one is nowhere."""
    from dilemma.scenario import find

    found = tuple(file for name in names for file in find(name))
    return Files(found, several=len(names) > 1 or any(Path(name).is_dir() for name in names))


def documents(files: Files) -> Iterator[Document | None]:
    """Yield each document, and None for one that is broken, after saying what is wrong with it.

    A broken file that is the only one asked for raises InvalidScenario.
    """
    from dilemma.api import load_found
    from dilemma.errors import InvalidScenario

    for file in files.found:
        try:
            yield load_found(file)
        except InvalidScenario as error:
            from dilemma.reports.check.findings import findings_text

            if not files.several:
                raise
            remark(findings_text(error.findings))
            yield None
