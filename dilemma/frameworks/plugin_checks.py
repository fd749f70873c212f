"""Checks of a plug-in's theory when it is loaded; one that cannot be used is refused with a message."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from math import isfinite
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dilemma.case import NOTHING
from dilemma.frameworks.caveats import (
    ImpersonalShare,
    NamedGrounds,
    RestatedDuties,
    RestatedGrounds,
    RestatedTable,
)
from dilemma.frameworks.framework import About, Framework, Interval, Need
from dilemma.frameworks.wording import TestWords
from dilemma.scenario.numbers import WORD

__all__ = ["Unfit", "refuse_unfit", "visible"]

STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode categories of invisible characters: controls, marks of direction, line ends."""

COMPARED = ("amount", "against", "worst", "breaches", "holders")
GROUND = ("where", "amount", "against", "facts")
SLOTS: Mapping[type, Mapping[str, tuple[str, ...]]] = {
    TestWords: dict.fromkeys(("passed", "failed", "unopposed", "nought", "beside", "equal"), COMPARED),
    ImpersonalShare: {"widens": ("share",), "narrows": ("share",)},
    NamedGrounds: {"each": ("option", "where"), "sentence": ("options",)},
    RestatedGrounds: {"sentence": ("where", "address")},
    RestatedDuties: {"sentence": ("duties",)},
    RestatedTable: {"several": ("count",), "sentence": ("entries", "places")},
}
"""The slots that each template of each type may have."""


class Unfit(Exception):
    """Raised when a theory of a plug-in cannot be used; the message says why."""


def refuse_unfit(theory: Framework) -> None:
    """Raise Unfit if this is not a theory that can be described, configured and called."""
    about = getattr(theory, "about", None)
    if not isinstance(about, About):
        raise Unfit("it has no `about`")
    for verb in ("needs", "judge"):
        if not callable(getattr(theory, verb, None)):
            raise Unfit(f"it has no `{verb}`")
    if not is_dataclass(theory):
        raise Unfit("it is no dataclass")
    _refuse_mistyped(about, "about")
    _refuse_bad_ids(about)
    _refuse_bad_templates(about)
    _refuse_settings(theory)
    _refuse_hidden("its docstring", " ".join((type(theory).__doc__ or "").split()))
    for need in theory.needs(NOTHING):
        if not isinstance(need, Need):
            raise Unfit("`needs` yields what is no Need")
        _refuse_hidden("a need", need.missing)


def visible(text: str) -> bool:
    """Whether a text has no invisible character and no line end."""
    return not any(unicodedata.category(char) in STEERING for char in text)


def _refuse_hidden(what: str, text: str) -> None:
    if not visible(text):
        raise Unfit(f"{what} holds a character that cannot be seen, or ends a line")


def _refuse_mistyped(value: Any, place: str) -> None:
    """Raise Unfit if a field of a named tuple has the wrong type, or a text with an invisible character."""
    for name, hint in get_type_hints(type(value)).items():
        field, where = getattr(value, name), f"`{place}.{name}`"
        if not _fits(field, hint):
            raise Unfit(f"{where} is not of the type that {type(value).__name__} states")
        for text in _texts(field):
            _refuse_hidden(where, text)
        for number, part in enumerate(field if isinstance(field, tuple) else ()):
            if hasattr(part, "_fields"):
                _refuse_mistyped(part, f"{place}.{name}[{number}]")


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value is of a type, among the types that `About` uses."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return any(_fits(value, one) for one in inner)
    if origin is Literal:
        return value in inner
    if origin is tuple:
        return type(value) is tuple and all(_fits(one, inner[0]) for one in value)
    if origin is Mapping:
        pairs = value.items() if isinstance(value, Mapping) else [(None, None)]
        return all(_fits(key, inner[0]) and _fits(one, inner[1]) for key, one in pairs)
    exact = isinstance(hint, type) and not issubclass(hint, Enum)
    return type(value) is hint if exact else isinstance(value, hint)


def _texts(value: Any) -> Iterator[str]:
    """Yield every string in a field."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for text in pair)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def _refuse_bad_ids(about: About) -> None:
    """Raise Unfit for an id with other characters than an id may have, and for an empty name."""
    for what, id in (("its id", about.id), *(("the id of a test", test.id) for test in about.tests)):
        if not WORD.fullmatch(id):
            raise Unfit(f"{what}, '{id}', is none: small letters and digits in words joined by hyphens")
    if not about.name.strip() or about.short == "":
        raise Unfit("its name is empty")


def _refuse_bad_templates(about: About) -> None:
    """Raise Unfit for a template with an unknown slot."""
    for text in about.grounds.values():
        _refuse_slots(text, GROUND)
    for text in about.terms.values():
        _refuse_slots(text, ("where", "amount"))
    for words in (*about.tests, *about.caveats, *about.restates):
        for name, slots in SLOTS.get(type(words), {}).items():
            _refuse_slots(getattr(words, name) or "", slots)


def _refuse_slots(text: str, slots: tuple[str, ...]) -> None:
    try:
        text.format(**dict.fromkeys(slots, ""))
    except (LookupError, ValueError, AttributeError) as error:
        named = ", ".join(f"{{{slot}}}" for slot in slots)
        raise Unfit(f"the wording '{text}' cannot be filled: it may have {named}") from error


def _refuse_settings(theory: Framework) -> None:
    """Raise Unfit for a setting without an Interval, or with a default outside it."""
    hints = get_type_hints(type(theory), include_extras=True)
    for setting in fields(theory):
        marks = [mark for mark in get_args(hints[setting.name]) if isinstance(mark, Interval)]
        if not marks:
            raise Unfit(f"its setting '{setting.name}' has no Interval")
        (low, high, meaning, _), default = marks[0], getattr(theory, setting.name)
        if not all(type(number) in (int, float) and isfinite(number) for number in (low, high, default)):
            raise Unfit(f"its setting '{setting.name}' has an end or a default that is no number")
        if not low < high or not marks[0].least <= default <= high:
            raise Unfit(f"its setting '{setting.name}' does not lie in its Interval by default")
        _refuse_hidden(f"the meaning of its setting '{setting.name}'", meaning)
