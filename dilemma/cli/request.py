"""The shared flags of commands, and the request they make: settings, perspectives and theories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    Views,
    Weight,
    fraction,
    number,
    number_pairs,
    pairs,
    split_list,
)
from dilemma.cli.output import remark
from dilemma.errors import BadSetting, Named

if TYPE_CHECKING:
    from dilemma.frameworks.framework import Framework
    from dilemma.scenario import Document, View
    from dilemma.scenario.views.settings import Settings
    from dilemma.weighing import Weighing

__all__ = ["CommandRequest", "shared_flags", "theories_from"]

T = TypeVar("T")

ALL = "all"
"""The value of --as for the file itself and each of its perspectives, side by side."""


@dataclass(frozen=True, slots=True)
class CommandRequest:
    """The settings, perspectives and view files that the shared flags name; there is one view for each.

    `perspectives` are the values of `--as`, each a name or a list of names, and `view_files` those of
    `--view`; none of either for the file as it is.
    """

    settings: Settings
    perspectives: tuple[str, ...]
    view_files: tuple[str, ...] = ()

    @property
    def changes_scenario(self) -> bool:
        """Whether any flag changes the scenario, which a table of verdicts does not allow."""
        return self.settings.change_a_scenario or bool(self.perspectives or self.view_files)

    def views(self, document: Document) -> list[View]:
        """Return the views of the document, one per requested perspective and view file.

        Raises InvalidScenario, with the position of every problem, for a view file that is not valid.
        """
        from dilemma.cli.documents import with_view_files
        from dilemma.scenario.views.settings import view_at

        adopted, ids = with_view_files(document, self.view_files)
        names = (*self._perspectives_in(document), *ids) or (None,)
        return [view_at(adopted, replace(self.settings, perspective=name)) for name in names]

    def _perspectives_in(self, document: Document) -> Sequence[str | None]:
        """Return the names of the requested perspectives; None for the file as it is.

        A name that the document has is never split. `all` stands for the file and each of its perspectives.
        """
        from dilemma.scenario import is_perspective

        scenario = document.scenario
        names = split_list(self.perspectives, lambda name: is_perspective(scenario, name))
        return (None, *scenario.perspectives) if names == [ALL] else names

    def require_one_perspective(self, reason: str) -> None:
        """Raise BadSetting, with the reason, if several perspectives or view files are requested."""
        if len(self.perspectives) + len(self.view_files) > 1 or self.perspectives == (ALL,):
            flags = (
                flag for flag, given in (("--as", self.perspectives), ("--view", self.view_files)) if given
            )
            raise BadSetting(f"{' and '.join(flags)}: {reason}")

    def view_of(self, source: str) -> View:
        """Load a scenario and return its view by the requested perspective, or without any.

        Raises BadSetting if several are requested in one list.
        """
        from dilemma.api import load

        view, *others = self.views(load(source))
        if others:
            raise BadSetting(f"--as {', '.join(self.perspectives)}: one perspective at a time here")
        return view

    def theories(self) -> tuple[Framework, ...]:
        """Return the requested theories; raise UnknownName if one does not exist."""
        from dilemma.frameworks.registry import frameworks_named

        return frameworks_named(self.settings.frameworks)

    def answers(self, ask: Callable[[tuple[Framework, ...]], T]) -> T:
        """Return the result of `ask` on the requested frameworks.

        If a framework of another package fails, it is left out with a message on standard error; raises
        BrokenFramework if it was requested by name.
        """
        from dilemma.frameworks.registry import answered

        return answered(self.settings.frameworks, ask, _warn_once)

    def weighings(self, document: Document) -> list[Weighing]:
        """Weigh the document once per requested perspective."""
        from dilemma.weighing import judge_view

        views = self.views(document)
        return self.answers(lambda theories: [judge_view(view, theories) for view in views])


def request_from_flags(
    weight: Weight = [],  # noqa: B006 - typer copies defaults
    belief: Belief = [],  # noqa: B006
    setting: Setting = [],  # noqa: B006
    exchange: Exchange = None,
    discount: Discount = None,
    perspective: Perspectives = [],  # noqa: B006
    view: Views = [],  # noqa: B006
    framework: Frameworks = [],  # noqa: B006
) -> CommandRequest:
    """Return the request that the shared flags make; raise BadSetting if a value cannot be parsed.

    The parameters are the flags: `shared_flags` adds each of them to a command.
    """
    from dilemma.scenario.views.settings import Settings

    theories = theories_from(framework)
    settings = Settings(
        weights={id: number(f"--weight {id}", text) for id, text in number_pairs("--weight", weight)},
        beliefs={id: number(f"--belief {id}", text) for id, text in number_pairs("--belief", belief)},
        addresses={address: parse_setting_value(address, text) for address, text in pairs("--set", setting)},
        exchange=None if exchange is None else number("--exchange", exchange),
        discount=None if discount is None else number("--discount", discount),
        frameworks=theories,
    )
    return CommandRequest(settings, tuple(filter(str.strip, perspective)), tuple(view))


def theories_from(names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the named theories, and unknown names as they are; BadSetting if none is named."""
    if not names:
        return ()
    from dilemma.frameworks.registry import framework_id, is_framework

    theories = tuple(map(framework_id, split_list(names, is_framework)))
    if not theories:
        raise BadSetting(Named("frameworks"), ": name a theory")
    return theories


def shared_flags(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command with the shared flags in place of its parameter `request`.

    The command receives a CommandRequest made from them.
    """
    own = signature(command, eval_str=True)
    flags = [flag.replace(kind=Parameter.KEYWORD_ONLY) for flag in _flags()]
    names = [flag.name for flag in flags]
    parameters: list[Parameter] = []
    for parameter in own.parameters.values():
        parameters += flags if parameter.name == "request" else [parameter]

    @wraps(command)
    def with_flags(*args: Any, **options: Any) -> None:
        request = request_from_flags(**{name: options.pop(name) for name in names})
        command(*args, request=request, **options)

    with_flags.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    return with_flags


def _flags() -> list[Parameter]:
    return list(signature(request_from_flags, eval_str=True).parameters.values())


def parse_setting_value(address: str, text: str) -> object:
    """Return the value of a flag's text for an address, parsed as an unquoted value of a file.

    For a number it may also be such as 80% or 1/3; with spaces, 1 / 3 is a product. Raises BadSetting for a
    list or map that cannot be read.
    """
    from dilemma.scenario import parse_value

    if text[:1] + text[-1:] in ("[]", "{}"):
        return _list_or_map(address, text)
    value = fraction(text) if " / " not in text and _is_number(address) else None
    return parse_value(text) if value is None else value


def _list_or_map(address: str, text: str) -> object:
    """Return a list or map as a file writes it on one line; raise BadSetting if it cannot be read."""
    from dilemma.scenario.phrases import shortened
    from dilemma.scenario.syntax.reader import tree_of

    tree = tree_of(text)
    if tree.problems:
        mend = "cannot be read; write a list as [a, b], and a map as {low: 1, best: 2}"
        raise BadSetting(Named("addresses"), f" {shortened(f'{address}={text}')}: {mend}")
    return tree.data


def _is_number(address: str) -> bool:
    """Return whether a number stands at an address, or may stand there for the entry."""
    from dilemma.scenario.structure.shapes import Figure, Record, shape_at

    shape = shape_at(tuple(address.split(".")))
    return isinstance(shape.fields[shape.bare] if isinstance(shape, Record) and shape.bare else shape, Figure)


@cache
def _warn_once(sentence: str) -> None:
    """Write a message to standard error, once per message: the same one recurs for each file."""
    remark(f"dilemma: {sentence}")
