"""Blocks of text: headings, labelled lines, paragraphs, commands."""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "Closing",
    "Commands",
    "Heading",
    "Line",
    "LintBlock",
    "OptionEntry",
    "Options",
    "Paragraphs",
    "Sentences",
    "Verbatim",
]


class Heading(NamedTuple):
    """The title and question of a report, with a short aside such as a date."""

    title: str
    question: str
    aside: str = ""


class OptionEntry(NamedTuple):
    """An option: its letter, its name, and what it is."""

    letter: str
    name: str
    text: str


class Options(NamedTuple):
    """The options of a scenario, by the letters that head the columns of tables."""

    entries: tuple[OptionEntry, ...]


class Line(NamedTuple):
    """One labelled line: `Favour Replacement measures: Utilitarian, Ross`."""

    label: str
    text: str


class Sentences(NamedTuple):
    """Labelled lines under a heading."""

    title: str
    lines: tuple[Line, ...]


class Commands(NamedTuple):
    """Commands to type next (labels), each with what it tells (text)."""

    title: str
    lines: tuple[Line, ...]


class Paragraphs(NamedTuple):
    """Paragraphs of text under a heading."""

    title: str
    texts: tuple[str, ...]


class LintBlock(NamedTuple):
    """One lint with its findings (label: the place; text: the finding), and lines with details."""

    title: str
    code: str
    places: tuple[Line, ...]
    lines: tuple[Line, ...]


class Verbatim(NamedTuple):
    """Text whose line breaks and blanks are kept, with an optional heading."""

    title: str
    text: str


class Closing(NamedTuple):
    """The closing sentence of a report."""

    sentence: str
