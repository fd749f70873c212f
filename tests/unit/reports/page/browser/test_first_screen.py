"""The first screen: question, options, answer, picture and the numbers that decide, at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reports.weigh.panel import panel_ids
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.scenario import view
from tests.support.samples import THOROUGH
from tests.unit.reports.page.browser.seen import Seen

SIZES = ((1440, 900), (390, 844))
LARGE = ("cluster", "track-two", "negotiations")
FILES = LARGE if THOROUGH else ("cluster",)
OUT_OF_SIGHT = """selectors => {
  const strip = document.getElementById("strip").getBoundingClientRect().top, wide = innerWidth;
  return selectors.flatMap(selector => [...document.querySelectorAll(selector)].filter(one => {
    const box = one.getBoundingClientRect();
    return !box.width || box.top < 0 || box.bottom > strip + 1 || box.left < -1 || box.right > wide + 1;
  }).map(one => selector + ": " + one.textContent.slice(0, 60)));
}"""
"""Returns what of some elements is not wholly seen above the strip."""

PARTS = (
    *("h1", "#options h2", "#options p", "#choices", "#wavers"),
    *("#picture > .picture tbody tr:not(.band)", "#deciding .number h3", "#deciding .number .value"),
    *(
        "#deciding .number .rail",
        "#deciding .number .because",
        "#deciding .number :not(details) > .turns",
        "#view",
        "#figures",
    ),
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_holds_the_answer(
    browser: Any, made: Callable[[str], Path], name: str, width: int, height: int
) -> None:
    """Without scrolling: question, each option with its sentence, answer, all rows, and three sliders."""
    shown = Seen(browser, made(name), viewport={"width": width, "height": height})
    scenario = load(name).scenario
    assert shown.evaluate(OUT_OF_SIGHT, list(PARTS)) == []
    assert shown.text("h1") == scenario.question
    assert len(shown.words("#options li")) == len(scenario.options)
    assert all(shown.words("#options p"))
    panel = panel_ids(scenario, scenario.panel)
    assert len(shown.words("#picture > .picture [data-theory]")) == len(panel)
    assert len(shown.words("#deciding .number")) == 3
    assert all(shown.words("#deciding .because"))
    assert all(shown.words("#deciding .turns"))


def test_a_mark_is_hollow_where_one_number_turns_it(browser: Any, cluster: Path) -> None:
    """Hollow or dotted marks stand in the rows of the theories that turn inside a range, and no others."""
    found = cruxes_in_ranges(view(load("cluster")), CATALOGUE) or ()
    inside = {crux.about.id for crux in found}
    shown = Seen(browser, cluster)
    wavering = shown.evaluate(
        "[...document.querySelectorAll('.picture [data-theory]')].filter(row =>"
        "row.querySelector(\"use[href$='-lost'], use[href$='-gained']\")).map(row => row.dataset.id)"
    )
    assert set(wavering) == inside


def test_figures_are_shown_on_demand(browser: Any, cluster: Path) -> None:
    """A button shows the figures and the failed tests in the picture, and hides them again."""
    shown = Seen(browser, cluster)
    figure = shown.page.locator("#picture > .picture small").first
    assert not figure.is_visible()
    shown.click("#figures")
    assert figure.is_visible()
    shown.click("#figures")
    assert not figure.is_visible()


def test_theories_off_the_panel_are_there(browser: Any, cluster: Path) -> None:
    """The theories that the file does not name on its panel fold out below the picture."""
    shown = Seen(browser, cluster)
    row = shown.page.locator("#off-panel [data-id=rawlsian]")
    assert not row.is_visible()
    shown.click("#off-panel summary")
    assert row.is_visible()


def test_the_first_number_is_a_few_tabs_away(browser: Any, cluster: Path) -> None:
    """At most six presses of Tab lead to the first number that decides."""
    shown = Seen(browser, cluster)
    for _ in range(6):
        shown.page.keyboard.press("Tab")
        if shown.evaluate("document.activeElement.closest('#deciding .number') !== null"):
            return
    pytest.fail("six presses of Tab do not lead to a number")


def test_a_theory_leads_to_its_reasons(browser: Any, cluster: Path) -> None:
    """A click on a theory's row opens its reasons, also those of a theory off the panel."""
    shown = Seen(browser, cluster, viewport={"width": 390, "height": 844})
    shown.tab("file")
    shown.click("#picture > .picture [data-id=rossian] a")
    assert shown.page.locator("#why-rossian .why").is_visible()
    shown.click("#off-panel summary")
    shown.click("#off-panel [data-id=rawlsian]")
    assert shown.page.locator("#why-rawlsian .why").is_visible()


def test_it_says_how_many_other_numbers_decide(browser: Any, cluster: Path) -> None:
    """Beside the three numbers stands how many others turn a theory within their ranges; it leads to them."""
    found = cruxes_in_ranges(view(load("cluster")), CATALOGUE) or ()
    panel = load("cluster").scenario.panel
    turning = {crux.dial.address for crux in found if crux.about.id in panel}
    shown = Seen(browser, cluster)
    assert shown.words("#deciding h2 a") == [f"and {len(turning) - 3} other numbers"]
    shown.click("#deciding h2 a")
    assert shown.page.locator("#filters").is_visible()
