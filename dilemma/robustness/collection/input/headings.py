"""Headings of a table of views: what each column says of a person's view.

A heading is an address, the title of a number as reports show it, if no other has it, the id or name of a
belief, party, duty, virtue or theory, or one of `name`,
`choice`, `confidence`, `because`, `note` and `as`. `because` and an address head the reason for that number.
In a longer heading, as a form tool writes it, the same stands in square brackets at the end. A `%` at the end
says that the column is in per cent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from dilemma.errors import BadSetting, UnknownName
from dilemma.frameworks.registry import framework_id, is_framework
from dilemma.scenario.addresses.lookup import belief_address, path_of, weight_address
from dilemma.scenario.document import Document
from dilemma.scenario.structure.shapes import Figure, scenario_shape, shape_at

__all__ = ["Column", "heading_of"]

LONGEST: Final = 1_000  # characters; what is longer is no heading
WORDS: Final = ("name", "choice", "confidence", "because", "note", "as")
TOP: Final = ("exchange", "worst", "enough", "discount")
IN_BRACKETS: Final = re.compile(r"\[([^\[\]]+)\]\s*(%|\(%\))?\s*$")
IN_PERCENT: Final = re.compile(r"\s*(?:\(%\)|%)\s*$")
QUOTES: Final = re.compile("[“”„«»\"']")
REASON: Final = re.compile(
    r"(?:because|reason)[ :]+(?P<after>.+)|(?P<before>.+?)[ :]+(?:because|reason)", re.I
)


class Column(NamedTuple):
    """What a column states: the path of its cells in the data of a view, and how numbers in it are read.

    `in_percent` is true if its heading says so, `share` if its numbers are from 0 to 1.
    """

    path: tuple[str, ...]
    heading: str
    in_percent: bool
    share: bool


def heading_of(
    text: str, document: Document, titles: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> Column | None:
    """Return what a column with this heading states; None if the heading says nothing of a view.

    `titles` has the addresses of numbers by the titles that reports show.

    Raises UnknownName for a heading that is written as an address, or in brackets, and names nothing;
    BadSetting for a name of several entries.
    """
    if len(text) > LONGEST:
        return None
    found = IN_BRACKETS.search(" ".join(text.split()))
    inside = found[1] + (found[2] or "") if found else text
    in_percent = bool(IN_PERCENT.search(inside))
    said = " ".join(IN_PERCENT.sub("", inside).split())
    if said.casefold() in WORDS:
        word = said.casefold()
        return Column((word,), said, in_percent, word == "confidence")
    reason = REASON.fullmatch(said)
    if reason:
        address = address_meant((reason["after"] or reason["before"]).strip(), document)
        return Column(("reasons", address), said, in_percent=False, share=False) if address else None
    theory = said.removeprefix("credences.")
    if is_framework(theory):
        return Column(("credences", framework_id(theory)), said, in_percent, share=False)
    address = address_meant(said, document) or address_titled(said, titles)
    if address is None and found:
        raise UnknownName("heading", said, known_names(document))
    return Column(("set", address), said, in_percent, is_share(address)) if address else None


def address_meant(text: str, document: Document) -> str | None:
    """Return the address that a heading names, by itself or by an id or a name; None if it names none."""
    if text in TOP:
        return text
    if "." in text and text.partition(".")[0] in scenario_shape().fields:
        path_of(text, document.data, document.theories)
        return text
    for address_in in (belief_address, weight_address):
        try:
            return address_in(document.scenario, text)
        except UnknownName:
            continue
    return None


def address_titled(text: str, titles: Mapping[str, Sequence[str]]) -> str | None:
    """Return the address of the number with this title; None if none has it; BadSetting if several do."""
    wanted = plain_title(text)
    found = [*dict.fromkeys(at for title in titles if plain_title(title) == wanted for at in titles[title])]
    if len(found) > 1:
        raise BadSetting(f"'{text}' is the title of several numbers: write {' or '.join(found)}")
    return found[0] if found else None


def plain_title(text: str) -> str:
    """Return a title without quotation marks, and with nothing but its words and their order."""
    return " ".join(QUOTES.sub("", text).casefold().split())


def known_names(document: Document) -> tuple[str, ...]:
    """Return the words and ids that a heading may be."""
    scenario = document.scenario
    tables = (scenario.beliefs, scenario.parties, scenario.duties, scenario.virtues)
    return (*WORDS, *TOP, *(id for table in tables for id in table), *(document.theories or ()))


def is_share(address: str) -> bool:
    """Return whether numbers at an address run from 0 to 1."""
    shape = shape_at(tuple(address.split(".")))
    return isinstance(shape, Figure) and (shape.bounds.low, shape.bounds.high) == (0, 1)
