"""Rules that every verdict obeys."""

from __future__ import annotations

from math import isfinite

from hypothesis import assume, given

from dilemma.frameworks.framework import Gives
from dilemma.weighing import Verdict
from tests.support.alterations import consequence_maps, each_option_the_same
from tests.support.judging import and_of_shipped, judged
from tests.support.strategies import Data, scenarios

RANKING = {"best", "not best"}
TESTING = {"required", "permitted", "forbidden"}


@and_of_shipped()
@given(scenarios())
def test_every_option_is_judged_or_the_theory_says_why_not(data: Data) -> None:
    """A theory that applies judges each option, in order; one that does not says what is missing."""
    for verdict in judged(data).values():
        if verdict.applicable:
            assert [answer.option for answer in verdict.answers] == list(data["options"])
            assert all(isfinite(answer.score) for answer in verdict.answers)
        else:
            assert all(verdict.missing)
            assert verdict.answers == ()
            assert (verdict.choice, verdict.margin) == ((), None)
            assert not verdict.silent
            assert not verdict.permits_none


@and_of_shipped()
@given(scenarios())
def test_statuses(data: Data) -> None:
    """A ranking theory says best or not best; a testing one required, permitted or forbidden.

    An option is required if it is the only permissible one. Only `prerogative` may call an option it permits
    `supererogatory`.
    """
    for id, verdict in judged(data).items():
        permitted = [answer for answer in verdict.answers if answer.permissible]
        for answer in verdict.answers:
            if not verdict.about.tests:
                assert answer.status == ("best" if answer.chosen else "not best")
                assert answer.permissible is answer.chosen
                assert answer.failed == ()
                continue
            expected = {"permitted"} if len(permitted) > 1 else {"required"}
            expected |= {"supererogatory"} if id == "prerogative" and len(permitted) > 1 else set()
            assert answer.status in (expected if answer.permissible else {"forbidden"})
            assert answer.permissible is not bool(answer.failed)
            assert set(answer.failed) <= {test.id for test in verdict.about.tests}


def _eligible(verdict: Verdict) -> list[float]:
    return [answer.rank for answer in verdict.answers if answer.permissible or not verdict.about.tests]


@and_of_shipped()
@given(scenarios())
def test_ranks(data: Data) -> None:
    """A rank is 1 plus the number of options ranked strictly above; tiers have ranks 1 and 2 only.

    Every permitted option ranks above every forbidden one.
    """
    for verdict in judged(data).values():
        ranks = [answer.rank for answer in verdict.answers]
        if verdict.about.gives is Gives.TIERS:
            assert ranks == [1 if answer.permissible else 2 for answer in verdict.answers]
            continue
        assert ranks == [1 + sum(other < rank for other in ranks) for rank in ranks]
        lowest = max(_eligible(verdict), default=0)
        if verdict.about.tests:
            assert all(answer.permissible or answer.rank > lowest for answer in verdict.answers)


@and_of_shipped()
@given(scenarios())
def test_choices(data: Data) -> None:
    """The choice is all permitted options (tiers), or the best of the eligible ones.

    A theory permits none exactly if every option fails a test; it is silent exactly if it chooses all.
    """
    for verdict in judged(data).values():
        if not verdict.applicable:
            continue
        best = min(_eligible(verdict), default=None)
        allowed = [a.option for a in verdict.answers if a.permissible or not verdict.about.tests]
        ranks = {answer.option: answer.rank for answer in verdict.answers}
        assert list(verdict.choice) == [option for option in allowed if ranks[option] == best]
        assert verdict.permits_none is (not verdict.choice)
        assert verdict.permits_none is all(answer.failed for answer in verdict.answers)
        assert verdict.silent is (len(verdict.choice) == len(verdict.answers))


def _has_stated_order(verdict: Verdict, data: Data) -> bool:
    """Return whether a theory orders options by more than scores: rawlsian, and precautionary with a tail."""
    listed = {id for option in data["options"].values() for id in option.get("consequences") or {}}
    tail = any("tail" in data["consequences"][id].get("tags", ()) for id in listed
               if data["consequences"][id].get("scope") != "rule")  # fmt: skip
    return verdict.about.id == "rawlsian" or (verdict.about.id == "precautionary" and tail)


@and_of_shipped()
@given(scenarios())
def test_margins(data: Data) -> None:
    """A margin is above 0 and at most 1; None for tiers, for stated orders, and where all eligible tie."""
    for verdict in judged(data).values():
        if verdict.about.gives is Gives.TIERS or _has_stated_order(verdict, data):
            assert verdict.margin is None
        elif verdict.applicable:
            assert (verdict.margin is None) is (len(set(_eligible(verdict))) < 2)
            assert verdict.margin is None or 0 < verdict.margin <= 1


COMPARING = {"pareto", "contractualist", "limited-aggregation", "prerogative", "threshold-deontology"}
"""Testing theories that forbid an option only if another one is better."""


@and_of_shipped()
@given(scenarios())
def test_identical_options_get_identical_answers(data: Data) -> None:
    """If all options are identical, a theory chooses all or none: nothing breaks the tie.

    It chooses all if it is a ranking theory, or one that forbids an option only if another is better. Nobody
    presumes consent to the baseline, so no consent is presumed here.
    """
    assume(all(row.get("consented") != "presumed" for row in consequence_maps(data)))
    for id, verdict in judged(each_option_the_same(data)).items():
        assert not verdict.applicable or verdict.silent or verdict.permits_none
        assert not verdict.permits_none or (verdict.about.tests and id not in COMPARING)
        assert len({(a.status, a.rank, a.score, a.failed) for a in verdict.answers}) <= 1
        assert verdict.margin is None
