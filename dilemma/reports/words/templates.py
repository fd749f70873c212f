"""Templates that reports and the page use for every theory.

Templates of tests, grounds and terms are in `dilemma/frameworks/wording.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dilemma.frameworks.framework import Family

__all__ = [
    "ANSWER",
    "FAILED",
    "FAMILIES",
    "IMPOSSIBLE",
    "NOT_TAKEN",
    "PASSES",
    "SUPPORT",
    "VERDICTS",
    "WHY",
]

FAMILIES: Final[Mapping[Family, str]] = {
    Family.CONSEQUENTIALIST: "What comes of it",
    Family.DEONTOLOGICAL: "What is owed",
    Family.CONTRACTUALIST: "What could be justified to each",
    Family.CARE: "Who depends on us",
    Family.VIRTUE: "What it expresses",
}
"""The name of each family of theories: the question that its theories ask."""

PASSES: Final = "passes the test “{test}”"
FAILED: Final = "fails the test “{test}”"

VERDICTS: Final[Mapping[str, str]] = {
    "absent": "does not apply: {missing}",
    "silent-tiers": "judges all alike: permits every option",
    "silent": "judges all alike: holds all to be equally good",
    "none": "permits none",
    "tiers": "permits {options}",
    "one": "chooses {options}",
    "several": "holds {options} to be equally good",
}
"""Templates of a theory's verdict on all options."""

SUPPORT: Final[Mapping[str, str]] = {
    "favoured": "favoured by {theories}",
    "permitted": "permitted by {theories}",
    "forbidden": "forbidden by {theories}",
    "none": "favoured, permitted and forbidden by none",
    "quiet": "No preference here",
}
"""Templates of an option's supporters, and the label of theories without a preference."""

ANSWER: Final[Mapping[str, str]] = {
    "nothing": "No theory that applies sets one option apart from another",
    "divide": "The theories divide: {choices}",
    "first": "{count} choose {option}",
    "first-one": "1 chooses {option}",
    "other": "{count} {option}",
    "alone": "{theory} chooses {option}",
    "both": "Both theories that choose one option choose {option}",
    "all": "All {count} theories that choose one option choose {option}",
    "several-one": "{theory} leaves several standing",
    "several": "{count} leave several standing",
    "none-one": "{theories} forbids every option",
    "none": "{theories} forbid every option",
    "alike-one": "{theories} judges all alike",
    "alike": "{theories} judge all alike",
}
"""Templates of the parts of the answer in one sentence; options by their letters."""

WHY: Final[Mapping[str, str]] = {
    "over": "{first} over {second}",
    "scores": "scores {first} to {second}",
    "for": "For {option}",
    "against": "Against {option}",
    "gain": "{amount} in {where}",
    "more": "{amount} in {count} more",
}
"""Templates of why a theory chooses one option rather than the next, and forbids others."""

IMPOSSIBLE: Final = (
    "{where} would come to {amount} here, which cannot be. The nearest that can be is counted instead."
)
"""Template of the page for a product that its dials push out of bounds."""

NOT_TAKEN: Final = "Left out, since this page cannot take it: {word}."
