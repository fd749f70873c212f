"""The report of `cruxes` on one screen: the numbers that turn most, and which theories turn where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block, Closing, Commands, Heading, Line, Paragraphs, Strip, Strips, Track
from dilemma.reports.cruxes.axis import Axis, axis_of, share_of_domain
from dilemma.reports.cruxes.words import (
    QUESTION,
    axis_ends,
    file_and_range,
    plausible,
    would_choose_otherwise,
)
from dilemma.reports.weigh.panel import panel_ids
from dilemma.reports.weigh.wavering import change_in_words
from dilemma.reports.words.changes import changes_in_short, source_of
from dilemma.reports.words.commands import command, flag_of, only, setting
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted, listed
from dilemma.reports.words.options import option_names
from dilemma.reports.words.shares import per_cent
from dilemma.reports.words.turns import on_the_spot, value_in_flag, value_in_words
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.cruxes.live import LiveCruxes
from dilemma.robustness.cruxes.segments import MINUTE
from dilemma.robustness.dials.dial import Dial

__all__ = ["brief_blocks"]

SHOWN = 5  # numbers shown as strips
TRIED = 3 * SHOWN  # numbers of which the one with the shortest address is set in the example
HAIR = 1e-9  # share of an axis by which a turn at the best estimate is put on its side of it
OUTSIDE = "The nearest turns, none of them within a stated range"
LEGEND = "● best estimate; digits: how many theories turn; adds B: permits B too; drops B: no longer."
DRAWN = "Thick line: best estimate; thin lines: where theories turn; line below: stated range"
CHANGES = {"adds": "adds B: permits B too", "drops": "drops B: no longer permits B"}
"""What words of a change mean, by the first of them."""
CLOSING = "Each turn moves one number alone, and says nothing of which side is right."


def brief_blocks(found: LiveCruxes, frameworks: Sequence[Framework]) -> Iterator[Block]:
    """Yield the report on one screen, in the order it is read."""
    scenario, view = found.view.scenario, found.view
    told = _BriefWords(found, frameworks)
    yield Heading(scenario.title, QUESTION, date_in_words(scenario.as_of))
    yield from changes_in_short(view, command(view, "cruxes", told.asked))
    yield option_names(scenario)
    yield Paragraphs("", (told.answer(),))
    if told.dials:
        strips = tuple(told.strip(dial) for dial in told.dials[:SHOWN])
        yield Strips(told.title(), strips, LEGEND, _drawn(strips))
    yield Paragraphs("", (told.rest(),))
    yield Commands("Next", tuple(told.commands()))
    yield Closing(CLOSING)


def _drawn(strips: Sequence[Strip]) -> str:
    """Return the legend for strips that are drawn: of the lines, and of the words that occur in them."""
    used = {word for strip in strips for track in strip.tracks for word in track.label.split()}
    return "; ".join((DRAWN, *(told for word, told in CHANGES.items() if word in used))) + "."


def _on_panel(found: LiveCruxes) -> LiveCruxes:
    """Return the cruxes of the theories that a report shows where nobody asks for more."""
    shown = panel_ids(found.view.scenario, [verdict.about.id for verdict in found.verdicts])
    return found._replace(
        verdicts=tuple(verdict for verdict in found.verdicts if verdict.about.id in shown),
        cruxes=tuple(crux for crux in found.cruxes if crux.about.id in shown),
    )


class _BriefWords:
    """Cruxes worded with the names of the file, and the letters of its options."""

    def __init__(self, found: LiveCruxes, frameworks: Sequence[Framework]) -> None:
        self.asked = only(verdict.about.id for verdict in found.verdicts)
        self.found = found = _on_panel(found)
        self.letters = letters(tuple(found.view.scenario.options))
        self.names = DialNames(found.view, frameworks, self.letters)
        self.several = sum(verdict.applicable for verdict in found.verdicts) > 1
        self.of_dial: dict[str, list[Crux]] = {}
        for crux in found.cruxes:
            if crux.nearest:
                self.of_dial.setdefault(crux.dial.address, []).append(crux)
        order = _most_theories_first if found.inside else _doubted_first
        self.dials = [cruxes[0].dial for cruxes in sorted(self.of_dial.values(), key=order)]

    def turning(self) -> set[str]:
        """Return the ids of the theories that turn within a stated range."""
        return {crux.about.id for crux in self.found.cruxes} if self.found.inside else set()

    def title(self) -> str:
        if not self.found.inside:
            return OUTSIDE if self.found.stated else "The nearest turns"
        return f"The numbers that turn {'most theories' if self.several else 'it'} within their stated ranges"

    def strip(self, dial: Dial) -> Strip:
        mine, axis = self.of_dial[dial.address], self._axis(dial)
        seen = [crux for crux in mine if self.found.inside or axis.low <= crux.at <= axis.high]
        return Strip(
            title=self.names.full(dial),
            aside=file_and_range(dial, source_of(self.found.view)),
            address=setting(dial.address),
            ends=axis_ends(dial, axis),
            best=axis.position(dial.best),
            plausible=plausible(dial, axis),
            tracks=tuple(self._tracks(seen)),
            turns=tuple(_place(crux, axis) for crux in seen),
        )

    def _axis(self, dial: Dial) -> Axis:
        return axis_of(dial, [crux.at for crux in self.of_dial[dial.address]])

    def _tracks(self, cruxes: Sequence[Crux]) -> Iterator[Track]:
        """Yield, for each change of choice in one direction, its turns in words, nearest first."""
        groups: dict[tuple[str, str], list[Crux]] = {}
        for crux in cruxes:
            groups.setdefault((self._change(crux), crux.direction), []).append(crux)
        for (label, direction), alike in groups.items():
            yield Track(label, label, (), ", ".join(_by_value(alike, direction)))

    def _change(self, crux: Crux) -> str:
        """Return what a theory turns to, with options by their letters."""
        return change_in_words(crux.before, crux.after, crux.about, self.letters)

    def answer(self) -> str:
        """Return how many theories would choose otherwise, and which would not."""
        if not self.found.stated:
            return "No number has a stated range here; each is moved over all values that it may have."
        return would_choose_otherwise(self.found.verdicts, self.turning())

    def rest(self) -> str:
        """Return how many numbers turn a theory, and how many turn none."""
        turning, of = len(self.dials), self.found.stated if self.found.inside else self.found.swept
        where = "within it" if self.found.inside else "anywhere"
        if not turning:
            return f"Of {counted(of, 'number')}, none turns a theory anywhere."
        whose = f"{counted(of, 'number')} with a range" if self.found.inside else counted(of, "number")
        still = of - turning
        more = turning - SHOWN
        if not still:
            return f"Every number{' with a range' if self.found.inside else ''} turns a theory {where}."
        first = (
            f"{counted(more, 'more number')} {_turn(more)} {'a theory' if self.several else 'it'}; "
            if more > 0
            else ""
        )
        return f"{first}{still} of {whose} ({per_cent(still / of)}) {_turn(still)} none {where}."

    def commands(self) -> Iterator[Line]:
        view = self.found.view
        text = "every theory and turn, and what changes nothing"
        yield Line(command(view, "cruxes", self.asked, ["--full"]), text)
        tried = min((self._set(dial) for dial in self.dials[:TRIED]), key=len, default=None)
        if tried:
            yield Line(tried, "with one number moved")
        text = "with all of them drawn at once"
        yield Line(command(view, "stress", self.asked), text)

    def _set(self, dial: Dial) -> str:
        """Return the command that weighs with a dial at the end of its axis where most theories turn."""
        mine, axis = self.of_dial[dial.address], self._axis(dial)
        above = sum(crux.direction == "above" for crux in mine) * 2 > len(mine)
        flag, name = flag_of(dial.address)
        value = value_in_flag(dial, axis.high if above else axis.low)
        return command(self.found.view, "weigh", self.asked, [flag, f"{name}={value}"])


def _at_the_end(crux: Crux) -> str:
    """Return the words for a turn at an end of the stated range that is also its domain's; else empty."""
    at_one = crux.inside and any(isclose(crux.at, end, rel_tol=MINUTE) for end in crux.dial.range or ())
    return f"at {value_in_words(crux.dial, crux.at)}" if at_one else ""


def _turn(count: int) -> str:
    return "turns" if count == 1 else "turn"


def _by_value(cruxes: Sequence[Crux], direction: str) -> Iterator[str]:
    """Yield each value at which theories turn in one direction, with their names."""
    values: dict[str, list[str]] = {}
    spots: dict[str, list[str]] = {}
    for crux in cruxes:
        spot = on_the_spot(crux) or _at_the_end(crux)
        words, alike = (spot, spots) if spot else (value_in_words(crux.dial, crux.at), values)
        alike.setdefault(words, []).append(crux.about.short_name)
    for place, (value, names) in enumerate(values.items()):
        yield f"{value} {listed(names)}" if place else f"{direction} {value} {listed(names)}"
    yield from (f"{spot} {listed(names)}" for spot, names in spots.items())


def _place(crux: Crux, axis: Axis) -> float:
    """Return the position of a turn on the axis, beside the best estimate if it lies there."""
    aside = HAIR if crux.direction == "above" else -HAIR
    return axis.position(crux.at) + (aside if crux.at == crux.dial.best else 0.0)


def _most_theories_first(cruxes: Sequence[Crux]) -> tuple[int, float]:
    """Return the order of a number's cruxes: by the theories it turns, then by its move on its axis."""
    dial, turns = cruxes[0].dial, [crux.at for crux in cruxes]
    return -len({crux.about.id for crux in cruxes}), axis_of(dial, turns).apart(dial.best, turns)


def _doubted_first(cruxes: Sequence[Crux]) -> tuple[bool, float]:
    """Return the order of a number's cruxes: those with a range first, then by its move in its domain."""
    dial = cruxes[0].dial
    here = share_of_domain(dial, dial.best)
    return not dial.drawn, min(abs(share_of_domain(dial, crux.at) - here) for crux in cruxes)
