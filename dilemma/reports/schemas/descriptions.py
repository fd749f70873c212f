"""What each key of a scenario file means, in one sentence: shown by editors that read its schema."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from dilemma.scenario import model

__all__ = ["MEANINGS", "meaning"]

MEANINGS: Mapping[type[BaseModel], Mapping[str, str]] = {
    model.Scenario: {
        "format": "The version of the file format: 1.",
        "title": "What the dilemma is called.",
        "question": "The question to be decided, as one sentence.",
        "about": "Background, for someone who has not heard of the case.",
        "agent": "Who decides.",
        "as_of": "The day of decision, YYYY-MM-DD; what became known after it is hindsight.",
        "unit": "What value -1 with count 1 means, in words.",
        "baseline": "The option that changes nothing; else the one option with omission: true.",
        "exchange": "How much expected value, in `unit`, weighs as much as infringing a duty of weight 1.",
        "discount": "Yearly discount rate for consequences with a delay.",
        "domain": "The field it belongs to, for listings.",
        "tags": "Words for listings.",
        "sources": "Where facts and figures come from, by id.",
        "quantities": "Named numbers, for products.",
        "parties": "Those who may bear or enjoy something, or to whom a duty is owed, by id.",
        "beliefs": "Uncertain propositions, by id; one that an option sets for itself is an event.",
        "consequences": "What may happen to whom, by id.",
        "duties": "What is owed, by id.",
        "virtues": "What an act may express, by id.",
        "options": "What the agent may do, by id; each says how it stands on the same factors.",
        "perspectives": "Whole views, or what-ifs, by id, taken with --as.",
        "frameworks": "This file's settings for frameworks.",
        "literature": "Verdicts that published works state.",
        "accepts": "Findings of `dilemma check` that the author answers: code, and why the file is right.",
        "note": "Free text.",
    },
    model.Entry: {
        "name": "What it is called; else its id.",
        "because": "One sentence: why this is so, and this much.",
        "sources": "Ids of the sources that say so.",
        "held_by": "Who asserts it: a perspective's id, or plain words.",
        "evidence": "What it rests on.",
        "note": "Free text.",
    },
    model.Source: {
        "title": "Title of the work.",
        "author": "Who wrote it.",
        "publisher": "Who published it, or where.",
        "date": "When: a text, or a bare year.",
        "url": "Where to read it.",
        "note": "Free text: the page, or what it says.",
    },
    model.NamedQuantity: {"value": "The number."},
    model.Party: {
        "kind": "What it is.",
        "weight": "How much one unit of value to it counts in sums; 0 leaves it out.",
        "level": "How well off its members are before anything happens, on the scale of value.",
        "combatant": "Whether it takes a direct part in fighting; leave it out where there is no war.",
        "liable": "Whether it may be harmed without being wronged; else as `combatant`.",
        "agent": "Whether it is the one who decides, or those it answers for first.",
        "tie": "How far it depends on the agent's care, from 0 to 1.",
    },
    model.Belief: {
        "claim": "The proposition, as a sentence.",
        "probability": "How likely it is to be true, from 0 to 1.",
    },
    model.Consequence: {
        "party": "Who bears or enjoys it (or falls_on).",
        "count": "How many are affected, in the file's unit.",
        "falls_on": "Instead of party and count: several parties that one happening strikes, with counts.",
        "value": "What one affected member bears; below 0 is bad. -1 is a death, or harm as grave.",
        "chance": "Its probability, given the option and `when`.",
        "when": "The beliefs it depends on: an id, `not` and an id, or a list of those.",
        "role": "Whether it is aimed at, used to reach the aim, or only foreseen.",
        "agency": "Whether the agent does it or allows it; harm by another's free act is allowed.",
        "consented": "Whether those who bear it agreed to it themselves.",
        "scope": "act, or rule: what would follow if the rule acted on were generally accepted.",
        "delay": "Years until it falls due.",
        "tags": "military-advantage is read by just war; tail marks a low-chance catastrophe.",
        "overlaps": "Ids of factors that partly measure the same thing.",
    },
    model.Duty: {
        "kind": "pro-tanto counts and may be outweighed; absolute admits no exception.",
        "weight": "How stringent it is, from 0 to 10.",
        "basis": "What recognises it: law-of-war, treaty, domestic-law, promise, common-morality, ...",
        "owed_to": "The party it is owed to.",
        "overlaps": "Ids of factors that partly measure the same thing.",
    },
    model.Virtue: {"weight": "How much it counts, from 0 to 10."},
    model.Happening: {
        "chance": "Its probability under this option, given `when`.",
        "value": "What one affected member bears under this option.",
        "count": "How many are affected under this option.",
        "falls_on": "How many of each party, where that differs under this option.",
        "when": "Further beliefs it depends on under this option.",
        "role": "Its role under this option.",
        "agency": "Whether this option does it or allows it.",
        "consented": "Whether those who bear it agreed to it.",
        "delay": "Years until it falls due under this option.",
    },
    model.Conduct: {
        "degree": "-1 violates, -0.5 infringes with cause or by risk; 0.5 partly fulfils, 1 wholly.",
        "role": "Whether the wrong is a means, the end or a side effect; else the act itself is the wrong.",
        "waived": "Whether those it is owed to agreed.",
    },
    model.Expression: {"degree": "-1 expresses the vice, 1 the virtue."},
    model.Option: {
        "omission": "Whether it is to do nothing.",
        "beliefs": "This option's own probability of a belief, by id.",
        "consequences": "What may happen under it, by id: a chance, or what differs; nothing else happens.",
        "duties": "The duties it touches, by id: a degree from -1 to 1.",
        "virtues": "What it expresses, by id: a degree from -1 to 1.",
        "uses": "Ids of parties the plan needs who have not agreed and could not.",
    },
    model.Perspective: {
        "name": "What the view is called.",
        "because": "Why someone sees it so.",
        "set": "New values by address, such as parties.walkers.weight: 2.",
        "credences": "How likely this view takes each framework to be right, by id.",
        "note": "Free text.",
    },
    model.Published: {
        "framework": "The framework's id.",
        "option": "The option's id.",
        "verdict": "required: exactly this; permitted: this among others; forbidden: not this.",
        "source": "The id of the source that states it.",
        "note": "Free text: the page, or its words.",
    },
}
"""By noun and field; a noun has the meanings of its parent too."""


def meaning(noun: type[BaseModel], field: str) -> str:
    """Return what a field of a noun means; StopIteration where nobody has said."""
    return next(MEANINGS[kin][field] for kin in noun.__mro__ if field in MEANINGS.get(kin, {}))
