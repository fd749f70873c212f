"""Reading of one view file in YAML or JSON, with the position of every problem."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from dilemma.errors import InvalidScenario, UnknownName
from dilemma.scenario.files import ScenarioFile, existing
from dilemma.scenario.phrases import describe
from dilemma.scenario.problem import Marks, Problem, still_new
from dilemma.scenario.syntax.encoding import decoded
from dilemma.scenario.syntax.positions import NOWHERE
from dilemma.scenario.syntax.reader import tree_of
from dilemma.scenario.validation.findings import findings_of
from dilemma.scenario.views.checks import FORMAT, ViewChecker
from dilemma.scenario.views.person_view import PersonView

__all__ = ["load_view", "read_view"]


def load_view(name: str, checker: ViewChecker) -> PersonView:
    """Return the view in the file at a path; `-` is standard input.

    Raises UnknownName where there is no such file, CannotRead where it cannot be read, InvalidScenario, with
    all of its problems, where it is not valid.
    """
    path = None if name == "-" else existing(name)
    if name != "-" and (path is None or path.is_dir()):
        raise UnknownName("view file", name)
    file = ScenarioFile(name, "<stdin>" if path is None else name, path)
    return read_view(file.raw(), file.label, checker)


def read_view(raw: bytes, label: str, checker: ViewChecker) -> PersonView:
    """Return the view in a file's bytes; raise InvalidScenario with all of its problems."""
    text = decoded(raw)
    if isinstance(text, Problem):
        refuse((text,), NOWHERE, "", label)
    tree = tree_of(text)
    if tree.broken:
        refuse(tree.problems, tree.places, text, label)
    if not isinstance(tree.data, dict):
        what = "the file is empty" if tree.data is None else f"a view is a map, not {describe(tree.data)}"
        problem = Problem((), "type", f"{what}; it begins with `view: {FORMAT}`")
        refuse((*tree.problems, problem), tree.places, text, label)
    found = checker.checked(tree.data, label)
    if tree.problems or found.view is None:
        refuse((*tree.problems, *still_new(found.problems, tree.spoiled)), tree.places, text, label)
    return found.view


def refuse(problems: Iterable[Problem], places: Marks, text: str, label: str) -> NoReturn:
    """Raise InvalidScenario for the problems of a file."""
    raise InvalidScenario(findings_of(problems, places, text, label))
