"""Theories that other packages bring."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest

from dilemma import load
from dilemma.frameworks import About, Family, Gives, NamedGrounds, Standing
from dilemma.frameworks import TestWords as Words
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, Interval, Need, theory
from dilemma.frameworks.plugin_checks import Unfit, refuse_unfit
from dilemma.reports.page.data.model import model
from dilemma.reports.page.phrases import theory_text
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.names import Names
from dilemma.robustness.cruxes.crux import Cruxes
from dilemma.scenario import view
from dilemma.weighing import judge_view
from tests.docs.pages import blocks
from tests.unit.cli.running import HANGS, ROOT, dilemma_anew
from tests.unit.reports.page.live import page

THEORY = '''
"""A theory for a test."""
from dataclasses import dataclass
from typing import ClassVar
from dilemma.frameworks.framework import About, Family, Gives, Judgement, Need, Standing, ground

@dataclass(frozen=True, slots=True)
class Literal:
    """The right act is the one whose id is longest.

    1. Count the letters.
    """

    about: ClassVar[About] = About(
        id="literal", name="Literal", family=Family.VIRTUE, gives=Gives.ORDER, standing=Standing.CONSTRAINT,
        formula="letters", reads=("ids",), sources=("Nobody (1999), Nothing",),
        objections=("It is a joke.",), sums=False,
    )

    def needs(self, case):
        yield Need(True, "")

    def judge(self, case):
        for act in case.acts:
            yield Judgement(act.id, float(len(act.id)))
'''


WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def _files(name: str, code: str, entries: str) -> dict[str, str]:
    """Return the files of a package of one module and its entry points, as they stand once installed."""
    info = f"{name}-1.0.dist-info"
    return {
        f"{name}.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": WHEEL,
        f"{info}/entry_points.txt": f"[dilemma.frameworks]\n{entries}\n",
        f"{info}/RECORD": "",
    }


def _install(place: Path, name: str, code: str, entries: str) -> None:
    """Install a package as pip installs a wheel."""
    wheel = place / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in _files(name, code, entries).items():
            archive.writestr(path, text)
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(place / "site")]
    subprocess.run([sys.executable, *install, str(wheel)], check=True, timeout=HANGS)


def _lay_out(place: Path, name: str, code: str, entries: str) -> None:
    """Put a package where `_install` leaves it, without the time pip takes."""
    for path, text in _files(name, code, entries).items():
        file = place / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Return a path for PYTHONPATH with a place to install into."""
    return f"{ROOT}:{tmp_path / 'site'}"


def test_a_package_brings_a_theory(tmp_path: Path, path: str) -> None:
    """An installed package's theory is weighed with, listed, explained and may be named."""
    _install(tmp_path, "letters", THEORY, "literal = letters:Literal")
    ran = dilemma_anew("weigh", "cluster", "-f", "literal", "--json", PYTHONPATH=path)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["frameworks"][0]["choice"] == ["no-transfer", "replacement"]
    assert "Literal" in dilemma_anew("weigh", "cluster", "--all", PYTHONPATH=path).out
    assert "The right act is the one whose id is longest." in dilemma_anew("frameworks", PYTHONPATH=path).out
    assert "Literal" in dilemma_anew("explain", "canonical/footbridge", "-f", "literal", PYTHONPATH=path).out


def test_the_package_that_the_documentation_shows_works(tmp_path: Path, path: str) -> None:
    """Its theory passes the test that stands beside it, under the entry point of its project file."""
    page = (ROOT / "docs/how-to/extend.md").read_text(encoding="utf-8")
    files = {block.argument: block.text for block in blocks(page) if block.kind == "file"}
    project = tomllib.loads(files["pyproject.toml"])["project"]
    ((name, place),) = project["entry-points"]["dilemma.frameworks"].items()
    _lay_out(tmp_path, "dilemma_maximax", files["dilemma_maximax.py"], f"{name} = {place}")
    test = tmp_path / "test_maximax.py"
    test.write_text(files["test_maximax.py"], encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test.name],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": path},
        capture_output=True,
        timeout=HANGS,
    )
    assert ran.returncode == 0, ran.stdout
    assert b"[100%]" in ran.stdout


MUTE = THEORY.replace("def judge", "def muse")
UNUSABLE = "dilemma: the package broken brings a theory 'literal' that cannot be used: "


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise RuntimeError('no')", "RuntimeError: no"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("import sys; sys.exit()", "SystemExit"),
        ("raise RuntimeError('\\x1b[31mno\\nyes')", "RuntimeError: \\x1b[31mno\\nyes"),
        ("class Literal: pass", "it has no `about`"),
        (MUTE, "it has no `judge`"),
        ("import nothing_of_that_name", "ModuleNotFoundError: No module named 'nothing_of_that_name'"),
    ],
)
def test_a_broken_package_is_one_sentence(tmp_path: Path, path: str, code: str, said: str) -> None:
    """A theory that cannot be used is told by its package's name, and the rest works."""
    _lay_out(tmp_path, "broken", code, "literal = broken:Literal")
    ran = dilemma_anew("weigh", "cluster", "-f", "utilitarian", "--json", PYTHONPATH=path)
    assert ran.code == 0
    assert json.loads(ran.out)["frameworks"][0]["id"] == "utilitarian"
    assert ran.err == f"{UNUSABLE}{said}\n"


def test_the_first_package_by_name_keeps_an_id(tmp_path: Path, path: str) -> None:
    """Of two that bring one id the first by the package's name is used; the other is told."""
    for name in ("second", "first"):
        _lay_out(tmp_path, name, THEORY.replace("len(act.id)", f"len({name!r})"), f"literal = {name}:Literal")
    ran = dilemma_anew("weigh", "canonical/footbridge", "-f", "literal", "--json", PYTHONPATH=path)
    scores = {stand["score"] for stand in json.loads(ran.out)["frameworks"][0]["options"].values()}
    assert scores == {len("first")}
    assert ran.err == (
        "dilemma: the package second brings a theory 'literal' that cannot be used: "
        "another brings 'literal' already\n"
    )


def test_a_package_may_not_take_one_of_our_names(tmp_path: Path, path: str) -> None:
    """A theory under an id of ours is left out and told."""
    _lay_out(tmp_path, "taken", THEORY.replace('id="literal"', 'id="kantian"'), "kantian = taken:Literal")
    ran = dilemma_anew("weigh", "cluster", "-f", "kantian", "--json", PYTHONPATH=path)
    assert json.loads(ran.out)["frameworks"][0]["name"] == "Kantian constraints"
    assert ran.err == (
        "dilemma: the package taken brings a theory 'kantian' that cannot be used: 'kantian' is one of ours\n"
    )


TELLING = '''
"""A theory for a test, with words of its own for all it finds."""
from typing import ClassVar
from dilemma.frameworks import (
    About, Family, Gives, Judgement, NamedGrounds, Need, Reason, RestatedGrounds, RestatedTable, Standing,
    Test, TestWords, ground, term, theory,
)
from dilemma.quantity import at_least

@theory
class Brief:
    """No option may have a name of more than five letters.

    1. `brevity`: count the letters.
    2. `calm`: passed.
    """

    about: ClassVar[About] = About(
        id="brief", name="Brief", family=Family.VIRTUE, gives=Gives.TIERS, standing=Standing.CONSTRAINT,
        formula="letters <= 5", reads=("ids",), sources=("Nobody (1999), Nothing",), objections=("A joke.",),
        tests=(
            TestWords("brevity", "short name", "short",
                      passed="its name has {amount} letters, of {against} it may have",
                      failed="its name has {amount} letters, and may have {against}"),
            TestWords("calm", "calm", "calm", passed="is calm"),
            TestWords("quiet", "quiet", "quiet", not_run="Whether it is quiet is never asked."),
        ),
        grounds={"wordy": "{where} goes on for {amount} letters"},
        terms={"letters": "{where} takes {amount} letters"},
        caveats=("It cannot read.", NamedGrounds("wordy", "of {option}: {where}", "Wordy: {options}.")),
        restates=(
            RestatedGrounds("It repeats the name of {where} ({address})."),
            RestatedTable("parties", one="one party", several="{count} parties", places="parties"),
        ),
        permits_none="Permits none: all names are long.",
        ranks_by="U(o)", uses_exchange=True, linear=True, expected_value=True,
    )

    def needs(self, case):
        yield Need(True, "")

    def judge(self, case):
        for act in case.acts:
            letters = float(len(act.id))
            tests = (Test("brevity", at_least(5.0, letters), letters, 5.0), Test("calm", True))
            wordy = ground("brevity", "wordy", act.address, letters > 5.0, letters)
            yield Judgement(act.id, -letters, tests, (wordy, term("letters", act.address, -letters)))
'''


@pytest.fixture
def telling(tmp_path: Path, path: str) -> str:
    """Return a path for PYTHONPATH on which a package brings a theory with words of its own."""
    _lay_out(tmp_path, "telling", TELLING, "brief = telling:Brief")
    return path


def test_a_package_s_theory_is_told_in_its_own_words(telling: str) -> None:
    """Names and sentences of its tests, its caveats and what it restates stand in what weigh prints."""
    weighed = dilemma_anew(
        "weigh", "canonical/footbridge", "-f", "brief,utilitarian", "--json", PYTHONPATH=telling
    )
    assert (weighed.code, weighed.err) == (0, "")
    record = json.loads(weighed.out)
    verdict = next(one for one in record["frameworks"] if one["id"] == "brief")
    assert verdict["notes"] == [
        "It cannot read.",
        "Wordy: of Stand by: Stand by.",
        "Whether it is quiet is never asked.",
        "It repeats the name of Stand by (options.stand-by).",
        "This restates judgements in the file: 2 parties (parties).",
    ]
    texts = [reason["text"] for option in verdict["options"].values() for reason in option["reasons"]]
    assert "its name has 4 letters, of 5 it may have" in texts
    assert "its name has 8 letters, and may have 5" in texts
    assert "is calm" in texts
    assert "Stand by takes -8 letters" in texts
    assert "Stand by goes on for 8 letters" in texts
    notes = " ".join(record["notes"])
    assert "Utilitarian and Brief order by the same total, U(o)" in notes
    assert "weighs as much as" in notes
    line = ("weigh", "canonical/footbridge", "-f", "brief", "--full")
    table = dilemma_anew(*line, PYTHONPATH=telling, COLUMNS="100").out
    assert "short name" in table
    assert "It cannot read. Wordy: of Stand by" in " ".join(table.split())


def test_a_package_s_theory_is_explained_and_turned(telling: str) -> None:
    """Its argument has its words; how firm its choice is and what information is worth are told too."""
    told = dilemma_anew("explain", "canonical/footbridge", "-f", "brief", PYTHONPATH=telling).out
    words = " ".join(told.split())
    assert "it fails the test of short name: its name has 8 letters, and may have 5" in words
    assert "It cannot read." in words
    cruxes = json.loads(
        dilemma_anew("cruxes", "canonical/footbridge", "-f", "brief", "--json", PYTHONPATH=telling).out
    )
    assert set(cruxes["resilience"]) == {"brief"}


def test_the_page_has_a_package_s_words(telling: str) -> None:
    """The page tells of it without scripts."""
    page = dilemma_anew("report", "canonical/footbridge", "-f", "brief", PYTHONPATH=telling)
    assert (page.code, page.err) == (0, "")
    assert "its name has 8 letters, and may have 5" in page.out
    assert "It repeats the name of Stand by." in page.out


def test_the_page_s_scripts_have_a_package_s_words() -> None:
    """What scripts say of it live is what the program says."""
    module: dict[str, Any] = {}
    exec(compile(TELLING, "telling", "exec", dont_inherit=True), module)
    brief: Framework = module["Brief"]()
    looked_at = view(load("canonical/footbridge"))
    data = model(
        looked_at, [brief], Cruxes(looked_at, (), (), (), (), {}, ()), None, DialNames(looked_at, [brief])
    )
    theory = "model.theories[view.theories][0]"
    (live,) = page(data, f"[telling(model.words)(verdictOf({theory}, model, values), {theory})]")("", {})
    said = theory_text(judge_view(looked_at, [brief]).verdicts[0], Names(looked_at.scenario))
    assert live["why"] == [[*why] for why in said.why]
    assert live["marks"] == [[*mark] for mark in said.marks]
    assert live["marks"][1] == ["forbidden", "short name"]


NEEDY = THEORY.replace('yield Need(True, "")', "yield Need(True, ''); assert not case.acts, 'busy'")
FAULT = "the theory 'literal' of the package faulty is broken (IndexError: pop from empty list)"


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (THEORY.replace("float(len(act.id))", "[].pop()"), "IndexError: pop from empty list"),
        (THEORY.replace("float(len(act.id))", "len(act.id)"), "TypeError: an amount is int, not float"),
        (THEORY.replace("float(len(act.id))", "float('nan')"), "ValueError: an amount is nan"),
        (NEEDY, "AssertionError: busy"),
        (
            THEORY.replace("for act in case.acts", "for act in case.acts[1:]"),
            "ValueError: `judge` does not yield one Judgement an option, in the order of the options",
        ),
        (THEORY.replace("float(len(act.id))", "__import__('sys').exit(0)"), "SystemExit: 0"),
        (
            THEORY.replace("float(len(act.id))", "0.0, reasons=(ground('t', 'k', 'options.zz', True),)"),
            "ValueError: nothing stands at the address 'options.zz' of a reason",
        ),
        (
            THEORY.replace("float(len(act.id))", "0.0, reasons=(ground('t', '\\x1b[2J', None, True),)"),
            "ValueError: a test or a reason holds a character that cannot be seen",
        ),
    ],
    ids=["judge", "whole", "nan", "needs", "options", "exit", "address", "escape"],
)
def test_a_theory_that_fails_is_left_out(tmp_path: Path, path: str, code: str, fault: str) -> None:
    """What a package's theory does wrong when it is asked is told as its package's; the others answer."""
    _lay_out(tmp_path, "faulty", code, "literal = faulty:Literal")
    ran = dilemma_anew("weigh", "canonical/footbridge", "--json", PYTHONPATH=path)
    broken = f"the theory 'literal' of the package faulty is broken ({fault})"
    assert ran.err == f"dilemma: {broken}: it is left out\n"
    assert ran.code == 0
    assert [one["id"] for one in json.loads(ran.out)["frameworks"]] == [
        theory.about.id for theory in CATALOGUE
    ]


TAKES_FROM_NONE = THEORY.replace("float(len(act.id))", "[].pop()")


@pytest.mark.parametrize(
    "words",
    [
        ("explain", "canonical/footbridge"),
        ("stress", "canonical/footbridge", "--draws", "10"),
        ("reconcile", "canonical/footbridge"),
        ("weigh", "canonical/footbridge", "canonical/shallow-pond"),
    ],
    ids=lambda words: words[0],
)
def test_every_command_goes_on_without_it(tmp_path: Path, path: str, words: tuple[str, ...]) -> None:
    """It is left out of whatever is asked, and said once; the exit code is that of the rest."""
    _lay_out(tmp_path, "faulty", TAKES_FROM_NONE, "literal = faulty:Literal")
    ran = dilemma_anew(*words, PYTHONPATH=path)
    assert (ran.code, ran.err) == (0, f"dilemma: {FAULT}: it is left out\n")
    assert "footbridge" in ran.out
    assert "Literal" not in ran.out


def test_a_theory_that_fails_and_was_named_ends_the_run(tmp_path: Path, path: str) -> None:
    """Asked for by name it cannot be left out: one sentence, and exit 1."""
    _lay_out(tmp_path, "faulty", TAKES_FROM_NONE, "literal = faulty:Literal")
    ran = dilemma_anew("weigh", "canonical/footbridge", "-f", "literal,utilitarian", PYTHONPATH=path)
    assert (ran.code, ran.out, ran.err) == (1, "", f"dilemma: {FAULT}\n")


def test_a_theory_that_was_refused_and_named_is_none_there_is(tmp_path: Path, path: str) -> None:
    """One that cannot be loaded is told, and then it is a name that is none: exit 2."""
    _lay_out(tmp_path, "broken", "raise SystemExit(0)", "literal = broken:Literal")
    ran = dilemma_anew("weigh", "canonical/footbridge", "-f", "literal", PYTHONPATH=path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{UNUSABLE}SystemExit: 0\ndilemma: no theory 'literal'")


def test_check_is_not_ended_by_a_package(tmp_path: Path, path: str) -> None:
    """A package that leaves Python when it is imported makes no invalid file valid."""
    _lay_out(tmp_path, "broken", "raise SystemExit(0)", "literal = broken:Literal")
    ran = dilemma_anew("check", "-", given=b"format: 1\n", PYTHONPATH=path)
    assert ran.code == 1


def _about(**fields: Any) -> About:
    """Return a title block that can be used, but for these fields."""
    sound: dict[str, Any] = {
        "id": "sound",
        "name": "Sound",
        "family": Family.CARE,
        "gives": Gives.ORDER,
        "standing": Standing.CONSTRAINT,
        "formula": "0",
        "reads": ("ids",),
        "sources": (),
        "objections": (),
    }
    return About(**(sound | fields))


def _theory(about: object, setting: object = None, default: object = 0.5) -> Framework:
    """Return a theory with a title block and, where one is given, a setting of that type."""

    class Sound:
        """It holds.

        1. It does nothing.
        """

        def needs(self, case: object) -> Iterator[Need]:
            yield Need(True, "")

        judge = needs

    if setting is not None:
        Sound.__annotations__ = {"degree": setting}
        Sound.degree = default  # type: ignore[attr-defined]
    made = theory(Sound)()
    type(made).about = about  # type: ignore[attr-defined]
    return made  # type: ignore[return-value]


UNIT = Annotated[float, Interval(0.0, 1.0, "how far")]


def test_a_sound_theory_is_not_refused() -> None:
    """What is refused below is refused for what is named there; one of ours is sound."""
    refuse_unfit(_theory(_about(), UNIT))
    for framework in CATALOGUE:
        refuse_unfit(framework)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"id": 7}, "`about.id` is not of the type that About states"),
        ({"id": "Not an id"}, "its id, 'Not an id', is none"),
        ({"id": ""}, "its id, '', is none"),
        ({"name": " "}, "its name is empty"),
        ({"name": "\x1b[31mRed"}, "`about.name` holds a character that cannot be seen"),
        ({"short": "a\nb"}, "`about.short` holds a character that cannot be seen, or ends a line"),
        ({"formula": "\u202edrow"}, "`about.formula` holds a character that cannot be seen"),
        ({"family": "care"}, "`about.family` is not of the type"),
        ({"reads": ["ids"]}, "`about.reads` is not of the type"),
        ({"objections": "one"}, "`about.objections` is not of the type"),
        ({"sums": 1}, "`about.sums` is not of the type"),
        ({"tests": ("plain",)}, "`about.tests` is not of the type"),
        ({"tests": (Words("t t", "T", "T"),)}, "the id of a test, 't t', is none"),
        ({"tests": (Words("t", "T", 3),)}, "`about.tests[0].short` is not of the type that TestWords states"),
        ({"tests": (Words("t", "T", "T", passed="{what}"),)}, "the wording '{what}' cannot be filled"),
        ({"grounds": {"g": "{where"}}, "the wording '{where' cannot be filled"),
        ({"grounds": {"g": "\x07"}}, "`about.grounds` holds a character that cannot be seen"),
        ({"terms": ("where",)}, "`about.terms` is not of the type"),
        ({"caveats": (3,)}, "`about.caveats` is not of the type"),
        ({"caveats": (NamedGrounds("k", "{option}", "{each}"),)}, "the wording '{each}' cannot be filled"),
    ],
)
def test_a_title_block_that_cannot_be_shown_is_refused(fields: dict[str, Any], said: str) -> None:
    """Wrong types, ids that are none, hidden characters and slots nothing fills are told by their field."""
    with pytest.raises(Unfit) as refused:
        refuse_unfit(_theory(_about(**fields)))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("setting", "default", "said"),
    [
        (float, 0.5, "its setting 'degree' has no Interval"),
        (UNIT, "half", "its setting 'degree' has an end or a default that is no number"),
        (UNIT, 2.0, "its setting 'degree' does not lie in its Interval by default"),
        (Annotated[float, Interval(1.0, 0.0, "x")], 0.5, "does not lie in its Interval"),
        (Annotated[float, Interval(0.0, 1.0, "\x1b]0;x")], 0.5, "the meaning of its setting 'degree' holds"),
    ],
)
def test_a_setting_that_cannot_be_set_is_refused(setting: object, default: object, said: str) -> None:
    """Each setting is a number in an interval with a meaning that can be shown."""
    with pytest.raises(Unfit) as refused:
        refuse_unfit(_theory(_about(), setting, default))
    assert said in str(refused.value)
