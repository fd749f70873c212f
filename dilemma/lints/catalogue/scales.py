"""Lints about the scales that a file leaves to their defaults: the exchange, and the worst for one person."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject, as_float
from dilemma.quantity import positive
from dilemma.weighing import chosen

__all__ = ["exchange_not_stated", "worst_untold"]

OTHER = (2.0, 0.5)
"""What `worst` is tried at, in units of its default: twice, and half."""


@lint("exchange-not-stated", "warning", "not written, and so a tenth of `worst`: {amount:figure}")
def exchange_not_stated(file: Subject) -> Iterator[Question]:
    """The file has consequences and duties, and does not say how one weighs against the other.

    Why: Without `exchange` violating a duty of weight 10 outright counts as much as the worst that can
    befall one person. That is a judgement nobody has made, and it can decide the verdict.

    Mend: Ask how much harm, in `unit`, is as grave as violating a weight-10 duty outright, and write a
    tenth of it as `exchange`.

    Bad::

        unit: one thousand deaths

    Good::

        unit: one thousand deaths
        exchange: 0.1     # violating a weight-10 duty is as grave as a thousand deaths
    """
    acts = file.case.acts
    duties = any(duty.infringed or positive(duty.degree) for act in acts for duty in act.obligations)
    if file.scenario.exchange is None and duties and file.case.in_use:
        yield Question(("exchange",), (), as_float(file.case.exchange))


@lint(
    "worst-untold",
    "warning",
    "not written, and so {amount:figure}; at twice or half of it {each} would choose otherwise",
)
def worst_untold(file: Subject) -> Iterator[Question]:
    """The choice of a theory turns on how bad the worst is for one person, and the file does not say.

    Why: `worst` scales priority, liability and the weight of a claim. Its default is the greatest value or
    level of people in the file, so that a row added for something else can turn the verdict.

    Mend: Write as `worst` what the worst that can befall one person is worth, in the unit of `value`: 1
    where -1 is a death.

    Bad::

        consequences: {killed: {party: town, value: -1}, tortured: {party: prisoner, value: -3}}

    Good::

        worst: 3     # prolonged torture; a death is a third of it
        consequences: {killed: {party: town, value: -1}, tortured: {party: prisoner, value: -3}}
    """
    if file.scenario.worst is not None:
        return
    default = as_float(file.case.worst)
    before = {theory: chosen(file.case, theory) for theory in CATALOGUE}
    turned: dict[str, None] = {}
    for times in OTHER:
        case = case_of(file.scenario.model_copy(update={"worst": default * times}))
        turned |= {
            theory.about.name: None for theory, choice in before.items() if chosen(case, theory) != choice
        }
    if turned:
        yield Question(("worst",), tuple(turned), default)
