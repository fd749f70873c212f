"""A result: how it shows itself as one line, as text, in a notebook, as a dictionary and as a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from dilemma.errors import ConditionFailed
from dilemma.reports.blocks import Block, Commands
from dilemma.reports.words.characters import printable
from dilemma.reports.words.commands import for_library

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Result", "Rows"]

Rows: TypeAlias = Iterable[Mapping[str, Any]]
"""Rows of a table, each with its cells by column."""

WIDTH = 100  # columns of text
KEPT = "_kept"
"""The attribute of a result that holds the blocks of its report, by whether they tell everything."""


class Result:
    """What every result can do besides holding its fields.

    `print` shows the answer on one screen, a notebook the same as HTML; `repr` is one line. What it shows is
    worked out once.
    """

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that the command prints with `--json`."""
        raise NotImplementedError

    def to_frame(self) -> DataFrame:
        """Return the content as a tidy data frame: the columns of the command's CSV, and two more.

        `option_letter` is the letter of the option of a row, `on_panel` whether its theory is on the file's
        panel (all are, if the file names none). `chosen` and `permissible` are true or false; where a theory
        does not apply (`applicable` is false), or a method did not run (`ran`), they are false. In a stress
        test they are shares of the draws. Rows of the file as it is have the perspective "".

        Needs pandas (`pip install 'dilemma-weigh[pandas]'`); raises ConditionFailed without it.
        """
        try:
            import pandas as pd
        except ImportError:
            needed = "a data frame needs the package pandas: `pip install 'dilemma-weigh[pandas]'`"
            raise ConditionFailed(needed) from None
        columns, rows = self._table()
        return pd.DataFrame.from_records([dict(row) for row in rows], columns=list(columns))

    def to_text(self, *, full: bool = False, width: int = WIDTH) -> str:
        """Return the answer on one screen as plain text, `width` columns wide; everything if `full`."""
        from dilemma.reports.media.terminal.screen import rendered, screen

        on = screen(width, color=False)
        return "\n".join(printable(rendered(on, block)) for block in self._report(full=full)).rstrip("\n")

    def to_markdown(self, *, full: bool = False) -> str:
        """Return the answer as Markdown; everything if `full`."""
        from dilemma.reports.media.markdown import markdown

        return printable(markdown(self._report(full=full)))

    def to_html(self, *, full: bool = False) -> str:
        """Return the answer as a fragment of HTML with its own styles; everything if `full`."""
        from dilemma.reports.media.html.fragment import fragment

        return fragment(self._report(full=full))

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        return self.to_html()

    def __str__(self) -> str:
        return self.to_text()

    def _report(self, *, full: bool) -> tuple[Block, ...]:
        """Return the blocks of the report, without commands to type next, which are for a shell."""
        kept: dict[bool, tuple[Block, ...]] = self.__dict__.setdefault(KEPT, {})
        if full not in kept:
            with for_library():
                blocks = tuple(self._blocks(full=full))
            kept[full] = tuple(block for block in blocks if not isinstance(block, Commands))
        return kept[full]

    def __getstate__(self) -> dict[str, Any]:
        """Return what a copy takes over besides the fields of a tuple: all but the blocks that are kept."""
        return {name: value for name, value in self.__dict__.items() if name != KEPT}

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        """Return the blocks of the command's report: the answer on one screen, or everything."""
        raise NotImplementedError

    def _table(self) -> tuple[Sequence[str], Rows]:
        """Return the columns and the rows of the data frame."""
        raise NotImplementedError
