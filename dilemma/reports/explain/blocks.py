"""Report of explanations as blocks: principle, verdict, steps, residue and flips, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dilemma.frameworks.bibliography import BIBLIOGRAPHY
from dilemma.frameworks.description import claim
from dilemma.frameworks.framework import About, Gives, Reason
from dilemma.reports.blocks import Block, Closing, Heading, Line, Mark, Paragraphs, Sentences
from dilemma.reports.explain.flips import clauses
from dilemma.reports.weigh.answer import mark_of
from dilemma.reports.weigh.differences import differences
from dilemma.reports.words.caveats import CLOSING, cautions
from dilemma.reports.words.changes import changes
from dilemma.reports.words.commands import command, hint, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import contrast, date_in_words, figure
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.reasons import failure, sentence
from dilemma.reports.words.residue import residue_in_words
from dilemma.reports.words.turns import best_and_range, turn_in_words
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.explanation import Explanation
from dilemma.weighing import Answer

__all__ = ["explanation_blocks", "paragraphs"]

CITED = {
    "stated": "stated by",
    "measured": "measured by",
    "derived": "derived from",
    "judgement": "the author's judgement; see",
}
"""What a source stands for, by what the entry that cites it rests on."""

STANDING: Mapping[Mark, str] = {
    "chosen": "its one choice",
    "among": "left standing",
    "permitted": "permitted, not chosen",
    "forbidden": "forbidden",
    "plain": "ranked lower",
}
"""What a theory says of one option, by its mark."""

MOST_TURNS = 3  # numbers named that turn it within their stated ranges

MOST_TERMS = 3  # differences named for each side


def explanation_blocks(explanations: Iterator[Explanation]) -> Iterator[Block]:
    """Yield the report of explanations one by one: a heading, one section each, a closing sentence."""
    names: Names | None = None
    told: list[Explanation] = []
    for found in explanations:
        scenario = found.weighing.view.scenario
        if names is None:
            names = Names(scenario)
            date = date_in_words(scenario.as_of)
            yield Heading(scenario.title, scenario.question, date)
            asked = only(verdict.about.id for verdict in found.weighing.verdicts)
            yield from changes(found.weighing.view, command(found.weighing.view, "explain", asked))
        told.append(found)
        alone = len(found.weighing.verdicts) == 1
        yield Paragraphs(found.verdict.about.name, tuple(paragraphs(found, names, residue=alone)))
        if alone and found.verdict.applicable:
            each = found.verdict.answers
            lines = (Line(names.option(one.option), STANDING[mark_of(one, found.verdict)]) for one in each)
            yield Sentences("Its verdict on each option", tuple(lines))
    if names and len(told) > 1:
        yield from _residues(told, names)
    yield Closing(CLOSING)


def _residues(explained: list[Explanation], names: Names) -> Iterator[Block]:
    """Yield what stays owed whatever the theory, once for each option that was explained."""
    options = dict.fromkeys(found.option for found in explained if found.verdict.applicable)
    owed = {id: residue_in_words(explained[0].weighing.residue[id], names) for id in options}
    lines = tuple(Line(names.option(id), text) for id, text in owed.items() if text)
    if lines:
        yield Sentences("What would still be owed, whichever theory chooses it", lines)


FACTS = frozenset({"if-so", "if-not"})  # keys of reasons named in the sentence of the binding reason


def paragraphs(found: Explanation, names: Names, *, residue: bool = True) -> Iterator[str]:
    """Yield the paragraphs of an explanation, each of one or more sentences; what stays owed if `residue`."""
    about = found.verdict.about
    principle = claim(found.framework).rstrip(".")
    yield f"{principle} ({'; '.join(_cited(key) for key in about.sources)})."
    if not found.verdict.applicable:
        yield f"It does not apply here: {'; '.join(found.verdict.missing)}."
        return
    yield _verdict(found, names)
    yield from _steps(found, names)
    if residue:
        yield from _residue(found, names)
    yield from _flips(found, names)
    yield from _in_ranges(found, names)
    notes = " ".join(cautions(found.verdict, found.weighing, names))
    if notes:
        yield notes
    yield from _literature(found, names)


def _cited(key: str) -> str:
    """Return a work of the bibliography as author and year."""
    work = BIBLIOGRAPHY.get(key, key)
    author, _, rest = work.partition(" (")
    return f"{author.split(',')[0]} {rest.partition(')')[0]}" if rest else work


def _verdict(found: Explanation, names: Names) -> str:
    """Return the theory's verdict on the option, compared with the rival, as a sentence."""
    verdict = found.verdict
    option, answer = names.option(found.option), verdict.answer(found.option)
    rival = f" rather than {names.option(found.rival)}" if found.rival else ""
    others = [names.option(id) for id in verdict.choice if id != found.option]
    if verdict.silent:
        return f"It permits every option here, {option} among them, and so does not choose."
    if verdict.permits_none:
        return f"It permits none of these options, {option} among them."
    if answer.chosen and not others:
        return f"It chooses {option}{rival}."
    if answer.chosen:
        return f"It permits {option}, as it does {listed(others)}."
    if answer.permissible:
        return f"It permits {option}, but holds {listed(others)} to be better."
    denies = "forbids" if answer.status == "forbidden" else "does not choose"
    return f"It {denies} {option}, and {_accepts(found)} {listed(others)}."


def _accepts(found: Explanation) -> str:
    return "permits" if found.verdict.about.gives is Gives.TIERS else "chooses"


def _steps(found: Explanation, names: Names) -> Iterator[str]:
    """Yield the steps by which the theory reaches its verdict: tests of both options, then scores."""
    verdict = found.verdict
    mine = verdict.answer(found.option)
    rival = verdict.answer(found.rival) if found.rival else None
    for answer in (mine, rival):
        if answer is not None and any(reason.kind == "test" for reason in answer.reasons):
            yield _tests(answer, found, names)
            yield from _context(answer, found, names)
    if rival is not None and verdict.about.gives is not Gives.TIERS:
        yield from _scores(mine, rival, found, names)


def _tests(answer: Answer, found: Explanation, names: Names) -> str:
    """Return the results of one option's tests: those it fails and why, then those it passes."""
    about = found.verdict.about
    failed: list[str] = []
    passed: list[str] = []
    for test in answer.reasons:
        if test.kind == "test":
            text = sentence(test, answer.reasons, about, names)
            (passed if test.holds else failed).append(
                text if test.holds else _failing(test, answer, about, text)
            )
    option = names.option(answer.option)
    if not failed:
        return f"{option}: {'; '.join(passed)}."
    return f"{option}: {'; '.join(failed)}." + (
        f" It passes otherwise: {'; '.join(passed)}." if passed else ""
    )


def _context(answer: Answer, found: Explanation, names: Names) -> Iterator[str]:
    """Yield what was set off, agreed to or saved, where the theory tells it beside its tests."""
    reasons = [r for r in answer.reasons if r.kind == "binding" and r.test is None and r.key not in FACTS]
    told = [sentence(reason, answer.reasons, found.verdict.about, names) for reason in reasons]
    if told:
        yield f"In detail, for {names.option(answer.option)}: {'; '.join(dict.fromkeys(told))}."


def _failing(test: Reason, answer: Answer, about: About, why: str) -> str:
    """Return a clause on a failed test: its name if the theory has several, and why it fails."""
    if why == failure(test, about):
        return f"it {why}"
    tests = [reason for reason in answer.reasons if reason.kind == "test"]
    return f"it fails{'' if len(tests) == 1 else f' the test of {about.test(test.key).name}'}: {why}"


def _scores(mine: Answer, rival: Answer, found: Explanation, names: Names) -> Iterator[str]:
    """Yield the two scores and the largest differences, with the author's reasons and sources."""
    ours, theirs = contrast(mine.score, rival.score)
    option, other = names.option(mine.option), names.option(rival.option)
    yield f"Its figure for {option} is {ours}, and for {other} {theirs}."
    gaps = sorted(differences(mine, rival).items(), key=lambda item: -abs(item[1]))
    for sign, told in ((1.0, option), (-1.0, other)):
        side = [(address, gap) for address, gap in gaps if sign * gap > 0][:MOST_TERMS]
        if side:
            differing = "; ".join(_difference(address, gap, names) for address, gap in side)
            yield f"What speaks for {told}: the difference in {differing}."
    if not any(reason.kind == "test" for reason in mine.reasons):
        yield from _context(mine, found, names)


def _difference(address: str, gap: float, names: Names) -> str:
    """Return a difference between two scores with the author's reason, for the option it stands under.

    Sources follow with what they stand for: the number, what it is derived from, or the matter alone.
    """
    because = names.because(address)
    whose = f"{names.option(address.split('.')[1])}: " if address.startswith("options.") else ""
    sources = [names.cited(id) for id in names.sources(address)]
    cited = f"{CITED[names.evidence(address)]} {'; '.join(sources)}" if sources else ""
    told = "; ".join(part for part in (f"{whose}{because.rstrip('.')}" if because else "", cited) if part)
    return f"{names.at(address)}, by {figure(abs(gap))}" + (f" ({told})" if told else "")


def _residue(found: Explanation, names: Names) -> Iterator[str]:
    told = residue_in_words(found.weighing.residue[found.option], names)
    if told:
        yield f"Whoever does it, {names.option(found.option)} {told}: that remains to be answered for."


def _flips(found: Explanation, names: Names) -> Iterator[str]:
    """Yield a sentence on the single facts that would change the verdict on the option."""
    option = names.option(found.option)
    if found.verdict.about.gives is not Gives.TIERS and len(found.verdict.choice) > 1:
        yield "It holds these options level, so the least change tells them apart."
        return
    told = clauses(found, names)
    chosen = found.verdict.answer(found.option).chosen
    verb = {(True, True): "no longer permit", (True, False): "permit", (False, True): "no longer choose"}
    tiers = found.verdict.about.gives is Gives.TIERS
    would = verb.get((tiers, chosen), "choose")
    if told:
        yield f"It would {would} {option} {_either(told)}."
    else:
        yield f"No single fact of the file, put otherwise, would make it {would} {option}."


def _in_ranges(found: Explanation, names: Names) -> Iterator[str]:
    """Yield the nearest turns inside the ranges that the file states, one for each number."""
    nearest: dict[str, Crux] = {}
    for crux in found.cruxes:
        nearest.setdefault(crux.dial.address, crux)
    if not nearest:
        return
    words = DialNames(found.weighing.view, [found.framework])
    told = []
    for crux in [*nearest.values()][:MOST_TURNS]:
        best, _ = best_and_range(crux.dial)
        told.append(f"{words.full(crux.dial)} (the file says {best}): {turn_in_words(crux, names)}")
    more = len(nearest) - len(told)
    rest = f"; and by {more} more: see {hint('`dilemma cruxes`', '`dilemma.cruxes`')}" if more else ""
    yield f"Within the ranges that the file states, one number alone turns it: {'; '.join(told)}{rest}."


def _either(told: list[str]) -> str:
    """Return clauses as alternatives: `if a; if b; or if c`."""
    clauses_ = [f"if {clause}" for clause in told]
    return "; ".join([*clauses_[:-1], f"or {clauses_[-1]}"]) if len(clauses_) > 1 else clauses_[0]


def _literature(found: Explanation, names: Names) -> Iterator[str]:
    """Yield the published verdicts of this theory on this case."""
    for row in names.scenario.literature:
        if row.framework == found.verdict.about.id:
            said = f"{names.option(row.option)} {row.verdict}"
            yield f"Published: {said} ({names.cited(row.source)})."
