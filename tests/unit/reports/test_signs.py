"""A grid of signs has the signs of its legend, whatever it is written as."""

from __future__ import annotations

import re

import pytest

from dilemma.reports.blocks import Group, SignGrid, SignRow
from dilemma.reports.media.html.blocks import render
from dilemma.reports.media.markdown import markdown
from tests.unit.reports.media.terminal.drawing import lines

ROWS = (
    SignRow("Threshold", "Threshold", ("chosen", "plain", "forbidden")),
    SignRow("Rights", "Rights", ("among", "among", "permitted")),
    SignRow("Care", "Care", ("absent", "absent", "absent"), "no party is dependent"),
)
GRID = SignGrid(("A", "B", "C"), (Group("Family", ROWS),), "", ())
WRITTEN = {
    "table": lambda: "\n".join(lines(GRID)),
    "md": lambda: markdown([GRID]),
    "html": lambda: str(render([GRID])).replace("</tr>", "\n"),
}


@pytest.mark.parametrize("form", WRITTEN)
def test_signs_are_those_of_the_legend(form: str) -> None:
    """An option that is ranked lower has the sign for it; a theory that does not apply has no sign."""
    signs = {}
    for line in WRITTEN[form]().splitlines():
        for row in ROWS:
            if row.label in line:
                signs[row.label] = "".join(re.findall("[●◐○✕·]", line))
    assert signs == {"Threshold": "●·✕", "Rights": "◐◐○", "Care": ""}
