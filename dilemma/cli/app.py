"""The command line as a whole: its name, its help, its commands."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from dilemma import __version__

__all__ = ["app"]

app = typer.Typer(
    name="dilemma",
    help="Weigh a hard public choice: what each ethical framework says of it, side by side, and why.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dilemma {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Weigh a hard public choice: what each ethical framework says of it, side by side, and why."""


COMMANDS = (
    "scenarios",
    "new",
    "check",
    "weigh",
    "explain",
    "cruxes",
    "stress",
    "reconcile",
    "report",
    "dials",
    "frameworks",
    "methods",
    "schema",
)
"""Each is a function of its name, in a module of its name beside this one; in the order of their use."""


def needed(words: list[str]) -> Iterable[str]:
    """Return the command the first word names, else all: typer takes apart each one it is given."""
    return [name for name in COMMANDS if name in words[:1]] or COMMANDS


for name in needed(sys.argv[1:]):
    app.command()(getattr(import_module(f"dilemma.cli.commands.{name}"), name))
