"""Templates that reports and the page use for every theory.

Templates of tests, grounds and terms are in `dilemma/frameworks/wording.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dilemma.frameworks.framework import Family

__all__ = [
    "FAILED",
    "FAMILIES",
    "IMPOSSIBLE",
    "LEAD",
    "NOT_TAKEN",
    "PASSES",
    "REST",
    "SUPPORT",
    "VERDICTS",
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
    "silent-tiers": "silent: permits every option",
    "silent": "silent: finds every option as good",
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

LEAD: Final = (
    "What it puts first is ahead of the next by {lead} of the way from its lowest figure to its highest."
)

IMPOSSIBLE: Final = (
    "{where} would come to {amount} here, which cannot be. The nearest that can be is counted instead; "
    "the command line would refuse."
)
"""Template of the page for a product that its dials push out of bounds."""

NOT_TAKEN: Final = "Left out of the link, since this page cannot take it: {word}."

REST: Final = "the other {count} come to {amount}"
"""Template for the terms of a sum that are not listed one by one."""
