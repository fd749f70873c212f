"""`dilemma methods`: the methods of reconcile; of one, its claim, formula, needs, sources and objections."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma.cli.options import Color, ColorMode, JsonAlone
from dilemma.cli.output import show_blocks, write_json

__all__ = ["methods"]

Name = Annotated[str | None, typer.Argument(metavar="M", help="The id or the name of a method.")]


def methods(name: Name = None, json: JsonAlone = False, color: Color = ColorMode.AUTO) -> None:
    """List the methods of reconcile, or show one in full.

    One in full: claim, formula, what an option worst by all would change, needs, sources, known objections.

    \b
    dilemma methods
    dilemma methods split-cycle
    """  # noqa: D301 - the command line reads this sign
    from dilemma.reconciliation.methods.catalogue import METHODS, method_named
    from dilemma.reports.catalogue.methods import list_blocks, method_blocks, methods_record

    wanted = (method_named(name),) if name else METHODS
    if json:
        write_json(methods_record(wanted))
    else:
        show_blocks(method_blocks(wanted[0]) if name else list_blocks(wanted), color)
