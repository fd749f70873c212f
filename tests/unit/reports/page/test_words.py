"""The page says live what the program says of the same settings."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dilemma import load, weigh
from dilemma.errors import BadSetting
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reports.page.data.model import model
from dilemma.reports.page.data.perspectives import viewpoints
from dilemma.reports.page.phrases import answer_sentence, theory_text
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import aligned, contrast, figure, in_row, stated
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.robustness.cruxes.crux import Cruxes
from dilemma.scenario import view
from tests.support.samples import SHIPPED, SOME_SHIPPED, THOROUGH
from tests.unit.reports.page.live import engine, movable, page

SETTINGS = 200 if THOROUGH else 12
TURNED = 0.2  # of all dials at once
TELLS = """(() => {
  const theories = model.theories[view.theories], words = model.words, panel = model.panel;
  const verdicts = theories.map(theory => verdictOf(theory, model, values));
  const of = names => panel.map(at => names[at]);
  return {
    said: verdicts.map((verdict, at) => tell(verdict, theories[at])),
    answer: answering(words, of(words.theories), of(words.short), of(verdicts)),
    choices: theories.map(theory => choiceOf(theory, values)),
    impossible: impossibleOf(words, model.impossible[view.theories], values),
  };
})()"""
LIBRARY = [name for name in SOME_SHIPPED if not name.startswith("canonical/")]


@pytest.mark.parametrize("name", LIBRARY)
def test_the_page_says_what_weigh_says(name: str) -> None:
    """Under each perspective, with some numbers moved, each phrase, mark, reason and the answer are Python's.

    What weigh refuses, since a product comes to what cannot be, the page says; of nothing else does it.
    """
    document = load(SHIPPED / f"{name}.yaml")
    made_in = view(document)
    no_turns = Cruxes(made_in, (), (), (), (), {}, ())
    data = model(made_in, CATALOGUE, no_turns, None, DialNames(made_in, CATALOGUE))
    told_live = page(data, TELLS)
    chance = np.random.default_rng(3)
    dials = movable(data)
    there = {one.id: one.dials for one in viewpoints(made_in, CATALOGUE)}  # a view may set a number otherwise
    for number in range(SETTINGS):
        id = data["views"][number % len(data["views"])]["id"]
        picked = [dial for dial in dials if chance.random() < TURNED] if number >= len(data["views"]) else []
        numbers = {address: float(chance.uniform(*domain)) for address, domain in picked}
        turned = {address: number for address, number in numbers.items() if address in there[id]}
        live = told_live(id, turned)
        try:
            weighing = weigh(document, perspective=id or None, addresses=dict(turned))
        except BadSetting:
            assert live["impossible"]
            continue
        assert live["impossible"] == []
        names = Names(weighing.view.scenario)
        expected = [theory_text(verdict, names) for verdict in weighing.verdicts]
        shown = panel_of(weighing)
        assert answer_sentence(shown, letters(tuple(weighing.view.scenario.options))) == live["answer"]
        options = [*weighing.view.scenario.options]
        choices = [[*map(options.index, v.choice)] if v.applicable else None for v in weighing.verdicts]
        assert choices == live["choices"]
        for one, other, verdict in zip(expected, live["said"], weighing.verdicts, strict=True):
            mine = [one.phrase, [list(mark) for mark in one.marks], [[w.label, w.text] for w in one.why]]
            assert mine == [other["phrase"], other["marks"], other["why"]], (verdict.about.id, id, turned)


FIGURES = st.floats(-1e9, 1e9, allow_nan=False).filter(lambda x: x == 0 or abs(x) > 1e-12)
SHORT = st.builds(lambda n, d: n / d, st.integers(-5000, 5000), st.sampled_from([1, 2, 4, 8, 10, 100, 1000]))


@given(st.lists(FIGURES | SHORT, min_size=2, max_size=5))
@example([0.0, -625.0])  # a half, below zero
@example([12.5e6, 999_999.9996])
@example([9.96e6, 995_000.0, -1.25e9, 1.23e14])
@example([0.15000000000000002, 1e15])
@example([5e-7, 1.5e-12])
def test_figures_are_written_alike(amounts: list[float]) -> None:
    """Two significant digits, stated numbers, contrasts and columns come out the same on the page."""
    say = engine().eval(
        "text => { const a = JSON.parse(text);"
        "return JSON.stringify([a.map(figure), a.map(stated), contrast(a[0], a[1]), aligned(a), inRow(a)]); }"
    )
    actual = json.loads(say(json.dumps(amounts)))
    written = [[figure(a) for a in amounts], [stated(a) for a in amounts]]
    assert [*written, [*contrast(*amounts[:2])], aligned(amounts), in_row(amounts)] == actual


@given(st.floats(-1e15, 1e15, allow_nan=False).filter(lambda x: x == 0 or abs(x) > 1e-12) | SHORT)
@example(999_999.9996)
@example(999_500_000.0)
@example(0.15000000000000002)
@example(562_949_953_421_312.2)
def test_any_one_figure_is_written_alike(amount: float) -> None:
    """As large as a file allows, a figure and a stated number come out the same on the page."""
    say = engine().eval(
        "text => { const x = JSON.parse(text); return JSON.stringify([figure(x), stated(x)]); }"
    )
    assert json.loads(say(json.dumps(amount))) == [figure(amount), stated(amount)]
