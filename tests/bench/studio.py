"""Benchmark of the studio in Debian's Chromium.

dilemma studio SITE; python -m tests.bench.studio SITE

Prints when the gallery is seen and when Python is ready, from a warm disk; then the time of each question to
Python in the browser, beside that of the same function outside it, and their ratio.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright

from dilemma.studio import bridge
from tests.bench.page import FIRST_PAINT
from tests.support.chromium import FLAGS
from tests.unit.studio.browser.conftest import served

OPENINGS, RUNS = 3, 3
FILE = "cluster"
QUESTIONS = ("weigh", "answer", "decides", "page")
READY = """() => new Promise(done => {
  const place = document.getElementById("ready");
  const look = () => place.textContent ? requestAnimationFrame(look) : done(performance.now());
  look();
})"""
ASK = """async ({name, text, file, runs}) => {
  const worker = new Worker("worker.js", {type: "module"}), spent = [];
  const asked = given => new Promise((done, failed) => {
    worker.onmessage = ({data}) => {
      if (data.text) done(data.text); else if (data.failed) failed(data.failed);
    };
    worker.postMessage({id: 1, name, given});
  });
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    await asked({text: text + "\\n".repeat(run), file});
    spent.push(performance.now() - start);
  }
  worker.terminate();
  return spent.slice(1);
}"""


def openings(browser: Any, address: str) -> list[tuple[float, float]]:
    """Return milliseconds to the first paint and to Python's being ready, in windows without a cache."""
    found = []
    for _ in range(OPENINGS):
        window: Page = browser.new_context().new_page()
        window.goto(address)
        found.append((window.evaluate(FIRST_PAINT), window.evaluate(READY)))
        window.context.close()
    return found


def outside(name: str, text: str) -> float:
    """Return the median milliseconds of a question to this Python."""
    spent = []
    for run in range(RUNS + 1):
        start = perf_counter()
        bridge.ANSWERS[name](text=text + "\n" * run, file=f"{FILE}.yaml")
        spent.append(1e3 * (perf_counter() - start))
    return median(spent[1:])


def main() -> None:
    """Print the figures for the studio in the folder that is named."""
    text = bridge.starter(FILE)["text"]
    size = sum(path.stat().st_size for path in Path(sys.argv[1]).rglob("*") if path.is_file())
    print(f"{'the site':22} {size / 1e6:8.1f} MB")
    with served(Path(sys.argv[1])) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        paints, readies = zip(*openings(browser, address), strict=True)
        print(f"{'gallery seen':22} {median(paints) / 1e3:8.2f} s")
        print(f"{'Python ready':22} {median(readies) / 1e3:8.2f} s")
        window = browser.new_page()
        window.goto(address)
        for name in QUESTIONS:
            given = {"name": name, "text": text, "file": f"{FILE}.yaml", "runs": RUNS}
            inside, plain = median(window.evaluate(ASK, given)), outside(name, text)
            beside = f"outside {plain / 1e3:6.2f} s   {inside / plain:5.1f}"
            print(f"{name + ' ' + FILE:22} {inside / 1e3:8.2f} s   {beside}")
        browser.close()


if __name__ == "__main__":
    main()
