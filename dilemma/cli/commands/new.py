"""`dilemma new`: a new scenario file, from the starter or as a copy."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from dilemma.cli.completion import complete_scenarios
from dilemma.cli.files import write_file
from dilemma.cli.output import write_text
from dilemma.errors import BadSetting, CannotWrite

__all__ = ["new"]

SUFFIXES = (".yaml", ".yml")

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


def new(name: Name, from_: From = None) -> None:
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
    shown = shlex.quote(str(path))
    write_text(f"Wrote {path}. Edit it, then: dilemma check {shown}; dilemma weigh {shown}\n")


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
