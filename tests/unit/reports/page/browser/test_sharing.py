"""A view is kept with its reasons, opens again, and what is shared works where it is opened."""

from __future__ import annotations

import csv
import http.server
import io
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from dilemma import load
from dilemma.case.build import case_of
from dilemma.reports.page.burdens import burdens_of
from tests.unit.cli.running import dilemma
from tests.unit.reports.page.browser.seen import Seen
from tests.unit.scenario.small import SMALL

FIRST = "options.limited.beliefs.gap-bridged.probability"


def _downloaded(shown: Seen, button: str) -> tuple[str, bytes]:
    """Return the name and the content of the file that a button of the dialog saves."""
    if not shown.page.locator("#sharing").is_visible():
        shown.click("#mine")
    with shown.page.expect_download() as waiting:
        shown.page.locator(button).click()
    return str(waiting.value.suggested_filename), Path(waiting.value.path()).read_bytes()


def _open(shown: Seen, name: str, content: str | bytes) -> str:
    """Open a view file in the dialog; return what the dialog tells."""
    if not shown.page.locator("#sharing").is_visible():
        shown.click("#mine")
    raw = content.encode() if isinstance(content, str) else content
    shown.page.set_input_files("#view-file", {"name": name, "mimeType": "text/yaml", "buffer": raw})
    shown.settle()
    return shown.text("#told p")


def _changed(shown: Seen) -> None:
    """Change two numbers, the view and a credence, and say why and what one would choose."""
    shown.type("45 %")
    shown.type("0,2", 2)
    shown.page.select_option("#view", "critics")
    shown.tab("together")
    shown.press("#credence-care", "End")
    shown.click("#mine")
    reason = shown.page.locator("#changed textarea").first
    reason.fill("The spring offensive: stalled, “they said”.")
    reason.press("Tab")
    shown.page.fill("#name", "Group 3")
    shown.page.select_option("#choice", "replacement")
    shown.page.fill("#confidence", "70%")
    shown.page.fill("#note", "Two lines,\nof # notes.")


def test_a_view_file_says_what_was_changed(browser: Any, cluster: Path) -> None:
    """It names the scenario, and holds settings with reasons, credences, choice, confidence and note."""
    shown = Seen(browser, cluster)
    _changed(shown)
    name, content = _downloaded(shown, "#save")
    assert name == "cluster-group-3.view.yaml"
    view = yaml.safe_load(content)
    credences = view.pop("credences")
    assert view == {
        "view": 1,
        "of": "cluster",
        "file": f"sha256:{load('cluster').digest}",
        "name": "Group 3",
        "as": "critics",
        "set": {
            FIRST: {"value": 0.45, "because": "The spring offensive: stalled, “they said”."},
            "quantities.dud-rate.value": 0.2,
        },
        "choice": "replacement",
        "confidence": 0.7,
        "note": "Two lines,\nof # notes.",
    }
    assert credences["care"] == max(credences.values(), key=lambda share: int(share.split("/")[0]))


def test_a_saved_view_opens_again(browser: Any, cluster: Path) -> None:
    """On a fresh page it gives the same verdicts, address, reasons and own words, as one step to undo."""
    first, again = Seen(browser, cluster), Seen(browser, cluster)
    _changed(first)
    name, content = _downloaded(first, "#save")
    assert "2 of its settings taken" in _open(again, name, content)
    assert (first.fragment(), first.phrases()) == (again.fragment(), again.phrases())
    assert _downloaded(again, "#save") == (name, content)
    again.click("#close")
    again.click("#undo")
    assert again.fragment() == "#"


def test_reasons_are_in_the_link(browser: Any, cluster: Path) -> None:
    """A reason that the reader gives travels in the address, and comes back with it."""
    first = Seen(browser, cluster)
    _changed(first)
    first.click("#close")
    again = Seen(browser, cluster, first.fragment())
    again.click("#mine")
    reason = again.page.locator("#changed textarea").first.input_value()
    assert reason == "The spring offensive: stalled, “they said”."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("just words", "is no view file"),
        ("a: [", "is no view file"),
        ("view: 2\nof: cluster", "“view: 1”"),
        ("view: 1\nof: track-two\nset: {discount: 0.1}", "is a view of “track-two”"),
        ("", "is no view file"),
        ("- 1\n- 2", "is no view file"),
        ("x: &a [*a]\n? {}", "is no view file"),
    ],
)
def test_what_is_no_view_of_this_page_is_refused(
    browser: Any, cluster: Path, content: str, told: str
) -> None:
    """It is said why, and nothing is changed."""
    shown = Seen(browser, cluster, f"#{FIRST}=0.45")
    assert told in _open(shown, "mine.yaml", content)
    assert shown.fragment() == f"#{FIRST}=0.45"
    assert shown.complaints == []


def test_the_good_part_of_a_view_is_taken(browser: Any, cluster: Path) -> None:
    """What cannot be followed is told, each by its address, and left out; the rest is taken."""
    view = f"""
view: 1
of: cluster
file: sha256:0
as: nobody
set:
  {FIRST}: 45%
  quantities.dud-rate.value: [0.1, 0.2, 0.3]
  no.such.number: 1
  __proto__: 1
  constructor: {{value: 2}}
  exchange: -5
  discount: much
  beliefs.line-would-fail.probability: 20
credences: {{utilitarian: 40%, kantian: 1/3, virtue: 0.2, nonsense: 1, care: lots}}
choice: nothing
confidence: 70%
"""
    shown = Seen(browser, cluster)
    told = _open(shown, "mine.yaml", view)
    for word in (
        *(
            "another version",
            "“nobody”",
            "no.such.number",
            "__proto__",
            "constructor",
            "exchange",
            "discount",
        ),
        *("beliefs.line-would-fail.probability", "nonsense", "care", "nothing"),
    ):
        assert word in told, word
    assert "2 of its settings taken" in told
    assert f"{FIRST}=0.45&quantities.dud-rate.value=0.2" in shown.fragment()
    assert "credences.utilitarian=0.4" in shown.fragment()
    assert shown.page.locator("#confidence").input_value() == "70%"
    assert shown.complaints == []


HOSTILE = {
    "set: {discount: .nan}": "discount",
    "set: {discount: .inf}": "discount",
    'set: {discount: {value: 0.1, because: "\\ud800"}}': "discount",
    "credences: {utilitarian: [1/3]}": "credences.utilitarian",
    "credences: {utilitarian: .inf}": "credences.utilitarian",
    "as: {toString: 1}": "perspective",
    "set: [1, 2]": "set",
    "credences: 5": "credences",
    "choose: x": "choose",
    "confidence: lots": "confidence",
    "name: {a: 1}": "name",
    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nname: *c": "name",
}
"""The rest of a view file, and a word of what is told of it."""


def test_no_view_file_stops_the_page(browser: Any, cluster: Path) -> None:
    """What cannot be meant is told, whatever its shape, and the page goes on working."""
    shown = Seen(browser, cluster)
    for rest, word in HOSTILE.items():
        assert word in _open(shown, "mine.yaml", f"view: 1\nof: cluster\n{rest}\n"), rest
    shown.click("#close")
    shown.type("45 %")
    assert "Utilitarian B → E" in shown.changes()
    assert shown.complaints == []


def test_a_reason_being_typed_is_kept(browser: Any, cluster: Path) -> None:
    """Going from the reason for one number to that for another loses neither."""
    shown = Seen(browser, cluster, f"#{FIRST}=0.45&quantities.dud-rate.value=0.2")
    shown.click("#mine")
    for place, text in enumerate(("First.", "Second.")):
        shown.page.locator("#changed textarea").nth(place).click()
        shown.page.keyboard.type(text)
        shown.settle()
    shown.press("#name", "Tab")
    fields = shown.page.locator("#changed textarea")
    assert [fields.nth(place).input_value() for place in range(2)] == ["First.", "Second."]
    assert shown.fragment().count("because.") == 2


def test_a_local_file_has_no_link_to_share(browser: Any, cluster: Path) -> None:
    """Opened from disk, the page says that its address opens nowhere else, and offers the view file."""
    shown = Seen(browser, cluster)
    shown.click("#mine")
    shown.click("#copy")
    assert "file on this machine" in shown.text("#told")
    assert "Save your view" in shown.text("#told")


@pytest.fixture
def served(cluster: Path) -> Iterator[str]:
    """Return the address of the page on a server of this machine."""
    handler = partial(_Quiet, directory=str(cluster.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{cluster.name}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Log nothing."""


def test_a_link_works_where_the_page_is_served(browser: Any, served: str) -> None:
    """On a web server the link that is copied opens the same view, and nothing but the page is requested."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{served}#{FIRST}=0.45")
    page.wait_for_selector("html.live")
    page.click("#mine")
    page.click("#copy")
    page.wait_for_timeout(200)
    assert page.inner_text("#told") == "Copied"
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{served}#{FIRST}=0.45"
    assert {address.partition("#")[0] for address in requests} == {served}


def test_the_picture_is_saved_as_svg_and_png(browser: Any, cluster: Path) -> None:
    """The SVG is well formed and names question, options and theories; the PNG is an image."""
    shown = Seen(browser, cluster, f"#{FIRST}=0.45")
    name, svg = _downloaded(shown, "#svg")
    assert name == "cluster.svg"
    drawn = " ".join(ET.fromstring(svg).itertext())
    for words in (
        "Should the United States",
        "B Limited transfer",
        "Contractualist",
        "B → E",
        "75 % → 45 %",
    ):
        assert words in drawn
    name, png = _downloaded(shown, "#png")
    assert (name, png[:8]) == ("cluster.png", b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(png[16:20], "big") >= 1200
    assert shown.complaints == []


def test_the_picture_is_that_of_the_command(browser: Any, cluster: Path) -> None:
    """Of the file as it is, the page saves the same SVG as `report --format svg` writes."""
    _, svg = _downloaded(Seen(browser, cluster), "#svg")
    ours = ET.fromstring(dilemma("report", "cluster", "--format", "svg").out)
    assert _tree(ET.fromstring(svg)) == _tree(ours)


def _tree(element: ET.Element) -> tuple[Any, ...]:
    """Return an element as its name, attributes, text and children."""
    return element.tag, element.attrib, element.text or "", [_tree(child) for child in element]


def test_tables_are_saved_as_csv(browser: Any, cluster: Path) -> None:
    """A row for each theory and option, and one for each party, with figures in full."""
    shown = Seen(browser, cluster)
    _, raw = _downloaded(shown, "#csv")
    rows = [*csv.DictReader(io.StringIO(raw.decode("utf-8-sig")))]
    mine = next(row for row in rows if (row["framework_name"], row["letter"]) == ("Utilitarian", "B"))
    assert (mine["framework"], mine["option"]) == ("utilitarian", "limited")
    assert (mine["option_name"], mine["answer"]) == ("Limited transfer", "its one choice")
    assert float(mine["score"]) == pytest.approx(-123.4, abs=0.1)
    assert len(rows) == 24 * 5
    _, raw = _downloaded(shown, "#csv-burdens")
    table = {
        (row["of"], row["party_name"]): row for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig")))
    }
    scenario = load("cluster").scenario
    borne = burdens_of(case_of(scenario)).does["farmers-deminers"]
    row = table["What the act itself does", "Farmers and deminers"]
    assert float(row["Open-ended supply"]) == pytest.approx(borne[2])


def test_a_formula_is_no_formula(browser: Any, tmp_path: Path, made: Any) -> None:
    """A name that a spreadsheet would take for a formula is made safe in the tables."""
    source = tmp_path / "formula.yaml"
    source.write_text(SMALL.replace("name: The villagers", "name: '=1+1'"), "utf-8")
    shown = Seen(browser, made(source))
    _, raw = _downloaded(shown, "#csv-burdens")
    assert "'=1+1" in raw.decode("utf-8-sig")
