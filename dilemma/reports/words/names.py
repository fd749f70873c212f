"""Names that the file gives to options, parties, factors and other entries, by id or address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dilemma.scenario import model

__all__ = ["Names", "by_factor", "counted", "cut", "first_sentence", "listed"]

SENTENCE_END: Final = re.compile(r"(?<![A-Z])[.!?](?=\s+[A-Z“\"(])")  # not after the initials of U.S.

SHORT_SENTENCE: Final = 40
"""Characters; a shorter sentence seldom says what an option is."""

TABLES: Final = frozenset({"quantities", "parties", "beliefs", "consequences", "duties", "virtues"})
"""The tables of a scenario whose entries have reasons and sources of their own."""

LONG_SENTENCE: Final = 140
"""Characters; a sentence that is longer takes more than two lines of a table."""


class Names:
    """The names, reasons and sources that a scenario's author gives.

    `options` are names to use for options instead, by id, such as their letters. Many reasons share an
    address, so the results of `at` and `sources` are cached by address.
    """

    def __init__(self, scenario: model.Scenario, options: Mapping[str, str] | None = None) -> None:
        self.scenario = scenario
        self.options = options or {}
        self.words: dict[str, str] = {}
        self.cited_at: dict[str, tuple[str, ...]] = {}

    def at(self, address: str | None) -> str:
        """Return the name of the entry at a reason's address; `this` if it has none."""
        if address is None:
            return "this"
        words = self.words.get(address)
        if words is None:
            words = self.words[address] = self._at(address)
        return words

    def sources(self, address: str) -> tuple[str, ...]:
        """Return the ids of the sources cited at the address: of the option's entry, then the factor."""
        cited = self.cited_at.get(address)
        if cited is None:
            cited = self.cited_at[address] = self._sources(address)
        return cited

    def option(self, id: str) -> str:
        return self.options.get(id) or self.scenario.options[id].name or id

    def perspective(self, id: str | None) -> str | None:
        """Return the name of a perspective; None for the file itself."""
        return (self.scenario.perspectives[id].name or id) if id else None

    def party(self, id: str) -> str:
        return self.scenario.parties[id].name or id

    def factor(self, id: str) -> str:
        """Return the name of a consequence, duty or virtue, in quotation marks."""
        scenario = self.scenario
        entry = scenario.consequences.get(id) or scenario.duties.get(id) or scenario.virtues.get(id)
        return f"“{(entry and entry.name) or id}”"

    def _at(self, address: str) -> str:
        head, *path = address.split(".")
        if head == "parties":
            return self.party(path[0])
        if head == "beliefs":
            belief = self.scenario.beliefs[path[0]]
            return f"“{belief.name or belief.claim.rstrip('.')}”"
        if head != "options":
            return address
        option, *rest = path
        if not rest:
            return self.option(option)
        if rest == ["uses"]:
            return listed([self.party(party) for party in self.scenario.options[option].uses])
        named = self.factor(rest[1])
        part = self._part(rest)
        return f"{named} ({part})" if part else named

    def _part(self, path: list[str]) -> str:
        """Return the name of the party that a part of a consequence falls on; empty if it names none."""
        if path[0] != "consequences":
            return ""
        return self.party(path[3]) if path[2:3] == ["falls_on"] else ""

    def because(self, address: str) -> str | None:
        """Return the author's reason at the address: that of the option's entry, else of the factor."""
        entry = self._entry(address)
        return entry[0] if entry else None

    def _sources(self, address: str) -> tuple[str, ...]:
        entry = self._entry(address)
        return entry[1] if entry else ()

    def evidence(self, address: str) -> str:
        """Return what the number at an address rests on: as the option's entry says, else the factor's."""
        entries = self._entries(address)
        stated = (entry.evidence for entry in entries if "evidence" in entry.model_fields_set)
        return next(stated, "judgement")

    def cited(self, source: str) -> str:
        """Return a source of the file as author or publisher, and year."""
        entry = self.scenario.sources[source]
        year = f" {entry.date[:4]}" if entry.date else ""
        return f"{entry.author or entry.publisher or entry.title}{year}"

    def _entry(self, address: str) -> tuple[str | None, tuple[str, ...]] | None:
        entries = self._entries(address)
        if not entries:
            return None
        because = next((entry.because for entry in entries if entry.because), None)
        return because, tuple(dict.fromkeys(source for entry in entries for source in entry.sources))

    def _entries(self, address: str) -> tuple[model.Entry, ...]:
        """Return the entries at an address: of a factor under an option, that of the option comes first."""
        head, *path = address.split(".")
        if head in TABLES:
            return (getattr(self.scenario, head)[path[0]],)
        if head != "options" or len(path) < 3:
            return ()
        here: model.Entry = getattr(self.scenario.options[path[0]], path[1])[path[2]]
        factor: model.Entry = getattr(self.scenario, path[1])[path[2]]
        return here, factor


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, with the next if it is short.

    Of what is too long for two lines of a table, the part before its first semicolon is returned.
    """
    ends = [end.end() for end in SENTENCE_END.finditer(text)]
    first = text[: next((end for end in ends if end >= SHORT_SENTENCE), len(text))]
    part, sign, _ = first.partition(";")
    return f"{part}." if sign and len(first) > LONG_SENTENCE else first


def cut(text: str, most: int) -> str:
    """Return the text, or its beginning and an ellipsis if it has more characters.

    It is cut after a clause that ends in a semicolon, if that keeps half of it, else after a whole word. A
    quotation or bracket that the cut leaves open is closed.
    """
    if len(text) <= most:
        return text
    start = text[: most - 1]
    clause = start.rfind(";")
    short = (start[:clause] if clause * 2 > most else start.rsplit(" ", 1)[0]).rstrip(" ,;:(“") + " …"
    for opens, closes in ("“”", "()"):
        short += closes if short.count(opens) > short.count(closes) else ""
    return short


def counted(number: float, noun: str) -> str:
    """Return a count with its noun: `1 factor`, `2 factors`, `2 theories`."""
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith(("ry", "ty")) else f"{noun}s"
    return f"{number:.0f} {plural}"


def by_factor(names: Iterable[str]) -> list[str]:
    """Return names, each once; those of one factor with a party each become one: `“Harm” (a and b)`."""
    parties: dict[str, dict[str, None]] = {}
    for name in names:
        factor, sign, party = name.partition("” (")
        told = parties.setdefault(f"{factor}”" if sign else name, {})
        if sign:
            told[party.removesuffix(")")] = None
    return [f"{factor} ({listed([*told])})" if told else factor for factor, told in parties.items()]


def listed(names: list[str]) -> str:
    """Return names as a list in words: `a, b and c`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
