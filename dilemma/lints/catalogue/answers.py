"""Lints about answers under `accepts` that answer nothing; they run after all other lints."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.errors import nearest
from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject

__all__ = ["idle_answer", "unknown_answer"]

MISSPELT = "no finding has the code '{0}'; did you mean '{1}'?"


@lint("unknown-answer", "warning", "no finding has the code '{0}'")
def unknown_answer(file: Subject) -> Iterator[Question]:
    """The file accepts a finding by a code that does not exist.

    Why: A misspelt code answers nothing: what it was meant for is still asked, or was mended long ago.

    Mend: Write the code as the report shows it, in brackets after the finding.

    Bad::

        accepts: {mixed-partys: One village.}

    Good::

        accepts: {mixed-party: One village shares one fate.}
    """
    for code in file.scenario.accepts:
        if code not in file.all_codes:
            meant = nearest(code, tuple(sorted(file.all_codes)))
            if meant:
                yield Question(("accepts", code), (code, meant), sentence=MISSPELT)
            else:
                yield Question(("accepts", code), (code,))


@lint("idle-answer", "warning", "'{0}' does not arise in this file")
def idle_answer(file: Subject) -> Iterator[Question]:
    """The file accepts a finding that does not arise.

    Why: An answer left behind after its question was mended would hide the question when it comes back.

    Mend: Take the line out of `accepts`.

    Bad::

        accepts: {hindsight: Used for arguments only.}     # and no source is dated after as_of

    Good::

        accepts: {}
    """
    for code in file.scenario.accepts:
        if code in file.codes_run and code not in file.codes_raised:
            yield Question(("accepts", code), (code,))
