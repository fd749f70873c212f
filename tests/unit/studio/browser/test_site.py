"""The studio as a site: the same program, offline, with a strict policy, for the keyboard and for phones."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from dilemma.scenario.files import every_shipped
from tests.unit.cli.running import dilemma
from tests.unit.studio.browser.conftest import Studio, opened, served

ASK = """async ({texts, name}) => {
  const worker = new Worker("worker.js", {type: "module"});
  const answers = {};
  for (const [file, text] of Object.entries(texts)) {
    answers[file] = await new Promise((done, failed) => {
      worker.onmessage = ({data}) => {
        if (data.text) done(data.text); else if (data.failed) failed(data.failed);
      };
      worker.postMessage({id: 1, name, given: {text, file: file + ".yaml"}});
    });
  }
  worker.terminate();
  return answers;
}"""


def test_every_file_weighs_as_with_the_command(studio: Studio) -> None:
    """For each shipped file the browser's JSON is that of the command, to the last digit."""
    window = studio.open()
    texts = {one.id: one.raw().decode() for one in every_shipped()}
    for name, found in window.evaluate(ASK, {"texts": texts, "name": "weigh"}).items():
        printed = json.loads(dilemma("weigh", name, "--json").out)
        weighed = json.loads(found)
        printed["settings"]["command"] = weighed["settings"]["command"]
        assert json.dumps(weighed) == json.dumps(printed), name


def test_it_works_without_a_network(studio: Studio) -> None:
    """After the first visit the studio opens, weighs and shows a page without a network."""
    window = studio.open()
    window.evaluate("navigator.serviceWorker.ready.then(() => true)")
    window.wait_for_selector("#ready:empty", state="attached")
    window.context.set_offline(True)
    window.goto(studio.address + "?again#write=triage")
    window.wait_for_selector("#cover .picture")
    window.goto(studio.address + "pages/triage.html")
    window.wait_for_selector("html.live", state="attached")


def test_the_policy_is_strict(studio: Studio) -> None:
    """Nothing is allowed but what the site itself holds, WebAssembly, and the pages that Python makes."""
    window = studio.open()
    policy = window.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["connect-src"] == rules["worker-src"] == "'self'"
    allowed = rules["script-src"].split()
    assert allowed[:2] == ["'self'", "'wasm-unsafe-eval'"]
    assert all(word.startswith("'sha256-") for word in allowed[2:])
    assert "unsafe-inline" not in policy


def test_a_link_to_a_page_carries_a_view_back(studio: Studio, tmp_path: Path) -> None:
    """A link opens the page of a file in another browser; the link that is copied there is a view of it."""
    window = studio.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.click("#link")
    window.wait_for_selector("#saved:has-text('Copied')")
    other = window.context.new_page()
    other.goto(window.evaluate("navigator.clipboard.readText()"))
    page = other.frame_locator("iframe.page")
    page.locator("html.live").wait_for(state="attached", timeout=180_000)
    value = page.locator("#deciding .value input").first
    value.fill("0.9")
    value.press("Enter")
    page.locator("#mine").click()
    page.locator("#copy").click()
    page.locator("#told:has-text('Copied')").wait_for()
    link = other.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{studio.address}#page=triage.yaml:")
    returned = tmp_path / "links.txt"
    returned.write_text(f"Ann {link}\n", "utf-8")
    found = json.loads(dilemma("collect", "triage", str(returned), "--json").out)
    assert [(one["name"], [*one["set"].values()]) for one in found["views"]] == [("Ann", [0.9])]


def test_what_is_brought_together_outlives_a_reload(studio: Studio) -> None:
    """After a reload the dilemma and the views are there again, until one starts over."""
    window = studio.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    window.goto(studio.address + "#together")
    window.locator("#known").select_option("triage.yaml")
    drop(window, {"ann.yaml": "view: 1\nof: triage\nname: Ann\nchoice: lottery\n"})
    window.wait_for_selector("#taken li")
    window.reload()
    window.wait_for_selector("#told:has-text('1 view brought together')")
    window.click("#empty")
    assert window.locator("#taken li").count() == 0
    assert window.inner_text("#subject-name") == ""


def test_a_new_version_takes_over_as_a_whole(site: Path, browser: Any, tmp_path: Path) -> None:
    """Where a new version is published, the old one goes on as it is until the new one is asked for."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    with served(copy) as address:
        studio = opened(browser, address)
        window = studio.open()
        window.evaluate("navigator.serviceWorker.ready.then(() => true)")
        for name in ("index.html", "offline.js"):
            text = (copy / name).read_text("utf-8")
            (copy / name).write_text(
                text.replace("What would each theory choose", "What is new").replace(
                    '"dilemma-', '"dilemma-b'
                )
            )
        window.reload()
        window.wait_for_selector("#newer button")
        assert "What would each theory choose" in window.inner_text("h1")
        window.click("#newer button")
        window.wait_for_selector("h1:has-text('What is new')")
        window.wait_for_selector("#newer:empty", state="attached")


def test_views_of_a_person_count_once(studio: Studio, tmp_path: Path) -> None:
    """A file dropped twice counts once, a corrected one replaces the one before; tables count too."""
    window = studio.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    window.goto(studio.address + "#together")
    window.locator("#known").select_option("triage.yaml")
    first = "view: 1\nof: triage\nname: Ann\nchoice: lottery\n"
    drop(window, {"view.yaml": first})
    drop(window, {"view.yaml": first})
    window.wait_for_selector("#added:has-text('1 file already here')")
    drop(window, {"view.yaml": first.replace("lottery", "first-come")})
    window.wait_for_selector("#added:has-text('took the place')")
    drop(window, {"view.yaml": first.replace("Ann", "Ben")})
    window.wait_for_selector("#told:has-text('2 views brought together')")
    assert window.locator("#taken li").all_inner_texts() == ["Ann (view.yaml) ×", "Ben (view.yaml) ×"]
    table = Workbook()
    for row in (["name", "choice"], ["Cat", "lottery"], ["Dan", "first-come"]):
        table.active.append(row)
    table.save(tmp_path / "class.xlsx")
    window.set_input_files("#views", str(tmp_path / "class.xlsx"))
    window.wait_for_selector("#told:has-text('4 views brought together')")


def test_views_without_a_name_all_count(studio: Studio) -> None:
    """Files called alike that state no name may be of different people: both count, and it is said."""
    window = studio.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    window.goto(studio.address + "#together")
    window.locator("#known").select_option("triage.yaml")
    first = "view: 1\nof: triage\nchoice: lottery\n"
    drop(window, {"triage.view.yaml": first})
    drop(window, {"triage.view.yaml": first.replace("lottery", "first-come")})
    window.wait_for_selector("#added:has-text('no name stated in it: both count')")
    drop(window, {"triage.view (1).yaml": first})
    window.wait_for_selector("#added:has-text('1 file already here')")
    window.wait_for_selector("#told:has-text('2 views brought together')")
    taken = window.locator("#taken li").all_inner_texts()
    assert taken == ["triage.view.yaml ×", "triage.view (2).yaml ×"]


def drop(window: Any, texts: dict[str, str]) -> None:
    """Drop files with these texts where views are dropped."""
    made = """texts => {
        const given = new DataTransfer();
        for (const [name, text] of Object.entries(texts)) given.items.add(new File([text], name));
        return given;
    }"""
    window.dispatch_event("#drop", "drop", {"dataTransfer": window.evaluate_handle(made, texts)})


def test_a_view_is_returned_and_three_are_brought_together(studio: Studio, tmp_path: Path) -> None:
    """On the page of a file one saves a view; three of them are dropped and what divides them is told."""
    window = studio.open("#write=triage")
    window.wait_for_selector("#deciding:not([hidden])")
    window.click("#page")
    page = window.frame_locator("iframe.page")
    page.locator("html.live").wait_for(state="attached")
    page.locator("#mine").click()
    page.locator("#name").fill("Ann")
    with window.expect_download() as saved:
        page.locator("#save").click()
    path = tmp_path / saved.value.suggested_filename
    saved.value.save_as(path)
    mine = path.read_text("utf-8")
    assert "of: triage" in mine
    assert dilemma("collect", "triage", str(path)).code == 0
    paths = [path]
    for name, choice in (("Ben", "lottery"), ("Cat", "first-come")):
        paths.append(tmp_path / f"{name}.yaml")
        paths[-1].write_text(
            f"view: 1\nof: triage\nname: {name}\ncredences: {{rossian: 1}}\nchoice: {choice}\n"
        )
    window.goto(studio.address + "#together")
    window.locator("#known").select_option("triage.yaml")
    window.set_input_files("#views", [str(one) for one in paths])
    window.get_by_text("See what divides them").click()
    window.frame_locator("iframe.page").get_by_text("3 views").first.wait_for()


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("place", ["", "#write=triage", "#together"])
def test_nothing_is_wider_than_the_window(studio: Studio, width: int, place: str) -> None:
    """At each width, one scrolls down and never sideways."""
    studio.window.set_viewport_size({"width": width, "height": 844})
    window = studio.open(place)
    if place.startswith("#write"):
        window.wait_for_selector("#cover .picture", state="attached")
    assert window.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1440, 390])
def test_the_title_is_the_largest_heading(studio: Studio, width: int) -> None:
    """At each width the title of a place is larger than the headings below it."""
    studio.window.set_viewport_size({"width": width, "height": 844})
    window = studio.open()
    sizes = window.locator("#dilemmas :is(h1, h2)").evaluate_all(
        "found => found.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert sizes[0] > max(sizes[1:])


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_shows_one_thing_at_a_time(writing: Studio, width: int) -> None:
    """On a phone the answer has a tab of its own, which says how much is to mend."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    window.set_viewport_size({"width": width, "height": 844})
    assert not window.locator("#result").is_visible()
    window.click("#tab-answer")
    assert window.locator("#cover .picture").first.is_visible()
    assert not window.locator("#form").is_visible()
    assert window.evaluate("document.documentElement.scrollWidth") <= width
    window.click("#tab-form")
    window.locator("[data-path=as_of]").fill("soon")
    window.wait_for_selector("#state:has-text('1 thing to mend')")
    assert window.inner_text("#tab-answer") == "Answer · 1 thing to mend"
    window.click("#tab-answer")
    window.locator("#faults .place").click()
    assert window.evaluate("document.activeElement.dataset.path") == "as_of"


def test_a_page_is_as_it_was_left(writing: Studio) -> None:
    """What is changed on the whole page is there when it is opened again, also after a reload."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#deciding:not([hidden])")
    window.click("#page")
    page = window.frame_locator("iframe.page")
    page.locator("html.live").wait_for(state="attached")
    value = page.locator("#deciding .value input").first
    value.fill("0.9")
    value.press("Enter")
    changed = page.locator("#strip p").text_content()
    assert changed
    assert "Nothing changed" not in changed
    window.reload()
    window.wait_for_selector("#deciding:not([hidden])")
    window.click("#page")
    page.locator("html.live").wait_for(state="attached")
    assert page.locator("#strip p").text_content() == changed


@pytest.mark.parametrize("place", ["", "#write=triage", "#together"])
def test_it_is_accessible(studio: Studio, place: str) -> None:
    """Axe finds no fault with any place."""
    axe = os.environ.get("DILEMMA_AXE")
    if not axe:
        pytest.skip("DILEMMA_AXE does not name axe-core: accessibility is not tried")
    window = studio.open(place)
    if place.startswith("#write"):
        window.wait_for_selector("#deciding:not([hidden])")
        for summary in window.locator(".part .entry:first-of-type > summary").all():
            summary.click()
    window.evaluate(Path(axe).read_text("utf-8"))
    found: Any = window.evaluate("axe.run()")
    assert [
        (one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found["violations"]
    ] == []


def test_the_keyboard_is_enough(studio: Studio) -> None:
    """By the keyboard alone one begins a file, names it, adds an option and reads what is missing."""
    window = studio.open()
    reach(window, "a[href='#write=']")
    window.keyboard.press("Enter")
    reach(window, "[data-path='title']")
    window.keyboard.type("By keys")
    reach(window, "[data-path='add options']")
    window.keyboard.type("One course")
    window.keyboard.press("Enter")
    window.wait_for_selector("[data-part=options] .entry")
    window.wait_for_selector("#faults li")
    assert "title: " in studio.text()
    assert "one-course:" in studio.text()


def reach(window: Any, selector: str, most: int = 60) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(most):
        window.keyboard.press("Tab")
        if window.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by {most} tabs")
