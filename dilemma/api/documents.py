"""Scenarios by name, path or plain data, and those that ship."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from dilemma.api.boundary import public, warn
from dilemma.errors import BadSetting, UnknownName
from dilemma.frameworks.registry import theories
from dilemma.scenario import Document, ScenarioFile, every_shipped, from_data, load_document, read
from dilemma.scenario.files import existing
from dilemma.scenario.phrases import some
from dilemma.scenario.validation.ids import fault_of

__all__ = ["Scenario", "document_of", "file_name", "library", "load", "load_found", "paths_in"]

UNNAMED = "scenario"
"""The id of plain data to which nobody gives one."""

Scenario: TypeAlias = Document | str | Path | Mapping[str, Any]
"""What stands for a scenario: one that was loaded, a shipped name, a path, or plain data."""


@public
def load(
    source: str | Path | Mapping[str, Any],
    *,
    id: str = UNNAMED,
    views: str | Path | Iterable[str | Path] = (),
) -> Document:
    """Return the scenario at a path, of a shipped name, from `-` (standard input), or in plain data.

    `id` names a scenario given as plain data: words of small letters and digits, joined by hyphens. `views`
    are view files: each becomes a perspective of the scenario, by the name in it. Raises UnknownName where
    there is no such file, CannotRead where it cannot be read, InvalidScenario, with the position of every
    error, where it is invalid, and BadSetting for the text of a file in place of its name. Warns of a view
    that was made from another version of the file.
    """
    if isinstance(source, Mapping):
        document = from_data(source, _id_in(id), theories())
    elif isinstance(source, str | Path):
        if id is not UNNAMED:
            raise BadSetting(f"id: names plain data; a file has its name, so leave out {id!r}")
        document = load_document(file_name(source), theories())
    else:
        raise BadSetting(f"a scenario is a name, a path or a mapping, not {type(source).__name__}")
    names = paths_in("views", views)
    return with_view_files(document, names) if names else document


def _id_in(value: object) -> str:
    """Return the id that an argument states; raise BadSetting if it is none."""
    fault = fault_of(value, "scenario") if isinstance(value, str) else "is no id: it should be text"
    if fault:
        raise BadSetting(f"id: {value!r} {fault}")
    return str(value)


def file_name(source: str | Path) -> str:
    """Return the name of a file as it is; raise BadSetting if it is the text of one."""
    name = str(source)
    if (
        isinstance(source, str)
        and existing(name) is None
        and ("\n" in name.strip() or name.lstrip().startswith("{"))
    ):
        raise BadSetting(
            "this is the text of a file, not its name: give its path, or what it holds as a mapping, "
            "which json.loads or yaml.safe_load makes of it"
        )
    return name


def paths_in(parameter: str, value: object) -> list[str]:
    """Return the paths that an argument lists, or the one that it is; raise BadSetting if it is neither."""
    if isinstance(value, str | Path):
        return [str(value)]
    paths = list(value) if isinstance(value, Iterable) else [None]
    if not all(isinstance(path, str | Path) for path in paths):
        raise BadSetting(f"{parameter}: should be a path or a list of paths, not {value!r}")
    return [str(path) for path in paths]


def with_view_files(document: Document, names: Iterable[str]) -> Document:
    """Return the document with the view in each named file as a perspective."""
    from dilemma.scenario.views.adoption import with_views
    from dilemma.scenario.views.checks import ViewChecker
    from dilemma.scenario.views.read import load_view

    checker = ViewChecker(document)
    views = [load_view(name, checker) for name in names]
    for view in views:
        if view.other_version:
            warn(f"{view.label} was made from another version of {document.label}")
    adopted, _ = with_views(document, views)
    return adopted


def document_of(source: Scenario) -> Document:
    """Return a document as it is, and load anything else; raises as `load`."""
    return source if isinstance(source, Document) else load(source)


def load_found(file: ScenarioFile) -> Document:
    """Return the scenario in a file found by the search for scenario files.

    Raises as `load` does.
    """
    return read(file.raw(), file.label, file.id, theories())


@public
def library(domain: str | None = None) -> tuple[Document, ...]:
    """Return the scenarios shipped with the package, in order of name, or only those of a domain.

    Raises UnknownName where no shipped scenario has that domain.
    """
    if not isinstance(domain, str | None):
        raise BadSetting(f"domain: should be the name of one, not {domain!r}")
    every = tuple(load_found(file) for file in every_shipped())
    known = tuple(dict.fromkeys(one.scenario.domain for one in every if one.scenario.domain))
    if domain is not None and domain not in known:
        raise UnknownName("domain", domain, known, listed=f"there are {some(known)}")
    return tuple(one for one in every if domain in (None, one.scenario.domain))
