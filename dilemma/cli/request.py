"""What the shared flags of a command ask for: settings, perspectives and theories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, TypeVar

from dilemma.cli.options import (
    Belief,
    Discount,
    Exchange,
    Frameworks,
    Perspectives,
    Setting,
    Weight,
    number,
    pairs,
    split_list,
)
from dilemma.cli.output import remark
from dilemma.errors import BadSetting
from dilemma.scenario.settings import Settings, view_at

if TYPE_CHECKING:
    from dilemma.frameworks.framework import Framework
    from dilemma.scenario import Document, View
    from dilemma.weighing import Weighing

__all__ = ["Asked", "shared_flags"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """The settings that flags give, and the perspectives to take, one view for each; None: the file's own."""

    settings: Settings
    perspectives: tuple[str | None, ...]

    @property
    def changes_scenario(self) -> bool:
        """Whether anything is asked for that only a scenario can answer."""
        return self.settings.change_a_scenario or self.perspectives != (None,)

    def views(self, document: Document) -> list[View]:
        """Return the document as each perspective asked for sees it."""
        return [
            view_at(document, replace(self.settings, perspective=perspective))
            for perspective in self.perspectives
        ]

    def require_one_perspective(self, reason: str) -> None:
        """Raise BadSetting, with the reason, where several perspectives are asked for."""
        if len(self.perspectives) > 1:
            raise BadSetting(f"--as: {reason}")

    def view_of(self, source: str) -> View:
        """Return a scenario, loaded, as the one perspective asked for sees it, or as the file does."""
        from dilemma.api import load

        return self.views(load(source))[0]

    def theories(self) -> tuple[Framework, ...]:
        """Return the theories asked for; UnknownName where there is none of a name."""
        from dilemma.frameworks.registry import frameworks_named

        return frameworks_named(self.settings.frameworks)

    def answers(self, ask: Callable[[tuple[Framework, ...]], T]) -> T:
        """Return what `ask` makes of the frameworks asked for.

        One of another package that fails is left out and told, unless it was asked for by name: then
        BrokenFramework is raised.
        """
        from dilemma.frameworks.registry import answered

        return answered(self.settings.frameworks, ask, _told_once)

    def weighings(self, document: Document) -> list[Weighing]:
        """Weigh the document once for each perspective."""
        from dilemma.weighing import judge_view

        views = self.views(document)
        return self.answers(lambda theories: [judge_view(view, theories) for view in views])


def asked_by(
    weight: Weight = [],  # noqa: B006 - typer copies defaults
    belief: Belief = [],  # noqa: B006
    setting: Setting = [],  # noqa: B006
    exchange: Exchange = None,
    discount: Discount = None,
    perspective: Perspectives = [],  # noqa: B006
    framework: Frameworks = [],  # noqa: B006
) -> Asked:
    """Return what the shared flags ask for; BadSetting where one cannot be read.

    The parameters are the shared flags themselves: a command marked `shared_flags` has each of them.
    """
    theories = tuple(split_list(framework))
    if framework and not theories:
        raise BadSetting("--framework: name a framework")
    settings = Settings(
        weights={id: number(f"--weight {id}", text) for id, text in pairs("--weight", weight)},
        beliefs={id: number(f"--belief {id}", text) for id, text in pairs("--belief", belief)},
        addresses={address: value_given(text) for address, text in pairs("--set", setting)},
        exchange=None if exchange is None else number("--exchange", exchange),
        discount=None if discount is None else number("--discount", discount),
        frameworks=theories,
    )
    return Asked(settings, tuple(split_list(perspective)) or (None,))


def shared_flags(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the shared flags in place of its parameter `asked`, which holds what they ask for."""
    own = signature(command, eval_str=True)
    flags = [flag.replace(kind=Parameter.KEYWORD_ONLY) for flag in _flags()]
    names = [flag.name for flag in flags]
    parameters: list[Parameter] = []
    for parameter in own.parameters.values():
        parameters += flags if parameter.name == "asked" else [parameter]

    @wraps(command)
    def with_flags(*words: Any, **given: Any) -> None:
        asked = asked_by(**{name: given.pop(name) for name in names})
        command(*words, asked=asked, **given)

    with_flags.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    return with_flags


def _flags() -> list[Parameter]:
    return list(signature(asked_by, eval_str=True).parameters.values())


def value_given(text: str) -> object:
    """Return the value that the text of a flag means: as unquoted in a file, where [] is an empty list."""
    from dilemma.scenario import parse_value

    return () if text == "[]" else parse_value(text)


@cache
def _told_once(sentence: str) -> None:
    """Say it on standard error, unless it was said before: each file is asked about again."""
    remark(f"dilemma: {sentence}")
