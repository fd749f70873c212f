"""`dilemma new`: a new scenario file, from the starter or as a copy."""

from __future__ import annotations

import os
import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dilemma.cli.commands.convert import write_folder, write_scenario
from dilemma.cli.completion import complete_scenarios
from dilemma.cli.files import document_suffix, write_file
from dilemma.cli.messages import remark, tell_written
from dilemma.errors import BadSetting, CannotWrite

__all__ = ["new"]

SUFFIXES = (".yaml", ".yml")

SCHEMA = "scenario.schema.json"
"""The schema of scenario files, by the name that the first line of a new file gives."""
MOST_OF_SCHEMA = 1024 * 1024  # bytes read of what stands at its place: ours has a sixth


class NewFormat(StrEnum):
    """Formats of a new scenario."""

    YAML = "yaml"
    XLSX = "xlsx"
    CSV = "csv"


SHEETS = (NewFormat.XLSX, NewFormat.CSV)

BLANK = {"format": 1}
"""The data of a scenario without entries."""

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="What to call it: NAME.yaml, NAME.xlsx or the folder NAME/.")
]
As = Annotated[
    NewFormat | None,
    typer.Option("--format", help="A commented file, a workbook with drop-downs, or a folder of CSV files."),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SCENARIO",
        help="Copy this scenario instead of the starter.",
        autocompletion=complete_scenarios,
    ),
]


Blank = Annotated[
    bool,
    typer.Option("--blank", help="Headings and drop-downs alone, in a workbook or a folder of CSV files."),
]
NoSchema = Annotated[bool, typer.Option("--no-schema", help=f"Write no {SCHEMA} beside a file of YAML.")]


def new(
    name: Name,
    from_: From = None,
    format_: As = None,
    *,
    blank: Blank = False,
    no_schema: NoSchema = False,
) -> None:
    """Write a commented file or a workbook to start from, or a copy of a scenario.

    \b
    dilemma new harbour
    dilemma new harbour.xlsx --blank
    dilemma new harbour --from means
    dilemma new harbour --from cluster
    """  # noqa: D301 - the command line reads this sign
    from dilemma.frameworks.registry import theories
    from dilemma.scenario.files import copy_of, starter
    from dilemma.scenario.sheets.conversion import format_of

    form = format_.value if format_ else format_of(name)
    if blank and (from_ is not None or form not in SHEETS):
        raise BadSetting("--blank: goes with a workbook or a folder of CSV files, and without --from")
    if form in SHEETS:
        path = _new_blank(name, form) if blank else _new_sheets(name, form, from_)
        beside, how = "", "Fill it in a spreadsheet program"
    else:
        path = _path(name)
        write_new(path, starter() if from_ is None else copy_of(from_, theories()))
        beside = "" if no_schema else write_schema(path.with_name(SCHEMA))
        how = "Edit it"
    shown = shlex.quote(str(path))
    tell_written(path, f"{beside}. {how}, then: dilemma check {shown}; dilemma weigh {shown}")


def _new_sheets(name: str, form: str, from_: str | None) -> Path:
    """Write a workbook or a folder of sheets, and return its path."""
    from dilemma.frameworks.registry import theories
    from dilemma.scenario.document import read, source_of
    from dilemma.scenario.files import single, starter

    path = _sheets_path(name, form)
    file = None if from_ is None else single(from_)
    raw, label = (file.raw(), file.label) if file else (starter().encode("utf-8"), "starter.yaml")
    document = read(raw, label, path.stem, theories())
    write_scenario(source_of(raw, label).tree.data, document, str(path), form)
    return path


def _new_blank(name: str, form: str) -> Path:
    """Write a workbook or a folder of sheets without entries, and return its path."""
    from dilemma.frameworks.registry import theories
    from dilemma.scenario.sheets.conversion import file_bytes, folder_texts

    path = _sheets_path(name, form)
    if form == NewFormat.CSV:
        write_folder(path, folder_texts(BLANK))
    else:
        write_file(path, file_bytes(BLANK, form, path.name, tuple(theories()), ""))
    return path


def _sheets_path(name: str, form: str) -> Path:
    """Return the path of a new workbook or folder; raise BadSetting for a name that neither can have.

    Raises CannotWrite if it is there already.
    """
    path = name.rstrip("/" + os.sep) if form == NewFormat.CSV else name
    if not path.strip() or path.endswith(("/", os.sep)) or not path.isprintable():
        raise BadSetting(f"new: {name!r} cannot be the name of a file")
    if form == NewFormat.XLSX and not path.lower().endswith(f".{form}"):
        path = f"{path}.{form}"
    if os.path.lexists(path):
        raise CannotWrite(f"{path} is there already; choose another name")
    return Path(path)


def _path(name: str) -> Path:
    """Return the path of the new file; raise BadSetting for a name that no YAML file can have."""
    if not name.strip() or name.endswith(("/", os.sep)) or not name.isprintable():
        raise BadSetting(f"new: {name!r} cannot be the name of a file")
    path = Path(name if name.lower().endswith(SUFFIXES) else f"{name}.yaml")
    if path.name != Path(name).name and (end := document_suffix(name)):
        stem = name[: -len(end)]
        raise BadSetting(f"new: writes no {end}; call it {stem}.yaml or {stem}.xlsx")
    return path


def write_new(path: Path, text: str) -> None:
    """Write a new file, completely or not at all; raise CannotWrite if the path exists already."""
    if os.path.lexists(path):
        raise CannotWrite(f"{path} is there already; choose another name")
    write_file(path, text)


def write_schema(path: Path) -> str:
    """Write the schema of scenario files, for editors; return what to say of it, in brackets, if anything.

    A schema that another version of the program wrote is renewed; any other file is left as it is. A schema
    that cannot be written is said on standard error: the scenario is complete without it.
    """
    from dilemma.reports.schemas import schema_text
    from dilemma.reports.schemas.scenario_file import is_file_schema

    text = schema_text("scenario")
    there = os.path.lexists(path)
    held = _held(path) if there else None
    if held == text:
        return ""
    if there and (held is None or not is_file_schema(held)):
        return f" ({path} is not of this program, and stays)"
    try:
        write_file(path, text)
    except CannotWrite as error:
        remark(f"dilemma: {error}")
        return ""
    return f" (and renewed {path})" if there else f" (and {path}, for editors)"


def _held(path: Path) -> str | None:
    """Return the text of a file; None where it is no regular file, or cannot be read as text."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MOST_OF_SCHEMA).decode("utf-8")
    except (OSError, ValueError):
        return None
