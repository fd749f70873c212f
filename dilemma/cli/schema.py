"""`dilemma schema`: the JSON Schema of an output."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma.cli.output import write_text

__all__ = ["schema"]


def schema(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The command whose JSON it describes: weigh.")],
) -> None:
    """Print the JSON Schema of what a command prints with --json.

    \b
    dilemma schema weigh
    """  # noqa: D301 - the command line reads this sign
    from dilemma.report.schemas import schema_text

    write_text(schema_text(name))
