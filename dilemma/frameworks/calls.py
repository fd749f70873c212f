"""Calls of a theory: what it needs and how it judges, where a fault of another package is named as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import isfinite
from typing import Any, TypeVar

from dilemma.case import Case
from dilemma.errors import BrokenFramework
from dilemma.frameworks import plugins
from dilemma.frameworks.framework import Framework, Judgement, Need, Reason, Test
from dilemma.frameworks.plugin_checks import visible

__all__ = ["judgements_of", "needs_of"]

T = TypeVar("T")


def needs_of(theory: Framework, case: Case) -> tuple[Need, ...]:
    """Return what the theory needs of a case; BrokenFramework where another package's theory fails."""
    return _called(theory, lambda: theory.needs(case), _check_needs)


def judgements_of(theory: Framework, case: Case) -> tuple[Judgement, ...]:
    """Return the theory's judgement of each option; BrokenFramework where another package's theory fails."""
    return _called(theory, lambda: theory.judge(case), lambda given: _check_judgements(given, case))


def _called(
    theory: Framework, call: Callable[[], Iterable[T]], check: Callable[[tuple[T, ...]], None]
) -> tuple[T, ...]:
    """Return what a call yields: of a theory of ours as it stands, of another package's after a check."""
    package = plugins.found().packages.get(theory.about.id)
    if package is None:
        return tuple(call())
    try:
        given = tuple(call())
        check(given)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise BrokenFramework(package, theory.about.id, plugins.fault(error)) from error
    return given


def _check_needs(given: Iterable[Any]) -> None:
    for need in given:
        if not isinstance(need, Need) or not isinstance(need.missing, str):
            raise TypeError("`needs` yields what is no Need")
        if not visible(need.missing):
            raise ValueError("a need holds a character that cannot be seen")


def _check_judgements(given: tuple[Any, ...], case: Case) -> None:
    """Raise where there is not one judgement an option, in the order of the options, with sound parts."""
    if not all(isinstance(judgement, Judgement) for judgement in given):
        raise TypeError("`judge` yields what is no Judgement")
    if [judgement.option for judgement in given] != [act.id for act in case.acts]:
        raise ValueError("`judge` does not yield one Judgement an option, in the order of the options")
    known = frozenset(_addresses(case))
    for judgement in given:
        for amount in _amounts(judgement):
            _check_amount(amount)
        for reason in judgement.reasons:
            if not _stands(reason.address, known):
                raise ValueError(f"nothing stands at the address '{reason.address}' of a reason")
        if not all(map(visible, _texts(judgement))):
            raise ValueError("a test or a reason holds a character that cannot be seen")


def _amounts(judgement: Judgement) -> Iterator[object]:
    """Yield the amounts of a judgement, whose tests and reasons must be such."""
    yield judgement.score
    yield from judgement.order
    for part in (*judgement.tests, *judgement.reasons):
        match part:
            case Test():
                yield from (part.left, part.right)
            case Reason():
                yield from (part.amount, part.against)
            case _:
                raise TypeError("a Judgement holds a test that is no Test, or a reason that is no Reason")


def _texts(judgement: Judgement) -> Iterator[str]:
    """Yield what is shown of a judgement's parts where no wording is found for them."""
    yield from (test.name for test in judgement.tests)
    for reason in judgement.reasons:
        yield from (text for text in (reason.key, reason.address, reason.test, reason.party) if text)


def _check_amount(amount: object) -> None:
    """Raise where an amount is a whole number or text, which arithmetic on quantities does not give."""
    if isinstance(amount, int | str):
        raise TypeError(f"an amount is {type(amount).__name__}, not float")
    if isinstance(amount, float) and not isfinite(amount):
        raise ValueError(f"an amount is {amount}")


def _addresses(case: Case) -> Iterator[str]:
    """Yield every address at which a reason may lie."""
    yield from (party.address for party in case.parties.values())
    yield from (state.address for state in case.states)
    for act in case.acts:
        yield from (act.address, f"{act.address}.uses")
        yield from (effect.address for effect in (*act.effects, *act.practice))
        yield from (duty.address for duty in act.obligations)
        yield from (trait.address for trait in act.traits)


def _stands(address: str | None, known: frozenset[str]) -> bool:
    """Whether something of the case stands at an address, or it is one that is shown as it stands."""
    return address in known or address is None or address.partition(".")[0] not in HEADS


HEADS = ("parties", "beliefs", "options")
