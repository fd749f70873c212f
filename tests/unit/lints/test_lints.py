"""Each lint finds what it is for, at its place, and nothing where the mend was made."""

from __future__ import annotations

import pytest
from hypothesis import given

from dilemma import load
from dilemma.lints import ASKING, LINTS, check
from dilemma.reports.check.questions import findings_raised
from tests.support.samples import EVERY_SCENARIO, SHIPPED_SCENARIOS
from tests.support.strategies import Data, scenarios
from tests.unit.lints.samples import CODES, HERE, document, open_codes, raised

PLACES = {  # line and column of what the bad file gets wrong, and what is said of it
    "uneven-options": (23, 3, "it lists 6 factors, 'wait' lists 2"),
    "unlisted-factor": (15, 3, "no option lists it, so it changes nothing"),
    "unused-belief": (14, 3, "no consequence has it in its 'when', so it changes nothing"),
    "no-cost": (19, 3, "it does no harm, infringes no duty and expresses no vice"),
    "no-benefit": (22, 3, "in no row does it do better than any other option"),
    "empty-baseline": (19, 3, "it is the baseline, and lists nothing"),
    "baseline-without-consequences": (
        23,
        3,
        "it is the baseline, and only the other options list consequences",
    ),
    "wins-nowhere": (
        22,
        3,
        "no theory puts it first, or permits it alone; the file has no perspective in which one would",
    ),
    "decoy": (
        19,
        3,
        "with it, Minimax regret puts 'ridge' above 'ice'; without it, below",
    ),
    "near-identical": (22, 3, "it differs from 'flood' by less than a twentieth in every row"),
    "mixed-party": (11, 3, "under 'flood', 'watered' is good for them and 'drown' is bad"),
    "size-untold": (11, 3, "'drown' strikes 30 of them, with a chance of 0.05 %: out of how many?"),
    "threat-or-means": (
        21,
        32,
        "it harms 'walkers' as a means, and spares them 'stranded': is that its role?",
    ),
    "civil-advantage": (
        14,
        3,
        "tagged 'military-advantage', and it falls on civilians: their welfare does not count",
    ),
    "fate-name": (12, 3, "named for what happens to them: is it known beforehand who they are?"),
    "agent-public": (
        11,
        3,
        "'agent' is for the decider's own interest: do they decide, or are they decided for?",
    ),
    "harming-baseline": (
        20,
        32,
        "it is the baseline, and does 'swept' to 'walkers': is that how things stand?",
    ),
    "price-as-fact": (11, 3, "told as a fact, and it says what a life is worth"),
    "evidence-untold": (15, 3, "'derived', and no 'because' says from what and how"),
    "menu-question": (19, 3, "can the one who decides choose it? It is the one choice of 4 of 9 theories"),
    "source-question": (17, 3, "is this very number in 'survey'?"),
    "default-agency": (15, 3, "no 'agency': under 'flood' it counts as the agent's own doing"),
    "one-sided-harms": (14, 114, "all 2 harms are held by 'the village'"),
    "one-signed-rule": (16, 3, "every row by rule is bad, and in each 'wait' does best"),
    "restated-duty": (17, 3, "it says 'no harm': do the consequences not say that already?"),
    "exchange-not-stated": (1, 1, "not written, and so a tenth of `worst`: 0.1"),
    "worst-untold": (
        1,
        1,
        "not written, and so 1.5; at twice or half of it 'Prioritarian' would choose otherwise",
    ),
    "told-twice": (17, 3, "'wait' fulfils it wholly and 'flood' violates it: to Ross it weighs twice"),
    "no-claim": (20, 32, "it harms 'walkers' as a means, and no duty is owed to them"),
    "owed-to-unsized": (
        18,
        67,
        "it is owed to 'farmers', of whom the file says neither size nor what befalls them",
    ),
    "broken-by-all": (17, 3, "every option infringes it"),
    "overlap-counted": (15, 122, "'swept' and 'warn' overlap, and both count under 'flood'"),
    "duplicate-factor": (15, 3, "the same as 'drown' in all but names and reasons"),
    "remote-chance": (22, 44, "a chance of 0.05 % carries 67 % of what the option brings"),
    "tail-counted": (17, 3, "tagged 'tail', and part of every sum"),
    "no-reason": (15, 3, "neither 'because' nor 'sources', here or under any option"),
    "unused-source": (10, 3, "nothing cites it"),
    "hindsight": (9, 38, "dated 2023-08, and the decision 2023-07-07"),
    "false-precision": (20, 48, "0.485 has 3 significant digits"),
    "skewed-range": (14, 47, "the mean over its range is 110, the best estimate 30"),
    "mostly-judgements": (1, 1, "8 of its 11 numbers are judgements"),
    "kind-untold": (9, 3, "it stands in the value of 'drown': is it a fact, or a price?"),
    "unknown-answer": (27, 3, "no finding has the code 'no-reasons'; did you mean 'no-reason'?"),
    "idle-answer": (27, 3, "'no-reason' does not arise in this file"),
    "role-question": (
        20,
        32,
        "'swept' is taken for a side effect: would the plan of 'flood' still work if it did not happen?",
    ),
}


def test_every_lint_has_its_files() -> None:
    """A good and a bad file a code, and no file without one."""
    for kind in ("good", "bad"):
        assert {path.stem for path in (HERE / kind).iterdir()} == set(CODES)
    assert set(PLACES) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_bad_file_raises_its_question_and_no_other(code: str) -> None:
    """What a lint is for is found, once, where it stands, and said in these words."""
    file = document("bad", code)
    (found,) = findings_raised(file, raised(file, code))
    assert (found.code, found.answer) == (code, None)
    assert (found.line, found.column, found.message) == PLACES[code]


@pytest.mark.parametrize("code", CODES)
def test_the_good_file_raises_nothing(code: str) -> None:
    """A file one mend away from the bad one is left in peace, by every lint."""
    assert open_codes(document("good", code), code) == set()


def test_what_is_answered_is_still_told() -> None:
    """A finding that the file accepts is there with its answer."""
    (item,) = check(document("good", "idle-answer"))
    assert (item.lint.code, item.answer) == ("hindsight", "It maps a soil that has not changed.")


@pytest.mark.parametrize("name", SHIPPED_SCENARIOS)
def test_what_ships_leaves_no_warning_unanswered(name: str) -> None:
    """A shipped file is mended where a lint is right, and says why where it is not."""
    left = [item for item in check(load(SHIPPED_SCENARIOS[name].path)) if item.lint.severity == "warning"]
    assert [item.lint.code for item in left if not item.answer] == []


@pytest.mark.parametrize("name", EVERY_SCENARIO)
def test_findings_are_in_the_order_of_the_file(name: str) -> None:
    """Sorted by place, and the same every time."""
    file = load(EVERY_SCENARIO[name].path)
    items = check(file, (*LINTS, *ASKING))
    assert [item.spot for item in items] == sorted(item.spot for item in items)
    assert findings_raised(file, items) == findings_raised(file, check(file, (*LINTS, *ASKING)))


@given(scenarios())
def test_every_valid_file_can_be_checked(data: Data) -> None:
    """Whatever a valid file says, what is raised has an address that leads somewhere, and words."""
    file = load(data)
    for item, found in zip(
        items := check(file, (*LINTS, *ASKING)), findings_raised(file, items), strict=True
    ):
        assert found.message
        assert found.code == item.lint.code
        path = item.question.path
        assert not path or path[0] in {"exchange", "worst"} or path[0] in file.data
