"""A tool that never ends, for tests of how a call is ended; the process for calls imports it by its name."""

from __future__ import annotations

import os
import time
from typing import Any

from dilemma.cli.commands.mcp.calls import Answer, answer_within

HANGING, DYING = "cruxes", "reconcile"


def answer_hang_or_die(name: str, arguments: dict[str, Any], seconds: float) -> tuple[Answer, str]:
    """Return the answer to a call; one tool never ends, and one ends the process."""
    if name == HANGING:
        time.sleep(1e6)
    if name == DYING:
        os._exit(1)
    return answer_within(name, arguments, seconds)
