"""Answer of a weighing: in one or two sentences, and as a grid of signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dilemma.frameworks.framework import Family
from dilemma.reports.blocks import Group as Rows
from dilemma.reports.blocks import Line, Mark, SignGrid, SignRow
from dilemma.reports.weigh.wavering import lead_in_words, wavering_in_words
from dilemma.reports.words.names import counted, listed
from dilemma.reports.words.templates import FAMILIES
from dilemma.robustness.cruxes.crux import Crux
from dilemma.weighing import Answer, Verdict

__all__ = ["answer_in_words", "mark_of", "sign_grid", "without_row"]

SIGNS: Mapping[Mark, str] = {
    "chosen": "● its one choice",
    "among": "◐ one of several it leaves standing",
    "permitted": "○ permitted",
    "plain": "· ranked lower",
    "forbidden": "✕ forbidden",
}
BOTH = 2
WAVERS = "~ if one number moves in its stated range"
BEHIND = "behind: of the gap from best to worst"


def answer_in_words(
    verdicts: Sequence[Verdict], cruxes: Sequence[Crux] | None, lettered: Mapping[str, str]
) -> Iterator[str]:
    """Yield the answer in one or two sentences: what the theories choose, and how many of them waver.

    `verdicts` are those that speak. `cruxes` are those inside stated ranges; None if the file states none.
    """
    if not verdicts:
        yield "No theory that applies sets one option apart from another."
        return
    yield " ".join([*_choices(verdicts, lettered), *_forbidding_all(verdicts)])
    turned = {crux.about.id for crux in cruxes or ()}
    wavering = sum(verdict.about.id in turned for verdict in verdicts)
    if cruxes is None:
        yield "The file states no ranges, so nothing here tells how firm these answers are."
    elif len(verdicts) == 1:
        would = "would" if wavering else "would not"
        yield f"It {would} answer otherwise if some one number stood elsewhere in its stated range."
    else:
        count = f"{wavering} of the {len(verdicts)}" if wavering else "None of them"
        sign = " (~)" if wavering else ""
        yield f"{count} would answer otherwise if some one number stood elsewhere in its stated range{sign}."


def _choices(verdicts: Sequence[Verdict], lettered: Mapping[str, str]) -> Iterator[str]:
    """Yield how many theories choose each option, by letter, and how many rule each out."""
    deciding = [verdict for verdict in verdicts if not verdict.permits_none]
    single = Counter(verdict.choice[0] for verdict in deciding if len(verdict.choice) == 1)
    chosen = [(single[id], letter) for id, letter in lettered.items() if single[id]]
    if len(chosen) == 1:
        names = [verdict.about.name for verdict in deciding if len(verdict.choice) == 1]
        yield _one_voice(names, chosen[0][1])
    elif chosen:
        (count, letter), *rest = chosen
        first, others = f"{count} {_choose(count)} {letter}", [f"{number} {other}" for number, other in rest]
        yield f"The theories divide: {listed([first, *others])}."
    yield from _left_standing([verdict for verdict in deciding if len(verdict.choice) > 1])
    against = Counter(a.option for one in deciding for a in one.answers if a.status == "forbidden")
    forbidden = [f"{letter} by {against[id]}" for id, letter in lettered.items() if against[id]]
    if forbidden:
        yield f"Forbidden: {listed(forbidden)}."


def _choose(count: int) -> str:
    return "chooses" if count == 1 else "choose"


def _one_voice(names: Sequence[str], letter: str) -> str:
    """Return that all theories that choose one option choose the same."""
    if len(names) == 1:
        return f"{names[0]} chooses {letter}."
    which = "Both" if len(names) == BOTH else f"All {len(names)}"
    return f"{which} theories that choose one option choose {letter}."


def _left_standing(several: Sequence[Verdict]) -> Iterator[str]:
    """Yield that theories leave several options standing, if any does."""
    if len(several) == 1:
        yield f"{several[0].about.name} leaves several standing."
    elif several:
        yield f"{len(several)} leave several standing."


def _forbidding_all(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the theories that forbid every option."""
    names = [verdict.about.name for verdict in verdicts if verdict.permits_none]
    if names:
        yield f"{listed(names)} {'forbids' if len(names) == 1 else 'forbid'} every option."


def sign_grid(
    verdicts: Sequence[Verdict], cruxes: Sequence[Crux], lettered: Mapping[str, str], foot: tuple[Line, ...]
) -> SignGrid:
    """Return the grid of signs of these theories, with what each turns to."""
    groups = []
    for family in Family:
        rows = tuple(
            _row(verdict, cruxes, lettered) for verdict in verdicts if verdict.about.family is family
        )
        if rows:
            groups.append(Rows(FAMILIES[family], rows))
    return SignGrid(tuple(lettered.values()), tuple(groups), _legend(groups), foot)


def _row(verdict: Verdict, cruxes: Sequence[Crux], lettered: Mapping[str, str]) -> SignRow:
    name, short = verdict.about.name, verdict.about.short or verdict.about.name
    if not verdict.applicable:
        absent: Mark = "absent"
        remark = f"does not apply: {'; '.join(verdict.missing)}"
        return SignRow(name, short, (absent,) * len(lettered), remark)
    wavers = wavering_in_words(verdict, cruxes, lettered)
    parts = [
        "forbids every option" if verdict.permits_none else "",
        "sets no option apart" if verdict.silent else "",
        f"~ {wavers}" if wavers else "",
        lead_in_words(verdict, lettered),
    ]
    return SignRow(
        name,
        short,
        tuple(mark_of(answer, verdict) for answer in verdict.answers),
        "; ".join(part for part in parts if part),
        wavers=bool(wavers),
    )


def mark_of(answer: Answer, verdict: Verdict) -> Mark:
    """Return the mark of a theory's answer on an option."""
    if answer.status == "forbidden":
        return "forbidden"
    if answer.chosen:
        return "chosen" if len(verdict.choice) == 1 else "among"
    return "permitted" if answer.permissible else "plain"


def _legend(groups: Sequence[Rows[SignRow]]) -> str:
    """Return the meaning of the signs that occur."""
    rows = [row for group in groups for row in group.rows]
    seen = {mark for row in rows for mark in row.marks}
    told = [words for mark, words in SIGNS.items() if mark in seen]
    told += [WAVERS] if any(row.wavers for row in rows) else []
    told += [BEHIND] if any(" behind" in row.remark for row in rows) else []
    return "   ".join(told)


def without_row(verdicts: Sequence[Verdict], left_out: Sequence[Verdict]) -> tuple[Line, ...]:
    """Return the theories that have no row, one line for each reason."""
    lines = (
        _of("Judges all options alike", [verdict for verdict in verdicts if verdict.silent]),
        _of("Does not apply", [verdict for verdict in verdicts if not verdict.applicable]),
        Line(
            "Off the file's panel",
            f"{counted(len(left_out), 'theory')} (--all shows them)" if left_out else "",
        ),
    )
    return tuple(line for line in lines if line.text)


def _of(label: str, verdicts: Sequence[Verdict]) -> Line:
    return Line(label, ", ".join(verdict.about.short or verdict.about.name for verdict in verdicts))
