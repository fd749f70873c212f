"""A scenario file, read: its text, its data, where each value stands, and what it states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dilemma.errors import InvalidScenario
from dilemma.scenario.canonical import canonical
from dilemma.scenario.checking import judged
from dilemma.scenario.decoding import decoded
from dilemma.scenario.events import tree_of
from dilemma.scenario.nouns import Scenario
from dilemma.scenario.perspectives import perspective_problems
from dilemma.scenario.places import NOWHERE, Places
from dilemma.scenario.placing import findings_of
from dilemma.scenario.plain import frozen, strange
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.references import Theories
from dilemma.scenario.saying import called
from dilemma.scenario.shape import scenario_shape

__all__ = ["Document", "from_data", "read"]


@dataclass(frozen=True)
class Document:
    """A valid scenario file.

    `id` is its short name, `label` how the user called it, `data` what it says in one canonical form (dicts,
    tuples, text, numbers), `theories` the frameworks it was checked against.
    """

    id: str
    label: str
    text: str
    data: Mapping[str, Any]
    marks: Places
    scenario: Scenario
    theories: Theories | None = None


def read(raw: bytes, label: str, name: str, theories: Theories | None = None) -> Document:
    """Return the document that a file's bytes hold; raise InvalidScenario with all that is wrong with it.

    Where `theories` is given, the frameworks and settings the file names must be among them.
    """
    text = decoded(raw)
    if isinstance(text, Problem):
        raise InvalidScenario(findings_of((text,), NOWHERE, "", label))
    tree = tree_of(text)
    if tree.broken or not isinstance(tree.data, dict):
        top = () if tree.broken else (top_problem(tree.data),)
        raise InvalidScenario(findings_of((*tree.problems, *top), tree.places, text, label))
    source = Source(name, label, text, tree.places, theories)
    return document_of(source, tree.data, tree.problems, tree.spoiled)


def from_data(data: Mapping[str, Any], name: str, theories: Theories | None = None) -> Document:
    """Return the document that plain Python data states; raise InvalidScenario, every finding on line 1."""
    source = Source(name, f"<{name}>", "", NOWHERE, theories)
    problems = tuple(strange(data))
    if problems:
        raise InvalidScenario(findings_of(problems, NOWHERE, "", source.label))
    return document_of(source, frozen(data), (), frozenset())


@dataclass(frozen=True)
class Source:
    """Where a document's data came from."""

    id: str
    label: str
    text: str
    marks: Places
    theories: Theories | None


def document_of(source: Source, raw: Any, refused: tuple[Problem, ...], spoiled: frozenset[Path]) -> Document:
    """Return the document raw data states; raise InvalidScenario where anything is wrong with it."""
    data = canonical(raw, scenario_shape())
    file = judged(data, source.theories, spoiled)
    wrong = (*refused, *file.problems, *perspective_problems(data, source.theories, file))
    if wrong or file.scenario is None:
        raise InvalidScenario(findings_of(wrong, source.marks, source.text, source.label))
    return Document(source.id, source.label, source.text, data, source.marks, file.scenario, source.theories)


def top_problem(data: Any) -> Problem:
    """Return the problem of a file that is no map."""
    if data is None:
        return Problem((), "empty", "the file is empty")
    return Problem(
        (), "type", f"a scenario is a map, with keys such as title and options, not {called(data)}"
    )
