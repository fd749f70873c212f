"""Requests: the validated settings of a reconciliation, and the reconciliation at these settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from dilemma.errors import BadSetting, Named
from dilemma.reconciliation.credences import (
    Credences,
    by_family,
    evenly,
    perspective_credences,
    stated_credences,
)
from dilemma.reconciliation.input.table import Table
from dilemma.reconciliation.method import Method
from dilemma.reconciliation.methods.catalogue import ALL, method_id, methods_named
from dilemma.reconciliation.reconciliation import Reconciliation, Subject, reconcile, with_sensitivity
from dilemma.reconciliation.subject import Source, subject_of
from dilemma.scenario.numbers.fractions import parse_credence
from dilemma.scenario.phrases import shortened
from dilemma.weighing import Weighing

__all__ = ["Request", "answered", "credences_in_force", "names_of_methods", "request"]

PERCENT = 100


class Request(NamedTuple):
    """One request, checked. `stated` are one's own credences by theory, `even` the same for every theory.

    `veto` is the share of credence by which forbidding sets an option aside; `one_scale` says that the asker
    holds all scores to be on one scale. `methods` are ids; `default` and `all` stand for several.
    `frameworks` are those that were asked for, if not all.
    """

    stated: Mapping[str, Fraction]
    even: bool
    methods: tuple[str, ...]
    veto: Fraction | None
    one_scale: bool
    frameworks: tuple[str, ...] = ()


def request(
    *,
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    methods: Iterable[str] = (),
    veto: float | str | None = None,
    one_scale: bool = False,
    frameworks: Iterable[str] = (),
) -> Request:
    """Return a validated request; raise BadSetting for a value that is not valid."""
    stated = {theory: credence_in(theory, value) for theory, value in (credences or {}).items()}
    if stated and even:
        raise BadSetting("credences of your own and the same for every theory: choose one")
    share = None if veto is None else credence_of("veto", veto)
    if share is not None and not 0 < share <= 1:
        raise BadSetting(f"veto {veto}: should be a share of credence, above 0 and at most 1 (100%)")
    asked = Request(stated, even, names_of_methods(methods), share, one_scale, tuple(frameworks))
    methods_asked(asked)
    return asked


def names_of_methods(value: object) -> tuple[str, ...]:
    """Return the ids of the methods that a call names; raise BadSetting if it is not a list of names.

    A name that is no method's is left as it is.
    """
    if isinstance(value, Iterable) and not isinstance(value, str):
        names = tuple(value)
        if all(isinstance(name, str) for name in names):
            return tuple(map(method_id, names))
    raise BadSetting(f"methods: should be a list of names, such as ['borda'], not {value!r}")


def credence_in(theory: str, value: float | str | Fraction) -> Fraction:
    """Return the credence in a theory as an exact fraction; raise BadSetting if it is none, or above 1."""
    credence = credence_of(f"credence in {theory}", value)
    if credence > 1:
        why = f"{value} is above 1 (100%); a credence is how likely the theory is right"
        if credence <= PERCENT and str(value).isdecimal():
            why = f"{why}: write {value}% for per cent"
        raise BadSetting(f"credence in {theory}: {why}")
    return credence


def credence_of(what: str, value: float | str | Fraction) -> Fraction:
    """Return a credence as an exact fraction; raise BadSetting if it is not one."""
    if isinstance(value, Fraction) and value >= 0:
        return value
    credence = parse_credence(value if isinstance(value, str) else repr(value))
    if credence is None:
        raise BadSetting(
            f"{what}: should be 0 or more, such as 0.35, 35% or 1/3, not '{shortened(str(value))}'"
        )
    return credence


def methods_asked(asked: Request) -> tuple[Method, ...]:
    """Return the methods asked for; raise BadSetting for one whose need is not met."""
    methods = methods_named(asked.methods)
    for method in methods:
        if method.about.id in asked.methods and "one-scale" in method.about.needs and not asked.one_scale:
            raise BadSetting(
                f"{method.about.id} adds up scores as they stand: say ",
                Named("one_scale"),
                " if you hold that all theories measure on one scale",
            )
    if asked.one_scale and not any("one-scale" in method.about.needs for method in methods):
        raise BadSetting(
            Named("one_scale"), " goes with ", Named("methods"), f" expected-raw (or with all of them: {ALL})"
        )
    return methods


def answered(source: Source, asked: Request, draws: int = 0) -> Reconciliation:
    """Return the reconciliation of a source as requested, with shares of so many draws of all credences.

    Raises UnknownName for an unknown theory, BadSetting if no theory that applies has credence.
    """
    subject, methods = subject_of(source), methods_asked(asked)
    credences = credences_in_force(source, subject, asked)
    found = reconcile(subject, credences, methods, asked.veto, one_scale=asked.one_scale)
    panel = source.view.scenario.panel if isinstance(source, Weighing) else ()
    return with_sensitivity(found, methods, panel, draws, one_scale=asked.one_scale)


def credences_in_force(source: Source, subject: Subject, asked: Request) -> Credences:
    """Return the credences: as asked, else the same for all where that is asked, else the source's own."""
    if asked.stated:
        return stated_credences(asked.stated, subject.voters, "stated")
    if asked.even:
        return evenly(subject.voters)
    if isinstance(source, Table):
        own = {theory.name: theory.credence for theory in source.theories if theory.credence is not None}
        return stated_credences(own, subject.voters, "table") if own else evenly(subject.voters)
    if isinstance(source, Weighing) and (own := perspective_credences(source.view)):
        return stated_credences(own, subject.voters, "perspective")
    return by_family(subject.voters)
