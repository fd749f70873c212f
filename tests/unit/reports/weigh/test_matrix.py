"""Perspectives side by side on one screen, and many files in one table."""

from __future__ import annotations

import json
from pathlib import Path

from dilemma import load, weigh
from tests.unit.cli.running import dilemma


def rows(text: str) -> dict[str, tuple[str, list[str]]]:
    """Return the rows of a matrix: the mark and the cells of each theory."""
    lines = [line for line in text.splitlines() if line[:3] in (" ≠ ", "   ") and "  " in line[3:]]
    parts = [(line[1], [part.strip() for part in line[3:].split("  ") if part.strip()]) for line in lines]
    return {cells[0]: (mark, cells[1:]) for mark, cells in parts}


def test_rows_that_differ_are_marked() -> None:
    """A theory's answers under each perspective stand in one row, marked where they are not all the same."""
    ran = dilemma("weigh", "cluster", "--as", "critics", "--as", "proponents", COLUMNS="100")
    found = rows(ran.out)
    document = load("cluster")
    views = [weigh(document, perspective=id) for id in ("critics", "proponents")]
    letters = dict(zip(document.scenario.options, "ABCDE", strict=True))
    told = 0
    for verdicts in zip(*(view.verdicts for view in views), strict=True):
        about = verdicts[0].about
        if about.id not in document.scenario.panel or not any(verdict.speaks for verdict in verdicts):
            continue
        mark, cells = found[about.short or about.name]
        choices = [verdict.choice for verdict in verdicts]
        assert (mark == "≠") == (choices[0] != choices[1])
        assert cells == [" ".join(letters[id] for id in choice) for choice in choices]
        told += 1
    assert told > 5


def test_as_all_is_the_file_and_every_perspective() -> None:
    """`--as all` sets the file itself beside each of its perspectives; in JSON too."""
    known = list(load("track-two").scenario.perspectives)
    record = json.loads(dilemma("weigh", "track-two", "-f", "utilitarian", "--as", "all", "--json").out)
    assert [view["settings"]["perspective"] for view in record["views"]] == [None, *known]
    ran = dilemma("weigh", "track-two", "--as", "all", COLUMNS="100")
    assert all(f"{id}: " in ran.out or f" {id}  " in ran.out for id in known)


def test_one_perspective_at_a_time_is_not_all() -> None:
    """A command that sees one perspective at a time refuses `all` as it refuses two."""
    ran = dilemma("stress", "track-two", "--as", "all")
    assert ran.code == 2
    assert "one perspective at a time" in ran.err


def test_what_divides_two_views_concerns_the_theories_shown() -> None:
    """The settings told are those that turn theories with a row; --full tells of all."""
    short = dilemma("weigh", "cluster", "--as", "critics,proponents", COLUMNS="100").out
    full = dilemma("weigh", "cluster", "--as", "critics,proponents", "--full", COLUMNS="100").out
    assert "Risk-weighted" not in short
    assert "Risk-weighted" in full
    assert "What would carry “Critics of the transfer” to “Proponents of the transfer”" in short


def test_the_settings_that_most_theories_need_are_told_first() -> None:
    """A setting is told with the number of theories that need it, and those that turn by it alone."""
    words = ("weigh", "track-two", "--as", "proponents,critics")
    record = json.loads(dilemma(*words, "--json").out)
    shown = set(record["views"][0]["scenario"]["panel"])
    needs = [
        (set(one["settings"]), shown.intersection(one["frameworks"]))
        for one in record["divides"]
        if one["from"] == "proponents"
    ]
    contact = "options.track-two.beliefs.sooner.probability"
    count = sum(len(theories) for settings, theories in needs if contact in settings)
    every = sum(len(theories) for _, theories in needs)
    told = dilemma(*words, COLUMNS="200").out.partition("that most of them need")[2]
    first = told.split("\n\n")[1].splitlines()[0]
    assert f" {count} of {every}  Track Two: “The contact brings" in first
    assert first.endswith("Ross's duties by it alone")


def test_many_files_have_a_line_each(tmp_path: Path) -> None:
    """`--summary` tells each file in one line, and a broken one among its errors."""
    ran = dilemma("weigh", "scenarios", "--summary")
    assert ran.code == 0
    lines = [line for line in ran.out.splitlines() if "scenarios/" in line]
    assert len(lines) == 3
    weighing = weigh(load("cluster"))
    shown = [v for v in weighing.verdicts if v.about.id in weighing.view.scenario.panel]
    assert str(sum(verdict.applicable for verdict in shown)) in lines[0].split()
    (tmp_path / "broken.yaml").write_text("title: x\n", encoding="utf-8")
    broken = dilemma("weigh", str(tmp_path), "track-two", "--summary")
    assert broken.code == 1
    assert "track-two" in broken.out
    assert dilemma("weigh", "cluster", "--summary", "--json").code == 2


def test_each_of_several_files_is_named() -> None:
    """Weighed together, each report begins with the name of its file; alone, it does not."""
    ran = dilemma("weigh", "scenarios/cluster.yaml", "scenarios/track-two.yaml", COLUMNS="100")
    heads = [line for line in ran.out.splitlines() if "scenarios/" in line and " · " in line]
    assert [head.split("   ")[1].split(" · ")[0] for head in heads] == [
        "scenarios/cluster.yaml",
        "scenarios/track-two.yaml",
    ]
    first = dilemma("weigh", "scenarios/cluster.yaml", COLUMNS="100").out.splitlines()[0]
    assert "scenarios/" not in first
