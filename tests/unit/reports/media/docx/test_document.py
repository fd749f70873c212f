"""A Word document says what the blocks say, in Word's own styles, and describes itself."""

from __future__ import annotations

import builtins
import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from dilemma.errors import CannotWrite
from dilemma.reports.blocks.chapters import Chapter
from dilemma.reports.media.docx.document import About, docx_document
from tests.unit.reports.every_block import every_block

ABOUT = About("Title of it", "Question?", "de")


def opened(blocks: Any, paper: str = "a4") -> Any:
    """Return the document of blocks, read again."""
    return docx.Document(io.BytesIO(docx_document(blocks, ABOUT, paper)))


def text_of(document: Any) -> str:
    """Return all words of a document, those of tables too."""
    return "\n".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def test_every_text_of_every_block_is_there() -> None:
    """No text of a block is lost; pictures are told in words, without the keys to their signs."""
    document = opened(every_block(lambda name: f"word-{name}"))
    told = text_of(document)
    names: list[str] = []
    every_block(lambda name: names.append(name) or name)  # type: ignore[func-returns-value]
    pictures = {"short", "0", "9", "a.f", "Th", "Other", "harm"}  # ends of axes, short names
    assert [
        name for name in dict.fromkeys(names) if name not in pictures and f"word-{name}" not in told
    ] == []


def test_styles_are_words_own() -> None:
    """Title, headings and lists have the styles by which Word and readers aloud know them."""
    styles = {paragraph.style.name for paragraph in opened(every_block(str)).paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "List Bullet", "Caption", "Normal"} <= styles


def test_a_chapter_is_a_level_below() -> None:
    """The headings of a chapter's blocks stand a level below its own."""
    document = opened([Chapter("Chapter", every_block(str))])
    levels = {one.text: one.style.name for one in document.paragraphs if one.style.name.startswith("Heading")}
    assert levels.pop("Chapter") == "Heading 1"
    assert set(levels.values()) == {"Heading 2"}


def test_it_describes_itself() -> None:
    """It has a title, a subject and a language, and no author, since nobody said who that is."""
    document = opened(every_block(str))
    properties = document.core_properties
    assert (properties.title, properties.subject, properties.language) == ("Title of it", "Question?", "de")
    assert (properties.author, properties.last_modified_by) == ("", "")
    spoken = next(iter(document.styles.element.iter(qn("w:rPrDefault"))))
    assert [one.get(qn("w:val")) for one in spoken.iter(qn("w:lang"))] == ["de"]


def test_heads_of_tables_are_repeated() -> None:
    """Every table with named columns repeats its first row on each page, and no row is cut in two."""
    document = opened(every_block(str))
    assert document.tables
    for table in document.tables:
        first, *rest = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (first, *rest))


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_as_asked(paper: str, size: tuple[int, int]) -> None:
    """A4, or Letter where that is asked for."""
    section = opened(every_block(str), paper).sections[0]
    assert (round(section.page_width.pt), round(section.page_height.pt)) == size


HOSTILE = ["\x00", "a\x0bb", "\ud800", "\ufffe", "\u202e", "<w:p/>", "&amp;", "a\r\nb", "long" * 100]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_be_written(text: str) -> None:
    """What XML does not allow, or would read as its own, harms nothing."""
    blocks = every_block(lambda name: f"{text}{name}")
    data = docx_document(blocks, About(text, text, "en"))
    assert "question" in text_of(docx.Document(io.BytesIO(data)))


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence names the extra, and what can be used instead."""
    real = builtins.__import__

    def absent(name: str, *rest: Any, **more: Any) -> Any:
        if name == "docx":
            raise ModuleNotFoundError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(CannotWrite, match=r"dilemma-weigh\[docx\]"):
        docx_document(every_block(str), ABOUT)
