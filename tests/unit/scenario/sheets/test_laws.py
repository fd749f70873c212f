"""No format loses anything: from each into every other, a scenario is the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from dilemma import weigh
from dilemma.frameworks.registry import theories
from dilemma.reports.weigh.record import weighing_record
from dilemma.scenario.document import Document, from_data, read, source_of
from dilemma.scenario.sheets.conversion import file_bytes
from tests.support.samples import EVERY_SCENARIO, SHIPPED_SCENARIOS, THOROUGH
from tests.support.strategies import Data, scenarios
from tests.unit.scenario.sheets.books import packed

FILES = [sample.path for sample in EVERY_SCENARIO.values()]
SOME = FILES if THOROUGH else FILES[1::40]
FEW = [sample.path for sample in list(SHIPPED_SCENARIOS.values())[:: 1 if THOROUGH else 60]]


def every_form(data: Any, id: str) -> list[Document]:
    """Return the scenario read from each format, and from each after a workbook and a folder."""
    names = tuple(theories())

    def again(raw: bytes) -> tuple[Document, Any]:
        return read(raw, id, id, theories()), source_of(raw, id).tree.data

    book, of_book = again(file_bytes(data, "xlsx", "x.xlsx", names, ""))
    folder, of_folder = again(packed(of_book))
    text, of_text = again(file_bytes(of_folder, "yaml", "x.yaml", names, "# head\n"))
    json, _ = again(file_bytes(of_text, "json", "x.json", names, ""))
    return [book, folder, text, json]


@cache
def raw_data(path: Path) -> Any:
    return source_of(path.read_bytes(), path.name).tree.data


@pytest.mark.parametrize("path", SOME, ids=[path.stem for path in SOME])
def test_files_are_the_same_in_every_format(path: Path) -> None:
    """YAML, a workbook, a folder of CSV files and JSON hold the same data, in the same order."""
    before = read(path.read_bytes(), path.name, path.stem, theories())
    for after in every_form(raw_data(path), path.stem):
        assert after.data == before.data
        assert list(after.data["options"]) == list(before.data["options"])


@pytest.mark.parametrize("path", FEW, ids=[path.stem for path in FEW])
def test_files_are_weighed_alike_in_every_format(path: Path) -> None:
    """`weigh --json` says the same of a scenario in every format, its digest and label apart."""
    before, *others = [weighed(raw_data(path)), *map(weighed_document, every_form(raw_data(path), path.stem))]
    assert all(other == before for other in others)


@settings(max_examples=200 if THOROUGH else 20)
@given(scenarios())
def test_random_scenarios_are_the_same_as_sheets_and_as_text(data: Data) -> None:
    """A random scenario is the same as a folder of sheets, as YAML and as JSON."""
    before = from_data(data, "random", theories())
    raws = (packed(data), *(file_bytes(data, form, "x", (), "") for form in ("yaml", "json")))
    assert all(read(raw, "x", "x", theories()).data == before.data for raw in raws)


@settings(max_examples=100 if THOROUGH else 3)
@given(scenarios())
def test_random_scenarios_are_the_same_in_every_format(data: Data) -> None:
    """A random scenario is the same after it went through every format, a workbook too."""
    before = from_data(data, "random", theories())
    assert all(after.data == before.data for after in every_form(data, "random"))


def weighed(data: Any) -> Any:
    return weighed_document(from_data(data, "x", theories()))


def weighed_document(document: Document) -> Any:
    """Return the record of a weighing without what says which file it is of."""
    anonymous = document._replace(id="x", label="<x>", digest=None, text="")
    return weighing_record(weigh(anonymous))
