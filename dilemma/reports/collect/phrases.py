"""Names, values and choices of a collection in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dilemma.frameworks.framework import About, Framework
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.words.commands import written
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import stated, stated_percent
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import cut, listed
from dilemma.reports.words.turns import PROBABILITIES
from dilemma.robustness.collection.bases import number_of
from dilemma.robustness.collection.dividing.division import Setting
from dilemma.robustness.collection.numbers import Number, SettingKind
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.document import Document
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.view import View

__all__ = ["KINDS", "MOST_VALUES", "Phrases", "divided_by", "significant", "titles_of"]

KINDS: Mapping[SettingKind, str] = {
    "fact": "fact",
    "value": "value",
    "owed": "what is owed",
    "theory": "setting of a theory",
}
"""What a setting is, in a word or two."""

A_KIND: Mapping[SettingKind, str] = {
    "fact": "a fact",
    "value": "a value",
    "owed": "what is owed",
    "theory": "a setting of a theory",
}

ALONE: Mapping[SettingKind, str] = {
    "fact": "on facts, which evidence could settle",
    "value": "on values, which evidence could not settle",
    "owed": "on what is owed",
    "theory": "on a setting of the theory",
}

SHORT_NAME = 44  # characters of a number's name where not everything is told
MOST_THEORIES = 3  # named where not everything is told
MOST_VALUES = 3  # told one by one
LONGEST_NAME = 40  # characters of a person's name on the screen
SIGNIFICANT = 2  # digits of a number that was computed, such as a quartile


def significant(number: float) -> float:
    """Return a number with two significant digits, as a median or a mean is told."""
    return float(f"{number:.{SIGNIFICANT}g}")


class Phrases:
    """The words for one document; with `anonymous`, people are told by numbers; with `full`, names whole."""

    def __init__(
        self,
        document: Document,
        frameworks: Sequence[Framework],
        *,
        anonymous: bool = False,
        full: bool = False,
    ) -> None:
        self.document, self.anonymous, self.full = document, anonymous, full
        view = View(document, document.scenario, None, {}, {})
        self.letters = letters(tuple(document.scenario.options))
        self._names = DialNames(view, frameworks, self.letters)
        self._short = {theory.about.id: theory.about.short_name for theory in frameworks}
        self._dials: dict[str, Dial] = {dial.address: dial for dial in dials(document.scenario, frameworks)}

    def titles(self) -> dict[str, list[str]]:
        """Return the addresses of numbers by the titles that reports show."""
        found: dict[str, list[str]] = {}
        for dial in self._dials.values():
            for title in (self._names.full(dial), self._names.of(dial)):
                if dial.address not in found.setdefault(title, []):
                    found[title].append(dial.address)
        return found

    def add_theories(self, abouts: Iterable[About]) -> None:
        """Add the names of theories that are known by their descriptions alone."""
        self._short |= {about.id: about.short_name for about in abouts}

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all numbers of the document."""
        return tuple(self._dials)

    def number(self, address: str, *, whole: bool = False) -> str:
        """Return the name of a number with what it is of its entry; its address if it has none."""
        try:
            dial = self._dials.get(address)
            name = self._names.full(dial) if dial else self._names.at(address)
        except (KeyError, IndexError):
            return address
        return name if self.full or whole else cut(name, SHORT_NAME)

    def short_name(self, theory: str) -> str:
        """Return the short name of a theory."""
        return self._short.get(theory, theory)

    def kind(self, address: str, kind: SettingKind) -> str:
        """Return what a setting is, in a word or two: of a probability, whether a belief or a chance."""
        return self._probability(address, kind) or KINDS[kind]

    def a_kind(self, address: str, kind: SettingKind) -> str:
        """Return what a setting is, with an article where it needs one."""
        probability = self._probability(address, kind)
        return f"a {probability}" if probability else A_KIND[kind]

    def _probability(self, address: str, kind: SettingKind) -> str:
        """Return what a probability is called; empty for any other setting."""
        dial = self._dials.get(address)
        if kind == "fact" and "beliefs" in address.split("."):
            return "belief"
        return "chance" if kind == "fact" and dial and dial.kind == "chance" else ""

    def short_names(self, theories: Iterable[str]) -> str:
        """Return the short names of theories as a list in words; of many, without `full`, the first ones."""
        names = [self.short_name(theory) for theory in theories]
        if len(names) <= MOST_THEORIES or self.full:
            return listed(names)
        return f"{', '.join(names[: MOST_THEORIES - 1])} and {len(names) - MOST_THEORIES + 1} more"

    def value(self, dial: Dial | None, value: float) -> str:
        """Return a value of a number in words."""
        short = significant(value)
        return stated_percent(short) if dial and dial.kind in PROBABILITIES else stated(short)

    def value_of(self, number: Number, value: float) -> str:
        """Return a value of a number of the collection in words."""
        return self.value(number.dial, value)

    def values_of(self, number: Number, rows: Sequence[int]) -> str:
        """Return the values of a number in some views, each once, least first; of many the ends alone."""
        values = sorted(float(number.values[row]) for row in rows if number.values[row] == number.values[row])
        told = [*dict.fromkeys(self.value_of(number, value) for value in values)]
        if len(told) > MOST_VALUES:
            return f"{told[0]} to {told[-1]}"
        return listed(told) if told else "not set"

    def letters_of(self, choice: Iterable[str] | None) -> str:
        """Return a choice in letters; a dash where the theory does not apply, `none` for no option."""
        if choice is None:
            return "–"
        told = [self.letters[option] for option in choice]
        if len(told) == len(self.letters) and len(told) > 1:
            return "all"
        return " ".join(told) or "none"

    def person(self, view: PersonView, row: int) -> str:
        """Return the name of a person, or their number where there is none or it is not to be told."""
        if view.name and not self.anonymous:
            return view.name if len(view.name) <= LONGEST_NAME else view.name[: LONGEST_NAME - 1] + "…"
        return f"No. {row + 1}"

    def setting(self, setting: Setting) -> str:
        """Return a setting with its values in the second group and in the first."""
        here, there = (self.plain(setting.address, value) for value in (setting.here, setting.there))
        return f"{self.number(setting.address)}: {there} rather than {here}"

    def plain(self, address: str, value: Any) -> str:
        """Return a value of a setting in words: of a range its best estimate."""
        number = number_of(address, value)
        if number is not None:
            return self.value(self._dials.get(address), number)
        if isinstance(value, str):
            return f"“{value}”"
        return "not set" if value is None else written(value)


def titles_of(document: Document) -> dict[str, list[str]]:
    """Return the addresses of all numbers of a document by the titles that reports show."""
    return Phrases(document, frameworks_named(())).titles()


def divided_by(steps: Iterable[tuple[tuple[SettingKind, ...], int]]) -> str:
    """Return how many theories turn on facts, on values and so on, from the kinds and count of each step."""
    counts: Counter[frozenset[SettingKind]] = Counter()
    for kinds, count in steps:
        counts[frozenset(kinds)] += count
    order = list(KINDS)
    told = [
        (
            count,
            ALONE[next(iter(kinds))]
            if len(kinds) == 1
            else f"on {listed(kinds_in_words(kinds, order))} together",
        )
        for kinds, count in sorted(
            counts.items(), key=lambda item: (-item[1], sorted(map(order.index, item[0])))
        )
    ]
    whole = counts.total()
    turns = "1 theory turns" if whole == 1 else f"{whole} theories turn"
    if len(told) == 1:
        return f"{turns} {told[0][1]}"
    return f"{turns}: " + "; ".join(f"{count} {words}" for count, words in told)


def kinds_in_words(kinds: Iterable[SettingKind], order: Sequence[SettingKind]) -> list[str]:
    """Return the kinds in the plural, in their order."""
    plural = {"fact": "facts", "value": "values", "owed": "what is owed", "theory": "settings of theories"}
    return [plural[kind] for kind in sorted(kinds, key=order.index)]
