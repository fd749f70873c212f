"""`dilemma report`: one HTML page with sliders, or a memo of the same in Markdown."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma.cli.files import path_to_write, write_file
from dilemma.cli.options import Scenario
from dilemma.cli.output import remark, warn_of_broken_plugins, write_data, write_text
from dilemma.cli.request import CommandRequest, shared_flags
from dilemma.errors import BadSetting
from dilemma.reports.words.characters import printable

__all__ = ["report"]

Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Where to write it; - or none: standard output."),
]
Medium = Annotated[str, typer.Option("--format", metavar="html|md", help="A page, or a memo in Markdown.")]
Full = Annotated[
    bool, typer.Option("--full", help="With md: everything that the page tells, not a memo of two pages.")
]
Open = Annotated[bool, typer.Option("--open", help="Show it in the browser once it is written.")]


@shared_flags
def report(
    scenario: Scenario,
    *,
    output: Output = None,
    request: CommandRequest,
    format_: Medium = "html",
    full: Full = False,
    open_: Open = False,
) -> None:
    """Write one self-contained page: read it, turn its dials, print it, share it.

    \b
    dilemma report cluster -o cluster.html --open
    dilemma report cluster --format md -o memo.md
    """  # noqa: D301 - the command line reads this sign
    path = path_to_write(output)
    if format_ not in ("html", "md"):
        raise BadSetting(f"--format {format_}: write html or md")
    if open_ and (path is None or format_ != "html"):
        raise BadSetting("--open: needs a page to open, so -o FILE, in html")
    request.require_one_perspective("a page is made from one perspective; it offers the others")
    warn_of_broken_plugins()
    from dilemma.reports.page.text import full_memo_text, memo_text, page_text

    view = request.view_of(scenario)
    write = page_text if format_ == "html" else full_memo_text if full else memo_text
    text = request.answers(lambda theories: write(view, theories))
    if path is None:
        (write_data if format_ == "html" else write_text)(text)
        return
    write_file(path, text if format_ == "html" else printable(text))
    if open_:
        import webbrowser

        if not webbrowser.open(path.resolve().as_uri()):
            remark(f"dilemma: found no browser to open {path} in")
