"""What follows from the changes of a view: the theories whose verdicts are not those of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dilemma.errors import BrokenFramework, TooLarge
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import Line
from dilemma.reports.weigh.matrix import answer_in_letters
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import listed
from dilemma.scenario.views.view import view
from dilemma.weighing import Verdict, Weighing, judge_view

__all__ = ["verdicts_turned"]

LABEL = "Turned"
MOST = 4  # theories told one by one
JOINED = 9  # options whose letters can be written without blanks


def verdicts_turned(weighing: Weighing, shown: Sequence[Verdict]) -> Iterator[Line]:
    """Yield a line on those of the verdicts `shown` that differ from the file's; nothing if it is the file.

    The unchanged file is judged for it, by the theories shown.
    """
    seen = weighing.view
    if not seen.changed:
        return
    try:
        before = judge_view(view(seen.document), frameworks_named(one.about.id for one in shown)).verdicts
    except (BrokenFramework, TooLarge):  # a theory that answers here fails on the unchanged file
        return
    yield Line(LABEL, turned_in_words(before, shown, letters(tuple(seen.scenario.options))))


def turned_in_words(before: Sequence[Verdict], after: Sequence[Verdict], lettered: Mapping[str, str]) -> str:
    """Return which theories answer otherwise than before, and how, in one sentence."""
    told = [*filter(None, (_turn(*pair, lettered) for pair in zip(before, after, strict=True)))]
    if not told:
        return "no theory: each verdict is as by the unchanged file"
    if len(told) <= MOST:
        return "; ".join(told)
    return f"{len(told)} of {len(after)} theories: {'; '.join(told[:MOST])}; and {len(told) - MOST} more"


def _turn(before: Verdict, after: Verdict, lettered: Mapping[str, str]) -> str:
    """Return how a theory's verdict differs: `Double effect ABDE to ABD`; empty if it does not."""
    name = after.about.short_name
    if (before.applicable, before.choice) != (after.applicable, after.choice):
        return f"{name} {_answer(before, lettered)} to {_answer(after, lettered)}"
    if not after.applicable:
        return ""
    was = {one.option: (one.status == "forbidden", one.permissible) for one in before.answers}
    now = {one.option: (one.status == "forbidden", one.permissible) for one in after.answers}
    changes = {
        "now forbids": [id for id in now if now[id][0] and not was[id][0]],
        "no longer forbids": [id for id in now if was[id][0] and not now[id][0]],
        "now permits": [id for id in now if not was[id][0] and now[id][1] and not was[id][1]],
        "no longer permits": [id for id in now if not now[id][0] and was[id][1] and not now[id][1]],
    }
    told = [f"{how} {listed([lettered[id] for id in ids])}" for how, ids in changes.items() if ids]
    return f"{name} {' and '.join(told)}" if told else ""


def _answer(verdict: Verdict, lettered: Mapping[str, str]) -> str:
    """Return a verdict in letters; without blanks where each is one sign."""
    if not verdict.applicable:
        return "not applying"
    told = answer_in_letters(verdict, lettered)
    return told.replace(" ", "") if len(verdict.choice) <= JOINED else told
