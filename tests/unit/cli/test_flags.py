"""Flags take names where ids are due, numbers as people write them, and lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.running import ROOT, dilemma

FOOTBRIDGE = ROOT / "tests/data/cases/canonical/footbridge.yaml"


def printed(*words: str) -> dict:
    """Return what a command prints as JSON."""
    ran = dilemma(*words, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


BY_NAME = {
    "framework": (["-f", "Maximin fairness,conduct-in-war"], ["-f", "rawlsian,just-war"]),
    "perspective": (["--as", "Critics of the transfer"], ["--as", "critics"]),
    "two perspectives": (
        ["--as", "Critics of the transfer,proponents-of-the-transfer"],
        ["--as", "critics", "--as", "proponents"],
    ),
    "weight": (
        ["-w", "Russian soldiers=2,The ban on cluster munitions=1/2"],
        ["-w", "russian-soldiers=2,ban-regime=0.5"],
    ),
}


@pytest.mark.parametrize("flag", BY_NAME)
def test_a_name_is_as_good_as_an_id(flag: str) -> None:
    """By the names on the screen `weigh` prints what it prints by ids, its command included."""
    by_name, by_id = BY_NAME[flag]
    assert printed("weigh", "cluster", *by_name) == printed("weigh", "cluster", *by_id)


@pytest.mark.parametrize("option", ["limited", "Limited transfer", "limited TRANSFER", "B", "b"])
def test_an_option_by_its_letter_or_name(option: str) -> None:
    """`explain -o` and `weigh --expect` take the id, the letter and the name of an option."""
    explained = printed("explain", "cluster", "-f", "utilitarian", "-o", option)
    by_id = printed("explain", "cluster", "-f", "utilitarian", "-o", "limited")
    assert explained["frameworks"] == by_id["frameworks"]
    assert dilemma("weigh", "cluster", "-f", "utilitarian", "--expect", option).code == 0
    assert dilemma("weigh", "cluster", "-f", "utilitarian", "--expect", "A").code == 1


def test_theories_are_shown_by_name() -> None:
    """`frameworks` takes the name of a theory as it takes its id."""
    assert dilemma("frameworks", "Maximin fairness").out == dilemma("frameworks", "rawlsian").out


def test_methods_by_name() -> None:
    """`methods` and `--method` take the name of a method as they take its id."""
    assert dilemma("methods", "split CYCLE").out == dilemma("methods", "split-cycle").out
    asked = ("reconcile", "canonical/footbridge", "--method")
    assert printed(*asked, "Split cycle,My favourite option") == printed(
        *asked, "split-cycle,favourite-option"
    )
    ran = dilemma("methods", "splitt cycle")
    assert (ran.code, ran.err) == (2, "dilemma: no method 'splitt cycle'; did you mean 'split-cycle'?\n")


def test_the_command_names_theories_by_id() -> None:
    """A command that reproduces a view says ids, whatever name was given."""
    record = printed(
        "reconcile", "canonical/footbridge", "-f", "Double effect", "-f", "Utilitarian", "--even"
    )
    assert "-f double-effect,utilitarian" in record["settings"]["command"]


def test_credences_by_name_and_each_once() -> None:
    """`-c` takes names; a theory under two names is refused."""
    by_name = printed("reconcile", "canonical/footbridge", "-c", "Double effect=40%,utilitarian=60%")
    assert by_name["credences"] == {"utilitarian": 0.6, "double-effect": 0.4}
    ran = dilemma("reconcile", "canonical/footbridge", "-c", "Double effect=40%,double-effect=60%")
    assert (ran.code, ran.err) == (2, "dilemma: credence in double-effect: double-effect is given twice\n")


@pytest.fixture
def commas(tmp_path: Path) -> str:
    """Return the path of a scenario whose names hold commas."""
    text = FOOTBRIDGE.read_text(encoding="utf-8")
    text = text.replace("name: man", "name: 'Man, large'").replace("name: five", "name: 'Workers, all five'")
    path = tmp_path / "commas.yaml"
    mine = "  mine: {name: 'Mine, and yours', set: {exchange: 2}}\n"
    path.write_text(f"{text}\nperspectives:\n{mine}  other: {{set: {{exchange: 3}}}}\n", encoding="utf-8")
    return str(path)


def test_the_name_of_a_weight_may_hold_a_comma(commas: str) -> None:
    """In a list of weights a comma inside a name does not end it."""
    by_name = printed("weigh", commas, "-w", "man=2,Workers, all five=1/2", "-w", "Man, large=3")
    assert by_name["settings"]["changed"] == {"parties.man.weight": 3.0, "parties.five.weight": 0.5}
    ran = dilemma("weigh", commas, "-w", "Man, large=0,5,five=1")
    assert (ran.code, ran.err) == (2, "dilemma: --weight Man, large: '0,5' is not a number; write 0.5\n")
    ran = dilemma("weigh", commas, "-w", "five=1,man")
    assert (ran.code, ran.err) == (2, "dilemma: --weight man: write it as NAME=VALUE\n")


def test_a_name_may_hold_a_comma(commas: str) -> None:
    """A value that is a name as a whole is not split at its comma; a list beside it is."""
    assert printed("weigh", commas, "--as", "Mine, and yours")["settings"]["perspective"] == "mine"
    both = printed("weigh", commas, "--as", "Mine, and yours", "--as", "other")
    assert [view["settings"]["perspective"] for view in both["views"]] == ["mine", "other"]
    assert dilemma("explain", commas, "--as", "mine, and yours", "-f", "utilitarian").code == 0
    ran = dilemma("explain", commas, "--as", "mine,other", "-f", "utilitarian")
    assert (ran.code, ran.err) == (2, "dilemma: --as mine,other: one perspective at a time here\n")


@pytest.mark.parametrize(
    ("written", "number"),
    [("80%", 0.8), ("80 %", 0.8), ("1/3", 1 / 3), ("2 / 3", 2 / 3), ("0.8", 0.8), ("+.5", 0.5)],
)
def test_a_share_as_people_write_it(written: str, number: float) -> None:
    """A percentage and a fraction are read as the number they stand for, by every flag that takes a share."""
    address = "beliefs.replacements-in-time.probability"
    for flag in (("-b", f"replacements-in-time={written}"), ("-s", f"{address}={written}")):
        if flag[0] == "-s" and " / " in written:
            continue  # in a file that is a product
        settings = printed("weigh", "cluster", "-f", "utilitarian", *flag)["settings"]
        assert settings["changed"] == {address: pytest.approx(number)}
    settings = printed("weigh", "cluster", "-f", "utilitarian", "--discount", written)["settings"]
    assert settings["discount"] == pytest.approx(number)
    asked = ("stress", "canonical/footbridge", "-n", "50", "-f", "utilitarian", "--spread")
    assert printed(*asked, written)["frameworks"] == printed(*asked, repr(number))["frameworks"]


def test_a_share_in_a_list_of_settings() -> None:
    """Lists of settings hold percentages and fractions, and a product stays one."""
    changed = printed("weigh", "cluster", "-s", "discount=5%,exchange=1/4,worst=1 / 4")["settings"]["changed"]
    assert changed == {"discount": 0.05, "exchange": 0.25, "worst": "1 / 4"}


def test_a_percentage_in_a_file_is_told_as_a_number(tmp_path: Path) -> None:
    """In a file `80%` is text; the error at its place says what to write."""
    text = FOOTBRIDGE.read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(f"{text}\nworst: '80%'\ndiscount: 80 %\n", encoding="utf-8")
    ran = dilemma("check", str(tmp_path / "a.yaml"))
    assert ran.code == 1
    assert "the text '80%'; write 0.8" in ran.out
    assert "the text '80 %'; write 0.8" in ran.out


@pytest.mark.parametrize(
    ("credence", "said"),
    [
        (
            "140%",
            "utilitarian: 140% is above 1 (100%); a credence is how likely the theory is right\n",
        ),
        ("3/2", "3/2 is above 1 (100%)"),
        ("2", "2 is above 1 (100%)"),
        ("50", "a credence is how likely the theory is right: write 50% for per cent"),
        ("-5%", "should be 0 or more, such as 0.35, 35% or 1/3, not '-5%'"),
    ],
)
def test_no_credence_is_above_1(credence: str, said: str) -> None:
    """A credence is a probability: outside 0 to 1 it is refused."""
    for words in (["reconcile"], ["stress", "--methods"]):
        ran = dilemma(*words, "canonical/footbridge", "-c", f"utilitarian={credence}")
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err


MEANT = {
    "dud-rate=0.1": "quantities.dud-rate.value",
    "dud-rate.valeu=0.1": "quantities.dud-rate.value",
    "Russian soldiers=2": "parties.russian-soldiers.weight",
    "replacements-in-time=0.1": "beliefs.replacements-in-time.probability",
    "line-soldiers=0.1": "consequences.line-soldiers.value",
    "treaty-ban=2": "duties.treaty-ban.weight",
    "treaty-ban.kind=absolute": "duties.treaty-ban.kind",
    "prudence=2": "virtues.prudence.weight",
    "kantian.grave=0.1": "frameworks.kantian.grave",
    "limited.uses=[]": "options.limited.uses",
    "quantites.dud-rate.value=0.1": "quantities.dud-rate.value",
}


@pytest.mark.parametrize("setting", MEANT)
def test_an_id_for_an_address_suggests_the_address(setting: str) -> None:
    """`-s` with an id or a name suggests the address of its number, or of the field that is named."""
    ran = dilemma("weigh", "cluster", "-s", setting)
    address = setting.partition("=")[0]
    assert (ran.code, ran.err) == (2, f"dilemma: no address '{address}'; did you mean '{MEANT[setting]}'?\n")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("options.limited.uses=[russian-soldiers]", ["russian-soldiers"]),
        ("options.limited.uses=[russian-soldiers, ban-regime]", ["russian-soldiers", "ban-regime"]),
        ("quantities.dud-rate.value=[0.02, .14]", [0.02, 0.14]),
        (
            "quantities.dud-rate.value={low: 0.01, best: 0.02, high: 0.14}",
            {"low": 0.01, "best": 0.02, "high": 0.14},
        ),
    ],
)
def test_a_list_is_set_as_a_file_writes_it(setting: str, value: object) -> None:
    """A list or a map in a flag is what it is in a file; the command that is printed sets it again."""
    import shlex

    record = printed("weigh", "cluster", "-f", "kantian", "-s", f"{setting},exchange=2")
    assert record["settings"]["changed"] == {setting.partition("=")[0]: value, "exchange": 2.0}
    again = shlex.split(record["settings"]["command"])[1:]
    assert printed(*again) == record


def test_a_broken_list_is_told() -> None:
    """A list that cannot be read is refused with the reason."""
    for text in ("[a, {x]", "[a]]", "[a: b: c]", "[*a]"):
        ran = dilemma("weigh", "cluster", "-s", f"options.limited.uses={text}")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(
            f"dilemma: --set options.limited.uses={text}: cannot be read; write a list as "
        )


def test_an_id_for_a_number_of_a_map_suggests_it() -> None:
    """`--map` with an id suggests the address of its number."""
    other = "parties.russian-soldiers.weight"
    ran = dilemma("cruxes", "cluster", "-f", "utilitarian", "--map", "dud-rate", other)
    assert (ran.code, ran.err) == (
        2,
        "dilemma: no number 'dud-rate'; did you mean 'quantities.dud-rate.value'?\n",
    )
