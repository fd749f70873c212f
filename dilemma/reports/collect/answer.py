"""The answer of a collection in a few sentences: groups, what divides them, who parts from what they say."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.collect.divides import division_summary, main_setting
from dilemma.reports.collect.phrases import A_KIND, Phrases
from dilemma.reports.words.names import counted
from dilemma.robustness.collection.collection import Collection

__all__ = ["answer"]

BRIEF_NAMES = 2


def answer(collection: Collection, phrases: Phrases, left_out: int, *, named: bool = True) -> str:
    """Return how many views and groups there are, what divides these, and who parts from their views."""
    people = _parting(collection, phrases, named=named)
    return " ".join(filter(None, (*_groups(collection, left_out), *_division(collection, phrases), people)))


def _groups(collection: Collection, left_out: int) -> Iterator[str]:
    views, groups = counted(len(collection.views), "view"), len(collection.groups)
    out = f" ({left_out} more left out)" if left_out else ""
    if collection.grouped_by == "choice":
        silent = sum(view.choice is None for view in collection.views)
        none = f"; {silent} choose none" if silent else ""
        yield f"{views}{out} in {counted(groups, 'group')} by what people choose{none}."
    elif groups == 1:
        yield f"{views}{out} in one group: no two sets of people are clearly apart in their verdicts."
    else:
        yield f"{views}{out} in {groups} groups by their verdicts."


def _division(collection: Collection, phrases: Phrases) -> Iterator[str]:
    if collection.division is None:
        return
    yield division_summary(collection.division)
    setting = main_setting(collection.division)
    if setting is not None:
        here, there = (phrases.plain(setting.address, value) for value in (setting.here, setting.there))
        name = phrases.number(setting.address, whole=True)
        yield f"Most turns on {A_KIND[setting.kind]}: {name}, {here} in group 1, {there} in group 2."


def _parting(collection: Collection, phrases: Phrases, *, named: bool) -> str:
    """Return who would choose otherwise than their own numbers and credences imply, in a sentence."""
    asked = [
        row for row, view in enumerate(collection.views) if view.choice and collection.implied[row].stated
    ]
    if not asked:
        stated = any(view.choice for view in collection.views)
        return "No one states both a choice and credences." if stated else ""
    people, rows = counted(len(asked), "person"), collection.parting()
    of = f"Of {people.replace('persons', 'people')} with a choice and credences of their own"
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
