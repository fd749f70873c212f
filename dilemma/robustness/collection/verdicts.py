"""Verdicts of every theory in every view, from rulings recorded once for each base and run over columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dilemma.frameworks.framework import About, Framework
from dilemma.graph import Bounds, Node
from dilemma.graph.bit_sets import bit_sets, kind_of_sets
from dilemma.graph.columns import Column, Value
from dilemma.graph.program import BLOCK, Program, compile_program
from dilemma.quantity import Quantity, Truth
from dilemma.robustness.collection.bases import Base
from dilemma.robustness.symbolic import Recorded, nodes_of, recorded
from dilemma.weighing import Weighing

__all__ = [
    "DOES_NOT_APPLY",
    "Judge",
    "Sets",
    "Verdicts",
    "members",
    "spans_of",
    "verdicts_of",
    "verdicts_of_weighings",
]

Sets: TypeAlias = NDArray[np.int64]
"""Sets of options as bit sets, bit i for option i: one row for each view, one column for each theory."""

DOES_NOT_APPLY = -1
"""The set of a theory that does not apply in a view."""

TRIAL = 64  # rows computed first, to see which nodes most rows need; affects only speed


class Verdicts(NamedTuple):
    """What each theory says in each view.

    `chosen` and `permitted` are sets of options, or DOES_NOT_APPLY. `ranks` and `scores` have views by
    theories by options; ranks count from 1, scores are NaN where a theory has no scale. `tested` says which
    theories put options to tests.
    """

    theories: tuple[About, ...]
    options: tuple[str, ...]
    chosen: Sets
    permitted: Sets
    ranks: NDArray[np.int64]
    scores: NDArray[np.float64]
    tested: tuple[bool, ...]

    @property
    def every(self) -> int:
        """The set of all options."""
        return (1 << len(self.options)) - 1

    def selects(self, at: int) -> NDArray[np.bool_]:
        """Return in which views the theory at this place applies and does not choose every option."""
        selects: NDArray[np.bool_] = ~np.isin(self.chosen[:, at], (DOES_NOT_APPLY, self.every))
        return selects


def members(options: Sequence[str], set_: int) -> tuple[str, ...]:
    """Return the options in a set, in order; none for DOES_NOT_APPLY."""
    return tuple(option for at, option in enumerate(options) if set_ > 0 and set_ >> at & 1)


class Judge:
    """The theories over one base, as a program over the numbers that its views set, within `bounds`."""

    def __init__(self, base: Base, frameworks: Sequence[Framework], bounds: Mapping[str, Bounds]) -> None:
        self.theories = recorded(base.view.scenario, frameworks, bounds)
        self._placings = [theory.ruling.placings if theory.ruling else () for theory in self.theories]
        choices: list[Quantity | Truth] = [theory.applies for theory in self.theories]
        choices += [placing.chosen for placings in self._placings for placing in placings]
        rest = [part for placings in self._placings for p in placings for part in (p.permissible, p.rank)]
        rest += [score for theory in self.theories for score in theory.scores]
        self._choice_nodes = list(dict.fromkeys(nodes_of(choices)))
        self._all_nodes = list(dict.fromkeys(nodes_of((*choices, *rest))))
        self._options = tuple(base.view.scenario.options)
        self._best = {address: base.dials[address].best for address in bounds}

    def chosen(self, columns: Mapping[str, Column], rows: int) -> Sets:
        """Return the sets that the theories choose in so many rows; other numbers are the base's own."""
        values = self._values(self._choice_nodes, columns, rows)
        return self._sets(values, rows, [[p.chosen for p in placings] for placings in self._placings])

    def verdicts(self, columns: Mapping[str, Column], rows: int) -> Verdicts:
        """Return all that the theories say in so many rows."""
        values = self._values(self._all_nodes, columns, rows)
        permissible = [[p.permissible for p in placings] for placings in self._placings]
        choices = [[p.chosen for p in placings] for placings in self._placings]
        options = self._options
        shape = (rows, len(self.theories), len(options))
        ranks, scores = np.ones(shape, np.int64), np.full(shape, np.nan)
        for at, (theory, placings) in enumerate(zip(self.theories, self._placings, strict=True)):
            for place, placing in enumerate(placings):
                ranks[:, at, place] = value_of(values, placing.rank)
            for place, score in enumerate(theory.scores):
                scores[:, at, place] = value_of(values, score)
        return Verdicts(
            tuple(theory.framework.about for theory in self.theories),
            options,
            self._sets(values, rows, choices),
            self._sets(values, rows, permissible),
            ranks,
            scores,
            tuple(is_tested(theory) for theory in self.theories),
        )

    def _values(self, nodes: Sequence[Node], columns: Mapping[str, Column], rows: int) -> dict[Node, Value]:
        """Return the value of each node, as a column or as one value for all rows."""
        every = {
            address: columns.get(address, np.broadcast_to(best, rows)) for address, best in self._best.items()
        }
        if not nodes:
            return {}
        program = compile_program(nodes, {address: column[:TRIAL] for address, column in every.items()})
        blocks = [in_block(program, every, start, rows) for start in range(0, rows, BLOCK)]
        return {
            node: np.concatenate(parts) for node, parts in zip(nodes, zip(*blocks, strict=True), strict=True)
        }

    def _sets(self, values: Mapping[Node, Value], rows: int, parts: Sequence[Sequence[Truth]]) -> Sets:
        """Return, by row and theory, the set of options whose part holds."""
        sets = np.zeros((rows, len(self.theories)), kind_of_sets(len(self._options)))
        for at, (theory, truths) in enumerate(zip(self.theories, parts, strict=True)):
            held = bit_sets([value_of(values, truth) for truth in truths], rows)
            sets[:, at] = np.where(value_of(values, theory.applies), held, DOES_NOT_APPLY)
        return sets


def value_of(values: Mapping[Node, Value], part: Quantity | Truth) -> Value:
    """Return the value of a part that may be a node or a plain number or truth."""
    return values[part] if isinstance(part, Node) else part


def in_block(program: Program, columns: Mapping[str, Column], start: int, rows: int) -> list[Value]:
    """Return the outputs of a program for one block of rows, each as a column."""
    end = min(start + BLOCK, rows)
    values = program.run({address: column[start:end] for address, column in columns.items()})
    return [np.broadcast_to(value, end - start) for value in values]


def is_tested(theory: Recorded) -> bool:
    """Return whether a theory puts options to tests, so that it may forbid them."""
    return any(judgement.tests for judgement in theory.judgements)


def spans_of(base: Base) -> dict[str, Bounds]:
    """Return the least and the greatest value of each number that views of a base set, or the file states."""
    spans = {}
    for address, column in base.columns.items():
        best = base.dials[address].best
        low, high = float(min(column.min(), best)), float(max(column.max(), best))
        if low < high:
            spans[address] = Bounds(low, high)
    return spans


def verdicts_of(found: Sequence[Base], frameworks: Sequence[Framework], rows: int) -> Verdicts:
    """Return the verdicts in all views of these bases, in the order of the views."""
    parts = [
        (base, Judge(base, frameworks, spans_of(base)).verdicts(base.columns, len(base.rows)))
        for base in found
    ]
    first = parts[0][1]

    def empty(array: NDArray[Any]) -> NDArray[Any]:
        return np.zeros((rows, *array.shape[1:]), array.dtype)

    whole = Verdicts(
        theories=first.theories,
        options=first.options,
        chosen=empty(first.chosen),
        permitted=empty(first.permitted),
        ranks=empty(first.ranks),
        scores=empty(first.scores),
        tested=tuple(any(one.tested[at] for _, one in parts) for at, _ in enumerate(first.theories)),
    )
    for base, part in parts:
        at = list(base.rows)
        for target, source in zip(arrays_of(whole), arrays_of(part), strict=True):
            target[at] = source
    return whole


def verdicts_of_weighings(weighings: Sequence[Weighing]) -> Verdicts:
    """Return the verdicts of views that were weighed one by one; cheaper than a graph for one or two."""
    first = weighings[0]
    options = tuple(first.view.scenario.options)
    shape = (len(weighings), len(first.verdicts), len(options))
    chosen = np.full(shape[:2], DOES_NOT_APPLY, kind_of_sets(len(options)))
    permitted, ranks, scores = chosen.copy(), np.ones(shape, np.int64), np.full(shape, np.nan)
    tested = [False] * len(first.verdicts)
    for row, weighing in enumerate(weighings):
        for at, verdict in enumerate(weighing.verdicts):
            if verdict.applicable:
                answers = [verdict.answer(option) for option in options]
                chosen[row, at] = sum(answer.chosen << place for place, answer in enumerate(answers))
                permitted[row, at] = sum(answer.permissible << place for place, answer in enumerate(answers))
                ranks[row, at] = [answer.rank for answer in answers]
                scores[row, at] = [answer.score for answer in answers]
                tested[at] |= any(answer.status not in ("best", "not best") for answer in answers)
    abouts = tuple(verdict.about for verdict in first.verdicts)
    return Verdicts(abouts, options, chosen, permitted, ranks, scores, tuple(tested))


def arrays_of(verdicts: Verdicts) -> tuple[NDArray[Any], ...]:
    """Return the arrays of verdicts, which have one row for each view."""
    return verdicts.chosen, verdicts.permitted, verdicts.ranks, verdicts.scores
