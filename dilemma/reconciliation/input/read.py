"""Reader of the input of `reconcile`: a scenario, verdicts, ballots, or the output of `weigh --json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NoReturn

from dilemma.errors import CannotRead, InvalidScenario
from dilemma.reconciliation.input.ballots import table_of_ballots
from dilemma.reconciliation.input.kinds import kind_of
from dilemma.reconciliation.input.printed import SCHEMA, PrintedWeighing, weighing_of_data
from dilemma.reconciliation.input.sheet_table import first_of, table_of_sheet
from dilemma.reconciliation.input.table import Table, is_table, table_from_data, table_of
from dilemma.reconciliation.input.table_checks import table_problems
from dilemma.reconciliation.input.xmcda import table_of_xmcda
from dilemma.scenario.document import Document, read
from dilemma.scenario.files import ScenarioFile
from dilemma.scenario.problem import Problem
from dilemma.scenario.sheets.packed import holds_sheets_of_scenario
from dilemma.scenario.structure.shapes import Theories
from dilemma.scenario.syntax.cells import sheet_of_text, sheets_of_workbook
from dilemma.scenario.syntax.encoding import MIB, decoded
from dilemma.scenario.syntax.from_python import frozen, problems_of_data
from dilemma.scenario.syntax.positions import NOWHERE
from dilemma.scenario.syntax.reader import tree_of
from dilemma.scenario.validation.findings import findings_of

__all__ = ["read_any", "table_of_data"]

MOST_BYTES = 16 * MIB
"""Bytes: the output of `weigh --json` on a file at its limit of 1 MiB is longer than the file."""

OURS = "dilemma."


def read_any(file: ScenarioFile, theories: Theories) -> Document | Table | PrintedWeighing:
    """Return the document, table or printed weighing in a file.

    Raises InvalidScenario with its problems, CannotRead where a package is missing that reads its form.
    """
    raw = file.raw(MOST_BYTES)
    found = content_of(raw, file, theories)
    return found if isinstance(found, Document) else found._replace(digest=sha256(raw).hexdigest())


def content_of(raw: bytes, file: ScenarioFile, theories: Theories) -> Document | Table | PrintedWeighing:
    """Return what the bytes of a file hold; raise as `read_any`."""
    match kind_of(file, raw):
        case "workbook":
            return of_workbook(raw, file, theories)
        case "text table":
            return table_of_sheet(sheet_of_text(text_of(raw, file.label), file.label), file.label, file.id)
        case "ballots":
            return table_of_ballots(text_of(raw, file.label), file.label, file.id)
        case "xml":
            return table_of_xmcda(text_of(raw, file.label), file.label, file.id)
    return of_tree(raw, file, theories)


def of_workbook(raw: bytes, file: ScenarioFile, theories: Theories) -> Document | Table:
    """Return the scenario in a workbook or a folder of sheets, or the table in a workbook."""
    if len(raw) > MOST_BYTES:
        raise CannotRead(f"cannot read {file.label}: it is over {MOST_BYTES // MIB} MiB")
    if holds_sheets_of_scenario(raw):
        return read(raw, file.label, file.id, theories)
    sheet, remarks = first_of(sheets_of_workbook(raw, file.label), file.label)
    return table_of_sheet(sheet, file.label, file.id, remarks)


def text_of(raw: bytes, label: str) -> str:
    """Return the text of a file; raise InvalidScenario at a byte that is not UTF-8, or if it is too large."""
    text = decoded(raw, MOST_BYTES)
    if isinstance(text, Problem):
        readable = raw.decode("utf-8", "replace") if text.code == "encoding" else ""
        raise InvalidScenario(findings_of((text,), NOWHERE, readable, label))
    return text


def of_tree(raw: bytes, file: ScenarioFile, theories: Theories) -> Document | Table | PrintedWeighing:
    """Return what YAML or JSON holds."""
    printed = printed_weighing(raw, file.label)
    if printed is not None:
        return printed
    try:
        return read(raw, file.label, file.id, theories)
    except InvalidScenario:
        text = decoded(raw)
        tree = tree_of(text) if isinstance(text, str) else None
        if tree is None or tree.broken or not is_table(tree.data):
            raise
    return table_of(tree, str(text), file.label, file.id)


def table_of_data(data: Mapping[str, Any], id: str) -> Table:
    """Return the table for plain Python data; raise InvalidScenario, every finding on line 1."""
    label = f"<{id}>"
    problems = tuple(problems_of_data(data)) or tuple(table_problems(frozen(data)))
    if problems:
        raise InvalidScenario(findings_of(problems, NOWHERE, "", label))
    return table_from_data(frozen(data), label, id)


def printed_weighing(raw: bytes, label: str) -> PrintedWeighing | None:
    """Return the weighing in a JSON file, or None if it is not output of ours.

    Raises InvalidScenario for output of another command, of several files, or with mistakes.
    """
    if raw.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        text = raw.decode("utf-8")
        data = json.loads(text, parse_constant=no_number)
    except (ValueError, RecursionError):
        return None
    if isinstance(data, list) and data and all(schema_of(item) for item in data):
        several = f"these are {len(data)} results; reconcile one at a time"
        refuse(Problem((), "several", several), text, label)
    schema = schema_of(data)
    if schema is None:
        return None
    if schema != SCHEMA:
        message = f"this is '{schema}'; reconcile reads '{SCHEMA}', the record of a weighing"
        refuse(Problem(("schema",), "schema", message), text, label)
    return weighing_of_data(data, text, label)


def refuse(problem: Problem, text: str, label: str) -> NoReturn:
    """Raise InvalidScenario for one problem of JSON text."""
    raise InvalidScenario(findings_of((problem,), tree_of(text).places, text, label))


def schema_of(data: object) -> str | None:
    """Return the schema that data names if it is one of ours, else None."""
    schema = data.get("schema") if isinstance(data, dict) else None
    return schema if isinstance(schema, str) and schema.startswith(OURS) else None


def no_number(word: str) -> NoReturn:
    """Raise ValueError for NaN and infinities, which are not valid JSON."""
    raise ValueError(word)
