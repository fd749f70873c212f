"""Changes of a view to its file, as lines under a heading."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Block, Line, Sentences
from dilemma.reports.words.commands import written
from dilemma.scenario.view import View

__all__ = ["changes", "changes_in_short", "settings_changed", "source_of"]

FEW = 3  # values of a perspective that are listed one by one where there is little room


def changes(view: View, again: str) -> Iterator[Block]:
    """Yield a block of the view's changes and the command that reproduces it; nothing if there are none."""
    if view.perspective or view.changed:
        lines = (*settings_changed(view), Line("Command", again))
        yield Sentences("Changed in this view", lines)


def changes_in_short(view: View, again: str) -> Iterator[Block]:
    """Yield the same block, with the values that a perspective sets counted where they are many.

    A perspective without flags takes one line, since the command that gives it is known.
    """
    of_perspective = [
        address for address in view.changed if address not in view.flags and not address.endswith(".because")
    ]
    if len(of_perspective) <= FEW:
        yield from changes(view, again)
        return
    if not view.flags:
        lines = (
            line._replace(text=f"{line.text} ({len(of_perspective)} values set)")
            for line in _perspective(view)
        )
        yield Sentences("", tuple(lines))
        return
    counted = Line("Values it sets", f"{len(of_perspective)}, listed with --full")
    flags = (Line(address, written(value)) for address, value in view.flags.items())
    yield Sentences("Changed in this view", (*_perspective(view), counted, *flags, Line("Command", again)))


def settings_changed(view: View) -> Iterator[Line]:
    """Yield each setting that the view changes, with its new value."""
    yield from _perspective(view)
    for address, value in view.changed.items():
        if not address.endswith(".because"):
            yield Line(address, written(value))


def _perspective(view: View) -> Iterator[Line]:
    """Yield the name of the perspective that a view takes, if any, and why somebody sees it so."""
    perspective = view.scenario.perspectives.get(view.perspective) if view.perspective else None
    if perspective is not None:
        told = perspective.name or view.perspective or ""
        yield Line("Perspective", f"{told}: {perspective.because}" if perspective.because else told)


def source_of(view: View) -> str:
    """Return whose the numbers of a view are, in a word: the file's, or those changed here."""
    return "here" if view.changed else "file"
