"""Scenarios by name, path or plain data, those that ship, and tables of verdicts."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from dilemma.errors import BadSetting, UnknownName
from dilemma.frameworks.registry import theories
from dilemma.scenario import Document, ScenarioFile, every_shipped, from_data, load_document, read
from dilemma.scenario.phrases import some

if TYPE_CHECKING:
    from dilemma.reconciliation.input.printed import PrintedWeighing
    from dilemma.reconciliation.input.table import Table

__all__ = ["Scenario", "document_of", "library", "load", "load_found", "load_verdicts"]

Scenario: TypeAlias = Document | str | Path | Mapping[str, Any]
"""What stands for a scenario: one that was loaded, a shipped name, a path, or plain data."""


def load(
    source: str | Path | Mapping[str, Any],
    *,
    id: str = "scenario",
    views: str | Path | Iterable[str | Path] = (),
) -> Document:
    """Return the scenario at a path, of a shipped name, from `-` (standard input), or in plain data.

    `id` names a scenario given as plain data. `views` are view files: each becomes a perspective of the
    scenario, by the name in it. Raises UnknownName where there is no such file, CannotRead where it cannot be
    read, and InvalidScenario, with the position of every error, where it is invalid. Warns of a view that was
    made from another version of the file.
    """
    if isinstance(source, Mapping):
        document = from_data(source, id, theories())
    elif isinstance(source, str | Path):
        document = load_document(str(source), theories())
    else:
        raise BadSetting(f"a scenario is a name, a path or a mapping, not {type(source).__name__}")
    names = [str(views)] if isinstance(views, str | Path) else [str(view) for view in views]
    return with_view_files(document, names) if names else document


def with_view_files(document: Document, names: Iterable[str]) -> Document:
    """Return the document with the view in each named file as a perspective."""
    from dilemma.scenario.views.adoption import with_views
    from dilemma.scenario.views.checks import ViewChecker
    from dilemma.scenario.views.read import load_view

    checker = ViewChecker(document)
    views = [load_view(name, checker) for name in names]
    for view in views:
        if view.other_version:
            warnings.warn(
                f"{view.label} was made from another version of {document.label}", UserWarning, stacklevel=3
            )
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


def library(domain: str | None = None) -> tuple[Document, ...]:
    """Return the scenarios shipped with the package, in order of name, or only those of a domain.

    Raises UnknownName where no shipped scenario has that domain.
    """
    every = tuple(load_found(file) for file in every_shipped())
    known = tuple(dict.fromkeys(one.scenario.domain for one in every if one.scenario.domain))
    if domain is not None and domain not in known:
        raise UnknownName("domain", domain, known, listed=f"there are {some(known)}")
    return tuple(one for one in every if domain in (None, one.scenario.domain))


def load_verdicts(name: str | Path) -> Document | Table | PrintedWeighing:
    """Return the content of a file for `reconcile`: a scenario, a table of verdicts, or a weighing as JSON.

    `name` is its path, or `-` for standard input.

    Raises as `load` does.
    """
    from dilemma.reconciliation.input.read import read_any
    from dilemma.scenario.files import single

    return read_any(single(str(name)), theories())
