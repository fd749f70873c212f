"""The README does what it says: its commands run, its outputs are what they print, its snippets work."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from dilemma.api import load
from dilemma.frameworks.description import claim
from dilemma.frameworks.registry import every_framework
from dilemma.lints import EVERY_LINT, explanation
from dilemma.scenario import shipped
from tests.cli.running import HANGS, ROOT, Ran, dilemma

README = (ROOT / "README.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"<!-- output: dilemma (.+?) -->\n```text\n(.*?)\n```", README, re.DOTALL)
COMMANDS = [
    line.partition(" #")[0].partition(" > ")[0].strip().removeprefix(".venv/bin/dilemma ")
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith(".venv/bin/dilemma ")
]


TOLD = [
    (re.findall(r"\*\*(.+?)\*\*", told, re.DOTALL), re.findall(r"`dilemma (.+?)`", told, re.DOTALL))
    for told in re.split(
        r"^- ", README.partition("### What it told us\n")[2].partition("\n###")[0], flags=re.M
    )[1:]
]
"""What the README says the program told us: its figures, and the command that prints them."""


@cache
def shown_run(words: str) -> Ran:
    """Return how a command ends at 80 columns; the README shows some of them more than once."""
    return dilemma(*shlex.split(words), COLUMNS="80")


def snippets(language: str) -> list[str]:
    """Return the README's fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("words", "shown"), OUTPUTS, ids=lambda text: text.splitlines()[0])
def test_outputs_are_what_is_printed(words: str, shown: str) -> None:
    """What the README shows of a command is how its output at 80 columns begins."""
    ran = shown_run(words)
    assert ran.code == 0
    assert ran.out.startswith(shown)


@pytest.mark.parametrize(("figures", "commands"), TOLD, ids=lambda words: words[-1][:40])
def test_it_told_us_so(figures: list[str], commands: list[str]) -> None:
    """Every figure under "What it told us" is printed by the command named beside it."""
    (command,) = commands
    printed = " ".join(shown_run(command).out.split())
    assert figures
    assert [figure for figure in figures if not stands_in(" ".join(figure.split()), printed)] == []


@pytest.mark.parametrize("printed", ["2013", "13.5", "-13", "0.13", "13,000", "113", "13th"])
def test_part_of_a_figure_is_not_the_figure(printed: str) -> None:
    """A figure that the README states is found whole, not as some digits of another."""
    assert not stands_in("13", f"it is {printed} here")
    assert stands_in("13", f"{printed}; (13).")


def stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text with no sign, digit or letter beside them that would make them others."""
    return re.search(rf"(?<![\w.,+-]){re.escape(words)}(?![.,]?\w)", text) is not None


def test_every_link_inside_leads_somewhere() -> None:
    """Each link to a heading of the README names a heading that it has."""
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    places = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(#(.+?)\)", README)
    assert links
    assert [link for link in links if link not in places] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(command: str, tmp_path: Path) -> None:
    """Every command the README shows ends with 0, apart from what it is piped into."""
    (tmp_path / "footbridge.yaml").write_text(snippets("yaml")[0], encoding="utf-8")
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    ran = dilemma(*shlex.split(command.partition(" | ")[0]), cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")


def test_the_python_snippet_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The library does what the README's lines of Python say."""
    (snippet,) = snippets("python")
    exec(compile(snippet, "README.md", "exec"), {})
    assert "Utilitarian" in capsys.readouterr().out


def test_every_theory_is_listed() -> None:
    """The table of theories holds each with its claim, in the catalogue's order."""
    table = README.partition("| `-f` | what it holds |\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", table, re.MULTILINE)
    assert rows == [(theory.about.id, claim(theory)) for theory in every_framework()]


def test_the_mistake_shown_is_told_as_shown(tmp_path: Path) -> None:
    """The three mistakes that the README shows are told in these words, at these places."""
    broken = (
        snippets("yaml")[0]
        .replace("count: 5}", "conut: 5}")
        .replace("party: man, value: -1}", "party: man, value: NO}")
        .replace("      man-dies: {chance", "      man-dise: {chance")
    )
    (tmp_path / "footbridge.yaml").write_text(broken, encoding="utf-8")
    ran = dilemma("weigh", "footbridge.yaml", cwd=tmp_path)
    assert ran.code == 1
    assert f"```text\n{ran.err}```" in README


def test_the_check_shown_is_told_as_shown(tmp_path: Path) -> None:
    """The README's own small file is asked these questions, in these words."""
    (tmp_path / "footbridge.yaml").write_text(snippets("yaml")[0], encoding="utf-8")
    ran = dilemma("check", "footbridge.yaml", cwd=tmp_path, COLUMNS="80")
    assert (ran.code, ran.err) == (0, "")
    assert f"<!-- check: footbridge -->\n```text\n{ran.out}```" in README


def test_the_path_of_an_analyst_works_as_typed(tmp_path: Path) -> None:
    """New, edit, three mistakes mended, weigh, cruxes, compare: each step does what the README says."""
    command = tmp_path / ".venv" / "bin" / "dilemma"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dilemma "$@"\n')
    command.chmod(0o755)
    new, mistakes, mended = snippets("bash")
    told = README.partition("<!-- path: check -->\n```text\n")[2].partition("```")[0]
    assert typed(new, tmp_path).code == 0
    assert typed(mistakes, tmp_path) == (1, told, "")
    compared = typed(mended, tmp_path)
    assert (compared.code, compared.err) == (0, "")
    order = ("Valid: nothing to ask", "What comes of it", "What would have to be true", "The perspectives")
    found = [compared.out.index(words) for words in order]
    assert found == sorted(found)


def typed(lines: str, folder: Path) -> Ran:
    """Return how lines end that are typed into a shell in a folder; the first that fails ends them."""
    done = subprocess.run(
        ["bash", "-ec", lines],
        capture_output=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "80"},
        timeout=HANGS,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def test_the_library_is_listed_by_domain() -> None:
    """The table of the library holds every file of it under the domain that the file states."""
    table = README.partition("| domain | dilemmas |\n|---|---|\n")[2].partition("\n\n")[0]
    listed = {
        domain: re.findall(r"`([a-z-]+)`", names)
        for domain, names in re.findall(r"\| (.+) \| (.+) \|", table)
    }
    there: dict[str, list[str]] = {}
    for name in shipped():
        if name.startswith("library/"):
            document = load(name)
            there.setdefault(str(document.scenario.domain), []).append(document.id)
    assert listed == there
    assert list(listed) == sorted(listed)


def test_every_code_of_check_is_listed() -> None:
    """The table of codes holds each with what it finds, in the order in which they are asked."""
    table = README.partition("| code | what it finds |\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", table, re.MULTILINE)
    assert rows == [(lint.code, explanation(lint).claim) for lint in EVERY_LINT]


def test_nothing_is_left_to_be_filled_in() -> None:
    """No line of the README is a word that stands for a section still to be written."""
    assert re.findall(r"^[A-Z]{3,}$|TODO|TBD|FIXME", README, re.MULTILINE) == []
