"""Expected choiceworthiness of unscaled scores, for users who hold that all theories share one scale."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Opinion, scores_or_counts

__all__ = ["EXPECTED_RAW"]


def amounts(theories: Sequence[Opinion]) -> Amounts:
    """Return each theory's unscaled scores, or its Borda counts; 0 if it does not guide."""
    return [theory.if_it_guides(scores_or_counts(theory)) for theory in theories]


EXPECTED_RAW = Additive(
    About(
        id="expected-raw",
        name="Expected as scored",
        claim="Take what is best on average, if all theories measure on one scale.",
        plainly="on average over all theories, on the one scale they are said to share, it scores best",
        formula="score(o) = Σ credence × score by the theory",
        scale="the scale the theories are said to share",
        sources=("macaskill-ord-2020", "macaskill-bykvist-ord-2020"),
        objections=(
            "Fanaticism: a theory you hardly believe decides, if it says that enough is at stake.",
            "Whether theories share a scale is disputed; their numbers do not show it.",
            "It may be undefined where theories hold options infinitely bad (Cote 2023).",
        ),
        worst_added=(
            "changes nothing among the others: what parts them stays; for theories without scores, as in "
            "Borda"
        ),
        needs=("scores", "one-scale"),
    ),
    amounts,
    exact=False,
)
