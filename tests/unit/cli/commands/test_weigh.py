"""`dilemma weigh` as a user meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.support.programs import needs
from tests.support.samples import SHIPPED_SCENARIOS, SOME_SCENARIOS
from tests.support.schemas import output
from tests.unit.cli.running import HANGS, ROOT, dilemma, dilemma_anew, lines_that_wrap

SCHEMA = output("weigh")


def weighed(*words: str) -> dict:
    """Return what `weigh --json` prints."""
    ran = dilemma("weigh", *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def without_view(record: dict) -> dict:
    """Return a weighing without what tells views and files apart."""
    settings = {k: v for k, v in record["settings"].items() if k in ("exchange", "discount")}
    return record | {"settings": settings, "scenario": None, "notes": None, "file": None}


def test_every_shipped_scenario_is_weighed_by_name(tmp_path: Path) -> None:
    """What ships is found by its name from anywhere, and the schema's name comes first."""
    ran = dilemma("weigh", *SHIPPED_SCENARIOS, "--json", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    records = json.loads(ran.out)
    assert {next(iter(record.items())) for record in records} == {("schema", "dilemma.weigh/1")}
    assert [record["scenario"]["id"] for record in records] == [
        name.rsplit("/", maxsplit=1)[-1] for name in SHIPPED_SCENARIOS
    ]


def test_output_of_any_case_obeys_the_schema() -> None:
    """Not only well-kept files: the cases we hold give an output the schema describes."""
    paths = [str(sample.path) for sample in SOME_SCENARIOS.values()]
    ran = dilemma("weigh", *paths, "--json")
    assert ran.code == 0
    records = json.loads(ran.out)
    SCHEMA.validate(records)
    assert [record["scenario"]["id"] for record in records] == [
        sample.path.stem for sample in SOME_SCENARIOS.values()
    ]


EDITS = {  # flags, and the same edits made by hand: what stands in the file, what it becomes
    "weight": (["-w", "russian-soldiers=0"], ("parties", "russian-soldiers", "weight"), 0),
    "kind": (["-s", "duties.treaty-ban.kind=absolute"], ("duties", "treaty-ban", "kind"), "absolute"),
    "exchange": (["--exchange", "0.5"], ("exchange",), 0.5),
    "discount": (["--discount", "0.03"], ("discount",), 0.03),
    "setting": (
        ["-s", "frameworks.threshold-deontology.multiple=0.5"],
        ("frameworks", "threshold-deontology", "multiple"),
        0.5,
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_flag_is_an_edit_of_the_file(edit: str, tmp_path: Path) -> None:
    """Weighing with a flag gives exactly what weighing a copy edited by hand gives, and says so."""
    flags, path, value = EDITS[edit]
    from dilemma import load
    from dilemma.scenario.views.view import plain_data

    data = plain_data(load("cluster").data)
    place = data
    for key in path[:-1]:
        place = place.setdefault(key, {})
    place[path[-1]] = value
    copy = tmp_path / "copy.json"
    copy.write_text(json.dumps(data), encoding="utf-8")
    flagged = weighed("cluster", *flags)
    assert without_view(flagged) == without_view(weighed(str(copy)))
    assert flagged["settings"]["changed"] == {".".join(path): value}


def test_a_view_is_reproduced_by_the_command_it_prints() -> None:
    """The command a view prints gives the same view."""
    import shlex

    words = (
        "cluster",
        "--as",
        "critics",
        "-w",
        "russian-soldiers=0",
        "-s",
        "duties.treaty-ban.kind=absolute",
    )
    first = weighed(*words)
    command = shlex.split(first["settings"]["command"])
    assert command[:2] == ["dilemma", "weigh"]
    assert weighed(*command[2:]) == first


@pytest.mark.parametrize(
    "words",
    [
        ("weigh", "cluster"),
        ("dials", "cluster"),
        ("explain", "canonical/footbridge"),
        ("cruxes", "canonical/footbridge"),
        ("stress", "canonical/footbridge", "-n", "100"),
        ("reconcile", "canonical/footbridge", "--even"),
    ],
)
def test_the_command_names_the_frameworks_asked_for(words: tuple[str, ...]) -> None:
    """Where `-f` restricts a view, the command that reproduces it does; where it does not, neither."""
    import shlex

    asked = (*words, "-f", "rossian,kantian", "-s", "exchange=2")
    record = json.loads(dilemma(*asked, "--json").out)
    again = shlex.split(record["settings"]["command"])[1:]
    assert json.loads(dilemma(*again, "--json").out) == record
    every = json.loads(dilemma(*words, "--json").out)
    assert "-f" not in shlex.split(every["settings"]["command"])


@pytest.mark.parametrize("verb", ["weigh", "dials", "stress", "cruxes", "explain"])
def test_the_command_shown_names_them_too(verb: str) -> None:
    """What was changed is told with a command that restricts the view as it was restricted."""
    asked = (verb, "canonical/footbridge", "-f", "rossian", "-s", "exchange=2")
    command = f"dilemma {verb} canonical/footbridge "
    lines = [line for line in dilemma(*asked, COLUMNS="300").out.splitlines() if command in line]
    assert lines
    assert all("-f rossian" in line for line in lines)


def test_a_perspective_is_its_set_written_into_the_file(tmp_path: Path) -> None:
    """`--as` gives exactly what the file gives with the perspective's settings as flags."""
    from dilemma import load, weigh

    document = load("cluster")
    for id, perspective in document.scenario.perspectives.items():
        seen = weigh(document, perspective=id)
        written = weigh(document, addresses=perspective.set)
        assert seen.verdicts == written.verdicts


def test_flags_repeat_and_take_lists() -> None:
    """`-w a=1 -w b=2` and `-w a=1,b=2` are the same; so are `-f a -f b` and `-f a,b`."""
    apart = weighed(
        "cluster", "-w", "russian-soldiers=0", "-w", "ban-regime=2", "-f", "kantian", "-f", "rossian"
    )
    listed = weighed("cluster", "-w", "russian-soldiers=0,ban-regime=2", "-f", "kantian,rossian")
    assert apart == listed
    assert [f["id"] for f in listed["frameworks"]] == ["kantian", "rossian"]


def test_standard_input_is_weighed() -> None:
    """`-` reads the scenario from standard input."""
    raw = (ROOT / "scenarios" / "cluster.yaml").read_bytes()
    ran = dilemma("weigh", "-", "--json", given=raw)
    assert ran.code == 0
    record = json.loads(ran.out)
    assert record["scenario"]["id"] == "stdin"
    assert without_view(record)["frameworks"] == weighed("cluster")["frameworks"]


def test_a_directory_is_all_its_scenarios(tmp_path: Path) -> None:
    """A directory stands for every scenario file in it, and a broken one stops no other."""
    good = (ROOT / "tests/data/cases/canonical/footbridge.yaml").read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(good, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(good.replace("options:", "optoins:"), encoding="utf-8")
    (tmp_path / "c.yaml").write_text(good, encoding="utf-8")
    ran = dilemma("weigh", str(tmp_path), "--format", "ndjson")
    assert ran.code == 1
    assert [json.loads(line)["scenario"]["id"] for line in ran.out.splitlines()] == ["a", "c"]
    assert "b.yaml:" in ran.err
    assert "did you mean 'options'?" in ran.err


def test_tables_for_data_frames_are_tidy() -> None:
    """`csv` and `ndjson --tidy` hold one row per scenario, framework and option."""
    ran = dilemma("weigh", "cluster", "track-two", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    keys = [(row["scenario"], row["framework"], row["option"]) for row in rows]
    assert len(keys) == len(set(keys)) == (5 + 4) * len(weighed("cluster")["frameworks"])
    lines = dilemma("weigh", "cluster", "track-two", "--format", "ndjson", "--tidy").out.splitlines()
    assert [tuple(json.loads(line)[k] for k in ("scenario", "framework", "option")) for line in lines] == keys


def test_several_perspectives_are_one_comparison() -> None:
    """Repeated `--as` gives one object with a weighing a perspective."""
    record = weighed("cluster", "--as", "proponents", "--as", "critics")
    SCHEMA.validate(record)
    assert record["schema"] == "dilemma.compare/1"
    assert [view["settings"]["perspective"] for view in record["views"]] == ["proponents", "critics"]


@pytest.mark.parametrize(("option", "code"), [("refrain-not-there", 2), ("wait", 0), ("push", 1)])
def test_expectation_sets_the_exit_code(option: str, code: int) -> None:
    """`--expect` ends with 1 unless every framework that applies and speaks has the option in its choice."""
    path = str(ROOT / "tests/data/cases/canonical/footbridge.yaml")
    assert dilemma("weigh", path, "-f", "kantian,double-effect", "--expect", option).code == code


HOSTILE_FLAGS = {
    "no scenario": (["nowhere"], 2, "no scenario 'nowhere'; `dilemma scenarios` lists those that ship\n"),
    "near scenario": (["clustr"], 2, "did you mean 'cluster'?"),
    "unknown flag": (["cluster", "--wieght", "a=1"], 2, "--weight"),
    "unknown framework": (["cluster", "-f", "kantain"], 2, "did you mean 'kantian'?"),
    "unknown weight": (["cluster", "-w", "russian-soldeirs=0"], 2, "did you mean 'russian-soldiers'?"),
    "unknown belief": (["cluster", "-b", "nothing=0.5"], 2, "nothing"),
    "unknown address": (["cluster", "-s", "duties.treaty-bna.kind=absolute"], 2, "duties.treaty-ban.kind"),
    "unknown field": (["cluster", "-s", "duties.treaty-ban.knid=absolute"], 2, "duties.treaty-ban.kind"),
    "unknown perspective": (["cluster", "--as", "critcs"], 2, "did you mean 'critics'?"),
    "unknown format": (["cluster", "--format", "xml"], 2, "xml"),
    "no value": (["cluster", "-w", "russian-soldiers"], 2, "NAME=VALUE"),
    "not a number": (["cluster", "-w", "russian-soldiers=half"], 2, "'half' is not a number"),
    "per mille": (["cluster", "-b", "replacements-in-time=80%%"], 2, "'80%%' is not a number"),
    "per cent above 1": (["cluster", "-b", "replacements-in-time=140%"], 2, "should be from 0 to 1, not 1.4"),
    "negative per cent": (["cluster", "-b", "replacements-in-time=-5%"], 2, "from 0 to 1, not -0.05"),
    "divided by 0": (["cluster", "-b", "replacements-in-time=1/0"], 2, "'1/0' is not a number"),
    "decimal comma": (["cluster", "--exchange", "0,5"], 2, "'0,5' is not a number; write 0.5\n"),
    "nan": (["cluster", "-w", "russian-soldiers=nan"], 2, "'nan' is not a number"),
    "inf": (["cluster", "--exchange", "inf"], 2, "'inf' is not a number"),
    "overflow": (["cluster", "--exchange", "1e999"], 2, "beyond 1e15"),
    "underscores": (["cluster", "-w", "russian-soldiers=1_0"], 2, "'1_0' is not a number"),
    "other digits": (["cluster", "-w", "russian-soldiers=١"], 2, "is not a number"),
    "negative weight": (["cluster", "-w", "russian-soldiers=-1"], 2, "parties.russian-soldiers.weight=-1"),
    "probability above 1": (["cluster", "-b", "replacements-in-time=2"], 2, "probability=2"),
    "exchange 0": (["cluster", "--exchange", "0"], 2, "exchange=0"),
    "discount above 1": (["cluster", "--discount", "1.5"], 2, "discount=1.5"),
    "text for a number": (["cluster", "-s", "parties.russian-soldiers.weight=NO"], 2, "NO"),
    "number for a kind": (["cluster", "-s", "duties.treaty-ban.kind=3"], 2, "duties.treaty-ban.kind=3"),
    "unknown kind": (["cluster", "-s", "duties.treaty-ban.kind=absolut"], 2, "absolut"),
    "setting out of its interval": (["cluster", "-s", "frameworks.kantian.grave=2"], 2, "grave=2"),
    "unlisted consequence": (
        [
            str(ROOT / "tests/data/cases/canonical/footbridge.yaml"),
            "-s",
            "options.wait.consequences.man-loss.value=-2",
        ],
        2,
        "does not list",
    ),
    "two formats": (["cluster", "--json", "--format", "csv"], 2, "choose one"),
    "tidy alone": (["cluster", "--tidy"], 2, "--format ndjson"),
    "no framework": (["cluster", "-f", ","], 2, "name a theory"),
    "markup": (["[/items]"], 2, "[/items]"),
    "control characters": (["\x1b[31mred"], 2, "red"),
}


@pytest.mark.parametrize("case", HOSTILE_FLAGS)
def test_wrong_flags_end_in_a_sentence(case: str) -> None:
    """A wrong flag ends with exit 2 and one sentence that says what is wrong: nothing else is printed."""
    words, code, said = HOSTILE_FLAGS[case]
    ran = dilemma("weigh", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err


def test_an_expectation_of_nobody_fails() -> None:
    """Where no theory asked for applies and speaks, nothing is as expected."""
    ran = dilemma("weigh", "canonical/footbridge", "-f", "virtue", "--expect", "push")
    assert ran.code == 1
    assert "no theory asked for sets options apart here" in ran.err


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("weigh cluster >&-", 1, b"standard output is closed"),
        ("weigh - <&-", 2, b"cannot read <stdin>"),
        ("weigh cluster -f kantian 2>&-", 0, b""),
        ("weigh nosuch 2>&-", 2, b""),
    ],
)
@needs("bash")
def test_closed_streams_are_no_bug(command: str, code: int, said: bytes) -> None:
    """A stream that the caller closed is told where one can, and never a traceback."""
    import subprocess
    import sys

    words = ["bash", "-c", f"{sys.executable} -m dilemma {command}"]
    done = subprocess.run(words, capture_output=True, cwd=ROOT, timeout=HANGS)
    assert done.returncode == code
    assert said in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "no belief is named here; write [] for none"),
        ("null", "should be a belief id, 'not' and a belief id, or a list of those; [] for none"),
    ],
)
def test_a_condition_is_taken_away_by_an_empty_list(value: str, said: str) -> None:
    """`[]` means what it does in a file, a list of nothing; what does not is told to write it."""
    when = "consequences.line-soldiers.when"
    record = weighed("cluster", "-f", "utilitarian", "-s", f"{when}=[]")
    assert record["settings"]["changed"] == {when: []}
    assert record["frameworks"] != weighed("cluster", "-f", "utilitarian")["frameworks"]
    ran = dilemma("weigh", "cluster", "-s", f"{when}={value}")
    assert (ran.code, ran.err) == (2, f"dilemma: {when}={value}: {said}\n")


def test_the_short_flag_wins_over_the_address() -> None:
    """`--exchange` stands whatever `-s exchange` says."""
    record = weighed("cluster", "--exchange", "2", "-s", "exchange=3", "-f", "rossian")
    assert record["settings"]["changed"] == {"exchange": 2.0}


def test_a_flag_after_a_perspective_wins() -> None:
    """Settings apply in this order: file, perspective, flags."""
    record = weighed("cluster", "--as", "ban-advocates", "-s", "duties.treaty-ban.kind=pro-tanto")
    assert "duties.treaty-ban.kind" not in record["settings"]["changed"]
    assert "duties.treaty-ban.kind=pro-tanto" in record["settings"]["command"]


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("name", ["cluster", "track-two"])
def test_numbers_never_vanish(name: str, width: int) -> None:
    """At any width every score of a ranking framework stands in the table, on lines no wider than asked."""
    table = dilemma("weigh", name, "--full", COLUMNS=str(width)).out.split("Who favours")[0]
    answer = dilemma("weigh", name, COLUMNS=str(width)).out
    assert max(map(len, lines_that_wrap(f"{table}\n{answer}"))) <= width
    for option in weighed(name, "-f", "rule-utilitarian")["frameworks"][0]["options"].values():
        assert f"{option['score']:.2f}"[:5] in table


def test_colour_is_obeyed() -> None:
    """`never` and a pipe give no escape; `always` gives some; text is never read as markup."""
    assert "\x1b" not in dilemma("weigh", "cluster").out
    assert "\x1b" not in dilemma("weigh", "cluster", "--color", "never", FORCE_COLOR="1").out
    assert "\x1b[" in dilemma("weigh", "cluster", "--color", "always").out


def test_scenario_text_is_text(tmp_path: Path) -> None:
    """Brackets, tags and pipes in a file's words are shown as they stand."""
    text = (ROOT / "tests/data/cases/canonical/footbridge.yaml").read_text(encoding="utf-8")
    path = tmp_path / "odd.yaml"
    path.write_text(text.replace("title: footbridge", "title: '[/b] <b>*x*</b> | [red]'"), encoding="utf-8")
    assert "[/b] <b>*x*</b> | [red]" in dilemma("weigh", str(path), "--color", "always").out
    assert r"\[/b\] \<b\>\*x\*\</b\> \| \[red\]" in dilemma("weigh", str(path), "--format", "md").out


@needs("bash")
def test_closed_pipe_is_quiet() -> None:
    """`dilemma weigh ... | head -1` says nothing on standard error."""
    import subprocess
    import sys

    command = f"{sys.executable} -m dilemma weigh cluster cluster cluster --json | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, timeout=HANGS)
    assert (done.stdout, done.stderr) == (b"[\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@needs("bash")
def test_full_disk_is_one_sentence() -> None:
    """A result that cannot be written ends with exit 1 and says so."""
    import subprocess
    import sys

    command = f"{sys.executable} -m dilemma weigh cluster --json > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, timeout=HANGS)
    assert done.returncode == 1
    assert b"cannot write the result: No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("setting", [{"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}])
def test_a_poor_terminal_gets_plain_signs(setting: dict[str, str]) -> None:
    """Where standard output cannot say a sign, a plain one stands for it."""
    ran = dilemma_anew("weigh", "cluster", **setting)
    assert ran.code == 0
    assert "* its one choice   + one of several it leaves standing" in ran.out


def test_reading_nothing_is_told_at_its_place() -> None:
    """An empty scenario is refused at line 1."""
    ran = dilemma("weigh", "-")
    assert ran.code == 1
    assert ran.err.startswith("<stdin>:1:1: error:")
