"""Loading of the scenarios named on the command line, one after the other.

Among several files an invalid one is reported, and the others are still processed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dilemma.cli.output import remark

if TYPE_CHECKING:
    from dilemma.scenario import Document, ScenarioFile

__all__ = ["Files", "documents", "named_files"]


class Files(NamedTuple):
    """The scenarios to load, and whether the output is that of several files (`several`).

    `several` is true for two or more names, and for a directory even if it holds one file.
    """

    sources: tuple[ScenarioFile, ...]
    several: bool


def named_files(names: Sequence[str]) -> Files:
    """Return the files for these names, paths and directories; raise UnknownName where one does not exist."""
    from dilemma.scenario import find

    sources = tuple(file for name in names for file in find(name))
    return Files(sources, several=len(names) > 1 or any(Path(name).is_dir() for name in names))


def documents(files: Files) -> Iterator[Document | None]:
    """Yield each document; yield None for an invalid one, after its errors are written to standard error.

    Raises InvalidScenario if the invalid file is the only one.
    """
    from dilemma.api import load_found
    from dilemma.errors import InvalidScenario

    for file in files.sources:
        try:
            yield load_found(file)
        except InvalidScenario as error:
            from dilemma.reports.check.findings import findings_text

            if not files.several:
                raise
            remark(findings_text(error.findings))
            yield None
