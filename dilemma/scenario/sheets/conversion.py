"""A scenario in each format: as the bytes of a file, or as those of the files of a folder."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

import yaml

from dilemma.scenario.sheets.packed import CSV
from dilemma.scenario.sheets.tables import tables_of
from dilemma.scenario.syntax.escapes import with_stand_ins
from dilemma.scenario.syntax.reader import LOADER
from dilemma.scenario.syntax.writer import yaml_text

__all__ = ["FORMATS", "file_bytes", "folder_texts", "format_of", "has_comments"]

FORMATS: Final[Mapping[str, tuple[str, ...]]] = {
    "yaml": (".yaml", ".yml"),
    "json": (".json",),
    "xlsx": (".xlsx",),
    "csv": (),
}
"""The formats of a scenario, and how the names of their files end; `csv` is a folder of files."""

SLASHES = ("/", "\\")
MODELINE_START = "# yaml-language-server:"


def format_of(name: str) -> str | None:
    """Return the format that a name asks for by its end; None if it asks for none."""
    if name.endswith(SLASHES):
        return "csv"
    suffix = PurePath(name).suffix.lower()
    return next((form for form, suffixes in FORMATS.items() if suffix in suffixes), None)


def file_bytes(data: Mapping[str, Any], form: str, name: str, theories: Sequence[str], head: str) -> bytes:
    """Return the data of a valid scenario as a file in one of the formats, `csv` apart.

    `head` stands before YAML; `name` is how the file will be called, `theories` are offered in a workbook.
    Raises CannotWrite as `workbook_bytes` does.
    """
    if form == "xlsx":
        from dilemma.scenario.sheets.workbook import workbook_bytes

        return workbook_bytes(tables_of(data), name, theories)
    if form == "json":
        return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
    return (head + yaml_text(data)).encode("utf-8")


def folder_texts(data: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of a folder by their names; raise CannotWrite for a text that no cell holds."""
    from dilemma.scenario.sheets.texts import csv_texts

    return {f"{name}{CSV}": text for name, text in csv_texts(tables_of(data)).items()}


def has_comments(text: str) -> bool:
    """Return whether the text of a valid YAML file has comments, beside the line that names its schema."""
    first, _, rest = text.partition("\n")
    written = with_stand_ins(rest if first.startswith(MODELINE_START) else text)
    end = 0
    for token in yaml.scan(written, Loader=LOADER):
        if "#" in written[end : token.start_mark.index]:
            return True
        end = max(end, token.end_mark.index)
    return "#" in written[end:]
