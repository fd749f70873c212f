"""What the pages show is what happens: their commands run, their outputs are what is printed."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, README, blocks, marked, page_name, replaced
from tests.docs.session import Step, followed, printed
from tests.support.programs import needs

KINDS = {"run", "output", "file", "append", "edit", "not run", "command"}
RENEW = "renew what is shown: python -m tests.docs.renew"


@pytest.mark.parametrize("path", PAGES, ids=page_name)
@needs("bash")
def test_pages_show_what_happens(path: Path) -> None:
    """Followed from top to bottom in an empty folder, a page's commands end well and print what it shows."""
    steps = list(followed(path.read_text("utf-8")))
    troubles = [f"line {step.block.line}: {told}" for step in steps if (told := trouble(step))]
    assert not troubles, "\n".join([*troubles, RENEW])


def trouble(step: Step) -> str:
    """Return how a step differs from what the page says."""
    shown, now = step.block.text.splitlines(), step.text.splitlines()
    return step.trouble or "\n".join(unified_diff(shown, now, "shown", "printed", lineterm="", n=0))


@pytest.mark.parametrize("path", PAGES, ids=page_name)
def test_every_block_says_what_it_is(path: Path) -> None:
    """A block of commands says whether it is run; a mark is one of those there are."""
    found = list(blocks(path.read_text("utf-8")))
    unmarked = [block.line for block in found if block.language in ("sh", "bash") and not block.kind]
    assert unmarked == []
    assert {block.kind for block in found if block.kind} <= KINDS


def test_ci_finds_the_two_commands() -> None:
    """`.ci/run` reads the README's two commands by these marks."""
    commands = {
        block.argument: block.text for block in blocks(README.read_text("utf-8")) if block.kind == "command"
    }
    assert list(commands) == ["weigh", "test"]
    assert all(text.strip() for text in commands.values())


def test_a_mark_is_read() -> None:
    """A mark has a kind, an argument, and options."""
    assert marked("output: dilemma weigh x; from: A b; until: C") == (
        "output",
        "dilemma weigh x",
        {"from": "A b", "until": "C"},
    )
    assert marked("run") == ("run", "", {})


def test_a_part_of_an_output_is_found() -> None:
    """A part begins with the line that holds its first words, and ends before the next with its last."""
    assert printed("a\nb 1\nc\n\nd\n", "b", "d") == "b 1\nc\n"
    with pytest.raises(LookupError):
        printed("a\n", "b", None)


def test_renewing_writes_between_the_fences_alone() -> None:
    """What is renewed is the text of a block; all around it stays."""
    page = "a\n<!-- output: x -->\n```text\nold\n```\nb\n```text\nkept\n```\n"
    first, _ = blocks(page)
    assert replaced(page, [(first, "new\n")]) == page.replace("old", "new")


@pytest.mark.parametrize("path", PAGES, ids=page_name)
def test_nothing_is_left_to_be_filled_in(path: Path) -> None:
    """No page holds a word that stands for what is still to be written."""
    assert [word for word in ("TODO", "TBD", "FIXME", "XXX") if word in path.read_text("utf-8")] == []
