"""The lints: questions that `dilemma check` raises about a valid file, to show its bias.

A lint is a function that takes a `Subject` and yields questions. Its docstring is the text of `--explain`:
what it finds, why it matters, how to mend it, an example of each kind. To add one: write it in a module of
`catalogue`, add it to a tuple below, and give it example files in `tests/unit/lints/`.
`python -m tests.scaffold lint CODE` writes the skeleton.
"""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.lints.catalogue.alternatives import decoy, menu_question, near_identical, wins_nowhere
from dilemma.lints.catalogue.answers import idle_answer, unknown_answer
from dilemma.lints.catalogue.baseline import baseline_without_consequences, empty_baseline, harming_baseline
from dilemma.lints.catalogue.double_counting import duplicate_factor, overlap_counted
from dilemma.lints.catalogue.duties import broken_by_all, restated_duty, told_twice
from dilemma.lints.catalogue.evidence import evidence_untold, source_question
from dilemma.lints.catalogue.harms import default_agency, one_sided_harms
from dilemma.lints.catalogue.options import (
    no_benefit,
    no_cost,
    uneven_options,
    unlisted_factor,
    unused_belief,
)
from dilemma.lints.catalogue.parties import (
    agent_public,
    civil_advantage,
    fate_name,
    mixed_party,
    owed_to_unsized,
    size_untold,
)
from dilemma.lints.catalogue.precision import (
    false_precision,
    kind_untold,
    mostly_judgements,
    price_as_fact,
    skewed_range,
)
from dilemma.lints.catalogue.roles import no_claim, role_question, threat_or_means
from dilemma.lints.catalogue.rules import one_signed_rule
from dilemma.lints.catalogue.scales import exchange_not_stated, worst_untold
from dilemma.lints.catalogue.sources import hindsight, no_reason, unused_source
from dilemma.lints.catalogue.tails import remote_chance, tail_counted
from dilemma.lints.lint import Explanation, Lint, Question, explanation
from dilemma.lints.run import RaisedQuestion, Watch, run_lints
from dilemma.scenario.document import Document

__all__ = [
    "ANSWERS",
    "ASKING",
    "EVERY_LINT",
    "LINTS",
    "Explanation",
    "Lint",
    "Question",
    "RaisedQuestion",
    "check",
    "explanation",
]

LINTS: tuple[Lint, ...] = (
    # are the options described alike, and are they real alternatives?
    uneven_options,
    unlisted_factor,
    unused_belief,
    no_cost,
    no_benefit,
    empty_baseline,
    baseline_without_consequences,
    harming_baseline,
    wins_nowhere,
    decoy,
    near_identical,
    # is each person's loss visible, and who causes it?
    mixed_party,
    size_untold,
    fate_name,
    agent_public,
    default_agency,
    threat_or_means,
    civil_advantage,
    one_sided_harms,
    one_signed_rule,
    # do duties add something to the consequences, to whom are they owed, and are the scales stated?
    restated_duty,
    no_claim,
    owed_to_unsized,
    told_twice,
    exchange_not_stated,
    worst_untold,
    broken_by_all,
    # is anything counted twice, or does a guess dominate the sum?
    overlap_counted,
    duplicate_factor,
    remote_chance,
    tail_counted,
    # can a reader see the evidence for the numbers?
    no_reason,
    evidence_untold,
    unused_source,
    hindsight,
    false_precision,
    skewed_range,
    mostly_judgements,
    kind_untold,
    price_as_fact,
)

ANSWERS: tuple[Lint, ...] = (
    unknown_answer,
    idle_answer,
)
"""Lints about the answers in a file; they run after the others, whose findings they need."""

ASKING: tuple[Lint, ...] = (role_question, source_question, menu_question)
"""Lints that run only on request (`--ask`): questions no program can answer."""

EVERY_LINT = (*LINTS, *ANSWERS, *ASKING)


def check(
    document: Document, lints: Sequence[Lint] = LINTS, watch: Watch = iter
) -> tuple[RaisedQuestion, ...]:
    """Return every question the lints raise about a valid file, in the order of the file."""
    return run_lints(document, lints, ANSWERS, frozenset(lint.code for lint in EVERY_LINT), watch)
