"""How firm verdicts are: the numbers that turn them, random draws, and the list of all numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Unpack

from dilemma.api.results.choice_map import ChoiceMap
from dilemma.api.results.cruxes import Cruxes
from dilemma.api.results.dials import Dials
from dilemma.api.results.stress_test import StressTest
from dilemma.api.settings import Source, asked, credences_in, number_in, whole_number, with_settings
from dilemma.errors import BadSetting
from dilemma.reports.dials.selection import selection
from dilemma.robustness.cruxes.crux import cruxes as found_cruxes
from dilemma.robustness.cruxes.maps import choice_map as found_map
from dilemma.robustness.stress.stress_test import stress_view
from dilemma.robustness.stress.voters import request_for_draws
from dilemma.scenario.views.settings import Changes

__all__ = ["choice_map", "cruxes", "dials", "stress"]


@with_settings
def cruxes(document: Source, **changes: Unpack[Changes]) -> Cruxes:
    """Return the values of single numbers at which a theory would choose otherwise.

    Each number is moved alone through its whole domain; the field `cruxes` has those inside the ranges that
    the file states first. The arguments, and the errors raised, are those of `weigh`.
    """
    question = asked(document, changes)
    return Cruxes._make(question.answers(lambda theories: found_cruxes(question.view, theories)))


@with_settings
def choice_map(document: Source, across: str, up: str, **changes: Unpack[Changes]) -> ChoiceMap:
    """Return what each theory chooses over two numbers, each moved through its whole domain.

    `across` and `up` are their addresses, as `dials` lists them. The other arguments, and the errors raised,
    are those of `weigh`; raises BadSetting for a number that cannot be moved, or the same twice.
    """
    for name, value in (("across", across), ("up", up)):
        if not isinstance(value, str):
            raise BadSetting(f"{name}: should be an address, not {value!r}")
    question = asked(document, changes)
    return ChoiceMap._make(question.answers(lambda theories: found_map(question.view, theories, across, up)))


@with_settings
def stress(
    document: Source,
    *,
    draws: int = 10_000,
    seed: int = 0,
    spread: float | None = None,
    methods: Iterable[str] = (),
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    done: Callable[[int, int], None] = lambda _made, _asked: None,
    **changes: Unpack[Changes],
) -> StressTest:
    """Return how often each theory's verdict changes when all uncertain numbers are drawn at random.

    `draws` is how often to draw, from 1 to 10,000,000; the same `seed`, a whole number from 0 up, gives the
    same draws. With `spread`, such as 0.2, weights without a range are drawn too, within that share of
    themselves. `methods` (permissibility, borda, one-step) are applied in every draw, with `credences` and
    `even` as in `reconcile`; beside them stands the lottery: each option's mean chance if a theory drawn by
    its credence decided. `done` is called with the number of draws made and the number of all. An
    interrupt ends the drawing; what was drawn until then is returned, with `interrupted` true. The other
    arguments, and the errors raised, are those of `weigh`.
    """
    request = request_for_draws(credences=credences_in(credences), even=even, methods=methods)
    draws, seed = whole_number("draws", draws), whole_number("seed", seed)
    spread = None if spread is None else number_in("spread", spread)
    question = asked(document, changes)
    found = question.answers(
        lambda theories: stress_view(question.view, theories, draws, seed, spread, done, request)
    )
    return StressTest._make(found)


@with_settings
def dials(document: Source, *, word: str | None = None, **changes: Unpack[Changes]) -> Dials:
    """Return every number that may be changed: its address, estimate, stated range and domain.

    With `word`, only those whose name or address has it, in capitals or not. An address is what `addresses`
    takes. The other arguments, and the errors raised, are those of `weigh`.
    """
    if not isinstance(word, str | None):
        raise BadSetting(f"word: should be text, not {word!r}")
    question = asked(document, changes)
    theories = question.answers(lambda theories: theories)
    return Dials(question.view, theories, selection(question.view, theories, word).dials, word)
