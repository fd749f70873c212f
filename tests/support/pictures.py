"""Renew the two pictures of the README: the terminal as an SVG, the page as a PNG.

python -m tests.support.pictures            (the page needs the extra `page`, Debian's Chromium, and pillow)
python -m tests.support.pictures terminal   (only that of the terminal)
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import Final

from tests.support.chromium import FLAGS
from tests.unit.cli.running import ROOT, dilemma
from tests.unit.reports.page.browser.seen import READY

__all__ = ["COMMAND", "TERMINAL", "printed", "written_in"]

IMAGES = ROOT / "docs" / "images"
TERMINAL, PAGE = IMAGES / "terminal.svg", IMAGES / "page.png"

COMMAND = ("weigh", "cluster")
COLUMNS = 100
CELL = 12.2  # width of a character in an SVG of rich
NEXT_BLOCK = "Next"  # heading before which the picture ends

WINDOW = {"width": 1440, "height": 900}
COLOURS = 64  # enough for text and one accent colour
FONT: Final = "ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', Consolas, monospace"
DARK: Final = ((22, 24, 27), (230, 228, 223))  # colours of the page's dark theme
NORMAL: Final = [
    *((51, 54, 58), (232, 140, 120), (150, 190, 140), (214, 190, 130)),
    *((134, 191, 228), (190, 160, 210), (140, 200, 200), (230, 228, 223)),
]


def printed(**environment: str) -> str:
    """Return the current output of the command in the picture, down to the end of the picture."""
    words = (*COMMAND, "--color", "always") if environment else COMMAND
    return dilemma(*words, COLUMNS=str(COLUMNS), **environment).out.partition(NEXT_BLOCK)[0].rstrip()


def written_in(picture: str) -> list[str]:
    """Return the lines of text in a picture of a terminal, without its title."""
    lines: dict[float, str] = {}
    for attributes, text in re.findall(r"<text ([^>]*clip-path[^>]*)>(.*?)</text>", picture, re.DOTALL):
        x, y = (float(re.search(rf'\b{name}="([\d.]+)"', attributes)[1]) for name in "xy")  # type: ignore[index]
        before = lines.get(y, "").ljust(round(x / CELL))
        lines[y] = before + unescape(text).replace("\N{NO-BREAK SPACE}", " ")
    return [line.rstrip() for _, line in sorted(lines.items())]


def terminal() -> str:
    """Return the picture of the terminal as SVG, drawn by rich with fonts that every machine has."""
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(printed(TERM="xterm-256color", COLORTERM="truecolor")))
    drawn = console.export_svg(
        title=" ".join(("dilemma", *COMMAND)), theme=TerminalTheme(*DARK, NORMAL), unique_id="terminal"
    )
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)  # fonts of another host
    drawn = drawn.replace("Fira Code, monospace", FONT)
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


def page(path: Path) -> None:
    """Write the picture of the page to a file."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        made = Path(folder) / "page.html"
        dilemma("report", COMMAND[1], "-o", str(made))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        shown = browser.new_page(viewport=WINDOW)
        shown.goto(made.as_uri())
        shown.wait_for_selector(READY)
        taken = Image.open(io.BytesIO(shown.screenshot()))
        browser.close()
    few = taken.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE)  # which keeps the rare red
    few.save(path, optimize=True)


if __name__ == "__main__":
    TERMINAL.write_text(terminal(), "utf-8")
    if sys.argv[1:] != ["terminal"]:
        page(PAGE)
