"""A small complete file, and ways to change a line of it."""

from __future__ import annotations

from dilemma.errors import Finding, InvalidScenario
from dilemma.scenario import Document, read

THEORIES = {"utilitarian": {}, "threshold-deontology": {"multiple": (0.0, 100.0, False)}}

SMALL = """\
format: 1
title: The flooded road
question: May the dam keeper flood the lower road to save the village?
as_of: 2023-07-07
baseline: wait
exchange: 10
sources:
  survey: {author: A. Keeper, title: Soil survey, date: 1985}
quantities:
  houses: [10, 20, 40]
  rate: {value: 0.1, because: Counted last year.}
parties:
  villagers: {name: The villagers}
  walkers: {weight: 1, sources: [survey]}
beliefs:
  storm: {claim: The storm turns this way, probability: 0.2}
  warned: {claim: The walkers were warned, probability: 0.5}
consequences:
  drown: {party: villagers, value: -1, count: houses * rate, when: storm}
  swept: {falls_on: {walkers: 3, villagers: 1}, value: -0.5, when: [not storm]}
duties:
  no-harm: {kind: absolute, weight: 10, owed_to: walkers, overlaps: [swept]}
virtues:
  courage: {weight: 4}
options:
  flood:
    beliefs: {warned: 0.9}
    consequences:
      swept: {chance: [0.5, 0.9], role: means, when: not warned, falls_on: {walkers: 4}}
    duties: {no-harm: -1}
    virtues: {courage: 0.5}
    uses: [walkers]
  wait:
    omission: true
    consequences: {drown: 1}
perspectives:
  keeper:
    name: The keeper
    set: {parties.walkers.weight: 2, exchange: 5}
    credences: {utilitarian: 1}
frameworks:
  threshold-deontology: {multiple: 3}
literature:
  - {framework: utilitarian, option: flood, verdict: permitted, source: survey}
accepts:
  mixed-party: It is one village.
"""


def instead(old: str, new: str) -> str:
    """Return the small file with a piece replaced where it first stands."""
    assert old in SMALL
    return SMALL.replace(old, new, 1)


def document(text: str = SMALL) -> Document:
    """Return the document a text holds."""
    return read(text.encode("utf-8", "surrogatepass"), "small.yaml", "small", THEORIES)


def findings(text: str | bytes) -> tuple[Finding, ...]:
    """Return what is wrong with a text; empty where nothing is."""
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    try:
        read(raw, "small.yaml", "small", THEORIES)
    except InvalidScenario as error:
        return error.findings
    return ()


def places(text: str | bytes) -> list[tuple[int, int, str]]:
    """Return line, column and code of all that is wrong with a text."""
    return [(finding.line, finding.column, finding.code) for finding in findings(text)]
