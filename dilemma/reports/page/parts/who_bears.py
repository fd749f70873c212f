"""Who bears what, as tables: what the act itself does apart from what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dilemma.case.build import case_of
from dilemma.quantity import Quantity
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.burdens import GROUPS, Row, burdens_of
from dilemma.reports.page.wording import SCRIPT
from dilemma.reports.words.figures import in_row
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names

__all__ = ["bearers_tab"]

NOTHING: Final = (
    "By this file no option itself does good or harm to anyone: it all comes of it, or is left to happen."
)
UNIT: Final = (
    "Expected amounts in the unit of the file ({unit}), every party counted as one and before any weight: "
    "below 0 a burden, above 0 a benefit."
)


def bearers_tab(found: PageData) -> Html:
    """Return the tables, one for each group of consequences."""
    scenario, names = found.view.scenario, found.names.names
    groups = burdens_of(case_of(scenario))._asdict()
    tables = (_table(agency, rows, names) for agency, rows in groups.items())
    none = element("p", {"class": "aside"}, NOTHING) if not groups["does"] else joined()
    return joined(
        element("p", {"class": "aside"}, UNIT.format(unit=scenario.unit)),
        none,
        element("div", {"id": "burdens", "class": "groups"}, *tables),
    )


def _table(agency: str, rows: Mapping[str, Row], names: Names) -> Html:
    """Return the table of one group of consequences, the sum of all parties first."""
    scenario = names.scenario
    head = (
        element("th", {"scope": "col", "title": names.option(id)}, letter)
        for id, letter in letters(tuple(scenario.options)).items()
    )
    sums: list[Quantity] = [
        sum((row[at] for row in rows.values()), 0.0) for at, _ in enumerate(scenario.options)
    ]
    whole = _amounts(SCRIPT["all-parties"], sums, {"class": "sum"})
    lines = (_amounts(names.party(id), row, {"data-party": id}) for id, row in rows.items())
    title = GROUPS[agency]
    table = element(
        "table",
        {"class": "burdens", "data-agency": agency},
        element("caption", None, title),
        element("thead", None, element("tr", None, element("td", None), *head)),
        element("tbody", None, whole, *lines),
    )
    box: dict[str, str | None] = {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": title}
    return element("div", box if rows else box | {"hidden": None}, table)


def _amounts(label: str, row: Sequence[Quantity], attributes: Mapping[str, str]) -> Html:
    """Return a row of amounts, one for each option."""
    figures = in_row([amount for amount in row if isinstance(amount, float)])
    cells = (element("td", None, text) for text in figures)
    return element("tr", attributes, element("th", {"scope": "row"}, label), *cells)
