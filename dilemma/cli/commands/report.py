"""`dilemma report`: a page with sliders, a memo of two pages, or the picture of one scenario, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.files import format_for, path_to_write, require_suffix, write_file
from dilemma.cli.messages import tell_written
from dilemma.cli.options import Paper, Scenario
from dilemma.cli.output import remark, warn_of_broken_plugins, write_binary, write_data, write_text
from dilemma.cli.progress import bar
from dilemma.cli.request import CommandRequest, shared_flags
from dilemma.errors import BadSetting
from dilemma.reports.page.form import FORMATS, PAPERS, PICTURES, Form

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["report"]

SUFFIXES = {f".{form}": form for form in FORMATS} | {".htm": "html", ".markdown": "md"}

Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Where to write it; - or none: standard output."),
]
Medium = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        help="A page (html), a memo of two pages (md, docx, pdf), or the picture (svg, png); as FILE ends.",
        show_default=False,
    ),
]
Full = Annotated[
    bool, typer.Option("--full", help="With md, docx, pdf: everything that the page tells, not a memo.")
]
Open = Annotated[bool, typer.Option("--open", help="Show it in the browser once it is written.")]


@shared_flags
def report(
    scenario: Scenario,
    *,
    output: Output = None,
    request: CommandRequest,
    format_: Medium = None,
    full: Full = False,
    paper: Paper = "a4",
    open_: Open = False,
) -> None:
    """Write a page, a memo or the picture: to read, try other numbers, print, share.

    \b
    dilemma report cluster -o cluster.html --open
    dilemma report cluster -o memo.docx
    dilemma report cluster -o picture.svg
    """  # noqa: D301 - the command line reads this sign
    path = path_to_write(output)
    if format_ is None:
        require_suffix(output, tuple(SUFFIXES))
    form = format_for(format_, output, SUFFIXES, "html")
    _require_fitting(form, path, paper, full=full, open_=open_)
    request.require_one_perspective("a page is made from one perspective; it offers the others")
    warn_of_broken_plugins()
    from dilemma.reports.page.formats import report_in

    view = request.view_of(scenario)
    with bar("searching") as done:
        content = request.answers(lambda theories: report_in(Form(form, paper, full), view, theories, done))
    _put(content, path, form)
    if open_ and path:
        import webbrowser

        if not webbrowser.open(path.resolve().as_uri()):
            remark(f"dilemma: found no browser to open {path} in")


def _require_fitting(form: str, path: Path | None, paper: str, *, full: bool, open_: bool) -> None:
    """Raise BadSetting for a format that is none, or flags that do not go together."""
    faults = (
        (form not in FORMATS, f"--format {form}: write {', '.join(FORMATS[:-1])} or {FORMATS[-1]}"),
        (paper not in PAPERS, f"--paper {paper}: write a4 or letter"),
        (full and form in PICTURES, f"--full goes with md, docx or pdf; {form} is the picture alone"),
        (open_ and (path is None or form != "html"), "--open: needs a page to open, so -o FILE, in html"),
    )
    for wrong, message in faults:
        if wrong:
            raise BadSetting(message)


def _put(content: str | bytes, path: Path | None, form: str) -> None:
    """Write a report to a file or to standard output."""
    if path is not None:
        write_file(path, content)
        tell_written(path)
    elif isinstance(content, bytes):
        write_binary(content, form)
    else:
        (write_text if form == "md" else write_data)(content)
