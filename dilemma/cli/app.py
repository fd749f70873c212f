"""The Typer application: its name, its help text and its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma import __version__
from dilemma.cli.help import SETTINGS, Commands

__all__ = ["app"]

HELP = "Weigh a hard public choice: what each ethical theory says of it, side by side, and why."

app = typer.Typer(
    name="dilemma",
    cls=Commands,
    help=HELP,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings=SETTINGS,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dilemma {__version__}")
        raise typer.Exit


@app.callback(help=HELP)
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read the options that stand before the name of a command."""
