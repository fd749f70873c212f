"""What theories say of a scenario: weighed, explained, and compared under several perspectives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

from dilemma.api.results.comparison import Comparison
from dilemma.api.results.explanations import Explanations
from dilemma.api.results.weighing import Weighing
from dilemma.api.settings import Source, asked, names_in, with_settings
from dilemma.errors import BadSetting
from dilemma.robustness.comparison import compare as compared
from dilemma.robustness.explanation import explain as explained
from dilemma.scenario.views.settings import Changes
from dilemma.weighing import judge_view

__all__ = ["compare", "explain", "weigh"]


@with_settings
def weigh(document: Source, **changes: Unpack[Changes]) -> Weighing:
    """Return the verdict of each theory on a scenario at these settings.

    `document` is one that was loaded, a shipped name, a path, or plain data; or a weighing, to change more
    in it. `perspective` is one of the file's, by id or name. On top of it, `weights` are set by id of a
    party, duty or virtue, `beliefs` (probabilities) by id, and `addresses` by address, as `dials` lists
    them. `exchange` and `discount` are the file's numbers of these names. `frameworks` are the theories to
    apply, by id or name; all, if none is named.

    Raises UnknownName for a name that does not exist, BadSetting for a value that is not allowed,
    InvalidScenario and CannotRead as `load`, and BrokenFramework for a named theory of another package that
    fails; one that was not named is left out, with a RuntimeWarning.
    """
    question = asked(document, changes)
    return Weighing._make(question.answers(lambda theories: judge_view(question.view, theories)))


@with_settings
def explain(document: Source, *, option: str | None = None, **changes: Unpack[Changes]) -> Explanations:
    """Return each theory's reasons for its verdict, and the single facts that would turn it.

    `option` is the option to explain, by letter, id or name; else each theory explains what it chooses or,
    if it leaves several standing, the best that it forbids. The other arguments, and the errors raised, are
    those of `weigh`.
    """
    if not isinstance(option, str | None):
        raise BadSetting(f"option: should be its letter, id or name, not {option!r}")
    question = asked(document, changes)
    found = question.answers(lambda theories: tuple(explained(question.view, theories, option)))
    return Explanations(question.view, found, option)


@with_settings
def compare(
    document: Source, perspectives: Iterable[str | None] | None = None, **changes: Unpack[Changes]
) -> Comparison:
    """Return the scenario weighed under several perspectives, and the fewest settings that divide them.

    `perspectives` are names of the file's, and None for the file as it is; by default that and all of them.
    The other arguments, but `perspective`, and the errors raised are those of `weigh`. Raises BadSetting for
    fewer than two perspectives.
    """
    if changes.get("perspective") is not None:
        raise BadSetting("perspective: to compare, name several in perspectives")
    start = asked(document, changes)
    if perspectives is None:
        names: list[str | None] = [None, *start.view.document.scenario.perspectives]
    else:
        if isinstance(perspectives, str) or not isinstance(perspectives, Iterable):
            raise BadSetting(f"perspectives: should be a list of names, not {perspectives!r}")
        names = [None if name is None else names_in("perspectives", name)[0] for name in perspectives]
    if len(names) < 2:
        why = (
            "this scenario has none of its own"
            if perspectives is None
            else "None stands for the file as it is"
        )
        raise BadSetting(f"perspectives: name two or more; {why}")
    views = [asked(start.view.document, {**changes, "perspective": name}).view for name in names]
    return start.answers(
        lambda theories: Comparison._make(compared([judge_view(view, theories) for view in views], theories))
    )
