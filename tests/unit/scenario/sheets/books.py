"""Workbooks and folders of sheets for tests: a scenario's, with some cells changed."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
import yaml

from dilemma.errors import Finding, InvalidScenario
from dilemma.frameworks.registry import theories
from dilemma.scenario.document import Document, read
from dilemma.scenario.sheets.packed import packed_texts
from dilemma.scenario.sheets.tables import tables_of
from dilemma.scenario.sheets.texts import csv_texts
from dilemma.scenario.sheets.workbook import workbook_bytes

__all__ = ["SMALL", "changed", "findings", "packed", "read_back", "workbook"]

SMALL: Mapping[str, Any] = yaml.safe_load("""
format: 1
title: A ferry
question: Should it sail?
parties: {crew: {size: 3}, guests: {}}
beliefs: {storm: {claim: It storms, probability: 0.3}}
consequences:
  drown: {party: crew, count: 3, value: -1, when: storm}
  late: {party: guests, value: -0.1}
options:
  sail: {consequences: {drown: [0.1, 0.2, 0.4]}}
  stay: {omission: true, consequences: {late: 1}}
""")


def workbook(data: Mapping[str, Any]) -> bytes:
    """Return the workbook of a scenario's data."""
    return workbook_bytes(tables_of(data), "test.xlsx", tuple(theories()))


def packed(data: Mapping[str, Any]) -> bytes:
    """Return the folder of CSV files of a scenario's data, packed."""
    return packed_texts(csv_texts(tables_of(data)))


def read_back(raw: bytes) -> Document:
    """Return the scenario in the bytes of sheets."""
    return read(raw, "mine.xlsx", "mine", theories())


def changed(change: Callable[[Any], None], data: Mapping[str, Any] = SMALL) -> bytes:
    """Return a workbook of the small scenario, of its cells alone, after a change by openpyxl."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table in tables_of(data):
        if table.rows:
            sheet = book.create_sheet(table.name)
            sheet.append([column.heading for column in table.columns])
            for row in table.rows:
                sheet.append(row)
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def findings(raw: bytes) -> tuple[Finding, ...]:
    """Return the errors in the bytes of sheets; none if they are a valid scenario."""
    try:
        read_back(raw)
    except InvalidScenario as error:
        return error.findings
    return ()
