"""What was changed in a view, and the command that reproduces it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping

from dilemma.report.blocks import Line
from dilemma.scenario.views import View

__all__ = ["changes", "command", "written"]


def changes(view: View) -> Iterator[Line]:
    """Yield what the view changes, each with its new value, then the command that reproduces it."""
    perspective = view.scenario.perspectives.get(view.perspective) if view.perspective else None
    if perspective is not None:
        told = perspective.name or view.perspective or ""
        yield Line("Perspective", f"{told}: {perspective.because}" if perspective.because else told)
    for address, value in view.changed.items():
        if not address.endswith(".because"):
            yield Line(address, written(value))
    if view.perspective or view.changed:
        yield Line("Command", command(view))


def command(view: View, verb: str = "weigh") -> str:
    """Return the command that reproduces the view."""
    words = ["dilemma", verb, view.document.label]
    if view.perspective:
        words += ["--as", view.perspective]
    for address, value in view.flags.items():
        words += ["-s", f"{address}={written(value)}"]
    return shlex.join(words)


def written(value: object) -> str:
    """Return a value as a flag or a file would write it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(written(item) for item in value) + "]"
    return str(value)
