"""What is typed in the form and the file cannot take: it is kept, and said wherever the file goes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.studio.browser.conftest import Studio
from tests.unit.studio.browser.test_writing import add, field, fill

BELIEF = "beliefs.it-rains.probability"
SAID = (
    "1 field holds what the file cannot take: “It rains.” · Probability. "
    "There the file keeps the last value that it could take, or none."
)


@pytest.fixture
def refused(writing: Studio) -> Any:
    """Return a window in which a claim has a probability of 25 %, over which `about thirty` was typed."""
    window = writing.open("#write=triage")
    window.wait_for_selector("#cover .picture")
    add(window, "beliefs", "It rains.")
    fill(window, f"{BELIEF}.best", "25 %")
    fill(window, f"{BELIEF}.best", "about thirty")
    window.locator("#faults li", has_text="“about thirty” is no number").wait_for()
    return window


def test_it_is_said_where_the_file_is_handed_on(refused: Any, writing: Studio) -> None:
    """At a download, a copied link and on the whole page it is said what the file lacks, until mended."""
    refused.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert refused.inner_text("#left") == ""
    for button in ("#download", "#link", "#link-edit"):
        refused.click(button)
        assert refused.inner_text("#left") == SAID
    assert "probability: 0.25" in writing.text()
    refused.click("#page")
    refused.frame_locator("iframe.page").locator("html.live").wait_for(state="attached")
    assert refused.inner_text("#shown-note") == SAID
    refused.click("#back")
    fill(refused, f"{BELIEF}.best", "30 %")
    refused.wait_for_selector("#left:empty", state="attached")
    refused.click("#download")
    assert refused.inner_text("#left") == ""


def test_it_outlives_a_reload(refused: Any) -> None:
    """After a reload the field shows what was typed, all three ends of it, and it is still to mend."""
    fill(refused, f"{BELIEF}.high", "40 %")
    refused.reload()
    refused.locator("#faults li", has_text="“about thirty” is no number").wait_for()
    assert refused.input_value(field(f"{BELIEF}.best")) == "about thirty"
    assert refused.input_value(field(f"{BELIEF}.high")) == "40 %"
    assert refused.locator('.entry.faulty[data-entry="beliefs.it-rains"]').count() == 1
    fill(refused, f"{BELIEF}.best", "30 %")
    refused.locator("#faults li").first.wait_for(state="detached")
    refused.reload()
    refused.wait_for_selector("#cover .picture")
    assert refused.input_value(field(f"{BELIEF}.best")) == "30 %"


def test_a_field_that_was_not_left_outlives_a_reload(refused: Any) -> None:
    """What stands in a field when the window is closed or loaded anew is kept, also if one is still in it."""
    refused.locator(field(f"{BELIEF}.best")).fill("perhaps")
    refused.reload()
    refused.locator("#faults li", has_text="“perhaps” is no number").wait_for()
    refused.locator(field("title")).fill("Not left")
    refused.reload()
    assert refused.input_value(field("title")) == "Not left"


def test_it_goes_where_the_value_is_mended_elsewhere(refused: Any) -> None:
    """Where the value is changed in the text, or a step is undone, the field shows that."""
    refused.click("#undo")
    refused.locator("#faults li", has_text="about thirty").wait_for(state="detached")
    assert refused.input_value(field(f"{BELIEF}.best")) == ""
    refused.click("#redo")
    assert refused.input_value(field(f"{BELIEF}.best")) == "25 %"


def test_an_old_answer_is_said_to_be_one(refused: Any) -> None:
    """An answer that does not follow what was typed says what it follows, and that nothing more is coming."""
    assert refused.inner_text("#faults > p") == "1 thing is to mend:"
    assert refused.inner_text("#before") == "This answer follows the file, without what it cannot take."
    assert refused.locator("#wavers").count() == 0
    fill(refused, "as_of", "March 2026")
    refused.wait_for_selector("#faults > p:has-text('2 things are to mend:')")
    assert refused.inner_text("#before") == "This answer is from before, when the file had no error."
    assert refused.locator("#wavers").count() == 0
    fill(refused, "as_of", "8 November 2024")
    fill(refused, f"{BELIEF}.best", "30 %")
    refused.wait_for_selector("#wavers")
    assert refused.inner_text("#before") == ""
