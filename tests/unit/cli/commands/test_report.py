"""`dilemma report` writes one file, whole or not at all."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest

from dilemma.reports.media.browser import browser
from tests.unit.cli.pseudo_terminal import typed
from tests.unit.cli.running import ROOT, dilemma

NAME = "trolley-switch"


def test_a_page_is_one_file(tmp_path: Path) -> None:
    """With -o the page is written there and nothing is left beside it; one line tells that it is."""
    ran = dilemma("report", NAME, "-o", str(tmp_path / "page.html"))
    assert (ran.code, ran.out, ran.err) == (0, "", f"Wrote {tmp_path / 'page.html'}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_the_same_page_every_time() -> None:
    """Two runs write the same page, on standard output where no file is named, or -."""
    first, second = dilemma("report", NAME), dilemma("report", NAME, "-o", "-")
    assert first.out == second.out
    assert first.out.endswith("</html>\n")


def test_a_memo_of_the_same() -> None:
    """In Markdown: the verdicts, what would turn them, who is affected, what is owed, sources.

    No heading is empty: what follows one at once is a level below it.
    """
    memo = dilemma("report", NAME, "--format", "md", "--full").out
    wanted = ["# ", "## What would turn it", "## Who is affected", "## What is owed", "## Sources"]
    assert [title for title in wanted if title not in memo] == []
    lines = [line for line in memo.splitlines() if line]
    levels = [len(line) - len(line.lstrip("#")) for line in lines]
    empty = [
        line for line, level, after in zip(lines, levels, levels[1:], strict=False) if 0 < after <= level
    ]
    assert empty == []


def test_of_some_theories() -> None:
    """A page of one constraint alone has nothing to reconcile, and its command names the constraint."""
    ran = dilemma("report", NAME, "-f", "double-effect")
    assert (ran.code, ran.err) == (0, "")
    assert "dilemma weigh trolley-switch -f double-effect</code>" in ran.out
    assert "When theories disagree" not in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "nowhere/page.html"), "dilemma: -o nowhere/page.html: there is no directory nowhere"),
        (("--format", "odt"), "dilemma: --format odt: write html, md, docx, pdf, svg or png"),
        (("--paper", "a3"), "dilemma: --paper a3: write a4 or letter"),
        (
            ("--format", "svg", "--full"),
            "dilemma: --full goes with md, docx or pdf; svg is the picture alone",
        ),
        (("--format", "pdf", "--open"), "dilemma: --open: needs a page to open, so -o FILE, in html"),
        (("--open",), "dilemma: --open: needs a page to open, so -o FILE, in html"),
    ],
)
def test_what_cannot_be_is_one_sentence(words: tuple[str, ...], said: str) -> None:
    """A missing directory, an unknown form, nothing to open: one sentence, and exit code 2."""
    ran = dilemma("report", NAME, *words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{said}\n")


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    """Where the name is a directory's, one sentence, exit code 2, and no part of a file."""
    (tmp_path / "taken").mkdir()
    ran = dilemma("report", NAME, "-o", str(tmp_path / "taken"))
    assert (ran.code, ran.err) == (2, f"dilemma: -o {tmp_path / 'taken'}: that is a directory; name a file\n")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


STARTS = {
    "page.html": b"<!doctype html>",
    "PAGE.HTM": b"<!doctype html>",
    "memo.md": b"# ",
    "memo.docx": b"PK",
    "picture.svg": b"<svg ",
    "picture.png": b"\x89PNG\r\n\x1a\n",
    "page": b"<!doctype html>",
}


@pytest.mark.parametrize(("name", "start"), STARTS.items())
def test_the_format_is_as_the_name_ends(name: str, start: bytes, tmp_path: Path) -> None:
    """Without --format, the end of the name in -o says what is written: a page for any other."""
    ran = dilemma("report", NAME, "-o", str(tmp_path / name))
    assert (ran.code, ran.out, ran.err) == (0, "", f"Wrote {tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize("name", ["memo.doc", "memo.xlsx", "memo.odt", "memo.txt"])
def test_the_name_of_another_document_is_refused(name: str, tmp_path: Path) -> None:
    """A page is not written under the name of a document that another program opens."""
    ran = dilemma("report", NAME, "-o", str(tmp_path / name))
    assert (ran.code, "is not written here; let the name end in .html, .md, .docx" in ran.err) == (2, True)
    assert not (tmp_path / name).exists()


def test_a_format_that_is_asked_for_precedes_the_name(tmp_path: Path) -> None:
    """--format says what is written, whatever the file is called."""
    dilemma("report", NAME, "--format", "svg", "-o", str(tmp_path / "picture.xml"))
    assert (tmp_path / "picture.xml").read_text("utf-8").startswith("<svg ")


@pytest.mark.parametrize("form", ["docx", "png"])
def test_what_is_no_text_goes_to_no_terminal(form: str) -> None:
    """On a terminal it is refused with a sentence; into a pipe it is written."""
    shown = typed("report", NAME, "--format", form, NO_COLOR="1")
    assert shown.strip() == f"dilemma: {form} is not written to a terminal: name a file"
    words = [sys.executable, "-m", "dilemma", "report", NAME, "--format", form]
    piped = subprocess.run(words, capture_output=True, check=True, cwd=ROOT)
    assert piped.stdout.startswith((b"PK", b"\x89PNG"))


def test_the_picture_is_self_contained() -> None:
    """The SVG is well formed, names question, options and theories, and refers to nothing outside itself."""
    svg = dilemma("report", "cluster", "--format", "svg").out
    words = " ".join(ET.fromstring(svg).itertext())
    for told in ("Should the United States", "B Limited transfer", "Contractualist", "The theories divide"):
        assert told in words
    assert re.findall(r"href|url\(|<image|<script|<style|https?://(?!www.w3.org/2000/svg)", svg) == []
    wide = int(ET.fromstring(svg).get("width", "0"))
    sizes = [float(size) for size in re.findall(r'font-size="(\d+)"', svg)]
    assert min(sizes) * 600 / wide >= 10  # pixels of the smallest type, at a width of 600


SIZED = """\
format: 1
title: {text}
question: {text}
parties: {{all: {{name: All}}}}
consequences: {{gain: {{name: Gain, party: all, value: 1, count: 1}}}}
options:
  first: {{name: {text}, consequences: {{gain: {{}}}}}}
{others}"""


@pytest.mark.parametrize("text", ["word " * 40_000, "x" * 200_000])
def test_the_picture_is_bounded_whatever_the_length_of_texts(text: str, tmp_path: Path) -> None:
    """Of a long question, title and list of options the picture has some lines, within its width."""
    path = tmp_path / "long.yaml"
    path.write_text(SIZED.format(text=text.strip(), others="  other: {name: Other}\n"))
    svg = ET.fromstring(dilemma("report", str(path), "--format", "svg").out)
    assert svg.get("width") == "680"
    assert int(svg.get("height", "0")) < 2000
    drawn = ["".join(one.itertext()) for one in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert max(map(len, drawn)) <= 102
    assert len([line for line in drawn if line.endswith("…")]) == 3


def test_a_picture_of_too_many_options_is_refused(tmp_path: Path) -> None:
    """A picture has at most 200 columns; of more options the message says what to use instead."""
    path = tmp_path / "many.yaml"
    others = "".join(f"  o{number}: {{name: O{number}}}\n" for number in range(200))
    path.write_text(SIZED.format(text="Which?", others=others))
    ran = dilemma("report", str(path), "--format", "png", "-o", str(tmp_path / "a.png"))
    assert (ran.code, ran.out) == (2, "")
    assert "at most 200, and this file has 201: use --format html or docx" in ran.err


def test_the_png_is_twice_as_fine_as_the_svg(tmp_path: Path) -> None:
    """The PNG has two pixels for each of the SVG's, and letters are drawn in it."""
    svg = dilemma("report", NAME, "--format", "svg").out
    path = tmp_path / "picture.png"
    dilemma("report", NAME, "-o", str(path))
    data = path.read_bytes()
    size = [int(svg.split(f'{side}="')[1].split('"')[0]) for side in (" width", " height")]
    assert [int.from_bytes(data[place : place + 4], "big") for place in (16, 20)] == [2 * one for one in size]


def test_a_memo_is_a_word_document(tmp_path: Path) -> None:
    """Its headings are those of the memo in Markdown, and its tables hold the theories, sides and parties."""
    path = tmp_path / "memo.docx"
    dilemma("report", "cluster", "-o", str(path))
    document = docx.Document(str(path))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    memo = dilemma("report", "cluster", "--format", "md").out
    assert headings == [line.removeprefix("## ") for line in memo.splitlines() if line.startswith("## ")]
    signs, deciding, sides, bearers = ([cell.text for cell in one.rows[0].cells] for one in document.tables)
    assert signs == ["", "A", "B", "C", "D", "E", ""]
    assert deciding == ["", "file", "stated range", "turns"]
    assert sides == ["", "for it", "against it"]
    assert bearers == ["", "A", "B", "C", "D", "E"]


def test_everything_is_a_word_document_too(tmp_path: Path) -> None:
    """With --full, a Word document has the chapters of the page."""
    path = tmp_path / "full.docx"
    dilemma("report", NAME, "--full", "-o", str(path))
    headings = [one.text for one in docx.Document(str(path)).paragraphs if one.style.name == "Heading 1"]
    assert {"What would turn it", "Who is affected", "What is owed", "Sources"} <= set(headings)


def test_a_pdf_without_a_browser_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no browser is found, the sentence says what to install and what can be had without."""
    monkeypatch.setattr("dilemma.reports.media.browser.browser", lambda: None)
    ran = dilemma("report", NAME, "--format", "pdf", "-o", "memo.pdf")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("dilemma: a PDF is printed by a browser, and none was found: install Chromium")
    assert ran.err.count("\n") == 1


@pytest.mark.skipif(browser() is None, reason="no browser is installed: no PDF is printed")
def test_a_pdf_is_printed_and_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The memo has at most two pages, and the folder in which the browser worked is gone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "memo.pdf"
    ran = dilemma("report", "cluster", "-o", str(path))
    assert (ran.code, ran.err) == (0, f"Wrote {path}\n")
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", data)) <= 2
    assert [one.name for one in tmp_path.iterdir()] == ["out"]
