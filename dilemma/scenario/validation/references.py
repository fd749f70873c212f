"""Validation of references: that every id in a field is declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dilemma.scenario.addresses.traversal import matches_of, rows_at, texts_in, texts_with_paths, values_at
from dilemma.scenario.phrases import shortened
from dilemma.scenario.problem import Path, Problem, address_of
from dilemma.scenario.structure.shapes import FACTORS, GONE, Theories
from dilemma.scenario.validation.consequences import belief_of
from dilemma.scenario.validation.ids import kind_of

__all__ = ["reference_problems"]

NAMING: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("*.*.sources", "source", ("sources",)),
    ("perspectives.*.set.*.sources", "source", ("sources",)),
    ("options.*.*.*.sources", "source", ("sources",)),
    ("literature.*.source", "source", ("sources",)),
    ("baseline", "option", ("options",)),
    ("literature.*.option", "option", ("options",)),
    ("perspectives.*.choice", "option", ("options",)),
    ("consequences.*.party", "party", ("parties",)),
    ("consequences.*.falls_on", "party", ("parties",)),
    ("options.*.consequences.*.falls_on", "party", ("parties",)),
    ("duties.*.owed_to", "party", ("parties",)),
    ("options.*.uses", "party", ("parties",)),
    ("options.*.beliefs", "belief", ("beliefs",)),
    ("options.*.beliefs.*.given", "belief", ("beliefs",)),
    ("consequences.*.when", "belief", ("beliefs",)),
    ("options.*.consequences.*.when", "belief", ("beliefs",)),
    ("options.*.consequences", "consequence", ("consequences",)),
    ("options.*.duties", "duty", ("duties",)),
    ("options.*.virtues", "virtue", ("virtues",)),
    ("consequences.*.overlaps", "factor", FACTORS),
    ("duties.*.overlaps", "factor", FACTORS),
)
"""The pattern of a field with references, the kind of entry, and the maps that declare it."""

NAMING_THEORIES = ("frameworks", "literature.*.framework", "panel", "perspectives.*.credences")

PATTERNS = (*(pattern for pattern, _, _ in NAMING), *NAMING_THEORIES)


def reference_problems(
    data: Mapping[str, Any], theories: Theories | None, unsure: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Yield a problem for every unknown reference; frameworks are checked only if `theories` is given.

    The ids in the `unsure` maps are not reliable, so references to them are not checked.
    """
    found = values_at(data, PATTERNS)
    for pattern, what, tables in NAMING:
        values = found[pattern]
        if values and unsure.isdisjoint(tables):
            known = {name: None for table in tables for name in rows_at(data, table)}
            if not all_named(values, what, known):
                yield from unknown_names(data, pattern, what, known)
    if theories is not None:
        for pattern in NAMING_THEORIES:
            if not all_named(found[pattern], "theory", theories):
                yield from unknown_names(data, pattern, "theory", theories)
        yield from setting_problems(data, theories)
    yield from repeated_parties(data)


def all_named(values: Iterable[Any], what: str, known: Mapping[str, object]) -> bool:
    """Return whether every name in some values is known; this quick check suffices for most files."""
    texts = {text for value in values for text in texts_in(value)}
    names = {belief_of(text) for text in texts} if what == "belief" else texts
    return known.keys() >= names


def unknown_names(
    data: Mapping[str, Any], pattern: str, what: str, known: Mapping[str, object]
) -> Iterator[Problem]:
    """Yield a problem for each unknown name at a pattern."""
    for where, value in matches_of(data, pattern):
        for path, name in texts_with_paths(where, value):
            if named(what, name) not in known:
                yield unknown(data, path, what, name, tuple(known))


def named(what: str, text: str) -> str:
    """Return the name in a text; for a belief, without `not` before it."""
    return belief_of(text) if what == "belief" else text


def unknown(data: Mapping[str, Any], path: Path, what: str, name: str, known: tuple[str, ...]) -> Problem:
    """Return the problem of a name that no entry of the kind has."""
    bare = named(what, name)
    other = kind_of(data, bare)
    message = f"no {what} '{shortened(bare)}'" + (f": it is {other}" if other else "")
    if what == "belief" and not bare:
        message = "no belief is named here; write [] for none"
    return Problem(path, "unknown-id", message, "key" if path[-1] == name else "value", bare, known)


def setting_problems(data: Mapping[str, Any], theories: Theories) -> Iterator[Problem]:
    """Yield a problem for each setting that its theory does not have."""
    for framework, settings in rows_at(data, "frameworks").items():
        known = theories.get(framework)
        if known is None:
            continue
        for setting in rows_at(settings):
            path = ("frameworks", framework, setting)
            if gone := GONE.get(address_of(path)):
                yield Problem(path, "unknown-setting", gone, "key")
            elif setting not in known:
                message = f"'{framework}' has no setting '{setting}'"
                yield Problem(path, "unknown-setting", message, "key", setting, tuple(known))


def repeated_parties(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each party that a duty names twice among those it is owed to."""
    for where, value in matches_of(data, "duties.*.owed_to"):
        seen: set[str] = set()
        for path, party in texts_with_paths(where, value):
            if party in seen:
                yield Problem(path, "repeated-party", f"'{party}' is named twice")
            seen.add(party)
