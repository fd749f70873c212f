"""The browser of all tests of the page and of the studio: Debian's Chromium, driven by playwright.

A test that asks for it is skipped, and says so, where either is not installed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.chromium import FLAGS

__all__ = ["browser", "running"]

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def running() -> Iterator[Any]:
    """Return one browser for all."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: no browser tests")
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: no browser tests"
    )
    with sync_api.sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        except sync_api.Error as error:
            pytest.skip(f"chromium does not start here: no browser tests ({str(error).splitlines()[0]})")
        yield found
        found.close()


@pytest.fixture
def browser(running: Any) -> Iterator[Any]:
    """Return the browser, whose windows are closed after each test."""
    yield running
    for context in running.contexts:
        context.close()
