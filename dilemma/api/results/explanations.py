"""Explanations as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from dilemma.api.results.frames import Tidy
from dilemma.api.results.result import Result, Rows
from dilemma.reports.blocks import Block
from dilemma.reports.words.names import counted
from dilemma.robustness.explanation import Explanation
from dilemma.scenario import View

__all__ = ["Explanations"]

COLUMNS = (
    *("scenario", "perspective", "framework", "name", "option", "rival", "status", "choice"),
    *("turned_by", "address", "best", "value", "direction", "to", "text"),
)


@dataclass(frozen=True, repr=False, eq=True)
class Explanations(Result, Sequence[Explanation]):
    """A sequence of explanations, one a theory: its verdict, the option explained, the facts that turn it.

    `option` is the one asked for; None if each theory explains its own choice.
    """

    view: View
    explanations: tuple[Explanation, ...]
    option: str | None = None

    @overload
    def __getitem__(self, place: int) -> Explanation: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Explanation, ...]: ...
    def __getitem__(self, place: int | slice) -> Explanation | tuple[Explanation, ...]:
        return self.explanations[place]

    def __len__(self) -> int:
        return len(self.explanations)

    def __repr__(self) -> str:
        about = f" on {self.option}" if self.option else ""
        return f"<Explanations of {self.view.document.id}{about}: {counted(len(self), 'theory')}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `explain --json` prints."""
        from dilemma.reports.explain.record import explanations_record

        return dict(explanations_record(self.view, list(self.explanations), self.option))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        if full or len(self) == 1:
            from dilemma.reports.explain.blocks import explanation_blocks

            return explanation_blocks(iter(self.explanations))
        from dilemma.reports.explain.screen import screen_blocks

        return screen_blocks(self.view, [one.framework for one in self.explanations], self.option)

    def _table(self) -> tuple[Sequence[str], Rows]:
        return Tidy.of(self.view.scenario).table(COLUMNS, self._rows())

    def _rows(self) -> Rows:
        """Yield one row per theory and fact that turns it; one with empty cells if none does."""
        for theory in self.to_dict()["frameworks"]:
            start = {
                "scenario": self.view.document.id,
                "perspective": self.view.perspective,
                "framework": theory["id"],
                **{key: theory[key] for key in ("name", "option", "rival", "status")},
                "choice": " ".join(theory["choice"]),
            }
            for flip in theory["flips"] or [{}]:
                kept = {key: flip.get(key) for key in ("address", "best", "value", "direction", "text")}
                yield {**start, **kept, "turned_by": flip.get("kind"), "to": " ".join(flip.get("choice", ()))}
