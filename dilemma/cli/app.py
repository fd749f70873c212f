"""The Typer application: its name, its help text and its commands."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from dilemma import __version__

__all__ = ["app"]

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
"""The names of the commands, in the order of the help.

Each command is a function in a module under `commands`; function and module have the name of the command.
"""


class Commands(TyperGroup):
    """A group that imports the module of a command only when the command is used."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - the names are the same everywhere
        """Return the names of all commands, in the order in which the help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> Any:  # noqa: ARG002 - as above
        """Return the command of this name, or None.

        For an unknown name it imports every command, so that Typer can suggest a similar name.
        """
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.add_command(_imported(name))
        return self.commands.get(cmd_name)


def _imported(name: str) -> Any:
    """Import the module of a command and return the command that Typer builds from its function."""
    single = typer.Typer(rich_markup_mode=None, add_completion=False)
    single.command(name)(getattr(import_module(f"dilemma.cli.commands.{name}"), name))
    return get_command(single)


app = typer.Typer(
    name="dilemma",
    cls=Commands,
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
