"""The schema of scenario files: what the reader takes it takes, and what a schema can state it states."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.reports.schemas import schema_text
from dilemma.reports.schemas.scenario_file import file_schema
from dilemma.scenario.syntax.reader import tree_of
from tests.support.samples import EVERY_SCENARIO, SHIPPED, SHIPPED_SCENARIOS
from tests.unit.cli.running import HANGS, ROOT, dilemma
from tests.unit.scenario.small import SMALL, findings, instead

STORED = SHIPPED / "scenario.schema.json"
SCHEMA = file_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
MODELINE = "# yaml-language-server: $schema="


def plain(text: str) -> Any:
    """Return what the project's own reader makes of a text, as JSON holds it."""
    return json.loads(json.dumps(tree_of(text).data))


def refused(text: str) -> set[str]:
    """Return the addresses at which the schema refuses a text."""
    return {".".join(map(str, error.absolute_path)) for error in VALIDATOR.iter_errors(plain(text))}


def test_it_is_a_schema_and_the_stored_one() -> None:
    """What ships beside the scenarios is what `dilemma schema scenario` prints: neither can drift."""
    VALIDATOR.check_schema(SCHEMA)
    printed = dilemma("schema", "scenario")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == schema_text("scenario") == STORED.read_text(encoding="utf-8")
    assert json.loads(printed.out) == SCHEMA


@pytest.mark.parametrize("name", EVERY_SCENARIO)
def test_what_is_valid_is_valid_by_it(name: str) -> None:
    """Every file we hold passes."""
    assert refused(EVERY_SCENARIO[name].path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("name", SHIPPED_SCENARIOS)
def test_shipped_files_name_their_schema(name: str) -> None:
    """An editor finds the schema from a shipped file's first line."""
    path = SHIPPED_SCENARIOS[name].path
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith(MODELINE)
    assert (path.parent / first.removeprefix(MODELINE)).resolve() == STORED.resolve()


def test_a_schema_beside_scenarios_is_no_scenario(tmp_path: Path) -> None:
    """A folder's schema is neither read nor listed."""
    (tmp_path / "small.yaml").write_text(SMALL)
    (tmp_path / "scenario.schema.json").write_text(STORED.read_text())
    ran = dilemma("weigh", str(tmp_path), "--format", "ndjson", "-f", "utilitarian")
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, "", 1)


SCRAPS = (
    "null",
    "0.5",
    "[0, 1]",
    "[1]",
    "{}",
    "x",
    "true",
    "'2'",
    "",
    "note: 3, ",
    "-1",
    "{best: 1}",
    "a * b",
)


@given(
    st.lists(st.tuples(st.integers(0, len(SMALL)), st.integers(0, 9), st.sampled_from(SCRAPS)), max_size=2)
)
def test_it_refuses_nothing_that_the_reader_takes(edits: list[tuple[int, int, str]]) -> None:
    """An editor never underlines what would have been read."""
    text = SMALL
    for start, length, scrap in edits:
        text = text[:start] + scrap + text[start + length :]
    if not findings(text):
        assert refused(text) == set()


WRITINGS = (
    "0.5",
    "[0.2, 0.4]",
    "[0.2, 0.3, 0.4]",
    "{low: 0.1, best: 0.2, high: 0.3}",
    "rate * rate / 2",
    "{best: 0.2}",
    "{best: 0.2, kind: fact}",
    "true",
    "null",
)
PLACES = (
    "probability: 0.2",
    "value: -0.5",
    "{warned: 0.9}",
    "chance: [0.5, 0.9]",
    "weight: 4",
    "discount: 0",
    "liable: 0",
    "combatant: 1",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("writing", WRITINGS)
def test_numbers_are_taken_as_the_reader_takes_them(place: str, writing: str) -> None:
    """Every way to write a number that the reader takes at a field, the schema takes there too."""
    text = instead("weight: 1,", "weight: 1, liable: 0, combatant: 1,") + "discount: 0\n"
    old = place.partition(": ")[2].rstrip("}")
    changed = text.replace(place, place.replace(old, writing), 1)
    assert changed != text or writing == old
    if not findings(changed):
        assert refused(changed) == set()


MISTAKES = [
    ("format: 1\n", "format: 2\n", "format"),
    ("title: The flooded road\n", "", ""),
    ("title: The flooded road", "title: 3", "title"),
    ("title: The flooded road", "titel: The flooded road", ""),
    ("as_of: 2023-07-07", "as_of: July 2023", "as_of"),
    ("exchange: 10", "exchange: 0", "exchange"),
    ("exchange: 10", "exchange: '10'", "exchange"),
    ("exchange: 10", "exchange: ten thousand", "exchange"),
    ("houses: [10, 20, 40]", "houses: [10]", "quantities.houses"),
    ("houses: [10, 20, 40]", "houses: [10, twenty, 40]", "quantities.houses"),
    ("houses: [10, 20, 40]", "houses: {low: 1, best: 2}", "quantities.houses"),
    ("houses: [10, 20, 40]", "houses: {low: 1, best: 2, high: 3, scale: lin}", "quantities.houses"),
    ("houses: [10, 20, 40]", "houses: {best: 2, kind: price}", "quantities.houses"),
    ("exchange: 10", "worst: -1", "worst"),
    ("exchange: 10", "language: Old English", "language"),
    ("exchange: 10", "panel: utilitarian", "panel"),
    ("{name: The villagers}", "{name: The villagers, size: 0}", "parties.villagers.size"),
    ("{name: The villagers}", "{name: The villagers, combatant: 1.1}", "parties.villagers.combatant"),
    ("{name: The villagers}", "{name: The villagers, possible: 0.5}", "parties.villagers.possible"),
    ("{warned: 0.9}", "{warned: {given: {storm: 1}}}", "options.flood.beliefs.warned"),
    ("{warned: 0.9}", "{warned: {because: x}}", "options.flood.beliefs.warned"),
    ("owed_to: walkers", "owed_to: [walkers, walkers]", "duties.no-harm.owed_to"),
    ("{kind: absolute", "{demands: help, kind: absolute", "duties.no-harm.demands"),
    ("value: -0.5, when", "value: -0.5, consented: assumed, when", "consequences.swept.consented"),
    ("name: The keeper", "confidence: 2", "perspectives.keeper.confidence"),
    ("houses: [10, 20, 40]", "Houses: [10, 20, 40]", "quantities"),
    ("houses: [10, 20, 40]", "not: [10, 20, 40]", "quantities"),
    ("houses: [10, 20, 40]", "'12': [10, 20, 40]", "quantities"),
    ("title: Soil survey, ", "", "sources.survey"),
    ("date: 1985", "date: [1985]", "sources.survey.date"),
    ("{name: The villagers}", "{name: The villagers, kind: persons}", "parties.villagers.kind"),
    ("{name: The villagers}", "{name: The villagers, tie: 2}", "parties.villagers.tie"),
    ("{name: The villagers}", "{name: The villagers, liable: 1.5}", "parties.villagers.liable"),
    ("{name: The villagers}", "{nmae: The villagers}", "parties.villagers"),
    ("{name: The villagers}", "3", "parties.villagers"),
    ("sources: [survey]}\nbeliefs", "sources: survey}\nbeliefs", "parties.walkers.sources"),
    ("probability: 0.2", "probability: 1.2", "beliefs.storm.probability"),
    ("probability: 0.2", "probability: [0.5, 1.2]", "beliefs.storm.probability"),
    (", probability: 0.2", "", "beliefs.storm"),
    ("party: villagers, ", "", "consequences.drown"),
    ("{party: villagers, ", "{party: villagers, falls_on: {walkers: 1}, ", "consequences.drown.party"),
    ("{falls_on: {walkers: 3, villagers: 1}, ", "{falls_on: {}, ", "consequences.swept.falls_on"),
    ("{falls_on: {walkers: 3,", "{count: 2, falls_on: {walkers: 3,", "consequences.swept.count"),
    ("villagers: 1}, value: -0.5", "villagers: -1}, value: -0.5", "consequences.swept.falls_on.villagers"),
    ("when: storm", "when: 3", "consequences.drown.when"),
    ("when: storm", "when: not a storm", "consequences.drown.when"),
    ("value: -1, count: houses * rate", "value: -1, count: houses*rate", "consequences.drown.count"),
    ("{kind: absolute", "{kind: firm", "duties.no-harm.kind"),
    ("weight: 10, owed", "weight: 11, owed", "duties.no-harm.weight"),
    ("overlaps: [swept]", "overlaps: [4]", "duties.no-harm.overlaps.0"),
    ("role: means", "role: mean", "options.flood.consequences.swept"),
    ("when: not warned", "tags: [tail]", "options.flood.consequences.swept"),
    ("no-harm: -1", "no-harm: -2", "options.flood.duties.no-harm"),
    ("no-harm: -1", "no-harm: {role: means}", "options.flood.duties.no-harm"),
    ("{warned: 0.9}", "{warned: certain / }", "options.flood.beliefs.warned"),
    ("uses: [walkers]", "uses: walkers", "options.flood.uses"),
    ("omission: true", "omission: yes", "options.wait.omission"),
    (
        "credences: {utilitarian: 1}",
        "credences: {utilitarian: -1}",
        "perspectives.keeper.credences.utilitarian",
    ),
    ("set: {parties.walkers.weight: 2, exchange: 5}", "set: [exchange]", "perspectives.keeper.set"),
    ("{multiple: 3}", "{multiple: -3}", "frameworks.threshold-deontology.multiple"),
    ("{multiple: 3}", "{factor: 3}", "frameworks.threshold-deontology"),
    ("verdict: permitted", "verdict: fine", "literature.0.verdict"),
    (", source: survey}", "}", "literature.0"),
    ("mixed-party: It is one village.", "mixed-party: ' '", "accepts.mixed-party"),
]
"""What is written, what is written instead, and the address at which the schema says so."""


@pytest.mark.parametrize(("old", "new", "address"), MISTAKES)
def test_what_a_schema_can_state_is_refused_at_its_place(old: str, new: str, address: str) -> None:
    """Each mistake alone is refused where it stands, by the schema as by the reader."""
    text = instead(old, new)
    assert findings(text)
    assert address in refused(text)


def full_of_mistakes() -> tuple[str, set[str]]:
    """Return a file with as many of the mistakes as fit beside one another, and where they are."""
    text, places = SMALL, set[str]()
    for old, new, address in MISTAKES:
        within = [place for place in places if place.startswith(address) or address.startswith(place)]
        if text.count(old) and address and not within:
            text = text.replace(old, new, 1)
            places.add(address)
    return text, places


def test_every_mistake_is_told_at_once() -> None:
    """A file with mistakes all over fails at each of those places."""
    text, places = full_of_mistakes()
    assert len(places) > len(MISTAKES) // 3
    assert places <= refused(text)


@pytest.fixture
def check_jsonschema() -> Callable[..., dict[str, Any]]:
    """Return what the tool check-jsonschema says of files by the stored schema; skip without the tool."""
    if find_spec("check_jsonschema") is None:
        pytest.skip("check-jsonschema is not installed: pip install check-jsonschema")

    def run(*paths: Path) -> dict[str, Any]:
        words = ["-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(STORED)]
        done = subprocess.run([sys.executable, *words, *paths], capture_output=True, text=True, timeout=HANGS)
        told: dict[str, Any] = json.loads(done.stdout)
        assert (done.returncode == 0) == (told["status"] == "ok"), done.stderr
        return told

    return run


def test_a_checker_of_others_passes_what_ships(check_jsonschema: Callable[..., dict[str, Any]]) -> None:
    """The schema does its work in a tool we have not written: every shipped file passes there."""
    told = check_jsonschema(*(found.path for found in SHIPPED_SCENARIOS.values()))
    assert (told["status"], told.get("errors", [])) == ("ok", [])


def test_a_checker_of_others_finds_every_mistake(
    check_jsonschema: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    """That tool, with a YAML reader of its own, refuses each mistake, and all of them at once in one file."""
    text, places = full_of_mistakes()
    texts = [text, *(instead(old, new) for old, new, _ in MISTAKES)]
    paths = [tmp_path / f"{number:02}.yaml" for number in range(len(texts))]
    for path, written in zip(paths, texts, strict=True):
        path.write_text(written, encoding="utf-8")
    told = check_jsonschema(*paths)
    assert not told["parse_errors"]
    assert {str(path) for path in paths} == {error["filename"] for error in told["errors"]}
    found = {error["path"] for error in told["errors"] if error["filename"] == str(paths[0])}
    assert places <= {re.sub(r"\['?([^]']+)'?\]", r".\1", path).removeprefix("$.") for path in found}


def test_two_options_and_something_at_stake() -> None:
    """A file without a second option, or without a factor, is refused."""
    data = plain(SMALL)
    one = {**data, "options": {"wait": {}}}
    nothing = {key: value for key, value in data.items() if key not in ("consequences", "duties", "virtues")}
    assert [error.json_path for error in VALIDATOR.iter_errors(one)] == ["$.options"]
    assert [error.json_path for error in VALIDATOR.iter_errors(nothing)] == ["$"]


def test_every_key_has_a_meaning() -> None:
    """An editor shows of each key what it means."""
    records = [record for name, record in SCHEMA["$defs"].items() if not name.startswith("number-")]
    for record in (SCHEMA, *(made.get("anyOf", [made])[-1] for made in records)):
        assert [key for key, field in record["properties"].items() if not field.get("description")] == []


def test_the_schema_needs_nothing_of_ours() -> None:
    """It stands alone: every reference leads inside it."""
    text = json.dumps(SCHEMA)
    references = {part.partition('"')[0] for part in text.split('"$ref": "')[1:]}
    assert references == {f"#/$defs/{name}" for name in SCHEMA["$defs"] if f"#/$defs/{name}" in references}
    assert str(ROOT) not in text
