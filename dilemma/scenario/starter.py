"""A new file to start from: the commented starter, or a copy of a scenario there is."""

from __future__ import annotations

from pathlib import Path

from dilemma.scenario.files import load_document
from dilemma.scenario.structure import Theories

__all__ = ["copy_of", "starter"]

STARTER = Path(__file__).with_name("starter.yaml")

MODELINE = "# yaml-language-server:"

COPIED = """\
{modeline}
# For an editor that completes and checks as you type: dilemma schema scenario > scenario.schema.json
# A copy of `{name}`: give it a title and a question of your own.
"""


def starter() -> str:
    """Return the text of a commented file that is valid as it stands."""
    return STARTER.read_text(encoding="utf-8")


def copy_of(name: str, theories: Theories | None = None) -> str:
    """Return the text of the one scenario a name stands for, to be saved elsewhere; raise as `load_document`.

    Its first line leads from where it stood to its schema: the copy's leads to one beside the copy.
    """
    document = load_document(name, theories)
    own, _, rest = document.text.partition("\n")
    body = rest if own.startswith(MODELINE) else document.text
    modeline = starter().partition("\n")[0]
    return COPIED.format(modeline=modeline, name=name) + body
