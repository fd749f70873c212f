"""Report with every kind of block, whose texts are set by a test."""

from __future__ import annotations

from collections.abc import Callable

from dilemma.reports.blocks import (
    Bar,
    BarRow,
    Bars,
    Block,
    Cell,
    Closing,
    Commands,
    Field,
    Grid,
    Group,
    Heading,
    Item,
    Line,
    LintBlock,
    Listing,
    OptionEntry,
    Options,
    Paragraphs,
    Row,
    Section,
    Sentences,
    SignGrid,
    SignRow,
    Spread,
    Spreads,
    Strip,
    Strips,
    Table,
    Track,
    Verbatim,
)

__all__ = ["every_block"]


def every_block(of: Callable[[str], str]) -> tuple[Block, ...]:
    """Return one block of each kind; `of` gives the text for each name of a field."""
    return (
        Heading(of("title"), of("question"), of("aside")),
        *_pictures(of),
        *_texts(of),
        Closing(of("end")),
    )


def _texts(of: Callable[[str], str]) -> tuple[Block, ...]:
    lines = (Line(of("one"), of("first")), Line(of("two"), of("second")))
    return (
        Sentences(of("sentences"), lines),
        Options((OptionEntry("A", of("Left"), of("it")), OptionEntry("B", of("Right"), of("other")))),
        Commands(of("next"), (Line(of("command"), of("tells")),)),
        Paragraphs(of("paragraphs"), (of("first"), of("second"))),
        LintBlock(of("claim"), of("code"), lines, lines),
        Verbatim(of("verbatim"), "as it\n  stands ```` here"),
    )


def _pictures(of: Callable[[str], str]) -> tuple[Block, ...]:
    columns = (of("Left"), of("Right"))
    cells = (Cell("chosen", of("1.5"), of("1.5")), Cell("forbidden", of("harm done"), of("harm")))
    rows = (
        Row(of("Theory"), of("Th"), cells, of("but")),
        Row(of("Other theory"), of("Other"), (), of("is silent")),
    )
    bars = (Bar("chosen", 0.5, 0.2, of("50")), Bar("plain", 0.01, 0.0, of("1")))
    items = (Item(of("what"), of("a.b"), (of("3"), of("4"))), Item(of("more"), of("a.c"), (of("5"), of("6"))))
    tracks = (Track(of("Theory"), of("Th"), ((0.4, "A"), (1.0, "B")), of("turns")),)
    strip = Strip(of("number"), of("aside"), of("a.d"), (of("0"), of("9")), 0.5, (0.2, 0.7), tracks)
    words = (Track(of("to B"), of("to B"), (), of("above 7 Theory")),)
    marked = Strip(of("number"), of("aside"), of("a.e"), (of("0"), of("9")), 0.5, (0.0, 1.0), words, (0.7,))
    spread = Spread(
        title=of("number"),
        aside=of("fact"),
        address=of("a.f"),
        ends=(of("0"), of("9")),
        values=(0.1, 0.1, 0.9),
        quartiles=(0.1, 0.1, 0.5),
        best=0.5,
        plausible=(0.2, 0.7),
        turns=(0.3,),
        words=of("turns Theory 3"),
    )
    signs = (
        SignRow(of("Theory"), of("Th"), ("chosen", "plain"), of("to B"), wavers=True),
        SignRow(of("Other theory"), of("Other"), ("among", "forbidden")),
    )
    foot = (Line(of("silent"), of("Another theory")),)
    words = ((of("number"), of("1"), of("2")), (of("another"), of("3"), of("4")))
    return (
        SignGrid(("A", "B"), (Group(of("Family"), signs),), of("legend"), foot),
        Table(of("table"), columns, words, of("rest")),
        Grid(columns, (Group(of("Family"), rows),), of("legend")),
        Bars(columns, (Group(of("Family"), (BarRow(of("Theory"), of("Th"), bars, of("but")),)),), of("key")),
        Listing(columns, (Section(of("kind"), items, of("and 3 more")),), of("legend")),
        Strips(of("strips"), (strip, marked), of("legend")),
        Spreads(of("spreads"), (spread,), of("legend")),
        Field(of("map"), of("across"), of("up"), ("AAB", "ABB"), (0.5, 0.5), of("legend")),
    )
