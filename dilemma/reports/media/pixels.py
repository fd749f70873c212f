"""A picture in SVG as pixels (PNG), by resvg or by a browser."""

from __future__ import annotations

import re
from typing import Final

from dilemma.errors import Named
from dilemma.reports.media.browser import drawn

__all__ = ["MISSING", "png"]

MISSING: Final = (
    "a PNG needs resvg-py, `pip install 'dilemma-weigh[png]'`, or Chromium, Chrome or Edge; or use ",
    Named("format"),
    " svg",
)
SHARPNESS: Final = 2  # pixels for each of the picture's own
FAMILIES: Final = (
    "Arial, Helvetica, 'Segoe UI', Roboto, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', "
    "Verdana, Cantarell, Ubuntu, sans-serif"
)
"""Type that most systems have: resvg draws no text in a generic family unless told which font it is."""

OWN: Final = 'font-family="system-ui, sans-serif"'
SIZE: Final = re.compile(r'width="(\d+)" height="(\d+)"')
LETTER: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" {family}>'
    '<text x="2" y="16" font-size="16">{letter}</text></svg>'
)


def png(svg: str) -> bytes:
    """Return the picture as PNG, twice as fine.

    Raises CannotWrite if there is neither resvg with a font that it can use, nor a browser.
    """
    try:
        import resvg_py
    except ModuleNotFoundError:
        return _by_browser(svg)
    family = f'font-family="{FAMILIES}"'
    blank, letter = (
        bytes(resvg_py.svg_to_bytes(svg_string=LETTER.format(family=family, letter=text))) for text in " A"
    )
    if blank == letter:  # none of the fonts is here
        return _by_browser(svg)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg.replace(OWN, family, 1), zoom=SHARPNESS))


def _by_browser(svg: str) -> bytes:
    size = SIZE.search(svg)
    assert size
    return drawn(svg, (int(size[1]), int(size[2])), MISSING)
