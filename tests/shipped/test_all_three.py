"""Rewriting a dilemma in other terms changes no choice; judgements and rare catastrophes decide this much."""

from __future__ import annotations

from copy import deepcopy

import pytest

from dilemma.weighing import Verdict
from tests.shipped.seed_dilemmas import SEED, choices, document, weighed
from tests.support.alterations import is_map_of_fields, renamed, rescaled, with_a_worse_copy, without_comment
from tests.support.judging import judged, scenario_of
from tests.support.strategies import Data

SIDES = {"ukrainian-soldiers": "russian-soldiers", "russian-soldiers": "ukrainian-soldiers"}
BELIEF = {"cluster": "replacements-in-time", "track-two": "moscow-open", "negotiations": "winnable"}
STEPS = [step / 10 for step in range(11)]


def data_of(name: str) -> Data:
    """Return a dilemma's plain data, which may be altered."""
    return without_comment(document(name).data)


@pytest.mark.parametrize("name", SEED)
def test_the_names_of_the_sides_decide_nothing(name: str) -> None:
    """With the ids of the two armies exchanged everywhere, every choice and every score is the same."""
    before = judged(data_of(name))
    mirrored = judged(renamed(data_of(name), lambda id: SIDES.get(id, id)))
    assert choices(mirrored) == choices(before)
    for id, verdict in mirrored.items():
        assert [a.score for a in verdict.answers] == pytest.approx([a.score for a in before[id].answers])


def halved(data: Data, consequence: str) -> Data:
    """Return the scenario with a consequence replaced by two, each of half its chance."""
    result = without_comment(data)
    twin = f"{consequence}-again"
    for rows in (result["consequences"], *(o["consequences"] for o in result["options"].values())):
        if consequence in rows:
            row = rows[consequence]
            fields = row if is_map_of_fields(row) else {"chance": row}
            half = {**fields, "chance": _half(fields["chance"])} if "chance" in fields else dict(fields)
            rows[consequence], rows[twin] = half, deepcopy(half)
    factor = result["consequences"][consequence]
    if "chance" not in factor:
        factor["chance"] = result["consequences"][twin]["chance"] = 0.5
    return result


def _half(chance: object) -> object:
    match chance:
        case str():
            return f"0.5 * {chance}"
        case list():
            return [end / 2 for end in chance]
        case dict():
            return {**chance, **{end: chance[end] / 2 for end in ("low", "best", "high")}}
    return chance / 2


@pytest.mark.parametrize("name", SEED)
def test_one_harm_written_as_two_halves_is_one_harm(name: str) -> None:
    """Splitting any consequence into two of half its chance changes no choice."""
    data = data_of(name)
    before = choices(judged(data))
    for consequence in data["consequences"]:
        assert choices(judged(halved(data, consequence))) == before, consequence


@pytest.mark.parametrize("name", SEED)
def test_a_decoy_does_not_reorder_the_rest(name: str) -> None:
    """A copy of any option that kills one more Ukrainian soldier does not change the order of the others."""
    data, scenario = document(name).data, document(name).scenario
    harm = {"party": "ukrainian-soldiers", "value": -1, "agency": "does"}
    before = {id: verdict for id, verdict in judged(data_of(name)).items() if verdict.applicable}
    for option in data["options"]:
        after = judged(with_a_worse_copy(data, scenario, option, harm))
        for id, verdict in before.items():
            assert _order(after[id], "worse") == _order(verdict, "worse"), (option, id)


def _order(verdict: Verdict, without: str) -> list[list[str]]:
    answers = [answer for answer in verdict.answers if answer.option != without]
    return [[a.option for a in answers if a.rank == rank] for rank in sorted({a.rank for a in answers})]


@pytest.mark.parametrize("name", SEED)
def test_the_unit_moves_no_turning_point(name: str) -> None:
    """With every amount multiplied by ten, choices change at the same probabilities as before."""

    def by_probability(data: Data) -> list[dict[str, tuple[str, ...]]]:
        found = []
        for step in STEPS:
            data["beliefs"][BELIEF[name]]["probability"] = step
            found.append(choices(judged(data)))
        return found

    assert by_probability(rescaled(data_of(name), 10)) == by_probability(data_of(name))


CHANGED_WITHOUT_TAIL = {
    "cluster": {},
    "track-two": {"precautionary": ("track-two",), "minimax-regret": ("track-two",)},
    "negotiations": {"precautionary": ("ceasefire",), "realist": ("limits",)},
}


@pytest.mark.parametrize("name", SEED)
def test_a_rare_catastrophe_decides_little(name: str) -> None:
    """Without the rare catastrophes, only these theories choose differently, and they choose this."""
    data = data_of(name)
    tails = {id for id, row in data["consequences"].items() if "tail" in row.get("tags", ())}
    without_tails = without_rows(data, tails)
    before, after = choices(judged(data)), choices(judged(without_tails))
    assert bool(tails) is (name != "cluster")
    assert {id: after[id] for id in after if after[id] != before[id]} == CHANGED_WITHOUT_TAIL[name]


def without_rows(data: Data, gone: set[str]) -> Data:
    """Return the scenario without these consequences."""
    result = without_comment(data)
    for rows in (result["consequences"], *(o["consequences"] for o in result["options"].values())):
        for id in gone & rows.keys():
            del rows[id]
    for row in (*result["consequences"].values(), *result.get("duties", {}).values()):
        row["overlaps"] = [id for id in row.get("overlaps", ()) if id not in gone]
    return result


WITHOUT_JUDGEMENT = {
    "cluster": (6, 39, {"rawlsian"}),
    "track-two": (6, 14, {"realist", "precautionary", "minimax-regret"}),
    "negotiations": (6, 25, {"utilitarian", "prioritarian", "sufficientarian", "egalitarian",
                             "minimax-regret", "risk-weighted", "rawlsian", "limited-aggregation"}),
}  # fmt: skip
"""Rows that are not judgements, rows in all, and the theories whose choice stays the same."""


def _is_judgement(row: Data) -> bool:
    return row.get("evidence", "judgement") == "judgement"


@pytest.mark.parametrize("name", SEED)
def test_most_of_a_weighing_is_judgement(name: str) -> None:
    """Without all rows that are judgements, this many rows are left, and only these choices stay the same.

    Every duty, degree and virtue is a judgement, so theories that depend on them do not apply or are silent.
    In cluster the choice by total lives changes: that ground would be lost without the shells is a judgement.
    """
    rows_left, rows, survivors = WITHOUT_JUDGEMENT[name]
    data = data_of(name)
    derived = {id for id, row in data["consequences"].items() if not _is_judgement(row)}
    bare = without_rows(data, set(data["consequences"]) - derived)
    for table in ("duties", "virtues"):
        assert all(map(_is_judgement, bare.pop(table).values()))
        for option in bare["options"].values():
            option.pop(table, None)
    assert (len(scenario_of(bare).consequences), len(data["consequences"])) == (rows_left, rows)
    after = {id: verdict for id, verdict in judged(bare).items() if verdict.speaks}
    before = {id: verdict for id, verdict in weighed(name).items() if verdict.speaks}
    assert {id for id in after if id in before and after[id].choice == before[id].choice} == survivors
