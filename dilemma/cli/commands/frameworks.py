"""`dilemma frameworks`: the theories; of one, its claim, steps, settings, sources and objections."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma.cli.completion import complete_frameworks
from dilemma.cli.options import Color, ColorMode, JsonAlone
from dilemma.cli.output import show_blocks, warn_of_broken_plugins, write_json

__all__ = ["frameworks"]

Name = Annotated[
    str | None,
    typer.Argument(metavar="F", help="The id or the name of a theory.", autocompletion=complete_frameworks),
]


def frameworks(name: Name = None, json: JsonAlone = False, color: Color = ColorMode.AUTO) -> None:
    """List the theories, or show one in full.

    One in full: claim, steps, formula, settings, sources, known objections.

    \b
    dilemma frameworks
    dilemma frameworks double-effect
    """  # noqa: D301 - the command line reads this sign
    from dilemma.frameworks.registry import frameworks_named
    from dilemma.reports.catalogue.frameworks import catalogue_blocks, theories_record, theory_blocks

    warn_of_broken_plugins()
    wanted = frameworks_named([name] if name else [])
    if json:
        write_json(theories_record(wanted))
    else:
        show_blocks(theory_blocks(wanted[0]) if name else catalogue_blocks(wanted), color)
