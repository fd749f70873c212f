"""The dials on one screen: how many there are, by kind, and the first of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block, Commands, Heading, Item, Line, Listing, Paragraphs, Section
from dilemma.reports.dials.blocks import GROUPS, summary
from dilemma.reports.dials.selection import command_of, selection
from dilemma.reports.words.changes import changes_in_short
from dilemma.reports.words.commands import command, flag_of, only, written
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.options import option_names
from dilemma.reports.words.turns import range_in_table
from dilemma.robustness.dials.dial import Dial
from dilemma.scenario.views.view import View

__all__ = ["brief_blocks"]

SHOWN = 14  # numbers listed
FLAGS = {
    "-b": "the probability of a belief",
    "-w": "the weight of a party, duty or virtue",
    "-s": "any other number",
}


def brief_blocks(view: View, frameworks: Sequence[Framework], word: str | None = None) -> Iterator[Block]:
    """Yield how many numbers there are, by kind, the first of them, and how to turn one."""
    found = selection(view, frameworks, word)
    names = DialNames(view, frameworks, letters(tuple(view.scenario.options)))
    ordered = sorted(found.dials, key=lambda dial: (not dial.drawn, not dial.stated))
    yield Heading(view.scenario.title, summary(found.dials, word), date_in_words(view.scenario.as_of))
    yield from changes_in_short(view, command_of(view, frameworks, word))
    if found.dials:
        yield Paragraphs("", (f"By kind: {', '.join(_by_kind(found.dials))}.",))
        yield option_names(view.scenario)
        yield Listing(("best", "range"), (_section(ordered, names),))
    yield Commands("Next", tuple(_commands(view, frameworks, ordered, word)))


def _by_kind(dials: Sequence[Dial]) -> Iterator[str]:
    """Yield the number of dials of each kind and, in brackets, how many of them have a range."""
    for title, kinds in GROUPS.items():
        mine = [dial for dial in dials if dial.kind in kinds]
        if mine:
            drawn = sum(dial.drawn for dial in mine)
            kind = title.partition(":")[0].partition(",")[0]
            kind = kind[0].lower() + kind[1:]
            yield f"{kind} {len(mine)}" + (f" ({drawn} with a range)" if drawn else "")


def _section(ordered: Sequence[Dial], names: DialNames) -> Section:
    shown = ordered[:SHOWN]
    drawn = sum(dial.drawn for dial in ordered)
    if len(ordered) <= SHOWN:
        title = "All of them" if len(ordered) > 1 else "This one"
    elif drawn >= SHOWN:
        title = f"The first {SHOWN} of the {drawn} with a range"
    else:
        title = f"The first {SHOWN}, those with a range before others"
    return Section(title, tuple(_item(dial, names) for dial in shown))


def _item(dial: Dial, names: DialNames) -> Item:
    best, plausible = range_in_table(dial)
    return Item(
        names.full(dial), dial.address, (best, plausible or ("certain" if dial.stated else "not stated"))
    )


def _commands(
    view: View, frameworks: Sequence[Framework], ordered: Sequence[Dial], word: str | None
) -> Iterator[Line]:
    asked = only(one.about.id for one in frameworks)
    for flag, text in FLAGS.items():
        mine = [dial for dial in ordered if dial.swept and flag_of(dial.address)[0] == flag]
        if mine:
            dial = min((one for one in mine if one.drawn == mine[0].drawn), key=lambda one: len(one.address))
            value = written((dial.range or (dial.low, dial.high))[1 if dial.best < dial.high else 0])
            also = [flag, f"{flag_of(dial.address)[1]}={value}"]
            yield Line(command(view, "weigh", asked, also), text)
    again = command_of(view, frameworks, word)
    if not ordered:
        yield Line(command_of(view, frameworks), "every number that may be changed")
        return
    yield Line(f"{again} --full", "all, with the values that are tried")
    if not word:
        yield Line(f"{again} --grep WORD", "those whose name or address has it")
