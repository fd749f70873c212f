"""Answer of a weighing: in one or two sentences, and as a grid of signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from dilemma.frameworks.framework import Family
from dilemma.reports.blocks import Group as Rows
from dilemma.reports.blocks import Line, Mark, SignGrid, SignRow
from dilemma.reports.weigh.wavering import lead_in_words, wavering_in_words
from dilemma.reports.words.names import counted, listed
from dilemma.reports.words.templates import FAMILIES
from dilemma.robustness.cruxes.crux import Crux
from dilemma.weighing import Answer, Verdict

__all__ = ["answer_in_words", "forbidden_by", "has_row", "mark_of", "sign_grid", "without_row"]

SIGNS: Mapping[Mark, str] = {
    "chosen": "● its one choice",
    "among": "◐ one of several it leaves standing",
    "permitted": "○ permitted",
    "plain": "· ranked lower",
    "forbidden": "✕ forbidden",
}
BOTH = 2
MOST_LETTERS = 8  # options told by letter in a sentence
MOST_NAMED = 3  # theories told by name in a sentence
WAVERS = "~ if one number moves in its stated range"
MEANT = {"drops": "drops B: no longer permits B", "adds": "adds B: permits B too"}
"""What the words of a change mean."""
BEHIND = "behind: share of the way from its best option to its worst"


def answer_in_words(
    verdicts: Sequence[Verdict],
    cruxes: Sequence[Crux] | None,
    lettered: Mapping[str, str],
    unknown: str = "",
) -> Iterator[str]:
    """Yield the answer in a few sentences: what theories choose and forbid, and how many of them waver.

    Those of `verdicts` that do not apply are passed over. `cruxes` are those inside stated ranges; None if
    the file states none, or if it is `unknown` for this reason.
    """
    applying = [verdict for verdict in verdicts if verdict.applicable]
    speaking = [verdict for verdict in applying if verdict.speaks]
    if not speaking:
        yield "No theory that applies sets one option apart from another."
    else:
        silent = [verdict for verdict in applying if verdict.silent]
        yield " ".join([*_choices(speaking, lettered), *_forbidding_all(speaking), *_alike(silent)])
    if unknown:
        yield f"How firm these answers are is not told: {unknown}."
    elif cruxes is None:
        yield "No number has a stated range here, so nothing tells how firm these answers are."
    elif applying:
        yield _wavering(applying, {crux.about.id for crux in cruxes})


def _wavering(applying: Sequence[Verdict], turned: AbstractSet[str]) -> str:
    """Return how many theories that apply would answer otherwise."""
    count, of = sum(verdict.about.id in turned for verdict in applying), len(applying)
    if not count:
        which = "it" if of == 1 else f"any of the {of} theories that apply"
        return f"No single number, moved within its stated range, would turn {which}."
    if of == 1:
        return "It wavers: it would answer otherwise if some one number moved within its stated range."
    which = f"{count} of the {of} theories that apply" if count < of else f"All {of} theories that apply"
    waver = "wavers (~): it" if count == 1 else "waver (~): each"
    return f"{which} {waver} would answer otherwise if some one number moved within its stated range."


def _choices(verdicts: Sequence[Verdict], lettered: Mapping[str, str]) -> Iterator[str]:
    """Yield how many theories choose each option, by letter, and how many forbid each."""
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
    yield from _forbidden(verdicts, lettered)


def forbidden_by(verdicts: Iterable[Verdict]) -> Counter[str]:
    """Return how many of these theories forbid each option."""
    return Counter(a.option for one in verdicts for a in one.answers if a.status == "forbidden")


def _forbidden(verdicts: Sequence[Verdict], lettered: Mapping[str, str]) -> Iterator[str]:
    """Yield which options are forbidden, and by how many theories."""
    against = forbidden_by(verdicts)
    out = [(letter, against[id]) for id, letter in lettered.items() if against[id]]
    if len(out) > MOST_LETTERS:
        yield f"Forbidden by some: {len(out)} options."
    elif out and len(verdicts) == 1:
        yield f"It forbids {listed([letter for letter, _ in out])}."
    elif out:
        yield f"Forbidden: {listed([f'{letter} by {count}' for letter, count in out])}."


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


def _alike(silent: Sequence[Verdict]) -> Iterator[str]:
    """Yield that theories judge all options alike, if any does: by name, or how many if they are many."""
    if silent:
        few = listed([verdict.about.short_name for verdict in silent])
        names = few if len(silent) <= MOST_NAMED else str(len(silent))
        yield f"{names} {'judges' if len(silent) == 1 else 'judge'} all alike."


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
    name, short = verdict.about.name, verdict.about.short_name
    if not verdict.applicable:
        absent: Mark = "absent"
        remark = f"does not apply: {'; '.join(verdict.missing)}"
        return SignRow(name, short, (absent,) * len(lettered), remark)
    wavers = wavering_in_words(verdict, cruxes, lettered)
    parts = [
        "forbids every option" if verdict.permits_none else "",
        "all alike" if verdict.silent else "",
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
    told += [words for word, words in MEANT.items() if any(f"{word} " in row.remark for row in rows)]
    told += [BEHIND] if any(" behind" in row.remark for row in rows) else []
    return "   ".join(told)


def has_row(verdict: Verdict, cruxes: Sequence[Crux]) -> bool:
    """Return whether a theory sets options apart, or would if a number stood elsewhere in its range."""
    return verdict.speaks or any(crux.about.id == verdict.about.id for crux in cruxes)


def without_row(
    verdicts: Sequence[Verdict], cruxes: Sequence[Crux], left_out: Sequence[Verdict], hint: str = ""
) -> tuple[Line, ...]:
    """Return the theories that have no row, one line for each reason; `hint` says how to see the last."""
    alike = [one for one in verdicts if one.applicable and not has_row(one, cruxes)]
    others = any(one.silent and has_row(one, cruxes) for one in verdicts)
    lines = (
        _of("Also judges all options alike" if others else "Judges all options alike", alike),
        _of("Does not apply", [verdict for verdict in verdicts if not verdict.applicable]),
        Line("Off the file's panel", f"{counted(len(left_out), 'theory')}{hint}" if left_out else ""),
    )
    return tuple(line for line in lines if line.text)


def _of(label: str, verdicts: Sequence[Verdict]) -> Line:
    return Line(label, ", ".join(verdict.about.short_name for verdict in verdicts))
