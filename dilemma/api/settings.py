"""The settings that functions of the library share: what they may be, and the view that they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from inspect import Parameter, signature
from numbers import Real
from operator import index
from typing import Any, NamedTuple, ParamSpec, TypeAlias, TypeVar

from dilemma.api.boundary import NoSuchArgument, public, warn
from dilemma.api.documents import Scenario, document_of
from dilemma.errors import BadSetting, nearest
from dilemma.frameworks.framework import Framework
from dilemma.frameworks.registry import answered, every_framework
from dilemma.robustness.dials.idle import idle_settings
from dilemma.scenario import Document, View
from dilemma.scenario.syntax.from_python import plain_number
from dilemma.scenario.views.settings import Changes, Settings, view_at
from dilemma.weighing import Weighing

__all__ = ["Asked", "Source", "asked", "names_in", "with_settings"]

Source: TypeAlias = Scenario | View | Weighing
"""What functions take: a scenario, or a weighing, whose settings and theories are then the start."""

T = TypeVar("T")
P = ParamSpec("P")

Credence: TypeAlias = float | str | Fraction
"""How likely a theory is: `0.35`, `"35%"`, `"1/3"`."""

MAPS = ("weights", "beliefs", "addresses")
NUMBERS = ("exchange", "discount")


class Asked(NamedTuple):
    """What a call asks about: a view, and the names of the theories to apply; none for all."""

    view: View
    frameworks: tuple[str, ...]

    def answers(self, ask: Callable[[tuple[Framework, ...]], T]) -> T:
        """Return the result of `ask` on the theories, with a warning for one that is left out.

        That is a theory of another package that fails. Raises BrokenFramework if it was asked for by name.
        """
        return answered(self.frameworks, ask, lambda sentence: warn(sentence, RuntimeWarning))


def with_settings(function: Callable[P, T]) -> Callable[P, T]:
    """Return the public function, whose signature names the fields of `Changes` in place of `**changes`.

    Editors and notebooks show that signature; type checkers read the fields by themselves.
    """
    own = signature(function)
    kept = [one for one in own.parameters.values() if one.kind is not one.VAR_KEYWORD]
    fields = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=() if name == "frameworks" else None, annotation=kind)
        for name, kind in _annotations().items()
    ]
    function.__signature__ = own.replace(parameters=[*kept, *fields])  # type: ignore[attr-defined]
    return public(function)


def _annotations() -> Mapping[str, str]:
    """Return the fields of `Changes` with their types as they are written."""
    return {
        name: getattr(kind, "__forward_arg__", str(kind)) for name, kind in Changes.__annotations__.items()
    }


def asked(source: Source, changes: Mapping[str, Any]) -> Asked:
    """Return what a call with these settings asks about; those of a weighing or view are the start.

    Raises UnknownName for a name that does not exist, BadSetting for a value that is not allowed, TypeError
    for a keyword that is none.
    """
    settings = settings_of(changes)
    named = tuple(settings.frameworks)
    if isinstance(source, Weighing):
        judged = tuple(verdict.about.id for verdict in source.verdicts)
        every = tuple(theory.about.id for theory in every_framework())
        return Asked(_moved(source.view, settings), named or (judged if judged != every else ()))
    if isinstance(source, View):
        return Asked(_moved(source, settings), named)
    return Asked(_view(document_of(source), settings, settings), named)


def _moved(view: View, settings: Settings) -> View:
    """Return a view with settings on top of its own; a named perspective takes the place of its own."""
    perspective = view.perspective if settings.perspective is None else settings.perspective
    values = {**view.flags, **settings.by_address(view.scenario)}
    return _view(view.document, Settings(perspective=perspective, addresses=values), settings)


def _view(document: Document, settings: Settings, given: Settings) -> View:
    """Return the document at settings, of which some are given in this call; warn of what changes nothing.

    Raises BadSetting with the argument that is wrong, UnknownName for a name that does not exist.
    """
    try:
        view = view_at(document, settings)
    except BadSetting as error:
        lines = (f"{_argument_of(line, document, given)}{line}" for line in str(error).splitlines())
        raise BadSetting("\n".join(lines)) from None
    for sentence in idle_settings(view, given.by_address(document.scenario)) if view.flags else ():
        warn(sentence)
    return view


def _argument_of(line: str, document: Document, given: Settings) -> str:
    """Return the argument that a line about an address concerns, with a colon; empty if none or the same."""
    for name in MAPS:
        alone = Settings(**{name: getattr(given, name)}).by_address(document.scenario)
        if any(re.match(rf"{re.escape(address)}\b", line) for address in alone):
            return "" if line.startswith(f"{name}.") else f"{name}: "
    return ""


def settings_of(changes: Mapping[str, Any]) -> Settings:
    """Return the settings that keyword arguments state.

    Raises TypeError for a keyword that is none, BadSetting for a value of the wrong type.
    """
    for name in changes:
        if name not in Changes.__annotations__:
            meant = nearest(name, tuple(Changes.__annotations__))
            hint = f"; did you mean '{meant}'?" if meant else ""
            raise NoSuchArgument(f"there is no argument '{name}'{hint}")
    given = {name: _plain(value) for name, value in changes.items() if value is not None}
    for name, value in given.items():
        if name in MAPS and not isinstance(value, Mapping):
            raise BadSetting(f"{name}: should be a mapping of names to values, not {value!r}")
        if name in MAPS and not all(isinstance(key, str) for key in value):
            raise BadSetting(f"{name}: every name should be text")
        if name in NUMBERS:
            number_in(name, value)
        if name == "perspective" and not isinstance(value, str):
            raise BadSetting(f"perspective: should be the name of one, not {value!r}")
    return Settings(**{**given, "frameworks": names_in("frameworks", given.get("frameworks", ()))})


def _plain(value: Any) -> Any:
    """Return a number, or a mapping to numbers, with those of other packages as Python's own."""
    if type(value) is dict:
        return {key: _plain(item) for key, item in value.items()}
    return [*map(_plain, value)] if type(value) is list else plain_number(value)


def whole_number(parameter: str, value: object) -> int:
    """Return a whole number that an argument states; raise BadSetting if it is none."""
    try:
        return index(value)  # type: ignore[arg-type]  # which is what it finds out
    except TypeError:
        raise BadSetting(f"{parameter}: should be a whole number, not {value!r}") from None


def number_in(parameter: str, value: object) -> float:
    """Return a number that an argument states; raise BadSetting if it is none."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise BadSetting(f"{parameter}: should be a number, not {value!r}")
    return float(value)


def credences_in(value: object) -> Mapping[str, Credence] | None:
    """Return the credences that an argument states, by theory; raise BadSetting if it is no mapping."""
    if value is None:
        return None
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise BadSetting(f"credences: should be a mapping of theories to credences, not {value!r}")
    return {name: one if isinstance(one, Fraction) else plain_number(one) for name, one in value.items()}


def names_in(parameter: str, value: object) -> tuple[str, ...]:
    """Return the names that an argument lists, or the one that it is; raise BadSetting if it is neither."""
    if isinstance(value, str):
        return (value,)
    names = tuple(value) if isinstance(value, Iterable) else (None,)
    if not all(isinstance(name, str) for name in names):
        raise BadSetting(f"{parameter}: should be a name or a list of names, not {value!r}")
    return names
