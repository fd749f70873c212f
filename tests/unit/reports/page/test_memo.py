"""The memo: on two pages who decides, the answer, the perspectives and what divides them, who bears what."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given, settings

from dilemma import load, weigh
from dilemma.case.build import case_of
from dilemma.frameworks.registry import every_framework
from dilemma.reports.blocks import Heading
from dilemma.reports.media.docx.layout import height
from dilemma.reports.page.burdens import burdens
from dilemma.reports.page.memo.blocks import PAGES, Memo, memo_blocks
from dilemma.reports.words.figures import figure
from dilemma.robustness.comparison import divides
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.scenario import view
from dilemma.weighing import judge_view
from tests.support.strategies import Data, scenarios
from tests.unit.cli.running import dilemma

LINES, COLUMNS = 60, 100  # of a printed page in a usual type


def memo(name: str, *words: str) -> str:
    """Return the memo of a scenario."""
    ran = dilemma("report", name, *words, "--format", "md")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("name", ["cluster", "track-two", "negotiations", "library/ransom"])
def test_it_has_at_most_two_pages(name: str) -> None:
    """Without its markup, a memo by default fills two printed pages at most."""
    lines = [re.sub(r"[*\\|]", "", line) for line in memo(name).splitlines() if line.strip()]
    assert sum(len(textwrap.wrap(line, COLUMNS) or [""]) for line in lines) <= 2 * LINES


def test_it_holds_what_those_who_decide_need() -> None:
    """Who decides, the answer, both sides, the perspectives, who bears what, and what stays owed."""
    text = memo("cluster")
    scenario = load("cluster").scenario
    assert f"**Who decides**: {scenario.agent}" in text
    titles = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert titles == [
        "What the theories say",
        "What decides",
        "What each side holds, and why",
        "Perspectives, and what divides them",
        "Who bears what",
        "What would still be owed",
        "Sources",
    ]
    assert "| | for it | against it |" in text
    for letter in "ABCDE":
        assert len([line for line in text.splitlines() if line.startswith(f"| {letter} |")]) == 1


def test_what_is_left_out_is_said_with_the_command_that_shows_it() -> None:
    """One line counts what a memo of two pages leaves out, and names the command for all of it."""
    (line,) = [line for line in memo("cluster").splitlines() if line.startswith("- **Left out here**")]
    assert "perspectives" in line
    assert "sources. All of it: dilemma report cluster --format md --full" in line


def test_sources_are_numbered_and_cited() -> None:
    """A mark beside a number that decides is that of a source listed."""
    text = memo("cluster")
    marks = set(re.findall(r"\d+", " ".join(re.findall(r"\\\[([\d, ]+)\\\] \|", text))))
    assert marks
    assert marks <= set(re.findall(r"^- \*\*\\\[(\d+)\\\]\*\*", text, re.MULTILINE))


@given(scenarios())
@settings(max_examples=8)
def test_any_memo_fits_two_pages(data: Data) -> None:
    """Of any file, the memo is at most two pages long by the estimate, and tells title and question."""
    seen = view(load(data))
    weighing = judge_view(seen, every_framework())
    blocks = memo_blocks(Memo(weighing, every_framework(), cruxes_in_ranges(seen, every_framework()), None))
    assert sum(map(height, blocks)) <= PAGES
    assert isinstance(blocks[0], Heading)


def test_what_divides_a_perspective_is_found_by_comparison() -> None:
    """The count of theories that a perspective turns is that of the comparison with the file."""
    document = load("cluster")
    first = next(iter(document.scenario.perspectives))
    one, other = weigh(document), weigh(document, perspective=first)
    turned = {id for divide in divides(one, other, every_framework()) for id in divide.frameworks}
    count = len(turned.intersection(document.scenario.panel))
    (line,) = [
        row for row in memo("cluster").splitlines() if row.startswith("- **Proponents of the transfer**")
    ]
    assert f"It turns {count} theories" in line


def test_who_bears_what_adds_up_the_consequences() -> None:
    """A party's amount under an option is the sum over the consequences that fall on it."""
    weighing = weigh(load("cluster"))
    case = case_of(weighing.view.scenario)
    table = burdens(weighing)
    rows = {row[0]: row[1:] for row in table.rows}
    soldiers = case.parties["ukrainian-soldiers"]
    expected = [
        figure(sum(e.unweighted for e in act.effects if e.party is soldiers))  # type: ignore[misc]
        for act in case.acts
    ]
    assert list(rows["Ukrainian soldiers"]) == expected
    assert all(any(amount != "0" for amount in amounts) for amounts in rows.values())


def test_an_option_for_which_no_theory_speaks_has_its_stake_told() -> None:
    """Where no theory chooses or permits an option, the party is told that it serves most beside another."""
    (row,) = [line for line in memo("cluster").splitlines() if line.startswith("| C | ") and "Rights" in line]
    assert "No theory here speaks on this side. People facing occupation: -0.2, against -1.2 under A." in row


def test_an_argument_ends_with_a_clause() -> None:
    """What is too long ends after the ground, not amid its words."""
    found = [line for line in memo("cluster").splitlines() if "can reject it in favour of" in line]
    assert found
    assert all("can reject it in favour of B. |" in line for line in found)


def test_a_memo_of_one_perspective_compares_none() -> None:
    """By one perspective the memo tells what it changes, and no other view."""
    text = memo("cluster", "--as", "critics")
    assert "## Perspectives" not in text
    assert "## Changed in this view" in text


def test_the_whole_stays_behind_full() -> None:
    """`--full` has every chapter of the page; the memo by default says so."""
    whole = memo("canonical/footbridge", "--full")
    for title in ("What would turn it", "Who is affected", "What is owed", "Sources"):
        assert f"## {title}" in whole
    assert "--format md --full" in memo("canonical/footbridge")
