"""How large a page is, how soon it paints, how long one step of a slider takes, in Debian's Chromium.

python -m tests.bench.page [SCENARIO...]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from dilemma.frameworks import CATALOGUE
from dilemma.report.page.document import page
from dilemma.report.page.gathered import gathered
from dilemma.verbs import load, seen
from tests.report.page.chromium import FLAGS

OPENINGS = 7
STEPS = 60
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
STEP = """async count => {
  const slider = document.querySelector("#dials input[type=range]"), spent = [];
  for (let step = 0; step < count; step++) {
    slider.value = String(200 + 10 * step);
    slider.dispatchEvent(new Event("input"));
    await new Promise(done => requestAnimationFrame(() => done()));
    const start = performance.now();
    dispatchEvent(new Event("hashchange"));
    document.body.getBoundingClientRect();
    spent.push(performance.now() - start);
  }
  return spent;
}"""
"""Opening a link settles the whole page at once, in line: what a slider's step does, and reading the link."""


def main(names: list[str]) -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name in names:
            path = Path(folder) / "page.html"
            path.write_text(page(gathered(seen(load(name)), CATALOGUE)), "utf-8")
            paints = []
            for _ in range(OPENINGS):
                shown = browser.new_page()
                shown.goto(path.as_uri())
                shown.wait_for_timeout(300)
                paints.append(shown.evaluate(FIRST_PAINT))
            steps = shown.evaluate(STEP, STEPS)
            print(
                f"{name}: {path.stat().st_size / 1000:.0f} kB; "
                f"first paint {min(paints):.0f} ms at best, {median(paints):.0f} in the middle; "
                f"a step {min(steps):.1f} ms at best, {median(steps):.1f} in the middle"
            )
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["cluster", "track-two", "negotiations"])
