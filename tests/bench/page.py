"""Benchmark of the page in Debian's Chromium: its size, its first paint, and one step of a slider.

python -m tests.bench.page [SCENARIO...]

The first paint is compared with that of a page of one line, opened alternately: the browser's own share.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reports.page.analysis import analyse
from dilemma.reports.page.document import page
from dilemma.scenario import view
from tests.support.chromium import FLAGS
from tests.unit.reports.page.browser.seen import READY

OPENINGS = 7
STEPS = 60
SETTLED = 500  # milliseconds in which a new window finishes starting
ONE_LINE = "<!doctype html><html lang=en><meta charset=utf-8><title>One line</title><p>One line.</p></html>"
FIRST_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
  const [first] = list.getEntriesByName("first-contentful-paint");
  if (first) done(first.startTime);
}).observe({type: "paint", buffered: true}))"""
STEP = """async count => {
  const slider = document.querySelector("#deciding input[type=range]"), spent = [];
  for (let step = 0; step < count; step++) {
    await new Promise(done => {
      let start = 0;
      requestAnimationFrame(() => { start = performance.now(); });
      slider.value = String(500 + 5 * step);
      slider.dispatchEvent(new Event("input"));
      requestAnimationFrame(() => {
        document.body.getBoundingClientRect();
        spent.push(performance.now() - start);
        done();
      });
    });
  }
  return spent;
}"""
"""One step of a slider: all that the page does in the frame that follows, and the layout of the result."""

WAVERING = """async () => {
  const start = performance.now(), slider = document.querySelector("#deciding input[type=range]");
  slider.value = "510";
  slider.dispatchEvent(new Event("input"));
  await new Promise(done => setTimeout(done, 100));
  while (document.getElementById("wavers").classList.contains("waits"))
    await new Promise(done => setTimeout(done, 20));
  return performance.now() - start;
}"""
"""From a change until it is known how all theories waver then: every number with a range at both its ends."""


def main(names: list[str]) -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        one_line, path = Path(folder) / "one-line.html", Path(folder) / "page.html"
        one_line.write_text(ONE_LINE, "utf-8")
        for name in names:
            path.write_text(page(analyse(view(load(name)), CATALOGUE)), "utf-8")
            floors, paints = zip(
                *((_first_paint(browser, one_line), _first_paint(browser, path)) for _ in range(OPENINGS)),
                strict=True,
            )
            print(
                f"{name}: {path.stat().st_size / 1000:.0f} kB; first paint {_summary(paints)}, "
                f"of one line {_summary(floors)}; a step {_summary(_steps(browser, path), 1)}; "
                f"wavering after a change {_wavering(browser, path):.0f} ms"
            )
        browser.close()


def _first_paint(browser: Browser, path: Path) -> float:
    """Return the milliseconds from the start of navigation to the first paint, in an idle window."""
    shown = browser.new_page()
    shown.wait_for_timeout(SETTLED)
    shown.goto(path.as_uri())
    first = float(shown.evaluate(FIRST_PAINT))
    shown.close()
    return first


def _steps(browser: Browser, path: Path) -> list[float]:
    shown = _opened(browser, path)
    spent: list[float] = shown.evaluate(STEP, STEPS)
    shown.close()
    return spent


def _wavering(browser: Browser, path: Path) -> float:
    shown = _opened(browser, path)
    spent = float(shown.evaluate(WAVERING))
    shown.close()
    return spent


def _opened(browser: Browser, path: Path) -> Page:
    shown = browser.new_page()
    shown.goto(path.as_uri())
    shown.wait_for_selector(READY)
    shown.wait_for_timeout(SETTLED)
    return shown


def _summary(times: Sequence[float], digits: int = 0) -> str:
    return f"least {min(times):.{digits}f} ms, median {median(times):.{digits}f}"


if __name__ == "__main__":
    main(sys.argv[1:] or ["cluster", "track-two", "negotiations"])
