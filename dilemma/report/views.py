"""What was changed in a view, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.report.blocks import Line
from dilemma.report.commands import command, written
from dilemma.scenario.views import View

__all__ = ["changes", "settings_changed"]


def changes(view: View, verb: str = "weigh") -> Iterator[Line]:
    """Yield what the view changes, each with its new value, then the command that reproduces it."""
    yield from settings_changed(view)
    if view.perspective or view.changed:
        yield Line("Command", command(view, verb))


def settings_changed(view: View) -> Iterator[Line]:
    """Yield what the view changes, each with its new value."""
    perspective = view.scenario.perspectives.get(view.perspective) if view.perspective else None
    if perspective is not None:
        told = perspective.name or view.perspective or ""
        yield Line("Perspective", f"{told}: {perspective.because}" if perspective.because else told)
    for address, value in view.changed.items():
        if not address.endswith(".because"):
            yield Line(address, written(value))
