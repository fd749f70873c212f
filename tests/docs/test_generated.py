"""The generated reference holds all that there is: theories, methods, lints, commands, flags, keys."""

from __future__ import annotations

import inspect
import json
import re
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dilemma
from dilemma.cli.app import app
from dilemma.frameworks import claim, intervals
from dilemma.frameworks.registry import every_framework
from dilemma.lints import EVERY_LINT, explanation
from dilemma.reconciliation.methods.catalogue import METHODS
from dilemma.reports.check.error_codes import MISTAKES
from dilemma.reports.schemas import schema_names
from dilemma.scenario import shipped
from dilemma.scenario.sheets.layout import layouts
from docs.generate import pages
from docs.generate.commands import commands, flags
from docs.generate.library import GROUPS
from docs.generate.schema_keys import keys
from tests.unit.cli.running import ROOT

MADE = cache(pages)
GLOSSARY = (ROOT / "docs" / "reference" / "glossary.md").read_text("utf-8")
ENVIRONMENT = (ROOT / "docs" / "reference" / "environment.md").read_text("utf-8")


FLAG = re.compile(r"--[a-z][a-z-]+")
HELP_LINE = re.compile(r"^  (?:-\w, )?(--[a-z][a-z-]+)", re.MULTILINE)


def plain(text: str) -> str:
    """Return a page's text without what Markdown asks to be escaped."""
    return text.replace("\\|", "|").replace("\\*", "*").replace("&lt;", "<")


@pytest.mark.parametrize("theory", every_framework(), ids=lambda theory: theory.about.id)
def test_every_theory_has_a_page(theory) -> None:
    """A theory's page holds its claim, settings and objections; the table holds its id and claim."""
    page, index = (plain(MADE()[f"reference/theories/{name}.md"]) for name in (theory.about.id, "index"))
    assert claim(theory) in page
    assert [name for name in intervals(theory) if f"frameworks.{theory.about.id}.{name}" not in page] == []
    assert [objection for objection in theory.about.objections if objection not in page] == []
    assert f"`{theory.about.id}`" in index
    assert claim(theory) in index


def test_every_sheet_and_column_is_listed() -> None:
    """The page on sheets has a section for each sheet, with every column that a new workbook has."""
    page = MADE()["reference/sheets.md"]
    for layout in layouts():
        part = page.partition(f"\n## `{layout.name}`\n")[2].partition("\n## ")[0]
        columns = (*layout.keys, *layout.columns)
        assert [one.heading for one in columns if f"| `{one.heading}` |" not in part] == []


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.about.id)
def test_every_method_has_a_section(method) -> None:
    """A method's section holds its claim, formula and objections, and what a worst option more does."""
    page = plain(MADE()["reference/methods.md"])
    section = page.partition(f"\n## {method.about.id}\n")[2].partition("\n## ")[0]
    told = (method.about.claim, method.about.formula, method.about.worst_added, *method.about.objections)
    assert [words for words in told if words not in section] == []


@pytest.mark.parametrize("lint", EVERY_LINT, ids=lambda lint: lint.code)
def test_every_lint_has_a_section(lint) -> None:
    """A lint's section holds what it finds, why it matters and how to mend it, with both examples."""
    page = plain(MADE()["reference/lints.md"])
    section = page.partition(f"\n## {lint.code}\n")[2].partition("\n## ")[0]
    assert [words for words in explanation(lint) if words not in section] == []


def test_every_error_code_is_listed() -> None:
    """The page of errors holds each code with its meaning."""
    page = MADE()["reference/errors.md"]
    assert [code for code in MISTAKES if f"| `{code}` |" not in page] == []


@pytest.mark.parametrize("name", commands())
def test_every_command_and_flag_is_listed(name: str) -> None:
    """A command's section holds each flag that its help prints."""
    page = MADE()["reference/commands.md"]
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    told = {flag for names, _ in flags(commands()[name]) for flag in FLAG.findall(names)}
    printed = set(HELP_LINE.findall(CliRunner().invoke(app, [name, "--help"]).output)) - {"--help"}
    assert told == printed
    assert [flag for flag in told if flag not in section] == []


def test_every_schema_has_a_page_and_a_file() -> None:
    """Each output's keys are listed, and each schema is published as it is."""
    made = MADE()
    for name in schema_names():
        assert json.loads(made[f"reference/json/{name}.schema.json"])
    whole = json.loads(made["reference/json/weigh.schema.json"])
    page = made["reference/json/weigh.md"]
    assert [key.path for key in keys(whole, whole) if f"`{key.path}`" not in page] == []


def test_every_key_of_a_file_is_listed() -> None:
    """The keys of a scenario file, of every kind of entry, each with its meaning."""
    whole = json.loads(MADE()["reference/json/scenario.schema.json"])
    page = plain(MADE()["reference/file-keys.md"])
    parts = [part for part in (whole, *whole["$defs"].values()) if "properties" in part]
    lines = [f"| `{key}` |" for part in parts for key in part["properties"]]
    assert [line for line in lines if line not in page] == []


def test_every_shipped_scenario_is_listed() -> None:
    """The page of scenarios holds each that ships, by the name one types."""
    page = MADE()["reference/scenarios.md"]
    assert [
        name for name in shipped() if f"`{name}`" not in page and f"`{name.rpartition('/')[2]}`" not in page
    ] == []


def test_every_public_name_of_the_library_is_listed() -> None:
    """The pages of the library have a section for each name that the package exports, each once."""
    made = [text for path, text in MADE().items() if path.startswith("reference/python/")]
    heads = [head for text in made for head in re.findall(r"^## (\w+)$", text, re.MULTILINE)]
    assert sorted(head for head in heads if head != "Example") == sorted(dilemma.__all__)


@pytest.mark.parametrize("group", GROUPS)
def test_an_example_of_the_library_is_run(group: str) -> None:
    """The page of a group of functions has an example that calls them, and what it prints."""
    example, _, rest = MADE()[f"reference/python/{group}.md"].partition("It prints:")
    assert "Error" not in rest.partition("## ")[0]
    functions = [name for name in GROUPS[group].names if inspect.isfunction(getattr(dilemma, name))]
    untold = [name for name in functions if f"dilemma.{name}(" not in example]
    assert set(untold) <= {"report", "load_verdicts"}  # a page, and a file of one's own, are too long to show


def test_every_variable_that_is_read_is_listed() -> None:
    """Every environment variable that the program names in its code is explained."""
    code = "\n".join(path.read_text("utf-8") for path in Path(dilemma.__file__).parent.rglob("*.py"))
    read = set(re.findall(r'environ(?:\.get\(|\.setdefault\(|\[)"([A-Z_]+)"', code))
    assert read
    assert [name for name in sorted(read) if f"`{name}`" not in ENVIRONMENT] == []


def test_the_glossary_is_alphabetical() -> None:
    """A reader finds a term by its letter, and each once."""
    terms = re.findall(r"^## (.+)$", GLOSSARY, re.MULTILINE)
    assert terms == sorted(terms, key=str.lower)
    assert len(terms) == len(set(terms))


def test_pages_are_the_same_each_time() -> None:
    """Made twice, the pages are the same: nothing in them depends on the run."""
    assert pages() == MADE()
