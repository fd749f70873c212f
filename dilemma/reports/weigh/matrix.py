"""Answer of a comparison on one screen: each theory's answer under each perspective, by letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dilemma.reports.blocks import Block, Commands, Line, Paragraphs, Sentences, Table
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.commands import command, only, perspective_flags
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted, first_sentence
from dilemma.reports.words.options import option_names
from dilemma.robustness.comparison import Comparison
from dilemma.weighing import Verdict, Weighing

__all__ = ["answer_in_letters", "commands_block", "matrix_blocks"]

FILE, FILE_ITSELF = "(file)", "The file's own best estimates"
DIFFERS = "≠ "
SAME = "  "
LEGEND = "≠ the answer is not the same under all; several letters: it leaves them standing; – no answer here"
WIDEST = 60  # columns for the ids of perspectives; if they take more, they are numbered
BRIEF = 3  # perspectives told with their reasons; more are told by name


def matrix_blocks(found: Comparison, *, every: bool) -> Iterator[Block]:
    """Yield the options and perspectives in short, the answer in one sentence, and the matrix."""
    scenario = found.weighings[0].view.document.scenario
    lettered = letters(tuple(scenario.options))
    shown = [{verdict.about.id for verdict in panel_of(one, every=every)} for one in found.weighings]
    rows = [
        verdicts
        for verdicts in zip(*(one.verdicts for one in found.weighings), strict=True)
        if verdicts[0].about.id in shown[0] and any(verdict.speaks for verdict in verdicts)
    ]
    heads = _heads(found)
    yield option_names(scenario)
    yield Sentences("", tuple(_perspectives(found, heads)))
    yield Paragraphs("", (_answer(rows, len(found.weighings)),))
    yield Table("", heads, tuple(_row(verdicts, lettered) for verdicts in rows), LEGEND)


def _heads(found: Comparison) -> tuple[str, ...]:
    """Return the heads of the columns: the ids of the perspectives, or numbers if these are too long."""
    ids = tuple(one.view.perspective or FILE for one in found.weighings)
    if sum(len(id) + 2 for id in ids) <= WIDEST:
        return ids
    return tuple(str(place) for place, _ in enumerate(ids, 1))


def _perspectives(found: Comparison, heads: Sequence[str]) -> Iterator[Line]:
    """Yield each perspective: its head, its id where that is a number, its name, and its reason if few."""
    scenario = found.weighings[0].view.document.scenario
    for head, weighing in zip(heads, found.weighings, strict=True):
        id = weighing.view.perspective
        perspective = scenario.perspectives[id] if id else None
        name = (perspective.name or "" if perspective else FILE_ITSELF) or id or ""
        because = perspective.because if perspective and len(heads) <= BRIEF else None
        numbered = f"{id}: " if id and head != id else ""
        named = f"{numbered}{name}" if name != head else ""
        told = ": ".join(part for part in (named, first_sentence(because or "")) if part)
        yield Line(head, told or "no name or reason is given")


def _answer(rows: Sequence[Sequence[Verdict]], count: int) -> str:
    """Return how many theories answer otherwise under another of the perspectives."""
    differing = sum(_differs(verdicts) for verdicts in rows)
    views = "both perspectives" if count == 2 else f"all {count} perspectives"
    if not differing:
        return f"Each of the {counted(len(rows), 'theory')} answers the same under {views}."
    same = len(rows) - differing
    rest = f" {same} {'does' if same == 1 else 'do'}." if same else ""
    verb = "does" if differing == 1 else "do"
    return (
        f"{differing} of {counted(len(rows), 'theory')} {verb} not answer the same under {views} (≠).{rest}"
    )


def _differs(verdicts: Sequence[Verdict]) -> bool:
    """Return whether a theory's verdicts under several perspectives are not all the same."""
    return len({verdict.choice if verdict.applicable else None for verdict in verdicts}) > 1


def _row(verdicts: Sequence[Verdict], lettered: Mapping[str, str]) -> tuple[str, ...]:
    about = verdicts[0].about
    sign = DIFFERS if _differs(verdicts) else SAME
    return (f"{sign}{about.short_name}", *(answer_in_letters(verdict, lettered) for verdict in verdicts))


def answer_in_letters(verdict: Verdict, lettered: Mapping[str, str]) -> str:
    """Return a theory's answer in letters, or in a word."""
    if not verdict.applicable:
        return "–"
    if verdict.permits_none:
        return "none"
    return "all" if verdict.silent else " ".join(lettered[id] for id in verdict.choice)


def commands_block(weighings: Sequence[Weighing], *, full: bool) -> Commands:
    """Return what to type next: one perspective alone, and what divides them."""
    view = weighings[0].view
    asked = only(verdict.about.id for verdict in weighings[0].verdicts)
    perspectives = [one.view.perspective for one in weighings]
    ids = [id for id in perspectives if id]
    files = [id for id in ids if id in view.document.view_files]
    flags = perspective_flags(view.document, files if None in perspectives else ids)
    flags = ["--as", "all", *flags] if None in perspectives else flags
    lines = [Line(command(weighings[-1].view, frameworks=asked), "one alone, with the numbers that decide")]
    if not full:
        plain = command(view._replace(perspective=None), frameworks=asked, also=(*flags, "--full"))
        lines.append(Line(plain, "setting by setting, what divides them"))
    return Commands("Next", tuple(lines))
