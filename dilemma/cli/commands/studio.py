"""`dilemma studio`: a static site on which people write and weigh dilemmas with nothing installed."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from dilemma.cli.messages import remark, tell_written

__all__ = ["studio"]

Folder = Annotated[
    str,
    typer.Argument(metavar="DIR", help="The folder to write, empty or not there yet.", show_default=False),
]


def studio(folder: Folder) -> None:
    """Write a static site on which people write and weigh dilemmas in a browser.

    npm and pip fetch the packages that it is built with, at pinned versions.

    \b
    dilemma studio site
    """  # noqa: D301 - the command line reads this sign
    from dilemma.studio.build import build

    path = Path(folder)
    size = build(path, lambda sentence: remark(f"dilemma: {sentence}"))
    tried = f"python -m http.server --directory {shlex.quote(folder)}"
    tell_written(path, f" ({size / 1e6:.0f} MB). To try it: {tried}")
