"""Elements of XML, each with its line; documents that declare entities or a type are refused."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final
from xml.sax.handler import ContentHandler  # only the interface: defusedxml reads the text

from dilemma.errors import CannotRead
from dilemma.scenario.problem import Problem, Spot

__all__ = ["Element", "elements_of"]

MOST_ELEMENTS: Final = 1_000_000
MOST_DEPTH: Final = 100


class Element:
    """An element: its name without a prefix, its attributes, its own text, what is in it, and its place."""

    __slots__ = ("attributes", "children", "spot", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], spot: Spot) -> None:
        self.tag, self.attributes, self.spot = tag, attributes, spot
        self.children: list[Element] = []
        self.text = ""

    def all(self, tag: str) -> Iterator[Element]:
        """Yield the elements of this name directly in it."""
        return (child for child in self.children if child.tag == tag)

    def first(self, *tags: str) -> Element | None:
        """Return the first element at a path of names below it; None where there is none."""
        if not tags:
            return self
        found = (child.first(*tags[1:]) for child in self.all(tags[0]))
        return next((one for one in found if one is not None), None)


class Refused(Exception):
    """Raised where a document is too large or too deep."""


def elements_of(text: str, label: str) -> Element | Problem:
    """Return the root of an XML document, or the problem with its line if it cannot be read.

    A document that declares a type or an entity is refused, and so is one that is too large or too deep.
    Raises CannotRead without the package that reads XML safely.
    """
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.sax import make_parser
    except ModuleNotFoundError:
        raise CannotRead(
            f"cannot read {label}: XML needs defusedxml: `pip install 'dilemma-weigh[xml]'`"
        ) from None
    from xml.sax import SAXParseException

    growth = Growth()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(growth)
    try:
        parser.parse(BytesIO(text.encode("utf-8")))
    except DefusedXmlException:
        told = "a type declaration (<!DOCTYPE>) or an entity is refused"
    except SAXParseException as error:
        told = f"this is not XML: {error.getMessage()}"
    except Refused as error:
        told = str(error)
    else:
        return growth.root
    return Problem((), "xml", told, spot=growth.here())


class Growth(ContentHandler):
    """Builder of the elements from the events of a parser."""

    def __init__(self) -> None:
        super().__init__()
        self.locator: Any = None
        self.open: list[Element] = []
        self.count = 0
        self.root = Element("", {}, Spot(1, 1, 2))

    def here(self) -> Spot:
        """Return the place that the parser has come to."""
        if self.locator is None:
            return Spot(1, 1, 2)
        line, column = self.locator.getLineNumber() or 1, (self.locator.getColumnNumber() or 0) + 1
        return Spot(line, column, column + 1)

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802 - the names of the interface
        self.locator = locator

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) >= MOST_DEPTH:
            raise Refused(f"more than {MOST_ELEMENTS:,} elements, or {MOST_DEPTH} within one another")
        found = Element(name.rpartition(":")[2], dict(attrs.items()), self.here())
        if self.open:
            self.open[-1].children.append(found)
        else:
            self.root = found
        self.open.append(found)

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002
        closed = self.open.pop()
        closed.text = closed.text.strip()

    def characters(self, content: str) -> None:
        self.open[-1].text += content
