"""`dilemma check` as a user meets it."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from dilemma.lints import EVERY_LINT, explanation
from tests.support.samples import EVERY_SCENARIO, SHIPPED_SCENARIOS
from tests.support.schemas import output
from tests.unit.cli.running import ROOT, dilemma, lines_that_wrap
from tests.unit.lints.samples import CODES, HERE

SCHEMA = output("check")
BAD, GOOD = HERE / "bad", HERE / "good"
BROKEN = "format: 1\ntitle: Half a file\nquestoin: Where is the rest?\n"

SARIF = {  # the parts of SARIF 2.1.0 that code hosts read, after the standard's own schema
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"$ref": "#/$defs/rule"},
                                    }
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "text": {
            "type": "object",
            "required": ["text"],
            "properties": {"text": {"type": "string", "minLength": 1}},
        },
        "level": {"enum": ["none", "note", "warning", "error"]},
        "rule": {
            "type": "object",
            "required": ["id", "shortDescription", "defaultConfiguration"],
            "properties": {
                "id": {"type": "string"},
                "shortDescription": {"$ref": "#/$defs/text"},
                "fullDescription": {"$ref": "#/$defs/text"},
                "help": {"$ref": "#/$defs/text"},
                "defaultConfiguration": {
                    "type": "object",
                    "properties": {"level": {"$ref": "#/$defs/level"}},
                },
            },
        },
        "result": {
            "type": "object",
            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
            "properties": {
                "level": {"$ref": "#/$defs/level"},
                "message": {"$ref": "#/$defs/text"},
                "locations": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "required": ["physicalLocation"],
                        "properties": {
                            "physicalLocation": {
                                "type": "object",
                                "required": ["artifactLocation", "region"],
                                "properties": {
                                    "artifactLocation": {
                                        "type": "object",
                                        "required": ["uri"],
                                        "properties": {"uri": {"type": "string", "pattern": "^[^ <>\\\\]+$"}},
                                    },
                                    "region": {
                                        "type": "object",
                                        "required": ["startLine", "startColumn", "endColumn"],
                                        "additionalProperties": {"type": "integer", "minimum": 1},
                                    },
                                },
                            },
                        },
                    },
                },
                "suppressions": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["kind"],
                        "properties": {
                            "kind": {"enum": ["inSource", "external"]},
                            "justification": {"type": "string"},
                        },
                    },
                },
            },
        },
    },
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a directory with a fair file, one that raises a question, and a broken one."""
    shutil.copy(GOOD / "hindsight.yaml", tmp_path / "a-fair.yaml")
    (tmp_path / "b-broken.yaml").write_text(BROKEN, encoding="utf-8")
    shutil.copy(BAD / "hindsight.yaml", tmp_path / "c-late.yaml")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["bad/hindsight.yaml"], 0),
        (["bad/hindsight.yaml", "--strict"], 1),
        (["good/hindsight.yaml", "--strict"], 0),
        (["good/idle-answer.yaml", "--strict"], 0),  # answered in the file
        (["bad/tail-counted.yaml", "--strict"], 0),  # a note only tells
        (["bad/idle-answer.yaml", "--strict"], 1),
        (["bad/unknown-answer.yaml", "--strict"], 1),
        (["good/hindsight.yaml", "bad/hindsight.yaml", "--strict"], 1),
        (["good", "--strict"], 0),
        (["bad", "--strict"], 1),
        (["bad/role-question.yaml", "--ask", "--strict"], 0),
        (["no-such-file.yaml"], 2),
        ([], 2),
        (["bad/hindsight.yaml", "--json", "--format", "csv"], 2),
        (["--explain", "hindsihgt"], 2),
    ],
)
def test_how_a_check_ends(words: list[str], code: int) -> None:
    """0 where nothing waits; 1 for an error, or with --strict for a warning without answer; 2 for usage."""
    ran = dilemma("check", *words, cwd=HERE)
    assert (code, "this is a bug" in ran.err) == (ran.code, False)
    assert bool(ran.err) == (code == 2)


def test_a_broken_file_hides_no_other(desk: Path) -> None:
    """Its errors are told among the findings of the rest, in the order of the files, and the end is 1."""
    ran = dilemma("check", ".", "--format", "ndjson", cwd=desk)
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (1, "")
    assert [(record["file"], record["valid"]) for record in records] == [
        ("a-fair.yaml", True),
        ("b-broken.yaml", False),
        ("c-late.yaml", True),
    ]
    assert ("questoin", "question") in [(f["address"], f["suggestion"]) for f in records[1]["findings"]]
    assert [finding["code"] for finding in records[2]["findings"]] == ["hindsight"]


def test_the_text_report_holds_it_all(desk: Path) -> None:
    """Every file by name; errors as everywhere; for a question its place, why it matters and the mend."""
    ran = dilemma("check", ".", "--full", cwd=desk, COLUMNS="80")
    told = " ".join(ran.out.split())
    assert "b-broken.yaml:3:1: error: questoin: unknown key 'questoin'" in told
    assert "c-late.yaml:9:38: sources.survey.date: dated 2023-08, and the decision 2023-07-07" in told
    lint = next(lint for lint in EVERY_LINT if lint.code == "hindsight")
    assert explanation(lint).why in told
    assert explanation(lint).mend in told
    assert "a-fair.yaml Valid: nothing to ask." in told


@pytest.mark.parametrize("columns", ["100", "60", "20"])
def test_nothing_is_cut_at_any_width(columns: str) -> None:
    """Lines keep to the width, apart from paths, and every word is there."""
    wide = dilemma("check", str(BAD / "wins-nowhere.yaml"), COLUMNS="400").out
    ran = dilemma("check", str(BAD / "wins-nowhere.yaml"), COLUMNS=columns).out
    assert "".join(ran.split()) == "".join(wide.split())
    assert max(map(len, lines_that_wrap(ran))) <= int(columns)


def test_standard_input_is_checked() -> None:
    """`-` reads a file from standard input, and names it so."""
    text = (BAD / "hindsight.yaml").read_bytes()
    ran = dilemma("check", "-", given=text)
    assert ran.code == 0
    assert "<stdin>:9:38: sources.survey.date" in ran.out


def test_an_answer_is_shown() -> None:
    """A finding the file accepts stands in the report with the reason, and no longer waits."""
    ran = dilemma("check", str(GOOD / "idle-answer.yaml"), "--full")
    assert "Valid: nothing to ask, 1 answered in the file." in ran.out
    assert "[answered: hindsight]" in ran.out
    assert "It maps a soil that has not changed." in ran.out


def test_answers_need_a_reason() -> None:
    """To accept a finding without a word is refused by the reader, at its place."""
    text = (GOOD / "idle-answer.yaml").read_text(encoding="utf-8")
    blank = text.replace("It maps a soil that has not changed.", '" "')
    ran = dilemma("weigh", "-", given=blank.encode())
    assert ran.code == 1
    assert "accepts.hindsight: should say in a sentence why the file is right" in ran.err


def test_every_output_obeys_its_schema() -> None:
    """JSON of every file we hold, valid as the schema says; a list where several may come."""
    paths = [str(sample.path) for sample in EVERY_SCENARIO.values()]
    ran = dilemma("check", *paths, "--ask", "--json")
    records = json.loads(ran.out)
    SCHEMA.validate(records)
    assert [record["file"] for record in records] == paths
    assert all(record["valid"] for record in records)


@pytest.mark.parametrize("name", ["cluster", "canonical/footbridge"])
def test_one_file_gives_one_object(name: str) -> None:
    """With one scenario the output is one object, the schema's name its first key."""
    record = json.loads(dilemma("check", name, "--json").out)
    SCHEMA.validate(record)
    assert next(iter(record.values())) == "dilemma.check/1"


def test_what_ships_is_strict() -> None:
    """Every shipped file passes with no warning that is not answered in it."""
    ran = dilemma("check", *SHIPPED_SCENARIOS, "--strict", "--format", "csv")
    assert ran.code == 0
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["severity"] for row in rows if not row["answer"]} <= {"note"}


def test_sarif_is_what_code_hosts_read(desk: Path) -> None:
    """One run; every result names a rule that is there, at a place in a file; answers suppress."""
    shutil.copy(GOOD / "idle-answer.yaml", desk / "d answered.yaml")
    ran = dilemma("check", ".", "--format", "sarif", cwd=desk)
    log = json.loads(ran.out)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    levels = {result["ruleId"]: result["level"] for result in run["results"]}
    assert (levels["unknown-key"], levels["hindsight"]) == ("error", "warning")
    last = run["results"][-1]
    place = last["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "d%20answered.yaml"
    assert last["suppressions"] == [
        {"kind": "inSource", "justification": "It maps a soil that has not changed."}
    ]


def test_sarif_of_a_clean_file_has_a_run_without_results() -> None:
    """A host that gets no results closes what it had open, so the run is there all the same."""
    log = json.loads(dilemma("check", str(GOOD / "hindsight.yaml"), "--format", "sarif").out)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    assert log["runs"][0]["results"] == []


def test_markdown_is_a_page_a_file() -> None:
    """Headings and lists that any host draws."""
    ran = dilemma("check", str(BAD / "hindsight.yaml"), "--full", "--format", "md")
    assert "\n## A source is dated after the moment of decision (`hindsight`)\n" in ran.out
    assert "\n- **why**: Those who chose" in ran.out


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    """The page of a code holds what its lint's docstring says."""
    lint = next(lint for lint in EVERY_LINT if lint.code == code)
    told = explanation(lint)
    page = " ".join(dilemma("check", "--explain", code).out.split())
    for part in told:
        assert " ".join(part.split()) in page


def test_an_explanation_can_be_read_by_programs() -> None:
    """Lints and errors give the same keys."""
    lint = json.loads(dilemma("check", "--explain", "hindsight", "--json").out)
    error = json.loads(dilemma("check", "--explain", "unknown-key", "--json").out)
    assert list(lint) == list(error)
    assert (lint["schema"], lint["severity"], error["severity"]) == ("dilemma.lint/1", "warning", "error")
    assert lint["mend"]
    assert error["mend"] is None


def test_a_misspelt_code_is_told() -> None:
    """What was probably meant is said."""
    ran = dilemma("check", "--explain", "hindsihgt")
    assert (ran.out, ran.err) == ("", "dilemma: no code 'hindsihgt'; did you mean 'hindsight'?\n")


def test_the_library_checks_too() -> None:
    """`dilemma.check` gives the same findings as frozen values."""
    import dilemma as library

    (item,) = library.check(library.load(ROOT / "tests" / "unit" / "lints" / "bad" / "hindsight.yaml"))
    assert item.code == "hindsight"
    assert "2023-08" in item.message
    assert "2023-07-07" in item.message
