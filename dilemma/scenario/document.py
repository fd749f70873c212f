"""The document: a scenario file's text, its data, the position of each value, and the scenario."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any, NamedTuple

from dilemma.errors import InvalidScenario
from dilemma.scenario.canonical import canonical
from dilemma.scenario.model import Scenario
from dilemma.scenario.phrases import describe
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.structure import Theories, scenario_shape
from dilemma.scenario.syntax.encoding import decoded
from dilemma.scenario.syntax.from_python import frozen, problems_of_data
from dilemma.scenario.syntax.positions import NOWHERE, Places
from dilemma.scenario.syntax.reader import tree_of
from dilemma.scenario.validation.findings import findings_of
from dilemma.scenario.validation.perspectives import perspective_problems
from dilemma.scenario.validation.validate import validate

__all__ = ["Document", "from_data", "read"]


class Document(NamedTuple):
    """A valid scenario file.

    `id` is its short name, `label` the name the user gave, `data` its content in canonical form (dicts,
    tuples, text, numbers), `marks` the positions of its values, `theories` the frameworks it was validated
    against. `digest` is the SHA-256 of the file's bytes in hexadecimal; None if there is no file.
    `view_files` names, by id, the file of each perspective that comes from a view file.
    """

    id: str
    label: str
    text: str
    data: Mapping[str, Any]
    marks: Places
    scenario: Scenario
    theories: Theories | None = None
    digest: str | None = None
    view_files: Mapping[str, str] = MappingProxyType({})


def read(raw: bytes, label: str, name: str, theories: Theories | None = None) -> Document:
    """Return the document in a file's bytes; raise InvalidScenario with all of its problems.

    If `theories` is given, the frameworks and settings that the file names must be among them.
    """
    digest = sha256(raw).hexdigest()
    try:
        return parsed(raw, digest, label, name, theories)
    except InvalidScenario as error:
        raise InvalidScenario(error.findings, digest) from None


def parsed(raw: bytes, digest: str, label: str, name: str, theories: Theories | None) -> Document:
    """Return the document in a file's bytes, of this SHA-256; raise as `read`."""
    text = decoded(raw)
    if isinstance(text, Problem):
        raise InvalidScenario(findings_of((text,), NOWHERE, "", label))
    tree = tree_of(text)
    if tree.broken:
        raise InvalidScenario(findings_of(tree.problems, tree.places, text, label))
    origin = Origin(name, label, text, tree.places, theories, digest)
    return document_of(origin, tree.data, tree.problems, tree.spoiled)


def from_data(data: Mapping[str, Any], name: str, theories: Theories | None = None) -> Document:
    """Return the document for plain Python data; raise InvalidScenario, with every finding on line 1."""
    origin = Origin(name, f"<{name}>", "", NOWHERE, theories)
    problems = tuple(problems_of_data(data))
    if problems:
        raise InvalidScenario(findings_of(problems, NOWHERE, "", origin.label))
    return document_of(origin, frozen(data), (), frozenset())


class Origin(NamedTuple):
    """The origin of a document's data: its names, its text and the positions in it."""

    id: str
    label: str
    text: str
    marks: Places
    theories: Theories | None
    digest: str | None = None


def document_of(origin: Origin, raw: Any, refused: tuple[Problem, ...], spoiled: frozenset[Path]) -> Document:
    """Return the document for raw data; raise InvalidScenario if there is any problem.

    `refused` are the problems found while reading, `spoiled` the paths of the values they concern.
    """
    if not isinstance(raw, dict):
        problems = (*refused, top_problem(raw))
        raise InvalidScenario(findings_of(problems, origin.marks, origin.text, origin.label))
    if "view" in raw and "format" not in raw:
        raise InvalidScenario(findings_of((view_problem(raw),), origin.marks, origin.text, origin.label))
    data = canonical(raw, scenario_shape())
    file = validate(data, origin.theories, spoiled)
    wrong = (*refused, *file.problems, *perspective_problems(data, origin.theories, file))
    if wrong or file.scenario is None:
        raise InvalidScenario(findings_of(wrong, origin.marks, origin.text, origin.label))
    return Document(
        id=origin.id,
        label=origin.label,
        text=origin.text,
        data=data,
        marks=origin.marks,
        scenario=file.scenario,
        theories=origin.theories,
        digest=origin.digest,
    )


def top_problem(data: Any) -> Problem:
    """Return the problem of a file whose content is not a map."""
    if data is None:
        return Problem((), "empty", "the file is empty")
    return Problem(
        (), "type", f"a scenario is a map, with keys such as title and options, not {describe(data)}"
    )


def view_problem(raw: Mapping[str, Any]) -> Problem:
    """Return the problem of a view file that is given where a scenario is due."""
    of = raw.get("of") if isinstance(raw.get("of"), str) else "SCENARIO"
    message = f"this is a view of a scenario, not a scenario; give it to a command as `{of} --view FILE`"
    return Problem(("view",), "view", message, "key")
