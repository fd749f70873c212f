"""What functions of the library return: one line, a screen, a fragment, a dictionary, a frame."""

from __future__ import annotations

import copy
import csv
import io
import json
import pickle
import re
from pathlib import Path

import numpy as np
import pytest

import dilemma
from dilemma.reports.media.terminal.screen import screen
from tests.unit.api.samples import COMMANDS, FUNCTIONS, SMALL, VIEWS, ran, result

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
FLAG = re.compile(r"(?<![\w-])--?[a-z][a-z-]*\b(?!\.)|dilemma [a-z]+ ")
HINT = re.compile(r"\w=|dilemma\.\w|…}|^give$|\W(with|others:?)$")
"""A word of a hint at arguments, or one beside it."""
WIDE = 1000  # columns, so that no hint is wrapped


WITHOUT_CSV = ("explain", "diff", "rounds", "choice_map")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_dictionary_is_what_the_command_prints(name: str) -> None:
    """`to_dict` holds the same content as `--json` of the command."""
    printed = json.loads(ran(*COMMANDS[name], "--json").out)
    assert json.loads(json.dumps(result(name).to_dict())) == printed


@pytest.mark.parametrize("name", COMMANDS)
def test_repr_is_one_short_line(name: str) -> None:
    """`repr` of a result is one line of at most 200 characters that names its kind."""
    line = repr(result(name))
    assert re.fullmatch(rf"<{type(result(name)).__name__} .+>", line)
    assert len(line) <= 200


def test_repr_of_what_results_hold_is_short() -> None:
    """A document, a view, a verdict, an answer and an explanation are one short line each."""
    weighing = result("weigh")
    held = [weighing.view, weighing.view.document, *weighing.verdicts, *weighing.verdicts[0].answers]
    lines = [repr(one) for one in [*held, *result("explain")]]
    assert [line for line in lines if len(line) > 200 or "\n" in line] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_fragment_touches_nothing_around_it(name: str) -> None:
    """HTML for a notebook is one element without scripts; every selector of its styles is its own."""
    html = result(name)._repr_html_()
    style, *others = STYLE.findall(html)
    assert others == []
    selectors = [one for rule in style.split("}") if "{" in rule for one in rule.split("{")[0].split(",")]
    assert [one for one in selectors if not one.strip().startswith(".dilemma-result")] == []
    assert re.fullmatch(r'<div class="dilemma-result">.*</div>', html, re.DOTALL)
    assert not re.search(r"<script|javascript:|\bon\w+=|https?://", html.replace(style, ""), re.IGNORECASE)


def test_a_fragment_escapes_the_words_of_a_file() -> None:
    """Markup in a file's words is shown, not taken for markup."""
    html = dilemma.weigh({**SMALL, "title": "<script>alert(1)</script>"})._repr_html_()
    assert "&lt;script&gt;" in html
    assert "<script" not in html


@pytest.mark.parametrize("name", COMMANDS)
def test_text_is_the_screen_of_the_command(name: str) -> None:
    """`str` is in the command's words, but for arguments and functions in place of flags and commands."""
    text = str(result(name))
    screen = ran(*COMMANDS[name], COLUMNS="100").out
    others = set(text.split()) - set(screen.split())
    assert [word for word in others if not HINT.search(word)] == []
    assert "\nNext\n" not in text


@pytest.mark.parametrize("name", COMMANDS)
def test_a_result_names_no_flag_and_no_command(name: str) -> None:
    """What a result shows names neither a flag nor a command, on one screen and in full."""
    for full in (False, True):
        told = result(name).to_text(full=full, width=WIDE)
        assert [line for line in told.splitlines() if FLAG.search(line) or "`dilemma " in line] == []


def test_what_a_result_shows_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A result that was shown is shown again without being worked out anew."""
    one = dilemma.weigh(SMALL, frameworks="utilitarian")
    html = one.to_html()
    monkeypatch.setattr(type(one), "_blocks", None)
    assert one.to_html() == html
    assert "A bridge" in one.to_text()


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_is_more_than_a_screen(name: str) -> None:
    """With `full` a result tells at least as much, in each medium."""
    one = result(name)
    for medium in (one.to_text, one.to_html, one.to_markdown):
        assert len(medium(full=True)) >= len(medium()) * 0.8  # pictures of one screen take their room


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WITHOUT_CSV])
def test_a_frame_has_the_columns_and_rows_of_the_csv(name: str) -> None:
    """`to_frame` has a column and a row for each of the CSV that the command writes, and two columns more."""
    pytest.importorskip("pandas")
    header, *rows = csv.reader(io.StringIO(ran(*COMMANDS[name], "--format", "csv").out))
    frame = result(name).to_frame()
    assert [column for column in frame.columns if column not in ("option_letter", "on_panel")] == header
    assert len(frame) == len(rows)


@pytest.mark.parametrize("name", ["explain", "diff"])
def test_a_frame_has_a_row_for_each_theory(name: str) -> None:
    """What has no CSV has rows by theory all the same."""
    pytest.importorskip("pandas")
    frame = result(name).to_frame()
    assert list(dict.fromkeys(frame["framework"])) == [
        theory["id"] for theory in result(name).to_dict()["frameworks"]
    ]


def test_frames_of_rounds_and_maps_hold_what_the_json_does() -> None:
    """Two rounds have a row for each number, a map one for each theory and point of its grid."""
    pytest.importorskip("pandas")
    rounds, grid = result("rounds"), result("choice_map")
    assert list(rounds.to_frame()["address"]) == [one["address"] for one in rounds.to_dict()["numbers"]]
    frame = grid.to_frame()
    assert len(frame) == len(grid.theories) * len(grid.rows) * len(grid.columns)
    told = grid.to_dict()["frameworks"][0]["choices"]
    assert list(frame["choice"])[: len(told[0])] == ["+".join(choice or ()) for choice in told[0]]


def test_a_pool_stands_as_settings_and_as_a_view_file(tmp_path: Path) -> None:
    """The settings of a pooled view and its text as a view file give the same weighing."""
    pooled = dilemma.pool("track-two", VIEWS, by="mean", frameworks="kantian")
    path = tmp_path / "class.view.yaml"
    path.write_text(pooled.text, encoding="utf-8")
    document = dilemma.load("track-two", views=path)
    (name,) = document.view_files
    by_file = dilemma.weigh(document, perspective=name, frameworks="kantian")
    by_settings = dilemma.weigh("track-two", addresses=pooled.settings, frameworks="kantian")
    assert by_file.verdicts == by_settings.verdicts
    assert by_settings.view.changed == pooled.to_dict()["set"]
    assert pooled.text.strip() in str(pooled)


def test_weights_of_a_pool_are_by_name() -> None:
    """A weight moves the pool towards the view of that name; one that is no weight is refused."""
    with pytest.warns(UserWarning, match="weights: 23 of 24 views have no weight there"):
        weighted = dilemma.pool("track-two", VIEWS, weights={"Amira": 1000}, frameworks="kantian")
    (own,) = [view for view in result("collect").views if view.name == "Amira"]
    address = next(iter(own.own))
    assert weighted.settings[address] == own.values[address]
    with pytest.raises(dilemma.BadSetting, match="weights: Amira: should be a number, 0 or more"):
        dilemma.pool("track-two", VIEWS, weights={"Amira": -1}, frameworks="kantian")


def test_a_frame_says_what_a_screen_says() -> None:
    """Rows have the option's letter, whether the theory is on the panel, and truths without gaps."""
    pytest.importorskip("pandas")
    panel = ["utilitarian", "just-war"]
    frame = dilemma.weigh({**SMALL, "panel": panel}, frameworks=[*panel, "kantian"]).to_frame()
    assert list(frame["option_letter"]) == ["A", "B"] * 3
    assert list(frame["on_panel"]) == [theory in panel for theory in frame["framework"]]
    assert [str(frame[column].dtype) for column in ("chosen", "permissible")] == ["bool", "bool"]
    assert not frame[~frame["applicable"]]["chosen"].any()
    assert set(frame["perspective_name"]) == {"the file"}


def test_a_frame_without_pandas_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas the error names what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(dilemma.DilemmaError, match=r"pip install 'dilemma-weigh\[pandas\]'"):
        result("weigh").to_frame()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_results_are_equal_where_their_content_is(name: str) -> None:
    """The same call returns an equal result."""
    if name != "stress":  # it holds columns of numbers
        assert FUNCTIONS[name](SMALL) == FUNCTIONS[name](SMALL)
    assert FUNCTIONS[name](SMALL).to_dict() == FUNCTIONS[name](SMALL).to_dict()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_result_can_be_pickled_and_copied(name: str) -> None:
    """A result that went through `pickle` or `copy.deepcopy` holds the same content."""
    one = result(name)
    for other in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):
        assert type(other) is type(one)
        assert other.to_dict() == one.to_dict()


def test_numbers_of_numpy_are_numbers() -> None:
    """Numbers of numpy stand for Python's own, in settings, in plain data and as credences."""
    chance = np.linspace(0.1, 0.3, 3)[1]
    plain = dilemma.weigh(SMALL, beliefs={"flood": float(chance)}, weights={"town": 2}, exchange=0.5)
    numbers = {"beliefs": {"flood": chance}, "weights": {"town": np.int64(2)}, "exchange": np.float64(0.5)}
    assert dilemma.weigh(SMALL, **numbers).to_dict() == plain.to_dict()
    data = {**SMALL, "beliefs": {"flood": {"claim": "A flood comes", "probability": np.float32(0.25)}}}
    assert dilemma.load(data).scenario.beliefs["flood"].probability == 0.25
    shares = {"utilitarian": np.float64(0.5), "rossian": np.float64(0.5)}
    assert dilemma.reconcile(SMALL, credences=shares, draws=np.int64(0)).results


def test_text_of_a_result_displays_nothing_in_a_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    """`str` of a result returns its text, and shows nothing by itself, in a notebook too."""
    monkeypatch.setattr("rich.console._is_jupyter", lambda: True)
    assert not screen(80, color=False).is_jupyter
