"""The dials as blocks: name, address, best estimate, range and domain of each number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block, Heading, Item, Listing, Paragraphs, Section
from dilemma.reports.dials.selection import command_of, selection
from dilemma.reports.words.changes import changes
from dilemma.reports.words.commands import hint, written
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted
from dilemma.robustness.dials.dial import Derived, Dial
from dilemma.scenario.views.view import View

__all__ = ["GROUPS", "dials_blocks", "summary"]

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Beliefs: how likely it is that": ("belief", "event"),
    "Chances: how likely it is to happen": ("chance",),
    "Values: how good (above 0) or bad for one of those it strikes": ("value",),
    "Counts: how many it strikes": ("count",),
    "Delays: years until it falls due": ("delay",),
    "Quantities, from which other numbers follow": ("quantity",),
    "Weights of parties: how much what befalls them counts": ("party-weight",),
    "Levels: how well off they are beforehand": ("level",),
    "Sizes: how many members they have": ("size",),
    "Fighting: how likely they take part in it": ("combatant",),
    "Liability: up to what share of the worst they may be harmed": ("liability",),
    "Ties: how far they depend on the agent's care": ("tie",),
    "Weights of duties: how stringent they are": ("duty-weight",),
    "Duties: violated (-1) to fulfilled (1)": ("degree",),
    "Weights of virtues: how much they matter": ("virtue-weight",),
    "Virtues: the vice (-1) to the virtue (1)": ("virtue",),
    "The whole file": ("exchange", "worst", "enough", "discount"),
    "Settings of the theories": ("setting",),
}
"""The title of each group of dials, and the kinds of dials in it."""

LEGEND = (
    "Best: the best estimate, by which a scenario is weighed. Range: what the file holds to be plausible, or "
    "the 5th to 95th percentile (p5 to p95) of the distribution that it names. "
    "Domain: what is tried when the number is swept. Turn one with {how}."
)
FOLLOWS = "These are products: turn the quantities they name, or set one to a number of its own."
UNREAD = "Every option has its own number in place of these, or none uses them; turning them changes nothing:"
COMPUTED_DIGITS = 6  # significant digits of the value of a product, and of the end of a domain


def summary(dials: Sequence[Dial], word: str | None = None) -> str:
    """Return how many numbers may be changed, of all or of those with a word, and how many have a range."""
    whose = f" with '{word}' in name or address" if word else ""
    if not dials:
        return f"No number{whose} may be changed."
    drawn = sum(dial.drawn for dial in dials)
    told = f"{counted(len(dials), 'number')}{whose} may be changed"
    return f"{told}; the file gives a range for {drawn or 'none'} of them."


def dials_blocks(view: View, frameworks: Sequence[Framework], word: str | None = None) -> Iterator[Block]:
    """Yield the list of dials by kind, then products of quantities, then numbers that nothing reads."""
    scenario, found = view.scenario, selection(view, frameworks, word)
    words = DialNames(view, frameworks)
    yield Heading(scenario.title, summary(found.dials, word), date_in_words(scenario.as_of))
    yield from changes(view, command_of(view, frameworks, word))
    sections = (_section(title, kinds, found.dials, words) for title, kinds in GROUPS.items())
    how = hint("-s ADDRESS=VALUE", "addresses={ADDRESS: VALUE}")
    yield Listing(("best", "range", "domain"), tuple(filter(None, sections)), LEGEND.format(how=how))
    follows = tuple(_product(one, words) for one in found.products)
    if follows:
        section = Section("Products, which follow from quantities", follows)
        yield Listing(("product", "comes to"), (section,), FOLLOWS)
    if found.unread:
        yield Paragraphs("Stated, and read by nothing", (f"{UNREAD} {', '.join(found.unread)}.",))


def _section(title: str, kinds: tuple[str, ...], found: Sequence[Dial], words: DialNames) -> Section | None:
    """Return the section of some kinds of dials, or None if there are none.

    Dials that are 0 by default and not swept are only listed in a sentence.
    """
    mine = [dial for dial in found if dial.kind in kinds]
    idle = [dial for dial in mine if not dial.stated and not dial.swept and dial.best == 0]
    told = f"Not stated, so 0: {', '.join(dial.address for dial in idle)}." if idle else ""
    return (
        Section(title, tuple(_item(dial, words) for dial in mine if dial not in idle), told) if mine else None
    )


def _item(dial: Dial, words: DialNames) -> Item:
    certain = "certain" if dial.stated else "not stated"
    plausible = _span(*dial.range) + _mark(dial) if dial.range else certain
    domain = _span(_short(dial.low), _short(dial.high)) if dial.swept else "not swept"
    return Item(words.of(dial), dial.address, (written(dial.best), plausible, domain))


def _mark(dial: Dial) -> str:
    """Return in brackets how a number with a range is drawn, unless it is on a plain scale."""
    marks = [str(dial.drawn_from)] if dial.distribution else []
    marks += ["p5 to p95"] if dial.percentiles else []
    marks += ["log"] if dial.scale == "log" else []
    return f" ({', '.join(marks)})" if marks else ""


def _product(one: Derived, words: DialNames) -> Item:
    return Item(words.of(one), one.address, (one.text, f"{one.best:.{COMPUTED_DIGITS}g}"))


def _span(low: float, high: float) -> str:
    return f"{written(low)} to {written(high)}"


def _short(end: float) -> float:
    """Return the end of a domain, which is computed, with six significant digits unless it is whole."""
    return end if float(end).is_integer() else float(f"{end:.{COMPUTED_DIGITS}g}")
