"""What the reader changes is seen, can be taken back, and is in the address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.reports.page.browser.seen import Seen

WIDTHS = (320, 390, 768, 1024, 1440, 1920)
FIRST = "options.limited.beliefs.gap-bridged.probability"
IN_SIGHT = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight;
}"""
PLACES = ("#answer", "#picture", "#picture > .picture", "#deciding", "#deciding .number", "#contents")
TOPS = """places => places.flatMap(place => [...document.querySelectorAll(place)].map(one =>
  Math.round(one.getBoundingClientRect().top + scrollY)))"""


def test_a_verdict_that_changes_is_seen(browser: Any, cluster: Path) -> None:
    """At every width the strip in view tells which verdict turned, wherever the number was moved."""
    shown = Seen(browser, cluster)
    for width in WIDTHS:
        shown.page.set_viewport_size({"width": width, "height": 844})
        shown.tab("decides")
        shown.type("45 %", home="#numbers")
        assert shown.evaluate(IN_SIGHT, "#strip"), width
        assert shown.changes().startswith("Utilitarian B → E"), width
        assert shown.evaluate(IN_SIGHT, "#changes"), width
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        shown.click("#reset")


def test_changed_marks_show_from_and_to(browser: Any, cluster: Path) -> None:
    """In the picture the row of a theory that turned shows the option it left and the one it took."""
    shown = Seen(browser, cluster)
    shown.type("45 %")
    row = "#picture > .picture [data-id=utilitarian]"
    assert "moved" in str(shown.page.locator(row).get_attribute("class"))
    assert shown.words(f"{row} .remark") == ["B → E"]
    assert shown.page.locator(f"{row} td.was").count() == shown.page.locator(f"{row} td.now").count() == 1
    assert shown.page.locator("#picture > .picture [data-id=rossian].moved").count() == 0


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_jumps(browser: Any, cluster: Path, width: int) -> None:
    """A change leaves each part of the first screen where it was, also once wavering is worked out."""
    shown = Seen(browser, cluster, viewport={"width": width, "height": 900})
    before = shown.evaluate(TOPS, list(PLACES))
    shown.type("45 %")
    assert shown.evaluate(TOPS, list(PLACES)) == before
    shown.page.wait_for_selector("#wavers:not(.waits)")
    assert shown.evaluate(TOPS, list(PLACES)) == before


def test_wavering_is_found_anew(browser: Any, cluster: Path) -> None:
    """Hollow marks are those that one number, moved in its range, would turn by the changed numbers."""
    shown = Seen(browser, cluster, f"#{FIRST}=0.45&quantities.dud-rate.value=0.2")
    shown.page.wait_for_selector("[data-theory] use[href$='-lost']", state="attached")
    assert shown.page.locator("[data-id=utilitarian] use[href='#mark-chosen-lost']").count() == 1
    assert shown.text("#wavers")[:1].isdigit()


def test_undo_and_redo_restore_every_state(browser: Any, cluster: Path) -> None:
    """Each step back and forth gives the numbers, the verdicts and the address that stood there."""
    shown = Seen(browser, cluster)

    def stands() -> tuple[Any, ...]:
        return (
            shown.fragment(), shown.text("#choices"), shown.phrases(), shown.command(),
            [shown.value(place) for place in range(3)], shown.page.locator("#view").input_value(),
            shown.words(".belief output"),
        )  # fmt: skip

    states = [stands()]
    steps: list[Callable[[], Any]] = [
        lambda: shown.type("45%"),
        lambda: shown.press("#deciding .number:nth-of-type(3) input[type=range]", "ArrowRight"),
        lambda: shown.page.select_option("#view", "critics"),
        lambda: shown.press("#credence-care", "End"),
        lambda: shown.type("", 2),
        lambda: shown.click("#reset"),
    ]
    shown.tab("together")
    for step in steps:
        step()
        shown.settle()
        states.append(stands())
    assert len({state[0] for state in states}) == len(states) - 1  # reset leads back to the first
    for state in reversed(states[:-1]):
        shown.click("#undo")
        assert stands() == state
    assert shown.page.locator("#undo").is_disabled()
    for state in states[1:]:
        shown.click("#redo")
        assert stands() == state
    assert shown.page.locator("#redo").is_disabled()
    assert shown.complaints == []


def test_keys_undo_and_redo(browser: Any, cluster: Path) -> None:
    """Ctrl+Z takes a change back and Ctrl+Shift+Z makes it again, unless text is being typed."""
    shown = Seen(browser, cluster)
    shown.press("#deciding input[type=range]", "Home")
    turned = shown.fragment()
    shown.press("#figures", "Control+z")
    assert shown.fragment() == "#"
    shown.press("#figures", "Control+Shift+Z")
    assert shown.fragment() == turned
    shown.press("#deciding .value input", "Control+z")
    assert shown.fragment() == turned


def test_one_drag_is_one_step(browser: Any, cluster: Path) -> None:
    """However far a slider is dragged, one step takes it back."""
    shown = Seen(browser, cluster)
    box = shown.page.locator("#deciding input[type=range]").first.bounding_box()
    shown.page.mouse.move(box["x"] + 0.74 * box["width"], box["y"] + box["height"] / 2)
    shown.page.mouse.down()
    for part in (0.7, 0.65, 0.6, 0.55, 0.5):
        shown.page.mouse.move(box["x"] + part * box["width"], box["y"] + box["height"] / 2)
        shown.page.wait_for_timeout(50)
    shown.page.mouse.up()
    shown.settle()
    assert FIRST in shown.fragment()
    shown.click("#undo")
    assert shown.fragment() == "#"


def test_a_view_is_a_start(browser: Any, cluster: Path) -> None:
    """Another view leaves what the reader changed in place; undo brings the view before it back."""
    shown = Seen(browser, cluster)
    shown.type("45 %")
    shown.page.select_option("#view", "critics")
    shown.settle()
    assert "as=critics" in shown.fragment()
    assert f"{FIRST}=0.45" in shown.fragment()
    assert "→ 45 %" in shown.changes()
    assert "Critics of the transfer" in shown.changes()
    assert shown.text("#yours") == "+ 1 changed"
    shown.click("#undo")
    assert "as=critics" not in shown.fragment()
    assert shown.value() == "45 %"


def test_camps_and_what_ifs_stand_apart(browser: Any, cluster: Path) -> None:
    """The views of camps and the suppositions are offered under headings of their own."""
    shown = Seen(browser, cluster)
    groups = shown.evaluate(
        "Object.fromEntries([...document.querySelectorAll('#view optgroup')].map(one =>"
        "[one.label, [...one.children].map(option => option.value)]))"
    )
    assert {"proponents", "critics", "ban-advocates"} == set(groups["Camps"])
    assert "if-it-works" in groups["What if …"]


def test_reset_returns_to_the_file(browser: Any, cluster: Path) -> None:
    """Reset takes back every change, every credence and the view."""
    shown = Seen(browser, cluster, "#as=critics&exchange=2&credences.care=3")
    shown.click("#reset")
    assert shown.command() == "dilemma weigh cluster"
    assert "#" not in shown.page.url
    assert shown.changes() == "Nothing changed: the numbers are the file's."


def test_what_cannot_be_is_said(browser: Any, cluster: Path) -> None:
    """Numbers that push a chance above 1 together are told of, since the command would refuse them."""
    largest = {"rounds": 3000, "submunitions": 720, "dud-rate": 0.6, "dud-casualties": 4, "fatal-share": 3}
    together = "#" + "&".join(f"quantities.{id}.value={value}" for id, value in largest.items())
    assert "which cannot be" in Seen(browser, cluster, together).changes()
    assert "cannot be" not in Seen(browser, cluster, "#exchange=2").changes()


def test_what_a_link_cannot_carry_is_said(browser: Any, cluster: Path) -> None:
    """Of a link, what the page has no number for, or what lies past its end, is left out and told of."""
    for word in ("exchange=-5", "as=nobody", "duties.no-such.weight=3", "discount=much", "credences.care=-1"):
        shown = Seen(browser, cluster, f"#{word}&discount=0.1")
        assert shown.command() == "dilemma weigh cluster -s discount=0.1"
        assert word in shown.changes(), word
        shown.page.close()


def test_a_link_to_a_place_changes_nothing(browser: Any, cluster: Path) -> None:
    """The link that skips to the numbers leaves every change as it is, and the address too."""
    shown = Seen(browser, cluster, f"#{FIRST}=0.45")
    shown.press(".skip", "Enter")
    assert shown.value() == "45 %"
    assert shown.fragment() == f"#{FIRST}=0.45"


def test_a_number_stays_the_reader_s(browser: Any, cluster: Path) -> None:
    """A number that the reader set stays theirs when a view sets the same value, and after that view."""
    shown = Seen(browser, cluster, "#beliefs.line-would-fail.probability=0.08")
    for view in ("critics", "proponents", ""):
        shown.page.select_option("#view", view)
        shown.settle()
        assert shown.value(1) == "8 %"


def test_credences_of_nothing_are_kept(browser: Any, cluster: Path) -> None:
    """Where every credence is put to 0 this too is in the address, and comes back from it."""
    shown = Seen(browser, cluster, "#credences.care=3")
    shown.tab("together")
    shown.press("#credence-care", "Home")
    again = Seen(browser, cluster, shown.fragment())
    again.tab("together")
    assert "credences given" in again.changes()
    assert again.words(".methods td") == shown.words(".methods td")


def test_no_link_stops_the_page(browser: Any, cluster: Path) -> None:
    """Numbers beyond all bounds, signs of control and words without sense are left out and told."""
    for word in (
        "credences.care=1e308",
        "discount=Infinity",
        "discount=0x0",
        "discount=%20",
        "a%01b=1",
        "%=%",
    ):
        shown = Seen(browser, cluster, f"#{word}&credences.virtue=1e308")
        assert "Left out" in shown.changes(), word
        assert shown.complaints == []
        shown.page.close()
