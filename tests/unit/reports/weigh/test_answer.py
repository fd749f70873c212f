"""The answer of a weighing: sentences, signs, what a theory turns to, what decides, what to type next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from dilemma import load, weigh
from dilemma.frameworks.registry import every_framework, frameworks_named
from dilemma.reports.blocks import Block, Commands, Options, Paragraphs, Sentences, SignGrid, Table
from dilemma.reports.weigh.answer import answer_in_words
from dilemma.reports.weigh.blocks import weighing_blocks
from dilemma.reports.weigh.panel import Detail
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.weighing import Weighing
from tests.support.samples import SHIPPED_SCENARIOS
from tests.unit.reports.weigh.small import PARTED, weighed


def blocks(weighing: Weighing, **detail: Any) -> list[Block]:
    """Return the report of a weighing."""
    theories = frameworks_named(verdict.about.id for verdict in weighing.verdicts)
    return list(
        weighing_blocks(weighing, lambda: cruxes_in_ranges(weighing.view, theories), Detail(**detail))
    )


def one(found: Sequence[Block], kind: type) -> Any:
    """Return the one block of a kind."""
    (block,) = [block for block in found if isinstance(block, kind)]
    return block


def test_options_are_told_by_their_first_sentence() -> None:
    """An option stands under its letter with the first sentence of its reason; initials end none."""
    told = one(blocks(weighed()), Options)
    assert [tuple(entry) for entry in told.entries] == [
        ("A", "Act", "The plan of the U.S. Army goes ahead as it stands."),
        ("B", "Wait", "Nothing is done; those who need it go without."),
    ]
    assert "tried before" in one(blocks(weighed(), full=True), Options).entries[0].text


def test_the_answer_tells_how_the_theories_part_and_which_waver() -> None:
    """One sentence says how many theories choose what, one how many would answer otherwise in the ranges."""
    found = blocks(weigh(load(PARTED), frameworks=("utilitarian", "rossian")))
    (answer,) = one(found, Paragraphs).texts
    assert answer == (
        "The theories divide: 1 chooses A and 1 B. 1 of the 2 theories that apply wavers (~): it would "
        "answer otherwise if some one number moved within its stated range."
    )


@pytest.mark.parametrize(
    ("theories", "begins"),
    [
        (
            ("utilitarian",),
            "Utilitarian chooses A. It wavers: it would answer otherwise if some one number moved",
        ),
        (
            ("rossian",),
            "Ross's duties chooses B. No single number, moved within its stated range",
        ),
        (("rossian", "virtue"), "Ross's duties chooses B."),
    ],
)
def test_a_lone_theory_is_named(theories: tuple[str, ...], begins: str) -> None:
    """Where one theory chooses, it is named and not counted."""
    (answer,) = one(blocks(weigh(load(PARTED), frameworks=theories)), Paragraphs).texts
    assert answer.startswith(begins)


def test_options_are_told_to_be_forbidden_by_all_that_forbid_them() -> None:
    """The sentence counts every theory shown that forbids an option, whether or not it chooses one."""
    weighing = weigh(load("track-two"))
    shown = [verdict for verdict in weighing.verdicts if verdict.about.id in weighing.view.scenario.panel]
    (answer,) = one(blocks(weighing), Paragraphs).texts
    for letter, id in zip("ABCD", weighing.view.scenario.options, strict=True):
        count = sum(verdict.speaks and verdict.answer(id).status == "forbidden" for verdict in shown)
        assert (f"{letter} by {count}" in answer) is (count > 0)


def test_where_no_range_is_stated_nothing_is_said_of_firmness() -> None:
    """A file without ranges gives no ground for calling an answer firm, or wavering."""
    certain = {"works": {"claim": "The plan works.", "probability": 0.6}}
    found = blocks(weighed(beliefs=certain))
    (answer,) = one(found, Paragraphs).texts
    assert "No number has a stated range here" in answer
    assert "~" not in answer
    assert not [block for block in found if isinstance(block, Table)]


def test_where_nothing_speaks_that_is_the_answer() -> None:
    """Where every theory asked is silent or does not apply, the answer says so."""
    told, firmness = answer_in_words([], None, {"act": "A"})
    assert told == "No theory that applies sets one option apart from another."
    assert firmness.startswith("No number has a stated range here")


def test_signs_say_what_figures_would() -> None:
    """A row has a sign for each option and, where one number in its range turns it, what it turns to."""
    grid = one(blocks(weighed()), SignGrid)
    rows = {row.label: row for group in grid.groups for row in group.rows}
    assert rows["Utilitarian"].marks == ("chosen", "plain")
    assert rows["Utilitarian"].wavers
    assert rows["Utilitarian"].remark.startswith("~ to B")
    assert rows["Ross's duties"].marks == ("plain", "chosen")
    assert not rows["Ross's duties"].wavers


def test_theories_without_a_row_stand_at_the_foot() -> None:
    """What is silent, does not apply or is off the panel has one line each; --all gives it a row."""
    panel = weighed(panel=["utilitarian", "rossian", "prerogative"])
    grid = one(blocks(panel), SignGrid)
    shown = [row.label for group in grid.groups for row in group.rows]
    assert shown == ["Utilitarian", "Ross's duties"]
    foot = {line.label: line.text for line in grid.foot}
    assert foot["Does not apply"] == "Prerogative"
    assert foot["Off the file's panel"] == f"{len(every_framework()) - 3} theories (--all shows them)"
    everything = one(blocks(panel, every=True), SignGrid)
    assert sum(len(group.rows) for group in everything.groups) == len(panel.verdicts)
    assert everything.foot == ()


def test_a_silent_theory_that_would_speak_has_a_row() -> None:
    """A theory that judges all options alike, but would not in the ranges, is shown, and counted."""
    weighing = weigh(load("cluster"))
    (kantian,) = [verdict for verdict in weighing.verdicts if verdict.about.id == "kantian"]
    assert kantian.silent
    found = blocks(weighing)
    rows = {row.label: row for group in one(found, SignGrid).groups for row in group.rows}
    assert rows["Kantian constraints"].remark == "all alike; ~ drops C"
    count = sum(row.wavers for row in rows.values())
    (answer,) = one(found, Paragraphs).texts
    assert f"{count} of the 12 theories that apply waver (~): each would answer otherwise" in answer


def test_everything_of_the_panel_is_behind_full() -> None:
    """--full keeps to the panel, so that its answer is that of the screen; --all adds the others to both."""
    weighing = weigh(load("cluster"))
    answers = {one(blocks(weighing, full=full), Paragraphs).texts for full in (False, True)}
    assert len(answers) == 1
    every = {one(blocks(weighing, full=full, every=True), Paragraphs).texts for full in (False, True)}
    assert len(every) == 1
    assert answers != every


def test_frameworks_asked_for_overrule_the_panel() -> None:
    """`-f` shows what was asked, whoever is on the panel; the panel changes no verdict."""
    asked = weigh(load({**PARTED, "panel": ["kantian"]}), frameworks=("utilitarian",))
    (answer,) = one(blocks(asked), Paragraphs).texts
    assert answer.startswith("Utilitarian chooses A.")


def test_what_decides_is_told_with_its_range_and_what_it_turns() -> None:
    """The number that turns most stands with the file's value, the plausible range and how many it turns."""
    table = one(blocks(weigh(load(PARTED), frameworks=("utilitarian", "rossian"))), Table)
    assert table.rows[0] == ("“The plan works”", "60 %", "30 % to 90 %", "1 theory")


def test_a_belief_under_several_options_is_told_once() -> None:
    """Another option's chance of a belief told before refers to that by letter; a condition still stands."""
    names = [row[0] for row in one(blocks(weigh(load("track-two"))), Table).rows]
    assert names[0].startswith("B: “The contact brings serious talks")
    assert names[2].startswith("D: the same as for B, if “Moscow would engage")
    names = [row[0] for row in one(blocks(weigh(load("negotiations"))), Table).rows]
    assert names[0].startswith("E: “The push brings a ceasefire")
    assert names[2] == "F: the same as for E"


def test_what_to_type_next_runs() -> None:
    """Each command told ends well, as it stands."""
    import shlex

    from tests.unit.cli.running import dilemma

    told = one(blocks(weigh(load("track-two"))), Commands)
    assert [line.label.split()[1] for line in told.lines] == ["explain", "weigh", "weigh", "weigh"]
    for line in told.lines[1:]:
        words = shlex.split(line.label)
        assert words[0] == "dilemma"
        assert dilemma(*words[1:]).code == 0, line.label


@pytest.mark.parametrize("name", SHIPPED_SCENARIOS)
def test_no_line_names_a_winner(name: str) -> None:
    """Nothing in a weighing adds theories up to one option or tells what methods choose together."""
    weighing = weigh(load(name))
    words = repr([*blocks(weighing), *blocks(weighing, full=True)])
    assert not re.search(r"[Tt]aken together|methods? (tried|choose)|winner|most theories", words)


def test_a_theory_that_forbids_everything_is_no_silence() -> None:
    """A theory that permits no option is told to forbid every option, with a row of its own."""
    weighing = weigh(load("canonical/sophies-choice"))
    none = [verdict for verdict in weighing.verdicts if verdict.permits_none]
    assert none, "the sample lost its point"
    grid = one(blocks(weighing, every=True), SignGrid)
    rows = {row.label: row for group in grid.groups for row in group.rows}
    for verdict in none:
        assert rows[verdict.about.name].remark.startswith("forbids every option")


def test_all_that_judge_alike_are_in_the_first_sentence() -> None:
    """Those without a row are named with those that would speak in the ranges."""
    weighing = weigh(load(PARTED), frameworks=("utilitarian", "kantian", "double-effect"))
    silent = [verdict.about.short_name for verdict in weighing.verdicts if verdict.silent]
    (answer,) = one(blocks(weighing), Paragraphs).texts
    assert silent == ["Kantian", "Double effect"]
    assert "Kantian and Double effect judge all alike." in answer


def test_what_a_change_turns_is_told() -> None:
    """Under the changes stand the theories whose verdicts are not those of the unchanged file."""

    def turned_by(**changes: Any) -> str:
        found = blocks(weigh(load(PARTED), frameworks=("utilitarian", "rossian"), **changes))
        (told,) = [b for b in found if isinstance(b, Sentences) and b.title == "Changed in this view"]
        (line,) = [line for line in told.lines if line.label == "Turned"]
        return line.text

    assert turned_by(beliefs={"works": 0.35}) == "Utilitarian A to B"
    assert turned_by(beliefs={"works": 0.5}).startswith("no theory: each verdict")
    assert not [block for block in blocks(weighed()) if isinstance(block, Sentences)]
