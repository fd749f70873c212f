"""Random scenarios cover the whole format and every theory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from dilemma import load
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.registry import theories
from dilemma.scenario import model
from dilemma.scenario.numbers import is_number_map
from tests.support.alterations import is_map_of_fields
from tests.support.judging import judged_case
from tests.support.strategies import Data, scenarios

FIELDS = {
    "top": model.Scenario,
    "parties": model.Party,
    "beliefs": model.Belief,
    "quantities": model.NamedQuantity,
    "consequences": model.Consequence,
    "duties": model.Duty,
    "virtues": model.Virtue,
    "options": model.Option,
    "options.beliefs": model.EventChance,
    "options.consequences": model.ConsequenceEntry,
    "options.duties": model.Conduct,
    "options.virtues": model.Expression,
    "perspectives": model.Perspective,
    "sources": model.Source,
}
"""The model of every map of fields in a file, by its path."""

FORCE = [["just-cause"], ["right-authority"], ["right-intention"], ["last-resort"],
         ["prospect-of-success"], ["proportionality"]]  # fmt: skip

WORDS = {
    "parties": {"kind": ["people", "institution", "norm", "nature"], "combatant": [True, False, 0.97],
                "liable": [True, False, 0.25], "agent": [True, False], "represented": [True, False],
                "possible": [True, False], "weight": [0], "level": [-1, 2], "size": [1, 1000],
                "tie": [0, 1]},
    "beliefs": {"probability": [0, 1]},
    "consequences": {"role": ["end", "means", "side-effect", "removes-threat"],
                     "agency": ["does", "allows"], "consented": [True, False, "presumed"],
                     "scope": ["act", "rule"], "chance": [0, 1], "count": [0],
                     "tags": [["military-advantage"], ["tail", "other"]], "value": [0, -1, 1]},
    "options.consequences": {"role": ["end", "means", "side-effect", "removes-threat"],
                             "agency": ["does", "allows"],
                             "consented": [True, False, "presumed"], "chance": [0, 1], "value": [-1, 1]},
    "duties": {"kind": ["absolute", "pro-tanto", "imperfect"], "weight": [0, 10],
               "demands": ["aid", "restraint"], "basis": [["promise", "law-of-war"], ["respect"], *FORCE]},
    "options.duties": {"degree": [-1, 0, 1], "waived": [True, False],
                       "role": ["end", "means", "side-effect"]},
    "virtues": {"weight": [0, 10]},
    "options": {"omission": [True, False], "force": [True, False]},
}  # fmt: skip
"""Values that affect verdicts, each of which must be drawn."""

SHAPES = {
    "number: constant", "number: two ends", "number: three", "number: linear", "number: log",
    "number: product",
    "number: percentiles", "number: mean and sd", "number: discrete", "number: normal", "number: lognormal",
    "number: beta", "number: uniform",
    "number: of one quantity", "number: divided", "number: of two quantities", "quantity of quantities",
    "when: belief", "when: not", "when: list", "when: on both", "event", "state", "row: bare chance",
    "falls_on: one part overridden", "factor of all options", "factor of one option", "factor of no option",
    "owed to one", "owed to several", "given",
    "equal options", "baseline: none", "baseline: by omission", "baseline: by name", "baseline: does",
    "exchange: not stated", "exchange: stated", "no consequence", "no duty", "no virtue",
}  # fmt: skip


def _maps(data: Data) -> Iterator[tuple[str, Any]]:
    """Yield the path and the content of every entry: a map of fields, or a number alone."""
    yield "top", data
    for table in FIELDS:
        if "." not in table:
            yield from ((table, row) for row in data.get(table, {}).values())
    for option in data["options"].values():
        for table in ("beliefs", "consequences", "duties", "virtues"):
            yield from ((f"options.{table}", row) for row in option.get(table, {}).values())


def _fields(data: Data) -> Iterator[str]:
    for where, row in _maps(data):
        if is_map_of_fields(row):
            for field, value in row.items():
                yield f"{where}.{field}"
                if value in WORDS.get(where, {}).get(field, ()):
                    yield f"{where}.{field} = {value}"


def _parameters(number: Data) -> str:
    """Return by what a number is written as a map without the name of a distribution."""
    return "percentiles" if "p50" in number else "mean and sd" if "sd" in number else "map"


def _numbers(data: Any) -> Iterator[str]:
    match data:
        case dict() if is_number_map(data):
            yield f"number: {data.get('distribution') or data.get('scale') or _parameters(data)}"
        case dict():
            for key, item in data.items():
                yield from _numbers(item) if key != "perspectives" else ()
        case [int() | float(), int() | float()]:
            yield "number: two ends"
        case [int() | float(), int() | float(), int() | float()]:
            yield "number: three"
        case bool():
            return
        case int() | float():
            yield "number: constant"
        case str() if data.split()[0] in {"q1", "q2"} or data.endswith(("q1", "q2")):
            yield "number: product" if " " in data else "number: of one quantity"
            yield "number: divided" if " / " in data else "number: multiplied"
            yield "number: of two quantities" if "q1 * q2" in data else "number: of one"


def _conditions(data: Data) -> Iterator[str]:
    rows = [row for where, row in _maps(data) if where.endswith("consequences") and is_map_of_fields(row)]
    named = set()
    for row in rows:
        when = row.get("when", [])
        texts = [when] if isinstance(when, str) else when
        named |= {text.removeprefix("not ") for text in texts}
        yield "when: list" if len(texts) > 1 else "when: belief"
        yield from ("when: not" for text in texts if text.startswith("not "))
    events = {event for option in data["options"].values() for event in option.get("beliefs", {})}
    yield from ("event" for belief in named if belief in events)
    yield from ("state" for belief in named if belief not in events)
    for option in data["options"].values():
        for event, own in option.get("beliefs", {}).items():
            yield from (
                "given" for _ in (own,) if event in named and isinstance(own, dict) and "given" in own
            )
    for duty in data["duties"].values():
        if "owed_to" in duty:
            yield "owed to several" if isinstance(duty["owed_to"], list) else "owed to one"


def _options(data: Data) -> Iterator[str]:
    options = list(data["options"].values())
    lists = Counter(id for option in options for id in option.get("consequences", {}))
    for id, factor in data["consequences"].items():
        many = {0: "factor of no option", 1: "factor of one option", len(options): "factor of all options"}
        yield many.get(lists[id], "factor of some options")
        for option in options:
            row = option.get("consequences", {}).get(id, {})
            if not is_map_of_fields(row):
                yield "row: bare chance"
            elif factor.get("when") and row.get("when"):
                yield "when: on both"
            elif row.get("falls_on"):
                yield "falls_on: one part overridden"
    plain = [{key: value for key, value in option.items() if key != "omission"} for option in options]
    yield "equal options" if any(plain.count(option) > 1 for option in plain) else "unlike options"


def _file_features(data: Data) -> Iterator[str]:
    omissions = [id for id, option in data["options"].items() if option.get("omission")]
    if "baseline" in data:
        yield "baseline: by name"
        yield "baseline: does" if data["baseline"] not in omissions else "baseline: allows"
    else:
        yield "baseline: by omission" if len(omissions) == 1 else "baseline: none"
    yield f"exchange: {'stated' if 'exchange' in data else 'not stated'}"
    empty = {"consequences": "no consequence", "duties": "no duty", "virtues": "no virtue"}
    yield from (name for table, name in empty.items() if not data[table])
    yield from ("quantity of quantities" for row in data["quantities"].values() if "q1" in str(row))
    yield from (f"frameworks.{id}.{name}" for id, set_ in data.get("frameworks", {}).items() for name in set_)


@cache
def _drawn() -> Counter[str]:
    """Return the number of random scenarios that have each feature and each kind of verdict."""
    found: Counter[str] = Counter()

    @settings(max_examples=1500, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(scenarios())
    def draw(data: Data) -> None:
        for features in (_fields, _numbers, _conditions, _options, _file_features):
            found.update(set(features(data)))
        found.update(set(_verdict_features(data)))

    draw()
    return found


def _verdict_features(data: Data) -> Iterator[str]:
    for id, verdict in judged_case(case_of(load(data).scenario)).items():
        yield f"{id} applies" if verdict.applicable else f"{id} does not apply"
        yield f"{id} ties" if len(verdict.choice) > 1 else f"{id} chooses one"
        for answer in verdict.answers:
            yield f"{id} says {answer.status}"
            yield from (f"{id} fails {test}" for test in answer.failed)


def _fields_of_the_format() -> Iterator[str]:
    for where, noun in FIELDS.items():
        yield from (f"{where}.{field}" for field in noun.model_fields)
    for where, fields in WORDS.items():
        yield from (f"{where}.{field} = {value}" for field, values in fields.items() for value in values)
    yield from (f"frameworks.{id}.{name}" for id, settings_ in theories().items() for name in settings_)


def test_every_feature_of_the_format_is_drawn() -> None:
    """Every field, every value that affects verdicts, and every shape of file is drawn at least once."""
    assert sorted(({*_fields_of_the_format()} | SHAPES) - _drawn().keys()) == []


def test_every_theory_has_something_to_judge() -> None:
    """Each theory applies to at least 40 random scenarios, ties in some, and has each of its tests failed."""
    for framework in CATALOGUE:
        id = framework.about.id
        assert _drawn()[f"{id} applies"] >= 40, id
        assert _drawn()[f"{id} does not apply"] > 0, id
        assert _drawn()[f"{id} ties"] > 0, id
        assert [test.id for test in framework.about.tests if not _drawn()[f"{id} fails {test.id}"]] == [], id
