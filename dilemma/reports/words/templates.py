"""What theories find, as templates: the words of a reason, with slots for names and amounts.

Slots: `where` is what stands at a reason's address; `amount` and `against` its two sides; `more` and
`less` the two sides of a ground. A test's `amount` and `against` come with as many digits as tell them
apart, and it may name `rivals`, `worst` (the one by which it fails most), `breaches`, `holders` (whose
objection weighs most) and `one|several` (which of the two, by the number of rivals). `facts` is what holds
in the world that binds. The page fills the same templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = [
    "FAILED",
    "GAINING",
    "GROUNDS",
    "IMPOSSIBLE",
    "LEAD",
    "NOT_TAKEN",
    "PASSED",
    "PASSES",
    "REST",
    "SUPPORT",
    "TERM",
    "TERMS",
    "TESTS",
    "TEST_NAMES",
    "VERDICTS",
]

TEST_NAMES: Final = {  # in full, and short enough for a narrow table
    "absolute-duties": ("duty", "duty"),
    "humanity": ("humanity", "humanity"),
    "threshold": ("threshold", "thresh."),
    "act": ("act", "act"),
    "intention": ("intention", "aim"),
    "means": ("means", "means"),
    "proportion": ("proportion", "proport."),
    "least-harm": ("least harm", "least"),
    "distinction": ("distinction", "distinct."),
    "proportionality": ("proportionality", "proport."),
    "precautions": ("precautions", "precaut."),
    "rejectable": ("rejectable", "reject."),
    "too-dear": ("too little", "little"),  # what fails it does less than can be asked
    "undominated": ("dominated", "dominated"),
    "harms-done": ("harm done", "harm"),
    "claims": ("claims", "claims"),
    "base-act": ("base act", "base"),
}

PASSED: Final = {
    "absolute-duties": "violates no absolute duty",
    "humanity": "uses no one merely as a means",
    "act": "violates no absolute duty in itself",
    "intention": "aims at no harm and no wrong",
    "means": "uses no harm and no wrong as its means",
    "distinction": "makes no civilian the object of attack",
    "undominated": "no other option is at least as good for everyone and better for someone",
    "harms-done": "harms no one who has not agreed to it or become liable to it",
    "claims": "infringes no one's claim",
    "base-act": "does nothing base in itself",
}

PASSES: Final = "passes the test “{test}”"
FAILED: Final = "fails the test “{test}”"

GROUNDS: Final = {
    "violation": "{where} is an absolute duty, and this violates it",
    "harm-as-means": "{where} is the means to its aim",
    "harm-as-end": "{where} is its aim",
    "wrong-as-means": "violating {where} is the means to its aim",
    "wrong-as-end": "violating {where} is its aim",
    "harm-done": "does or risks harm that would not have happened anyway: {where}",
    "breach": "infringes {where}",
    "uses": "needs {where}, who have not agreed and could not",
    "infringed": "infringes {where} (degree {amount})",
    "claim": "infringes {where}, which is owed to someone as their claim",
    "dominates": "{where} is at least as good for everyone, and better for someone",
    "base": "{where} (degree {amount}) has no mean: it is base in itself",
    "tail": "{where}, a catastrophe of low chance, counts {amount} before all else",
    "worst-off": "{where} fare worst, at {amount}",
    "abandoned": "{where} are left furthest below what they could have had ({amount}, the tie counted)",
    "if-so": "if {where} holds",
    "if-not": "if {where} does not hold",
    "worst": "at worst {amount}{facts}",
    "regret": "would be regretted most{facts}: {where} would bring {amount} more",
    "gentler": "{where} does nearly as much good with less harm ({less}, not {more})",
    "objection": "{where} could object: each of them expects to be {amount} worse off",
    "rival": "fails beside {where}",
}

GAINING: Final[Mapping[str, str]] = {
    "just-war": "{where} gains nearly as much with less harm ({less}, not {more})",
}
"""For theories whose good is an aim of their own: what a gentler option does."""

TERMS: Final = {
    "consequence": "{where} counts {amount}",
    "practice": "as a general rule, {where} counts {amount}",
    "duty": "{where} counts {amount}",
    "harm": "{where} is harm done: {amount}",
    "claim": "infringing {where} counts {amount}",
    "nonmaleficence": "{where} is harm done, not merely allowed: {amount} more",
}

TERM: Final = "{where} counts {amount}"

TESTS: Final[Mapping[str, Mapping[str, str]]] = {
    "proportion": {
        "passed": "the good it adds ({amount}) is in proportion to the bad (which asks for {against})",
        "failed": "the good it adds ({amount}) is too little for the bad (which asks for {against})",
    },
    "proportionality": {
        "passed": "harm to civilians ({amount}) is within what its military advantage allows ({against})",
        "nought": "does no harm to civilians",
        "failed": "harm to civilians ({amount}) exceeds what its military advantage allows ({against})",
    },
    "least-harm": {
        "passed": "no other clean option does nearly as much good with less harm",
        "failed": "{rivals} {does|do} nearly as much good with less harm (down to {against}, not {amount})",
    },
    "precautions": {
        "passed": "no other option gains nearly as much with less harm to civilians",
        "failed": (
            "{rivals} {gains|gain} nearly as much with less harm to civilians "
            "(down to {against}, not {amount})"
        ),
    },
    "threshold": {
        "unopposed": "no other option breaches absolute duties less",
        "passed": "what it breaches further asks for {amount} more good, and it brings {against}",
        "failed": "infringing {breaches} asks for {amount} more good than {worst}; it brings {against}",
    },
    "rejectable": {
        "beside": "every option can be rejected; the strongest objection is least here",
        "passed": "against every other option, no one's objection to it is the stronger",
        "equal": (
            "{holders} can reject it for {worst}: each of them expects to be {amount} worse off, "
            "and they are more"
        ),
        "failed": (
            "{holders} can reject it in favour of {worst}: each of them expects to be {amount} worse off; "
            "no one the other way by more than {against}"
        ),
    },
    "too-dear": {
        "unopposed": "no option does more good",
        "passed": (
            "to do better would give others {amount}, at a cost to the agent's own that counts {against}"
        ),
        "failed": (
            "{rivals} would give others {amount} more, "
            "at a cost to the agent's own that counts only {against}"
        ),
    },
}
"""Tests whose sentence needs the two amounts, or the rival. Where no comparison arises: `unopposed`; passed
with nothing on the one side: `nought`; passed though it fails beside some rival: `beside`; failed with sides
that are Equal: `equal`.
"""

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
