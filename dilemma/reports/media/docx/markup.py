"""Markup of Word documents that python-docx has no call for: fonts, language, rules and heads of tables."""

from __future__ import annotations

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

__all__ = [
    "TABLE_STYLE",
    "head_of",
    "own_font",
    "page_number",
    "ruled",
    "shaded",
    "spoken",
    "unbroken",
]

TABLE_STYLE: Final = "Ruled Table"
RULE: Final = "B8BEC4"
THEMED: Final = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def made(tag: str, **attributes: str) -> Any:
    """Return an element of the main namespace with these attributes."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def own_font(style: Any, name: str) -> None:
    """Give a style a font by name, in place of the template's theme, which would take precedence."""
    style.font.name = name
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for attribute in THEMED:
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{attribute}"), name)


def spoken(document: Any, language: str) -> None:
    """Say in which language the text of a document is: for spelling, hyphens and readers aloud."""
    for properties in document.styles.element.iter(qn("w:rPrDefault")):
        for found in [*properties.iter(qn("w:lang"))]:
            found.getparent().remove(found)
        properties.find(qn("w:rPr")).append(made("lang", val=language, eastAsia=language, bidi=language))


def ruled(style: Any) -> None:
    """Give a style of tables thin lines between its rows, a line below its head, and room in its cells."""
    properties = made("tblPr")
    borders = made("tblBorders")
    for edge in ("top", "bottom", "insideH"):
        borders.append(made(edge, val="single", sz="4", space="0", color=RULE))
    margins = made("tblCellMar")
    for edge, width in (("top", "10"), ("left", "70"), ("bottom", "10"), ("right", "70")):
        margins.append(made(edge, w=width, type="dxa"))
    properties.extend([borders, margins])
    head = made("tblStylePr", type="firstRow")
    text = made("rPr")
    text.append(made("b"))
    below = made("tcPr")
    edges = made("tcBorders")
    edges.append(made("bottom", val="single", sz="8", space="0", color="404040"))
    below.append(edges)
    head.extend([text, below])
    style.element.extend([properties, head])


def head_of(document: Any) -> None:
    """Have the first row of every table repeated at the top of each page, and no row cut by a page's end."""
    for table in document.element.body.iter(qn("w:tbl")):
        look = table.tblPr.find(qn("w:tblLook"))
        headed = look is not None and look.get(qn("w:firstRow")) == "1"
        for place, row in enumerate(table.iter(qn("w:tr"))):
            properties = row.get_or_add_trPr()
            properties.append(made("cantSplit"))
            if headed and place == 0:
                properties.append(made("tblHeader"))


def unbroken(table: Any, *, headed: bool) -> None:
    """Say whether the first row of a table is its head."""
    look = made("tblLook", firstRow=str(int(headed)), lastRow="0", firstColumn="0", noHBand="1", noVBand="1")
    properties = table._tbl.tblPr
    for found in properties.findall(qn("w:tblLook")):
        properties.remove(found)
    properties.append(look)


def shaded(cell: Any, colour: str) -> None:
    """Fill a cell with a colour."""
    cell._tc.get_or_add_tcPr().append(made("shd", val="clear", color="auto", fill=colour))


def page_number(paragraph: Any, field: str) -> None:
    """Append a field that a reader's program fills in: PAGE or NUMPAGES."""
    code = made("instrText")
    code.text = field
    for part in (made("fldChar", fldCharType="begin"), code, made("fldChar", fldCharType="end")):
        paragraph.add_run()._r.append(part)
