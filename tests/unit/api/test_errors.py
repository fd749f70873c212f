"""Errors of the library: they name parameters, and the command puts its flags in their place."""

from __future__ import annotations

import pickle
import re
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dilemma
from dilemma import errors
from dilemma.cli.messages import FLAGS
from dilemma.errors import BadSetting, Named, UnknownName
from tests.unit.api.samples import SMALL, VIEWS
from tests.unit.cli.running import dilemma as command

FLAG = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
EMPTY = Path(__file__).parent / "nowhere"

BAD: dict[str, Callable[[], Any]] = {
    "no such scenario": lambda: dilemma.load("clustr"),
    "no such scenario at all": lambda: dilemma.weigh("qqqqqqq"),
    "no scenario": lambda: dilemma.weigh(3),  # type: ignore[arg-type]
    "the text of a file": lambda: dilemma.load("format: 1\ntitle: A bridge\n"),
    "JSON in place of a name": lambda: dilemma.weigh('{"format": 1}'),
    "an id in words": lambda: dilemma.load(SMALL, id="My bridge"),
    "an id that is a number": lambda: dilemma.load(SMALL, id=3),  # type: ignore[arg-type]
    "an id for a file": lambda: dilemma.load("triage", id="mine"),
    "a number for views": lambda: dilemma.load(SMALL, views=3),  # type: ignore[arg-type]
    "a number for an option": lambda: dilemma.explain(SMALL, option=3),  # type: ignore[arg-type]
    "a number for a word": lambda: dilemma.dials(SMALL, word=3),  # type: ignore[arg-type]
    "a number for a domain": lambda: dilemma.library(3),  # type: ignore[arg-type]
    "no such file": lambda: dilemma.load("nowhere.yaml"),
    "a view is no scenario": lambda: dilemma.load(sorted(VIEWS.rglob("*.yaml"))[0]),
    "invalid data": lambda: dilemma.load({"format": 1}),
    "a perspective named all": lambda: dilemma.load({**SMALL, "perspectives": {"all": {"name": "All"}}}),
    "no such view": lambda: dilemma.load("cluster", views="nobody.yaml"),
    "no such theory": lambda: dilemma.weigh(SMALL, frameworks=["qqqqqqq"]),
    "a number for theories": lambda: dilemma.weigh(SMALL, frameworks=3),  # type: ignore[arg-type]
    "no such weight": lambda: dilemma.weigh(SMALL, weights={"village": 2}),
    "weights as a list": lambda: dilemma.cruxes(SMALL, weights=["town"]),  # type: ignore[arg-type]
    "no such belief": lambda: dilemma.explain(SMALL, beliefs={"town": 0.5}),
    "a belief above 1": lambda: dilemma.explain(SMALL, beliefs={"flood": 1.5}),
    "no such address": lambda: dilemma.stress(SMALL, addresses={"parties.village.weight": 2}),
    "a text for a number": lambda: dilemma.dials(SMALL, addresses={"parties.town.weight": "much"}),
    "exchange as text": lambda: dilemma.weigh(SMALL, exchange="1"),  # type: ignore[arg-type]
    "exchange below 0": lambda: dilemma.weigh(SMALL, exchange=-1),
    "no perspectives": lambda: dilemma.weigh(SMALL, perspective="critics"),
    "a perspective as a list": lambda: dilemma.weigh(SMALL, perspective=["a"]),  # type: ignore[arg-type]
    "no such perspective": lambda: dilemma.weigh("cluster", perspective="nobody"),
    "nothing to compare": lambda: dilemma.compare(SMALL),
    "one to compare": lambda: dilemma.compare("cluster", ["critics"]),
    "a perspective to compare by": lambda: dilemma.compare("cluster", ["critics"], perspective="critics"),
    "no such option": lambda: dilemma.explain(SMALL, option="Z"),
    "perspectives as text": lambda: dilemma.compare("cluster", "critics"),
    "no such answer": lambda: dilemma.weigh(SMALL).verdicts[0].answer("Z"),
    "draws in words": lambda: dilemma.stress(SMALL, draws="many"),  # type: ignore[arg-type]
    "half a draw": lambda: dilemma.reconcile(SMALL, draws=2.5),  # type: ignore[arg-type]
    "no seed": lambda: dilemma.stress(SMALL, seed=None),  # type: ignore[arg-type]
    "a spread in words": lambda: dilemma.stress(SMALL, spread="20%"),  # type: ignore[arg-type]
    "credences as a list": lambda: dilemma.reconcile(SMALL, credences=[0.5]),  # type: ignore[arg-type]
    "a number for a name": lambda: dilemma.weigh(SMALL, weights={3: 3}),  # type: ignore[dict-item]
    "no draws": lambda: dilemma.stress(SMALL, draws=0),
    "a seed below 0": lambda: dilemma.stress(SMALL, seed=-1),
    "a spread above 1": lambda: dilemma.stress(SMALL, spread=2),
    "credences without methods": lambda: dilemma.stress(SMALL, even=True),
    "a method not in draws": lambda: dilemma.stress(SMALL, methods=["nash"]),
    "a method as text": lambda: dilemma.reconcile(SMALL, methods="borda"),
    "no such method": lambda: dilemma.reconcile(SMALL, methods=["bord"]),
    "one scale unsaid": lambda: dilemma.reconcile(SMALL, methods=["expected-raw"]),
    "one scale idle": lambda: dilemma.reconcile(SMALL, one_scale=True),
    "a credence below 0": lambda: dilemma.reconcile(SMALL, credences={"kantian": -1}),
    "two kinds of credences": lambda: dilemma.reconcile(SMALL, credences={"kantian": 1}, even=True),
    "a credence in no theory": lambda: dilemma.reconcile(SMALL, credences={"qqqqqqq": 1}),
    "a veto above 1": lambda: dilemma.reconcile(SMALL, veto=2),
    "draws below 0": lambda: dilemma.reconcile(SMALL, draws=-1),
    "no comprehensive theory": lambda: dilemma.reconcile(SMALL, frameworks=["double-effect"]),
    "settings of a table": lambda: dilemma.reconcile(
        {"options": ["a", "b"], "theories": {"x": {"a": 1, "b": 2}}}, weights={"town": 1}
    ),
    "a table of nothing": lambda: dilemma.reconcile({"theories": {}}),
    "no such views": lambda: dilemma.collect("track-two", EMPTY),
    "groups by another thing": lambda: dilemma.collect("track-two", VIEWS, by="age"),  # type: ignore[arg-type]
    "no such side": lambda: dilemma.diff("triage", "qqqqqqq"),
    "a side at no commit": lambda: dilemma.diff("triage", "-x:triage.yaml"),
    "another format": lambda: dilemma.report(SMALL, "doc"),
    "no such domain": lambda: dilemma.library("peace"),
    "no such table": lambda: dilemma.load_verdicts("nowhere.json"),
    "a file of no scenario": lambda: dilemma.check("nowhere.yaml"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_error_of_the_library_names_no_flag(name: str) -> None:
    """A bad call raises DilemmaError, whose message and findings name no flag of a command."""
    with pytest.raises(dilemma.DilemmaError) as caught:
        BAD[name]()
    assert FLAG.findall(str(caught.value)) in ([], ["-x"])  # the last is quoted from the call


def test_an_unknown_keyword_is_refused_with_what_was_meant() -> None:
    """A keyword that is none raises TypeError, as everywhere in Python, and names the nearest."""
    with pytest.raises(TypeError, match="there is no argument 'weight'; did you mean 'weights'"):
        dilemma.weigh(SMALL, weight={"town": 1})  # type: ignore[call-arg]


SAID: dict[str, tuple[Callable[[], Any], str]] = {
    "a weight in words": (
        lambda: dilemma.weigh(SMALL, weights={"town": "two"}),  # type: ignore[dict-item]
        "weights: parties.town.weight=two: should be a number, not the text 'two'",
    ),
    "a belief above 1": (
        lambda: dilemma.weigh(SMALL, beliefs={"flood": 1.5}),
        "beliefs.flood.probability=1.5: should be from 0 to 1, not 1.5",
    ),
    "no number": (
        lambda: dilemma.weigh(SMALL, weights={"town": float("nan")}),
        "weights: parties.town.weight: should be a number, not NaN, which stands for none",
    ),
    "the text of a file": (BAD["JSON in place of a name"], "this is the text of a file, not its name"),
    "an id in words": (BAD["an id in words"], "id: 'My bridge' is no id: ids are lower-case letters"),
}


@pytest.mark.parametrize("name", SAID)
def test_an_error_names_the_argument(name: str) -> None:
    """The message begins with the argument that is wrong, or with an address that names it."""
    call, said = SAID[name]
    with pytest.raises(dilemma.BadSetting) as caught:
        call()
    assert str(caught.value).startswith(said)


def test_an_error_is_shown_at_the_call() -> None:
    """The traceback of an error has no frame of the package below the function that was called."""
    with pytest.raises(dilemma.UnknownName) as caught:
        dilemma.weigh(SMALL, beliefs={"flod": 0.5})
    modules = [frame.f_globals["__name__"] for frame, _ in traceback.walk_tb(caught.tb)]
    assert modules == [__name__, "dilemma.api.boundary"]
    assert caught.value.__suppress_context__


def test_every_error_can_be_caught_by_name() -> None:
    """The package exports each of its exceptions."""
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert {kind.__name__ for kind in kinds} <= set(dilemma.__all__)


OWN = {"high": {"beliefs": {"flood": 0.2}}, "low": {"beliefs": {"flood": 0.4}}}
IDLE = "beliefs.flood.probability is set and changes nothing: every option that uses it has a number"


def test_a_setting_that_changes_nothing_is_told() -> None:
    """A probability of which every option has its own is set in vain: a warning says so, at the call."""
    options = {id: {**SMALL["options"][id], **more} for id, more in OWN.items()}
    with pytest.warns(UserWarning, match=IDLE) as told:
        dilemma.weigh({**SMALL, "options": options}, beliefs={"flood": 0.9})
    assert [one.filename for one in told] == [__file__]
    dilemma.weigh(SMALL, beliefs={"flood": 0.9})


COMMANDS = {
    "one scale unsaid": (("reconcile", "triage", "--method", "expected-raw"), "say --shared-unit if"),
    "one scale idle": (("reconcile", "triage", "--shared-unit"), "--shared-unit goes with --method"),
    "credences in draws": (("stress", "triage", "--even"), "say --methods too"),
    "no comprehensive theory": (("reconcile", "triage", "-f", "double-effect"), "by --credence"),
    "a broken list": (("weigh", "triage", "-s", "exchange=[1"), "exchange"),
    "no theory": (("weigh", "triage", "-f", ","), "--framework: name a theory"),
    "no scenario": (("weigh", "qqqqqqq"), "`dilemma scenarios` lists those that ship"),
    "no such theory": (("weigh", "triage", "-f", "qqqqqqq"), "`dilemma frameworks` lists them"),
    "a map of one": (("cruxes", "triage", "--map", "exchange", "exchange"), "--map"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_names_its_flags(name: str) -> None:
    """Where an error of the library names a parameter, the command shows its own flag or command."""
    words, said = COMMANDS[name]
    ran = command(*words)
    assert ran.code != 0
    assert said in ran.err
    assert not re.search(r"`[a-z_.]+(\(\))?`", ran.err.replace("`dilemma ", "dilemma "))


def test_a_message_is_worded_for_whoever_reads_it() -> None:
    """A named part takes the name it is given, else its own; other parts stay as they are."""
    error = BadSetting("say ", Named("one_scale"), " if one_scale holds")
    assert str(error) == "say `one_scale` if one_scale holds"
    assert error.worded(FLAGS) == "say --shared-unit if one_scale holds"


def test_errors_cross_processes() -> None:
    """An error that another process raised arrives with its message and its fields."""
    for error in (BadSetting(Named("by"), ": no"), UnknownName("theory", "kantan", ("kantian",))):
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert (str(again), again.__dict__) == (str(error), error.__dict__)


def test_a_refusal_of_plain_data_says_where() -> None:
    """The message of an invalid scenario names the address of each error, and what may have been meant."""
    with pytest.raises(
        dilemma.InvalidScenario, match=r"beliefs\.flood\.probabilty: .*did you mean 'probability'"
    ):
        dilemma.load({**SMALL, "beliefs": {"flood": {"claim": "A flood", "probabilty": 0.3}}})


def test_the_command_tells_of_a_setting_that_changes_nothing() -> None:
    """The command weighs all the same, and says on standard error what the setting does not reach."""
    ran = command("weigh", "triage", "-b", "distrust=50%", "-f", "kantian")
    assert ran.code == 0
    assert "beliefs.distrust.probability is set and changes nothing" in ran.err
