"""What a lint says of itself is whole: the docstring is the page, the report and the table."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from dilemma.lints import EVERY_LINT, Lint, explanation
from dilemma.reports.check.error_codes import MISTAKES
from dilemma.scenario.syntax.reader import tree_of
from tests.unit.cli.running import ROOT

CODE_AT = {"Problem": 1, "refuse": 0, "stop": 0, "wrong": 0, "PydanticCustomError": 0}
"""Which argument of what reports an error is its code."""


@pytest.mark.parametrize("lint", EVERY_LINT, ids=lambda lint: lint.code)
def test_every_code_is_documented(lint: Lint) -> None:
    """A claim in one sentence, why it matters, the mend, and two examples that are YAML."""
    told = explanation(lint)
    assert told.claim.endswith((".", "?"))
    assert told.claim.count(".") <= 1
    assert len(told.why) > len(told.claim) / 2
    assert told.mend.endswith((".", "?"))
    assert told.bad != told.good
    for example in (told.bad, told.good):
        tree = tree_of(example)
        assert isinstance(tree.data, dict), example
        assert not tree.problems, example


def test_a_lint_that_says_too_little_is_refused() -> None:
    """A docstring without its parts cannot be a lint's."""

    def find(file):
        """Something is wrong."""

    with pytest.raises(ValueError, match="Why, Mend, Bad and Good"):
        explanation(Lint("half", "note", find, "is something wrong?"))


def codes_written() -> Iterator[str]:
    """Yield every code that the reader's own text gives to an error."""
    rooms = (ROOT / "dilemma" / "scenario", ROOT / "dilemma" / "reconciliation" / "input")
    for path in (path for room in rooms for path in room.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
                at = CODE_AT.get(str(name))
                if at is not None and len(node.args) > at and isinstance(node.args[at], ast.Constant):
                    yield node.args[at].value


def test_every_error_code_is_documented() -> None:
    """Codes of errors reach JSON and code hosts, so each has its sentence, and none stands for nothing."""
    assert set(MISTAKES) == set(codes_written())
    assert list(MISTAKES) == sorted(MISTAKES)
    assert not set(MISTAKES) & {lint.code for lint in EVERY_LINT}
