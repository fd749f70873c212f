"""What the flags ask for: the scenario seen at which settings, by whom, judged by which theories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dilemma.cli.options import number, pairs, split_list
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from dilemma.frameworks.framework import Framework
    from dilemma.scenario import Document, View
    from dilemma.weighing import Weighing

__all__ = ["Asked", "asked"]


class Asked(NamedTuple):
    """The settings that flags change, the perspectives taken, and the frameworks wanted."""

    weights: Mapping[str, float]
    beliefs: Mapping[str, float]
    settings: Mapping[str, object]
    exchange: float | None
    discount: float | None
    perspectives: tuple[str | None, ...]
    frameworks: tuple[str, ...]

    @property
    def changes_scenario(self) -> bool:
        """Whether anything is asked for that only a scenario can answer."""
        changed = self.weights or self.beliefs or self.settings or self.frameworks
        return bool(changed) or (self.exchange, self.discount) != (None, None) or self.perspectives != (None,)

    def views(self, document: Document) -> list[View]:
        """Return the document as each perspective asked for sees it, or as the file does."""
        from dilemma.api import seen

        return [
            seen(
                document,
                weights=self.weights,
                beliefs=self.beliefs,
                settings=self.settings,
                exchange=self.exchange,
                discount=self.discount,
                perspective=perspective,
            )
            for perspective in self.perspectives
        ]

    def one_perspective(self, seen: str) -> None:
        """Raise BadSetting where several perspectives are asked for; `seen` says what takes only one."""
        if len(self.perspectives) > 1:
            raise BadSetting(f"--as: {seen}")

    def view_of(self, source: str) -> View:
        """Return a scenario, loaded, as the one perspective asked for sees it, or as the file does."""
        from dilemma.api import load

        return self.views(load(source))[0]

    def theories(self) -> tuple[Framework, ...]:
        """Return the frameworks asked for; UnknownName where there is none of a name."""
        from dilemma.frameworks.registry import frameworks_named

        return frameworks_named(self.frameworks)

    def weighings(self, document: Document) -> list[Weighing]:
        """Weigh the document once a perspective, or once without any."""
        from dilemma.weighing import judge_view

        theories = self.theories()
        return [judge_view(view, theories) for view in self.views(document)]


def asked(
    weight: Sequence[str],
    belief: Sequence[str],
    setting: Sequence[str],
    exchange: str | None,
    discount: str | None,
    perspectives: Sequence[str],
    framework: Sequence[str],
) -> Asked:
    """Return what the flags ask for; BadSetting where one cannot be read."""
    theories = tuple(split_list(framework))
    if framework and not theories:
        raise BadSetting("--framework: name a framework")
    return Asked(
        weights={id: number(f"--weight {id}", text) for id, text in pairs("--weight", weight)},
        beliefs={id: number(f"--belief {id}", text) for id, text in pairs("--belief", belief)},
        settings={address: value_given(text) for address, text in pairs("--set", setting)},
        exchange=None if exchange is None else number("--exchange", exchange),
        discount=None if discount is None else number("--discount", discount),
        perspectives=tuple(split_list(perspectives)) or (None,),
        frameworks=theories,
    )


def value_given(text: str) -> object:
    """Return what a value means that a flag gives: as unquoted in a file, where [] is a list of nothing."""
    from dilemma.scenario import parse_value

    return () if text == "[]" else parse_value(text)
