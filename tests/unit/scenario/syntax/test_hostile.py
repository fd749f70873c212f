"""Files written to harm, and ordinary mistakes: each ends in a finding at its place."""

from __future__ import annotations

import json
import time

import pytest

from tests.unit.scenario.small import SMALL, findings, instead, places

HANGS = 120  # seconds of the processor after which a reader is taken to hang: no measure of speed

SYNTAX = {
    "60 KB of brackets": ("[" * 60_000, (1, 33, "depth")),
    "60 KB of braces": ("{a: " * 15_000, (1, 129, "depth")),
    "tab before a key": (instead("title:", "\ttitle:"), (2, 1, "yaml")),
    "tab below a key": ("title:\n\tx: 1\n", (2, 1, "yaml")),
    "open quote": (instead("title: The", "title: 'The"), (2, 8, "yaml")),
    "open bracket": (instead("exchange: 10", "exchange: [1, 2"), (6, 11, "yaml")),
    "open brace": (instead("{weight: 4}", "{weight: 4"), (24, 12, "yaml")),
    "a second colon": (instead("title: The", "title: The: x"), (2, 11, "yaml")),
    "reserved character": (instead("title: The", "title: @The"), (2, 8, "yaml")),
    "unknown escape": (instead("title: The flooded road", 'title: "\\q"'), (2, 9, "yaml")),
    "out of line": (instead("exchange: 10", " exchange: 10"), (6, 10, "yaml")),
    "future YAML": ("%YAML 3.0\n---\n" + SMALL, (1, 1, "yaml")),
    "only an opening brace": ("{", (1, 2, "yaml")),
    "second document": (SMALL + "---\na: 1\n", (47, 1, "document")),
    "text after the end": (SMALL + "...\nfoo\n", (48, 1, "yaml")),
    "empty file": ("", (1, 1, "empty")),
    "only a comment": ("# nothing\n", (1, 1, "empty")),
    "a list": ("- a\n- b\n", (1, 1, "type")),
    "a number": ("5\n", (1, 1, "type")),
    "over 1 MiB": (b"x" * (1024 * 1024 + 1), (1, 1, "size")),
    "UTF-16": (SMALL.encode("utf-16"), (1, 1, "encoding")),
    "Latin-1": ("format: 1\ntitle: é\n".encode("latin-1"), (2, 8, "encoding")),
    "Latin-1 after a mark": (b"\xef\xbb\xbfa: \xe9\n", (1, 4, "encoding")),
    "60,000 keys": ("".join(f"k{n}: 1\n" for n in range(60_000)), (50_000, 9, "values")),
    "100,000 items": ("a: [" + "1," * 100_000 + "1]", (1, 100_001, "values")),
}

SHARING = {
    "anchor": (instead("title: The", "title: &a The"), (2, 8, "anchor")),
    "alias": (instead("exchange: 10", "exchange: *a"), (6, 11, "alias")),
    "alias as a key": (instead("exchange: 10", "*a : 10"), (6, 1, "alias")),
    "tag": (instead("title: The", "title: !x The"), (2, 8, "tag")),
    "Python object": (
        instead("exchange: 10", "exchange: !!python/object/apply:os.system [ls]"),
        (6, 11, "tag"),
    ),
    "set": (instead("exchange: 10", "exchange: !!set {a: 1}"), (6, 11, "tag")),
    "merge key": (instead("exchange: 10", "<<: {exchange: 10}"), (6, 1, "merge-key")),
    "duplicate key": (instead("exchange: 10", "exchange: 10\nexchange: 11"), (7, 1, "duplicate-key")),
    "duplicate top-level map": (
        instead("virtues:\n", "duties: {x: {}}\nvirtues:\n"),
        (23, 1, "duplicate-key"),
    ),
    "list as a key": (instead("exchange: 10", "? [a]\n: b"), (6, 3, "key")),
    "map as a key": (instead("exchange: 10", "? {a: {b: c}}\n: {d: e}"), (6, 3, "key")),
}

CHARACTERS = {
    "escape sequence": (instead("title: The", 'title: "\\e[31m"  # The'), (2, 8, "character")),
    "NUL by escape": (instead("title: The", 'title: "\\0"  # The'), (2, 8, "character")),
    "control in a key": (instead("title: The", '"a\\x07": x\ntitle: The'), (2, 1, "character")),
    "raw bell": (instead("title: The", "title: \x07The"), (2, 8, "character")),
    "raw NUL": (instead("title: The", "title: \x00The"), (2, 8, "character")),
    "text direction": (instead("title: The", "title: The \u202e"), (2, 12, "character")),
    "text direction by escape": (instead("title: The", 'title: "\\u202e"  # The'), (2, 8, "character")),
    "in a comment": (instead("title: The", "title: The # \u2066"), (2, 14, "character")),
    "line separator": (instead("title: The", "title: The\u2028"), (2, 11, "character")),
    "byte-order mark inside": (instead("title: The", "title: The\ufeff"), (2, 11, "character")),
    "not a character": (instead("title: The", "title: The\ufffe"), (2, 11, "character")),
    "high half alone": (instead("title: The", 'title: "\\ud83d"  # The'), (2, 8, "character")),
    "low half alone": (instead("title: The", 'title: "\\ude00\\ud83d"  # The'), (2, 8, "character")),
}

NUMBERS = {
    "NO": "not-a-number",
    "yes": "not-a-number",
    "12:30": "not-a-number",
    "1_0": "not-a-number",
    "0x1F": "not-a-number",
    "0b11": "not-a-number",
    "010": "not-a-number",
    "5.": "not-a-number",
    ".inf": "not-a-number",
    "nan": "not-a-number",
    "Infinity": "not-a-number",
    "٣": "not-a-number",
    "'10'": "not-a-number",
    "true": "not-a-number",
    "{}": "not-a-number",
    "{low: 1}": "not-a-number",
    "[]": "not-a-number",
    "[1]": "not-a-number",
    "[1, 2, 3, 4]": "not-a-number",
    "[1, x]": "not-a-number",
    "[1, [2]]": "not-a-number",
    "[2, 1]": "unordered",
    "[1, 3, 2]": "unordered",
    "{low: 2, best: 1, high: 3}": "unordered",
    "{low: 0, best: 1, high: 2, scale: log}": "unordered",
    "9" * 5000: "out-of-range",
    "1e400": "out-of-range",
    "1.1e15": "out-of-range",
    "0": "out-of-range",
    "-1": "out-of-range",
    "[0, 1, 2]": "out-of-range",
    "rate*2": "not-a-number",
    "rate * * 2": "not-a-number",
    "rate + 2": "not-a-number",
    "rate * Rate": "not-a-number",
    "rate * ratio": "unknown-id",
    "rate / 0": "divides-by-0",
    "houses * houses * -1": "out-of-range",
    "1e15 * 10": "out-of-range",
    "1e15 * " * 30 + "1": "out-of-range",
}


@pytest.mark.parametrize("name", [*SYNTAX, *SHARING, *CHARACTERS])
def test_each_refusal_of_syntax_is_one_finding_at_its_place(name: str) -> None:
    """One mistake gives one message, at its line and column, in less than a breath."""
    text, expected = (SYNTAX | SHARING | CHARACTERS)[name]
    started = time.process_time()
    assert places(text) == [expected]
    assert time.process_time() - started < HANGS


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_no_number_is_refused_where_one_is_due(number: str) -> None:
    """Only the one number grammar, ranges and products stand where a number is due; never NaN or infinity."""
    assert places(instead("exchange: 10", f"exchange: {number}")) == [(6, 11, NUMBERS[number])]


def test_an_end_too_large_is_shown_itself() -> None:
    """A number beyond what a file may hold is refused wherever it stands, once."""
    assert places(instead("exchange: 10", "exchange: [1, 1e16]")) == [(6, 15, "out-of-range")]


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    """Aliases are refused one by one, and never followed."""
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [
        f"{new}: &{new} [{', '.join(['*' + old] * 9)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    found = [finding for finding in findings("\n".join(rows)) if finding.code in {"alias", "anchor"}]
    assert len(found) == 9 + 8 * 9


def test_a_bare_word_in_braces_has_no_value() -> None:
    """Only a word after a comma is explained by the comma."""
    (finding,) = findings(instead("{name: The villagers}", "{name}"))
    assert finding.message == "'name' has no value"


def test_a_comma_in_unquoted_flow_text_gets_its_own_sentence() -> None:
    """Text that a comma cut in two is shown as that, not as an unknown key."""
    (finding,) = findings(instead("{name: The villagers}", "{name: Villagers, old and young, because: x}"))
    assert (finding.line, finding.column, finding.end_column) == (13, 32, 45)
    assert "a comma ends unquoted text: put the text in quotes" in finding.message


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_and_marks_do_not_move_places(ending: str) -> None:
    """Lines count alike whatever ends them, with a byte-order mark or without."""
    text = instead("exchange: 10", "exchange: NO").replace("\n", ending)
    assert places("\ufeff" + text) == [(6, 11, "not-a-number")]


def test_columns_count_characters() -> None:
    """A letter outside ASCII is one column wide."""
    row = "  villagers: {name: Žижкéí 😀, weight: x-y}"
    text = instead("  villagers: {name: The villagers}", row)
    assert places(text) == [(13, row.index("x-y") + 1, "not-a-number")]


def test_surrogate_pairs_of_json_are_joined() -> None:
    """JSON's escapes for characters beyond U+FFFF mean the character, and move no column."""
    text = json.dumps({"title": "😀 \\ud83d", "x": 1})
    assert "\\ud83d\\ude00" in text
    assert [finding.column for finding in findings(text) if finding.address == "x"] == [text.index('"x"') + 1]


def test_a_newer_format_is_told_alone() -> None:
    """A file of a later format is not judged by this one's rules."""
    text = instead("format: 1", "format: 2\nnews: 3").replace("kind: absolute", "kind: total")
    (finding,) = findings(text)
    assert finding.message == "this file is format 2; this program reads format 1"


def test_many_mistakes_stay_quick() -> None:
    """Suggestions are looked for only so often, and refused characters counted only so far."""
    started = time.process_time()
    assert len(findings("".join(f"titl{n}: x\n" for n in range(20_000)))) > 20_000 - 10
    assert len(findings("\x00\n" * 100_000)) <= 101
    assert time.process_time() - started < HANGS
