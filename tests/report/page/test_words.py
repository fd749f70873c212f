"""The page says live what the program says of the same settings."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.errors import BadSetting
from dilemma.frameworks import CATALOGUE
from dilemma.report.figures import aligned, contrast, figure
from dilemma.report.names import Names
from dilemma.report.page.model import model
from dilemma.report.page.telling import told
from dilemma.robustness.cruxes import cruxes
from dilemma.verbs import load, seen, weigh
from tests.samples import SHIPPED, SOME_SHIPPED

SETTINGS = 12
TURNED = 0.2  # of all dials at once
LIBRARY = [name for name in SOME_SHIPPED if not name.startswith("canonical/")]


def _engine() -> Any:
    quickjs = pytest.importorskip("quickjs", reason="quickjs is not installed: the page's words are untested")
    engine = quickjs.Context()
    engine.eval(files("dilemma.graph").joinpath("interpreter.js").read_text("utf-8"))
    engine.eval(files("dilemma.report.page").joinpath("words.js").read_text("utf-8"))
    return engine


def _page(data: dict[str, Any]) -> Callable[[str, dict[str, float]], list[dict[str, Any]]]:
    """Return what tells of every theory in one of the page's views, once dials have been turned."""
    engine = _engine()
    engine.eval(
        f"const model = {json.dumps(data)}, graph = decoded(model.graph), tell = telling(model.words)"
    )
    say = engine.eval(
        """(id, text) => {
          const turned = JSON.parse(text), view = model.views.find(one => one.id === id);
          const values = workedOut(graph, (a, i) => turned[a] ?? view.set[a] ?? model.best[i]);
          return JSON.stringify(model.theories[view.theories].map(t => tell(verdictOf(t, model, values), t)));
        }"""
    )
    return lambda id, turned: list(json.loads(say(id, json.dumps(turned))))


@pytest.mark.parametrize("name", LIBRARY)
def test_the_page_says_what_weigh_says(name: str) -> None:
    """Under each perspective, with some dials turned, every phrase, mark and reason is that of weigh."""
    document = load(SHIPPED / f"{name}.yaml")
    made_in = seen(document)
    data = model(made_in, CATALOGUE, cruxes(made_in, CATALOGUE))
    page = _page(data)
    chance = np.random.default_rng(3)
    inputs = data["graph"]["inputs"]
    dials = [dial for group in data["panel"] for dial in group["dials"]]
    for number in range(SETTINGS):
        id = data["views"][number % len(data["views"])]["id"]
        picked = [dial for dial in dials if chance.random() < TURNED] if number >= len(data["views"]) else []
        turned = {inputs[dial[0]]: float(chance.uniform(*dial[3])) for dial in picked}
        try:
            weighing = weigh(document, perspective=id or None, settings=dict(turned))
        except BadSetting:
            continue  # a product of several turned quantities may leave the bounds of where it stands
        names = Names(weighing.view.scenario)
        expected = [told(verdict, names) for verdict in weighing.verdicts]
        for one, other, verdict in zip(expected, page(id, turned), weighing.verdicts, strict=True):
            actual = (other["phrase"], other["marks"], other["why"])
            assert (one.phrase, [list(m) for m in one.marks], [list(w) for w in one.why]) == actual, (
                verdict.about.id,
                id,
                turned,
            )


FIGURES = st.floats(-1e9, 1e9, allow_nan=False).filter(lambda x: x == 0 or abs(x) > 1e-12)
SHORT = st.builds(lambda n, d: n / d, st.integers(-5000, 5000), st.sampled_from([1, 2, 4, 8, 10, 100, 1000]))


@given(st.lists(FIGURES | SHORT, min_size=2, max_size=5))
def test_figures_are_written_alike(amounts: list[float]) -> None:
    """Two significant digits, contrasts and columns of figures come out the same on the page."""
    engine = _engine()
    say = engine.eval(
        "text => { const a = JSON.parse(text);"
        "return JSON.stringify([a.map(figure), contrast(a[0], a[1]), aligned(a)]); }"
    )
    actual = json.loads(say(json.dumps(amounts)))
    assert [[figure(a) for a in amounts], [*contrast(*amounts[:2])], aligned(amounts)] == actual
