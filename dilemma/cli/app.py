"""The command line as a whole: its name, its help, its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma import __version__
from dilemma.cli.cruxes import cruxes
from dilemma.cli.dials import dials
from dilemma.cli.explain import explain
from dilemma.cli.frameworks import frameworks
from dilemma.cli.methods import methods
from dilemma.cli.reconcile import reconcile
from dilemma.cli.schema import schema
from dilemma.cli.weigh import weigh

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


app.command()(weigh)
app.command()(explain)
app.command()(cruxes)
app.command()(dials)
app.command()(reconcile)
app.command()(frameworks)
app.command()(methods)
app.command()(schema)
