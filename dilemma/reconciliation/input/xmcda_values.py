"""Values of XMCDA: whole and real numbers, fractions, and labels that have a rank."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from dilemma.scenario.numbers.notation import parse_number
from dilemma.scenario.problem import Problem, Spot
from dilemma.scenario.syntax.elements import Element

__all__ = ["Misread", "amount_in", "text_in"]

NUMBERS = ("integer", "real", "rank")


class Misread(Exception):
    """Raised for an element that cannot be read; holds the problem."""

    def __init__(self, code: str, message: str, spot: Spot) -> None:
        super().__init__(message)
        self.problem = Problem((), code, message, spot=spot)


def text_in(element: Element | None) -> str:
    """Return the text of an element; "" for none."""
    return element.text if element is not None else ""


def fraction_in(element: Element) -> float:
    """Return the number that a numerator and a denominator make; raise Misread if they make none."""
    above, below = (number_in(element.first(part), element) for part in ("numerator", "denominator"))
    if not below:
        raise Misread("not-a-number", "a fraction with the denominator 0", element.spot)
    if not isfinite(above / below):
        raise Misread("not-a-number", "a fraction that is too large", element.spot)
    return above / below


def amount_in(element: Element, labels: Mapping[str, float]) -> float:
    """Return the number that an element holds, in `value` or `values` or by itself.

    `labels` has the amounts of labels. Raises Misread where it holds no number, or several.
    """
    for group in ("values", "value"):
        inner = [*element.all(group)]
        if len(inner) > 1:
            raise Misread("several", "several values, where one is due", inner[1].spot)
        if inner:
            return amount_in(inner[0], labels)
    if rational := element.first("rational"):
        return fraction_in(rational)
    for kind in NUMBERS:
        if found := element.first(kind):
            return number_in(found, element)
    for kind in ("rankedLabel", "valuedLabel"):
        if found := element.first(kind):
            return amount_in(found, labels)
    return amount_of_label(element, labels)


def number_in(element: Element | None, holder: Element) -> float:
    """Return the number that is the text of an element, or of the one number in it; raise Misread if none."""
    if element is None:
        raise Misread("not-a-number", "should be a number", holder.spot)
    inner = element.first("integer") or element.first("real")
    number = parse_number(text_in(inner or element))
    if number is None or not isfinite(number):
        raise Misread(
            "not-a-number", f"should be a number, not '{text_in(inner or element)[:40]}'", element.spot
        )
    return float(number)


def amount_of_label(element: Element, labels: Mapping[str, float]) -> float:
    """Return the amount of the label that an element holds; raise Misread where it has none."""
    label = element.first("label")
    if label is not None and label.text in labels:
        return labels[label.text]
    if label is not None:
        told = f"the label '{label.text[:40]}' has no rank or value in the scale of its criterion"
        raise Misread("not-a-number", told, label.spot)
    if element.children:
        told = f"should be a number, not <{element.children[0].tag[:40]}>"
        raise Misread("not-a-number", told, element.children[0].spot)
    if element.text:
        return number_in(element, element)
    raise Misread("not-a-number", "should be a number", element.spot)
