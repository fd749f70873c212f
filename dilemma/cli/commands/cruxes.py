"""`dilemma cruxes`: the values of single numbers at which a theory would choose otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.options import (
    Color,
    ColorMode,
    Excel,
    Full,
    Json,
    Medium,
    NoPager,
    Scenario,
    form_among,
    require_csv,
)
from dilemma.cli.output import warn_of_broken_plugins, write_blocks, write_csv, write_json
from dilemma.cli.progress import bar
from dilemma.cli.request import CommandRequest, shared_flags
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dilemma.reports.blocks import Block
    from dilemma.scenario.views.view import View

__all__ = ["cruxes"]

SEARCHING = "searching"

Map = Annotated[
    tuple[str, str] | None,
    typer.Option("--map", metavar="A B", help="Draw what is chosen over two numbers, by their addresses."),
]


@shared_flags
def cruxes(
    scenario: Scenario,
    *,
    request: CommandRequest,
    map_: Map = None,
    full: Full = False,
    no_pager: NoPager = False,
    format_: Medium = "table",
    excel: Excel = False,
    json: Json = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Find the single numbers that would turn a theory's choice.

    And where each of them would: above or below which value.

    \b
    dilemma cruxes cluster
    dilemma cruxes cluster --full
    dilemma cruxes cluster -f utilitarian --json
    dilemma cruxes cluster -f utilitarian --map quantities.dud-rate.value parties.russian-soldiers.weight
    """  # noqa: D301 - the command line reads this sign
    form = form_among(format_, json)
    require_csv(excel, form)
    request.require_one_perspective("cruxes sees a scenario from one perspective at a time")
    warn_of_broken_plugins()
    view = request.view_of(scenario)
    if map_ is not None:
        _show_map(view, request, map_, form, color)
        return
    if form in ("json", "csv"):
        _write_cruxes(view, request, form, excel=excel)
        return
    blocks = (_full_blocks if full else _brief_blocks)(view, request)
    write_blocks(blocks, form, color, pager=full and not no_pager)


def _brief_blocks(view: View, request: CommandRequest) -> Iterator[Block]:
    from dilemma.reports.cruxes.brief import brief_blocks
    from dilemma.robustness.cruxes.live import live_cruxes

    with bar(SEARCHING) as done:
        found = request.answers(lambda theories: (live_cruxes(view, theories, done), theories))
    return brief_blocks(*found)


def _full_blocks(view: View, request: CommandRequest) -> Iterator[Block]:
    from dilemma.reports.cruxes.blocks import cruxes_blocks
    from dilemma.robustness.cruxes.crux import cruxes as find_cruxes

    with bar(SEARCHING) as done:
        found = request.answers(lambda theories: (find_cruxes(view, theories, done), theories))
    return cruxes_blocks(*found)


def _write_cruxes(view: View, request: CommandRequest, form: str, *, excel: bool) -> None:
    from dilemma.reports.cruxes.record import TABLE_COLUMNS, cruxes_record, cruxes_rows
    from dilemma.robustness.cruxes.crux import cruxes as find_cruxes

    with bar(SEARCHING) as done:
        result = request.answers(lambda theories: find_cruxes(view, theories, done))
    if form == "json":
        write_json(cruxes_record(result))
    else:
        write_csv(TABLE_COLUMNS, cruxes_rows(result), header=True, excel=excel)


def _show_map(
    view: View, request: CommandRequest, map_: tuple[str, str], form: str, color: ColorMode
) -> None:
    from dilemma.reports.cruxes.maps import map_blocks
    from dilemma.reports.cruxes.record import map_record
    from dilemma.robustness.cruxes.maps import choice_map

    result, theories = request.answers(lambda theories: (choice_map(view, theories, *map_), theories))
    match form:
        case "table" | "md":
            write_blocks(map_blocks(result, theories), form, color)
        case "json":
            write_json(map_record(result))
        case _:
            raise BadSetting(f"--map: write it as a table, md or json, not as {form}")
