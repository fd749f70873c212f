"""The document: a scenario file's text, its data, the position of each value, and the scenario."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any, NamedTuple

from dilemma.errors import CannotRead, InvalidScenario
from dilemma.scenario.correlations.problems import not_drawn_problems
from dilemma.scenario.model import Scenario
from dilemma.scenario.phrases import describe
from dilemma.scenario.problem import Marks, Path, Problem, still_new
from dilemma.scenario.structure.canonical import canonical
from dilemma.scenario.structure.shapes import Theories, scenario_shape
from dilemma.scenario.syntax.encoding import ZIPPED, decoded
from dilemma.scenario.syntax.from_python import frozen, problems_of_data
from dilemma.scenario.syntax.positions import NOWHERE
from dilemma.scenario.syntax.reader import Tree, tree_of
from dilemma.scenario.validation.findings import findings_of
from dilemma.scenario.validation.perspectives import perspective_problems
from dilemma.scenario.validation.validate import validate

__all__ = ["Document", "Source", "from_data", "read", "source_of"]


class Document(NamedTuple):
    """A valid scenario file, workbook or folder of sheets.

    `id` is its short name, `label` the name the user gave, `text` the file's text (none of sheets),
    `data` its content in canonical form (dicts, tuples, text, numbers), `marks` the positions of its values,
    `theories` the frameworks it was validated against. `digest` is the SHA-256 of the file's bytes in
    hexadecimal, of a folder that of its CSV files joined in the order of their names; None without a file.
    `view_files` names, by id, the file of each perspective that comes from a view file. Documents are equal
    where all of that is but `marks`, which follow from the file.
    """

    id: str
    label: str
    text: str
    data: Mapping[str, Any]
    marks: Marks
    scenario: Scenario
    theories: Theories | None = None
    digest: str | None = None
    view_files: Mapping[str, str] = MappingProxyType({})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return tuple(self._replace(marks=NOWHERE)) == tuple(other._replace(marks=NOWHERE))

    def __ne__(self, other: object) -> bool:
        return not self == other  # a tuple has a comparison of its own

    def __hash__(self) -> int:
        return hash((self.id, self.label, self.text, self.digest))

    def __repr__(self) -> str:
        return f"<Document {self.id}: “{self.scenario.title}”, {len(self.scenario.options)} options>"


def read(raw: bytes, label: str, name: str, theories: Theories | None = None) -> Document:
    """Return the document in a file's bytes; raise InvalidScenario with all of its problems.

    If `theories` is given, the frameworks and settings that the file names must be among them.
    """
    try:
        source = source_of(raw, label)
        origin = Origin(name, label, source.text, source.tree.places, theories, source.digest)
        return document_of(origin, source.tree.data, source.tree.problems, source.tree.spoiled)
    except InvalidScenario as error:
        raise InvalidScenario(error.findings, digest_of(raw)) from None


class Source(NamedTuple):
    """What the bytes of a scenario hold, not validated yet: plain data with positions, text, and digest."""

    tree: Tree
    text: str
    digest: str


def source_of(raw: bytes, label: str) -> Source:
    """Return what is in the bytes of a file of text, of a workbook or of a packed folder of sheets.

    Raises InvalidScenario if the end could not be reached, CannotRead if what reads workbooks is missing.
    """
    if raw.startswith(ZIPPED):
        source = source_of_sheets(raw, label)
    else:
        text = decoded(raw)
        if isinstance(text, Problem):
            raise InvalidScenario(findings_of((text,), NOWHERE, "", label))
        source = Source(tree_of(text), text, digest_of(raw))
    if source.tree.broken:
        raise InvalidScenario(findings_of(source.tree.problems, source.tree.places, source.text, label))
    return source


def source_of_sheets(raw: bytes, label: str) -> Source:
    """Return what is in the bytes of a workbook or of a packed folder; raise as `source_of`."""
    from dilemma.scenario.sheets.packed import require_reader, sheets_in
    from dilemma.scenario.sheets.reader import tree_of_sheets
    from dilemma.scenario.syntax.archives import TooManyValues

    require_reader(raw, label)
    try:
        return Source(tree_of_sheets(sheets_in(raw, label)), "", digest_of(raw))
    except CannotRead as error:
        message = str(error).removeprefix(f"cannot read {label}").lstrip(":, /")
        code = "values" if isinstance(error, TooManyValues) else "workbook"
        problem = Problem((), code, message)
        raise InvalidScenario(findings_of((problem,), NOWHERE, "", label)) from error


def digest_of(raw: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal; of a packed folder, of its sheets joined."""
    from dilemma.scenario.sheets.packed import digest_of_sheets

    return digest_of_sheets(raw) if raw.startswith(ZIPPED) else sha256(raw).hexdigest()


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
    marks: Marks
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
    known = file.unreliable.paths | {problem.path for problem in file.problems}
    drawn = still_new(not_drawn_problems(data, file.unreliable.maps), known)
    wrong = (*refused, *file.problems, *drawn, *perspective_problems(data, origin.theories, file))
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
    message = f"this is a view of a scenario, not a scenario; name '{of}', and this file as a view of it"
    return Problem(("view",), "view", message, "key")
