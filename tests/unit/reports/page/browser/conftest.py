"""The browser of all tests of the page, and the pages it opens.

Skipped, and says so, where Debian's Chromium or the package playwright is not installed. The accessibility
check needs axe-core, whose file is named by DILEMMA_AXE.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reports.page.analysis import analyse
from dilemma.reports.page.document import page as written
from dilemma.scenario import view
from tests.unit.reports.page.browser.chromium import FLAGS

CHROMIUM = shutil.which("chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip every test of this folder where there is no browser."""
    here = Path(__file__).parent
    if CHROMIUM is None:
        missing = pytest.mark.skip(reason="chromium is not installed: no browser tests")
        for item in items:
            if item.path.is_relative_to(here):
                item.add_marker(missing)


@pytest.fixture(scope="session")
def running() -> Iterator[Any]:
    """Return one browser for all."""
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: no browser tests"
    )
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


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str | Path], Path]:
    """Return what makes the page of a scenario, once."""
    folder = tmp_path_factory.mktemp("page")

    def make(source: str | Path) -> Path:
        path = folder / f"{Path(source).stem}.html"
        if not path.exists():
            path.write_text(written(analyse(view(load(source)), CATALOGUE)), "utf-8")
        return path

    return make


@pytest.fixture
def cluster(made: Callable[[str | Path], Path]) -> Path:
    return made("cluster")
