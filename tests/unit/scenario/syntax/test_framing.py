"""What stands around a file copied out of a conversation: it is told, and the file itself is still read."""

from __future__ import annotations

import pytest

from tests.unit.scenario.small import SMALL, findings

WRONG = SMALL.replace("verdict: permitted", "verdict: perhaps")
LENGTH = SMALL.count("\n")

FENCE = "the file is on lines {} to {}: leave out the Markdown fence around it"
AROUND = "the file is on lines {} to {}: leave out what stands around it"
BEFORE = "the file begins on line {}: leave out what stands before it"

FRAMED = {
    # name: (before, after, line of the finding, message)
    "a fence": ("```yaml\n", "```\n", 1, FENCE.format(2, 1 + LENGTH)),
    "a fence below a comment": ("\n# hi\n~~~\n", "~~~\nAnd so on: yes.\n", 3, FENCE.format(4, 3 + LENGTH)),
    "a fence that is not closed": ("```\n", "", 1, BEFORE.format(2)),
    "prose": ("Sure! Here it is.\n\n", "", 1, BEFORE.format(3)),
    "prose that ends in a colon": ("Here is the scenario:\n", "", 1, BEFORE.format(2)),
    "a bold heading": ("**The dam**\n\n", "", 1, BEFORE.format(3)),
    "prose and a fence": (
        "Here it is:\n\n```yaml\n",
        "```\n\nDoes it help?\n",
        1,
        AROUND.format(4, 3 + LENGTH),
    ),
}


@pytest.mark.parametrize("name", FRAMED)
def test_what_stands_around_a_file_is_told_with_the_errors_in_it(name: str) -> None:
    """A fence or prose is one finding, and every error of the file is told at its own place."""
    before, after, line, message = FRAMED[name]
    around, own = findings(before + WRONG + after)
    assert (around.line, around.column, around.message) == (line, 1, message)
    (alone,) = findings(WRONG)
    assert own == alone._replace(line=alone.line + before.count("\n"))


@pytest.mark.parametrize("text", ["as of: 2023-07-07\n" + SMALL, "Note: a draft\n" + SMALL])
def test_a_misspelt_key_is_not_taken_for_prose(text: str) -> None:
    """A first line with a key and its value is YAML, though no file has the key."""
    assert findings(text)[0].code == "unknown-key"
