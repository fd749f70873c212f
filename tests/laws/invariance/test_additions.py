"""What may be added to a file without any verdict changing: a common consequence, an idle duty."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.alterations import without_comment
from tests.support.judging import Verdicts, and_of_shipped, judged, rulings
from tests.support.splits import stated
from tests.support.strategies import Data, scenarios

NOT_SEPARABLE = {"egalitarian", "precautionary", "risk-weighted"}
"""Theories to which others' levels, or all that may happen in a state of the world, matter."""

BY_LEVEL = {"prioritarian", "sufficientarian", "rawlsian"}
"""Theories that judge by the level of persons, not only by differences."""

COMMON = st.fixed_dictionaries(
    {"value": st.sampled_from([-1.0, 2.0, -8.0])},
    optional={"chance": st.sampled_from([0.0, 0.25]), "delay": st.just(2.0), "scope": st.just("rule")},
)
DUTIES = st.fixed_dictionaries(
    {"kind": st.sampled_from(["absolute", "pro-tanto", "imperfect"])},
    optional={
        "weight": st.sampled_from([0.0, 10.0]),
        "basis": st.sampled_from([["law-of-war"], ["respect"], ["just-cause", "promise"]]),
        "demands": st.just("aid"),
    },
)


def _with_a_common_row(data: Data, party: str, row: Data) -> Data:
    """Return the scenario with a consequence that every option allows alike."""
    data["consequences"] = {
        **data.get("consequences", {}),
        "common": {"party": party, "role": "side-effect", "agency": "allows", **row},
    }
    for option in data["options"].values():
        option["consequences"] = {**option.get("consequences", {}), "common": {}}
    return data


def _same_where_both_apply(before: Verdicts, after: Verdicts, but: set[str]) -> None:
    for id, verdict in before.items():
        if id not in but and verdict.applicable and after[id].applicable:
            assert rulings(after[id]) == rulings(verdict), id


@and_of_shipped(row={"value": -1.0}, kind="people")
@given(scenarios(), COMMON, st.sampled_from(["people", "people", "nature"]))
def test_a_row_common_to_all_options_for_a_new_party(data: Data, row: Data, kind: str) -> None:
    """What every option allows alike, to a party that nothing else strikes, changes no ruling.

    `worst` and sizes are stated. Not so in theories to which others' fates matter.
    """
    before, altered = stated(data), stated(data)
    altered["parties"]["bystander"] = {"kind": kind, "size": 4}
    after = judged(_with_a_common_row(altered, "bystander", row))
    _same_where_both_apply(judged(before), after, NOT_SEPARABLE)


@and_of_shipped(row={"value": -1.0}, index=0)
@given(scenarios(), COMMON, st.integers(0, 3))
def test_a_row_common_to_all_options_for_an_old_party(data: Data, row: Data, index: int) -> None:
    """The same to a party that the file has changes no ruling, save where levels are read.

    The party is not liable in part, since what is excused is spread over its harms, nor only possible.
    """
    before, altered = stated(data), stated(data)
    party = list(before["parties"])[index % len(before["parties"])]
    fields = before["parties"][party]
    assume(fields.get("liable") in (None, True, False) and not fields.get("possible"))
    altered["parties"][party]["size"] = before["parties"][party]["size"]
    size = before["parties"][party]["size"]
    count = min(0.5, size) if isinstance(size, int | float) else 0.5
    after = judged(_with_a_common_row(altered, party, {**row, "count": count}))
    _same_where_both_apply(judged(before), after, NOT_SEPARABLE | BY_LEVEL)


@and_of_shipped(duty={"kind": "absolute"}, owed=True)
@given(scenarios(), DUTIES, st.booleans())
def test_a_duty_that_no_option_touches(data: Data, duty: Data, owed: bool) -> None:
    """A duty that no option lists changes no ruling, where a theory applies with and without it.

    Its basis is none of the conditions of a resort to force that are computed if no duty tells them.
    """
    altered = without_comment(data)
    holder = {"owed_to": next(iter(altered["parties"]))} if owed else {}
    altered["duties"] = {**altered.get("duties", {}), "idle": {**duty, **holder}}
    _same_where_both_apply(judged(data), judged(altered), set())
