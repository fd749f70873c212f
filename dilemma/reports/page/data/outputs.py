"""The outputs of theories as indices of nodes in a graph, for the script of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dilemma.case.reason import Reason
from dilemma.frameworks.framework import Gives, Judgement
from dilemma.graph.data import EncodedGraph, encode
from dilemma.quantity import Quantity, Truth
from dilemma.reconciliation.symbolic import Combined
from dilemma.reports.page.burdens import Burdens
from dilemma.reports.page.data.perspectives import Recording
from dilemma.robustness.dials.out_of_bounds import Impossible
from dilemma.robustness.symbolic import Recorded
from dilemma.weighing.ruling import Placing

__all__ = ["Outputs", "PageOutputs", "differences", "outputs"]

KINDS = ("term", "binding")


class Outputs:
    """Collector of the outputs of theories in one or more views with a shared graph.

    A reason is listed once, even if several theories give it: kind, key, address, its two sides, whether it
    holds, and the test it is a ground of. Keys are indices into `strings`, addresses into `addresses`.
    """

    def __init__(self, graph: EncodedGraph) -> None:
        self.graph = graph
        self.strings: dict[str, int] = {}
        self.addresses: dict[str, int] = {}
        self._reasons: dict[tuple[Any, ...], int] = {}

    @property
    def reasons(self) -> list[Any]:
        """The columns of the table of reasons, each as differences."""
        return [differences(column) for column in zip(*self._reasons, strict=True)]

    def theory(self, recorded: Recorded) -> dict[str, Any]:
        """Return the data of one theory, with the nodes of its ruling and its judgements."""
        about, ruling, place = recorded.framework.about, recorded.ruling, self.graph.index_of
        needs = [[place(need.met), need.missing] for need in recorded.needs if need.met is not True]
        told = {"id": about.id, "tiers": about.gives is Gives.TIERS, "needs": needs}
        if ruling is None:
            return told | {"answers": None}
        pairs = zip(recorded.judgements, ruling.placings, strict=True)
        return told | {
            "silent": place(ruling.silent),
            "none": place(ruling.permits_none),
            "answers": [self._answer(judgement, placing) for judgement, placing in pairs],
        }

    def combination(self, combined: Combined) -> dict[str, Any]:
        """Return the nodes of credences, and of the results of methods."""
        place = self.graph.index_of
        return {
            "credences": [*map(place, combined.credences)],
            "believed": place(combined.believed),
            "guided": place(combined.guided),
            "lottery": [*map(place, combined.lottery)],
            "methods": [
                [[*map(place, counted.scores)], [*map(place, counted.winners)]]
                for counted in combined.methods.values()
            ],
        }

    def burdens(self, borne: Burdens) -> list[list[list[Any]]]:
        """Return who bears what: by group, rows of a party's id and the nodes of its amounts by option."""
        place = self.graph.index_of
        return [[[id, *map(place, row)] for id, row in rows.items()] for rows in borne]

    def impossible(self, one: Impossible) -> list[Any]:
        """Return a product's address, and the nodes of whether it is out of range and of its amount."""
        return [one.address, self.graph.index_of(one.beyond), self.graph.index_of(one.amount)]

    def _answer(self, judgement: Judgement, placing: Placing) -> dict[str, Any]:
        place = self.graph.index_of
        return {
            "permissible": place(placing.permissible),
            "chosen": place(placing.chosen),
            "rank": place(placing.rank),
            "score": place(judgement.score),
            "tests": [
                [test.name, place(test.passed), place(test.left), place(test.right), place(test.compared)]
                for test in judgement.tests
            ],
            "reasons": [self._reason(reason) for reason in judgement.reasons if reason.holds is not False],
        }

    def _reason(self, reason: Reason) -> int:
        place = self.graph.index_of
        sides = place(reason.amount), place(reason.against), place(reason.holds)
        test = None if reason.test is None else _index(self.strings, reason.test)
        where = None if reason.address is None else _index(self.addresses, reason.address)
        told = KINDS.index(reason.kind), _index(self.strings, reason.key), where, *sides, test
        return self._reasons.setdefault(told, len(self._reasons))


def differences(data: Any) -> Any:
    """Return JSON data with each integer replaced by its difference from the integer before it.

    Indices of nodes that stand side by side are mostly close, so the differences are small and repeat, and
    compress to a third of the size. `outputs.js` restores the integers.
    """
    last = 0

    def differing(value: Any) -> Any:
        nonlocal last
        if isinstance(value, int) and not isinstance(value, bool):
            last, before = value, last
            return value - before
        if isinstance(value, dict):
            return {key: differing(inner) for key, inner in value.items()}
        return [*map(differing, value)] if isinstance(value, list | tuple) else value

    return differing(data)


def _index(known: dict[str, int], text: str) -> int:
    return known.setdefault(text, len(known))


class PageOutputs(NamedTuple):
    """The outputs by view: theories, methods, impossible products and burdens, as nodes of one graph."""

    outputs: Outputs
    theories: dict[str, list[dict[str, Any]]]
    combined: dict[str, dict[str, Any]]
    impossible: dict[str, list[list[Any]]]
    burdens: dict[str, list[list[list[Any]]]]


def outputs(views: Mapping[str, Recording]) -> PageOutputs:
    """Return the outputs of all views, as nodes of one graph."""
    found = Outputs(encode(value for view in views.values() for value in _values(view)))
    return PageOutputs(
        found,
        {id: [found.theory(theory) for theory in view.theories] for id, view in views.items()},
        {id: found.combination(view.combined) for id, view in views.items()},
        {id: [found.impossible(one) for one in view.impossible] for id, view in views.items()},
        {id: found.burdens(view.burdens) for id, view in views.items()},
    )


def _values(view: Recording) -> Iterator[Quantity | Truth | None]:
    """Yield every value that the page may look up."""
    yield from _of_theories(view.theories)
    yield from (*view.combined.credences, view.combined.believed, view.combined.guided)
    yield from view.combined.lottery
    for counted in view.combined.methods.values():
        yield from (*counted.scores, *counted.winners)
    for one in view.impossible:
        yield from (one.beyond, one.amount)
    for rows in view.burdens:
        for row in rows.values():
            yield from row


def _of_theories(theories: Iterable[Recorded]) -> Iterator[Quantity | Truth | None]:
    for theory in theories:
        yield from (need.met for need in theory.needs if need.met is not True)
        if theory.ruling is None:
            continue
        ruling = theory.ruling
        yield from (ruling.silent, ruling.permits_none)
        for placing in theory.ruling.placings:
            yield from (placing.permissible, placing.chosen, placing.rank)
        for judgement in theory.judgements:
            yield judgement.score
            for test in judgement.tests:
                yield from (test.passed, test.left, test.right, test.compared)
            for reason in judgement.reasons:
                yield from (reason.amount, reason.against, reason.holds)
