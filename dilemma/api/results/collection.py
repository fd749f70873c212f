"""A collection of views as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

from dilemma.api.results.result import Result, Rows
from dilemma.errors import Finding
from dilemma.reports.blocks import Block
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.names import counted
from dilemma.robustness.collection import collection
from dilemma.robustness.collection.input.reading import Reading

__all__ = ["Collection"]


class Collection(Result, collection.Collection):
    """Views of one scenario and what follows from them: verdicts, groups, what divides them, numbers.

    `reading` tells what was read: how many views were left out, and why. `anonymous` is whether names and
    reasons are left out.
    """

    reading: Reading
    anonymous: bool

    @classmethod
    def of(cls, found: collection.Collection, reading: Reading, *, anonymous: bool) -> Self:
        """Return the result for a collection and what was read for it."""
        one = cls._make(found)
        one.reading, one.anonymous = reading, anonymous
        return one

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Why views and columns were left out, with places."""
        return self.reading.findings

    @property
    def remarks(self) -> tuple[str, ...]:
        """What else to know of what was read: columns not used, names that several views have."""
        return self.reading.remarks

    def __repr__(self) -> str:
        views, groups = counted(len(self.views), "view"), counted(len(self.groups), "group")
        left = f"; {self.reading.left_out} left out" if self.reading.left_out else ""
        return f"<Collection of {self.document.id}: {views} in {groups}{left}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `collect --json` prints."""
        from dilemma.reports.collect.record import collection_record

        return dict(
            collection_record(self, self.reading.left_out, self.reading.findings, anonymous=self.anonymous)
        )

    def _phrases(self, *, full: bool = False) -> Phrases:
        return Phrases(self.document, self.frameworks, anonymous=self.anonymous, full=full)

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.collect.screen import Detail, collection_blocks

        return collection_blocks(self, self._phrases(full=full), Detail(self.reading.left_out, (), full))

    def _table(self) -> tuple[Sequence[str], Rows]:
        from dilemma.reports.collect.rows import view_columns, view_rows

        return view_columns(self), view_rows(self, self._phrases())
