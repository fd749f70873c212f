"""Changes of a view to its file, as lines under a heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dilemma.reports.blocks import Block, Line, Sentences
from dilemma.reports.words.commands import all_told, hint, written
from dilemma.scenario.addresses.entries import Reason, reasons_of
from dilemma.scenario.model import Perspective
from dilemma.scenario.views.view import View

__all__ = ["changes", "changes_in_short", "reason_given", "reproduced", "settings_changed", "source_of"]

FEW = 3  # values of a perspective that are listed one by one where there is little room


def changes(view: View, again: str) -> Iterator[Block]:
    """Yield a block of the view's changes and the command that reproduces it; nothing if there are none."""
    if view.perspective or view.changed:
        lines = (*settings_changed(view), *reproduced(again))
        yield Sentences("Changed in this view", lines)


def changes_in_short(view: View, again: str) -> Iterator[Block]:
    """Yield the same block, with the values that a perspective sets counted where they are many.

    A perspective without flags takes one line, since the command that gives it is known.
    """
    of_perspective = [
        address for address in view.changed if address not in view.flags and not _is_reason(address)
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
    counted = Line("Values it sets", f"{len(of_perspective)}, listed with {all_told()}")
    flags = (Line(address, written(value)) for address, value in view.flags.items())
    yield Sentences("Changed in this view", (*_perspective(view), counted, *flags, *reproduced(again)))


def reproduced(again: str) -> Iterator[Line]:
    """Yield the line with the command that reproduces a view; nothing for a reader who calls functions."""
    if hint(again):
        yield Line("Command", again)


def settings_changed(view: View) -> Iterator[Line]:
    """Yield each setting that the view changes, with its new value and the reason that is given for it.

    A reason for several settings in a row follows the last of them.
    """
    yield from _perspective(view)
    perspective = _taken(view)
    beside = reasons_of(perspective) if perspective else {}
    given = {address: _reason(view, address, beside) for address in view.changed if not _is_reason(address)}
    following = (*list(given.values())[1:], None)
    for (address, reason), after in zip(given.items(), following, strict=False):
        value = written(view.changed[address])
        yield Line(address, f"{value} ({reason.text})" if reason and reason != after else value)
    used = {reason.address for reason in given.values() if reason}
    for address in view.changed:
        if _is_reason(address) and address not in used:
            yield Line(address, str(view.changed[address]))


def reason_given(view: View, address: str) -> str | None:
    """Return the reason that whoever set the number at an address gives for it; None if they give none."""
    perspective = _taken(view)
    given = _reason(view, address, reasons_of(perspective) if perspective else {})
    return given.text if given else None


class _Reason(NamedTuple):
    """Why a setting is changed, and the address at which this is said."""

    address: str
    text: str


def _is_reason(address: str) -> bool:
    return address.endswith(".because")


def _reason(view: View, address: str, beside: Mapping[str, Reason]) -> _Reason | None:
    """Return the reason that whoever changed a setting gives for it, or None.

    `beside` are the reasons that a perspective writes beside its values. The reason for a state, event,
    factor, duty or virtue is also that for what an option sets of it.
    """
    flagged = address in view.flags
    for entry, reason in beside.items() if not flagged else ():
        if reason.because and f"{address}.".startswith(f"{entry}."):
            return _Reason(entry, reason.because)
    for entry in (address, address.rpartition(".")[0]):
        _, _, shared = entry.removeprefix("options.").partition(".")
        for place in (f"{entry}.because", f"{shared}.because"):
            if place in view.changed and (place in view.flags or not flagged):
                return _Reason(place, str(view.changed[place]))
    return None


def _perspective(view: View) -> Iterator[Line]:
    """Yield the name of the perspective that a view takes, if any, and why somebody sees it so."""
    perspective = _taken(view)
    if perspective is not None:
        told = perspective.name or view.perspective or ""
        yield Line("Perspective", f"{told}: {perspective.because}" if perspective.because else told)


def _taken(view: View) -> Perspective | None:
    """Return the perspective that a view takes, if any."""
    return view.scenario.perspectives.get(view.perspective) if view.perspective else None


def source_of(view: View) -> str:
    """Return whose the numbers of a view are, in a word: the file's, or those changed here."""
    return "here" if view.changed else "file"
