"""`dilemma weigh`: what does each framework say, side by side, and where do they agree?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.options import (
    Belief,
    Color,
    ColorMode,
    Discount,
    Exchange,
    Format,
    Frameworks,
    Json,
    OutputFormat,
    Perspectives,
    Scenarios,
    Setting,
    Weight,
    number,
    pairs,
    split_list,
)
from dilemma.cli.output import remark, show_blocks, write_csv, write_json, write_line, write_text

if TYPE_CHECKING:
    from dilemma.weighing import Weighing

__all__ = ["weigh"]

Expect = Annotated[
    str | None,
    typer.Option(metavar="OPTION", help="Exit 1 unless every framework that speaks chooses or permits it."),
]
Tidy = Annotated[bool, typer.Option("--tidy", help="With ndjson: one row per framework and option.")]


def weigh(
    scenarios: Scenarios,
    weight: Weight = [],  # noqa: B006 - typer copies defaults
    belief: Belief = [],  # noqa: B006
    set_: Setting = [],  # noqa: B006
    exchange: Exchange = None,
    discount: Discount = None,
    perspectives: Perspectives = [],  # noqa: B006
    framework: Frameworks = [],  # noqa: B006
    expect: Expect = None,
    format_: Format = OutputFormat.TABLE,
    json_: Json = False,
    tidy: Tidy = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Weigh a dilemma: what each framework says of each option, side by side, and why.

    \b
    dilemma weigh cluster
    dilemma weigh cluster -w russian-soldiers=0 --as critics
    dilemma weigh my.yaml -f utilitarian,kantian --json
    """
