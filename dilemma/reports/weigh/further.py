"""Commands that tell more about a weighing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.reports.blocks import Commands, Line
from dilemma.reports.weigh.panel import Detail
from dilemma.reports.weigh.wavering import Turning
from dilemma.reports.words.commands import command, flag_of, only
from dilemma.reports.words.names import counted
from dilemma.reports.words.turns import stated_in_words, value_in_flag
from dilemma.robustness.dials.dial import Dial
from dilemma.weighing import Verdict, Weighing

__all__ = ["further"]

MOST_PERSPECTIVES = 1  # named in a line


def further(
    weighing: Weighing, turning: Sequence[Turning], detail: Detail, shown: Sequence[Verdict]
) -> Commands:
    """Return what to type next: why, what if the deciding number stood elsewhere, other views, details.

    `shown` are the verdicts that the report tells of.
    """
    return Commands("Next", tuple(_lines(weighing, turning, detail, shown)))


def _lines(
    weighing: Weighing, turning: Sequence[Turning], detail: Detail, shown: Sequence[Verdict]
) -> Iterator[Line]:
    view = weighing.view
    asked = only(verdict.about.id for verdict in weighing.verdicts)
    speaking = [verdict for verdict in shown if verdict.speaks]
    if not speaking:
        yield Line(command(view, "explain", asked), "what each theory lacks here, or why it is silent")
    elif len(asked) == 1:
        yield Line(command(view, "explain", asked), "why, step by step")
    else:
        yield Line(
            command(view, "explain", asked), f"why, theory by theory; one in full: -f {speaking[0].about.id}"
        )
    if turning:
        dial = turning[0].dial
        flag, value = _moved(dial)
        yield Line(
            command(view, frameworks=asked, also=(flag, value)),
            _moved_in_words(dial),
        )
    own = view.document.view_files
    others = [id for id in view.scenario.perspectives if id != view.perspective and id not in own]
    if others and not view.perspective:
        yield Line(command(view, frameworks=asked, also=("--as", others[0])), _other_views(others[1:]))
    if not detail.full:
        yield Line(
            command(view, frameworks=asked, also=("--full",)),
            "figures, for and against, what is still owed, caveats",
        )
    elif len(shown) < len(weighing.verdicts):
        yield Line(command(view, also=("--full", "--all")), "the same with every theory")


def _other_views(rest: Sequence[str]) -> str:
    """Return what else `--as` takes, in words."""
    if not rest:
        return "by another view of the facts and weights"
    named = ", ".join(rest[:MOST_PERSPECTIVES])
    more = len(rest) - MOST_PERSPECTIVES
    others = f" or {counted(more, 'other')}" if more > 0 else ""
    return f"by the numbers of this perspective; or {named}{others}; or --as all"


def _ends(dial: Dial) -> tuple[float, float]:
    """Return the ends of the stated range, the one farther from the best estimate first."""
    low, high = dial.range or (dial.best, dial.best)
    return (low, high) if dial.best - low >= high - dial.best else (high, low)


def _moved(dial: Dial) -> tuple[str, str]:
    """Return the flag that moves a number to the farther end of its range, and its value."""
    flag, name = flag_of(dial.address)
    return flag, f"{name}={value_in_flag(dial, _ends(dial)[0])}"


def _moved_in_words(dial: Dial) -> str:
    far, near = (stated_in_words(dial, end) for end in _ends(dial))
    return f"the first of these numbers at {far}, not {stated_in_words(dial, dial.best)} (or try {near})"
