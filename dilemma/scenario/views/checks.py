"""Checks of the data of a view against the document it is of: every problem, each at its path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

from dilemma.errors import BadSetting, UnknownName, repeated
from dilemma.scenario.addresses.assignment import put, target_path
from dilemma.scenario.addresses.entries import Reason, has_reason, new_values, value_of
from dilemma.scenario.addresses.lookup import path_of
from dilemma.scenario.addresses.names import option_id, perspective_id
from dilemma.scenario.document import Document
from dilemma.scenario.numbers.fractions import parse_credence
from dilemma.scenario.numbers.typed import typed_number
from dilemma.scenario.phrases import describe
from dilemma.scenario.problem import Path, Problem, address_of
from dilemma.scenario.structure.shapes import Figure, Record, shape_at
from dilemma.scenario.syntax.from_python import frozen, problems_of_data
from dilemma.scenario.validation.perspectives import problems_of_perspective
from dilemma.scenario.validation.validate import validate
from dilemma.scenario.views.person_view import PersonView

__all__ = ["FORMAT", "HASH", "KEYS", "CheckedView", "ViewChecker"]

FORMAT = 1
"""The version of the format of view files."""

TEXTS = ("of", "file", "name", "as", "choice", "because", "note")
KEYS = ("view", *TEXTS[:4], "set", "credences", "choice", "confidence", "because", "sources", "note")
"""The keys of a view file."""

HASH = "sha256:"


class CheckedView(NamedTuple):
    """The view that data states; None if there are problems, each with its path in the data."""

    view: PersonView | None
    problems: tuple[Problem, ...]


class ViewChecker:
    """A reader of the data of views of one document, which it validates once for all of them.

    `titles` returns the numbers by the titles that reports show, each with its addresses, so that a table
    of views may be headed by them.
    """

    def __init__(
        self, document: Document, titles: Callable[[], Mapping[str, Sequence[str]]] | None = None
    ) -> None:
        self.document = document
        self._titles = titles
        self._rest = {key: value for key, value in document.data.items() if key != "perspectives"}
        self._file = validate(self._rest, document.theories)

    @cached_property
    def titles(self) -> Mapping[str, Sequence[str]]:
        """The addresses of numbers by the titles that reports show; empty if none are known."""
        return self._titles() if self._titles else {}

    def checked_data(self, data: Mapping[str, Any], label: str) -> CheckedView:
        """Return the view that plain data states, which may hold what no file can, or all of its problems."""
        problems = tuple(problems_of_data(data))
        return CheckedView(None, problems) if problems else self.checked(frozen(data), label)

    def checked(self, data: Mapping[str, Any], label: str) -> CheckedView:
        """Return the view that data states, or all of its problems.

        The data has the keys of a view file, with lists as tuples. A key whose value is None counts as left
        out.
        """
        stated = {key: value for key, value in data.items() if value is not None}
        elsewhere = self._origin_problem(stated)
        if elsewhere:
            return CheckedView(None, (elsewhere,))
        problems = [*self._key_problems(stated)]
        wrong = {problem.path[0] for problem in problems}
        fields = {key: value for key, value in stated.items() if key not in wrong}
        start = self._perspective(fields, problems)
        choice = self._choice(fields, problems)
        credences = self._credences(fields.get("credences", {}), problems)
        confidence = self._confidence(fields.get("confidence"), problems)
        problems += self._source_problems(("sources",), fields.get("sources", ()))
        own = typed_values(fields.get("set", {}), problems)
        entries = {**self._entries_of(start, own), **own}
        problems += self._entry_problems(entries) if "set" not in {one.path[0] for one in problems} else ()
        if problems:
            return CheckedView(None, tuple(problems))
        addresses = self._addresses(entries)
        view = PersonView(
            label=label,
            name=text_or_none(stated.get("name")),
            values={addresses[key]: frozen(value_of(key, raw)) for key, raw in entries.items()},
            own=tuple(addresses[key] for key in own),
            reasons={addresses[key]: reason_of(raw) for key, raw in own.items() if has_reason(key, raw)},
            perspective=start,
            credences=credences,
            choice=choice,
            confidence=confidence,
            because=text_or_none(stated.get("because")),
            sources=tuple(stated.get("sources", ())),
            note=text_or_none(stated.get("note")),
            other_version=self._is_other_version(stated.get("file")),
        )
        return CheckedView(view, ())

    def _key_problems(self, stated: Mapping[str, Any]) -> Iterator[Problem]:
        """Yield the problems of keys that are not known, and of values of the wrong type."""
        for key, value in stated.items():
            if key not in KEYS:
                yield Problem((key,), "unknown-key", f"unknown key '{repeated(key)}'", "key", key, KEYS)
            elif key == "choice" and not isinstance(value, str):
                message = f"should be one option, by its letter, id or name, not {describe(value)}"
                yield Problem((key,), "type", message)
            elif key in TEXTS and not isinstance(value, str):
                mend = "; put it in quotes" if isinstance(value, bool | int | float) else ""
                yield Problem((key,), "type", f"should be text, not {describe(value)}{mend}")
            elif key in ("set", "credences") and not isinstance(value, Mapping):
                message = f"should be a map, such as {self._example(key)}, not {describe(value)}"
                yield Problem((key,), "type", message)

    def _example(self, key: str) -> str:
        """Return a map that could stand under `set` or `credences`."""
        if key == "credences":
            return "{utilitarian: 60%, kantian: 40%}"
        beliefs = (f"beliefs.{id}.probability: 40%" for id in self.document.scenario.beliefs)
        return f"{{{next(beliefs, 'exchange: 2')}}}"

    def _origin_problem(self, stated: Mapping[str, Any]) -> Problem | None:
        """Return the problem of data that is no view, or a view of another scenario."""
        version, of = stated.get("view"), stated.get("of")
        if version != FORMAT or isinstance(version, bool):
            written = "" if version is None else f", not {describe(version)}"
            return Problem(("view",), "format", f"a view file begins with `view: {FORMAT}`{written}")
        if self.document.digest and stated.get("file") == HASH + self.document.digest:
            return None
        if of is None:
            message = f"'of' is required: the id of the scenario; write `of: {self.document.id}`"
            return Problem(("of",), "missing", message, "parent")
        if isinstance(of, str) and of != self.document.id:
            mend = "; what it sets is not in this one"
            if self._fits(stated.get("set")):
                mend = (
                    "; if it is the same dilemma under another name, rename it in the view: "
                    f"write `of: {self.document.id}`"
                )
            message = f"it was made for '{repeated(of)}', and this is '{self.document.id}'{mend}"
            return Problem(("of",), "other-scenario", message)
        return None

    def _fits(self, settings: object) -> bool:
        """Return whether a view sets nothing but what this scenario has."""
        if settings is None:
            return True
        if not isinstance(settings, Mapping):
            return False
        try:
            return all(path_of(address, self._rest, self.document.theories) for address in settings)
        except UnknownName:
            return False

    def _is_other_version(self, file: str | None) -> bool:
        return bool(file and self.document.digest and file != HASH + self.document.digest)

    def _entry_problems(self, entries: Mapping[str, Any]) -> Iterator[Problem]:
        """Yield the problems of the new values, taken together."""
        yield from problems_of_perspective(("set",), entries, self._rest, self.document.theories, self._file)
        for address, raw in entries.items():
            if has_reason(address, raw):
                yield from self._source_problems(("set", address, "sources"), raw.get("sources") or ())

    def _source_problems(self, path: Path, sources: Any) -> Iterator[Problem]:
        """Yield a problem for each source that the scenario does not have, or if it is no list of ids."""
        known = tuple(self.document.scenario.sources)
        if not isinstance(sources, tuple) or not all(isinstance(source, str) for source in sources):
            if path == ("sources",):
                yield Problem(path, "type", f"should be a list of ids, not {describe(sources)}")
            return
        for place, source in enumerate(sources):
            if source not in known:
                yield Problem(
                    (*path, place), "unknown-id", f"no source '{repeated(source)}'", "value", source, known
                )

    def _perspective(self, fields: Mapping[str, Any], problems: list[Problem]) -> str | None:
        name, scenario = fields.get("as"), self.document.scenario
        if name is None:
            return None
        try:
            return perspective_id(scenario, name)
        except (UnknownName, BadSetting) as error:
            known = tuple(scenario.perspectives)
            problems.append(Problem(("as",), "unknown-id", in_short(error), "value", name, known))
            return None

    def _choice(self, fields: Mapping[str, Any], problems: list[Problem]) -> str | None:
        name, scenario = fields.get("choice"), self.document.scenario
        if name is None:
            return None
        try:
            return option_id(scenario, name)
        except (UnknownName, BadSetting) as error:
            known = tuple(scenario.options)
            problems.append(Problem(("choice",), "unknown-id", in_short(error), "value", name, known))
            return None

    def _credences(self, stated: Mapping[str, Any], problems: list[Problem]) -> dict[str, Fraction]:
        """Return the credences by theory; those that cannot be read are added to the problems."""
        known, found = self.document.theories, {}
        for theory, raw in stated.items():
            path: Path = ("credences", theory)
            credence = parse_credence(raw if isinstance(raw, str) else repr(raw))
            if known is not None and theory not in known:
                message = f"no theory '{repeated(theory)}'"
                problems.append(Problem(path, "unknown-id", message, "key", theory, tuple(known)))
            elif credence is None or isinstance(raw, bool):
                due = "should be 0 or more, such as 0.35, 35% or 1/3"
                problems.append(Problem(path, "not-a-number", f"{due}, not {describe(raw)}"))
            else:
                found[theory] = credence
        if stated and not problems and not any(found.values()):
            problems.append(Problem(("credences",), "out-of-range", "no theory has a credence above 0"))
        return found

    def _confidence(self, raw: object, problems: list[Problem]) -> float | None:
        """Return a share from 0 to 1; anything else is added to the problems."""
        if raw is None:
            return None
        share = parse_credence(raw if isinstance(raw, str) else repr(raw))
        if share is None or share > 1 or isinstance(raw, bool):
            message = f"should be from 0 to 1, such as 0.7 or 70%, not {describe(raw)}"
            problems.append(Problem(("confidence",), "out-of-range", message))
            return None
        return float(share)

    def _entries_of(self, perspective: str | None, own: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of the perspective that a view starts from, without those that it sets itself."""
        if perspective is None:
            return {}
        return {
            address: value
            for address, value in new_values(self.document.scenario.perspectives[perspective]).items()
            if not any(address == mine or address.startswith(f"{mine}.") for mine in own)
        }

    def _addresses(self, entries: Mapping[str, Any]) -> dict[str, str]:
        """Return the address of the field that each entry sets, by the address as written."""
        data: Mapping[str, Any] = self._rest
        found: dict[str, str] = {}
        for key, raw in entries.items():
            value = frozen(value_of(key, raw))
            path = target_path(key, value, data, self.document.theories)
            data = put(data, path, value)
            found[key] = address_of(path)
        return found


def typed_values(entries: Mapping[str, Any], problems: list[Problem]) -> dict[str, Any]:
    """Return the entries of `set` with text such as 50% or 1/3 as the number it stands for."""
    found: dict[str, Any] = {}
    for address, raw in entries.items():
        value = value_of(address, raw)
        if isinstance(value, str) and is_number_at(address) and is_typed(value):
            try:
                value = typed_number(value).value
            except BadSetting as error:
                inside = ("value",) if has_reason(address, raw) else ()
                problems.append(Problem(("set", address, *inside), "not-a-number", str(error)))
        found[address] = {**raw, "value": value} if has_reason(address, raw) else value
    return found


def is_number_at(address: str) -> bool:
    """Return whether a number stands at an address, or may stand there for the entry."""
    shape = shape_at(tuple(address.split(".")))
    return isinstance(shape.fields[shape.bare] if isinstance(shape, Record) and shape.bare else shape, Figure)


def is_typed(text: str) -> bool:
    """Return whether a text is a number as people type it, not a product of quantities."""
    return " * " not in text and " / " not in text and any(char.isdigit() for char in text[:2])


def reason_of(raw: Mapping[str, Any]) -> Reason:
    """Return the reason and the sources that an entry gives."""
    return Reason(raw.get("because"), tuple(raw.get("sources") or ()))


def text_or_none(raw: object) -> str | None:
    """Return a text with single spaces, or None if there is none."""
    return " ".join(raw.split()) or None if isinstance(raw, str) else None


def in_short(error: UnknownName | BadSetting) -> str:
    """Return the message of an error about a name, without what names there are."""
    return str(error).partition("\n")[0].partition("; ")[0]
