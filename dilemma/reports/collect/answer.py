"""The answer of a collection, to read aloud: what people choose, what parts them, and what to ask.

How each is meant, and what else is to be known, is told below it in the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dilemma.reports.collect.divides.block import no_number
from dilemma.reports.collect.divides.carried import Carried, carried
from dilemma.reports.collect.divides.implied import credences_of_choosers
from dilemma.reports.collect.divides.notes import same_numbers
from dilemma.reports.collect.divides.sides import Sides
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.names import counted, listed
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.dividing.division import Step
from dilemma.robustness.collection.numbers import SettingKind

__all__ = ["answer", "choices_in_words"]

MOST_NAMED: Final = 3  # theories told by name
SETTLED: Final[Mapping[SettingKind, str]] = {
    "fact": ", which evidence could settle",
    "value": ", which evidence could not settle",
}
"""What is added to the kind of a setting."""


def answer(collection: Collection, phrases: Phrases, left_out: int) -> tuple[str, ...]:
    """Return what people choose, what parts those who choose otherwise, and what to ask next.

    Each is a paragraph; none is empty.
    """
    sides, steps = _compared(collection, phrases)
    main = next(iter(carried(steps)), None)
    parting = (
        [_main_setting(main, sides, phrases)] if sides and main else [*_nothing(collection, sides, phrases)]
    )
    if collection.choosers:
        parting += credences_of_choosers(collection, collection.choosers, phrases)
    paragraphs = (
        _choices(collection, phrases, left_out),
        " ".join(filter(None, parting)),
        " ".join(_questions(collection, main, sides, phrases)),
    )
    return tuple(filter(None, paragraphs))


def choices_in_words(collection: Collection, rows: Iterable[int], phrases: Phrases, verb: str = "") -> str:
    """Return how many of these views choose each option by themselves, most first; empty if none does.

    `verb` stands before the first option, with an s after the number 1.
    """
    own = Counter(choice for row in rows if (choice := collection.views[row].choice))
    order = sorted(own, key=lambda option: (-own[option], phrases.letters[option]))
    told = [f"{own[option]} {phrases.letters[option]}" for option in order]
    if told and verb:
        count, _, letter = told[0].partition(" ")
        told[0] = f"{count} {verb}{'s' if count == '1' else ''} {letter}"
    return listed(told)


def _choices(collection: Collection, phrases: Phrases, left_out: int) -> str:
    """Return how many views there are, and what people choose by themselves."""
    views = counted(len(collection.views), "view") + (f" ({left_out} more left out)" if left_out else "")
    stating = [view.choice for view in collection.views if view.choice]
    silent = len(collection.views) - len(stating)
    if not stating:
        return f"{views}. Nobody states a choice of their own."
    if not silent and len(stating) > 1 == len({*stating}):
        return f"{views}: all choose {phrases.letters[stating[0]]}."
    none = f"; {silent} {'states' if silent == 1 else 'state'} no choice" if silent else ""
    told = choices_in_words(collection, range(len(collection.views)), phrases, "choose")
    return f"{views}: {told}{none}."


def _compared(collection: Collection, phrases: Phrases) -> tuple[Sides | None, Sequence[Step]]:
    """Return the two sides that the answer compares, with what divides them: those who choose, or groups."""
    if collection.choosers:
        return Sides.of_choosers(collection, collection.choosers, phrases), collection.choosers.explaining
    if collection.division:
        return Sides.of_groups(collection), collection.division.steps
    return None, ()


def _main_setting(main: Carried, sides: Sides, phrases: Phrases) -> str:
    """Return the setting that turns the most theories: its kind, its values on both sides, the theories."""
    setting, whole = main.setting, len(main.theories)
    here, there = sides.values(setting, phrases)
    kind = f"{phrases.a_kind(setting.address, setting.kind)}{SETTLED.get(setting.kind, '')}"
    turned = "the most theories" if whole > 1 else "a theory"
    name = phrases.number(setting.address, whole=True)
    whose = sides.of_whom((setting,))
    values = f"{here} {sides.within[0]} and {there} {sides.within[1]}{f' ({whose})' if whose else ''}"
    return (
        f"Between {sides.both}, what turns {turned} is {kind}: {name}. It is {values}. "
        f"{_theories(main, phrases)}."
    )


def _theories(main: Carried, phrases: Phrases) -> str:
    """Return which theories a setting turns by itself, and which only with others."""

    def named(theories: Sequence[str], more: str = "") -> str:
        if len(theories) <= MOST_NAMED and not more:
            return listed([phrases.short_name(theory) for theory in theories])
        return f"{len(theories)} {more}{'theory' if len(theories) == 1 else 'theories'}"

    if not main.alone:
        return f"With others it turns {named(main.with_others)}"
    also = f", and with others {named(main.with_others, 'more ')}" if main.with_others else ""
    return f"By itself it turns {named(main.alone)}{also}"


def _nothing(collection: Collection, sides: Sides | None, phrases: Phrases) -> Iterator[str]:
    """Yield that no setting divides these people."""
    if collection.choosers and sides:
        yield f"Between {sides.both}, {no_number(collection.choosers, phrases)}."
    elif sides:
        yield f"Between {sides.both}, no theory's verdict differs at the numbers typical of each."
    elif len(collection.views) > 1:
        yield "By the verdicts that follow from their numbers, no two sets of people are clearly apart."


def _questions(
    collection: Collection, main: Carried | None, sides: Sides | None, phrases: Phrases
) -> Iterator[str]:
    """Yield what to ask next: why people hold these values, and why they choose otherwise than implied."""
    asked = []
    here, there = sides.values(main.setting, phrases) if sides and main else ("", "")
    if here != there:
        asked.append(f"Why {here}, and why {there}?")
    elif collection.choosers and collection.choosers.few and same_numbers(collection):
        asked.append("Why do some choose differently with the same numbers?")
    parting = len(collection.parting())
    if parting:
        whole = sum(
            bool(view.choice and implied.stated)
            for view, implied in zip(collection.views, collection.implied, strict=True)
        )
        verb = "does" if parting == 1 else "do"
        asked.append(f"Why {verb} {parting} of {whole} choose otherwise than their own views imply?")
    if asked:
        yield "To ask next:"
        yield from asked
