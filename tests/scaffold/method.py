"""The skeleton of a method: its file, its line in the catalogue, and its test."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

__all__ = ["write"]

METHODS: Final = Path("dilemma/reconciliation/methods")
TESTS: Final = Path("tests/unit/reconciliation/methods")

METHOD: Final = '''"""{title}: TODO, one sentence on whose credence counts and how."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.quantity import choose
from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Opinion

__all__ = ["{constant}"]


def amounts(theories: Sequence[Opinion]) -> Amounts:
    """Return 1 for each option a theory chooses, 0 for the others; nothing from one that does not guide.

    TODO: write this with + - * / and the functions of `dilemma.quantity` alone, never with Python's `if`,
    `max` or comparison signs: the same lines are run on floats, on draws and on symbols of the page.
    """
    return [
        theory.if_it_guides([choose(chosen, 1.0, 0.0) for chosen in theory.chosen]) for theory in theories
    ]


{constant} = Additive(
    About(
        id="{id}",
        name="{title}",
        claim="TODO: one sentence that says what to do.",
        plainly="TODO: what a winner is, to one who has never heard of the method",
        formula="score(o) = TODO",
        scale="TODO: what a score is, or an empty text",
        sources=("TODO-2026",),
        objections=("TODO: the first known objection.", "TODO: the second."),
        worst_added="TODO: what an option more, worst by every theory, does to the choice among the others",
    ),
    amounts,
    exact=True,  # TODO: False if amounts are no whole numbers
)
'''

TEST: Final = '''"""{title}: small cases that can be reckoned by hand."""

from __future__ import annotations

import pytest

from tests.unit.reconciliation.small import ran, table

CASES = {{
    "most of the credence": (table("ab", (3, "ab"), (1, "ba")), "a"),
    "a tie stays a tie": (table("ab", (1, "ab"), (1, "ba")), "ab"),
    # TODO: a case in which the method differs from every other, and the example of its source
}}


@pytest.mark.parametrize("name", CASES)
def test_the_winners_are(name: str) -> None:
    """Each small case has the winners that can be reckoned by hand."""
    data, winners = CASES[name]
    assert ran(data, "{id}") == {{"{id}": tuple(winners)}}
'''

LEFT: Final = (
    "{method}: claim, formula, scale, sources, objections, worst_added and amounts",
    "  or another shape of method.py: `Pairwise` as in schulze.py, `Direct` as in maximin.py",
    "{methods}/bibliography.py: the works it cites, in alphabetical order of their keys",
    "{methods}/catalogue.py: its place in METHODS, which is the order in which methods are shown",
    "{test}: a case of the source, and one in which it differs from every other method",
    "python -m tests.snapshot: the names that are public now",
    "python -m pytest tests/unit/reconciliation tests/laws/readings/test_methods.py tests/docs",
)


def write(name: str, root: Path) -> list[str]:
    """Write a method's file and test, add it to the catalogue, and return what remains to be done.

    The name may be written `my-method` or `my_method`. Raises ValueError for one that is no name or is taken.
    """
    module = name.replace("-", "_")
    if not re.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)*", module):
        raise ValueError(f"{name}: should be words in small letters, such as my-method")
    method, test = METHODS / f"{module}.py", TESTS / f"test_{module}.py"
    if (root / method).exists():
        raise ValueError(f"{name}: {method} is there already")
    words = {
        "id": module.replace("_", "-"),
        "constant": module.upper(),
        "title": module.replace("_", " ").capitalize(),
    }
    (root / method).write_text(METHOD.format(**words), "utf-8")
    (root / test).parent.mkdir(parents=True, exist_ok=True)
    (root / test).write_text(TEST.format(**words), "utf-8")
    _list(root, module, words["constant"])
    return [line.format(method=method, methods=METHODS, test=test) for line in LEFT]


def _list(root: Path, module: str, constant: str) -> None:
    """Add a method to the end of the catalogue, its import in alphabetical order."""
    path = root / METHODS / "catalogue.py"
    lines = path.read_text("utf-8").splitlines()
    start = "from dilemma.reconciliation.methods."
    imports = [line for line in lines if line.startswith(start)]
    first = lines.index(imports[0])
    imports = sorted([*imports, f"{start}{module} import {constant}"], key=lambda line: line.split()[1])
    lines[first : first + len(imports) - 1] = imports
    end = lines.index(")", lines.index("METHODS: tuple[Method, ...] = ("))
    lines.insert(end, f"    {constant},")
    path.write_text("\n".join(lines) + "\n", "utf-8")
