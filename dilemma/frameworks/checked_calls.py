"""Calls of a theory's methods; an error in a plug-in is raised as BrokenFramework."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import isfinite
from typing import Any, TypeVar

from dilemma.case import Case
from dilemma.errors import BrokenFramework, TooLarge
from dilemma.frameworks import plugins
from dilemma.frameworks.framework import Framework, Judgement, Need, Reason, Test
from dilemma.frameworks.plugin_checks import visible

__all__ = ["judgements_of", "needs_of"]

T = TypeVar("T")


def needs_of(theory: Framework, case: Case) -> tuple[Need, ...]:
    """Return what the theory needs of a case; raise BrokenFramework if a plug-in fails."""
    return _called(theory, lambda: theory.needs(case), _check_needs)


def judgements_of(theory: Framework, case: Case) -> tuple[Judgement, ...]:
    """Return the theory's judgement of each option; raise BrokenFramework if a plug-in fails."""
    return _called(theory, lambda: theory.judge(case), lambda given: _check_judgements(given, case))


def _called(
    theory: Framework, call: Callable[[], Iterable[T]], check: Callable[[tuple[T, ...]], None]
) -> tuple[T, ...]:
    """Return the items of a call; for a plug-in they are checked first."""
    package = plugins.installed().packages.get(theory.about.id)
    if package is None:
        return tuple(call())
    try:
        results = tuple(call())
        check(results)
    except (KeyboardInterrupt, TooLarge):
        raise
    except BaseException as error:
        raise BrokenFramework(package, theory.about.id, plugins.fault(error)) from error
    return results


def _check_needs(given: Iterable[Any]) -> None:
    for need in given:
        if not isinstance(need, Need) or not isinstance(need.missing, str):
            raise TypeError("`needs` yields what is no Need")
        if not visible(need.missing):
            raise ValueError("a need holds a character that cannot be seen")


def _check_judgements(given: tuple[Any, ...], case: Case) -> None:
    """Check that there is one judgement per option, in the order of the options, with valid parts.

    Raises TypeError or ValueError.
    """
    if not all(isinstance(judgement, Judgement) for judgement in given):
        raise TypeError("`judge` yields what is no Judgement")
    if [judgement.option for judgement in given] != [act.id for act in case.acts]:
        raise ValueError("`judge` does not yield one Judgement an option, in the order of the options")
    known = frozenset(_addresses(case))
    for judgement in given:
        for amount in _amounts(judgement):
            _check_amount(amount)
        for reason in judgement.reasons:
            if not _is_known(reason.address, known):
                raise ValueError(f"nothing stands at the address '{reason.address}' of a reason")
        if not all(map(visible, _texts(judgement))):
            raise ValueError("a test or a reason holds a character that cannot be seen")


def _amounts(judgement: Judgement) -> Iterator[object]:
    """Yield the amounts of a judgement; raise TypeError if a test or a reason has the wrong type."""
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
    """Yield the texts of a judgement that are shown if there is no wording for them."""
    yield from (test.name for test in judgement.tests)
    for reason in judgement.reasons:
        yield from (text for text in (reason.key, reason.address, reason.test, reason.party) if text)


def _check_amount(amount: object) -> None:
    """Raise TypeError or ValueError if an amount is an int, a string, or not finite."""
    if isinstance(amount, int | str):
        raise TypeError(f"an amount is {type(amount).__name__}, not float")
    if isinstance(amount, float) and not isfinite(amount):
        raise ValueError(f"an amount is {amount}")


def _addresses(case: Case) -> Iterator[str]:
    """Yield every address that a reason may have."""
    yield from (party.address for party in case.parties.values())
    yield from (state.address for state in case.states)
    for act in case.acts:
        yield from (act.address, f"{act.address}.uses")
        yield from (effect.address for effect in (*act.effects, *act.practice))
        yield from (duty.address for duty in act.obligations)
        yield from (trait.address for trait in act.traits)


def _is_known(address: str | None, known: frozenset[str]) -> bool:
    """Whether the case has something at an address, or the address is one that is shown unchanged."""
    return address in known or address is None or address.partition(".")[0] not in HEADS


HEADS = ("parties", "beliefs", "options")
