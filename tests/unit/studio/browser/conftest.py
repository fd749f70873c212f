"""The studio as a build writes it, served on the loopback.

DILEMMA_STUDIO names a folder that `dilemma studio` has written; else one is built, with two dilemmas in its
gallery, where npm is installed. Its tests are skipped, and say so, where neither is there.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from dilemma.studio.build import build

SIZE = {"width": 1440, "height": 900}
PATIENCE = 60_000  # milliseconds after which an answer is taken never to come


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word, and modules as scripts."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built studio."""
    if made := os.environ.get("DILEMMA_STUDIO"):
        return Path(made)
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed: no studio is built")
    folder = tmp_path_factory.mktemp("studio") / "site"
    build(folder, lambda _: None, ["triage", "means"])
    return folder


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and return the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address at which the site is served."""
    with served(site) as found:
        yield found


class Studio:
    """The studio in a window: what was asked of the network, and what it complained of."""

    def __init__(self, window: Any, address: str) -> None:
        self.window, self.address = window, address
        self.asked: list[str] = []
        self.complaints: list[str] = []
        window.set_default_timeout(PATIENCE)
        window.on("request", lambda request: self.asked.append(request.url))
        window.on("pageerror", lambda error: self.complaints.append(str(error)))
        window.on("console", self._heard)

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def open(self, place: str = "") -> Any:
        """Go to a place of the studio, and return the window."""
        self.window.goto(self.address + place)
        return self.window

    def text(self) -> str:
        """Return the text of the file that is written, as the browser keeps it."""
        kept = self.window.evaluate("JSON.parse(localStorage.getItem('dilemma.files'))")
        return str(kept[self.window.input_value("#file")])

    def settle(self) -> None:
        """Begin an empty file, and forget what the browser keeps and what was asked and complained of."""
        self.window.set_viewport_size(SIZE)
        self.open("#write=")
        self.window.click("#tab-form")
        self.window.wait_for_timeout(400)  # until the empty file is kept
        self.window.evaluate("localStorage.clear()")
        self.asked.clear()
        self.complaints.clear()

    def check(self) -> None:
        """Check that nothing was complained of, and nothing asked of another host."""
        assert self.complaints == []
        assert [one for one in self.asked if not one.startswith((self.address, "blob:", "data:"))] == []


def opened(browser: Any, address: str) -> Studio:
    """Return the studio in a window that shares nothing with others."""
    context = browser.new_context(viewport=SIZE, accept_downloads=True)
    return Studio(context.new_page(), address)


@pytest.fixture
def studio(browser: Any, address: str) -> Iterator[Studio]:
    """Return a studio in a window of its own; at the end nothing may have been complained of."""
    made = opened(browser, address)
    yield made
    made.check()


WINDOWS: dict[str, Studio] = {}


@pytest.fixture
def writing(running: Any, address: str) -> Iterator[Studio]:
    """Return a studio in a window that tests share, whose Python is started once; it keeps no file yet."""
    made = WINDOWS.get(address)
    if made is None or made.window.is_closed():
        WINDOWS[address] = made = opened(running, address)
    made.settle()
    yield made
    made.check()
