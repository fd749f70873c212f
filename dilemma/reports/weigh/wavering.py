"""Wavering verdicts: what a theory turns to if one number moves within its stated range, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import About, Gives
from dilemma.reports.words.figures import percent
from dilemma.reports.words.names import listed
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.dials.dial import Dial
from dilemma.scenario.phrases import any_of
from dilemma.weighing import Verdict

__all__ = ["Turning", "change_in_words", "lead_in_words", "turning_numbers", "wavering_in_words"]

TO, LEVEL, DROPS, ADDS = "to", "level with", "drops", "adds"
NO_ANSWER, FORBIDS = "to no answer", "to forbid every option"
ENDS = (NO_ANSWER, FORBIDS)
MOST_TOLD = 3  # letters told of one kind of change
NEAR = 0.15  # a lead of at most this share of the spread is told as a near tie


class Turning(NamedTuple):
    """A number that turns theories within its stated range, with the ids of those it turns."""

    dial: Dial
    theories: tuple[str, ...]


def turning_numbers(cruxes: Iterable[Crux]) -> list[Turning]:
    """Return the numbers with cruxes: first those that turn most theories, then in the order given."""
    found: dict[str, tuple[Dial, dict[str, None]]] = {}
    for crux in cruxes:
        found.setdefault(crux.dial.address, (crux.dial, {}))[1][crux.about.id] = None
    numbers = [Turning(dial, tuple(theories)) for dial, theories in found.values()]
    return sorted(numbers, key=lambda one: -len(one.theories))


def wavering_in_words(verdict: Verdict, cruxes: Sequence[Crux], letters: Mapping[str, str]) -> str:
    """Return what a theory would answer on the other side of its cruxes, by letters.

    Such as `to A or D`, or `drops B or adds E` where it leaves several options standing. The answers beyond
    all cruxes are told, those beyond the nearest first.
    """
    mine = [crux for crux in cruxes if crux.about.id == verdict.about.id]
    now = next((crux.before or () for crux in mine if crux.nearest), verdict.choice)
    others = [crux for crux in sorted(mine, key=lambda crux: not crux.nearest) if (crux.after or ()) != now]
    changes: dict[str, dict[str, None]] = {}
    for crux in others:
        for how, options in _changed(now, crux.after, crux.about):
            changes.setdefault(how, {}).update(dict.fromkeys(letters[id] for id in options))
    for letter in changes.get(TO, ()):  # between two choices lies a tie, which tells nothing more
        changes.get(LEVEL, {}).pop(letter, None)
    named = [_with_letters(how, sorted(told), any_of) for how, told in changes.items() if told or how in ENDS]
    return " or ".join(named)


def change_in_words(before: Choice, after: Choice, about: About, letters: Mapping[str, str]) -> str:
    """Return one change of a choice in words, by letters: `to D`, `drops B and adds E`."""
    changes = _changed(before or (), after, about)
    return " and ".join(_with_letters(how, [letters[id] for id in ids], listed) for how, ids in changes)


def _changed(before: tuple[str, ...], after: Choice, about: About) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield how a theory's choice changes, and the options concerned."""
    if not after:
        yield NO_ANSWER if after is None else FORBIDS, ()
        return
    lost = tuple(id for id in before if id not in after)
    gained = tuple(id for id in after if id not in before)
    if len(before) == 1 and not lost:
        yield ADDS if about.gives is Gives.TIERS else LEVEL, gained
    elif len(before) > 1 and len(lost) < len(before):
        yield from ((how, ids) for how, ids in ((DROPS, lost), (ADDS, gained)) if ids)
    else:
        yield TO, after


def _with_letters(how: str, letters: Sequence[str], joined: Callable[[list[str]], str]) -> str:
    """Return a change with its options; of many the first few are told."""
    if not letters:
        return how
    more = len(letters) - MOST_TOLD
    named = [*letters[:MOST_TOLD], f"{more} more"] if more > 0 else letters
    return f"{how} {joined(list(named))}"


def lead_in_words(verdict: Verdict, letters: Mapping[str, str]) -> str:
    """Return how far the next option is behind the one choice, where that is a near tie; else ""."""
    if verdict.margin is None or len(verdict.choice) != 1 or not 0 < verdict.margin <= NEAR:
        return ""
    others = [answer for answer in verdict.answers if not answer.chosen]
    second = min(others, key=lambda answer: (answer.rank, -answer.score))
    return f"{letters[second.option]} {percent(verdict.margin)} behind"
