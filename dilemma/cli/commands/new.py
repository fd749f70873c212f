"""`dilemma new`: a new scenario file, from the starter or as a copy."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from dilemma.cli.completion import complete_scenarios
from dilemma.cli.files import write_file
from dilemma.cli.output import remark, write_text
from dilemma.errors import BadSetting, CannotWrite

__all__ = ["new"]

SUFFIXES = (".yaml", ".yml")

SCHEMA = "scenario.schema.json"
"""The schema of scenario files, by the name that the first line of a new file gives."""
MOST_OF_SCHEMA = 1024 * 1024  # bytes read of what stands at its place: ours has a tenth

Name = Annotated[str, typer.Argument(metavar="NAME", help="What to call it: NAME.yaml is written.")]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SCENARIO",
        help="Copy this scenario instead of the starter.",
        autocompletion=complete_scenarios,
    ),
]


NoSchema = Annotated[bool, typer.Option("--no-schema", help=f"Write no {SCHEMA} beside it.")]


def new(name: Name, from_: From = None, no_schema: NoSchema = False) -> None:
    """Write a commented file to start from, or a copy of a scenario.

    \b
    dilemma new harbour
    dilemma new harbour --from means
    dilemma new harbour --from cluster
    """  # noqa: D301 - the command line reads this sign
    from dilemma.frameworks.registry import theories
    from dilemma.scenario.files import copy_of, starter

    path = _path(name)
    write_new(path, starter() if from_ is None else copy_of(from_, theories()))
    beside = "" if no_schema else write_schema(path.with_name(SCHEMA))
    shown = shlex.quote(str(path))
    write_text(f"Wrote {path}{beside}. Edit it, then: dilemma check {shown}; dilemma weigh {shown}\n")


def _path(name: str) -> Path:
    """Return the path of the new file; raise BadSetting for a name that no YAML file can have."""
    if not name.strip() or name.endswith(("/", os.sep)) or not name.isprintable():
        raise BadSetting(f"new: {name!r} cannot be the name of a file")
    path = Path(name if name.endswith(SUFFIXES) else f"{name}.yaml")
    if name.endswith(".json"):
        raise BadSetting(f"new: writes YAML; call it {Path(name).with_suffix('.yaml')}")
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
