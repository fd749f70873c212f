"""An option with an added harm is not better than the original."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from dilemma.case.build import case_of
from tests.support.alterations import with_a_worse_copy
from tests.support.judging import and_of_shipped, judged, scenario_of
from tests.support.splits import stated
from tests.support.strategies import Data, scenarios

HARMS = st.fixed_dictionaries(
    {"value": st.sampled_from([-1.0, -0.125, -8.0])},
    optional={
        "count": st.sampled_from([0.0, 3.0, 16.0]),
        "chance": st.sampled_from([0.0, 0.5]),
        "role": st.sampled_from(["means", "end", "side-effect"]),
        "agency": st.sampled_from(["does", "allows"]),
        "scope": st.just("rule"),
        "consented": st.just(True),
        "tags": st.just(["tail"]),
    },
)
INDEXES = st.integers(0, 3)


@and_of_shipped(option=0, party=0, harm={"value": -1.0})
@and_of_shipped(option=1, party=1, harm={"value": -1.0, "role": "means"})
@given(scenarios(), INDEXES, INDEXES, HARMS)
def test_a_worse_copy_is_never_chosen_alone(data: Data, option: int, party: int, harm: Data) -> None:
    """No theory chooses only the copy of an option with a harm added, or ranks it above the original.

    `worst` and sizes are stated. The harm is never tagged as a military advantage; it falls on people who
    live whatever is done. A copy of the baseline is another option, and may presume the consent of those it
    spares no less than the baseline does; so there no consent is presumed.
    """
    whole = stated(data)
    scenario = scenario_of(whole)
    original = list(scenario.options)[option % len(scenario.options)]
    bearer = list(scenario.parties)[party % len(scenario.parties)]
    case = case_of(scenario)
    assume(not case.parties[bearer].possible)
    copied = next(act for act in case.acts if act.id == original)
    assume(copied is not case.baseline or all(effect.consent != "presumed" for effect in copied.effects))
    size = case.parties[bearer].size
    harm = {**harm, "count": min(size, harm.get("count", 1))}
    altered = with_a_worse_copy(whole, scenario, original, {"party": bearer, **harm})
    for id, verdict in judged(altered).items():
        if verdict.applicable:
            assert verdict.choice != ("worse",), id
            assert verdict.answer("worse").rank >= verdict.answer(original).rank, id
