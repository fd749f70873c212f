"""Changes of a view to its file, as lines under a heading."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Block, Line, Sentences
from dilemma.reports.words.commands import written
from dilemma.scenario.view import View

__all__ = ["changes", "settings_changed"]


def changes(view: View, again: str) -> Iterator[Block]:
    """Yield a block of the view's changes and the command that reproduces it; nothing if there are none."""
    if view.perspective or view.changed:
        lines = (*settings_changed(view), Line("Command", again))
        yield Sentences("Changed in this view", lines)


def settings_changed(view: View) -> Iterator[Line]:
    """Yield each setting that the view changes, with its new value."""
    perspective = view.scenario.perspectives.get(view.perspective) if view.perspective else None
    if perspective is not None:
        told = perspective.name or view.perspective or ""
        yield Line("Perspective", f"{told}: {perspective.because}" if perspective.because else told)
    for address, value in view.changed.items():
        if not address.endswith(".because"):
            yield Line(address, written(value))
