"""One view made of many as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from dilemma.api.results.result import Result, Rows
from dilemma.reports.blocks import Block, Heading, Verbatim
from dilemma.reports.words.names import counted
from dilemma.scenario import Document
from dilemma.scenario.views import person_view

__all__ = ["PooledView"]

COLUMNS = ("address", "value")


class PooledView(Result, person_view.PersonView):
    """One view that stands for many: each number is a median or mean of theirs.

    `document` is the scenario, `settings` what differs from it, by address, as the argument `addresses` of
    other functions takes it; `credences` are by theory. `text` is what a view file holds.
    """

    document: Document

    @classmethod
    def of(cls, found: person_view.PersonView, document: Document) -> Self:
        """Return the result for a view of a document."""
        one = cls._make(found)
        one.document = document
        return one

    @property
    def settings(self) -> Mapping[str, Any]:
        """The values that differ from the file, by address."""
        from dilemma.scenario.views.write import plain

        return {address: plain(self.values[address]) for address in self.own}

    @property
    def text(self) -> str:
        """The view as the text of a file, which `load(views=…)` and `collect` take."""
        from dilemma.scenario.views.write import view_text

        return view_text(self, self.document)

    def __repr__(self) -> str:
        return f"<PooledView of {self.document.id}: {self.name}, {counted(len(self.own), 'setting')}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that a view file holds."""
        import yaml

        held: dict[str, Any] = yaml.safe_load(self.text)
        return held

    def _blocks(self, *, full: bool) -> Iterable[Block]:  # noqa: ARG002 - it has one length
        yield Heading(self.document.scenario.title, self.name or "")
        yield Verbatim("", self.text)

    def _table(self) -> tuple[Sequence[str], Rows]:
        return COLUMNS, self._rows()

    def _rows(self) -> Iterator[dict[str, Any]]:
        """Yield one row per setting."""
        yield from ({"address": address, "value": value} for address, value in self.settings.items())
