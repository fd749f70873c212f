"""The tabs of the page after its first screen: why, what decides, doubts, together, and the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from dilemma.reports.blocks import (
    Bar,
    BarRow,
    Bars,
    Block,
    Line,
    LintBlock,
    Options,
    Paragraphs,
    Sentences,
)
from dilemma.reports.check.brief import brief_blocks as check_brief
from dilemma.reports.cruxes.words import would_choose_otherwise
from dilemma.reports.media.html.blocks import render
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.data.model import FIRST
from dilemma.reports.page.data.numbers import deciding
from dilemma.reports.page.parts.number_cards import number_card
from dilemma.reports.page.parts.who_bears import bearers_tab
from dilemma.reports.page.parts.why import why_tab
from dilemma.reports.page.phrases import TheoryText
from dilemma.reports.page.sections import duties, parties, residue, sources
from dilemma.reports.reconcile.blocks import TURNING
from dilemma.reports.reconcile.lines import rules
from dilemma.reports.reconcile.screen import answer
from dilemma.reports.reconcile.sensitivity import alternatives_table, share_grid
from dilemma.reports.reconcile.thresholds import turning_line
from dilemma.reports.stress.brief import brief_blocks as stress_brief
from dilemma.reports.weigh.matrix import answer_in_letters
from dilemma.reports.words.caveats import about_verdict, about_weighing
from dilemma.reports.words.commands import command
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted
from dilemma.reports.words.options import options_block
from dilemma.reports.words.shares import in_hundred

__all__ = ["Tab", "tabs"]

BESIDE: Final = 4  # numbers shown beside those of the first screen where no script runs
STANDS: Final = "By the file's own numbers: this part does not follow the numbers you change."
LEGEND: Final = (
    "Per cent of the draws in which an option is chosen (dark bar; ties split) or permitted (light bar; in "
    "brackets); in blue what is chosen at the best estimates."
)
SEED: Final = re.compile(r" \(seed \d+\)|, seed \d+")
ADDRESSES: Final = re.compile(r" \((?:duties|virtues|options|consequences)[\w.*, -]*\)")
"""Addresses in brackets, which a reader of the page has no use for."""

BY_WHOM: Final = "By whose numbers"
VIEWS_LEGEND: Final = (
    "Bold: another answer than by the file. Several letters: it leaves them standing. –: no answer here."
)
METHODS: Final = "Each method chooses the option of which this holds"
NEAREST: Final = 1  # thresholds told of a method


class Tab(NamedTuple):
    """A section of the page behind a tab, with the name of the tab."""

    id: str
    title: str
    content: Html


def tabs(found: PageData, said: Sequence[TheoryText]) -> Iterator[Tab]:
    """Yield the tabs in the order in which they are read and printed."""
    yield Tab("why", "Why", why_tab(found, said))
    yield Tab("bears", "Who bears what", bearers_tab(found))
    yield Tab("decides", "What decides", _decides(found))
    yield Tab("doubts", "Doubts", _uncertainty(found))
    yield Tab("together", "If theories disagree", _combined(found))
    yield Tab("file", "The file", _file(found))


def _stands() -> Html:
    """Return the note on what does not follow the numbers, hidden until one is changed."""
    return element("p", {"class": "as-written", "hidden": None}, STANDS)


def _decides(found: PageData) -> Html:
    """Return how many theories turn, and the numbers that turn them after those of the first screen."""
    verdicts = [verdict for verdict in found.weighing.verdicts if verdict.about.id in found.panel]
    turning = {crux.about.id for crux in found.cruxes.cruxes if crux.inside}
    lettered = DialNames(found.view, found.frameworks, letters(tuple(found.view.scenario.options)))
    cards = (
        number_card(dial, found.cruxes.cruxes, found.panel, lettered)
        for dial in deciding(found.cruxes, FIRST + BESIDE)[FIRST:]
    )
    told = (would_choose_otherwise(verdicts, turning & found.panel),) if found.ranged else ()
    return joined(
        *(element("p", None, text) for text in told),
        element("form", {"id": "filters", "hidden": None, "role": "search"}),
        element("p", {"id": "found", "class": "aside", "role": "status"}),
        element("div", {"id": "numbers", "class": "numbers"}, *cards),
        element("p", {"id": "more-numbers"}),
    )


def _uncertainty(found: PageData) -> Html:
    """Return the shares of the draws, what to bear in mind, and what the file leaves open."""
    drawn = _of_kind(stress_brief(found.stress), (Paragraphs, Bars, Sentences))
    blocks = [*map(_for_readers, drawn)]
    notes = Sentences("To bear in mind", tuple(_notes(found)))
    label = found.view.document.label
    lints = [
        lint._replace(places=(), code="")
        for lint in _of_kind(check_brief(label, found.findings, alone=False), (LintBlock,))
        if isinstance(lint, LintBlock)
    ]
    return joined(
        _stands(),
        element("h3", None, "If everything in doubt is drawn at random"),
        render(blocks),
        render((notes,)),
        *((element("h3", None, "Is the file fair?"), render(lints)) if lints else ()),
    )


def _for_readers(block: Block) -> Block:
    """Return a block of the stress test without words of the command line, and with all shares of bars."""
    match block:
        case Bars():
            groups = (group._replace(rows=tuple(map(_with_shares, group.rows))) for group in block.groups)
            return block._replace(legend=LEGEND, groups=tuple(groups))
        case Paragraphs():
            return block._replace(texts=tuple(SEED.sub("", text) for text in block.texts))
        case _:
            return block


def _with_shares(row: BarRow) -> BarRow:
    return row._replace(bars=tuple(map(_both, row.bars)))


def _both(bar: Bar) -> Bar:
    """Return a bar with the share in which the option is permitted in brackets, where it is another."""
    if (bar.solid and bar.light) or (bar.light and bar.text != in_hundred(bar.light)):
        return bar._replace(text=f"{bar.text} ({in_hundred(bar.solid + bar.light)})")
    return bar


def _of_kind(blocks: Iterable[Block], kinds: tuple[type, ...]) -> Iterator[Block]:
    """Yield the blocks of these kinds that come after the list of options, if there is one."""
    every = [*blocks]
    options = [at for at, block in enumerate(every) if isinstance(block, Options)]
    yield from (block for block in every[options[0] + 1 if options else 0 :] if isinstance(block, kinds))


def _notes(found: PageData) -> Iterator[Line]:
    """Yield the caveats on the file, then those on each theory of the panel."""
    names = found.names.names
    about_file = " ".join(about_weighing(found.weighing, names))
    if about_file:
        yield Line("The file", ADDRESSES.sub("", about_file))
    for verdict in found.weighing.verdicts:
        notes = " ".join(about_verdict(verdict, found.weighing, names))
        if notes and verdict.about.id in found.panel:
            yield Line(verdict.about.name, ADDRESSES.sub("", notes))


def _combined(found: PageData) -> Html:
    """Return each theory's answer by the numbers of each camp, then what methods make of credences."""
    parts = [_views(found)] if len(found.seen) > 1 else []
    if found.reconciliation:
        lettered = letters(tuple(found.reconciliation.subject.options))
        by_letter = found.reconciliation._replace(
            subject=found.reconciliation.subject._replace(options=lettered)
        )
        ran = tuple(rule for rule in rules(by_letter) if rule.result.ran)
        turning = tuple(turning_line(rule, by_letter, NEAREST) for rule in ran)
        grid = share_grid(ran, by_letter, "")
        blocks: list[Block] = [
            Paragraphs("", (" ".join(answer(by_letter)),)),
            grid._replace(legend=SEED.sub("", grid.legend)),
        ]
        others = alternatives_table(ran, by_letter)
        blocks += [others] if others else []
        plainly = Sentences(
            "", tuple(Line(rule.result.about.name, rule.result.about.plainly) for rule in ran)
        )
        if turning:
            blocks.append(Sentences(TURNING, turning))
        parts.append(
            element(
                "section",
                {"id": "reconcile", "aria-labelledby": "reconcile-title"},
                element("h3", {"id": "reconcile-title"}, "When theories disagree"),
                element("div", {"id": "credences", "hidden": None}),
                _stands(),
                element("div", {"class": "flow"}, render(blocks)),
                _folded(METHODS, render((plainly,))),
            )
        )
    return joined(*parts)


def _views(found: PageData) -> Html:
    """Return the table of theories by views, and the reason of each view."""
    scenario = found.view.scenario
    lettered = letters(tuple(scenario.options))
    rows = []
    for verdicts in zip(*(one.verdicts for one in found.seen.values()), strict=True):
        about, first = verdicts[0].about, answer_in_letters(verdicts[0], lettered)
        if about.id in found.panel and any(verdict.speaks for verdict in verdicts):
            told = [answer_in_letters(verdict, lettered) for verdict in verdicts]
            cells = (element("td", {"class": "differs"} if text != first else None, text) for text in told)
            rows.append(element("tr", None, element("th", {"scope": "row"}, about.short_name), *cells))
    views = [*found.names_of_views()]
    heads = (element("th", {"scope": "col", "title": name}, str(at)) for at, (name, _) in enumerate(views, 1))
    table = element(
        "table",
        {"class": "views", "aria-label": BY_WHOM},
        element("thead", None, element("tr", None, element("td", None), *heads)),
        element("tbody", None, *rows),
    )
    described = (
        element("li", None, element("b", None, name), *([f" {because}"] if because else []))
        for name, because in views
    )
    return joined(
        element("h3", None, BY_WHOM),
        element("div", {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": BY_WHOM}, table),
        element("p", {"class": "legend"}, VIEWS_LEGEND),
        element("ol", {"class": "numbered"}, *described),
    )


def _file(found: PageData) -> Html:
    """Return the file: its background, options, parties, duties, what stays owed, sources and command."""
    scenario, names = found.view.scenario, found.names.names
    facts = (
        ("Who decides", scenario.agent),
        ("As of", date_in_words(scenario.as_of)),
        ("Measured in", scenario.unit),
        ("Background", " ".join((scenario.about or "").split())),
    )
    again = element("code", {"id": "again"}, command(found.view, frameworks=found.only))
    return joined(
        render((Sentences("", tuple(Line(label, text) for label, text in facts if text)),)),
        element("h3", None, "Options"),
        render((options_block(scenario, whole=True),)),
        render((residue(found),)),
        _folded(f"{counted(len(scenario.parties), 'party')} affected", render((parties(scenario),))),
        *(
            (_folded(f"{counted(len(scenario.duties), 'duty')} owed", render((duties(names),))),)
            if scenario.duties
            else ()
        ),
        *(
            (_folded(counted(len(scenario.sources), "source"), render((sources(scenario),))),)
            if scenario.sources
            else ()
        ),
        element("h3", None, "The same on the command line"),
        element("p", None, again),
    )


def _folded(title: str, content: Html) -> Html:
    return element("details", {"class": "more"}, element("summary", None, title), content)
