"""The lints: what `dilemma check` asks of a valid file, so that its bias shows.

A lint is a function that takes a `Dossier` and yields questions. Its docstring is the text of `--explain`:
what it finds, why it matters, how to mend it, an example of each kind. To add one: write it beside its kin,
add its line below, and give it files in `tests/unit/lints/`. `python -m tests.scaffold lint CODE` begins it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.lints.catalogue.alternatives import decoy, near_identical, wins_nowhere
from dilemma.lints.catalogue.answers import idle_answer, unknown_answer
from dilemma.lints.catalogue.baseline import baseline_without_consequences, empty_baseline
from dilemma.lints.catalogue.double_counting import duplicate_factor, overlap_counted
from dilemma.lints.catalogue.duties import broken_by_all, exchange_not_stated, restated_duty
from dilemma.lints.catalogue.harms import default_agency, one_sided_harms
from dilemma.lints.catalogue.options import no_benefit, no_cost, uneven_options
from dilemma.lints.catalogue.parties import mixed_party
from dilemma.lints.catalogue.precision import false_precision, mostly_judgements, skewed_range
from dilemma.lints.catalogue.roles import role_question
from dilemma.lints.catalogue.rules import one_signed_rule
from dilemma.lints.catalogue.sources import hindsight, no_reason, unused_source
from dilemma.lints.catalogue.tails import remote_chance, tail_counted
from dilemma.lints.lint import Explanation, Lint, Question, explanation
from dilemma.lints.run import Raised, raised
from dilemma.scenario.document import Document

__all__ = [
    "ANSWERS",
    "ASKING",
    "EVERY_LINT",
    "LINTS",
    "Explanation",
    "Lint",
    "Question",
    "Raised",
    "check",
    "explanation",
]

LINTS: tuple[Lint, ...] = (
    # are the options asked the same, and are they rivals?
    uneven_options,
    no_cost,
    no_benefit,
    empty_baseline,
    baseline_without_consequences,
    wins_nowhere,
    decoy,
    near_identical,
    # does each one's loss show, and whose doing it is?
    mixed_party,
    default_agency,
    one_sided_harms,
    one_signed_rule,
    # do duties say something of their own, and is the rate of exchange declared?
    restated_duty,
    exchange_not_stated,
    broken_by_all,
    # is anything counted twice, or does a guess carry the sum?
    overlap_counted,
    duplicate_factor,
    remote_chance,
    tail_counted,
    # can a reader tell what the numbers rest on?
    no_reason,
    unused_source,
    hindsight,
    false_precision,
    skewed_range,
    mostly_judgements,
)

ANSWERS: tuple[Lint, ...] = (
    unknown_answer,
    idle_answer,
)
"""Asked of a file's answers, once it is known what they could answer."""

ASKING: tuple[Lint, ...] = (role_question,)
"""Asked only on request: questions no program can answer."""

EVERY_LINT = (*LINTS, *ANSWERS, *ASKING)


def check(document: Document, lints: Sequence[Lint] = LINTS) -> tuple[Raised, ...]:
    """Return every question the lints raise about a valid file, in the order of the file."""
    return raised(document, lints, ANSWERS, frozenset(lint.code for lint in EVERY_LINT))
