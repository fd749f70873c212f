"""Hostile input, made from valid input by random edits; the same seed gives the same case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from tests.unit.lints.samples import HERE as LINTS
from tests.unit.scenario.small import SMALL

SHIPPED: Final = Path(__file__).parents[2] / "scenarios"

EDITS: Final = 6
"""The most edits of a case: enough to make it invalid, few enough that much of it is still read."""

TOKENS: Final = (
    # syntax of YAML, and characters that its readers treat differently
    *"[]{}:,-?#&*!|>'\"%@`\t\n\r\\",
    *(": ", "- ", "? ", "\n  ", "\n", "---\n", "...\n", "%YAML 1.1\n", "&a ", "*a", "<<: ", "!!str ", "!x "),
    *("\x00", "\x07", "\x1b[31m", "\x85", "\u2028", "\ufeff"),
    *("\ud7ff", "\U0001f600", "\u202e", "e\u0301", "\xa0"),
    # numbers, and texts similar to numbers
    *("0", "1", "-1", "1e308", "1e309", "-1e-320", "0x1f", "0o17", "1_000", "12:30", ".inf", "-.inf", ".nan"),
    *("NO", "yes", "null", "~", "true", "50%", "1/3", "1,5", "+1", "9" * 40, "0." + "0" * 330 + "1"),
    *("[0.1, 0.2, 0.3]", "[3, 2, 1]", "[0, 1]"),
    *("[]", "{low: 1, best: 2, high: 3, scale: log}", "rounds * rate"),
    # keys and values of the format
    *("format: 1", "format: 2", "title:", "options:", "consequences:", "duties:", "virtues:", "beliefs:"),
    *("parties:", "quantities:", "perspectives:", "frameworks:", "accepts:", "sources:", "weight:", "value:"),
    *("count:", "chance:", "when:", "not ", "falls_on:"),
    *("role: means", "scope: rule", "tags: [tail]", "set:"),
    *("options.limited.consequences", "parties.x.weight", "kind: absolute", "degree: -1", "exchange: 0"),
    # syntax of HTML, JavaScript, spreadsheets and Markdown
    *("</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "{{"),
    *("${a}", "=1+1", "|"),
)


@cache
def valid_texts() -> tuple[str, ...]:
    """Return the valid texts: small files that together use the whole format, and a table."""
    shipped = sorted((SHIPPED / "canonical").glob("*.yaml"), key=lambda path: path.stat().st_size)[:6]
    lint = sorted((LINTS / "good").glob("*.yaml"))[::6]
    return (SMALL, TABLE, *(path.read_text(encoding="utf-8") for path in (*shipped, *lint)))


TABLE: Final = """\
options: [guilty, retrial, innocent]
theories:
  - {name: utilitarianism, credence: 35%, ranking: [guilty, [retrial, innocent]]}
  - {name: welfare, credence: 1/3, choiceworthiness: {guilty: 5, retrial: 2, innocent: -1}, unit: lives}
  - {name: deontology, credence: 0.31, permits: [innocent]}
"""


ELSEWHERE: Final = {
    ".csv": """\
theory,credence,build,wait,ask,unit
welfare,50%,8,2.5,5,lives
fairness,1/3,3rd,1st,2nd,
rights,"0,15",forbidden,permissible,permissible,
""",
    ".toi": """\
# TITLE: Lunch
# NUMBER ALTERNATIVES: 3
# ALTERNATIVE NAME 1: Pizza
# ALTERNATIVE NAME 2: Soup
# ALTERNATIVE NAME 3: Rice
4: 1,2,3
3: 2,{1,3}
2: 3
""",
    ".xml": """\
<x:XMCDA xmlns:x="http://www.decision-deck.org/2009/XMCDA-2.1.0">
<criteria><criterion id="p" name="Price"><scale><quantitative>
<preferenceDirection>min</preferenceDirection></quantitative></scale></criterion></criteria>
<criteriaValues><criterionValue><criterionID>p</criterionID><value><real>0.6</real></value></criterionValue>
</criteriaValues><performanceTable><alternativePerformances><alternativeID>a</alternativeID>
<performance><criterionID>p</criterionID><value><real>5</real></value></performance></alternativePerformances>
<alternativePerformances><alternativeID>b</alternativeID>
<performance><criterionID>p</criterionID><value><integer>4</integer></value></performance>
</alternativePerformances></performanceTable></x:XMCDA>
""",
}
"""A valid table, ballots and performance table of others, by the end of their names."""


VIEWS: Final = {
    ".yaml": """\
view: 1
of: small
name: Ann
as: keeper
set:
  beliefs.storm.probability: {value: 40%, because: So., sources: [survey]}
  parties.walkers.weight: [1, 2]
  options.flood.consequences.swept.role: side-effect
credences: {utilitarian: 1/3, kantian: 40%}
choice: flood
confidence: 0.7
""",
    ".csv": """\
name,How likely? [storm] (%),walkers,utilitarian,choice,confidence,because parties.walkers.weight
Ann,40,"1,5",0.3,flood,70%,So.
Ben,,2,1/3,Wait,,
""",
    ".txt": """\
Ann https://a.org/small.html#as=keeper&beliefs.storm.probability=0.4&because.beliefs.storm.probability=So%21
Ben: #parties.walkers.weight=2&credences.utilitarian=1
""",
}
"""A valid view file, table and list of links of the small file, by the end of their names."""


def mutated(texts: Sequence[str], random: Random) -> bytes:
    """Return a text with a few edits: tokens inserted, parts repeated or removed, a byte replaced."""
    text = random.choice(texts)
    for _ in range(random.randint(1, EDITS)):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + int(random.expovariate(1 / 12)))
        piece = text[start:end]
        match random.randrange(6):
            case 0 | 1:
                text = text[:start] + random.choice(TOKENS) + text[start:]
            case 2:
                text = text[:start] + random.choice(TOKENS) + text[end:]
            case 3:
                text = text[:start] + text[end:]
            case 4:
                text = text[:start] + piece * random.choice((2, 2, 3, 50)) + text[end:]
            case _:
                other = random.choice(texts)
                index = random.randrange(len(other))
                text = text[:start] + other[index : index + random.randrange(60)] + text[end:]
    raw = text.encode("utf-8", "surrogatepass")
    if random.randrange(8) == 0 and raw:
        at = random.randrange(len(raw))
        raw = raw[:at] + bytes([random.randrange(256)]) + raw[at + 1 :]
    return raw


WORDS: Final = (
    *("weigh", "explain", "cruxes", "stress", "reconcile"),
    *("check", "dials", "report", "frameworks", "methods"),
    *("schema", "scenarios", "new", "small.yaml", "small", "-", "--"),
    *("nowhere", ".", "..", "", " ", "weigh.json"),
    *("-w", "-b", "-s", "-f", "--as", "--json"),
    *("--format", "--exchange", "--discount", "--expect", "--color"),
    *("-n", "--draws", "--seed", "--spread", "--map"),
    *("--strict", "--ask", "--explain", "--option", "--methods"),
    *("-c", "--even", "--veto", "--method", "--from", "--tidy", "-h", "--help", "--version", "--shared-unit"),
    *("villagers=0", "walkers=-1", "villagers=nan", "storm=0.5", "storm=2", "storm=", "=1", "x=y", "a=1,b=2"),
    *("parties.walkers.weight=1e400", "options.flood.duties.no-harm=-0.5", "exchange=0"),
    *("format=2", "title=x"),
    *("duties.no-harm.kind=absolute", "quantities.rate=[1,2", "options={}", "parties.walkers=1", "..=1"),
    *("utilitarian", "kantian,virtue", "Kantian", ",", "table", "json"),
    *("ndjson", "csv", "md", "sarif", "html"),
    *("0", "1", "-1", "1e999", "nan", "50%", "1/0"),
    *("9" * 30, "\x00", "\ud800", "\x1b[2J", "é", "💥", "always"),
)


def words(random: Random) -> list[str]:
    """Return a random command line, which mostly starts with a command and a file."""
    start = [random.choice(WORDS[:13]), "small.yaml"] if random.random() < 0.8 else []
    return [*start, *(random.choice(WORDS) for _ in range(random.randrange(6)))]
