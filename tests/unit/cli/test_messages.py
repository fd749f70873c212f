"""Messages on standard error: coloured on a terminal as ruff colours them, and nowhere else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from unittest.mock import Mock

import pytest

from dilemma.cli import main
from dilemma.cli.messages import color_asked
from dilemma.reports.media.terminal.messages import colored
from tests.unit.cli.pseudo_terminal import typed
from tests.unit.cli.running import ROOT, dilemma

RED, BLUE, RESET = "\x1b[1;31m", "\x1b[1;34m", "\x1b[0m"
CODES = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    """Return the path of a file with one wrong key."""
    path = tmp_path / "wrong.yaml"
    path.write_text("format: 1\ntitel: A title\n", encoding="utf-8")
    return str(path)


def test_an_error_has_colours_on_a_terminal() -> None:
    """The name of the program is red before an error; the sentence itself is not."""
    assert f"{RED}dilemma:{RESET} no theory 'nope'; " in typed("weigh", "cluster", "-f", "nope")
    assert f"{RED}dilemma:{RESET} no such option: --wieght" in typed("weigh", "cluster", "--wieght")


@pytest.mark.parametrize("command", ["weigh", "check"])
def test_a_finding_has_colours_on_a_terminal(command: str, wrong: str) -> None:
    """Place, severity, caret and help stand out, from `check` as from a command that needs a valid file."""
    written = typed(command, wrong, width=200)
    assert f"\x1b[1m{wrong}:2:1:{RESET} {RED}error{RESET}: titel: unknown key 'titel'" in written
    assert f"{BLUE} 2 | {RESET}titel: A title" in written
    assert f"{BLUE}   | {RESET}{RED}^^^^^{RESET}" in written
    assert f"{BLUE}= help:{RESET} did you mean 'title'?" in written


@pytest.mark.parametrize(
    ("words", "environment", "is_colored"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--color", "never"), {}, False),
        (("--color=never",), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
    ],
)
def test_colours_on_a_terminal_can_be_refused(
    words: tuple[str, ...], environment: dict[str, str], is_colored: bool
) -> None:
    """NO_COLOR, TERM=dumb and --color hold for errors too; the flag goes before the environment."""
    written = typed("weigh", "cluster", "-f", "nope", *words, **environment)
    assert "no theory 'nope'" in written
    assert bool(CODES.search(written)) is is_colored


@pytest.mark.parametrize(
    ("words", "environment", "is_colored"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {}, True),
        (("--color", "auto"), {}, False),
    ],
)
def test_colours_in_a_pipe_can_be_asked_for(
    words: tuple[str, ...], environment: dict[str, str], is_colored: bool
) -> None:
    """Where standard error is no terminal there is no colour, unless it is asked for."""
    ran = dilemma("weigh", "cluster", "-f", "nope", *words, **environment)
    assert ran.code == 2
    assert bool(CODES.search(ran.err)) is is_colored
    assert CODES.sub("", ran.err) == dilemma("weigh", "cluster", "-f", "nope").err


def test_the_flag_is_read_as_the_command_reads_it() -> None:
    """The last --color counts, with its value after a blank or after =."""
    assert color_asked(["weigh", "--color", "never", "--color=always"]) == "always"
    assert color_asked(["weigh", "x"]) is color_asked([]) is None
    assert color_asked(["--color"]) == ""


def test_colours_change_no_word() -> None:
    """A message without its colours is the message, whatever a file holds in the line that is shown."""
    text = (
        "a b.yaml:12:3: warning: x: y: error: z\n 12 | ^^ a | b:1:1: error: c\n    |   ^\n   = help: did you"
    )
    assert CODES.sub("", colored(text)) == text
    assert colored(text).count(RED) == 0
    assert colored(text).startswith(
        f"\x1b[1ma b.yaml:12:3:{RESET} \x1b[1;33mwarning{RESET}: x: y: error: z\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("weigh",), "dilemma: missing argument 'SCENARIO'.\nTry `dilemma weigh --help`.\n"),
        (("weih",), "dilemma: no such command 'weih'. Did you mean 'weigh'?\nTry `dilemma --help`.\n"),
        (("stress", "cluster", "-n"), "dilemma: option '-n' requires an argument.\n"),
    ],
)
def test_a_wrong_use_is_told_as_any_error(words: tuple[str, ...], said: str) -> None:
    """What Typer refuses begins with the program's name and ends with exit 2."""
    ran = dilemma(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", said)


@pytest.mark.parametrize("command", ["weigh", "check"])
def test_of_very_many_mistakes_the_first_are_shown(command: str, tmp_path: Path) -> None:
    """A file of thousands of mistakes gives some of them, and how many more there are; JSON gives all."""
    path = tmp_path / "wrong.yaml"
    path.write_text("format: 1\n" + "".join(f"key{number}: 1\n" for number in range(5000)), "utf-8")
    ran = dilemma(command, str(path))
    assert len(ran.out + ran.err) < 50_000
    assert "more; `dilemma check FILE --json` lists all" in ran.out + ran.err
    assert len(json.loads(dilemma("check", str(path), "--json").out)["findings"]) > 5000


@pytest.mark.parametrize("error", [MemoryError(), RecursionError()])
def test_what_is_too_large_is_told(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too little memory is no bug: one sentence says what to reduce, and the exit code is 1."""
    monkeypatch.setattr(main, "_run_command", Mock(side_effect=error))
    ran = dilemma("weigh", "cluster")
    assert (ran.code, ran.out) == (1, "")
    assert "reduce the options, parties, states and ranges" in ran.err


CLASS = str(ROOT / "docs" / "examples" / "class" / "before")


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (("report", "means", "-f", "kantian", "-o", "page.html"), "page.html"),
        (("report", "means", "-f", "kantian", "-o", "memo.docx"), "memo.docx"),
        (("collect", "track-two", "--form", "-o", "form.csv"), "form.csv"),
        (("collect", "track-two", CLASS, "-f", "kantian", "-o", "class.docx"), "class.docx"),
        (("collect", "track-two", CLASS, "--pool", "mean", "-o", "one.view.yaml"), "one.view.yaml"),
        (("convert", "means", "means.json"), "means.json"),
        (("convert", "means", "sheets/"), "sheets"),
        (("new", "harbour", "--no-schema"), "harbour.yaml"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_what_is_written_is_told_the_same_way(command: tuple[str, ...], file: str, tmp_path: Path) -> None:
    """Every command that writes a file says which, on standard error; standard output stays empty."""
    ran = dilemma(*command, cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert [line for line in ran.err.splitlines() if re.match(rf"Wrote {re.escape(file)}($|[.:] )", line)]
    assert (tmp_path / file).exists()


@pytest.mark.parametrize(
    "command",
    [
        ("report", "means", "-f", "kantian", "-o", "-"),
        ("collect", "track-two", "--form", "-o", "-"),
        ("convert", "scenarios/cluster.yaml", "-", "--format", "json"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_what_goes_to_standard_output_is_not_told(command: tuple[str, ...]) -> None:
    """With `-` for the file nothing is written but the result."""
    ran = dilemma(*command)
    assert ran.out
    assert "Wrote" not in ran.err


def test_without_a_command_the_help_is_shown() -> None:
    """`dilemma` alone shows the help, with exit 2."""
    ran = dilemma()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == dilemma("--help").out
