"""What methods choose on the page, by any settings and any credences, is what reconcile chooses."""

from __future__ import annotations

from fractions import Fraction
from math import isclose
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dilemma import load, reconcile, weigh
from dilemma.errors import BadSetting
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.request import answered, request
from dilemma.reports.page.data.model import model
from dilemma.reports.words.dial_names import DialNames
from dilemma.robustness.cruxes.crux import Cruxes
from dilemma.scenario import view
from dilemma.weighing import judge_view
from tests.support.samples import SHIPPED, SOME_SHIPPED, THOROUGH
from tests.unit.reports.page.live import movable, page
from tests.unit.scenario.small import SMALL

SETTINGS = 200 if THOROUGH else 10
TURNED = 0.2  # of all dials at once
MOST_PARTS = 100
LIVE = ("permissibility", "borda")
ROUNDING = 1e-12
TELLS = "togetherOf(model.together[view.theories], values)"
IDS = [framework.about.id for framework in CATALOGUE]


def _page_data(source: Any) -> dict[str, Any]:
    made_in = view(source)
    reconciled = answered(judge_view(made_in, CATALOGUE), request())
    no_turns = Cruxes(made_in, (), (), (), (), {}, ())
    return model(made_in, CATALOGUE, no_turns, reconciled, DialNames(made_in, CATALOGUE))


def _settings(data: dict[str, Any], chance: np.random.Generator) -> dict[str, float]:
    """Return a random setting of some dials."""
    picked = [dial for dial in movable(data) if chance.random() < TURNED]
    return {address: float(chance.uniform(*domain)) for address, domain in picked}


def _credences(chance: np.random.Generator) -> dict[str, int]:
    """Return whole parts for each theory, none for many, or nothing at all: every family the same."""
    if chance.random() < 1 / 4:
        return {}
    return {id: int(chance.integers(MOST_PARTS + 1)) * int(chance.integers(2)) for id in IDS}


def _alike(expected: Reconciliation, actual: dict[str, Any]) -> bool:
    """Whether winners are the same, and figures to the last digits."""
    pairs = [(expected.credences.share(id), share) for id, share in zip(IDS, actual["shares"], strict=True)]
    *methods, lots = actual["methods"]
    options = tuple(expected.subject.options)
    for result, told in zip(expected.results, methods, strict=True):
        assert result.scores is not None
        pairs += zip(result.scores.values(), told["scores"], strict=True)
        if result.choice != tuple(o for o, won in zip(options, told["winners"], strict=True) if won):
            return False
    drawn = expected.lottery
    if (drawn is None) != (lots is None):
        return False
    pairs += zip(drawn.values(), lots["scores"], strict=True) if drawn else ()
    return all(isclose(a, b, rel_tol=ROUNDING, abs_tol=ROUNDING) for a, b in pairs)


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_the_page_chooses_what_reconcile_chooses(name: str) -> None:
    """Winners, shares of credence, figures and lots; where no credence finds a theory, nothing."""
    document = load(SHIPPED / f"{name}.yaml")
    data = _page_data(document)
    live = page(data, TELLS)
    chance = np.random.default_rng(11)
    for _ in range(SETTINGS):
        turned, parts = _settings(data, chance), _credences(chance)
        try:
            weighing = weigh(document, addresses=dict(turned))
        except BadSetting:
            continue  # a product of several turned quantities may leave the bounds of where it stands
        inputs = turned | {f"credences.{id}": part for id, part in parts.items()} | {"credences": bool(parts)}
        actual = live("", inputs)
        try:
            whole = sum(parts.values()) or 1
            credences = {id: Fraction(part, whole) for id, part in parts.items()}
            expected = reconcile(weighing, credences=credences, methods=LIVE)
        except BadSetting:
            assert not actual["believed"]
            continue
        assert _alike(expected, actual), (turned, parts)


def test_a_perspective_brings_its_credences(tmp_path: Path) -> None:
    """Seen by someone who states credences, the page reckons with these."""
    own = "  guard: {name: Guard, credences: {kantian: 0.4, care: 0.6}}\n"
    path = tmp_path / "road.yaml"
    path.write_text(SMALL.replace("perspectives:\n", "perspectives:\n" + own), "utf-8")
    document = load(path)
    live = page(_page_data(document), TELLS)
    expected = reconcile(weigh(document, perspective="guard"), methods=LIVE)
    view = next(one for one in _page_data(document)["views"] if one["id"] == "guard")
    assert {address: parts for address, parts in view["set"].items() if address.startswith("credences")} == {
        "credences.kantian": 2.0,
        "credences.care": 3.0,
    }
    assert _alike(expected, live("guard", {"credences": 1}))
