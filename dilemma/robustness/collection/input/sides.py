"""What `diff` compares: a scenario or a view, in a file or as git keeps it at a commit."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path, PurePosixPath

from dilemma.errors import BadSetting, CannotRead, InvalidScenario, Named, UnknownName
from dilemma.frameworks.registry import theories
from dilemma.robustness.collection.difference import Side
from dilemma.scenario import Document, find, load_document, read
from dilemma.scenario.files import existing
from dilemma.scenario.syntax.encoding import decoded
from dilemma.scenario.syntax.reader import tree_of
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.read import read_view

__all__ = ["side_of", "sides_of"]

SECONDS = 30  # in which git answers
PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*")
"""A name of a scenario that a view may give: no path to any other place."""

OTHERWISE = ("name the scenario of these views with ", Named("of"))
SUFFIXES = (".yaml", ".yml", ".json", ".xlsx", ".xlsm")


def side_of(name: str, of: str | None) -> Side:
    """Return what a name stands for: a scenario as it is, or a view of one.

    The scenario of a view is `of`, else the one that its key `of` names: beside the file, in the working
    directory, or among those that ship. Raises UnknownName where there is none, CannotRead where it cannot be
    read, InvalidScenario where it is not valid.
    """
    raw, id, label, folder = content_of(name)
    scenario = scenario_named(raw)
    if scenario is None:
        return Side(label, read(raw, label, id, theories()))

    document = scenario_of_view(of or scenario, folder, asked=of is not None)
    view = read_view(raw, label, ViewChecker(document))
    return Side(view.name or label, document, view.values, view.other_version)


def content_of(name: str) -> tuple[bytes, str, str, Path | None]:
    """Return the bytes that a name stands for, the id and the label of the file, and its folder."""
    if existing(name) is None and ":" in name:
        raw, path = at_commit(name)
        return raw, PurePosixPath(path).stem, name, None
    files = find(name)
    if len(files) > 1:
        raise UnknownName("single file", name)
    file = files[0]
    return file.raw(), file.id, file.label, file.path.parent if file.path else None


def sides_of(first: str, second: str, of: str | None) -> tuple[Side, Side]:
    """Return what two names stand for; raises as `side_of`.

    Raises BadSetting if views name different scenarios and do not fit them.
    """
    try:
        return side_of(first, of), side_of(second, of)
    except InvalidScenario as error:
        named = [scenario_named(content_of(name)[0]) for name in (first, second)]
        if of is None and all(named) and named[0] != named[1]:
            said = f"{first} is a view of '{named[0]}', {second} of '{named[1]}'"
            raise BadSetting(f"{said}: views of one scenario can be compared") from error
        raise


def scenario_named(raw: bytes) -> str | None:
    """Return the scenario that a view file names, "" if it names none; None if this is no view file."""
    text = decoded(raw)
    data = tree_of(text).data if isinstance(text, str) else None
    if not isinstance(data, dict) or "view" not in data or "format" in data:
        return None
    of = data.get("of")
    return of if isinstance(of, str) else ""


def scenario_of_view(name: str, folder: Path | None, *, asked: bool) -> Document:
    """Return the scenario that a view is of; raise UnknownName where there is none."""
    if not asked and not PLAIN.fullmatch(name):
        raise UnknownName("scenario", name, aside=OTHERWISE)
    beside = [folder / f"{name}{suffix}" for suffix in SUFFIXES] if folder and name and not asked else []
    found = next((path for path in beside if path.is_file()), None)
    try:
        return load_document(str(found) if found else name, theories())
    except UnknownName as error:
        raise UnknownName("scenario", name, aside=OTHERWISE) from error


def at_commit(name: str) -> tuple[bytes, str]:
    """Return the bytes of a file as git keeps it at a commit, and its path; the name is COMMIT:PATH.

    The path is taken from the working directory, else from the top of the repository. Raises UnknownName if
    git knows no such file, CannotRead if git cannot be asked.
    """
    commit, _, path = name.partition(":")
    if not commit or not path or commit.startswith("-"):
        raise BadSetting(f"{name}: write COMMIT:PATH")
    for place in (f"{commit}:./{path}", f"{commit}:{path}"):
        try:
            ran = subprocess.run(
                ["git", "cat-file", "blob", place], capture_output=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CannotRead(f"cannot read {name}: git does not answer ({error})") from error
        if ran.returncode == 0:
            return ran.stdout, path
    raise UnknownName("file", name, aside="neither here nor in git")
