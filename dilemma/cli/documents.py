"""Loading of the scenarios named on the command line, one after the other.

Among several files an invalid one is reported, and the others are still processed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dilemma.cli.output import remark

if TYPE_CHECKING:
    from dilemma.robustness.collection.input.reading import Reading
    from dilemma.scenario import Document, ScenarioFile
    from dilemma.scenario.views.checks import ViewChecker

__all__ = ["Files", "documents", "named_files", "read_views", "with_view_files"]

EVERY_FINDING = "--json has all, under `findings`"


class Files(NamedTuple):
    """The scenarios to load, and whether the output is that of several files (`several`).

    `several` is true for two or more names, and for a directory of scenarios even if it holds one file.
    """

    sources: tuple[ScenarioFile, ...]
    several: bool


def named_files(names: Sequence[str]) -> Files:
    """Return the files for these names, paths and directories; raise UnknownName where one does not exist.

    Write a message for each link in a directory that leads out of it: it is not followed.
    """
    from dilemma.scenario import find
    from dilemma.scenario.files import links_out_of, told_link

    for name in names:
        for link in links_out_of(Path(name)) if Path(name).is_dir() else ():
            remark(f"dilemma: {told_link(name, link)}")
    sources = tuple(file for name in names for file in find(name))
    alone = [file.path for file in sources]
    directories = [name for name in names if Path(name).is_dir() and Path(name) not in alone]
    return Files(sources, several=len(names) > 1 or bool(directories))


def documents(files: Files) -> Iterator[Document | None]:
    """Yield each document; yield None for an invalid one, after its errors are written to standard error.

    Raises InvalidScenario if the invalid file is the only one.
    """
    from dilemma.api.documents import load_found
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


def with_view_files(document: Document, names: Sequence[str]) -> tuple[Document, tuple[str, ...]]:
    """Return the document with the view in each named file as a perspective, and the ids of these.

    Write a message for a view that was made from another version of the scenario's file. Raises UnknownName
    where there is no such file, CannotRead where it cannot be read, InvalidScenario where it is not valid.
    """
    if not names:
        return document, ()
    from dilemma.scenario.views.adoption import with_views
    from dilemma.scenario.views.checks import ViewChecker
    from dilemma.scenario.views.read import load_view

    checker = ViewChecker(document)
    views = [load_view(name, checker) for name in names]
    for view in views:
        if view.other_version:
            remark(f"dilemma: {view.label} was made from another version of {document.label}")
    return with_views(document, views)


def read_views(names: Sequence[str], checker: ViewChecker, *, quoting: bool = True) -> Reading:
    """Return the views in files, folders, tables and lists of links.

    Write to standard error which were left out, and why, with their lines if `quoting`. Raises
    ConditionFailed if none could be taken, UnknownName for a path that does not exist.
    """
    from dilemma.errors import ConditionFailed
    from dilemma.reports.check.findings import findings_text
    from dilemma.robustness.collection.input.sources import read_views as read

    reading = read(names, checker)
    if reading.findings:
        told = (one if quoting else one._replace(source_line="") for one in reading.findings)
        remark(findings_text(told, EVERY_FINDING))
    for sentence in reading.remarks:
        remark(f"dilemma: {sentence}")
    if reading.left_out:
        taken = len(reading.views)
        remark(f"dilemma: {taken} of {reading.found} views are taken, {reading.left_out} left out")
    if not reading.views:
        raise ConditionFailed(
            "no view could be taken" if reading.found else "there is no view in these files"
        )
    return reading
