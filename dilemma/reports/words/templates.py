"""What reports say of every theory alike, as templates; the page fills the same ones.

Those of tests, grounds and terms, with their slots, are in `dilemma/frameworks/wording.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = [
    "FAILED",
    "IMPOSSIBLE",
    "LEAD",
    "NOT_TAKEN",
    "PASSES",
    "REST",
    "SUPPORT",
    "VERDICTS",
]

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
"""What a theory says of all options, in a few words."""

SUPPORT: Final[Mapping[str, str]] = {
    "favoured": "favoured by {theories}",
    "permitted": "permitted by {theories}",
    "forbidden": "forbidden by {theories}",
    "none": "favoured, permitted and forbidden by none",
    "quiet": "No preference here",
}
"""How an option stands with theories; and the label of those that say nothing to choose by."""

LEAD: Final = (
    "What it puts first is ahead of the next by {lead} of the way from its lowest figure to its highest."
)

IMPOSSIBLE: Final = (
    "{where} would come to {amount} here, which cannot be. The nearest that can be is counted instead; "
    "the command line would refuse."
)
"""What the page says of a product that its dials push past what may stand there."""

NOT_TAKEN: Final = "Left out of the link, since this page cannot take it: {word}."

REST: Final = "the other {count} come to {amount}"
"""The terms of a sum that are not told one by one."""
