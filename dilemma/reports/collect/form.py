"""A form for a dilemma: the headings of a table in which people answer, as `collect` reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dilemma.frameworks.framework import Framework
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.reports.words.turns import PROBABILITIES, best_and_range
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.robustness.dials.dial import Dial
from dilemma.scenario.views.view import View

__all__ = ["form_headings"]

MOST_NUMBERS: Final = 6  # that are asked for


def form_headings(view: View, frameworks: Sequence[Framework]) -> tuple[str, ...]:
    """Return the headings of a form: who answers, the numbers that turn most theories, and a choice.

    If the file states no ranges, no numbers are asked for.
    """
    return ("Who are you? [name]", *_questions(view, frameworks), _choice(view), SURE, WHY)


SURE: Final = "How sure are you of your choice? [confidence] (%)"
WHY: Final = "Why do you see it so? [because]"


def _questions(view: View, frameworks: Sequence[Framework]) -> Iterator[str]:
    """Yield a question for each number that turns most theories within its stated range."""
    turned: dict[str, set[str]] = {}
    dials: dict[str, Dial] = {}
    for crux in cruxes_in_ranges(view, frameworks) or ():
        turned.setdefault(crux.dial.address, set()).add(crux.about.id)
        dials[crux.dial.address] = crux.dial
    names = DialNames(view, frameworks)
    for address in sorted(turned, key=lambda one: -len(turned[one]))[:MOST_NUMBERS]:
        yield _question(dials[address], names, view)


def _question(dial: Dial, names: DialNames, view: View) -> str:
    """Return a number as a question, with what the file says, its unit and its address."""
    best, plausible = best_and_range(dial)
    told = f"{names.full(dial)} (the file says {best}, plausible {plausible}"
    if dial.kind in PROBABILITIES:
        return f"{told}) [{dial.address}] (%)"
    unit = f"; in {view.scenario.unit}" if dial.kind in ("value", "quantity") and dial.best < 0 else ""
    return f"{told}{unit}) [{dial.address}]"


def _choice(view: View) -> str:
    """Return the question for one's own choice, with the options."""
    names = Names(view.scenario)
    options = (f"{letter} {names.option(id)}" for id, letter in letters(tuple(view.scenario.options)).items())
    return f"What would you choose: {', '.join(options)}? [choice]"
