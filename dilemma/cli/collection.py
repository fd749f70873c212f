"""A collection as the command writes it: the report, a pool, two rounds, a form."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, TypeVar, cast

from dilemma.cli.documents import read_views
from dilemma.cli.files import path_to_write, write_file
from dilemma.cli.messages import tell_written
from dilemma.cli.options import ColorMode
from dilemma.cli.output import csv_text, remark, write_binary, write_blocks, write_csv, write_data, write_json
from dilemma.cli.request import theories_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from dilemma.frameworks.framework import Framework
    from dilemma.reports.blocks import Block, Line
    from dilemma.robustness.collection.collection import Collection, GroupBy
    from dilemma.robustness.collection.input.reading import Reading
    from dilemma.robustness.collection.pooling import Pool
    from dilemma.robustness.collection.rounds import Rounds
    from dilemma.scenario import Document

__all__ = ["CollectionWriter"]

T = TypeVar("T")
MOST_NAMES = 3  # files and folders that a command to type next repeats; of more, the first and “…”


class CollectionWriter:
    """What `collect` writes of one document: a report, a pool, two rounds, a form."""

    def __init__(
        self,
        document: Document,
        framework: Sequence[str],
        by: str,
        *,
        anonymous: bool,
        every: bool,
        excel: bool = False,
    ) -> None:
        from dilemma.reports.collect.phrases import titles_of
        from dilemma.scenario.views.checks import ViewChecker

        self.document, self.anonymous, self.every, self.excel = document, anonymous, every, excel
        self.by = cast("GroupBy", by)
        self.asked = theories_from(framework)
        self.checker = ViewChecker(document, lambda: titles_of(document))

    def collection(self, reading: Reading) -> Collection:
        """Return the collection of the views that were read."""
        from dilemma.robustness.collection.anonymous import anonymous
        from dilemma.robustness.collection.collection import collected

        views = anonymous(reading.views) if self.anonymous else reading.views
        shown = frozenset(() if self.every or self.asked else self.document.scenario.panel)
        by = self.by
        return self.answers(lambda theories: collected(self.document, views, theories, by=by, shown=shown))

    def answers(self, ask: Callable[[tuple[Framework, ...]], T]) -> T:
        """Return the result of `ask` on the theories asked for, or on all."""
        from dilemma.frameworks.registry import answered

        return answered(self.asked, ask, lambda sentence: remark(f"dilemma: {sentence}"))

    def report(
        self,
        names: Sequence[str],
        form: str,
        output: str | None,
        color: ColorMode,
        *,
        full: bool,
        pager: bool,
    ) -> bool:
        """Write the report of a collection; return whether anything was left out."""
        from dilemma.reports.collect.outside import outside_ranges
        from dilemma.reports.collect.phrases import Phrases
        from dilemma.reports.collect.record import collection_record
        from dilemma.reports.collect.rows import view_columns, view_rows
        from dilemma.reports.collect.screen import Detail, collection_blocks

        path = path_to_write(output)
        reading = read_views(names, self.checker, quoting=not self.anonymous)
        collection = self.collection(reading)
        whole = full or form == "html"
        phrases = Phrases(self.document, collection.frameworks, anonymous=self.anonymous, full=whole)
        if strays := outside_ranges(collection, phrases):
            remark(f"dilemma: {strays}")
        if form == "json":
            write_json(
                collection_record(collection, reading.left_out, reading.findings, anonymous=self.anonymous)
            )
        elif form == "csv":
            write_csv(view_columns(collection), view_rows(collection, phrases), header=True, excel=self.excel)
        elif form == "html":
            from dilemma.reports.collect.page.document import collection_page

            put(collection_page(collection, phrases, reading.left_out), path)
        else:
            complete = full or self.anonymous or form in ("docx", "md")
            told = Detail(reading.left_out, () if complete else self.next_commands(names), full)
            self.show(collection_blocks(collection, phrases, told), form, color, path, pager=full and pager)
        return reading.is_faulty

    def show(
        self, blocks: Iterable[Block], form: str, color: ColorMode, path: Path | None, *, pager: bool
    ) -> None:
        """Write blocks as a Word document, or as `write_blocks` does."""
        if form != "docx":
            write_blocks(blocks, form, color, pager=pager)
            return
        from dilemma.reports.media.docx.document import About, docx_document

        scenario = self.document.scenario
        data = docx_document(blocks, About(scenario.title, scenario.question, scenario.language))
        if path is None:
            write_binary(data, form)
        else:
            write_file(path, data)
            tell_written(path)

    def next_commands(self, names: Sequence[str]) -> tuple[Line, ...]:
        """Return what to type next: the same in full."""
        from dilemma.reports.blocks import Line
        from dilemma.reports.words.commands import as_argument

        flags = ["-f", shlex.quote(",".join(self.asked))] if self.asked else []
        given = shlex.join(names) if len(names) <= MOST_NAMES else f"{shlex.quote(names[0])} …"
        words = ["dilemma collect", shlex.quote(as_argument(self.document.label)), given, *flags, "--full"]
        return (Line(" ".join(words), "everything"),)

    def form(self, output: str | None) -> None:
        """Write the headings of a form."""
        from dilemma.reports.collect.form import form_headings
        from dilemma.scenario import view

        path = path_to_write(output)
        headings = self.answers(lambda theories: form_headings(view(self.document), theories))
        put(csv_text(headings, (), header=True, excel=self.excel), path)

    def pool(self, names: Sequence[str], pool: str, weights: str | None, output: str | None) -> bool:
        """Write one view made of all; return whether anything was left out."""
        from dilemma.robustness.collection.input.weights import read_weights, weights_of
        from dilemma.robustness.collection.pooling import pooled_view
        from dilemma.scenario.views.write import view_text

        path = path_to_write(output)
        by_name = {} if weights is None else read_weights(weights)
        reading = read_views(names, self.checker, quoting=not self.anonymous)
        found, remarks = weights_of(reading.views, by_name) if weights else ((), ())
        for sentence in remarks:
            remark(f"dilemma: {sentence}")
        one = self.answers(
            lambda theories: pooled_view(
                cast("Pool", pool), self.document, reading.views, theories, found or None
            )
        )
        more = f": {one.name}, {len(one.own)} settings that differ from the file"
        put(view_text(one, self.document), path, more)
        return reading.is_faulty

    def rounds(
        self,
        before: Sequence[str],
        after: Sequence[str],
        form: str,
        color: ColorMode,
        output: str | None,
        *,
        full: bool,
        pager: bool,
    ) -> bool:
        """Write what changed between two rounds; return whether anything was left out of either."""
        from dilemma.reports.collect.phrases import Phrases
        from dilemma.reports.collect.record import rounds_record
        from dilemma.reports.collect.rounds import rounds_blocks
        from dilemma.robustness.collection.collection import collected
        from dilemma.robustness.collection.rounds import rounds_of

        path = path_to_write(output)
        first, second = (
            read_views(names, self.checker, quoting=not self.anonymous) for names in (before, after)
        )
        shown = frozenset(() if self.every or self.asked else self.document.scenario.panel)

        def both(theories: tuple[Framework, ...]) -> Rounds:
            one, other = (
                collected(self.document, reading.views, theories, shown=shown) for reading in (first, second)
            )
            return rounds_of(one, other)

        found = self.answers(both)
        if form == "json":
            write_json(rounds_record(found))
        else:
            phrases = Phrases(self.document, found.before.frameworks, anonymous=self.anonymous, full=full)
            blocks = rounds_blocks(found, phrases, full=full)
            self.show(blocks, form, color, path, pager=full and pager)
        return first.is_faulty or second.is_faulty


def put(text: str, path: Path | None, more: str = "") -> None:
    """Write a text to a file, and tell that with what else there is to say, or to standard output."""
    if path is None:
        write_data(text)
    else:
        write_file(path, text)
        tell_written(path, more)
