"""The answer of a collection in a few sentences: what people choose, what divides them, their groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dilemma.reports.collect.credences import credence_difference
from dilemma.reports.collect.divides import Sides, division_summary, main_setting_in_words
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.names import counted, listed
from dilemma.robustness.collection.collection import Choosers, Collection

__all__ = ["answer", "choices_in_words", "people"]

BRIEF_NAMES = 2
ALIKE = "By the verdicts that follow from their numbers, no two sets of people are clearly apart"


def answer(collection: Collection, phrases: Phrases, left_out: int, *, named: bool = True) -> tuple[str, ...]:
    """Return what people choose, what divides those who choose otherwise, their groups, and who parts.

    Each is a paragraph; none is empty.
    """
    paragraphs = (
        _choices(collection, phrases, left_out),
        _choosers(collection, phrases),
        " ".join(filter(None, (_groups(collection, phrases), _parting(collection, phrases, named=named)))),
    )
    return tuple(filter(None, paragraphs))


def people(count: int) -> str:
    """Return a number of people in words."""
    return "1 person" if count == 1 else f"{count} people"


def choices_in_words(collection: Collection, rows: Iterable[int], phrases: Phrases) -> str:
    """Return how many of these views choose each option by themselves, most first; empty if none does."""
    own = Counter(choice for row in rows if (choice := collection.views[row].choice))
    order = sorted(own, key=lambda option: (-own[option], phrases.letters[option]))
    return listed([f"{own[option]} {phrases.letters[option]}" for option in order])


def _choices(collection: Collection, phrases: Phrases, left_out: int) -> str:
    """Return how many views there are, and what people choose by themselves."""
    views = counted(len(collection.views), "view") + (f" ({left_out} more left out)" if left_out else "")
    stating = [view.choice for view in collection.views if view.choice]
    silent = len(collection.views) - len(stating)
    none = f"; {silent} {'states' if silent == 1 else 'state'} no choice" if silent else ""
    if not stating:
        return f"{views}. Nobody states a choice of their own."
    if len(set(stating)) > 1:
        told = choices_in_words(collection, range(len(collection.views)), phrases)
        return f"{views}. By themselves people choose differently: {told}{none}."
    if silent or len(stating) == 1:
        return f"{views}. By themselves people choose {len(stating)} {phrases.letters[stating[0]]}{none}."
    return f"{views}. All choose {phrases.letters[stating[0]]} by themselves."


def _choosers(collection: Collection, phrases: Phrases) -> str:
    """Return what divides the people who choose the two options chosen most."""
    found = collection.choosers
    if found is None:
        return ""
    sides = Sides.of_choosers(found, phrases)
    told = (
        division_summary(found.division, sides),
        main_setting_in_words(found.division, sides, phrases),
        credence_difference(collection, found.rows, phrases),
        _as_often(collection, found, phrases),
    )
    return " ".join(filter(None, told))


def _as_often(collection: Collection, found: Choosers, phrases: Phrases) -> str:
    """Return which other options are chosen as often as the second of the two; empty if none is."""
    own = Counter(view.choice for view in collection.views if view.choice)
    least = len(found.rows[1])
    others = [option for option in own if option not in found.options and own[option] == least]
    told = listed(sorted(phrases.letters[option] for option in others))
    verb = "is" if len(others) == 1 else "are"
    return f"{told} {verb} chosen as often as {phrases.letters[found.options[1]]}." if others else ""


def _groups(collection: Collection, phrases: Phrases) -> str:
    """Return how many groups there are by verdicts, whether choices differ in them, and what divides them."""
    if collection.grouped_by == "choice" or len(collection.views) == 1:
        return ""
    split = [
        place
        for place, group in enumerate(collection.groups, 1)
        if len({collection.views[row].choice for row in group.rows} - {None}) > 1
    ]
    if len(collection.groups) == 1:
        return f"{ALIKE}{', though they choose differently' if split else ''}."
    sizes = listed([str(len(group.rows)) for group in collection.groups])
    which = listed([str(place) for place in split])
    inside = (
        f"; own choices differ inside {'group' if len(split) == 1 else 'groups'} {which}" if split else ""
    )
    told = [f"By the verdicts that follow from their numbers there are groups of {sizes}{inside}."]
    if collection.division is not None and (phrases.full or collection.choosers is None):
        sides = Sides.of_groups()
        told.append(division_summary(collection.division, sides))
        told.append(main_setting_in_words(collection.division, sides, phrases))
    return " ".join(filter(None, told))


def _parting(collection: Collection, phrases: Phrases, *, named: bool) -> str:
    """Return who would choose otherwise than their own numbers and credences imply, in a sentence."""
    asked = [
        row for row, view in enumerate(collection.views) if view.choice and collection.implied[row].stated
    ]
    if not asked:
        stated = any(view.choice for view in collection.views)
        return "No one states both a choice and credences." if stated else ""
    rows = collection.parting()
    of = f"Of {people(len(asked))} with a choice and credences of their own"
    open_ = sum(not collection.implied[row].choice for row in asked)
    no_option = f" ({open_} {'implies' if open_ == 1 else 'imply'} no one option)" if open_ else ""
    if not rows:
        return f"{of}, none chooses otherwise than these imply{no_option}."
    told = [_apart(collection, row, phrases) for row in (rows if phrases.full else rows[:BRIEF_NAMES])]
    more = f" and {len(rows) - len(told)} more" if len(told) < len(rows) else ""
    names = f": {', '.join(told)}{more}" if named and not phrases.anonymous else ""
    verb = "chooses" if len(rows) == 1 else "choose"
    return f"{of}, {len(rows)} {verb} otherwise than these imply{names}{no_option}."


def _apart(collection: Collection, row: int, phrases: Phrases) -> str:
    """Return a person with their own choice and the one that is implied."""
    view = collection.views[row]
    own, implied = (view.choice or "",), collection.implied[row].choice
    return f"{phrases.person(view, row)} ({phrases.letters_of(own)}, implied {phrases.letters_of(implied)})"
