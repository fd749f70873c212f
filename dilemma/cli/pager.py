"""The user's pager: the program that PAGER names, or `less`."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress

__all__ = ["page"]

DEFAULT = "less"
SWITCHES = "FRX"
"""What git gives to `less`: quit if all fits one screen, keep colours, leave the text on the screen."""

NOT_FOUND = 127  # the exit code of a shell that finds no such command


def page(text: str) -> bool:
    """Show text through the pager, and return whether there was one.

    An empty PAGER, and `cat`, mean that none is wanted.
    """
    command = os.environ.get("PAGER", DEFAULT).strip()
    if command in ("", "cat"):
        return False
    with suppress(KeyboardInterrupt):  # the pager itself decides what Ctrl-C does
        done = subprocess.run(
            command, shell=True, check=False, input=text.encode(), env={"LESS": SWITCHES, **os.environ}
        )
        return done.returncode != NOT_FOUND
    return True
