"""Where a score is a sum, its terms are shown, and they add up."""

from __future__ import annotations

import pytest

from dilemma.framework import Framework
from dilemma.frameworks import CATALOGUE
from dilemma.reading import case_of
from dilemma.weighing import judge
from tests.samples import EVERY_SCENARIO

SUMMING = [framework for framework in CATALOGUE if framework.about.sums]


@pytest.mark.parametrize("framework", SUMMING, ids=lambda framework: framework.about.id)
@pytest.mark.parametrize("name", EVERY_SCENARIO)
def test_terms_add_up_to_the_score(name: str, framework: Framework) -> None:
    """An option's terms sum to its score, up to the rounding of the terms' sizes."""
    verdict = judge(case_of(EVERY_SCENARIO[name].scenario), framework)
    for answer in verdict.answers:
        terms = [reason.amount for reason in answer.reasons if reason.kind == "term"]
        amounts = [amount for amount in terms if isinstance(amount, float)]
        assert sum(amounts) == pytest.approx(answer.score, abs=1e-9 * (1 + sum(map(abs, amounts))))
