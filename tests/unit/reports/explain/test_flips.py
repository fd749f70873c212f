"""Flips as clauses."""

from __future__ import annotations

import pytest

from dilemma import load
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.explain.flips import clauses
from dilemma.reports.words.names import Names
from dilemma.robustness.counterfactuals import Flip
from dilemma.robustness.explanation import Explanation, explain
from dilemma.scenario import view


@pytest.fixture(scope="module")
def explanation() -> Explanation:
    """Return an explanation, to which tests add flips."""
    document = load("canonical/footbridge")
    return next(iter(explain(view(document), frameworks_named(["double-effect"]), "push")))


def number(kind: str, address: str, value: float, best: float) -> Flip:
    """Return a number's turning point."""
    return Flip(kind, address, value, value > best, best, now=True, choice=())


@pytest.mark.parametrize(
    ("flip", "told"),
    [
        (
            number("party-weight", "parties.man.weight", 0.0, 1.0),
            "what befalls The man on the bridge did not count at all (the file says 1)",
        ),
        (
            number("party-weight", "parties.man.weight", 4.6, 1.0),
            "what befalls The man on the bridge counted more than 4.6 times (the file says 1.0)",
        ),
        (
            number("exchange", "exchange", 0.05, 1.0),
            "a duty of weight 1 were worth less than 0.05 of the unit (the file says 1.00)",
        ),
        (
            number("setting", "frameworks.double-effect.ratio", 0.7, 1.0),
            "the good needed per unit of bad were less than 0.7 (here 1.0)",
        ),
        (
            number("chance", "options.push.consequences.man-dies.chance", 0.0, 1.0),
            "it were impossible, under Push the man, that “The man is killed” happens (the file says 100 %)",
        ),
        (
            Flip("consented", "options.push.consequences.man-dies.consented", True, None, None, True, ()),
            "those who bear “The man is killed” had agreed to it",
        ),
    ],
)
def test_a_flip_is_told_in_words(explanation: Explanation, flip: Flip, told: str) -> None:
    """A turning point is worded with its direction and the file's own figure."""
    names = Names(explanation.weighing.view.scenario)
    assert clauses(explanation._replace(flips=(flip,)), names) == [told]


def test_a_setting_that_answers_a_question_is_told_as_a_setting(explanation: Explanation) -> None:
    """A meaning that begins with “how far” is worded as “the setting for how far”."""
    (realist,) = frameworks_named(["realist"])
    names = Names(explanation.weighing.view.scenario)
    flip = number("setting", "frameworks.realist.others", 0.1, 0.01)
    told = "the setting for how far those the agent does not answer for count were more than 0.10 (here 0.01)"
    assert clauses(explanation._replace(framework=realist, flips=(flip,)), names) == [told]
