"""`dilemma collect`, as a user meets it."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
from pathlib import Path

import docx
import pytest
import yaml
from rich.cells import cell_len

from dilemma.errors import MOST_SHOWN
from dilemma.reports.schemas.outputs import output_schema
from tests.unit.cli.running import ROOT, Ran, dilemma, lines_that_wrap

CLASS = ROOT / "docs" / "examples" / "class"
BEFORE, AFTER = str(CLASS / "before"), str(CLASS / "after")
MOST_LINES, COLUMNS = 64, 100


def collect(*words: str, **environment: str) -> Ran:
    """Run the command on the shipped dilemma that the example class discussed."""
    return dilemma("collect", "track-two", *words, **environment)


def test_the_default_is_one_screen() -> None:
    """At 100 columns the report of a class takes at most 64 lines, none of them too long."""
    ran = collect(BEFORE, COLUMNS=str(COLUMNS))
    assert (ran.code, ran.err) == (0, "")
    drawn = ran.out.splitlines()
    assert len(drawn) <= MOST_LINES
    assert [line for line in lines_that_wrap(ran.out) if cell_len(line) > COLUMNS] == []
    assert len(collect(BEFORE, "--full", COLUMNS=str(COLUMNS)).out.splitlines()) > len(drawn)


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("words", [(BEFORE,), (BEFORE, "--full"), ("--before", BEFORE, "--after", AFTER)])
def test_no_line_is_too_long_at_any_width(words: tuple[str, ...], columns: int) -> None:
    """Whatever the width, lines are broken to it."""
    ran = collect(*words, COLUMNS=str(columns))
    assert [line for line in lines_that_wrap(ran.out) if cell_len(line) > columns] == []


def test_the_answer_says_first_what_people_choose_and_then_what_divides_them() -> None:
    """First come the own choices; then what parts people, its kind and values; then what to ask."""
    first, second, third = (" ".join(part.split()) for part in collect(BEFORE).out.split("\n\n")[2:5])
    assert first == "24 views: 9 choose B, 4 A, 4 D and 2 C; 5 state no choice."
    assert second == (
        "Between the 9 who choose B and the 4 who choose A, what turns the most theories is a belief, "
        "which evidence could settle: B: “The contact brings serious talks, or an end to the fighting, "
        "sooner than official lines alone would”. It is 3 % where B is chosen and 0.67 % where A is "
        "(medians). By itself it turns Ross's duties, and with others 2 more theories. Their own numbers and "
        "credences imply B for the first and D, not A, for the others; the numbers make the difference (3 "
        "and 1 state credences)."
    )
    assert third == (
        "To ask next: Why 3 %, and why 0.67 %? Why do 5 of 10 choose otherwise than their own views imply?"
    )


@pytest.mark.parametrize("words", [("--full",), ("--format", "md"), ("--format", "html"), ("--anonymous",)])
def test_the_answer_is_the_same_in_every_medium(words: tuple[str, ...]) -> None:
    """Terminal, Markdown and page have the same answer, in full and in short, with names and without."""
    first, second, third = (" ".join(part.split()) for part in collect(BEFORE).out.split("\n\n")[2:5])
    out = html.unescape(re.sub(r"<[^>]*>", " ", collect(BEFORE, *words).out))
    told = " ".join(out.split())
    assert f"{first} {second} {third}" in told


def test_what_the_answer_leaves_out_is_told_below() -> None:
    """Means and medians, an option chosen as often, and who chooses otherwise than implied come lower."""
    told = " ".join(collect(BEFORE).out.split())
    assert "Values are medians, credences means." in told
    assert "D is chosen as often as A, with verdicts less far apart." in told
    assert "5 choose otherwise than their views imply: Carla (A, not D), Hugo (D, not B) and 3 more" in told


@pytest.mark.parametrize("medium", ["md", "html"])
def test_a_legend_has_no_signs_that_are_not_drawn(medium: str) -> None:
    """Blocks of bars are explained on a terminal alone."""
    assert not {"█", "░"} & set(collect(BEFORE, "--format", medium).out)


def test_one_group_is_no_agreement() -> None:
    """Where verdicts part nobody but own choices do, the answer says the choices and that they differ."""
    rows = "name,choice,utilitarian,virtue\nAnn,A,1,\nBen,A,3,1\nCy,B,,1\nDi,A,,\nEve,B,,1\n"
    ran = collect("-", given=rows.encode())
    assert "5 views: 3 choose A and 2 B." in ran.out
    told = " ".join(ran.out.split())
    assert "Between the 3 who choose A and the 2 who choose B, no number explains what they choose. " in told
    assert "That they choose differently does not follow from their own numbers and credences" in told
    assert (
        "Their credences differ most in Utilitarian (75 % and 100 % against 0 %) and Virtues (0 % and 25 % "
        "against 100 %)." in told
    )
    assert "no two sets of people are clearly apart, though they choose differently" in told
    printed = json.loads(collect("-", "--json", given=rows.encode()).out)
    assert printed["choices_divide"]["views"] == [[0, 1, 3], [2, 4]]
    assert printed["choices_divide"]["steps"] == []


@pytest.mark.parametrize("medium", ["table", "md", "html"])
def test_credences_are_shown_with_who_is_at_the_ends(medium: str) -> None:
    """Each theory has how many give it credence, their median, the least and the most and whose."""
    rows = "name,utilitarian,virtue,kantian\nAnn,1,,1\nBen,3,1,\nCy,,1,\nDi,,,\n"
    ran = collect("-", "--format", medium, given=rows.encode())
    told = " ".join(re.sub(r"<[^>]*>|[|*]", " ", ran.out).split())
    assert "Credences (3 of 4 state some)" in told
    assert "Virtues 2 of 3 62 % 25 % Ben 100 % Cy" in told
    assert "Kantian 1 of 3 50 % only Ann" in told
    (first, *_) = json.loads(collect("-", "--json", given=rows.encode()).out)["credences"]
    assert first == {"framework": "utilitarian", "given_by": 2, "median": 0.625, "least": 0.5, "most": 0.75}


def test_a_broken_view_and_two_of_another_dilemma_are_left_out(tmp_path: Path) -> None:
    """Bad files are told with their places, the rest collected, both counted; --strict ends with 1."""
    shutil.copytree(BEFORE, tmp_path / "class")
    broken = tmp_path / "class" / "carla.view.yaml"
    broken.write_text(broken.read_text().replace("set:\n", "set:\n  - "))
    for name in ("hugo", "rosa"):
        path = tmp_path / "class" / f"{name}.view.yaml"
        text = path.read_text().replace("of: track-two", "of: cluster")
        path.write_text(re.sub("file: .*", "file: sha256:" + 64 * "a", text))
    folder = str(tmp_path / "class")
    ran = collect(folder)
    assert ran.code == 0
    assert "the list that begins on line 6 with '- '" in ran.err
    assert ran.err.count("it was made for 'cluster', and this is 'track-two'; if it is the same dilemma") == 2
    assert ran.err.splitlines()[-1] == "dilemma: 21 of 24 views are taken, 3 left out"
    assert "21 views (3 more left out)" in ran.out
    printed = json.loads(collect(folder, "--json").out)
    assert [Path(one["file"]).name.split(".")[0] for one in printed["findings"]] == ["carla", "hugo", "rosa"]
    assert json.loads(collect(folder, "--json", "--anonymous").out)["findings"] == []
    assert collect(folder, "--strict").code == 1
    assert collect(BEFORE, "--strict").code == 0


def test_without_any_view_it_fails(tmp_path: Path) -> None:
    """Where no view could be taken there is nothing to report."""
    assert (collect(str(tmp_path)).code, collect(str(tmp_path)).out) == (1, "")
    (tmp_path / "a.csv").write_text("name,choice\nAnn,Peace\n")
    ran = collect(str(tmp_path))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("dilemma: no view could be taken\n")


WRONG = [
    ((), "name the views"),
    ((BEFORE, "--format", "pdf"), "--format pdf: write table, json, csv, md, html or docx"),
    ((BEFORE, "--by", "age"), "--by age: write verdicts or choice"),
    ((BEFORE, "--pool", "vote"), "--pool vote: write median, mean, trimmed or log-odds"),
    ((BEFORE, "--pool", "mean", "--json"), "--pool writes a view file"),
    ((BEFORE, "--weights", "w.csv"), "--weights goes with --pool"),
    ((BEFORE, "-o", "x"), "-o goes with --pool, --form, html or docx"),
    (("--before", BEFORE), "--before and --after go together"),
    ((BEFORE, "--before", BEFORE, "--after", AFTER), "--before: name all views of a round"),
    (
        ("--before", BEFORE, "--after", AFTER, "--format", "csv"),
        "two rounds are written as table, json, md or docx",
    ),
    (("--form", "-o", "q.xlsx"), "-o q.xlsx: .xlsx is not written here; let the name end in .csv"),
    (("--form", BEFORE), "--form asks for views; it reads none"),
    ((BEFORE, "--json", "--format", "md"), "--json and --format md: choose one"),
    (("nowhere",), "no file or folder of views 'nowhere'"),
    ((BEFORE, "--pool", "mean", "--weights", "nowhere.csv"), "no file of weights 'nowhere.csv'"),
    ((BEFORE, "-f", "utilitarien"), "did you mean 'utilitarian'?"),
]


@pytest.mark.parametrize(("words", "message"), WRONG, ids=[message for _, message in WRONG])
def test_flags_that_do_not_fit_are_refused(words: tuple[str, ...], message: str) -> None:
    """A wrong use ends with 2, one sentence, and no output."""
    ran = collect(*words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_pooled_view_is_taken_by_view(tmp_path: Path) -> None:
    """A pool is written to a file, which --view takes; without -o it goes to standard output."""
    path = tmp_path / "class.view.yaml"
    ran = collect(BEFORE, "--pool", "median", "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Wrote {path}: Median of 24 views, 5 settings that differ from the file\n"
    printed = collect(BEFORE, "--pool", "median").out
    assert path.read_text() == printed
    weighed = dilemma("weigh", "track-two", "--view", str(path))
    piped = dilemma("weigh", "track-two", "--view", "-", given=printed.encode())
    assert "Perspective  Median of 24 views" in weighed.out
    assert piped.out.replace("--view -", f"--view {path}").split() == weighed.out.split()


def test_weights_are_by_name(tmp_path: Path) -> None:
    """A table of names and weights weighs people; whom it does not name counts as one."""
    table = tmp_path / "w.csv"
    table.write_text("name,weight\nAmira,1000000\nNobody,3\n")
    ran = collect(BEFORE, "--pool", "mean", "--weights", str(table))
    assert 0.02299 < yaml.safe_load(ran.out)["set"]["options.track-two.beliefs.sooner.probability"] < 0.0231
    assert "no view is named “Nobody”" in ran.err
    assert "23 of 24 views have no weight there; they count as 1" in ran.err
    table.write_text("name,weight\nAmira,-1\nBen,much\nAmira,2\n")
    ran = collect(BEFORE, "--pool", "mean", "--weights", str(table))
    assert ran.code == 1
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [f"{table}:2:2", f"{table}:3:2"]


@pytest.mark.parametrize("medium", ["table", "md", "json", "csv", "html"])
@pytest.mark.parametrize("full", [(), ("--full",)])
def test_anonymous_tells_no_one(medium: str, full: tuple[str, ...]) -> None:
    """With --anonymous no name, file, reason or note stands anywhere in the output."""
    ran = collect(BEFORE, "--anonymous", "--format", medium, *full)
    assert ran.code == 0
    telling = ["view.yaml", "Back channels", "sleep", "nobody."] + [
        path.stem.removesuffix(".view").capitalize() for path in Path(BEFORE).iterdir()
    ]
    shown = ran.out.partition("Next")[0]
    assert [word for word in telling if re.search(rf"\b{re.escape(word)}\b", shown)] == []


def test_a_word_document_says_what_markdown_says(tmp_path: Path) -> None:
    """The report for a committee has the headings and tables of its Markdown, for one round and for two."""
    for words in ((BEFORE,), ("--before", BEFORE, "--after", AFTER)):
        path = tmp_path / "class.docx"
        ran = collect(*words, "-o", str(path))
        assert (ran.code, ran.out, ran.err) == (0, "", f"Wrote {path}\n")
        document = docx.Document(str(path))
        headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
        told = collect(*words, "--format", "md").out.splitlines()
        assert headings == [line.removeprefix("## ") for line in told if line.startswith("## ")]
        assert document.tables


@pytest.mark.parametrize("words", [(BEFORE, "--format", "csv"), ("--form",)])
def test_tables_for_excel_are_marked(words: tuple[str, ...]) -> None:
    """With --excel, a table and a form begin with a byte-order mark."""
    assert collect(*words, "--excel").out == f"\ufeff{collect(*words).out}"


def test_the_form_is_what_collect_reads(tmp_path: Path) -> None:
    """The headings of a form are understood, every one, when the form comes back."""
    path = tmp_path / "form.csv"
    assert collect("--form", "-o", str(path)).code == 0
    (head,) = csv.reader(io.StringIO(path.read_text()))
    cells = ["Ann" if "[name]" in one else "B" if "[choice]" in one else "" for one in head]
    with path.open("a") as file:
        csv.writer(file).writerow(cells)
    ran = collect(str(path), "--json")
    assert ran.err == ""
    (one,) = json.loads(ran.out)["views"]
    assert (one["name"], one["choice"]) == ("Ann", "track-two")
    assert sum("probability] (%)" in one for one in head) >= 3


def test_slips_are_told() -> None:
    """A value on the other side of 0, or far outside the file's range, is told with whose it is."""
    given = b"name,quantities.trust-harm.value\nFinn,0.5\nGa,-4\n"
    ran = collect("-", given=given)
    assert ran.err == (
        "dilemma: 1 value lies far outside the file's ranges: Finn, What lost trust in Washington costs …: "
        "0.5, not -5 to -0.1\n"
    )


def test_the_json_is_as_its_schema_says() -> None:
    """The JSON of a collection, and of two rounds, is valid by the closed schema."""
    from jsonschema import Draft202012Validator

    for name, words in (("collect", (BEFORE,)), ("rounds", ("--before", BEFORE, "--after", AFTER))):
        printed = json.loads(collect(*words, "--json").out)
        assert [*Draft202012Validator(output_schema(name, closed=True)).iter_errors(printed)] == []


def test_counts_add_up() -> None:
    """Views, groups, choices and theories count the same people."""
    found = json.loads(collect(BEFORE, "--json").out)
    views = found["views"]
    assert found["views_found"] == len(views) + found["views_left_out"]
    assert sum(group["size"] for group in found["groups"]) == len(views)
    for option, count in found["choices"].items():
        assert count == sum(view["choice"] == option for view in views)
    for theory in found["frameworks"]:
        verdicts = [view["verdicts"][theory["id"]] for view in views]
        assert theory["applies"] == sum(verdict["applies"] for verdict in verdicts)
        for option, count in theory["chosen"].items():
            assert count == sum(option in verdict["chosen"] for verdict in verdicts)


def test_the_table_has_a_row_for_each_view() -> None:
    """CSV has the group, choices and numbers of each view."""
    rows = list(csv.DictReader(io.StringIO(collect(BEFORE, "--format", "csv").out)))
    assert len(rows) == 24
    assert {row["group"] for row in rows} == {"1", "2"}
    assert rows[0]["name"] == "Amira"
    assert rows[0]["options.track-two.beliefs.sooner.probability"] == "0.023"
    assert rows[0]["credence utilitarian"] == "0.4"
    views = json.loads(collect(BEFORE, "--json").out)["views"]
    for row, found in zip(rows, views, strict=True):
        assert {at for at in row if "." in at and row[at]} == set(found["set"])


def test_a_page_is_meant_by_the_end_of_a_file_name(tmp_path: Path) -> None:
    """-o FILE.html writes the page that --format html writes."""
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    assert collect(BEFORE, "-o", str(one)).code == 0
    assert collect(BEFORE, "--format", "html", "-o", str(other)).code == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_form_and_files_that_say_the_same_are_collected_alike() -> None:
    """The answers of a form have the numbers and choices of the files that say the same."""
    files = json.loads(collect(BEFORE, "--json").out)["views"]
    form = json.loads(collect(str(CLASS / "answers.csv"), "--json").out)["views"]
    for one, other in zip(files, form, strict=True):
        assert (one["name"], one["choice"], one["confidence"]) == (
            other["name"],
            other["choice"],
            other["confidence"],
        )
        assert {at: value for at, value in one["set"].items() if at in other["set"]} == pytest.approx(
            other["set"]
        )


def test_rounds_name_who_moved_only_when_asked() -> None:
    """Two rounds tell what changed; with --full also who, unless anonymous."""
    brief = collect("--before", BEFORE, "--after", AFTER).out
    full = collect("--before", BEFORE, "--after", AFTER, "--full").out
    hidden = collect("--before", BEFORE, "--after", AFTER, "--full", "--anonymous").out
    assert "24 people are in both" in brief
    (moved,) = re.findall(r"A to D +3: (.*)", full)
    assert len(moved.split(", ")) == 3
    assert not any(name in brief + hidden for name in moved.split(", "))


def test_views_of_another_version_are_taken_and_said(tmp_path: Path) -> None:
    """A view of another text of the file is taken, with a message."""
    path = tmp_path / "a.view.yaml"
    path.write_text(f"view: 1\nof: track-two\nfile: sha256:{64 * '0'}\n")
    ran = collect(str(path))
    assert ran.err == f"dilemma: {path} was made from another version of track-two\n"
    ran = dilemma("weigh", "track-two", "--view", str(path))
    assert ran.err == f"dilemma: {path} was made from another version of track-two\n"


def test_without_any_choice_there_are_no_groups_by_choice() -> None:
    """Where nobody states a choice, groups by choice are refused."""
    ran = collect("-", "--by", "choice", given=b"name,note\nAnn,x\n")
    assert (ran.code, ran.out) == (2, "")
    assert "nobody of these states a choice" in ran.err


def test_theories_that_do_not_apply_are_refused() -> None:
    """Where none of the theories asked for applies in any view, there is nothing to collect."""
    words = ("--before", BEFORE, "--after", AFTER)
    for given_ in ((BEFORE,), words):
        ran = collect(*given_, "-f", "resort-to-force")
        assert (ran.code, ran.out) == (2, "")
        assert "none of these theories applies in any of these views" in ran.err


def test_weights_are_numbers(tmp_path: Path) -> None:
    """A weight beyond any number of a file is refused at its place."""
    table = tmp_path / "w.csv"
    table.write_text("name,weight\nAmira,1e400\nBen,1e308\n")
    ran = collect(BEFORE, "--pool", "mean", "--weights", str(table))
    assert ran.code == 1
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [f"{table}:2:2", f"{table}:3:2"]


def test_messages_quote_nothing_of_anonymous_views(tmp_path: Path) -> None:
    """With --anonymous a message about a view that is left out has its place, not its words."""
    path = tmp_path / "a.view.yaml"
    path.write_text("view: 1\nof: track-two\nchoice: {secret: 1}\n")
    ran = collect(str(path), BEFORE, "--anonymous")
    assert f"{path}:3:9" in ran.err
    assert "secret" not in ran.err


def test_what_is_said_of_faults_is_bounded(tmp_path: Path) -> None:
    """Names of any length and faults in any number make a short message that says how many more there are."""
    (tmp_path / "a.view.yaml").write_text(f"view: 1\nof: track-two\nchoice: {'c' * 50_000}\n")
    (tmp_path / "b.view.yaml").write_text(f"view: 1\nof: track-two\n{'k' * 900}: 1\n")
    (tmp_path / "c.csv").write_text("name,choice\n" + "".join(f"P{row},Z\n" for row in range(300)))
    (tmp_path / "d.txt").write_text(f"Ann #{'a' * 60_000}=1\nBen #{'a=1&' * 2000}\n")
    ran = collect(str(tmp_path))
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err) < 250 * MOST_SHOWN
    assert ran.err.count(": error: ") == MOST_SHOWN
    assert "more; --json has all, under `findings`" in ran.err
    assert "dilemma: 0 of 304 views are taken, 304 left out" in ran.err


@pytest.mark.parametrize("medium", ["md", "html"])
def test_readers_without_a_terminal_get_no_commands(medium: str) -> None:
    """What is handed to a committee names no command."""
    ran = collect(BEFORE, "--format", medium)
    assert "dilemma collect" not in ran.out
    assert "reconcile" not in ran.out


def test_a_table_may_be_headed_by_the_titles_on_the_screen() -> None:
    """A number is known by the title that reports show, if no other has it; else the nearest is named."""
    title = "B: “Moscow takes the contact as a sign that stated positions will move, and holds out longer”"
    given = f'name,"{title}"\n'
    (view,) = json.loads(collect("-", "--json", given=f"{given}Ann,2 %\n".encode()).out)["views"]
    assert view["set"] == {"options.track-two.beliefs.reads-weakness.probability": 0.02}
    ran = collect("-", given=f"{given.replace('Moscow', 'Mosco')}Ann,2 %\n".encode())
    assert "did you mean “B: “Moscow takes" in ran.err
