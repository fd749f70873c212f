"""Styles of Word documents: Word's own by name, set in small type with little space."""

from __future__ import annotations

from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor

from dilemma.reports.media.docx.layout import BODY
from dilemma.reports.media.docx.markup import TABLE_STYLE, own_font, ruled

__all__ = ["ACCENT", "AGAINST", "QUIET", "TEXT_STYLES", "set_styles"]

FONT: Final = "Arial"
INK, ACCENT = RGBColor(0x1A, 0x1D, 0x21), RGBColor(0x12, 0x3F, 0x5D)
QUIET, AGAINST = RGBColor(0x4A, 0x50, 0x57), RGBColor(0x8A, 0x3A, 0x24)

TEXT_STYLES: Final = {
    # name: size, bold, italic, colour, space before, space after
    "Normal": (BODY, False, False, INK, 0, 2),
    "Title": (17, True, False, INK, 0, 1),
    "Subtitle": (11, False, True, QUIET, 0, 5),
    "Heading 1": (11, True, False, ACCENT, 7, 2),
    "Heading 2": (BODY + 0.5, True, False, INK, 5, 1),
    "List Bullet": (BODY, False, False, INK, 0, 1.5),
    "List": (BODY - 1, False, False, INK, 0, 0.5),
    "Caption": (BODY - 1, False, False, QUIET, 2, 3),
    "Footer": (BODY - 1.5, False, False, QUIET, 0, 0),
    "Macro Text": (BODY - 1, False, False, INK, 0, 2),
}
"""Styles of paragraphs that a report uses: size in points, bold, italic, colour, space before and after."""

INDENTS: Final = {"List Bullet": 11, "List": 17}
TOGETHER: Final = ("Title", "Heading 1", "Heading 2")


def set_styles(document: Any) -> None:
    """Set the styles of a document made from the library's own template."""
    for name, (size, bold, italic, colour, before, after) in TEXT_STYLES.items():
        style = document.styles["macro" if name == "Macro Text" else name]
        own_font(style, "Courier New" if name == "Macro Text" else FONT)
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
        style.font.color.rgb = colour
        layout = style.paragraph_format
        layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.0
        if name in INDENTS:
            layout.left_indent, layout.first_line_indent = Pt(INDENTS[name]), Pt(-INDENTS[name])
        layout.keep_with_next = name in TOGETHER
        for found in style.element.rPr.xpath("w:spacing | w:kern"):
            found.getparent().remove(found)
    _without_rule(document.styles["Title"])
    table = document.styles.add_style(TABLE_STYLE, WD_STYLE_TYPE.TABLE)
    ruled(table)


def _without_rule(title: Any) -> None:
    """Take the template's line below the title away."""
    for tag in ("pBdr", "contextualSpacing"):
        for found in title.element.pPr.xpath(f"w:{tag}"):
            found.getparent().remove(found)
