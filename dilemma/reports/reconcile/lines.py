"""The lines of a reconciliation: one per method, or one for several that are the same vote here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dilemma.reconciliation.agreement import agreement
from dilemma.reconciliation.reconciliation import Reconciliation, Result
from dilemma.reports.reconcile.credences import with_shares
from dilemma.reports.words.commands import hint
from dilemma.reports.words.names import listed

__all__ = [
    "FAVOURITE",
    "Rule",
    "meeting",
    "one_vote_in_words",
    "quiet_favourites",
    "rules",
    "sentence",
    "why_not",
]

WHY_NOT = {
    "not-stated": "needs credences that someone stated: give yours with {credences}",
    "too-long": "too many ties here: to try every way of breaking them would take too long",
    "one-scale": "needs {one_scale}: that you hold all scores to be on one scale",
}

ONE_VOTE = "Vote by credence"
FAVOURITE = "favourite-theory"

NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)


def why_not(reason: str) -> str:
    """Return in words why a method did not run, and what it needs."""
    given = {
        "credences": hint("-c", "credences={…}"),
        "one_scale": hint("--shared-unit", "one_scale=True"),
    }
    return WHY_NOT[reason].format(**given)


class Rule(NamedTuple):
    """One line: its name, its result, and what being chosen means."""

    name: str
    result: Result
    plainly: str


def rules(found: Reconciliation) -> tuple[Rule, ...]:
    """Return one line per method, in order; methods that are the same vote here share one line."""
    told = []
    for result in found.results:
        if len(found.one_vote) < 2 or result.about.id not in found.one_vote:
            told.append(Rule(result.about.name, result, plainly(result, found)))
        elif result.about.id == found.one_vote[0]:
            told.append(Rule(ONE_VOTE, result, f"{vote_of(found)} are one and the same here"))
    return tuple(told)


def plainly(result: Result, found: Reconciliation) -> str:
    """Return what a method's choice means; where the favourite theory gives no guidance, that it does not."""
    quiet = found.quiet_favourites if result.about.id == FAVOURITE else ()
    return quiet_favourites(found) if quiet else result.about.plainly


def quiet_favourites(found: Reconciliation) -> str:
    """Return in words that the theories with the most credence give no guidance."""
    theories = found.quiet_favourites
    alone = len(theories) == 1
    told = "has the most credence and gives" if alone else "have the most credence and give"
    return f"{with_shares(found, theories)} {told} no guidance, and no other theory is asked"


def vote_of(found: Reconciliation) -> str:
    """Return the meaning of the shared vote, and the methods that are the same here."""
    return f"more credence is on its side; with two options {listed(same_methods(found))}"


def same_methods(found: Reconciliation) -> list[str]:
    """Return the names of the methods that are one vote here."""
    return [result.about.name for result in found.results if result.about.id in found.one_vote]


def one_vote_in_words(found: Reconciliation) -> Iterator[str]:
    """Yield a sentence that several methods are one vote here; nothing if none are."""
    names = same_methods(found)
    if len(names) > 1:
        yield f"With two options {listed(names)} are one vote by credence."


def in_words(count: int) -> str:
    """Return a count as a word, or in digits above fifteen."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count}"


def meeting(every: tuple[Rule, ...], found: Reconciliation) -> str:
    """Return in words how far the methods agree, and which choose which option."""
    ran = {rule.name: rule.result.choice for rule in every if rule.result.ran}
    if not ran:
        return "No method asked for could run."
    if not guided(found):
        return "No theory with credence sets the options apart, so every method leaves all of them standing."
    choices = dict.fromkeys(ran.values())
    by_choice = {choice: [name for name, theirs in ran.items() if theirs == choice] for choice in choices}
    common = agreement(ran)
    if len(ran) == 1:
        return f"{sentence(by_choice, found)}."
    if common.kind == "all":
        every_one = "Both methods" if len(ran) == 2 else f"All {in_words(len(ran))} methods that ran"
        does = verb(common.choice, [*ran])
        return f"{every_one} {does} {options(common.choice, found)}: {listed([*ran])}."
    if common.kind == "most":
        counted = f"{in_words(len(common.methods)).capitalize()} of {in_words(len(ran))} methods"
        rest = {choice: names for choice, names in by_choice.items() if choice != common.choice}
        does = verb(common.choice, [*ran])
        chosen = f"{counted} {does} {options(common.choice, found)}: {listed([*common.methods])}"
        return f"{chosen}. {sentence(rest, found)}."
    return f"The {in_words(len(ran))} methods that ran do not agree. {sentence(by_choice, found)}."


def guided(found: Reconciliation) -> bool:
    """Whether some theory with credence sets the options apart."""
    return found.lottery is not None


def sentence(by_choice: dict[tuple[str, ...], list[str]], found: Reconciliation) -> str:
    """Return which methods choose what."""
    told = [
        f"{listed(names)} {verb(choice, names)} {options(choice, found)}"
        for choice, names in by_choice.items()
    ]
    return "; ".join(told)


def verb(choice: tuple[str, ...], names: list[str]) -> str:
    """Return what methods do: choose one option, or leave several standing."""
    word = "choose" if len(choice) == 1 else "leave standing"
    first, *rest = word.split(" ")
    return " ".join([first if len(names) > 1 else f"{first}s", *rest])


def options(choice: tuple[str, ...], found: Reconciliation) -> str:
    """Return options by name."""
    return listed([found.subject.options[id] for id in choice])
