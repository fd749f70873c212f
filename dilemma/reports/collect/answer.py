"""The answer of a collection in a few sentences: what people choose, what divides them, their groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dilemma.reports.collect.credences import credence_difference
from dilemma.reports.collect.divides import (
    CAUSES,
    Sides,
    division_summary,
    implied_by,
    main_setting_in_words,
    no_number,
)
from dilemma.reports.collect.phrases import Phrases, divided_by
from dilemma.reports.words.names import counted, listed
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.credences import rows_stating
from dilemma.robustness.collection.dividing.choosers import Choosers

__all__ = ["answer", "choices_in_words", "people"]

BRIEF_NAMES = 2
MOST_ALIKE = 4  # people named who have the same numbers
NOT_IN_THESE = "what parts them is not in these numbers or credences"
ALIKE = "By the verdicts that follow from their numbers, no two sets of people are clearly apart"


def answer(collection: Collection, phrases: Phrases, left_out: int, *, named: bool = True) -> tuple[str, ...]:
    """Return what people choose, what divides those who choose otherwise, their groups, and who parts.

    Each is a paragraph; none is empty.
    """
    paragraphs = (
        _choices(collection, phrases, left_out),
        _choosers(collection, phrases, named=named),
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


def _choosers(collection: Collection, phrases: Phrases, *, named: bool) -> str:
    """Return what divides the people who choose the two options chosen most, as far as these views tell."""
    found = collection.choosers
    if found is None:
        return ""
    sides = Sides.of_choosers(collection, found, phrases)
    told = (
        _explained(collection, found, sides, phrases),
        _towards(found, sides, phrases),
        _values(collection, sides, phrases) if found.few and not found.explaining else "",
        _same_numbers(collection, phrases, named=named) if found.few else "",
        credence_difference(collection, found.rows, phrases),
        _as_often(found, phrases),
    )
    return " ".join(filter(None, told))


def _explained(collection: Collection, found: Choosers, sides: Sides, phrases: Phrases) -> str:
    """Return whether numbers, credences, both or neither explain that what two sides' views imply differs."""
    stating = {*rows_stating(collection.views)}
    between = f"Between {sides.both},"
    options = " or ".join(phrases.letters[option] for option in found.options)
    silent = [who for who, rows in zip(sides.each, found.rows, strict=True) if not stating & {*rows}]
    if silent:
        cause = no_number(found, phrases)
        if found.explaining:
            cause = f"numbers turn theories towards {options}"
        return f"{between} {cause}. Credences cannot be compared: of {' or '.join(silent)} nobody states any."
    counts = " and ".join(str(len(stating & {*rows})) for rows in found.rows)
    if found.few:
        every = {*found.rows[0], *found.rows[1]} <= stating
        return f"{between} {_by_person(found, phrases)}{'' if every else f' ({counts} state credences)'}."
    step = found.division.credences
    assert step is not None
    here, there = implied_by(step, phrases)
    pooled = f"at medians and means; {counts} state credences"
    fits = step.fits(found.options)
    if step.cause == "same" or not any(fits):
        implied = f"both imply {here}" if here == there else f"they imply {here} and {there}"
        return f"{between} {NOT_IN_THESE}: {implied} ({pooled})."
    misses = (
        "" if fit else f" (not {phrases.letters[option]})"
        for option, fit in zip(found.options, fits, strict=True)
    )
    one, other = (f"{implied}{miss}" for implied, miss in zip((here, there), misses, strict=True))
    differs = f"what their views imply differs {CAUSES[step.cause]}"
    return f"{between} {differs}: {one} and {other}, {pooled}."


def _by_person(found: Choosers, phrases: Phrases) -> str:
    """Return what explains the choices of few people, each compared with each of the other side."""
    counts = Counter(step.cause if all(step.fits(found.options)) else "same" for step in found.by_person)
    told = [
        (count, NOT_IN_THESE if cause == "same" else f"what their views imply differs {CAUSES[cause]}")
        for cause, count in counts.most_common()
    ]
    if len(told) == 1:
        implied = {implied_by(step, phrases) for step in found.by_person}
        views = f": they imply {' and '.join(implied.pop())}" if len(implied) == 1 else ""
        return told[0][1] + views
    return "person by person: " + "; ".join(
        f"in {count} of {counts.total()} pairs {words}" for count, words in told
    )


def _towards(found: Choosers, sides: Sides, phrases: Phrases) -> str:
    """Return the kinds of setting that turn theories towards the options chosen, and the main one."""
    if not found.explaining:
        return ""
    options = " or ".join(phrases.letters[option] for option in found.options)
    kinds = divided_by((step.kinds, len(step.theories)) for step in found.explaining)
    return f"Towards {options} {kinds}. {main_setting_in_words(found.explaining, sides, phrases)}"


def _values(collection: Collection, sides: Sides, phrases: Phrases) -> str:
    """Return the values of the most disputed number that differ between few people."""
    for number in collection.numbers:
        here, there = (phrases.values_of(number, rows) for rows in sides.rows)
        if here != there:
            name = phrases.number(number.address, whole=True)
            return f"Their values of {name}: {here} {sides.within[0]}, {there} {sides.within[1]}."
    return ""


def _same_numbers(collection: Collection, phrases: Phrases, *, named: bool) -> str:
    """Return the people who have the same numbers and choose differently; empty if none do."""
    alike: dict[str, list[int]] = {}
    for row, view in enumerate(collection.views):
        if view.choice:
            alike.setdefault(_numbers_of(collection, row), []).append(row)
    groups = [rows for rows in alike.values() if len({collection.views[row].choice for row in rows}) > 1]
    if not groups:
        return ""
    if not named:
        return f"{people(sum(map(len, groups)))} have the same numbers as another who chooses differently."
    largest = max(groups, key=len)
    told = [
        f"{phrases.person(view, row)} ({phrases.letters_of(filter(None, (view.choice,)))})"
        for row in (largest if phrases.full else largest[:MOST_ALIKE])
        for view in (collection.views[row],)
    ]
    more = sum(map(len, groups)) - len(told)
    return f"Same numbers, different choice: {', '.join(told)}{f'; and {more} more' if more else ''}."


def _numbers_of(collection: Collection, row: int) -> str:
    """Return all that a view sets, and the file's numbers where it sets none, as a text to compare by."""
    known = {number.address: float(number.values[row]) for number in collection.numbers}
    rest = {at: value for at, value in collection.views[row].values.items() if at not in known}
    return repr((sorted(known.items()), sorted(rest.items())))


def _as_often(found: Choosers, phrases: Phrases) -> str:
    """Return which other options are chosen as often as the second of the two; empty if none is."""
    others = [phrases.letters[option] for option in found.as_often]
    if not others:
        return ""
    as_often = f"{listed(others)} {'is' if len(others) == 1 else 'are'} chosen as often as "
    as_often += phrases.letters[found.options[1]]
    if found.by_distance:
        return f"{as_often}, with verdicts less far apart."
    return f"{as_often}: other pairs could be compared as well."


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
        sides, steps = Sides.of_groups(collection), collection.division.steps
        told.append(division_summary(steps, sides))
        told.append(main_setting_in_words(steps, sides, phrases))
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
        return f"{of}, none chooses otherwise than their numbers and credences imply{no_option}."
    told = [_apart(collection, row, phrases) for row in (rows if phrases.full else rows[:BRIEF_NAMES])]
    more = f" and {len(rows) - len(told)} more" if len(told) < len(rows) else ""
    names = f": {', '.join(told)}{more}" if named and not phrases.anonymous else ""
    verb = "chooses" if len(rows) == 1 else "choose"
    return f"{of}, {len(rows)} {verb} otherwise than their numbers and credences imply{names}{no_option}."


def _apart(collection: Collection, row: int, phrases: Phrases) -> str:
    """Return a person with their own choice and the one that is implied."""
    view = collection.views[row]
    own, implied = (view.choice or "",), collection.implied[row].choice
    return f"{phrases.person(view, row)} ({phrases.letters_of(own)}, not {phrases.letters_of(implied)})"
