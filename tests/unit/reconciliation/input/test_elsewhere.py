"""Verdicts in the formats of others: CSV, workbooks, ballots of PrefLib, XMCDA; mistakes at their places."""

from __future__ import annotations

import io
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from dilemma.errors import CannotRead, InvalidScenario
from dilemma.frameworks.registry import theories
from dilemma.reconciliation.input.read import read_any
from dilemma.reconciliation.input.table import Table
from dilemma.reconciliation.request import answered, request
from dilemma.scenario.files import ScenarioFile
from tests.unit.cli.running import ROOT
from tests.unit.cli.running import dilemma as run

TABLES = ROOT / "tests" / "data" / "tables"

CSV = """\
theory,Credence,tea,coffee,unit
hedonist,35%,1,2.5,joy
ascetic,1/3,2nd,1st,
moderate,0.2,permissible,forbidden,
"""

BALLOTS = """\
# TITLE: Lunch
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 10
# ALTERNATIVE NAME 1: Pizza
# ALTERNATIVE NAME 2: Soup
# ALTERNATIVE NAME 3: Rice
4: 1,2,3
3: 2,{1,3}
1: 1,2
2: 2
"""

CATEGORIES = """\
# NUMBER ALTERNATIVES: 3
# NUMBER CATEGORIES: 2
# CATEGORY NAME 1: Yes
# CATEGORY NAME 2: No
# ALTERNATIVE NAME 1: a
# ALTERNATIVE NAME 2: b
# ALTERNATIVE NAME 3: c
2: {1,2},3
1: {},{1,2,3}
"""

SCALES = """<criteriaScales><criterionScale><criterionID>p</criterionID><scales><scale><quantitative>
<preferenceDirection>min</preferenceDirection></quantitative></scale></scales></criterionScale>
<criterionScale><criterionID>q</criterionID><scales><scale><qualitative>
<preferenceDirection>max</preferenceDirection><valuedLabels>
<valuedLabel><label>low</label><value><integer>1</integer></value></valuedLabel>
<valuedLabel><label>high</label><value><integer>2</integer></value></valuedLabel>
</valuedLabels></qualitative></scale></scales></criterionScale></criteriaScales>"""
WEIGHTS = """<criteriaValues><criterionValue><criterionID>p</criterionID>
<values><value><real>0.25</real></value></values></criterionValue>
<criterionValue><criterionID>q</criterionID><values><value><rational><numerator>3</numerator>
<denominator>4</denominator></rational></value></values></criterionValue></criteriaValues>"""
PERFORMANCES = """<performanceTable>
<alternativePerformances><alternativeID>a</alternativeID>
<performance><criterionID>p</criterionID><values><value><real>5</real></value></values></performance>
<performance><criterionID>q</criterionID><values><value><label>low</label></value></values></performance>
</alternativePerformances>
<alternativePerformances><alternativeID>b</alternativeID>
<performance><criterionID>p</criterionID><values><value><integer>0</integer></value></values></performance>
<performance><criterionID>q</criterionID><values><value><label>high</label></value></values></performance>
</alternativePerformances></performanceTable>"""
XMCDA = f"""<xmcda:XMCDA xmlns:xmcda="http://www.decision-deck.org/2019/XMCDA-3.1.1">
<criteria><criterion id="p" name="Price"/><criterion id="q" name="Look"/></criteria>
{SCALES}
{WEIGHTS}
{PERFORMANCES}
</xmcda:XMCDA>"""


def read(text: str | bytes, tmp_path: Path, name: str) -> Table:
    """Return the table in a file of this name and content."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = read_any(ScenarioFile(path.stem, name, path), theories())
    assert isinstance(found, Table)
    return found


def faults(text: str | bytes, tmp_path: Path, name: str) -> list[tuple[int, int, str]]:
    """Return line, column and code of all that is wrong with a file."""
    with pytest.raises(InvalidScenario) as raised:
        read(text, tmp_path, name)
    return [(finding.line, finding.column, finding.code) for finding in raised.value.findings]


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    """Return the bytes of a workbook with these sheets."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def test_a_row_is_a_theory(tmp_path: Path) -> None:
    """Numbers are scores, places an order, words what is permitted; credences are exact."""
    table = read(CSV, tmp_path, "t.csv")
    assert table.options == ("tea", "coffee")
    assert [theory.credence for theory in table.theories] == [Fraction(7, 20), Fraction(1, 3), Fraction(1, 5)]
    hedonist, ascetic, moderate = table.theories
    assert (hedonist.choiceworthiness, hedonist.unit) == ({"tea": 1.0, "coffee": 2.5}, "joy")
    assert ascetic.ranking == (("coffee",), ("tea",))
    assert moderate.permits == ("tea",)


@pytest.mark.parametrize("sign", [";", "\t"])
def test_other_separators_and_decimal_commas(sign: str, tmp_path: Path) -> None:
    """A table as a spreadsheet writes it elsewhere in Europe is read alike."""
    text = CSV.replace(",", sign).replace("2.5", "2,5").replace("0.2", "0,2")
    found = read(text, tmp_path, "t.csv")
    assert found == read(CSV, tmp_path, "t.csv")._replace(digest=found.digest)


def test_a_workbook_is_read_as_csv_is(tmp_path: Path) -> None:
    """The first visible sheet is the table; that there are others is said."""
    rows = [line.split(",") for line in CSV.splitlines()]
    cells: list[list[object]] = [
        [float(c) if c in ("1", "2.5", "0.2") else c or None for c in r] for r in rows
    ]
    raw = workbook({"Votes": cells, "Notes": [["x"]]})
    table = read(raw, tmp_path, "t.xlsx")
    assert table.theories == read(CSV, tmp_path, "t.csv").theories
    assert table.remarks == ("the first sheet, Votes; 1 more is not read",)


def test_a_mistake_in_a_workbook_names_sheet_and_cell(tmp_path: Path) -> None:
    """Whoever mends a workbook is told where."""
    raw = workbook({"Votes": [["theory", "a", "b"], ["x", 1, "many"]]})
    with pytest.raises(InvalidScenario) as raised:
        read(raw, tmp_path, "t.xlsx")
    (finding,) = raised.value.findings
    assert finding.file == "t.xlsx [Votes]"
    assert finding.message.endswith("(cell C2)")


CELLS = {
    "no row": ("theory,a,b\n", [(1, 1, "type")]),
    "nothing": ("\n\n", [(1, 1, "empty")]),
    "one option": ("theory,a\nx,1\n", [(1, 1, "too-few")]),
    "an option twice": ("theory,a,a\nx,1,2\n", [(1, 3, "repeated-id")]),
    "a theory twice": ("theory,a,b\nx,1,2\nx,2,1\n", [(3, 1, "repeated-id")]),
    "no name": ("theory,a,b\n,1,2\n", [(2, 1, "missing")]),
    "an empty cell": ("theory,a,b\nx,1,\n", [(2, 3, "missing")]),
    "a word": ("theory,a,b\nx,1,much\n", [(2, 3, "not-a-number")]),
    "two readings": ("theory;a;b\nx;1;1,000\n", [(2, 3, "not-a-number")]),
    "two kinds": ("theory,a,b\nx,1,2nd\n", [(2, 3, "choice")]),
    "a credence in words": ("theory,credence,a,b\nx,some,1,2\n", [(2, 2, "credence")]),
    "one credence of two": ("theory,credence,a,b\nx,1,1,2\ny,,1,2\n", [(3, 1, "missing")]),
    "two credences": ("theory,credence,CREDENCE,a,b\nx,1,1,1,2\n", [(1, 3, "repeated-id")]),
    "a column that is no option": ("theory,weight,a,b\nx,1,2,3\n", [(1, 2, "unknown-key")]),
    "a point that may part thousands": (
        "theory;credence;a;b\nx;1.250;1.200;0,5\n",
        [(2, 2, "credence"), (2, 3, "not-a-number")],
    ),
    "a title above": ("My verdicts,,\ntheory,a,b\nx,1,2\n", [(1, 1, "missing")]),
    "no head": ("theory,a,b,\nx,1,2,3\n", [(2, 4, "missing")]),
    "too large": ("theory,a,b\nx,1,1e300\n", [(2, 3, "out-of-range")]),
    "not UTF-8": (b"theory,a,b\nx,1,\xff\n", [(2, 5, "encoding")]),
}


@pytest.mark.parametrize(("text", "expected"), CELLS.values(), ids=CELLS)
def test_a_mistake_in_a_table_is_at_its_cell(
    text: str | bytes, expected: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    """Nothing that cannot be read is passed over."""
    assert faults(text, tmp_path, "t.csv") == expected


def test_a_column_of_notes_is_not_read(tmp_path: Path) -> None:
    """A column whose head begins with _ is the author's own."""
    table = read("theory,a,_why,b\nx,1,because,2\n", tmp_path, "t.csv")
    assert table.options == ("a", "b")


def test_equal_ballots_are_one_with_their_count(tmp_path: Path) -> None:
    """An order and one that leaves out the same alternative at its end are one; what is left out is tied."""
    table = read(BALLOTS, tmp_path, "lunch.toi")
    assert (table.title, table.voters, table.holds) == ("Lunch", 10, "ballots")
    assert {theory.name: (theory.credence, theory.ranking) for theory in table.theories} == {
        "Pizza > Soup > Rice": (5, (("Pizza",), ("Soup",), ("Rice",))),
        "Soup": (5, (("Soup",), ("Pizza", "Rice"))),
    }


def test_categories_are_an_order(tmp_path: Path) -> None:
    """Categories stand from best to worst; an empty one adds nothing."""
    table = read(CATEGORIES, tmp_path, "t.cat")
    assert [theory.ranking for theory in table.theories] == [(("a", "b"), ("c",)), (("a", "b", "c"),)]


LINES = {
    "an unknown alternative": ("4: 1,2,3", "4: 1,7", [(7, 6, "unknown-id")]),
    "one twice": ("4: 1,2,3", "4: 1,{2,1}", [(7, 7, "repeated-id")]),
    "an open brace": ("2,{1,3}", "2,{1,3", [(8, 6, "ballot")]),
    "nothing after a comma": ("1: 1,2", "1: 1,", [(9, 3, "ballot")]),
    "no count": ("2: 2", "2", [(10, 1, "ballot")]),
    "a count in words": ("2: 2", "two: 2", [(10, 1, "not-a-number")]),
    "votes that do not add up": ("VOTERS: 10", "VOTERS: 11", [(3, 1, "ballot")]),
    "a name missing": ("# ALTERNATIVE NAME 3: Rice\n", "", [(2, 1, "missing")]),
    "a name twice": ("3: Rice", "3: Soup", [(6, 1, "repeated-id")]),
    "a number twice": ("NAME 3: Rice", "NAME 2: Rice", [(6, 1, "repeated-id")]),
    "a name that another has by default": (
        "NAME 1: Pizza\n# ALTERNATIVE NAME 2: Soup",
        "NAME 1: Alternative 2\n# ALTERNATIVE NAME 2:",
        [(5, 1, "repeated-id")],
    ),
    "a character that cannot be seen": ("Rice", "Ri\u202ece", [(6, 25, "character")]),
}


@pytest.mark.parametrize(("old", "new", "expected"), LINES.values(), ids=LINES)
def test_a_mistake_in_ballots_is_at_its_line(
    old: str, new: str, expected: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    """A file of ballots is read whole or refused with each place."""
    assert faults(BALLOTS.replace(old, new, 1), tmp_path, "t.toi") == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [("3\n1,a\n2,b\n", "ballot"), ("", "empty"), ("# x\n" * 100_001, "values")],
    ids=["PrefLib's old format", "nothing", "too many lines"],
)
def test_what_are_no_ballots_is_refused(text: str, code: str, tmp_path: Path) -> None:
    """The refusal says what the file is instead."""
    assert [found[2] for found in faults(text, tmp_path, "t.soc")] == [code]


def test_xmcda_3_is_read(tmp_path: Path) -> None:
    """Criteria are theories: what should be least is negated, labels count by values, weights exactly."""
    table = read(XMCDA, tmp_path, "t.xml")
    assert [(one.name, one.credence, one.choiceworthiness) for one in table.theories] == [
        ("Price", Fraction(1, 4), {"a": -5.0, "b": 0.0}),
        ("Look", Fraction(3, 4), {"a": 1.0, "b": 2.0}),
    ]


def test_xmcda_2_is_read() -> None:
    """The six cars have their names, directions and weights."""
    path = TABLES / "six-real-cars.xml"
    table = read_any(ScenarioFile(path.stem, path.name, path), theories())
    assert isinstance(table, Table)
    assert table.options[:2] == ("Audi A3", "Audi A4")
    assert [str(one.credence) for one in table.theories] == ["2/5", "9/50", "3/25", "21/100", "9/100"]
    price, power = table.theories[:2]
    assert price.choiceworthiness is not None
    assert price.choiceworthiness["Audi A3"] == -22080
    assert power.choiceworthiness is not None
    assert power.choiceworthiness["Audi A3"] == 105


XML = {
    "no table": (PERFORMANCES, "", [(1, 1, "missing")]),
    "another document": ("xmcda:XMCDA", "html", [(1, 1, "xml")]),
    "a part cut off": ("</performanceTable>", "", None),
    "a word": ("<real>5</real>", "<real>five</real>", [(16, 57, "not-a-number")]),
    "a label without a value": (
        "<label>high</label></value></values></p",
        "<label>odd</label></value></values></p",
        None,
    ),
    "a performance missing": (
        "<performance><criterionID>p</criterionID><values><value><integer>0</integer></value></values></performance>\n",
        "",
        None,
    ),
    "a direction that is none": (">min<", ">down<", None),
    "a weight of a stranger": (
        "<criteriaValues><criterionValue><criterionID>p<",
        "<criteriaValues><criterionValue><criterionID>z<",
        None,
    ),
    "a document type": ("<xmcda:XMCDA", "<!DOCTYPE x [<!ENTITY e 'e'>]>\n<xmcda:XMCDA", None),
}


@pytest.mark.parametrize(("old", "new", "expected"), XML.values(), ids=XML)
def test_a_mistake_in_xml_is_at_its_line(
    old: str, new: str, expected: list[tuple[int, int, str]] | None, tmp_path: Path
) -> None:
    """Each refusal has a line, and entities are never expanded."""
    found = faults(XMCDA.replace(old, new), tmp_path, "t.xml")
    assert len(found) == 1
    assert expected is None or found == expected


def test_without_the_package_xml_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The sentence names what to install."""
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    with pytest.raises(CannotRead, match=r"dilemma-weigh\[xml\]"):
        read(XMCDA, tmp_path, "t.xml")


@pytest.mark.parametrize("text", [CSV, BALLOTS, XMCDA, CSV.replace(",", ";")])
def test_standard_input_is_read_by_its_content(text: str) -> None:
    """What has no name is told by what it holds."""
    assert run("reconcile", "-", "--method", "borda", given=text.encode()).code == 0


def test_a_missing_file_is_called_one() -> None:
    """A name that ends as a table does is no name of a scenario."""
    assert "no file 'nowhere.csv'" in run("reconcile", "nowhere.csv").err


@pytest.mark.parametrize(
    ("name", "winner"), [("burlington-2009.toi", "Andy Montroll"), ("debian-2012.soi", "Stefano Zacchiroli")]
)
def test_published_elections(name: str, winner: str) -> None:
    """The Condorcet winner of each is what every method of majorities chooses."""
    path = TABLES / name
    table = read_any(ScenarioFile(path.stem, name, path), theories())
    assert isinstance(table, Table)
    found = answered(table, request(methods=["split-cycle", "schulze", "copeland"]))
    assert {result.choice for result in found.results} == {(winner,)}


def test_many_ballots_take_one_screen() -> None:
    """Hundreds of ballots are summed up: the answer stays on one screen."""
    shown = run("reconcile", str(TABLES / "burlington-2009.toi"), COLUMNS="100").out
    assert len(shown.splitlines()) <= 50
    assert "379 others (77 % in all)" in " ".join(shown.split())
