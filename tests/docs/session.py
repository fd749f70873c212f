"""A page followed step by step, as a reader would: in an empty folder, files written, commands run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import NamedTuple

from tests.docs.pages import Block, blocks
from tests.unit.cli.running import HANGS, ROOT

__all__ = ["Step", "followed", "printed"]


BLANK = "a blank line"


class Step(NamedTuple):
    """A block that was followed: what it should hold, as it is now, and what went wrong."""

    block: Block
    text: str
    trouble: str = ""


def followed(page: str) -> Iterator[Step]:
    """Yield every block of a page that does something, each done in order."""
    with tempfile.TemporaryDirectory() as name:
        session = Session(Path(name))
        for block in blocks(page):
            if block.kind in ACTIONS and is_there(block.options.get("needs")):
                text, trouble = ACTIONS[block.kind](session, block)
                yield Step(block, text, trouble)


def is_there(name: str | None) -> bool:
    """Whether a program or a package that a block needs is installed."""
    return name is None or which(name) is not None or find_spec(name) is not None


class Session:
    """A folder in which lines are typed; a line typed twice is run once, as long as no file was changed."""

    def __init__(self, folder: Path) -> None:
        """Put the command where the README has it, and the scenarios beside it, as in a clone."""
        self.folder = folder
        self.typed: dict[str, tuple[int, str]] = {}
        self.programs = folder / ".venv" / "bin"
        self.programs.mkdir(parents=True)
        for name, words in (("python", ""), ("dilemma", "-m dilemma ")):
            (self.programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}"$@"\n')
            (self.programs / name).chmod(0o755)
        for name in ("scenarios", "docs"):
            (folder / name).symlink_to(ROOT / name)

    def type(self, line: str) -> tuple[int, str]:
        """Return how a line ends that is typed into a shell, and all it prints, at 80 columns."""
        line = line.partition("  #")[0].strip()
        if line not in self.typed:
            self.typed[line] = self.run(line)
        return self.typed[line]

    def run(self, line: str) -> tuple[int, str]:
        """Run a line."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", line],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=self.folder,
            env={
                "PATH": f"{self.programs}:{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
                "PYTHONUTF8": "1",
                "COLUMNS": "80",
            },
            timeout=HANGS,
        )
        return done.returncode, done.stdout.decode("utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file; what was typed before may now print something else."""
        (self.folder / name).write_text(text, encoding="utf-8")
        self.typed.clear()

    def read(self, name: str) -> str:
        """Return the text of a file."""
        return (self.folder / name).read_text(encoding="utf-8")


def run(session: Session, block: Block) -> tuple[str, str]:
    """Run the lines of a block; the first that does not end as it should ends them."""
    for line in block.text.splitlines():
        trouble = ending(block, *session.type(line))
        if trouble:
            return block.text, f"{line}\n{trouble}"
    return block.text, ""


def output(session: Session, block: Block) -> tuple[str, str]:
    """Run the command a block shows the output of; return that output, or the part that is shown."""
    code, out = session.type(block.argument)
    try:
        return printed(out, block.options.get("from"), block.options.get("until")), ending(block, code, out)
    except LookupError as error:
        return block.text, str(error)


def ending(block: Block, code: int, out: str) -> str:
    """Return what is wrong with how a block's command ended; nothing where it ended as it should."""
    due = int(block.options.get("exit", "0"))
    return "" if code == due else f"ended with {code}, not {due}:\n{out}"


def printed(out: str, first: str | None, last: str | None) -> str:
    """Return the part of an output from a line that holds `first` up to the next that holds `last`."""
    lines = out.rstrip().split("\n")
    start = place(lines, first, 0) if first else 0
    end = len(lines) if last is None else place(lines, last, start + 1)
    return "\n".join(line.rstrip() for line in lines[start:end]).strip("\n") + "\n"


def place(lines: list[str], words: str, start: int) -> int:
    """Return the first line that holds words, after a start; LookupError where none does."""
    for number, line in enumerate(lines[start:], start):
        if words in line or (words == BLANK and not line):
            return number
    raise LookupError(f"no line of the output holds '{words}'")


def write(session: Session, block: Block) -> tuple[str, str]:
    """Write a block to its file."""
    session.write(block.argument, block.text)
    return block.text, ""


def append(session: Session, block: Block) -> tuple[str, str]:
    """Write a block at the end of its file."""
    session.write(block.argument, f"{session.read(block.argument)}\n{block.text}")
    return block.text, ""


def edit(session: Session, block: Block) -> tuple[str, str]:
    """Replace lines of a file by others."""
    old, new = (side(block.text, sign) for sign in "-+")
    text = session.read(block.argument)
    session.write(block.argument, text.replace(old, new))
    return block.text, "" if text.count(
        old
    ) == 1 else f"{block.argument} does not hold these lines once:\n{old}"


def side(diff: str, sign: str) -> str:
    """Return one side of a diff: its own lines, and those of both."""
    return "".join(line[1:] + "\n" for line in diff.splitlines() if line[:1] in (sign, " "))


ACTIONS: Mapping[str, Callable[[Session, Block], tuple[str, str]]] = {
    "run": run,
    "output": output,
    "file": write,
    "append": append,
    "edit": edit,
}
