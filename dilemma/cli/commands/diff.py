"""`dilemma diff`: two files, two views, or one file at two commits, and why their verdicts differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.options import Color, ColorMode, Frameworks, Full, Json, NoPager, OffPanel, form_among
from dilemma.cli.output import remark, warn_of_broken_plugins, write_blocks, write_json
from dilemma.cli.request import theories_from

if TYPE_CHECKING:
    from dilemma.robustness.collection.difference import Difference

__all__ = ["diff"]

MEDIA = ("table", "json", "md")

First = Annotated[
    str,
    typer.Argument(metavar="A", help="A scenario, a view file, or COMMIT:PATH of either, as git writes it."),
]
Second = Annotated[str, typer.Argument(metavar="B", help="The other, of the same kind.")]
Of = Annotated[
    str | None,
    typer.Option("--of", metavar="SCENARIO", help="The scenario of view files; else by their `of`."),
]
Medium = Annotated[str, typer.Option("--format", metavar="|".join(MEDIA), help="How to write it.")]


def diff(
    a: First,
    b: Second,
    *,
    of: Of = None,
    framework: Frameworks = [],  # noqa: B006 - typer copies defaults
    all_: OffPanel = False,
    format_: Medium = "table",
    json: Json = False,
    full: Full = False,
    no_pager: NoPager = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Show how two files or two views differ, which verdicts differ, and why.

    \b
    dilemma diff old.yaml new.yaml
    dilemma diff ann.view.yaml ben.view.yaml
    dilemma diff track-two ann.view.yaml
    dilemma diff HEAD~1:scenarios/cluster.yaml scenarios/cluster.yaml
    """  # noqa: D301 - the command line reads this sign
    form = form_among(format_, json, MEDIA)
    warn_of_broken_plugins()
    asked = theories_from(framework)
    from dilemma.frameworks.registry import answered
    from dilemma.robustness.collection.difference import difference
    from dilemma.robustness.collection.input.sides import sides_of

    first, second = sides_of(a, b, of)
    for side in (first, second):
        if side.other_version:
            remark(f"dilemma: {side.label} was made from another version of {side.document.label}")
    panel = () if all_ else first.document.scenario.panel
    found: Difference = answered(
        asked or panel,
        lambda theories: difference(first, second, theories),
        lambda sentence: remark(f"dilemma: {sentence}"),
    )
    if form == "json":
        from dilemma.reports.diff.record import difference_record

        write_json(difference_record(found))
        return
    from dilemma.reports.diff.blocks import difference_blocks

    write_blocks(difference_blocks(found, full=full), form, color, pager=full and not no_pager)
