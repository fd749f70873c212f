"""Report of cruxes as blocks: turns of each theory, idle numbers, resilience, value of information."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block, Closing, Heading, Line, Paragraphs, Sentences, Strip, Strips, Track
from dilemma.reports.cruxes.axis import Axis, axis_of, share_of_domain
from dilemma.reports.cruxes.words import QUESTION, axis_ends, plausible, would_choose_otherwise
from dilemma.reports.words.changes import changes
from dilemma.reports.words.commands import command, hint, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words, figure, percent
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import listed
from dilemma.reports.words.turns import range_in_words, turn_in_words, where
from dilemma.robustness.cruxes.crux import Crux, Cruxes
from dilemma.robustness.cruxes.segments import Choice, Sweep
from dilemma.robustness.dials.dial import Dial

__all__ = ["APART", "NO_SIDE", "cruxes_blocks"]

NO_SIDE = "Where a theory turns says nothing of which side is right."
STANDING_STILL = (
    "Each turn moves one number and holds all others still; several small moves together may do the same. "
    f"{NO_SIDE}"
)
MOST_STRIPS = 12  # numbers shown as strips, those that turn most frameworks first; the rest as lines
MOST_NAMED = 3
MOST_IDLE = 8  # uncertain numbers named that change no choice
MOST_TURNS = 2  # turns shown for one theory and number, nearest first
APART = "·"  # sign for a theory that does not apply
SHADES = ("█", "▓", "▒", "░")
"""Signs for sets of several options: the first for the present choice, the others in order."""


def cruxes_blocks(found: Cruxes, frameworks: Sequence[Framework]) -> Iterator[Block]:
    """Yield the report of cruxes, in the order it is read."""
    scenario, view = found.view.scenario, found.view
    told = _CruxWords(found, frameworks)
    yield Heading(scenario.title, QUESTION, date_in_words(scenario.as_of))
    yield from changes(view, command(view, "cruxes", only(verdict.about.id for verdict in found.verdicts)))
    yield Paragraphs("In short", tuple(told.summary()))
    turning_dials = told.turning_dials()
    if turning_dials:
        strips = tuple(told.strip(dial) for dial in turning_dials[:MOST_STRIPS])
        yield Strips("Turns inside the ranges the file states", strips, told.legend(), told.drawn())
    if turning_dials[MOST_STRIPS:]:
        yield Sentences("Also inside", tuple(told.line(dial) for dial in turning_dials[MOST_STRIPS:]))
    yield Sentences("The nearest turn of each theory, inside or not", tuple(told.nearest()))
    yield Paragraphs("What makes no difference", tuple(told.idle()))
    firm = (*told.resilience(), *told.information())
    if firm:
        yield Sentences("How firm, and what an answer would be worth", firm)
    yield Closing(STANDING_STILL)


class _CruxWords:
    """Cruxes worded with the names of the file."""

    def __init__(self, found: Cruxes, frameworks: Sequence[Framework]) -> None:
        self.found, self.frameworks = found, frameworks
        self.words = DialNames(found.view, frameworks)
        self.names = self.words.names
        self.letters = letters(tuple(found.view.scenario.options))

    def turning_dials(self) -> list[Dial]:
        """Return the dials with a turn inside their range, those that turn most theories first."""
        return list({crux.dial.address: crux.dial for crux in self.found.cruxes if crux.inside}.values())

    def summary(self) -> Iterator[str]:
        """Yield how many theories turn inside a stated range, and the numbers that turn most of them."""
        turning = {crux.about.id for crux in self.found.cruxes if crux.inside}
        yield would_choose_otherwise(self.found.verdicts, turning)
        turning_dials = self.turning_dials()
        if turning_dials:
            reach = [
                f"{self.words.of(dial)} ({len(self.turned_by(dial))})" for dial in turning_dials[:MOST_NAMED]
            ]
            yield f"The numbers that turn most, and how many they turn: {'; '.join(reach)}."

    def turned_by(self, dial: Dial) -> set[str]:
        """Return the theories that turn inside the dial's range."""
        return {c.about.id for c in self.found.cruxes if c.inside and c.dial.address == dial.address}

    def strip(self, dial: Dial) -> Strip:
        mine = [sweep for sweep in self.found.sweeps if sweep.dial.address == dial.address]
        inside = self.turned_by(dial)
        axis = axis_of(dial, [c.at for c in self.found.cruxes if c.dial.address == dial.address])
        return Strip(
            title=self.words.of(dial),
            aside=range_in_words(dial),
            address=dial.address,
            ends=axis_ends(dial, axis),
            best=axis.position(dial.best),
            plausible=plausible(dial, axis),
            tracks=tuple(self.track(sweep, axis) for sweep in mine if sweep.about.id in inside),
        )

    def track(self, sweep: Sweep, axis: Axis) -> Track:
        seen = [one for one in sweep.segments if one.low < axis.high and one.high > axis.low]
        others = list(dict.fromkeys(segment.choice for segment in seen if segment.choice != sweep.now))
        signs = {choice: self.sign(choice, place) for place, choice in enumerate([sweep.now, *others])}
        return Track(
            label=sweep.about.name,
            short=sweep.about.short_name,
            segments=tuple((axis.position(segment.high), signs[segment.choice]) for segment in seen),
            text=self.turns(sweep),
        )

    def sign(self, choice: Choice, place: int) -> str:
        """Return the letter of a single option; for a set of several, the shade with this index."""
        if choice is None:
            return APART
        return self.letters[choice[0]] if len(choice) == 1 else SHADES[place % len(SHADES)]

    def turns(self, sweep: Sweep) -> str:
        mine = [
            crux
            for crux in self.found.cruxes
            if crux.dial.address == sweep.dial.address and crux.about.id == sweep.about.id
        ]
        told = [turn_in_words(crux, self.names) for crux in mine[:MOST_TURNS]]
        return "; ".join(told)

    def legend(self) -> str:
        options = ", ".join(f"{letter} {self.names.option(id)}" for id, letter in self.letters.items())
        return (
            f"Left to right: [ ] the stated range, ● the best estimate; (log): in equal ratios. "
            f"What is chosen there: {options}; {SHADES[0]} several, as things stand; "
            f"{' '.join(SHADES[1:])} another set."
        )

    def drawn(self) -> str:
        """Return the legend for strips that are drawn."""
        options = ", ".join(f"{letter} {self.names.option(id)}" for id, letter in self.letters.items())
        return (
            "Thick line: the best estimate; line below: the stated range; (log): in equal ratios. What is "
            f"chosen there: {options}; without a letter, several. In the tone of the best estimate: as "
            "things stand."
        )

    def line(self, dial: Dial) -> Line:
        told = [
            f"{crux.about.short_name} {where(crux)}"
            for crux in self.found.cruxes
            if crux.inside and crux.nearest and crux.dial.address == dial.address
        ]
        return Line(self.words.of(dial), f"{range_in_words(dial)}; turns {', '.join(told)}")

    def nearest(self) -> Iterator[Line]:
        """Yield, for each theory, the turn nearest to the best estimate as a share of the domain."""
        for verdict in self.found.verdicts:
            if not verdict.applicable:
                continue
            mine = [crux for crux in self.found.cruxes if crux.about.id == verdict.about.id]
            text = "no single number turns it"
            if mine:
                crux = min(mine, key=_move)
                told = f"{turn_in_words(crux, self.names)} ({range_in_words(crux.dial)})"
                text = f"{self.words.of(crux.dial)}: {told}"
            yield Line(verdict.about.name, text)

    def idle(self) -> Iterator[str]:
        idle = self.found.idle
        doubted = [self.words.of(dial) for dial in idle if dial.range]
        if doubted:
            more = len(doubted) - MOST_IDLE
            told = "; ".join(doubted[:MOST_IDLE]) + (f"; and {more} more" if more > 0 else "")
            yield f"Doubted in the file, yet no choice hangs on them, wherever they stand: {told}."
        yield (
            f"Of {len(idle) + self.swept()} numbers, {len(idle)} change no theory's choice anywhere in "
            f"their domain; {hint('--json', '`idle`')} lists them."
        )

    def swept(self) -> int:
        return len({sweep.dial.address for sweep in self.found.sweeps})

    def resilience(self) -> Iterator[Line]:
        names = {verdict.about.id: verdict.about.name for verdict in self.found.verdicts}
        for id, share in self.found.resilience.items():
            text = (
                "no error in the weights alone can turn this choice"
                if share >= 1
                else f"all weights may be off by {percent(share)} at once, in the worst way, before it turns"
            )
            yield Line(names[id], text)

    def information(self) -> Iterator[Line]:
        unit = self.found.view.scenario.unit
        for worth in self.found.information:
            if worth.belief is None:
                name = "To know how every belief stands, before choosing"
                whose = listed([*self.found.informed])
                rest = f" ({whose}; unit: {unit}; ranges of other numbers are not counted here)"
            else:
                name = f"To know whether {self.names.at(f'beliefs.{worth.belief}')} holds"
                rest = f", {percent(worth.share)} of that" if worth.value else ""
            yield Line(name, f"worth {figure(worth.value)}{rest}")


def _move(crux: Crux) -> float:
    return abs(share_of_domain(crux.dial, crux.at) - share_of_domain(crux.dial, crux.dial.best))
