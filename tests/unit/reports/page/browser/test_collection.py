"""The page of a collection in a browser: groups, counts, drawings, and what it never does."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.running import ROOT, dilemma
from tests.unit.reports.page.browser.seen import Seen

CLASS = ROOT / "docs" / "examples" / "class" / "before"
HOSTILE = "</script><img src=x onerror=alert(1)><b>&amp;"
WIDTHS = (320, 390, 1024, 1440)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the example class."""
    path = tmp_path_factory.mktemp("collection") / "class.html"
    ran = dilemma("collect", "track-two", str(CLASS), "--format", "html", "-o", str(path))
    assert (ran.code, ran.err) == (0, f"Wrote {path}\n")
    return path


def counts(shown: Seen) -> dict[str, list[int]]:
    """Return the counts of each row of the table."""
    script = (
        "[...document.querySelectorAll('.counts tbody tr')].map(row => [row.cells[0].textContent, "
        "[...row.querySelectorAll('.count, .rest')].map(cell => Number(cell.textContent))])"
    )
    return dict(shown.evaluate(script))


def test_a_group_counts_and_draws_anew(browser: Any, written: Path) -> None:
    """Choosing a group shows its counts, people, reasons and quartiles; all groups add up to all."""
    shown = Seen(browser, written)
    whole = counts(shown)
    parts = []
    for place, people in ((2, 15), (3, 9)):
        shown.click(f"#filter button:nth-of-type({place})")
        parts.append(counts(shown))
        assert shown.page.locator(".people tbody tr:visible").count() == people
        assert shown.text("#filter .said") == f"{people} of 24 views"
        assert f"of {people} set it" in shown.text("#numbers figure:nth-of-type(1) .half")
        marks = shown.page.locator("svg.spread .views").first.get_attribute("d")
        others = shown.page.locator("svg.spread .others").first.get_attribute("d")
        assert (marks.count("M"), others.count("M")) == (people, 24 - people)
        told = shown.page.locator("#numbers details").first
        assert told.locator("li:not([hidden])").count() == int(told.locator(".reasons-count").inner_text())
    assert {
        row: [a + b for a, b in zip(*pair, strict=True)]
        for row, *pair in zip(whole, *(p.values() for p in parts), strict=True)
    } == whole
    shown.click("#filter button:nth-of-type(1)")
    assert counts(shown) == whole
    assert shown.complaints == []


def test_the_script_counts_as_the_report(browser: Any, written: Path) -> None:
    """What the script counts for all views is what the document had before it ran."""
    plain = Seen(browser, written, java_script_enabled=False)
    shown = Seen(browser, written)
    before = [row.all_text_contents() for row in plain.page.locator(".counts tbody tr td").all()]
    drawn = plain.page.locator("svg.spread .box").first.get_attribute("d")
    shown.click("#filter button:nth-of-type(2)")
    shown.click("#filter button:nth-of-type(1)")
    assert [row.all_text_contents() for row in shown.page.locator(".counts tbody tr td").all()] == before
    numbers = [
        [float(one) for one in re.findall(r"[\d.]+", text)]
        for text in (drawn, shown.page.locator("svg.spread .box").first.get_attribute("d"))
    ]
    assert numbers[0] == pytest.approx(numbers[1], abs=0.02)
    assert not plain.page.locator("#filter").is_visible()


def test_equal_values_and_own_choices_are_seen(browser: Any, tmp_path: Path) -> None:
    """Dots of equal values stand on top of each other; without a second group, own choices can be shown."""
    number = "quantities.trust-harm.value"
    rows = "".join(f"P{row},{'AB'[row % 2]},-1.5\n" for row in range(4)) + "Q,A,-2.5\nR,,\n"
    (tmp_path / "a.csv").write_text(f"name,choice,{number}\n{rows}")
    path = tmp_path / "out.html"
    assert dilemma("collect", "track-two", str(tmp_path / "a.csv"), "-o", str(path)).code == 0
    shown = Seen(browser, path)
    dots = shown.page.locator("svg.spread .views").first.get_attribute("d").split("M")[1:]
    across = sorted(dot.split()[0] for dot in dots)
    assert len(set(dots)) == 5
    assert sorted(map(across.count, set(across))) == [1, 4]
    buttons = shown.page.locator("#filter button").all_inner_texts()
    assert buttons[0] == "All 6"
    assert buttons[-2:] == ["Choose A (3)", "Choose B (2)"]
    shown.click("#filter button:last-of-type")
    assert counts(shown)["Own choice"][:2] == [0, 2]
    drawn = shown.page.locator("svg.spread").first
    assert [drawn.locator(kind).get_attribute("d").count("M") for kind in (".views", ".others")] == [2, 3]
    assert shown.complaints == []


def test_it_asks_nothing_of_any_network(browser: Any, written: Path) -> None:
    """The page loads itself and nothing else, under a policy that allows nothing else."""
    shown = Seen(browser, written)
    assert shown.requests == [written.as_uri()]
    assert "default-src &#x27;none&#x27;" in written.read_text()


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_every_width(browser: Any, written: Path, width: int) -> None:
    """Nothing runs out of the window sideways."""
    shown = Seen(browser, written, viewport={"width": width, "height": 800})
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


def test_words_of_others_are_shown_as_written(browser: Any, tmp_path: Path) -> None:
    """Markup in names, reasons and notes is text."""
    number = "quantities.trust-harm.value"
    (tmp_path / "a.view.yaml").write_text(
        f"view: 1\nof: track-two\nname: '{HOSTILE}'\nnote: '{HOSTILE}'\n"
        f"set:\n  {number}: {{value: -2, because: '{HOSTILE}'}}\n"
    )
    (tmp_path / "b.view.yaml").write_text("view: 1\nof: track-two\n")
    path = tmp_path / "out.html"
    ran = dilemma("collect", "track-two", str(tmp_path), "--format", "html", "-o", str(path))
    assert ran.code == 0
    shown = Seen(browser, path)
    assert shown.text(".people tbody th").startswith("</script><img src=x onerror=alert(1)")
    assert shown.page.locator("img").count() == 0
    assert HOSTILE in shown.text(".reasons li")
    assert (shown.complaints, shown.requests) == ([], [path.as_uri()])


def test_it_is_accessible(browser: Any, written: Path) -> None:
    """The accessibility checker finds nothing, in light and dark."""
    script = os.environ.get("DILEMMA_AXE")
    if not script:
        pytest.skip("DILEMMA_AXE names no axe-core: accessibility is untested")
    for scheme in ("light", "dark"):
        shown = Seen(browser, written, bypass_csp=True, color_scheme=scheme)
        shown.page.add_script_tag(path=script)
        found = shown.page.evaluate(
            "axe.run().then(found => found.violations.map(one => [one.id, one.nodes[0].html]))"
        )
        assert found == []
