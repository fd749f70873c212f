"""Findings from problems: each with its line, its columns and a suggestion."""

from __future__ import annotations

from collections.abc import Iterable

from dilemma.errors import Finding
from dilemma.scenario.problem import Marks, Path, Problem, Spot, address_of
from dilemma.scenario.syntax.characters import lines_of, on_one_line
from dilemma.scenario.validation.suggestions import allowed_names, suggestions

__all__ = ["findings_of", "source_line"]


def findings_of(problems: Iterable[Problem], places: Marks, text: str, label: str) -> tuple[Finding, ...]:
    """Return the problems as findings, in the order of the file, without duplicates.

    The first problem of a name that resembles none of those allowed lists them.
    """
    located = [(problem.spot or places.spot(problem.path, problem.at), problem) for problem in problems]
    located.sort(key=lambda pair: pair[0].order)
    hints = dict(suggestions(problem for _, problem in located))
    meant: set[Path] = {
        (*problem.path[:-1], hint) for problem, hint in hints.items() if problem.code == "unknown-key"
    }
    lines = lines_of(text)
    located = [(spot, one) for spot, one in located if not (one.code == "missing" and one.path in meant)]
    first = {problem.known: problem for _, problem in reversed(located) if problem not in hints}
    listed = {problem: allowed_names(problem) for problem in first.values()}
    return tuple(
        dict.fromkeys(
            finding(
                problem._replace(message=problem.message + listed.get(problem, "")),
                spot,
                hints.get(problem),
                lines,
                label,
            )
            for spot, problem in located
        )
    )


def finding(problem: Problem, spot: Spot, hint: str | None, lines: list[str], label: str) -> Finding:
    """Return the finding for a problem, at its span in the file."""
    return Finding(
        file=label,
        line=spot.line,
        column=spot.column,
        end_column=spot.end,
        severity="error",
        code=problem.code,
        address=on_one_line(address_of(problem.path)),
        message=on_one_line(problem.message),
        suggestion=hint,
        source_line=source_line(spot, lines),
        sheet=spot.cell.sheet if spot.cell else None,
        cell=spot.cell.name if spot.cell else None,
    )


def source_line(spot: Spot, lines: list[str]) -> str:
    """Return the text of a cell, or the line of a file, that a span stands in."""
    if spot.cell:
        return spot.cell.text
    return lines[spot.line - 1] if spot.line <= len(lines) else ""
