"""Writing a dilemma in the studio, with the form, the text and the answer in step."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dilemma import check, load, weigh
from tests.unit.cli.running import dilemma
from tests.unit.studio.browser.conftest import Studio


def test_a_dilemma_is_written_in_the_form(writing: Studio, tmp_path: Path) -> None:
    """From an empty form to what the theories say and what decides, without a line of YAML."""
    window = writing.open("#write=")
    fill(window, "title", "The old bridge")
    fill(window, "question", "Should the town close the old bridge before it is inspected?")
    fill(window, "agent", "The town council")
    for name in ("Close it", "Leave it open"):
        add(window, "options", name)
    add(window, "parties", "Those who cross")
    fill(window, "parties.those-who-cross.size.best", "2000")
    add(window, "beliefs", "The bridge fails this month.")
    belief = "beliefs.the-bridge-fails-this-month.probability"
    fill(window, f"{belief}.best", "2%")
    fill(window, f"{belief}.low", "0,5 %")
    fill(window, f"{belief}.high", "1/10")
    add(window, "consequences", "People die in the fall")
    death = "consequences.people-die-in-the-fall"
    window.locator(field(f"{death}.party")).select_option("those-who-cross")
    window.locator(field(f"{death}.when")).select_option("the-bridge-fails-this-month")
    fill(window, f"{death}.value.best", "-1")
    fill(window, f"{death}.count.best", "12")
    fill(window, "options.leave-it-open.consequences.people-die-in-the-fall.best", "30 %")
    add(window, "consequences", "Nobody can cross for a month")
    cut = "nobody-can-cross-for-a-month"
    window.locator(field(f"consequences.{cut}.party")).select_option("those-who-cross")
    window.get_by_role("button", name="All 2000").click()
    assert window.input_value(field(f"consequences.{cut}.count.best")) == "2000"
    fill(window, f"consequences.{cut}.value.best", "-0.0002")
    fill(window, f"options.close-it.consequences.{cut}.best", "100 %")
    add(window, "duties", "Keep the road open, as promised")
    duty = "duties.keep-the-road-open-as-promised"
    window.locator(field(f"{duty}.owed_to")).select_option("those-who-cross")
    window.locator(field(f"options.close-it.{duty}")).select_option("-0.5")

    window.wait_for_selector("#deciding:not([hidden]) .number")
    assert "The bridge fails this month" in window.inner_text("#cards")
    assert window.locator("#picture tbody tr:not(.band)").count() > 5

    with window.expect_download() as saved:
        window.click("#download")
    path = tmp_path / "bridge.yaml"
    saved.value.save_as(path)
    assert saved.value.suggested_filename == "the-old-bridge.yaml"
    assert check(path).valid
    scenario = load(path).scenario
    assert [*scenario.options] == ["close-it", "leave-it-open"]
    assert path.read_text("utf-8").count("probability: [0.005, 0.02, 0.1]") == 1
    assert answers(window) == said(path)


def test_an_error_stands_at_its_place(writing: Studio) -> None:
    """While one types, an error is told with its line and marked in the text; the last answer stays."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    window.click("#tab-text")
    line = window.locator(".cm-line", has_text="unit:").first
    line.click()
    window.keyboard.press("Home")
    window.keyboard.type("zeal: 1\n")
    told = window.locator("#faults li").first
    told.wait_for()
    number = 1 + writing.text().splitlines().index("zeal: 1")
    assert told.locator(".place").get_attribute("title") == f"Line {number} of the text"
    assert "unknown key 'zeal'" in told.inner_text()
    assert window.locator(".cm-lintRange-error").count() == 1
    assert window.locator("#cover .picture").count() > 0
    for _ in range(12):  # more than was typed: what was opened is no step to undo
        window.keyboard.press("ControlOrMeta+z")
    window.locator("#faults li").first.wait_for(state="detached")


def test_the_text_and_the_form_are_in_step(writing: Studio) -> None:
    """What is typed in the form stands in the text, where comments stay; what is typed there, in the form."""
    window = writing.open("#write=means")
    window.wait_for_selector("#cover .picture")
    before = writing.text()
    fill(window, "title", "Another title")
    window.wait_for_timeout(600)
    after = writing.text()
    changed = [
        pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]
    ]
    assert [new for _, new in changed] == ["title: Another title"]
    window.click("#tab-text")
    window.locator(".cm-line", has_text="title: Another title").click()
    window.keyboard.press("End")
    window.keyboard.type(" still")
    window.click("#tab-form")
    assert window.input_value(field("title")) == "Another title still"


def test_a_broken_text_is_said_in_the_form(writing: Studio) -> None:
    """A text that is no YAML cannot be shown in the form, which says so and loses nothing."""
    window = writing.open("#write=means")
    window.wait_for_selector("#cover .picture")
    window.click("#tab-text")
    window.locator(".cm-line", has_text="title:").first.click()
    window.keyboard.press("Home")
    window.keyboard.type("a: [1, \n")
    window.locator("#faults li").first.wait_for()
    broken = writing.text()
    window.click("#tab-form")
    assert window.locator("#form.stale").count() == 1
    assert writing.text() == broken


def test_a_reload_keeps_the_work(writing: Studio) -> None:
    """What was written is there again after a reload, and in the list of what is kept."""
    window = writing.open("#write=means")
    window.wait_for_selector("#cover .picture")
    fill(window, "title", "Kept")
    window.wait_for_selector("#cover .kicker:has-text('Kept')")
    window.reload()
    assert window.input_value(field("title")) == "Kept"
    window.goto(writing.address)
    assert window.locator("#kept a").all_inner_texts() == ["means.yaml"]


def test_a_link_holds_the_file(writing: Studio) -> None:
    """The link to edit a file opens it in another browser, as it was."""
    window = writing.open("#write=means")
    window.wait_for_selector("#cover .picture")
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.click("#link-edit")
    window.wait_for_selector("#saved:has-text('holds the whole file')")
    link = window.evaluate("navigator.clipboard.readText()")
    text = writing.text()
    other = window.context.browser.new_context().new_page()
    other.goto(link)
    other.wait_for_selector("#cover .picture", timeout=180_000)
    kept = other.evaluate("JSON.parse(localStorage.getItem('dilemma.files'))")
    assert kept == {"means.yaml": text}


def test_an_error_is_said_at_its_field(writing: Studio) -> None:
    """An error is told beside its field in the form's words, and its entry is marked until it is mended."""
    window = writing.open("#write=means")
    window.wait_for_selector("#cover .picture")
    scenario = load("means").scenario
    id = next(iter(scenario.duties))
    fill(window, "as_of", "September 2025")
    fill(window, f"duties.{id}.weight.best", "20")
    window.wait_for_selector("#faults li:nth-child(2)")
    assert window.locator("#faults li").all_inner_texts() == [
        "Show Day of the decision: should be a day, such as 8 November 2024.",
        f"Show “{scenario.duties[id].name}” · Weight: should be from 0 to 10, not 20.",
    ]
    beside = window.locator('.field:has([data-path="as_of"]) .fault')
    assert beside.inner_text() == "should be a day, such as 8 November 2024"
    assert window.locator(field("as_of")).get_attribute("aria-invalid") == "true"
    assert window.locator(f'.entry.faulty[data-entry="duties.{id}"]').count() == 1
    fill(window, "as_of", "2025-09-01")
    fill(window, f"duties.{id}.weight.best", "2")
    window.locator("#faults li").first.wait_for(state="detached")
    assert window.locator(".fault, .faulty, [aria-invalid=true]").count() == 0


def test_questions_speak_as_the_form_does(writing: Studio) -> None:
    """The questions on a file name entries and fields as the form does, not by ids and keys."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    add(window, "duties", "To keep one's word")
    asked = window.locator("#questions li", has_text="“To keep one's word”: neither “Because” nor “Sources”")
    asked.wait_for(state="attached")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1 in 20", ("5 %", "", "")),
        ("about 0,4 %", ("0.4 %", "", "")),
        ("2-10 %", ("", "2 %", "10 %")),
        ("2 % to 10 %", ("", "2 %", "10 %")),
        ("1:20", ("5 %", "", "")),
    ],
)
def test_chances_are_read_as_people_write_them(writing: Studio, typed: str, shown: tuple[str, ...]) -> None:
    """One in twenty, about so much, from so much to so much: each is a chance, and is shown as one."""
    window = writing.open("#write=")
    add(window, "beliefs", "It rains.")
    fill(window, "beliefs.it-rains.probability.best", typed)
    window.wait_for_timeout(300)
    found = [
        window.input_value(field(f"beliefs.it-rains.probability.{end}")) for end in ("best", "low", "high")
    ]
    assert found == [*shown]


def test_a_day_is_read_as_people_write_it(writing: Studio) -> None:
    """A day with the name of its month is written as the file asks for it."""
    window = writing.open("#write=")
    fill(window, "as_of", "1 December 2026")
    assert window.input_value(field("as_of")) == "2026-12-01"


def test_what_is_no_number_is_to_mend(writing: Studio) -> None:
    """What was typed and is no number stays, is to mend, and is no longer once a number stands there."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#deciding:not([hidden])")
    party = next(id for id, one in load("triage").scenario.parties.items() if one.size)
    fill(window, f"parties.{party}.size.best", "very many")
    told = window.locator("#faults li", has_text="“very many” is no number")
    told.wait_for()
    assert window.locator("#cover.stale").count() == 1
    window.locator("[data-part=parties] .moves button", has_text="↓").first.click()  # all is drawn anew
    assert window.input_value(field(f"parties.{party}.size.best")) == "very many"
    fill(window, f"parties.{party}.size.best", "30")
    told.wait_for(state="detached")
    assert window.locator("#cover.stale").count() == 0


def test_what_is_no_number_goes_with_its_field(writing: Studio) -> None:
    """Where the entry is removed in which something was typed that is no number, nothing is left to mend."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    option, *_ = load("triage").scenario.options
    add(window, "consequences", "Noise")
    fill(window, f"options.{option}.consequences.noise.best", "often")
    told = window.locator("#faults li", has_text="“often” is no number")
    told.wait_for()
    assert told.locator(".place").get_attribute("title") is None
    window.locator('[data-entry="consequences.noise"]').get_by_text("Remove").click()
    window.locator("#faults li").first.wait_for(state="detached")


def test_a_good_and_an_open_count_are_said(writing: Studio) -> None:
    """A value above 0 is said to be a good; of a party of several members, a count is asked for."""
    window = writing.open("#write=")
    add(window, "parties", "Walkers")
    fill(window, "parties.walkers.size.best", "30")
    add(window, "consequences", "Injury")
    window.locator(field("consequences.injury.party")).select_option("walkers")
    note = window.locator('.field:has([data-path="consequences.injury.count.best"]) .note')
    assert "Of the 30, how many does it strike?" in note.inner_text()
    fill(window, "consequences.injury.count.best", "2")
    assert note.inner_text() == ""
    sign = window.locator('.field:has([data-path="consequences.injury.value.best"]) .note')
    fill(window, "consequences.injury.value.best", "0.1")
    assert "This counts as a good" in sign.inner_text()
    fill(window, "consequences.injury.value.best", "−0.1")
    assert sign.inner_text() == ""


def test_steps_are_undone_and_done_again(writing: Studio) -> None:
    """Each change in the form is a step that can be taken back, an entry that was removed too."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    before = kept(writing)
    assert window.locator("#undo").is_disabled()
    entry = window.locator("[data-part=duties] .entry").first
    entry.locator("summary").first.click()
    entry.get_by_text("Remove").click()
    fill(window, "title", "Another")
    after = kept(writing)
    assert after != before
    window.click("#undo")
    window.click("#undo")
    assert kept(writing) == before
    assert window.locator("#undo").is_disabled()
    window.click("#redo")
    window.click("#redo")
    assert kept(writing) == after


def test_the_title_names_the_file(writing: Studio) -> None:
    """A file that is begun here is called by its title, until it is given another name; one name is kept."""
    window = writing.open("#write=")
    fill(window, "title", "The Old Bridge")
    assert window.input_value("#file") == "the-old-bridge.yaml"
    window.fill("#file", "Bridge 2")
    window.locator("#file").blur()
    fill(window, "title", "The new bridge")
    assert window.input_value("#file") == "bridge-2.yaml"
    kept(writing)
    assert window.evaluate("Object.keys(JSON.parse(localStorage.getItem('dilemma.files')))") == [
        "bridge-2.yaml"
    ]


def test_what_fits_is_offered_in_the_text(writing: Studio) -> None:
    """In the text, keys and values that the format allows at a place are offered as one types."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    window.click("#tab-text")
    window.locator(".cm-line", has_text="unit:").first.click()
    window.keyboard.press("Home")
    window.keyboard.type("base")
    offered = window.locator(".cm-tooltip-autocomplete li")
    offered.first.wait_for()
    assert offered.first.inner_text() == "baseline"


def test_a_spreadsheet_is_opened(writing: Studio, tmp_path: Path) -> None:
    """A workbook becomes a file to go on with, with the verdicts of the workbook."""
    window = writing.open("#dilemmas")
    path = tmp_path / "sheet.xlsx"
    assert dilemma("convert", "triage", str(path)).code == 0
    window.set_input_files("#open", str(path))
    window.wait_for_selector("#cover .picture")
    assert window.input_value("#file") == "sheet.yaml"
    written = tmp_path / "sheet.yaml"
    written.write_text(kept(writing), "utf-8")
    assert answers(window) == said(written)


def test_what_is_missing_is_shown_in_the_form(writing: Studio) -> None:
    """From what is to mend one comes to the field that is empty, in the entry that it belongs to."""
    window = writing.open("#write=")
    add(window, "options", "One")
    add(window, "options", "Two")
    add(window, "parties", "All")
    add(window, "consequences", "Harm")
    missing = window.locator("#faults li", has_text="“Harm”: “Value for one of them")
    missing.get_by_text("Show").click()
    assert window.evaluate("document.activeElement.dataset.path") == "consequences.harm.value.best"


def test_entries_are_moved_and_removed(writing: Studio) -> None:
    """An entry can be moved; one that is removed goes from the options too."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    scenario = load("triage").scenario
    first, second, *_ = scenario.options
    window.locator("[data-part=options] .entry").first.locator("summary").first.click()
    window.locator("[data-part=options] .entry").first.get_by_text("↓").click()
    gone = next(iter(scenario.duties))
    window.locator("[data-part=duties] .entry").first.locator("summary").first.click()
    window.locator("[data-part=duties] .entry").first.get_by_text("Remove").click()
    window.wait_for_timeout(800)
    text = writing.text()
    assert text.index(f"\n  {second}:") < text.index(f"\n  {first}:")
    assert f"\n  {gone}:" not in text
    assert f" {gone}:" not in text.partition("\noptions:")[2]


def kept(writing: Studio) -> str:
    """Return the text that the browser keeps, after the last change."""
    writing.window.wait_for_timeout(400)
    return writing.text()


def field(path: str) -> str:
    return f'[data-path="{path}"]'


def fill(window: Any, path: str, words: str) -> None:
    """Type into a field, and leave it."""
    place = window.locator(field(path))
    if not place.is_visible():
        entry = ".".join(path.split(".")[:2])
        window.locator(f'.entry:has([data-path="{path}"]) > summary').first.click()
        assert entry
    place.fill(words)
    place.blur()


def add(window: Any, part: str, name: str) -> None:
    window.locator(field(f"add {part}")).fill(name)
    window.locator(field(f"add {part}")).press("Enter")


def answers(window: Any) -> dict[str, list[str]]:
    """Return the marks of the options by theory, as the picture shows them."""
    read = """rows => Object.fromEntries(rows.map(row => [row.dataset.id,
        [...row.querySelectorAll("use")].map(use => use.getAttribute("href"))
            .map(name => name.replace(/#mark-|-lost|-gained/g, ""))]))"""
    found = window.locator("#cover [data-theory]").evaluate_all(read)
    return json.loads(json.dumps(found))


def said(path: Path) -> dict[str, list[str]]:
    """Return the same from the program."""
    from dilemma.reports.page.phrases import theory_text
    from dilemma.reports.words.names import Names

    weighing = weigh(load(path))
    names = Names(weighing.view.scenario)
    texts = {verdict.about.id: theory_text(verdict, names) for verdict in weighing.verdicts}
    return {id: [mark.status for mark in text.marks] for id, text in texts.items()}
