"""Shell completion, tried in the shells themselves: a line is typed with tabs, and what it does is read."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dilemma.cli.completion import complete_frameworks, complete_scenarios
from dilemma.frameworks.registry import every_framework
from dilemma.scenario import shipped
from tests.unit.cli.running import HANGS, ROOT, dilemma

SHELLS = {
    "bash": ("bash --norc --noprofile -i", 'eval "$(dilemma --show-completion)"'),
    "zsh": ("zsh -f -i", 'autoload -U compinit; compinit -u -D; eval "$(dilemma --show-completion)"'),
}
"""How each shell is started without anybody's settings, and how it is told to complete."""


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[int, str]]:
    """Return a terminal in which a shell runs in an empty folder, and what has the shell complete."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed: its completion is untested")
    command = tmp_path / "bin" / "dilemma"
    command.parent.mkdir()
    command.write_text(f"#!{sys.executable}\nfrom dilemma.__main__ import main\nmain()\n", encoding="utf-8")
    command.chmod(0o755)
    words, told = SHELLS[request.param]
    environment = {"PATH": f"{command.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    line = f"cd {tmp_path} && exec env -i {' '.join(f'{k}={v}' for k, v in environment.items())} {words}"
    process, terminal = pty.fork()
    if process == 0:
        os.execv("/bin/sh", ["sh", "-c", line])
    yield terminal, told
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)


def typed(terminal: int, line: str, until: Path) -> str:
    """Type a line and return what the terminal shows until a file is there."""
    os.write(terminal, f"{line}\r".encode())
    shown, end = b"", time.monotonic() + HANGS
    while not until.exists() and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            shown += os.read(terminal, 4096)
    return shown.decode(errors="replace")


def test_a_line_typed_with_tabs_is_the_command_meant(shell: tuple[int, str], tmp_path: Path) -> None:
    """Commands, shipped scenarios, flags and frameworks are completed, the last of a comma list too."""
    terminal, told = shell
    typed(terminal, f"{told}; touch ready", until=tmp_path / "ready")
    line = "dilemma wei\tclust\t--js\t-f util\t> whole; dilemma frameworks double-e\t> page; touch done"
    shown = typed(terminal, line, until=tmp_path / "done")
    expected = dilemma("weigh", "cluster", "--json", "-f", "utilitarian").out
    assert (tmp_path / "whole").read_text("utf-8") == expected, shown
    assert (tmp_path / "page").read_text("utf-8") == dilemma("frameworks", "double-effect").out, shown


@pytest.mark.parametrize(
    ("begun", "offered"),
    [
        ("clus", ["cluster"]),
        ("canonical/footb", ["canonical/footbridge"]),
        ("library/tri", ["library/triage"]),
        ("tri", ["triage"]),
        ("./clus", []),
        ("nothing-of-the-kind", []),
    ],
)
def test_scenarios_are_offered_by_the_names_that_find_them(begun: str, offered: list[str]) -> None:
    """A short name, or one with its shelf; where none fits the shell goes on to offer files."""
    assert offered == complete_scenarios(begun)


def test_every_name_is_offered_where_nothing_is_begun() -> None:
    """All that ships, and all theories, in their order."""
    assert len(shipped()) == len(complete_scenarios(""))
    assert [theory.about.id for theory in every_framework()] == complete_frameworks("")


def test_a_list_of_frameworks_is_gone_on_with() -> None:
    """After a comma the next is offered, what stands before it kept."""
    assert complete_frameworks("kantian,ross") == ["kantian,rossian"]
