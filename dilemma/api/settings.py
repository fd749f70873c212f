"""The settings that functions of the library share: what they may be, and the view that they make."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, signature
from numbers import Real
from typing import Any, NamedTuple, TypeAlias, TypeVar

from dilemma.api.documents import Scenario, document_of
from dilemma.errors import BadSetting, nearest
from dilemma.frameworks.framework import Framework
from dilemma.frameworks.registry import answered, every_framework
from dilemma.scenario import View
from dilemma.scenario.views.settings import Changes, Settings, view_at
from dilemma.weighing import Weighing

__all__ = ["Asked", "Source", "asked", "names_in", "with_settings"]

Source: TypeAlias = Scenario | View | Weighing
"""What functions take: a scenario, or a weighing, whose settings and theories are then the start."""

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])

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
        return answered(self.frameworks, ask, warn)


def warn(sentence: str) -> None:
    """Warn, at the call of the library's function, of a theory that is left out."""
    warnings.warn(sentence, RuntimeWarning, stacklevel=5)


def with_settings(function: F) -> F:
    """Return the function, whose signature names the fields of `Changes` in place of `**changes`.

    Editors and notebooks show that signature; type checkers read the fields by themselves.
    """
    own = signature(function)
    kept = [one for one in own.parameters.values() if one.kind is not one.VAR_KEYWORD]
    fields = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=() if name == "frameworks" else None, annotation=kind)
        for name, kind in _annotations().items()
    ]
    function.__signature__ = own.replace(parameters=[*kept, *fields])  # type: ignore[attr-defined]
    return function


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
    return Asked(view_at(document_of(source), settings), named)


def _moved(view: View, settings: Settings) -> View:
    """Return a view with settings on top of its own; a named perspective takes the place of its own."""
    perspective = view.perspective if settings.perspective is None else settings.perspective
    values = {**view.flags, **settings.by_address(view.scenario)}
    return view_at(view.document, Settings(perspective=perspective, addresses=values))


def settings_of(changes: Mapping[str, Any]) -> Settings:
    """Return the settings that keyword arguments state.

    Raises TypeError for a keyword that is none, BadSetting for a value of the wrong type.
    """
    for name in changes:
        if name not in Changes.__annotations__:
            meant = nearest(name, tuple(Changes.__annotations__))
            hint = f"; did you mean '{meant}'?" if meant else ""
            raise TypeError(f"there is no argument '{name}'{hint}")
    given = {name: value for name, value in changes.items() if value is not None}
    for name, value in given.items():
        if name in MAPS and not isinstance(value, Mapping):
            raise BadSetting(f"{name}: should be a mapping of names to values, not {value!r}")
        if name in NUMBERS and (not isinstance(value, Real) or isinstance(value, bool)):
            raise BadSetting(f"{name}: should be a number, not {value!r}")
        if name == "perspective" and not isinstance(value, str):
            raise BadSetting(f"perspective: should be the name of one, not {value!r}")
    return Settings(**{**given, "frameworks": names_in("frameworks", given.get("frameworks", ()))})


def names_in(parameter: str, value: object) -> tuple[str, ...]:
    """Return the names that an argument lists, or the one that it is; raise BadSetting if it is neither."""
    if isinstance(value, str):
        return (value,)
    names = tuple(value) if isinstance(value, Iterable) else (None,)
    if not all(isinstance(name, str) for name in names):
        raise BadSetting(f"{parameter}: should be a name or a list of names, not {value!r}")
    return names
