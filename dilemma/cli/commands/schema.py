"""`dilemma schema`: the JSON Schema of an output, or of a scenario file."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma.cli.output import write_data

__all__ = ["schema"]


def schema(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A command, for its JSON; or scenario, for files."),
    ],
) -> None:
    """Print the JSON Schema of an output, or of scenario files.

    \b
    dilemma schema weigh
    dilemma schema scenario > scenario.schema.json
    """  # noqa: D301 - the command line reads this sign
    from dilemma.reports.schemas import schema_text

    write_data(schema_text(name))
