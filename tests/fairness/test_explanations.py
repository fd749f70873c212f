"""What a lint says of itself is whole: the docstring is the page, the report and the table."""

from __future__ import annotations

import pytest

from dilemma.fairness import EVERY_LINT, Lint, explanation
from dilemma.report.questions import WORDS
from dilemma.scenario.events import tree_of


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


def test_every_code_is_worded() -> None:
    """No lint without a sentence for the screen, no sentence without a lint."""
    assert set(WORDS) == {lint.code for lint in EVERY_LINT}


def test_a_lint_that_says_too_little_is_refused() -> None:
    """A docstring without its parts cannot be a lint's."""

    def find(file):
        """Something is wrong."""

    with pytest.raises(ValueError, match="Why, Mend, Bad and Good"):
        explanation(Lint("half", "note", find))
