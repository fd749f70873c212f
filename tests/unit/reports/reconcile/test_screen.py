"""`dilemma reconcile` on one screen: the answer first, and where the rest is found."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.unit.cli.running import ROOT, Ran, dilemma

LINES, WIDTH = 50, 100

LARGE = ("cluster", "track-two", "negotiations")
LIBRARY = tuple(sorted(path.stem for path in (ROOT / "scenarios/library").glob("*.yaml")))

IN_FULL = (
    "Where the methods meet",
    "Credences",
    "How they stand",
    "For comparison",
    "What each choice means",
    "What would turn it",
    "With other credences",
    "Over all credences",
    "Who chooses otherwise",
    "Who forbids what",
    "To bear in mind",
    "Each line says what follows",
)

TABLE = """\
title: The judge
options: [guilty, retrial, innocent]
theories:
  - {name: utilitarianism, credence: 35%, ranking: [guilty, retrial, innocent]}
  - {name: common sense, credence: 0.34, ranking: [retrial, innocent, guilty]}
  - {name: deontology, credence: 0.31, ranking: [innocent, retrial, guilty]}
"""


def screen(*words: str, columns: int = WIDTH, **given: object) -> str:
    """Return what `reconcile` prints."""
    ran: Ran = dilemma("reconcile", *words, COLUMNS=str(columns), **given)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("name", [*LARGE, *LIBRARY])
def test_the_answer_is_one_screen(name: str) -> None:
    """At 100 columns the default output of a large file has at most 50 lines; of others a few more."""
    assert len(screen(name).splitlines()) <= (LINES if name in LARGE else LINES + 5)


def test_several_perspectives_have_a_screen_each() -> None:
    """With --as twice there are two screens, each with its perspective; many settings are counted."""
    out = screen("cluster", "--as", "critics,proponents")
    first, second = out.split("\n\n\n")
    for one, name in ((first, "Critics of the transfer"), (second, "Proponents of the transfer")):
        assert name in one
        assert "settings: --full lists them" in one
        assert len(one.strip().splitlines()) <= LINES + 5  # lines on what the perspective changes
    assert "beliefs.line-would-fail.probability" in screen("cluster", "--as", "critics", "--full")


def test_the_answer_comes_first() -> None:
    """The letters are explained, then comes the answer: agreement, whose credences, and shares of all."""
    out = screen("cluster", columns=1000)
    lines = out.splitlines()
    letters = [line[:3] for line in lines if line[:1] == " " and line[2:3] == " " and line[1:2].isupper()]
    assert letters == [" A ", " B ", " C ", " D ", " E "]
    (answer,) = (line for line in lines if line.startswith("All four methods that ran choose B"))
    assert "You gave no credences" in answer
    assert "Of all possible credences, the methods choose B on" in answer
    assert lines.index(answer) < 10


def test_nobody_wins() -> None:
    """No output calls an option the winner, or the best."""
    for words in (("cluster",), ("cluster", "--full"), ("cluster", "--method", "all")):
        assert "winner" not in screen(*words)


def test_a_row_that_differs_is_marked() -> None:
    """At other credences a method that chooses otherwise is marked, and no other."""
    rows = screen("track-two").partition("With other credences")[2].partition("Panel:")[0].splitlines()[1:]
    by_name = {" ".join(row.split()[:-1]): row for row in rows if row.strip()}
    for row in by_name.values():
        cells = [cell for cell in row.split("  ") if cell.strip()][1:]
        choices = {cell.strip() for cell in cells if cell.strip() != "differs"}
        assert row.endswith("differs") == (len(choices) > 1), row
    assert any(row.endswith("differs") for row in by_name.values())


def test_the_rest_is_behind_full() -> None:
    """--full holds everything that one screen leaves out, with the meaning of shares of all credences."""
    out = screen("cluster", "--full", columns=1000)
    places = [out.index(heading) for heading in IN_FULL]
    assert places == sorted(places)
    assert "a near copy of a theory, listed beside it, changes the shares" in out
    assert "not how likely it is to be right" in out


@pytest.mark.parametrize(
    "words", [("cluster",), ("cluster", "--even"), ("track-two", "-c", "utilitarian=1/3,kantian=2/3")]
)
def test_the_commands_can_be_typed(words: tuple[str, ...]) -> None:
    """Each command under Next runs as it stands."""
    after = screen(*words, columns=1000).partition("\nNext\n")[2]
    commands = [line.strip().split("  ")[0] for line in after.splitlines() if line.startswith(" dilemma ")]
    assert len(commands) > 1
    for command in commands:
        program, *rest = shlex.split(command)
        assert program == "dilemma"
        ran = dilemma(*rest)
        assert (ran.code, ran.err) == (0, "")


def test_a_table_says_nothing_of_families_and_panels(tmp_path: Path) -> None:
    """A table has neither: its credences are its own, and the alternative is that theories are alike."""
    (tmp_path / "judge.yaml").write_text(TABLE, encoding="utf-8")
    out = screen("judge.yaml", cwd=tmp_path)
    assert "The credences are the table's: utilitarianism 35 %; common sense 34 %; deontology 31 %." in (
        " ".join(out.split())
    )
    assert "theories alike" in out
    assert "families" not in out
    assert "anel" not in out
    assert len(out.splitlines()) <= LINES


def test_two_options_make_one_vote_of_several_methods() -> None:
    """With two options the methods that are the same vote share a row, and a sentence says which."""
    out = " ".join(screen("canonical/trolley-switch").split())
    assert "With two options Borda, One step and Split cycle are one vote by credence." in out


def test_credence_that_is_set_aside_is_told() -> None:
    """What has no effect because its theory does not apply is in the answer, and so is a veto."""
    out = " ".join(screen("canonical/footbridge", "-c", "utilitarian=1,just-war=1").split())
    assert "Set aside: 50 % in Conduct in war, which does not apply." in out
    assert "Set aside as forbidden: C" in " ".join(screen("cluster", "--veto", "20%").split())
