"""What the page shows after a change is what the command says of the same settings."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dilemma import load, reconcile, weigh
from dilemma.case.build import case_of
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.page.burdens import burdens_of
from dilemma.reports.page.phrases import answer_sentence, theory_text
from dilemma.reports.reconcile.blocks import figured
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.figures import in_row, percent
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.weighing import Weighing
from tests.support.samples import THOROUGH
from tests.unit.reports.page.browser.seen import Seen

EVERY = ("cluster", "track-two", "negotiations", "triage", "ransom", "phone", "amnesty", "whistleblowing")
FILES = EVERY if THOROUGH else ("cluster", "phone")
LIVE = ("permissibility", "borda")


def _flags(command: str, flag: str) -> dict[str, str]:
    """Return what a flag of a command sets, by name."""
    words = shlex.split(command)
    given = [after for word, after in pairwise(words) if word == flag]
    return dict(pair.split("=") for one in given for pair in one.split(","))


def _weighed(command: str) -> Weighing:
    """Return what a command of the page leads to."""
    words = shlex.split(command)
    perspective = words[words.index("--as") + 1] if "--as" in words else None
    return weigh(
        load(words[2]),
        perspective=perspective,
        addresses={address: float(value) for address, value in _flags(command, "-s").items()},
    )


def _agrees(shown: Seen) -> None:
    """Hold that the page shows what its own command says."""
    command = shown.command()
    assert command.startswith("dilemma weigh ")
    weighing = _weighed(command)
    names = Names(weighing.view.scenario)
    said = [theory_text(verdict, names) for verdict in weighing.verdicts]
    assert [one.phrase for one in said] == shown.phrases()
    assert [[mark.text for mark in one.marks] for one in said] == shown.figures()
    marks = [[mark.status for mark in one.marks] or ["absent"] * len(names.scenario.options) for one in said]
    assert marks == shown.statuses()
    assert [[[line.label, line.text] for line in one.why] for one in said] == shown.reasons()
    told = answer_sentence(panel_of(weighing), letters(tuple(names.scenario.options)))
    assert told == shown.text("#choices")
    _bears(weighing, shown)


def _bears(weighing: Weighing, shown: Seen) -> None:
    """Hold that the tables of who bears what have the amounts of a weighing."""
    for agency, rows in burdens_of(case_of(weighing.view.scenario))._asdict().items():
        for party, row in rows.items():
            cells = shown.words(f".burdens[data-agency={agency}] [data-party='{party}'] td")
            assert in_row(row) == cells, (agency, party)


@pytest.mark.parametrize("name", FILES)
def test_a_change_shows_what_weigh_says(browser: Any, made: Callable[[str], Path], name: str) -> None:
    """A slider moved by the keyboard turns some verdict; opened anew from the link it shows the same."""
    shown = Seen(browser, made(name))
    _agrees(shown)
    before = shown.phrases()
    shown.press("#deciding input[type=range]", "Home")
    if shown.phrases() == before:
        shown.press("#deciding input[type=range]", "End")
    assert before != shown.phrases()
    assert "-s " in shown.command()
    _agrees(shown)
    again = Seen(browser, made(name), shown.fragment())
    assert (shown.command(), shown.phrases()) == (again.command(), again.phrases())
    assert shown.complaints == again.complaints == []


@pytest.mark.parametrize("perspective", ["proponents", "ban-advocates", "if-it-works"])
def test_a_perspective_shows_what_weigh_says(browser: Any, cluster: Path, perspective: str) -> None:
    """By the numbers of a perspective the page agrees with weigh, also one that alters duties' kinds."""
    shown = Seen(browser, cluster, f"#as={perspective}")
    assert shown.command() == f"dilemma weigh cluster --as {perspective}"
    _agrees(shown)


@pytest.mark.parametrize("name", ["cluster", "amnesty"] if THOROUGH else ["cluster"])
def test_credences_turn_what_methods_choose(browser: Any, made: Callable[[str], Path], name: str) -> None:
    """A credence moved by the keyboard gives the figures that reconcile gives; the link holds it."""
    shown = Seen(browser, made(name))
    shown.tab("together")
    assert _rows(shown) == _expected_rows(reconcile(weigh(load(name)), methods=LIVE))
    shown.press("#credence-virtue", "End")
    shown.press("#deciding input[type=range]", "Home")
    believed = [word.split("=") for word in shown.fragment()[1:].split("&") if word.startswith("credences.")]
    credences = {key.removeprefix("credences."): float(parts) for key, parts in believed}
    whole = sum(credences.values())
    assert "virtue" in credences
    expected = _expected_rows(
        reconcile(
            _weighed(shown.command()),
            credences={id: parts / whole for id, parts in credences.items()},
            methods=LIVE,
        )
    )
    assert expected == _rows(shown)
    again = Seen(browser, made(name), shown.fragment())
    assert expected == _rows(again)


def _rows(shown: Seen) -> list[list[str]]:
    """Return the rows that follow the credences: what is chosen with a mark, and every figure."""
    return list(
        shown.evaluate(
            "[...document.querySelectorAll('.methods tbody tr')].map(row => [...row.querySelectorAll('td')]"
            ".map(cell => (cell.className === 'chosen' ? '● ' : '') + cell.textContent))"
        )
    )


def _expected_rows(found: Reconciliation) -> list[list[str]]:
    """Return the same as a reconciliation has it, the lottery last."""
    options = tuple(found.subject.options)
    rows = [
        [
            ("● " if option in result.choice else "") + text
            for option, text in zip(options, figured(result, len(options)), strict=True)
        ]
        for result in found.results
    ]
    return [*rows, [percent(chance) for chance in (found.lottery or {}).values()]]
