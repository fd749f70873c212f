"""The page as a document: without scripts, on paper, for every reader, in every language."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reports.page.phrases import theory_text
from dilemma.reports.words.names import Names
from dilemma.scenario import view
from dilemma.weighing import judge_view
from tests.support.samples import THOROUGH
from tests.support.vendor import PACKAGE, VENDOR
from tests.unit.reports.page.browser.seen import Seen
from tests.unit.scenario.small import SMALL

FILES = ("cluster", "track-two", "negotiations", "triage", "phone") if THOROUGH else ("cluster",)
TABS = ("why", "bears", "decides", "doubts", "together", "file")
MOST_PAGES = 12
WIDTHS = (320, 390, 720, 1024, 1280, 1920)
PUBLISHED = "9285e768eaa5a5094146e291a1210334097d114ab3bf9150b78e33bb9c93487c"
MOST_BYTES = 500_000
HOSTILE = "</script><img src=x onerror=alert(1)><b>&amp;"


def test_what_others_wrote_is_named(cluster: Path) -> None:
    """The page carries the script of others as published, but for a link at its end, with its licence."""
    text = cluster.read_text("utf-8")
    script = (VENDOR / f"{PACKAGE}.min.js").read_text("utf-8")
    assert sha256(script.encode()).hexdigest() == PUBLISHED
    assert script.strip() in text
    assert (VENDOR / f"{PACKAGE}.LICENSE").read_text("utf-8").strip() in text


def test_it_is_small(cluster: Path) -> None:
    """The page of the largest dilemma that ships has at most 500 kB."""
    assert cluster.stat().st_size <= MOST_BYTES


@pytest.mark.parametrize("name", FILES)
def test_it_prints(browser: Any, made: Callable[[str], Path], name: str) -> None:
    """On A4 it takes a cover and the tabs in order, on at most twelve pages, without controls."""
    shown = Seen(browser, made(name))
    shown.page.emulate_media(media="print")
    for selector in ("#strip", ".controls", "#filters"):
        assert not shown.page.locator(selector).first.is_visible()
    tops = [shown.page.locator(f"#{id}").bounding_box()["y"] for id in ("cover", *TABS)]
    assert tops == sorted(tops)
    pdf = shown.page.pdf(format="A4")
    assert 1 < len(re.findall(rb"/Type\s*/Page\b", pdf)) <= MOST_PAGES


@pytest.mark.parametrize("name", FILES)
def test_it_is_accessible(browser: Any, made: Callable[[str], Path], name: str) -> None:
    """Axe finds nothing on any tab or in the dialog, wide in light colours and narrow in dark ones."""
    axe = os.environ.get("DILEMMA_AXE")
    if not axe:
        pytest.skip("DILEMMA_AXE names no axe.min.js: no accessibility check")
    for width, scheme in ((1440, "light"), (390, "dark")):
        shown = Seen(
            browser,
            made(name),
            "#discount=0.1",
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
        )
        shown.evaluate(Path(axe).read_text("utf-8"))
        for tab in TABS:
            shown.tab(tab)
            shown.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            assert _faults(shown) == [], (tab, width, scheme)
        shown.click("#mine")
        assert _faults(shown) == [], "the dialog"


def _faults(shown: Seen) -> list[Any]:
    found = shown.evaluate("axe.run().then(found => found.violations)")
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


def test_it_reads_without_scripts(browser: Any, cluster: Path) -> None:
    """With scripts off all tabs stand below a list of contents, without controls that do nothing."""
    shown = Seen(browser, cluster, java_script_enabled=False)
    weighing = judge_view(view(load("cluster")), CATALOGUE)
    names = Names(weighing.view.scenario)
    said = {verdict.about.id: theory_text(verdict, names).phrase for verdict in weighing.verdicts}
    for id in ("utilitarian", "rights"):
        assert shown.words(f"#why-{id} .phrase") == [said[id]]
    for tab in TABS:
        assert shown.page.locator(f"#{tab} > h2").is_visible()
        assert shown.page.locator(f"#tabs a[href='#{tab}']").count() == 1
    for selector in ("#strip", ".controls", "#filters", "#credences", "dialog"):
        assert not shown.page.locator(selector).first.is_visible()
    assert len(shown.words("#deciding .rail svg")) == 3


def test_tabs_are_walked_by_keys(browser: Any, cluster: Path) -> None:
    """Arrow keys, Home and End walk the tabs; one section is seen at a time."""
    shown = Seen(browser, cluster)
    for key, seen in (
        ("ArrowRight", "bears"),
        ("End", "file"),
        ("ArrowRight", "why"),
        ("ArrowLeft", "file"),
    ):
        shown.press("#tabs [aria-selected=true]", key)
        assert [tab for tab in TABS if shown.page.locator(f"#{tab}").is_visible()] == [seen]
        assert shown.evaluate("document.activeElement.id") == f"tab-{seen}"


def test_nothing_runs_out_sideways(browser: Any, cluster: Path) -> None:
    """From 320 pixels on, which is also 1280 at four times the size, no tab is wider than the window."""
    shown = Seen(browser, cluster)
    for width in WIDTHS:
        shown.page.set_viewport_size({"width": width, "height": 900})
        for tab in TABS:
            shown.tab(tab)
            assert shown.evaluate("document.documentElement.scrollWidth") <= width, (width, tab)


def test_it_keeps_still_for_who_asks(browser: Any, cluster: Path) -> None:
    """For readers who ask for less motion nothing moves by itself."""
    shown = Seen(browser, cluster, reduced_motion="reduce")
    moving = "one => parseFloat(getComputedStyle(one).transitionDuration) > 0"
    assert shown.evaluate(f"[...document.querySelectorAll('*')].filter({moving}).length") == 0


def test_it_asks_for_nothing(browser: Any, cluster: Path) -> None:
    """One request, for the file itself, whatever is opened; no complaint of the browser or of the policy."""
    shown = Seen(browser, cluster)
    for tab in TABS:
        shown.tab(tab)
    shown.type("45 %")
    shown.click("#mine")
    assert [cluster.as_uri()] == shown.requests
    assert shown.complaints == []


def _page_of(text: str, tmp_path: Path, made: Callable[[Path], Path], name: str) -> Path:
    source = tmp_path / f"{name}.yaml"
    source.write_text(text, "utf-8")
    return made(source)


def test_text_is_text(browser: Any, tmp_path: Path, made: Callable[[Path], Path]) -> None:
    """Signs of HTML in a file are shown as they are, and start nothing."""
    text = SMALL.replace("The flooded road", f"'{HOSTILE}'").replace("The villagers", f"'{HOSTILE}'")
    path = _page_of(text, tmp_path, made, "hostile")
    shown = Seen(browser, path)
    assert shown.page.title() == HOSTILE
    assert HOSTILE in shown.text(".kicker")
    assert HOSTILE in shown.text(".burdens")
    assert [path.as_uri()] == shown.requests
    assert shown.complaints == []


ODD = ("flood", "walkers", "rate", "storm", "keeper", "drown", "no-harm") if THOROUGH else ("flood", "rate")


@pytest.mark.parametrize("old", ODD)
def test_odd_ids_are_ids(browser: Any, tmp_path: Path, made: Callable[[Path], Path], old: str) -> None:
    """An option, party, quantity, belief, view or factor named `constructor` behaves as any other."""
    text = re.sub(rf"(?<![\w-]){old}(?![\w-])", "constructor", SMALL)
    path = _page_of(text, tmp_path, made, f"odd-{old}")
    (view_id,) = load(tmp_path / f"odd-{old}.yaml").scenario.perspectives
    shown = Seen(browser, path, f"#as={view_id}")
    assert "By the numbers of “The " in shown.changes()
    shown.press("#deciding input[type=range]", "Home", "ArrowRight")
    assert "→" in shown.changes()
    saved = _saved(shown)
    again = Seen(browser, path)
    again.click("#mine")
    again.page.set_input_files("#view-file", {"name": "a.yaml", "mimeType": "text/yaml", "buffer": saved})
    again.settle()
    assert (again.fragment(), again.phrases()) == (shown.fragment(), shown.phrases())
    assert shown.complaints == again.complaints == []


def _saved(shown: Seen) -> bytes:
    """Return the view file that the page saves."""
    shown.click("#mine")
    with shown.page.expect_download() as waiting:
        shown.page.locator("#save").click()
    return Path(waiting.value.path()).read_bytes()


WORDS = (
    *("__proto__=1", "constructor=1", "toString=1", "credences.toString=1"),
    *("as=__proto__", "as=constructor"),
)


def test_words_of_the_language_are_no_addresses(browser: Any, cluster: Path) -> None:
    """In a link, names that every object of the script's language has are no numbers and no views."""
    for word in WORDS:
        shown = Seen(browser, cluster, f"#{word}")
        assert word in shown.changes(), word
        assert shown.command() == "dilemma weigh cluster"
        assert shown.complaints == []
        shown.page.close()


ENDS = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector("h1"));
  const {left, right} = range.getBoundingClientRect();
  return [left, right];
}"""
"""Returns where the text of the heading begins and ends."""


def test_every_language_shows_as_written(browser: Any, tmp_path: Path, made: Callable[[Path], Path]) -> None:
    """The page says the language of the file; Arabic runs from the right, and no sign is lost."""
    question = "هل يجوز لحارس السد أن يغمر الطريق لإنقاذ القرية؟"
    text = SMALL.replace("format: 1", "format: 1\nlanguage: ar").replace(
        "May the dam keeper flood the lower road to save the village?", question
    )
    text = text.replace("The villagers", "村民们 · Dorfbewohner · жители")
    shown = Seen(browser, _page_of(text, tmp_path, made, "arabic"))
    assert shown.evaluate("document.documentElement.lang") == "ar"
    assert shown.text("h1") == question
    assert "村民们 · Dorfbewohner · жители" in shown.text(".burdens")
    heading = shown.page.locator("h1").bounding_box()
    ends = shown.evaluate(ENDS)
    assert ends[1] == pytest.approx(heading["x"] + heading["width"], abs=2)


def test_a_page_is_introduced(cluster: Path) -> None:
    """The head holds title, question and a picture for where a link to the page is shown."""
    text = cluster.read_text("utf-8")
    head = text[: text.index("<style>")]
    for name in ("og:title", "og:description", "og:image"):
        assert f'property="{name}"' in head
    assert "data:image/svg+xml," in head


def test_commands_stand_in_one_place(browser: Any, cluster: Path) -> None:
    """Flags of the command line are told where the command is shown, and nowhere else."""
    shown = Seen(browser, cluster, java_script_enabled=False)
    words = shown.text("main").replace(shown.command(), "")
    assert not re.findall(r"(?<![\w-])--?[a-z][\w-]*(?= )|dilemma [a-z]+", words)
