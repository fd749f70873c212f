"""The reasons for a score that is a sum include all of its terms."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest
from hypothesis import given

from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Reason
from tests.support.judging import and_of_shipped, judged
from tests.support.strategies import Data, scenarios

SUMMING = {framework.about.id for framework in CATALOGUE if framework.about.sums}


@and_of_shipped()
@given(scenarios())
def test_terms_add_up_to_the_score(data: Data) -> None:
    """An option's terms sum to its score, up to rounding in proportion to their sizes."""
    verdicts = judged(data)
    for id in SUMMING:
        for answer in verdicts[id].answers:
            terms = [reason.amount for reason in answer.reasons if reason.kind == "term"]
            amounts = [amount for amount in terms if isinstance(amount, float)]
            slack = 1e-9 * (1 + sum(map(abs, amounts)))
            assert sum(amounts) == pytest.approx(answer.score, abs=slack), (id, answer.option)


@and_of_shipped()
@given(scenarios())
def test_every_reason_is_of_a_known_kind(data: Data) -> None:
    """A reason is a term of a sum, a test, or a ground: reports have words for no other kind."""
    kinds = get_args(get_type_hints(Reason)["kind"])
    for verdict in judged(data).values():
        found = {reason.kind for answer in verdict.answers for reason in answer.reasons}
        assert found <= set(kinds), verdict.about.id
