"""The page in a real browser: what it shows after a turn is what weigh says, and it asks for nothing.

Skipped, and says so, where Debian's Chromium or the package playwright is not installed. The accessibility
check needs axe-core, whose file is named by DILEMMA_AXE.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dilemma.api import load, reconcile, weigh
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.page.analysis import analyse
from dilemma.reports.page.document import page as written
from dilemma.reports.page.phrases import theory_text
from dilemma.reports.reconcile.blocks import figured
from dilemma.reports.weigh.supporters import supporters
from dilemma.reports.words.names import Names
from dilemma.scenario import view
from dilemma.weighing import Weighing
from tests.support.samples import THOROUGH
from tests.unit.reports.page.chromium import FLAGS
from tests.unit.scenario.small import SMALL

CHROMIUM = shutil.which("chromium")
EVERY = ("cluster", "track-two", "negotiations", "triage", "ransom", "phone", "amnesty", "whistleblowing")
FILES = EVERY if THOROUGH else ("cluster", "phone")
WIDTHS = (390, 1280, 1920)
OPENED = (
    "#why details, #fairness details, #dials .group:nth-of-type(-n+3), #dials .group:first-of-type details"
)
SETTLED = 600  # milliseconds: the link and the spoken news follow a little after the verdicts
HOSTILE = "</script><img src=x onerror=alert(1)><b>&amp;"
READY = "#dials:not([hidden])"

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser tests")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: no browser tests")


@pytest.fixture(scope="module")
def running() -> Iterator[Any]:
    """Return one browser for all."""
    with sync_api.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        except sync_api.Error as error:
            pytest.skip(f"chromium does not start here: no browser tests ({str(error).splitlines()[0]})")
        yield browser
        browser.close()


@pytest.fixture
def browser(running: Any) -> Iterator[Any]:
    """Return the browser, whose windows are closed after each test."""
    yield running
    for context in running.contexts:
        context.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what makes the page of a shipped file, once."""
    folder = tmp_path_factory.mktemp("page")

    def make(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(written(analyse(view(load(name)), CATALOGUE)), "utf-8")
        return path

    return make


@pytest.fixture(scope="module")
def cluster(made: Callable[[str], Path]) -> Path:
    return made("cluster")


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
        if settings.get("java_script_enabled", True):
            self.page.wait_for_selector(READY)

    def settle(self) -> None:
        self.page.wait_for_timeout(SETTLED)

    def press(self, selector: str, key: str) -> None:
        self.page.locator(selector).first.focus()
        self.page.keyboard.press(key)
        self.settle()

    def words(self, selector: str) -> list[str]:
        return list(self.page.locator(selector).all_text_contents())

    def phrases(self) -> list[str]:
        return self.words("#why summary .phrase")

    def figures(self) -> list[list[str]]:
        """Return what stands in the cells of every theory that tells options apart, its lead the last."""
        return list(
            self.page.evaluate(
                "[...document.querySelectorAll('#grid tr[data-theory]')].map(row =>"
                "[...row.querySelectorAll('td:not(.remark)')].map(cell => (cell.lastChild?.data ?? '')))"
            )
        )

    def support(self) -> list[str]:
        return self.words("#support dd")

    def command(self) -> str:
        return "".join(self.words("#again"))

    def fragment(self) -> str:
        return "#" + self.page.url.partition("#")[2]


def _flags(command: str, flag: str) -> dict[str, str]:
    """Return what a flag of a command sets, by name."""
    words = shlex.split(command)
    given = [after for word, after in pairwise(words) if word == flag]
    return dict(pair.split("=") for one in given for pair in one.split(","))


def _weighed(command: str) -> Weighing:
    """Return what a command of the page leads to."""
    words = shlex.split(command)
    perspective = words[words.index("--as") + 1] if "--as" in words else None
    return weigh(
        load(words[2]),
        perspective=perspective,
        addresses={address: float(value) for address, value in _flags(command, "-s").items()},
    )


def _agrees(shown: Seen) -> None:
    """Hold that the page shows what its own command says."""
    command = shown.command()
    assert command.startswith("dilemma weigh ")
    weighing = _weighed(command)
    names = Names(weighing.view.scenario)
    said = [theory_text(verdict, names) for verdict in weighing.verdicts]
    figures = [
        [] if verdict.silent or not verdict.applicable else [*(mark.text for mark in one.marks), one.lead]
        for verdict, one in zip(weighing.verdicts, said, strict=True)
    ]
    assert [one.phrase for one in said] == shown.phrases()
    assert figures == shown.figures()
    assert [line.text for line in supporters(weighing.verdicts, names)] == shown.support()


@pytest.mark.parametrize("name", FILES)
def test_a_turn_shows_what_weigh_says(browser: Any, made: Callable[[str], Path], name: str) -> None:
    """A slider moved by the keyboard turns some verdict; opened anew from the link it shows the same."""
    shown = Seen(browser, made(name))
    _agrees(shown)
    before = shown.phrases()
    shown.press("#dials input[type=range]", "Home")
    if shown.phrases() == before:
        shown.press("#dials input[type=range]", "End")
    assert before != shown.phrases()
    assert "-s " in shown.command()
    _agrees(shown)
    again = Seen(browser, made(name), shown.fragment())
    assert (shown.command(), shown.phrases()) == (again.command(), again.phrases())
    assert shown.complaints == again.complaints == []


@pytest.mark.parametrize("name", FILES)
def test_it_prints(browser: Any, made: Callable[[str], Path], name: str) -> None:
    """On A4 it comes to some pages, with the reasons, without the dials."""
    shown = Seen(browser, made(name))
    shown.page.emulate_media(media="print")
    assert not shown.page.locator("#dials").is_visible()
    pdf = shown.page.pdf(format="A4")
    assert 1 < len(re.findall(rb"/Type\s*/Page\b", pdf)) < 40


@pytest.mark.parametrize("name", FILES)
def test_it_is_accessible(browser: Any, made: Callable[[str], Path], name: str) -> None:
    """Axe finds nothing once a dial is turned; in the first file with much opened, and in dark too."""
    axe = os.environ.get("DILEMMA_AXE")
    if not axe:
        pytest.skip("DILEMMA_AXE names no axe.min.js: no accessibility check")
    shown = Seen(browser, made(name), "#discount=0.1")
    if name == FILES[0]:
        shown.page.evaluate(f"document.querySelectorAll('{OPENED}').forEach(one => {{ one.open = true; }})")
    shown.page.evaluate(Path(axe).read_text("utf-8"))
    for scheme in ("light", "dark") if name == FILES[0] else ("light",):
        shown.page.emulate_media(color_scheme=scheme)
        found = shown.page.evaluate("axe.run().then(found => found.violations)")
        assert [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found] == [], scheme


@pytest.mark.parametrize("name", ["cluster", "amnesty"] if THOROUGH else ["cluster"])
def test_credences_turn_what_methods_choose(browser: Any, made: Callable[[str], Path], name: str) -> None:
    """A credence moved by the keyboard gives the figures that reconcile gives; the link holds it."""
    shown = Seen(browser, made(name))
    assert _counted(shown) == _expected_rows(reconcile(weigh(load(name)), methods=LIVE))
    shown.press("#credence-virtue", "End")
    shown.press("#dials input[type=range]", "Home")
    command = "".join(shown.words("#credences code"))
    assert command.startswith(f"dilemma reconcile {name} ")
    credences = _flags(command, "-c")
    assert "virtue" in credences
    expected = _expected_rows(reconcile(_weighed(command), credences=credences, methods=LIVE))
    assert expected == _counted(shown)
    again = Seen(browser, made(name), shown.fragment())
    assert expected == _counted(again)
    assert shown.phrases() == again.phrases()


LIVE = ("permissibility", "borda")


def _counted(shown: Seen) -> list[list[str]]:
    """Return the rows that follow the credences: what is chosen with a mark, and every figure."""
    return list(
        shown.page.evaluate(
            "[...document.querySelectorAll('#reconcile table.grid tbody tr:not(.band, .stands)')].map(row =>"
            "[...row.querySelectorAll('td')].map(cell => (cell.className === 'chosen' ? '● ' : '')"
            "+ (cell.lastChild.data ?? '')))"
        )
    )


def _expected_rows(found: Reconciliation) -> list[list[str]]:
    """Return the same as a reconciliation has it, the lottery last."""
    from dilemma.reports.words.figures import percent

    options = tuple(found.subject.options)
    rows = [
        [
            ("● " if option in result.choice else "") + text
            for option, text in zip(options, figured(result, len(options)), strict=True)
        ]
        for result in found.results
    ]
    return [*rows, [percent(chance) for chance in (found.lottery or {}).values()]]


def test_a_link_opens_the_view_again(browser: Any, cluster: Path) -> None:
    """A turn and a perspective are in the link; opened anew it shows the same."""
    first = Seen(browser, cluster)
    first.page.locator("[data-view=critics]").click()
    first.page.locator("#dials input[type=text]").first.fill("0.65")
    first.page.keyboard.press("Tab")
    first.settle()
    again = Seen(browser, cluster, first.fragment())
    _agrees(again)
    assert first.command() == again.command()
    assert "as=critics" in first.fragment()


@pytest.mark.parametrize("perspective", ["proponents", "ban-advocates"])
def test_a_perspective_is_a_preset(browser: Any, cluster: Path, perspective: str) -> None:
    """A perspective shows what weigh says as that perspective, one that alters duties' kinds too."""
    shown = Seen(browser, cluster, f"#as={perspective}")
    assert shown.command() == f"dilemma weigh cluster --as {perspective}"
    _agrees(shown)


def test_reset_returns_to_the_file(browser: Any, cluster: Path) -> None:
    """Reset takes back every turn, every credence and the perspective."""
    shown = Seen(browser, cluster, "#as=critics&exchange=2&credences.care=3")
    shown.page.locator("#reset").click()
    shown.settle()
    assert shown.command() == "dilemma weigh cluster"
    assert shown.words("#credences code") == ["dilemma reconcile cluster"]
    assert "#" not in shown.page.url


def test_what_cannot_be_is_said(browser: Any, cluster: Path) -> None:
    """Numbers that push a chance above 1 together are told of, since the command would refuse them."""
    largest = {"rounds": 3000, "submunitions": 720, "dud-rate": 0.6, "dud-casualties": 4, "fatal-share": 3}
    together = "#" + "&".join(f"quantities.{id}.value={value}" for id, value in largest.items())
    told_of = Seen(browser, cluster, together).words("#impossible p")
    assert ["which cannot be" in words for words in told_of] == [True] * len(told_of) != []
    assert Seen(browser, cluster, "#exchange=2").words("#impossible p") == []


def test_what_a_link_cannot_carry_is_said(browser: Any, cluster: Path) -> None:
    """Of a link, what the page has no dial for, or what lies past a dial's end, is left out and told of."""
    shown = Seen(
        browser, cluster, "#exchange=-5&as=nobody&duties.no-such.weight=3&credences.care=-1&discount=0.1"
    )
    assert shown.command() == "dilemma weigh cluster -s discount=0.1"
    refused = ["exchange=-5", "as=nobody", "duties.no-such.weight=3"]
    told_of = [word in words for word, words in zip(refused, shown.words("#impossible p"), strict=True)]
    assert told_of == [True] * len(refused)


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
    path.write_text(written(analyse(view(load(source)), CATALOGUE)), "utf-8")
    shown = Seen(browser, path)
    assert shown.page.locator("h1").inner_text() == HOSTILE == shown.page.title()
    assert [path.as_uri()] == shown.requests
    assert shown.complaints == []


def test_verdicts_read_without_script(browser: Any, cluster: Path) -> None:
    """With scripts off the verdicts stand, and no dial or view that would not turn."""
    shown = Seen(browser, cluster, java_script_enabled=False)
    _agrees(shown)
    assert not shown.page.locator("#dials").is_visible()
    assert not shown.page.locator("#views").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_a_phone_and_a_projector(browser: Any, cluster: Path, width: int) -> None:
    """Nothing runs out of the window sideways."""
    shown = Seen(browser, cluster, viewport={"width": width, "height": 900})
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
