"""The page in a real browser: what it shows after a turn is what weigh says, and it asks for nothing.

Skipped, and says so, where Debian's Chromium or the package playwright is not installed. The accessibility
check needs axe-core, whose file is named by DILEMMA_AXE.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dilemma.frameworks import CATALOGUE
from dilemma.report.names import Names
from dilemma.report.page.document import page as written
from dilemma.report.page.gathered import gathered
from dilemma.report.page.telling import told
from dilemma.verbs import load, seen, weigh
from tests.scenario.small import SMALL

CHROMIUM = shutil.which("chromium")
WIDTHS = (390, 1280, 1920)
SETTLED = 700  # milliseconds: the link and the spoken news follow a little after the verdicts
HOSTILE = "</script><img src=x onerror=alert(1)><b>&amp;"

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser tests")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: no browser tests")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "cluster.html"
    path.write_text(written(gathered(seen(load("cluster")), CATALOGUE)), "utf-8")
    return path


class Seen:
    """A page open in the browser, with all it asked for and complained of."""

    def __init__(self, browser: Any, path: Path, fragment: str = "", **settings: Any) -> None:
        self.page = browser.new_context(**settings).new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append("a dialog opened"))
        self.page.goto(path.as_uri() + fragment)
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_timeout(SETTLED)

    def phrases(self) -> list[str]:
        return list(self.page.locator("#why summary .phrase").all_text_contents())

    def marks(self) -> list[list[str]]:
        rows = self.page.locator("#grid tr[data-theory]").all()
        return [row.locator("td .figure").all_text_contents() for row in rows]


def _weighed(command: str) -> tuple[list[str], list[list[str]]]:
    """Return the phrases and the figures that a command of the page leads to."""
    words = shlex.split(command)
    assert words[:2] == ["dilemma", "weigh"]
    settings = dict(flag.split("=") for flag in words if "=" in flag)
    perspective = words[words.index("--as") + 1] if "--as" in words else None
    weighing = weigh(
        load(words[2]),
        perspective=perspective,
        settings={key: float(value) for key, value in settings.items()},
    )
    names = Names(weighing.view.scenario)
    said = [told(verdict, names) for verdict in weighing.verdicts]
    figures = [
        [] if verdict.silent or not verdict.applicable else [mark.text for mark in one.marks]
        for verdict, one in zip(weighing.verdicts, said, strict=True)
    ]
    return [one.phrase for one in said], figures


def test_a_turn_shows_what_weigh_says(browser: Any, cluster: Path) -> None:
    """After a slider is moved by the keyboard, verdicts are those of the command the page gives."""
    seen_ = Seen(browser, cluster)
    before = seen_.phrases()
    seen_.page.locator("#dials input[type=range]").first.focus()
    for _ in range(60):
        seen_.page.keyboard.press("ArrowLeft")
    seen_.settle()
    command = seen_.page.locator("#again").inner_text()
    phrases, figures = _weighed(command)
    assert "-s " in command
    assert phrases == seen_.phrases() != before
    assert figures == seen_.marks()


def test_a_link_opens_the_view_again(browser: Any, cluster: Path) -> None:
    """A turn and a perspective are in the link; opened anew it shows the same."""
    first = Seen(browser, cluster)
    first.page.locator("[data-view=critics]").click()
    first.page.locator("#dials input[type=text]").first.fill("0.65")
    first.page.keyboard.press("Tab")
    first.settle()
    fragment = "#" + first.page.url.partition("#")[2]
    again = Seen(browser, cluster, fragment)
    assert again.phrases() == first.phrases()
    assert again.page.locator("#again").inner_text() == first.page.locator("#again").inner_text()
    assert _weighed(again.page.locator("#again").inner_text())[0] == again.phrases()
    assert "as=critics" in fragment


@pytest.mark.parametrize("perspective", ["proponents", "ban-advocates"])
def test_a_perspective_is_a_preset(browser: Any, cluster: Path, perspective: str) -> None:
    """A perspective shows what weigh says as that perspective, one that alters duties' kinds too."""
    shown = Seen(browser, cluster, f"#as={perspective}")
    assert _weighed(f"dilemma weigh cluster --as {perspective}")[0] == shown.phrases()


def test_reset_returns_to_the_file(browser: Any, cluster: Path) -> None:
    """Reset takes back every turn and the perspective."""
    shown = Seen(browser, cluster, "#as=critics&exchange=2")
    shown.page.locator("#reset").click()
    shown.settle()
    assert shown.page.locator("#again").inner_text() == "dilemma weigh cluster"
    assert "#" not in shown.page.url


def test_it_asks_for_nothing(browser: Any, cluster: Path) -> None:
    """One request, for the file itself; no complaint of the browser, of its policy least of all."""
    shown = Seen(browser, cluster)
    for group in shown.page.locator("#dials .group > summary").all():
        group.click()
    shown.settle()
    assert [cluster.as_uri()] == shown.requests
    assert shown.complaints == []


def test_text_is_text(browser: Any, tmp_path: Path) -> None:
    """Signs of HTML in a file are shown as they are, and start nothing."""
    source = tmp_path / "hostile.yaml"
    source.write_text(SMALL.replace("The flooded road", f"'{HOSTILE}'"), "utf-8")
    path = tmp_path / "hostile.html"
    path.write_text(written(gathered(seen(load(source)), CATALOGUE)), "utf-8")
    shown = Seen(browser, path)
    assert shown.page.locator("h1").inner_text() == HOSTILE == shown.page.title()
    assert [path.as_uri()] == shown.requests
    assert shown.complaints == []


def test_verdicts_read_without_script(browser: Any, cluster: Path) -> None:
    """With scripts off the verdicts stand, and no dial that would not turn."""
    shown = Seen(browser, cluster, java_script_enabled=False)
    phrases, figures = _weighed("dilemma weigh cluster")
    assert phrases == shown.phrases()
    assert figures == shown.marks()
    assert not shown.page.locator("#dials").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_a_phone_and_a_projector(browser: Any, cluster: Path, width: int) -> None:
    """Nothing runs out of the window sideways."""
    shown = Seen(browser, cluster, viewport={"width": width, "height": 900})
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints(browser: Any, cluster: Path) -> None:
    """On A4 it comes to some pages, without the dials."""
    shown = Seen(browser, cluster)
    shown.page.emulate_media(media="print")
    assert not shown.page.locator("#dials").is_visible()
    pdf = shown.page.pdf(format="A4")
    assert 1 < len(re.findall(rb"/Type\s*/Page\b", pdf)) < 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(browser: Any, cluster: Path, scheme: str) -> None:
    """Axe finds nothing, in light and in dark, with the reasons and the dials open."""
    axe = os.environ.get("DILEMMA_AXE")
    if not axe:
        pytest.skip("DILEMMA_AXE names no axe.min.js: no accessibility check")
    shown = Seen(browser, cluster, color_scheme=scheme)
    shown.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    shown.settle()
    shown.page.evaluate(Path(axe).read_text("utf-8"))
    found = shown.page.evaluate("axe.run().then(found => found.violations)")
    assert [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found] == []
