"""PDF and PNG by a browser of this machine, which asks nothing of a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dilemma.errors import CannotWrite

__all__ = ["browser", "drawn", "printed"]

NAMES: Final = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
"""Commands that start a browser of the Chromium family."""

PLACES: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
"""Where browsers are on systems that have no command for them."""

FLAGS: Final = (
    *("--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio"),
    *("--disable-default-apps", "--disable-dev-shm-usage", "--hide-scrollbars"),
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name and no address leads anywhere
)
SECONDS: Final = 90  # a browser that has not finished by then is ended
SHARPNESS: Final = 2  # pixels of a picture for each of its own


def browser() -> str | None:
    """Return the path of a browser of the Chromium family; None if there is none."""
    return next(_browsers(), None)


def _browsers() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from (place for place in PLACES if Path(place).is_file())
    yield from _of_playwright()


def _of_playwright() -> Iterator[str]:
    """Yield the browser that playwright has installed for itself, if it is there."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ModuleNotFoundError:
        return
    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Error:
        return
    if Path(path).is_file():
        yield path


def printed(html: str, missing: Sequence[str]) -> bytes:
    """Return a page printed as PDF; raise CannotWrite, with the parts of `missing` if there is no browser."""
    return _made("page.html", html, "page.pdf", ["--no-pdf-header-footer", "--print-to-pdf={}"], missing)


def drawn(svg: str, size: tuple[int, int], missing: Sequence[str]) -> bytes:
    """Return a picture of this size as PNG, twice as fine; raise CannotWrite as `printed` does."""
    wide, high = size
    flags = [f"--window-size={wide},{high}", f"--force-device-scale-factor={SHARPNESS}", "--screenshot={}"]
    return _made("picture.svg", svg, "picture.png", flags, missing)


def _made(name: str, text: str, result: str, flags: Sequence[str], missing: Sequence[str]) -> bytes:
    """Return the file that a browser makes of a text, in a folder that is then removed."""
    program = browser()
    if program is None:
        raise CannotWrite(*missing)
    with tempfile.TemporaryDirectory(prefix="dilemma-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, name), Path(folder, result)
        source.write_text(text, "utf-8")
        own = [f"--user-data-dir={Path(folder, 'profile')}", *(flag.format(target) for flag in flags)]
        if sys.platform != "win32" and os.geteuid() == 0:
            own.append("--no-sandbox")  # as root the browser's sandbox does not start
        _run([program, *FLAGS, *own, source.as_uri()])
        if not target.is_file():
            raise CannotWrite(f"cannot write it: {program} made no file")
        return target.read_bytes()


def _run(command: Sequence[str]) -> None:
    """Run a browser without streams, for a limited time."""
    try:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotWrite(f"cannot write it: {command[0]} did not finish in {SECONDS} seconds") from None
    except OSError as error:
        raise CannotWrite(f"cannot write it: {command[0]} does not start: {error.strerror}") from error
