"""`dilemma cruxes`: what would have to be true for a framework to choose otherwise."""

from __future__ import annotations

import csv
import io
import json
import shlex
import subprocess
import sys
from functools import cache

import pytest
from rich.cells import cell_len

from tests.support.programs import needs
from tests.support.samples import SOME_SHIPPED
from tests.support.schemas import output
from tests.unit.cli.running import HANGS, ROOT, dilemma

SCHEMA = output("cruxes")
MAP_SCHEMA = output("map")
DUDS, RUSSIANS = "quantities.dud-rate.value", "parties.russian-soldiers.weight"


def cruxes_json(*words: str) -> dict:
    """Return what `cruxes --json` prints."""
    ran = dilemma("cruxes", *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@cache
def cruxes_of_track_two() -> dict:
    """Return all cruxes of one file: several tests look at them."""
    return cruxes_json("track-two")


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_cruxes_of_what_ships_obey_their_schema(name: str) -> None:
    """The output is what `dilemma schema cruxes` describes, live cruxes first."""
    record = cruxes_json(name)
    SCHEMA.validate(record)
    assert next(iter(record.values())) == "dilemma.cruxes/1"
    inside = [crux["inside"] for crux in record["cruxes"]]
    assert inside == sorted(inside, reverse=True)
    assert not {crux["address"] for crux in record["cruxes"]} & set(record["idle"])


def test_a_crux_found_is_a_setting_that_turns_the_verdict() -> None:
    """Set past a reported turn, `weigh -s` says what the crux says it would."""
    for crux in cruxes_json("cluster", "-f", "utilitarian")["cruxes"][:4]:
        step = 0.01 * crux["at"] if crux["direction"] == "above" else -0.01 * crux["at"]
        beyond = crux["at"] + (step if crux["at"] > 0 else -step)
        ran = dilemma("weigh", "cluster", "-f", "utilitarian", "-s", f"{crux['address']}={beyond}", "--json")
        assert json.loads(ran.out)["frameworks"][0]["choice"] == crux["to"], crux


@pytest.mark.parametrize("columns", ["", "160", "100", "60", "40"])
def test_cruxes_read_at_any_width(columns: str) -> None:
    """Every live number and its address stand whole, and no line but an address is too long."""
    ran = dilemma("cruxes", "track-two", "--full", **({"COLUMNS": columns} if columns else {}))
    assert (ran.code, ran.err) == (0, "")
    live = list(dict.fromkeys(c["address"] for c in cruxes_of_track_two()["cruxes"] if c["inside"]))
    assert [address for address in live[:12] if address not in ran.out] == []
    if columns:
        wide = [line.strip() for line in ran.out.splitlines() if cell_len(line) > int(columns)]
        assert [line for line in wide if line not in live] == []


def test_markdown_and_csv_hold_the_same_cruxes() -> None:
    """A memo tells each turn in words; a data frame has a row a crux."""
    for full in ((), ("--full",)):
        ran = dilemma("cruxes", "track-two", "-f", "rossian", "--format", "md", *full)
        assert ran.code == 0
        assert ran.out.startswith("# ")
        assert "Ross's duties" in ran.out
        assert ("resilience" in ran.out or "all weights may be off" in ran.out) == bool(full)
    rows = list(csv.DictReader(io.StringIO(dilemma("cruxes", "track-two", "--format", "csv").out)))
    assert len(cruxes_of_track_two()["cruxes"]) == len(rows)


def test_a_map_is_drawn_and_obeys_its_schema() -> None:
    """Over two numbers each theory's choices are drawn, the best estimates marked, and put as data."""
    ran = dilemma("cruxes", "cluster", "-f", "utilitarian", "--map", DUDS, RUSSIANS, COLUMNS="100")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("●") == 2  # on the map, and in its legend
    record = cruxes_json("cluster", "-f", "utilitarian", "--map", DUDS, RUSSIANS)
    MAP_SCHEMA.validate(record)
    (theory,) = record["frameworks"]
    assert len(record["up"]["values"]) == len(theory["choices"])
    assert {len(record["across"]["values"])} == {len(row) for row in theory["choices"]}


def test_a_map_says_what_it_is_of() -> None:
    """Its axes name where their numbers stand in the file, and its command makes it again."""
    words = ("-f", "utilitarian", "-s", "exchange=0.2", "--map", DUDS, RUSSIANS)
    drawn = dilemma("cruxes", "cluster", *words, COLUMNS="200").out
    assert f"({RUSSIANS})" in drawn
    assert f"({DUDS})" in drawn
    command = cruxes_json("cluster", *words)["settings"]["command"]
    assert command == shlex.join(["dilemma", "cruxes", "cluster", *words])
    assert command in drawn


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--map", DUDS, "nowhere"), "nowhere"),
        (("--map", DUDS, DUDS), "twice"),
        (("--format", "sarif"), "sarif"),
        (("--json", "--format", "md"), "choose one"),
        (("--as", "proponents,critics"), "one perspective"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(words: tuple[str, ...], told: str) -> None:
    """A wrong flag or address is told in a sentence, exit 2."""
    ran = dilemma("cruxes", "cluster", *words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") <= 2


def test_a_number_without_a_range_turns_nothing_inside_it() -> None:
    """Inside is inside the range the file states: where it states none, no crux is, however near."""
    cruxes = cruxes_json("canonical/greater-number")["cruxes"]
    assert [crux["address"] for crux in cruxes if crux["inside"] and crux["range"] is None] == []
    assert [crux for crux in cruxes if crux["best"] == crux["at"]]  # a turn at the best estimate itself
    assert "Turns inside" not in dilemma("cruxes", "canonical/footbridge", "--full").out


@needs("bash")
def test_a_long_report_piped_into_head_ends_quietly() -> None:
    """A reader that has had enough is no failure: exit 0, and nothing on standard error."""
    command = f"set -o pipefail; {sys.executable} -m dilemma cruxes cluster | head -n 1"
    ran = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=HANGS)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"Cluster munitions")
