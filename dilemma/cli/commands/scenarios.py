"""`dilemma scenarios`: the list of shipped dilemmas, by domain."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma.cli.options import Color, ColorMode, JsonAlone
from dilemma.cli.output import show_blocks, write_json

__all__ = ["scenarios"]

Domain = Annotated[str | None, typer.Argument(metavar="DOMAIN", help="Only this domain, such as war.")]


def scenarios(domain: Domain = None, json: JsonAlone = False, color: Color = ColorMode.AUTO) -> None:
    """List the dilemmas that ship, by domain.

    \b
    dilemma scenarios
    dilemma scenarios medicine
    """  # noqa: D301 - the command line reads this sign
    from dilemma.api.documents import library
    from dilemma.reports.catalogue.scenarios import library_blocks, library_record

    documents = library(domain)
    if json:
        write_json(library_record(documents))
    else:
        show_blocks(library_blocks(documents), color)
