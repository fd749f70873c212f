"""`dilemma reconcile` and `dilemma methods` as a user meets them."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path

import pytest

from dilemma.reconciliation.methods.catalogue import METHODS
from tests.support.samples import SOME_SHIPPED
from tests.support.schemas import output
from tests.unit.cli.running import dilemma, lines_that_wrap

SCHEMA = output("reconcile")

TABLE = """\
title: The judge
options: [guilty, retrial, innocent]
theories:
  - {name: utilitarianism, credence: 35%, ranking: [guilty, retrial, innocent]}
  - {name: common sense, credence: 0.34, ranking: [retrial, innocent, guilty]}
  - {name: deontology, credence: 0.31, ranking: [innocent, retrial, guilty]}
"""


def reconciled(*words: str, **given: object) -> dict:
    """Return what `reconcile --json` prints."""
    ran = dilemma("reconcile", *words, "--json", **given)
    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    SCHEMA.validate(record)
    return record


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_every_shipped_scenario_is_reconciled(name: str) -> None:
    """The output of every shipped scenario obeys the schema, and its text is told without a fault."""
    record = reconciled(name)
    assert next(iter(record.values())) == "dilemma.reconcile/1"
    assert sum(record["credences"].values()) == pytest.approx(1)
    for method in record["methods"]:
        assert method["ran"] == bool(method["choice"])
    for how_much in ((), ("--full",)):
        ran = dilemma("reconcile", name, *how_much, COLUMNS="60")
        assert (ran.code, ran.err) == (0, "")
        assert all(len(line) <= 60 for line in lines_that_wrap(ran.out))


def test_every_method_runs_on_a_table(tmp_path: Path) -> None:
    """A table is reconciled by all methods, and its command gives the same again."""
    (tmp_path / "judge.yaml").write_text(TABLE, encoding="utf-8")
    record = reconciled("judge.yaml", "--method", "all", "--shared-unit", cwd=tmp_path)
    assert [method["id"] for method in record["methods"]] == [method.about.id for method in METHODS]
    assert all(method["ran"] for method in record["methods"])
    assert record["scenario"] is None
    words = shlex.split(record["settings"]["command"])
    assert reconciled(*words[2:], cwd=tmp_path) == record


def test_credences_are_echoed_and_the_command_gives_the_same() -> None:
    """What was asked comes back as a command; credence where nothing applies is set aside and said."""
    asked = [
        "cluster",
        "-c",
        "utilitarian=40%,kantian=1/3",
        "-c",
        "rights=0.2",
        "-w",
        "ban-regime=2",
        "--veto",
        "1/2",
    ]
    record = reconciled(*asked)
    assert record["credences_from"] == "stated"
    assert record["credences"]["kantian"] == pytest.approx(1 / 3 / (0.4 + 1 / 3 + 0.2))
    words = shlex.split(record["settings"]["command"])
    assert words[:2] == ["dilemma", "reconcile"]
    again = reconciled(*words[2:])
    assert again == record
    aside = reconciled("canonical/footbridge", "-c", "utilitarian=1,just-war=1")["set_aside"]
    assert [(item["framework"], item["credence"]) for item in aside] == [("just-war", 0.5)]


def test_a_weighing_is_piped_in() -> None:
    """`weigh --json | reconcile -` gives what `reconcile` gives of the scenario."""
    weighed = dilemma("weigh", "cluster", "--json").out.encode()
    piped, direct = reconciled("-", given=weighed), reconciled("cluster")
    for key in ("methods", "credences", "lottery", "simplex", "agreement", "summary"):
        assert piped[key] == direct[key]
    assert piped["alternatives"] == [one for one in direct["alternatives"] if one["id"] != "panel"]


@pytest.mark.parametrize("format_", ["table", "md", "csv", "ndjson", "json"])
def test_every_format_is_written(format_: str) -> None:
    """Each format holds the winners of the same methods."""
    ran = dilemma("reconcile", "cluster", "--full", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    if format_ == "csv":
        rows = list(csv.DictReader(io.StringIO(ran.out)))
        assert {row["method"] for row in rows if row["chosen"] == "True"} == {
            "permissibility",
            "borda",
            "one-step",
            "split-cycle",
        }
    elif format_ in ("json", "ndjson"):
        SCHEMA.validate(json.loads(ran.out))
    else:
        assert "Permissibility" in ran.out
        assert "credence is how likely" in ran.out


def test_a_perspective_has_its_own_credences(tmp_path: Path) -> None:
    """A perspective's credences are used with --as, and -c replaces them whole; two give a list of two."""
    from dilemma import load
    from dilemma.scenario.views.view import plain_data

    data = plain_data(load("cluster").data)
    data["perspectives"]["critics"]["credences"] = {"do-no-harm": 3, "virtue": 1}
    path = tmp_path / "own.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    record = reconciled(str(path), "--as", "critics")
    assert (record["credences"], record["credences_from"]) == (
        {"do-no-harm": 0.75, "virtue": 0.25},
        "perspective",
    )
    stated = reconciled(str(path), "--as", "critics", "-c", "utilitarian=1")
    assert stated["credences"] == {"utilitarian": 1}
    ran = dilemma("reconcile", str(path), "--as", "critics,critics", "--json")
    SCHEMA.validate(json.loads(ran.out))
    assert len(json.loads(ran.out)) == 2


def test_shares_of_all_credences_are_in_the_record() -> None:
    """The record tells how the shares were drawn, over whose credences, and the shares by each method."""
    simplex = reconciled("cluster")["simplex"]
    assert (simplex["draws"], simplex["seed"]) == (50_000, 0)
    assert {"utilitarian", "kantian"} <= set(simplex["frameworks"])
    assert "double-effect" not in simplex["frameworks"]
    assert [row["id"] for row in simplex["methods"]][:2] == ["permissibility", "favourite-theory"]
    for row in simplex["methods"]:
        assert sum(row["shares"].values()) == pytest.approx(1)
        assert row["error"] <= 0.0023
    assert (
        "double-effect" in reconciled("cluster", "-c", "double-effect=1,kantian=1")["simplex"]["frameworks"]
    )


@pytest.mark.parametrize("words", [(), ("--even",), ("-c", "utilitarian=1,kantian=1"), ("--as", "critics")])
def test_alternatives_are_in_the_record(words: tuple[str, ...]) -> None:
    """The record has all three alternatives, also that whose credences are in force."""
    record = reconciled("cluster", *words)
    found = record["alternatives"]
    assert [one["id"] for one in found] == ["families", "theories", "panel"]
    for one in found:
        assert sum(one["credences"].values()) == pytest.approx(1)
        assert set(one["choices"]) == {"permissibility", "borda", "one-step", "split-cycle"}
    now = {"families": "families", "even": "theories"}.get(record["credences_from"])
    for one in found:
        if one["id"] == now:
            assert one["choices"] == {m["id"]: m["choice"] for m in record["methods"] if m["ran"]}


REFUSED = {
    "unknown theory": (["cluster", "-c", "kantain=1"], "did you mean 'kantian'?"),
    "unknown method": (["cluster", "--method", "bordar"], "did you mean 'borda'?"),
    "no sign": (["cluster", "-c", "kantian"], "write it as NAME=VALUE"),
    "twice": (["cluster", "-c", "kantian=1", "-c", "kantian=2"], "given twice"),
    "no credence": (["cluster", "-c", "kantian=often"], "such as 0.35, 35% or 1/3"),
    "nothing left": (["canonical/footbridge", "-c", "just-war=1"], "Conduct in war"),
    "even and own": (["cluster", "--even", "-c", "kantian=1"], "choose one"),
    "raw": (["cluster", "--method", "expected-raw"], "--shared-unit"),
    "veto": (["cluster", "--veto", "2"], "above 0 and at most 1"),
    "missing": (["clusters"], "did you mean 'cluster'?"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_wrong_usage_is_one_sentence(name: str) -> None:
    """What cannot be asked ends with exit 2, one sentence and a mend."""
    words, told = REFUSED[name]
    ran = dilemma("reconcile", *words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1


def test_settings_do_not_change_a_table(tmp_path: Path) -> None:
    """Verdicts from elsewhere stand as they are: flags that change a scenario are refused."""
    (tmp_path / "judge.yaml").write_text(TABLE, encoding="utf-8")
    ran = dilemma("reconcile", "judge.yaml", "-w", "x=1", cwd=tmp_path)
    assert ran.code == 2
    assert "stand as they are" in ran.err
    broken = TABLE.replace("retrial, innocent, guilty]", "retrail, innocent, guilty]")
    (tmp_path / "judge.yaml").write_text(broken, encoding="utf-8")
    ran = dilemma("reconcile", "judge.yaml", cwd=tmp_path)
    assert ran.code == 1
    assert "judge.yaml:5:52: error: theories.1.ranking.0: no option 'retrail'" in ran.err
    assert "did you mean 'retrial'?" in ran.err


def test_methods_are_listed_and_shown() -> None:
    """Every method has a page; the list obeys its schema."""
    listed = dilemma("methods", "--json")
    output("methods").validate(json.loads(listed.out))
    for method in METHODS:
        ran = dilemma("methods", method.about.id)
        assert ran.code == 0
        assert method.about.formula in ran.out
    ran = dilemma("methods", "bordar")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'borda'?" in ran.err
