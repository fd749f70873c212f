"""Changes of a view to its file, as lines under a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dilemma.case.estimates import best_estimate
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import Block, Line, Sentences
from dilemma.reports.words.commands import all_told, hint, written
from dilemma.reports.words.dial_names import DialNames
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.addresses.entries import Reason, reasons_of
from dilemma.scenario.model import Perspective
from dilemma.scenario.numbers import Product, Range
from dilemma.scenario.views.view import View, value_at

__all__ = ["changes", "changes_in_short", "reason_given", "reproduced", "settings_changed", "source_of"]

SET = "Set"  # the label of a setting
FEW = 3  # values of a perspective that are listed one by one where there is little room


def changes(view: View, again: str, turned: Iterable[Line] = ()) -> Iterator[Block]:
    """Yield a block of the view's changes and the command that reproduces it; nothing if there are none.

    `turned` are lines on what follows from the changes, if that is told.
    """
    if view.perspective or view.changed:
        yield Sentences("Changed in this view", (*settings_changed(view), *turned, *reproduced(again)))


def changes_in_short(view: View, again: str, turned: Iterable[Line] = ()) -> Iterator[Block]:
    """Yield the same block, with the values that a perspective sets counted where they are many.

    A perspective without flags needs no command, since the one that gives it is known.
    """
    of_perspective = [
        address for address in view.changed if address not in view.flags and not _is_reason(address)
    ]
    if len(of_perspective) <= FEW:
        yield from changes(view, again, turned)
        return
    if not view.flags:
        lines = (
            line._replace(text=f"{line.text} ({len(of_perspective)} values set)")
            for line in _perspective(view)
        )
        yield Sentences("", (*lines, *turned))
        return
    counted = Line("Values it sets", f"{len(of_perspective)}, listed with {all_told()}")
    told = _Wording(view)
    flags = (Line(SET, told.of(address, value)) for address, value in view.flags.items())
    told_all = (*_perspective(view), counted, *flags, *turned, *reproduced(again))
    yield Sentences("Changed in this view", told_all)


def reproduced(again: str) -> Iterator[Line]:
    """Yield the line with the command that reproduces a view; nothing for a reader who calls functions."""
    if hint(again):
        yield Line("Command", again)


def settings_changed(view: View) -> Iterator[Line]:
    """Yield each setting that the view changes: its name, new and old value, reason and address.

    A reason for several settings in a row follows the last of them.
    """
    yield from _perspective(view)
    if not view.changed:
        return
    told = _Wording(view)
    perspective = _taken(view)
    beside = reasons_of(perspective) if perspective else {}
    given = {address: _reason(view, address, beside) for address in view.changed if not _is_reason(address)}
    following = (*list(given.values())[1:], None)
    for (address, reason), after in zip(given.items(), following, strict=False):
        because = reason.text if reason and reason != after else None
        yield Line(SET, told.of(address, view.changed[address], because))
    used = {reason.address for reason in given.values() if reason}
    for address in view.changed:
        if _is_reason(address) and address not in used:
            yield Line(SET, told.of(address, view.changed[address]))


class _Wording:
    """The words for settings that a view changes."""

    def __init__(self, view: View) -> None:
        self.view = view
        theories = frameworks_named(())
        here = {dial.address: dial for dial in dials(view.scenario, theories)}
        self.file: Mapping[str, Dial] = {
            dial.address: dial for dial in dials(view.document.scenario, theories)
        }
        self.names = DialNames(view, theories)
        self.dials = {**self.file, **here}

    def of(self, address: str, value: object, because: str | None = None) -> str:
        """Return a setting in words: `Farmers: size = 2, not 1 (because) · parties.farmers.size`."""
        name = self.names.setting(address, self.dials.get(address))
        reason = f" ({because})" if because else ""
        where = f" · {address}" if name != address else ""
        return f"{name} = {written(value)}{self._before(address, value)}{reason}{where}"

    def _before(self, address: str, value: object) -> str:
        """Return what the file says of the number at an address instead; nothing if it is no number."""
        if isinstance(value, str) or _is_reason(address):
            return ""
        old = value_at(self.view.document.scenario, tuple(address.split(".")))
        if isinstance(old, Range) and isinstance(value, float | int):
            return f", not {written(old.best)}"
        if isinstance(old, Range):
            return f", not {written([old.low, old.best, old.high])}"
        if isinstance(old, Product):
            return f", not {written(best_estimate(self.view.document.scenario, old))}"
        if isinstance(old, bool | float):
            return f", not {written(old)}"
        dial = self.file.get(address) if old is None else None
        return f", not {written(dial.best)} (the default)" if dial else ""


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
