"""Sensitivity to credences in words: shares of all credences, and choices at a few others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.sensitivity.alternatives import Alternative, AlternativeId
from dilemma.reconciliation.sensitivity.simplex import SimplexShares
from dilemma.reports.blocks import Cell, Grid, Group, Line, Mark, Row, Table
from dilemma.reports.reconcile.lines import Rule, sentence, why_not
from dilemma.reports.words.commands import all_told
from dilemma.reports.words.names import listed
from dilemma.reports.words.shares import at_most, in_hundred, per_cent, points

__all__ = [
    "alternative_lines",
    "alternatives_table",
    "over_all_credences",
    "share_grid",
    "simplex_meaning",
]

SHARES = "Choice, and on how many % of all credences the method would choose each"

NAMED = 0.05  # of all credences: an option that no method chooses on more is not named in the sentence

HEADS: Mapping[AlternativeId, str] = {
    "families": "families alike",
    "theories": "theories alike",
    "panel": "panel",
}

MEANINGS: Mapping[AlternativeId, str] = {
    "families": "Each family of theories has the same, shared evenly within it",
    "theories": "Each theory has the same",
    "panel": "Only the theories that the file says bear on the case, their families alike",
}

PANEL = "Alike: the same credence. Panel: only theories that the file says bear on the case, families alike."


def over_all_credences(every: tuple[Rule, ...], found: Reconciliation) -> str:
    """Return on how much of all credences methods choose each option; "" where that is not known."""
    followed = [(rule, row) for rule in every if rule.result.ran and (row := shares_by(rule, found))]
    if not followed:
        return ""
    by_option = {option: [row.shares[option] for _, row in followed] for option in followed[0][1].shares}
    ordered = sorted(by_option, key=lambda option: -sum(by_option[option]))
    small = [option for option in ordered if max(by_option[option]) < NAMED]
    named = [option for option in ordered if option not in small or len(small) == 1]
    parts = [f"{found.subject.options[option]} on {between(by_option[option])}" for option in named]
    if len(small) > 1:
        most = max(max(by_option[option]) for option in small)
        parts.append(f"every other on {at_most(most)}")
    names = [rule.name for rule, _ in followed]
    subject = f"{names[0]} chooses" if len(names) == 1 else "the methods choose"
    return f"Of all possible credences, {subject} {listed(parts)}."


def shares_by(rule: Rule, found: Reconciliation) -> SimplexShares | None:
    """Return the shares of all credences by the method of a line; None where they are not known."""
    return found.simplex.of(rule.result.about.id) if found.simplex else None


def between(amounts: list[float]) -> str:
    """Return the least and the greatest of some shares, or one if they are written alike."""
    least, greatest = in_hundred(min(amounts)), per_cent(max(amounts))
    return greatest if greatest == per_cent(min(amounts)) else f"{least} to {greatest}"


def share_grid(every: tuple[Rule, ...], found: Reconciliation, aside: str | None = None) -> Grid:
    """Return the grid of choices, each with the share of all credences at which it is made.

    `aside` follows the number of theories that are left out; by default, it says how to see them.
    """
    remaining = {id: name for id, name in found.subject.options.items() if id not in found.vetoed}
    rows = aligned_rows(tuple(share_row(rule, found, tuple(remaining)) for rule in every))
    return Grid(
        tuple(remaining.values()),
        (Group(SHARES, rows),),
        legend(every, found, f": {all_told()}" if aside is None else aside),
    )


def share_row(rule: Rule, found: Reconciliation, options: tuple[str, ...]) -> Row:
    """Return the row of a method; without cells if it did not run."""
    result, row = rule.result, shares_by(rule, found)
    if result.why_not is not None:
        return Row(rule.name, rule.name, (), f"did not run: {why_not(result.why_not)}")
    figures = [in_hundred(row.shares[option]) if row else "" for option in options]
    cells = tuple(
        Cell(mark(option, result.choice), figure, figure)
        for option, figure in zip(options, figures, strict=True)
    )
    return Row(rule.name, rule.name, cells)


def aligned_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows with figures of one width, so that they stand in columns."""
    width = max((len(cell.text) for row in rows for cell in row.cells), default=0)
    return tuple(
        row._replace(
            cells=tuple(Cell(cell.mark, cell.text.rjust(width), cell.text.rjust(width)) for cell in row.cells)
        )
        for row in rows
    )


def mark(option: str, choice: tuple[str, ...]) -> Mark:
    """Return the mark of an option by a method's choice."""
    if option not in choice:
        return "plain"
    return "chosen" if len(choice) == 1 else "among"


def legend(every: tuple[Rule, ...], found: Reconciliation, aside: str) -> str:
    """Return what marks and figures mean; `aside` follows how many theories are left out."""
    parts = ["● its one choice"]
    if any(len(rule.result.choice) > 1 for rule in every):
        parts.append("◐ one of several it leaves standing")
    if found.simplex:
        error = points(max((one.error for one in found.simplex.methods), default=0.0))
        votes, count = found.credences.votes, len(found.simplex.theories)
        without = sum(bool(voter.ballot) and not votes.get(voter.id) for voter in found.subject.voters)
        others = f" ({without} others{aside})" if without and not found.credences.are_stated else ""
        drawn = f"{found.simplex.draws:,} credences drawn uniformly over {count} theories{others}"
        parts.append(f"{drawn}, seed {found.simplex.seed}, standard error {error} points")
        if any(rule.result.ran and shares_by(rule, found) is None for rule in every):
            parts.append("no figure: not counted over draws")
    return "   ".join(parts)


def simplex_meaning(found: Reconciliation) -> str:
    """Return what shares of all credences mean, and what they do not."""
    count = len(found.simplex.theories) if found.simplex else 0
    return (
        f"Every way of spreading credence over these {count} theories counts alike (uniform on the simplex); "
        "where several options are left standing, they share evenly. A share tells how much room an option "
        "has, not how likely it is to be right. It depends on how theories are told apart: a near copy of a "
        "theory, listed beside it, changes the shares."
    )


def alternatives_in_use(found: Reconciliation) -> list[Alternative]:
    """Return the alternatives whose credences are not those in force, and that some method can use."""
    return [one for one in found.alternatives if one.choices and not same_credences(one, found)]


def same_credences(one: Alternative, found: Reconciliation) -> bool:
    """Return whether alternative credences are those in force."""
    now, other = found.credences, one.credences
    return all(
        other.votes.get(id, 0) * now.total_votes == now.votes.get(id, 0) * other.total_votes
        for id in {*other.votes, *now.votes}
    )


def differs(rule: Rule, one: Alternative) -> bool:
    """Return whether a method chooses otherwise at alternative credences."""
    return rule.result.ran and one.choices.get(rule.result.about.id, rule.result.choice) != rule.result.choice


def alternatives_table(every: tuple[Rule, ...], found: Reconciliation) -> Table | None:
    """Return the table of choices at other credences, beside those in force; None if there are none."""
    others = alternatives_in_use(found)
    rows = tuple(alternatives_row(rule, others, found) for rule in every if rule.result.ran)
    if not others or not rows:
        return None
    heads = ("as used", *(HEADS[one.id] for one in others), "")
    return Table("With other credences", heads, rows, PANEL if others[-1].id == "panel" else "")


def alternatives_row(rule: Rule, others: list[Alternative], found: Reconciliation) -> tuple[str, ...]:
    """Return the row of a method: its choice at each credences, and a mark where one differs."""
    choices = (rule.result.choice, *(one.choices.get(rule.result.about.id, ()) for one in others))
    names = (", ".join(found.subject.options[id] for id in choice) or "-" for choice in choices)
    return (rule.name, *names, "differs" if any(differs(rule, one) for one in others) else "")


def alternative_lines(every: tuple[Rule, ...], found: Reconciliation) -> Iterator[Line]:
    """Yield a line for each alternative: what methods choose at it, and which of them choose otherwise."""
    for one in alternatives_in_use(found):
        by_choice: dict[tuple[str, ...], list[str]] = {}
        for rule in every:
            if choice := one.choices.get(rule.result.about.id):
                by_choice.setdefault(choice, []).append(rule.name)
        others = listed([rule.name for rule in every if differs(rule, one)])
        changed = f"That differs for {others}." if others else "No choice differs."
        told = f"{MEANINGS[one.id]}: {sentence(by_choice, found)}. {changed}"
        yield Line(HEADS[one.id].capitalize(), told)
