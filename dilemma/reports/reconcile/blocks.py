"""A reconciliation as blocks: agreement, the grid of methods and options, thresholds, caveats."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reconciliation.reconciliation import Reconciliation, Result
from dilemma.reconciliation.request import Request
from dilemma.reconciliation.subject import Source
from dilemma.reports.blocks import (
    Block,
    Cell,
    Closing,
    Grid,
    Group,
    Heading,
    Line,
    Paragraphs,
    Row,
    Sentences,
)
from dilemma.reports.reconcile.caveats import caveats
from dilemma.reports.reconcile.credences import credence_lines, origin, theory_names, with_shares
from dilemma.reports.reconcile.lines import Rule, meeting, rules, why_not
from dilemma.reports.reconcile.provenance import heading, request_lines
from dilemma.reports.reconcile.sensitivity import (
    alternative_lines,
    over_all_credences,
    share_grid,
    simplex_meaning,
)
from dilemma.reports.reconcile.thresholds import turning_line
from dilemma.reports.words.figures import aligned, percent
from dilemma.reports.words.names import listed

__all__ = ["CLOSING", "SCORED_IN_SHARES", "TURNING", "reconciliation_blocks"]

CLOSING = (
    "Each line says what follows from these verdicts and these credences by one rule for combining them; "
    "none says what to do, and that rules agree is not evidence."
)

TURNING = "What would turn it (one theory's credence moved, the others keeping their proportions)"

LEGEND = (
    "● chosen (several: none ahead of the others)   figures: higher is better, each method on its own scale"
)

SCORED_IN_SHARES = ("permissibility", "favourite-option", "nash", "minimax")
"""The methods whose scores are shares of credence, or chances."""


def reconciliation_blocks(source: Source, request: Request, found: Reconciliation) -> Iterator[Block]:
    """Yield the blocks of the report of one reconciliation, in reading order."""
    yield Heading(*heading(source))
    told = tuple(request_lines(source, request))
    if told:
        yield Sentences("Asked for", told)
    every = rules(found)
    yield Paragraphs("Where the methods meet", (meeting(every, found),))
    yield Paragraphs("Credences", (origin(found.credences),))
    yield Sentences("How they stand", tuple(credence_lines(found)))
    yield Grid(columns(found), tuple(groups(every, found)), LEGEND)
    yield Sentences("What each choice means", tuple(meanings(every, found)))
    yield Sentences(TURNING, tuple(turning_line(rule, found) for rule in every if rule.result.ran))
    yield from sensitivity_blocks(every, found)
    yield Sentences("Who chooses otherwise", tuple(dissent(every, found)))
    forbidden = tuple(forbidding(found))
    if forbidden:
        yield Sentences("Who forbids what", forbidden)
    notes = tuple(caveats(found))
    if notes:
        yield Sentences("To bear in mind", notes)
    yield Closing(CLOSING)


def sensitivity_blocks(every: tuple[Rule, ...], found: Reconciliation) -> Iterator[Block]:
    """Yield the choices at other credences, and the shares of all credences."""
    others = tuple(alternative_lines(every, found))
    if others:
        yield Sentences("With other credences", others)
    if found.simplex:
        meant = f"{over_all_credences(every, found)} {simplex_meaning(found)}".strip()
        yield Paragraphs("Over all credences", (meant,))
        yield share_grid(every, found)


def columns(found: Reconciliation) -> tuple[str, ...]:
    """Return the names of the options that were not set aside."""
    return tuple(name for id, name in found.subject.options.items() if id not in found.vetoed)


def groups(every: tuple[Rule, ...], found: Reconciliation) -> Iterator[Group[Row]]:
    """Yield the group of methods, and that of the lottery for comparison."""
    yield Group("Methods", tuple(row(rule, found) for rule in every))
    if found.lottery is not None:
        cells = tuple(Cell("plain", percent(chance), percent(chance)) for chance in found.lottery.values())
        yield Group("For comparison", (Row("Drawing lots", "Lots", cells),))


def row(rule: Rule, found: Reconciliation) -> Row:
    """Return one method's row of the grid."""
    result = rule.result
    if result.why_not is not None:
        return Row(rule.name, rule.name, (), f"did not run: {why_not(result.why_not)}")
    options = [id for id in found.subject.options if id not in found.vetoed]
    figures = figured(result, len(options))
    cells = tuple(
        Cell("chosen" if id in result.choice else "plain", figure, figure)
        for id, figure in zip(options, figures, strict=True)
    )
    return Row(rule.name, rule.name, cells)


def figured(result: Result, count: int) -> list[str]:
    """Return a method's scores as text, shares as percentages; empty strings if it has none."""
    if result.scores is None:
        return [""] * count
    if result.about.id in SCORED_IN_SHARES:
        return [percent(score) for score in result.scores.values()]
    return aligned(result.scores.values())


def meanings(every: tuple[Rule, ...], found: Reconciliation) -> Iterator[Line]:
    """Yield a line per method: its choice, and what being chosen means."""
    for rule in every:
        if rule.result.ran:
            yield Line(rule.name, f"{chosen(rule, found)}: {rule.plainly}{wrongness(rule.result)}.")
    if found.lottery is not None:
        drawn = (
            "each theory's credence goes to its choice, evenly if there are several; draw, and do as drawn"
        )
        yield Line("Drawing lots", f"{drawn}.{left_out(found)}")


def chosen(rule: Rule, found: Reconciliation) -> str:
    """Return a method's winners by name; if there are several, with the remark that none is ahead."""
    names = [found.subject.options[id] for id in rule.result.choice]
    if len(names) == 1 or rule.result.about.id == "nash":
        return listed(names)
    return (
        f"{listed(names)}, {'neither ahead of the other' if len(names) == 2 else 'none ahead of the others'}"
    )


def wrongness(result: Result) -> str:
    """Return, for the method `permissibility`, how much credence is against its choice; else ""."""
    if result.about.id != "permissibility" or result.scores is None:
        return ""
    against = percent(1 - result.scores[result.choice[0]])
    return f" (not permitted, or not best, on theories holding {against})"


def left_out(found: Reconciliation) -> str:
    """Return a sentence on the theories that are left out of the lottery; "" if there are none."""
    excluded = [*found.silent, *found.permits_none]
    if not excluded:
        return ""
    return f" Left out, and the rest brought to 100 %: {with_shares(found, excluded)}."


def dissent(every: tuple[Rule, ...], found: Reconciliation) -> Iterator[Line]:
    """Yield, for each set of winners, the theories that choose none of them."""
    sets = dict.fromkeys((rule.result.choice, rule.result.dissenters) for rule in every if rule.result.ran)
    for choice, dissenters in sets:
        label = listed([found.subject.options[id] for id in choice])
        if dissenters:
            held = sum(found.credences.share(id) for id in dissenters)
            yield Line(label, f"{with_shares(found, dissenters)}; {percent(held)} in all")
        else:
            yield Line(label, "none of the theories that choose")


def forbidding(found: Reconciliation) -> Iterator[Line]:
    """Yield, for each forbidden option, the credence that forbids it and the theories that do."""
    names = theory_names(found)
    for option, theories in found.forbidden.items():
        believed = [id for id in theories if found.credences.votes.get(id)]
        others = [names[id] for id in theories if id not in believed]
        told = [f"{percent(found.forbidden_share(option))} of the credence: {with_shares(found, believed)}"]
        told = told if believed else []
        told += [f"without credence: {listed(others)}"] if others else []
        if told:
            yield Line(found.subject.options[option], "; ".join(told))
