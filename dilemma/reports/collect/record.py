"""A collection and two rounds as JSON objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from dilemma.errors import Finding
from dilemma.reports.check.record import finding_record
from dilemma.reports.collect.members import groups_by_row
from dilemma.reports.collect.spreads import unmoved
from dilemma.reports.weigh.record import provenance_record, scenario_record
from dilemma.robustness.collection.collection import Collection, Member
from dilemma.robustness.collection.credences import TheoryCredence, credences_of
from dilemma.robustness.collection.dividing.choosers import Choosers
from dilemma.robustness.collection.dividing.division import Division, Step
from dilemma.robustness.collection.numbers import Number
from dilemma.robustness.collection.rounds import Rounds
from dilemma.robustness.collection.verdicts import DOES_NOT_APPLY, members
from dilemma.scenario.views.view import View, plain_data

if TYPE_CHECKING:
    from dilemma.reports.collect import schema
    from dilemma.reports.weigh.schema import Scenario as ScenarioRecord

__all__ = ["collection_record", "rounds_record", "step_record"]

SCHEMA: Final = "dilemma.collect/1"
ROUNDS_SCHEMA: Final = "dilemma.rounds/1"


def collection_record(
    collection: Collection, left_out: int, findings: Iterable[Finding] = (), *, anonymous: bool
) -> schema.Collection:
    """Return a collection as the object that `collect --json` prints; `findings` are on views left out."""
    own, groups = Counter(view.choice for view in collection.views), groups_by_row(collection)
    implied = Counter(option for one in collection.implied for option in one.choice)
    stated = Counter(option for one in collection.implied if one.stated for option in one.choice)
    return {
        "schema": SCHEMA,
        **provenance_record(collection.document.digest),
        "scenario": scenario_of(collection),
        "views_found": len(collection.views) + left_out,
        "views_left_out": left_out,
        "findings": [] if anonymous else [finding_record(finding) for finding in findings],
        "views": [
            _view(collection, row, groups.get(row), anonymous=anonymous)
            for row, _ in enumerate(collection.views)
        ],
        "choices": {option: own[option] for option in collection.options},
        "implied": {option: implied[option] for option in collection.options},
        "implied_with_credences": {option: stated[option] for option in collection.options},
        "parting": list(collection.parting()),
        "frameworks": [_theory(collection, at) for at, _ in enumerate(collection.verdicts.theories)],
        "grouped_by": collection.grouped_by,
        "groups": [_group(collection, group) for group in collection.groups],
        "silhouette": collection.silhouette,
        "divides": _division(collection.division),
        "choices_divide": _choosers(collection.choosers),
        "credences": [_credence(one) for one in credences_of(collection.views)],
        "numbers": [_number(collection, number) for number in collection.numbers],
        "common_ground": {
            "chosen": {theory: list(choice) for theory, choice in collection.constant().items()},
            "untaken": list(collection.untaken()),
            "idle": [number.address for number in unmoved(collection)],
        },
    }


def scenario_of(collection: Collection) -> ScenarioRecord:
    """Return the keys that identify the scenario of a collection."""
    document = collection.document
    return scenario_record(View(document, document.scenario, None, {}, {}))


def _view(collection: Collection, row: int, group: int | None, *, anonymous: bool) -> schema.PersonView:
    view, implied = collection.views[row], collection.implied[row]
    verdicts, options = collection.verdicts, collection.options
    return {
        "name": None if anonymous else view.name,
        "source": None if anonymous else view.label,
        "group": group,
        "choice": view.choice,
        "confidence": view.confidence,
        "perspective": view.perspective,
        "set": {address: plain_data(view.values[address]) for address in view.own},
        "because": {}
        if anonymous
        else {address: reason.because for address, reason in view.reasons.items() if reason.because},
        "credences": {theory: float(credence) for theory, credence in view.credences.items()},
        "implied": list(implied.choice),
        "credences_stated": implied.stated,
        "verdicts": {
            about.id: {
                "applies": bool(verdicts.chosen[row, at] != DOES_NOT_APPLY),
                "chosen": list(members(options, int(verdicts.chosen[row, at]))),
                "permitted": list(members(options, int(verdicts.permitted[row, at]))),
            }
            for at, about in enumerate(verdicts.theories)
        },
    }


def _theory(collection: Collection, at: int) -> schema.TheoryCounts:
    verdicts = collection.verdicts
    chosen, permitted = verdicts.chosen[:, at], verdicts.permitted[:, at]
    applies = chosen != DOES_NOT_APPLY
    return {
        "id": verdicts.theories[at].id,
        "name": verdicts.theories[at].name,
        "shown": at in collection.shown,
        "applies": int(applies.sum()),
        "silent": int((chosen == verdicts.every).sum()),
        "chosen": _counts(collection.options, chosen),
        "permitted": _counts(collection.options, permitted),
    }


def _counts(options: Sequence[str], sets: Any) -> dict[str, int]:
    """Return how many of these sets hold each option."""
    return {option: int(((sets > 0) & (sets >> at & 1 == 1)).sum()) for at, option in enumerate(options)}


def _group(collection: Collection, group: Member) -> schema.Group:
    own = Counter(collection.views[row].choice for row in group.rows)
    trait = group.trait
    return {
        "size": len(group.rows),
        "views": list(group.rows),
        "medoid": group.medoid,
        "trait": trait
        and {
            "framework": trait.theory,
            "chosen": None if trait.choice is None else list(trait.choice),
            "inside": trait.inside,
            "outside": trait.outside,
        },
        "marks": [
            {
                "address": mark.address,
                "median": mark.median,
                "elsewhere": mark.elsewhere,
                "higher": mark.higher,
            }
            for mark in group.marks
        ],
        "choices": {option: own[option] for option in collection.options},
    }


def _choosers(found: Choosers | None) -> schema.ChoicesDivide | None:
    if found is None:
        return None
    division = _division(found.division)
    assert division is not None
    return {
        "options": list(found.options),
        "views": [list(rows) for rows in found.rows],
        "as_often": list(found.as_often),
        "frameworks": division["frameworks"],
        "explaining": [theory for step in found.explaining for theory in step.theories],
        "steps": [*division["steps"], *map(step_record, steps_added(found))],
        "credences": division["credences"],
    }


def steps_added(found: Choosers) -> Iterator[Step]:
    """Yield the steps that explain the choices of two sides and are not among those of their division."""
    known = {
        (setting.address, theory)
        for step in found.division.steps
        if len(step.settings) == 1
        for setting in step.settings
        for theory in step.theories
    }
    for step in found.explaining:
        if len(step.settings) == 1:
            at = step.settings[0].address
            theories = tuple(theory for theory in step.theories if (at, theory) not in known)
            if theories:
                yield step._replace(theories=theories)


def _credence(one: TheoryCredence) -> schema.TheoryCredence:
    (least, _), (most, _) = one.shares[0], one.shares[-1]
    return {
        "framework": one.theory,
        "given_by": len(one.shares),
        "median": one.median,
        "least": least,
        "most": most,
    }


def _division(division: Division | None) -> schema.Division | None:
    if division is None:
        return None
    step = division.credences
    return {
        "groups": [place + 1 for place in division.groups],
        "frameworks": list(division.differing),
        "steps": [step_record(one) for one in division.steps],
        "credences": step
        and {
            "here": list(step.here.choice),
            "there": list(step.there.choice),
            "by_credences": list(step.by_credences.choice),
            "by_numbers": list(step.by_numbers.choice),
        },
    }


def step_record(step: Step) -> schema.Step:
    """Return settings that carry verdicts, with their values in the first and in the second view."""
    return {
        "settings": [
            {
                "address": setting.address,
                "kind": setting.kind,
                "here": plain_data(setting.here),
                "there": plain_data(setting.there),
            }
            for setting in step.settings
        ],
        "frameworks": list(step.theories),
    }


def _number(collection: Collection, number: Number) -> schema.Number:
    return {
        "address": number.address,
        "kind": number.kind,
        "best": number.dial.best if number.of_file else None,
        "set_by": len(number.set_by),
        "quartiles": list(number.quartiles),
        "tried": number.tried,
        "turned": number.turned,
        "turned_at_ends": number.turned_at_ends,
        "verdicts_turned": number.verdicts_turned,
        "turns": [
            {
                "framework": turn.theory,
                "at": turn.at,
                "below": None if turn.below is None else list(turn.below),
                "above": None if turn.above is None else list(turn.above),
            }
            for turn in collection.turns.get(number.address, ())
        ],
    }


def rounds_record(rounds: Rounds) -> schema.Rounds:
    """Return two rounds as the object that `collect --before --after --json` prints; it names no one."""
    return {
        "schema": ROUNDS_SCHEMA,
        **provenance_record(rounds.before.document.digest),
        "scenario": scenario_of(rounds.before),
        "views_before": len(rounds.before.views),
        "views_after": len(rounds.after.views),
        "matched": len(rounds.pairs),
        "choices": [
            {"before": one, "after": other, "people": count} for (one, other), count in rounds.choices.items()
        ],
        "numbers": [
            {
                "address": move.address,
                "kind": move.kind,
                "moved": move.moved,
                "before": list(move.before),
                "after": list(move.after),
            }
            for move in rounds.moves
        ],
        "verdicts_turned": dict(rounds.turned),
        "apart": None if rounds.apart is None else list(rounds.apart),
        "agree": None if rounds.agree is None else list(rounds.agree),
    }
