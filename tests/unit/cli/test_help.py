"""The help: commands in groups, nothing cut, no types of Python, examples that run."""

from __future__ import annotations

import re
import shlex

import pytest
import typer
from typer.main import get_command

from dilemma.cli.app import app
from dilemma.cli.help import COMMANDS, EXAMPLES, NAMES
from tests.unit.cli.running import dilemma, dilemma_anew

PAGES = ((), *((name,) for name in NAMES))


def lines(*words: str, width: int = 120) -> list[str]:
    """Return the lines of a help text at a width, which typer's runner would hold at 80."""
    group = get_command(app)
    context = typer.Context(group, info_name="dilemma", terminal_width=width, **group.context_settings)
    if words:
        command = group.get_command(context, words[0])
        context = typer.Context(command, parent=context, info_name=words[0])
    return context.get_help().splitlines()


def test_commands_stand_in_groups() -> None:
    """Every command stands once, under the name of its group, with the whole first sentence of its help."""
    told = lines()
    places = [told.index(f"{group}:") for group in COMMANDS]
    assert places == sorted(places)
    for place, names in zip(places, COMMANDS.values(), strict=True):
        rows = told[place + 1 : place + 1 + len(names)]
        assert [row.split()[0] for row in rows] == list(names)
        for row, name in zip(rows, names, strict=True):
            assert row.split(maxsplit=1)[1] == lines(name)[2].strip()


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
@pytest.mark.parametrize("width", [50, 80, 120, 200])
def test_nothing_is_cut_and_no_type_is_named(words: tuple[str, ...], width: int) -> None:
    """At any width no line is longer than the terminal, none is cut, and words stand for types."""
    told = lines(*words, width=width)
    examples = told.index("Examples:")
    assert [line for line in told[:examples] if len(line) > width and " " in line.strip()] == []
    text = "\n".join(told[:examples])
    assert "..." not in text.replace("SCENARIO...", "").replace("[VIEWS]...", "").replace(
        "[ARGS]...", ""
    ).replace("[SCENARIO]...", "")
    assert not re.search(r"…|<|>|\{|\}|\blist\[|\bTEXT\b|\bstr\b|\bINTEGER\b", text)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_the_whole_width_is_used(words: tuple[str, ...]) -> None:
    """On a wide terminal every meaning stands on one line, beside what it explains."""
    told = lines(*words, width=300)
    options = told[told.index("Options:") + 1 : told.index("Examples:") - 1]
    assert all(re.match(r"  -\S.*\S  +\S", line) for line in options), options


def test_the_width_is_that_of_the_terminal() -> None:
    """The help is as wide as the terminal, which is wider than 80 columns."""
    for words in PAGES[:2]:
        told = dilemma_anew(*words, "--help", COLUMNS="302").out.splitlines()
        assert told[2:] == lines(*words, width=300)[2:]


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_the_help_ends_with_examples(words: tuple[str, ...]) -> None:
    """The last thing in a help text is what one may type: commands that there are."""
    told = lines(*words)
    examples = told[told.index("Examples:") + 1 :]
    assert examples
    for line in examples:
        command = re.split(r"\s{3,}| \| dilemma", line.strip())[0].removesuffix(" |")
        program, name, *_ = shlex.split(command)
        assert program == "dilemma"
        assert name in NAMES
        assert not words or name in (words[0], "weigh")


@pytest.mark.parametrize("line", EXAMPLES.splitlines())
def test_the_main_examples_run(line: str, tmp_path) -> None:
    """What the main help shows can be typed as it stands."""
    words = shlex.split(line.partition("  ")[0])
    assert dilemma(*words[1:], cwd=tmp_path).code == 0
