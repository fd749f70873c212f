"""Tables of verdicts and printed weighings: each mistake is reported at its position, before it does harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dilemma
from dilemma import load_verdicts
from dilemma.errors import InvalidScenario
from dilemma.frameworks.registry import theories
from dilemma.reconciliation.input.printed import PrintedWeighing
from dilemma.reconciliation.input.read import read_any
from dilemma.reconciliation.input.table import Table
from dilemma.scenario.files import ScenarioFile
from tests.unit.cli.running import dilemma as run

SMALL = """\
title: Two drinks
options: [tea, coffee, water]
theories:
  - {name: hedonist, credence: 35%, choiceworthiness: {tea: 1, coffee: 2.5, water: -1}}
  - {name: ascetic, credence: 1/3, ranking: [water, [tea, coffee]]}
  - name: moderate
    credence: 0.2
    permits: [tea, water]
"""


def read(text: str | bytes, tmp_path: Path) -> object:
    """Return what a file of this text holds."""
    path = tmp_path / "table.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_any(ScenarioFile("table", "table.yaml", path), theories())


def findings(text: str | bytes, tmp_path: Path) -> list[tuple[int, int, str]]:
    """Return line, column and code of all that is wrong with a text."""
    with pytest.raises(InvalidScenario) as raised:
        read(text, tmp_path)
    return [(finding.line, finding.column, finding.code) for finding in raised.value.findings]


def test_a_table_is_read(tmp_path: Path) -> None:
    """Credences are exact, tiers may be one option or several, and JSON is as good as YAML."""
    table = read(SMALL, tmp_path)
    assert isinstance(table, Table)
    assert [str(theory.credence) for theory in table.theories] == ["7/20", "1/3", "1/5"]
    assert table.theories[1].ranking == (("water",), ("tea", "coffee"))
    assert table.theories[2].permits == ("tea", "water")
    data = {
        "options": ["a", "b"],
        "theories": [{"name": "x", "credence": 0.1, "unit": "u", "choiceworthiness": {"a": 1, "b": 2}}],
    }
    written = read(json.dumps(data), tmp_path)
    assert isinstance(written, Table)
    assert str(written.theories[0].credence) == "1/10"


MISTAKES = {
    "no options": ("options: [tea, coffee, water]", "", [(1, 1, "missing")]),
    "one option": ("[tea, coffee, water]", "[tea]", None),
    "an option twice": ("[tea, coffee, water]", "[tea, coffee, water, tea]", [(2, 31, "repeated-id")]),
    "a number for an option": ("[tea, coffee, water]", "[tea, coffee, water, 3]", [(2, 31, "type")]),
    "options no list": ("[tea, coffee, water]", "tea", None),
    "misspelt key": ("title:", "titel:", [(1, 1, "unknown-key")]),
    "misspelt credence": ("credence: 35%", "credense: 35%", [(4, 22, "unknown-key")]),
    "credence in words": ("35%", "a third", [(4, 32, "credence")]),
    "credence below 0": ("35%", "-0.1", [(4, 32, "credence")]),
    "credence over 0": ("1/3", "1/0", [(5, 31, "credence")]),
    "credence of truth": ("35%", "true", [(4, 32, "credence")]),
    "unknown option": ("tea: 1,", "tee: 1,", [(4, 56, "unknown-id")]),
    "a word for a score": ("coffee: 2.5", "coffee: much", [(4, 72, "not-a-number")]),
    "NaN": ("coffee: 2.5", "coffee: .nan", [(4, 72, "not-a-number")]),
    "too large": ("coffee: 2.5", "coffee: 1e400", [(4, 72, "out-of-range")]),
    "an option ranked twice": ("[tea, coffee]]", "[tea, coffee, water]]", [(5, 67, "repeated-id")]),
    "an option not ranked": ("[tea, coffee]]", "tea]", [(5, 36, "missing")]),
    "a permitted stranger": ("[tea, water]", "[tea, wine]", [(8, 20, "unknown-id")]),
    "said twice": ("permits:", "ranking: [tea, coffee, water]\n    permits:", [(6, 5, "choice")]),
    "said nothing": ("    permits: [tea, water]\n", "", [(6, 5, "missing")]),
    "a name twice": ("moderate", "ascetic", [(6, 11, "repeated-id")]),
    "no name": ("name: hedonist, ", "", None),
    "alias": ("35%", "*x", [(4, 32, "alias")]),
    "anchor": ("35%", "&x 35%", [(4, 32, "anchor")]),
    "tag": ("35%", "!!python/name:os.system 35%", [(4, 32, "tag")]),
    "duplicate key": ("title: Two drinks", "title: Two drinks\ntitle: Two", [(2, 1, "duplicate-key")]),
    "steering characters": ("Two drinks", '"Two \\e[31m drinks"', [(1, 8, "character")]),
    "text direction": ("hedonist", "hedo\u202enist", [(4, 16, "character")]),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    """One mistake gives one message or two, where it stands."""
    old, new, expected = MISTAKES[name]
    assert old in SMALL
    found = findings(SMALL.replace(old, new, 1), tmp_path)
    assert found
    if expected is not None:
        assert expected == found


HOSTILE = {
    "deep": "theories: " + "[" * 5000,
    "deep JSON": '{"theories": ' + "[" * 100_000,
    "many theories": "options: [a, b]\ntheories:\n" + "- {name: x, permits: [a]}\n" * 300,
    "many options": f"options: [{', '.join(f'o{n}' for n in range(60))}]\ntheories: []",
    "not UTF-8": b"options: [a, b]\ntheories: [\xff]",
    "too long": b"theories: " + b"x" * (1024 * 1024),
    "a list": "[1, 2]",
    "empty": "",
    "theories of another kind": "options: [a, b]\ntheories: {a: 1}",
    "rows of another kind": "options: [a, b]\ntheories: [1, a, [b], null]",
    "a schema of another kind": '{"schema": "dilemma.explain/1"}',
    "several results": '[{"schema": "dilemma.weigh/1"}, {"schema": "dilemma.weigh/1"}]',
    "a bare schema": '{"schema": "dilemma.weigh/1"}',
    "a schema over nonsense": '{"schema": "dilemma.weigh/1", "options": [1, {}], "frameworks": [[], 3]}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_ends_in_findings(name: str, tmp_path: Path) -> None:
    """Whatever a file holds, what is wrong with it is told; nothing is run, nothing overflows."""
    assert findings(HOSTILE[name], tmp_path)


def test_what_weigh_prints_is_read_back(tmp_path: Path) -> None:
    """A printed weighing gives the same reconciliation as the scenario itself."""
    path = tmp_path / "weighed.json"
    path.write_text(run("weigh", "track-two", "--json").out, encoding="utf-8")
    printed = load_verdicts(str(path))
    assert isinstance(printed, PrintedWeighing)
    mine, theirs = dilemma.reconcile(printed), dilemma.reconcile(dilemma.load("track-two"))
    assert mine.results == theirs.results
    assert (mine.credences, mine.lottery, mine.forbidden) == (
        theirs.credences,
        theirs.lottery,
        theirs.forbidden,
    )


BROKEN = {
    "a rank in words": (("frameworks", 0, "options", "no-contact", "rank"), "first", "not-a-number"),
    "no status of ours": (("frameworks", 0, "options", "no-contact", "status"), "fine", "choice"),
    "a score of nothing": (("frameworks", 0, "options", "no-contact", "score"), None, "not-a-number"),
    "gives what none gives": (("frameworks", 0, "gives"), "a hint", "choice"),
    "a rank of 400 digits": (("frameworks", 0, "options", "no-contact", "rank"), 10**400, "out-of-range"),
    "a score of 400 digits": (("frameworks", 0, "options", "no-contact", "score"), 10**400, "out-of-range"),
    "a score near the largest": (("frameworks", 0, "options", "no-contact", "score"), 1e308, "out-of-range"),
    "no options": (("options",), [], "too-few"),
    "a name that steers": (("options", 0, "name"), "\u202e", "character"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_printed_weighing_that_was_changed_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    """What `weigh --json` could not have printed is refused with its address."""
    path, value, code = BROKEN[name]
    record = json.loads(run("weigh", "track-two", "--json", "-f", "utilitarian").out)
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    for verdict in record["frameworks"]:
        del verdict["because"]  # it may be left out
    assert code in [finding[2] for finding in findings(json.dumps(record), tmp_path)]
