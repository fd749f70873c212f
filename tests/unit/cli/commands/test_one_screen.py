"""What the commands print by default: one screen, the answer first."""

from __future__ import annotations

import re
import shlex
from functools import cache

import pytest
from rich.cells import cell_len

from tests.unit.cli.running import Ran, dilemma, lines_that_wrap

LARGE = ("cluster", "track-two", "negotiations")
COMMANDS = ("weigh", "explain", "cruxes", "stress", "reconcile", "dials", "check")
MOST_LINES, COLUMNS = 50, 100


@cache
def default(command: str, name: str, columns: int = COLUMNS, *words: str) -> Ran:
    """Return what a command prints at a width."""
    ran = dilemma(command, name, *words, COLUMNS=str(columns))
    assert (ran.code, ran.err) == (0, "")
    return ran


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", LARGE)
def test_the_default_is_one_screen(command: str, name: str) -> None:
    """At 100 columns each large file takes at most 50 lines, none of them too long; `--full` tells more."""
    drawn = default(command, name).out.splitlines()
    assert len(drawn) <= MOST_LINES
    assert [line for line in drawn if cell_len(line) > COLUMNS] == []
    if name == LARGE[1]:
        assert len(default(command, name, COLUMNS, "--full").out.splitlines()) > len(drawn)


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_line_is_too_long_at_any_width(command: str, columns: int) -> None:
    """Only what is never broken, an address or a command, is longer than the screen."""
    drawn = lines_that_wrap(default(command, "track-two", columns).out)
    wide = [line for line in drawn if cell_len(line) > columns]
    assert [line for line in wide if not re.match(r" +(-[bsw] )?[\w.-]+=?$", line)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_told_run(command: str) -> None:
    """Each command under Next can be typed as it stands."""
    told = re.findall(r"^ (dilemma .*?)(?:  |$)", default(command, "track-two", 300).out, re.MULTILINE)
    assert told
    for line in told:
        program, *words = shlex.split(line)
        ran = dilemma(*[word if word != "WORD" else "soldiers" for word in words])
        assert (program, ran.code, ran.err) == ("dilemma", 0, "")


@pytest.mark.parametrize("command", ["weigh", "explain", "cruxes", "stress", "reconcile"])
def test_letters_are_explained_before_they_are_used(command: str) -> None:
    """Every option's letter and name stand above the first picture."""
    head = " ".join(default(command, "track-two").out.partition("●")[0].split())
    assert re.search("A No contact.* B Track Two.* C Track 1.5.* D Kyiv informed", head)


@pytest.mark.parametrize("command", COMMANDS)
def test_markdown_is_as_long_as_the_table(command: str) -> None:
    """`--format md` tells what the screen does, and with --full all."""
    short = default(command, "track-two", COLUMNS, "--format", "md").out
    assert len(short) < len(default(command, "track-two", COLUMNS, "--full", "--format", "md").out)
    assert short.startswith("# ")


@pytest.mark.parametrize("command", COMMANDS)
def test_json_does_not_depend_on_full(command: str) -> None:
    """Data for programs is always whole."""
    words = ["-n", "200"] if command == "stress" else []
    assert dilemma(command, "means", "--json", *words) == dilemma(
        command, "means", "--json", "--full", *words
    )


def test_stress_marks_what_is_near_even_and_what_turned() -> None:
    """The signs in the table are those of the sentence above it, as many as it says."""
    out = default("stress", "cluster").out
    told = " ".join(out.split())
    rows = re.findall(r"^ [A-Z].*? ([~!]{1,2})  ", out, re.MULTILINE)
    even, changed = (sum(sign in row for row in rows) for sign in "~!")
    assert f"{even} (~) keep no verdict in as many as 60 %" in told
    assert f"{changed} (!) most often reach another verdict than at the best estimates" in told
    assert min(even, changed) > 0


def test_stress_names_what_does_not_speak_at_the_foot() -> None:
    """Theories that do not apply or speak, or forbid everything, are named below the table."""
    out = default("stress", "canonical/climate-gamble", COLUMNS, "-f", "kantian,utilitarian,do-no-harm").out
    table, foot = out.split(" Per cent of the draws")
    assert re.search(r"Does not apply +Kantian", foot)
    assert "Forbids every option  Do no harm" in foot
    assert "Do no harm" not in table.partition("\n\n")[2].partition("\n\n")[2]
    assert "no preference" not in out


def test_one_theory_is_told_in_a_sentence() -> None:
    """With a single theory nothing is counted."""
    told = " ".join(default("stress", "cluster", COLUMNS, "-f", "utilitarian").out.split())
    assert "Utilitarian reaches no verdict in 60 % of the draws" in told
    assert "theories" not in told.partition("Per cent")[0]


def test_cruxes_tell_which_theories_turn_where() -> None:
    """For each number: what the file says, the flag that moves it, and each theory at its value."""
    told = " ".join(default("cruxes", "cluster").out.split())
    assert "file 75 %, stated range 40 % to 90 %" in told
    assert "-s options.limited.beliefs.gap-bridged.probability=" in told
    assert "-b line-would-fail=" in told
    assert "drops B: below 70 % Rights, 60 % Double effect, 44 % Conduct in war; to A: below 69 %" in told


@pytest.mark.parametrize("command", ["weigh", "explain", "cruxes", "stress"])
def test_the_panel_of_the_file_is_what_is_shown(command: str) -> None:
    """By default only theories on the file's panel are told; -f and --all or --full tell of any other."""
    assert "Prioritarian" not in default(command, "track-two").out
    every = "--all" if command == "weigh" else "--full"
    assert "Prioritarian" in default(command, "track-two", COLUMNS, every).out
    assert "Prioritarian" in default(command, "track-two", COLUMNS, "-f", "prioritarian,utilitarian").out


def test_dials_are_counted_by_kind_and_those_with_a_range_come_first() -> None:
    """The first lines say how many numbers there are; the list begins with what the file doubts."""
    told = " ".join(default("dials", "track-two").out.split())
    assert re.search(r"252 numbers may be changed; the file gives a range for 52 of them\.", told)
    assert "beliefs 30 (18 with a range)" in told
    assert "The first 14 of the 52 with a range" in told


@pytest.mark.parametrize("form", ["json", "csv", "md", "table"])
def test_grep_filters_by_name_or_address(form: str) -> None:
    """In any format only numbers stay whose name or address has the word, in capitals or not."""
    every = dilemma("dials", "cluster", "--full", "--format", form).out
    some = dilemma("dials", "cluster", "--full", "--format", form, "--grep", "DUD RATE").out
    assert len(some) < len(every) / 10
    assert "quantities.dud-rate.value" in some  # its name is Dud rate
    assert "quantities.rounds.value" not in some
    by_address = dilemma("dials", "cluster", "--full", "--format", form, "--grep", "rounds.VALUE").out
    assert "quantities.rounds.value" in by_address


def test_grep_that_finds_nothing_says_so() -> None:
    """The word is repeated, and the command that lists all is told."""
    ran = dilemma("dials", "cluster", "--grep", "zzz")
    assert "No number with 'zzz' in name or address may be changed." in ran.out
    assert ran.code == 0


def test_check_has_a_few_lines_a_question() -> None:
    """A question: its claim and code, its first place with how many more there are, and the mend."""
    out = default("check", "tests/unit/lints/bad/no-reason.yaml").out
    assert re.search(r"\[no-reason\]\n .*no-reason\.yaml:\d+:\d+: ", out)
    assert "mend" in out
    assert not re.search("^ why ", out, re.MULTILINE)


def test_check_tells_answered_questions_in_one_line() -> None:
    """Answers are counted by code; what they say comes with --full."""
    out = default("check", "track-two").out
    assert "Valid: nothing to ask, 5 answered in the file, 1 note." in out.splitlines()[1]
    assert "hindsight (1 place), mixed-party (3 places)" in " ".join(out.split())
    assert "[answered: hindsight]" not in out


def test_check_places_every_error() -> None:
    """Errors are never shortened."""
    broken = b"format: 1\ntitle: x\nquestoin: y\n"
    short, whole = (dilemma("check", "-", *full, given=broken) for full in ([], ["--full"]))
    assert short == whole
    assert short.code == 1
    assert short.out.count(": error: ") == 4


@pytest.mark.parametrize("command", ["cruxes", "stress", "dials"])
def test_a_perspective_is_named_and_its_values_counted(command: str) -> None:
    """What a perspective sets does not push the answer off the screen; flags, and the command, stay whole."""
    out = default(command, "cluster", COLUMNS, "--as", "critics", "-b", "line-would-fail=0.3").out
    assert "Critics of the transfer" in out
    assert re.search(r"Values it sets +\d+, listed with --full", out)
    assert re.search(r"= 0\.3, not 0\.2 · +beliefs\.line-would-fail\.probability", " ".join(out.split()))
    assert f"dilemma {command} cluster" in out
    assert "Dud rate = {" not in out
    assert "Dud rate = {" in default(command, "cluster", COLUMNS, "--as", "critics", "--full").out


def test_stress_marks_the_rows_whose_figures_are_permissions() -> None:
    """A figure is how often an option is chosen, or, in rows with the sign of the legend, permitted."""
    told = " ".join(default("stress", "cluster").out.split())
    assert "chosen (█; ties split) or, in rows with ○, permitted (░)" in told
    assert "Rights ○ ~!" in told
    assert "brackets" not in told


def test_a_theory_in_full_tells_its_verdict_on_every_option() -> None:
    """`explain -f` of one theory says of each option whether it is chosen, permitted or forbidden."""
    told = default("explain", "cluster", COLUMNS, "-f", "rights").out.partition("Its verdict on each")[2]
    assert re.search("Open-ended supply +forbidden", told)
    assert told.count("left standing") == 4
