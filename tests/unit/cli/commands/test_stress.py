"""`dilemma stress`: what it prints can be read at any width, checked, and made again."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest
from rich.cells import cell_len

from dilemma.graph.program import BLOCK
from dilemma.robustness.stress.parallel import processors
from tests.support.samples import SOME_SHIPPED
from tests.support.schemas import output
from tests.unit.cli.running import HANGS, ROOT, dilemma, dilemma_anew

SCHEMA = output("stress")
FEW = ("-n", "200")


def recorded(*words: str) -> dict:
    """Return what `stress --json` prints."""
    ran = dilemma("stress", *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def figures_in(table: str) -> list[str]:
    """Return the figures of a table of bars, whether or not there is room for the bars."""
    return re.findall(r"(?<![\w%])[<>]?\d+(?:\.\d)?(?= [●█▉▊▋▌▍▎▏░ ]| *$)", table, re.MULTILINE)


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_stress_of_what_ships_obeys_its_schema(name: str) -> None:
    """The output is what `dilemma schema stress` describes."""
    record = recorded(name, *FEW, "--spread", "0.1")
    SCHEMA.validate(record)
    assert next(iter(record.items())) == ("schema", "dilemma.stress/1")
    assert (record["draws"], record["seed"]) == (200, 0)


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_methods_of_what_ships_obey_the_schema(name: str) -> None:
    """With `--methods` too; each method's shares come to 1, and the lottery's where a theory speaks."""
    record = recorded(name, *FEW, "--methods")
    SCHEMA.validate(record)
    assert [method["id"] for method in record["methods"]] == ["permissibility", "borda", "one-step"]
    for method in record["methods"]:
        assert sum(share["chosen"] for share in method["options"].values()) == pytest.approx(1)
    assert sum(record["credences"].values()) == pytest.approx(1)
    assert record["lottery"] is None or sum(record["lottery"].values()) == pytest.approx(1)
    assert (record["methods_without_tail"] is None) == (record["without_tail"] is None)


def test_without_methods_none_are_told() -> None:
    """What was not asked for is null."""
    record = recorded("cluster", *FEW, "-f", "utilitarian")
    assert {record[key] for key in ("methods", "lottery", "credences", "credences_from")} == {None}


def test_the_command_told_asks_the_same_methods() -> None:
    """The command echoed brings the credences along, exactly."""
    words = ("cluster", *FEW, "--methods", "-c", "utilitarian=40%,kantian=1/3,just-war=0.1")
    record = recorded(*words)
    assert record["credences_from"] == "stated"
    assert record["credences"]["kantian"] == pytest.approx((1 / 3) / (0.4 + 1 / 3 + 0.1))
    program, verb, *again = shlex.split(record["settings"]["command"])
    assert (program, verb) == ("dilemma", "stress")
    assert recorded(*again) == record
    even = recorded("cluster", *FEW, "--methods", "--even")
    assert even["settings"]["command"].endswith("--methods --even")


@pytest.mark.parametrize("columns", ["", "120", "60", "30"])
def test_methods_stand_under_the_theories(columns: str) -> None:
    """At any width each method, and the drawing of lots, has a figure for every option."""
    words = ("stress", "cluster", *FEW, "--methods")
    ran = dilemma(*words, **({"COLUMNS": columns} if columns else {}))
    assert (ran.code, ran.err) == (0, "")
    table = "\n".join(part.partition("\n\n")[0] for part in ran.out.split("\nMethods\n")[1:])
    assert len(figures_in(table)) == 4 * 5


def test_what_methods_choose_is_told_in_words() -> None:
    """Each method's commonest choice with its share, what being chosen means, the lots, whose credences."""
    out = " ".join(dilemma("stress", "cluster", "--methods", "--full", COLUMNS="200").out.split())
    record = recorded("cluster", "--methods")
    (borda,) = (method for method in record["methods"] if method["id"] == "borda")
    share = borda["choices"][0]["share"]
    assert borda["choices"][0]["options"] == ["verified"]
    assert f"Borda Verified low-dud lots in {100 * share:.0f} % of the draws" in out
    assert "Chosen means: over all theories, weighted by the credence, it stands above" in out
    assert (
        f"on average over the draws, to Verified low-dud lots {100 * record['lottery']['verified']:.0f} %,"
        in out
    )
    assert "None are given, so every family of theories has the same" in out


def test_with_two_options_one_vote_is_told_once() -> None:
    """Borda and one step are one vote where there are two options, so they share a line."""
    out = dilemma("stress", "canonical/footbridge", *FEW, "--spread", "0.2", "--methods").out
    table = out.partition("\nMethods\n")[2].partition("\n\n")[0]
    assert [line.split("  ")[0].strip() for line in table.splitlines()] == [
        *("Permissibility", "Vote by credence", "For comparison", "Drawing lots")
    ]


def test_the_command_told_makes_the_same_draws() -> None:
    """The command echoed gives the same record again; the seed alone makes another."""
    words = ("track-two", *FEW, "--spread", "0.2", "--exchange", "0.5", "-f", "utilitarian,rossian")
    record = recorded(*words, "--seed", "3")
    program, verb, *again = shlex.split(record["settings"]["command"])
    assert (program, verb) == ("dilemma", "stress")
    assert recorded(*again) == record
    assert recorded(*words)["frameworks"] != record["frameworks"]


def test_tails_are_told_apart() -> None:
    """With tails there is a second list of the same theories; without any there is none."""
    record = recorded("track-two", *FEW)
    assert record["tails"] == ["great-war"]
    ids = [entry["id"] for entry in record["frameworks"]]
    assert [entry["id"] for entry in record["without_tail"]] == ids
    assert recorded("cluster", *FEW)["without_tail"] is None
    assert "Without the catastrophes of low chance" in dilemma("stress", "track-two", *FEW, "--full").out
    assert "Without tails" in dilemma("stress", "track-two", *FEW).out


@pytest.mark.parametrize("columns", ["", "200", "100", "60", "30"])
def test_no_figure_is_lost(columns: str) -> None:
    """At any width, and in a pipe, each theory's line or block has a figure for every option."""
    words = ("stress", "cluster", "-f", "utilitarian,kantian,contractualist", "--full")
    ran = dilemma(*words, **({"COLUMNS": columns} if columns else {}))
    assert (ran.code, ran.err) == (0, "")
    table = ran.out.partition("What comes of it\n")[2].partition(" █ the share")[0]
    assert len(figures_in(table)) == 3 * 5
    if columns:
        wide = [line for line in ran.out.splitlines() if cell_len(line) > int(columns)]
        assert [line for line in wide if " " in line.strip()] == []  # but an address longer than the line


def test_the_words_say_what_the_figures_do() -> None:
    """It is told how much is drawn, what holds, what is torn, what turned, and that no share is a chance."""
    out = " ".join(dilemma("stress", "cluster", "--full").out.split())
    record = recorded("cluster")
    shares = {entry["id"]: entry for entry in record["frameworks"]}
    assert f"10,000 times (seed 0), all at once: {len(record['drawn'])} numbers" in out
    harmless = shares["do-no-harm"]["choices"][0]
    assert harmless["options"] == ["no-transfer", "replacement"]
    assert 2 / 3 < harmless["share"] < 0.95
    assert "Do no harm" not in out.partition("What the draws show")[2].partition("What comes of it")[0]
    assert shares["realist"]["choices"][0]["share"] < 2 / 3
    assert re.search(r"Torn .*Statecraft \(", out)
    most = shares["prioritarian"]["choices"][0]
    assert most["options"] == ["limited"]
    assert f"Prioritarian (Limited transfer, {100 * most['share']:.0f} %)" in out
    assert "not the probability that an option is right" in out
    assert "Verified low-dud lots: Declared virtues (98 %)" in out


def test_bars_in_plain_signs() -> None:
    """Where standard output cannot say blocks, bars are drawn in ASCII, and figures stay."""
    ran = dilemma_anew("stress", "cluster", *FEW, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert ran.out.isascii()
    assert re.search(r"Do no harm o +\* +100 -+", ran.out)
    assert re.search(r"Ross's duties .* 9\d[.\d]* #+", ran.out)


def test_a_file_without_doubt_says_so() -> None:
    """Where no number has a range, it is told what could be drawn; with --spread weights are."""
    out = dilemma("stress", "canonical/footbridge", *FEW).out
    assert "the file gives no number a range" in out
    spread = dilemma("stress", "canonical/footbridge", *FEW, "--spread", "0.2").out
    assert "weights of which it is certain from within 20 % of themselves" in spread


def test_csv_holds_a_row_a_theory_and_option() -> None:
    """A data frame gets one row per framework and option, with tails and without."""
    out = dilemma("stress", "track-two", *FEW, "--format", "csv", "-f", "utilitarian,resort-to-force").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["framework"], row["tail"]) for row in rows[::4]] == [
        ("utilitarian", "True"),
        ("resort-to-force", "True"),
        ("utilitarian", "False"),
        ("resort-to-force", "False"),
    ]
    assert sum(float(row["chosen"]) for row in rows[:4]) == pytest.approx(1)
    assert [rows[4]["chosen"], rows[4]["rank_1"]] == ["", ""]


def test_csv_holds_a_row_a_method_and_option() -> None:
    """With `--methods` rows of methods follow those of theories, the lottery's last."""
    out = dilemma("stress", "cluster", *FEW, "--format", "csv", "-f", "utilitarian", "--methods").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["framework"], row["method"]) for row in rows[::5]] == [
        ("utilitarian", ""),
        *[("", method) for method in ("permissibility", "borda", "one-step", "lottery")],
    ]
    assert sum(float(row["chosen"]) for row in rows[5:10]) == pytest.approx(1)


def test_markdown_has_the_shares_in_a_table() -> None:
    """`--format md` writes the figures without bars."""
    out = dilemma("stress", "cluster", *FEW, "--format", "md").out
    assert re.search(r"^\| Do no harm ○ \| ● 100 \|  0 \|  0 \| ● \d+ \|  0 \|$", out, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-n", "0"], "from 1 to 10,000,000, not 0"),
        (["-n", "20000000"], "from 1 to 10,000,000"),
        (["--seed", "-1"], "from 0 up"),
        (["--spread", "2"], "above 0 and at most 1"),
        (["--spread", "much"], "is not a number"),
        (["--even"], "say --methods too"),
        (["-c", "kantian=1"], "say --methods too"),
        (["--methods", "-c", "kantain=1"], "kantian"),
        (["--methods", "-c", "kantian=much"], "such as 0.35"),
        (["--methods", "-c", "kantian=1", "-c", "kantian=2"], "given twice"),
        (["--methods", "-f", "just-war"], "no comprehensive theory applies"),
        (["--format", "ndjson"], "table, md, json or csv"),
        (["--json", "--format", "md"], "choose one"),
        (["--as", "a", "--as", "b"], "one perspective at a time"),
    ],
)
def test_wrong_flags_end_in_a_sentence(words: list[str], said: str) -> None:
    """A wrong flag ends with exit 2 and says what is right."""
    ran = dilemma("stress", "cluster", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def interrupted(blocks: int, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `stress` with an interrupt in the middle of drawing, after so many blocks."""
    program = (
        "import sys\n"
        "from dilemma.robustness.stress.sampling import Draws\n"
        "block, calls = Draws.block, []\n"
        "def stop(self, rows, start=None):\n"
        f"    calls.append(rows)\n    if len(calls) > {blocks} + 1: raise KeyboardInterrupt\n"
        "    return block(self, rows, start)\n"
        "Draws.block = stop\n"
        "from dilemma.robustness.stress import parallel as processes\n"
        "processes.MOST = 1\n"
        f"sys.argv = ['dilemma', 'stress', *{words!r}]\n"
        "from dilemma.__main__ import main\n"
        "main()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, timeout=HANGS
    )


def test_an_interrupt_gives_what_is_done_so_far() -> None:
    """Ctrl-C prints the shares of the draws made, says how many, and ends with 130."""
    ran = interrupted(2, "cluster", "-n", "1000000", "--json", "-f", "utilitarian")
    record = json.loads(ran.stdout)
    SCHEMA.validate(record)
    assert (ran.returncode, record["draws"], record["asked"], record["interrupted"]) == (
        130,
        2 * BLOCK,
        1_000_000,
        True,
    )
    assert f"interrupted after {2 * BLOCK:,} of 1,000,000 draws" in ran.stderr
    assert (
        record["frameworks"] == recorded("cluster", "-n", str(2 * BLOCK), "-f", "utilitarian")["frameworks"]
    )


def _in_group(leader: int) -> int:
    """Return how many processes are in a group, as Linux tells it."""
    found = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # a process that ended meanwhile
            _state, _parent, group, *_ = path.read_text().rpartition(")")[2].split()
            found += int(group) == leader
    return found


def _heed_interrupts() -> None:
    """Undo what a shell sets for a command in the background: that it, and all it starts, ignore SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(processors() < 2, reason="with one processor one process makes all draws")
def test_an_interrupt_ends_all_processes() -> None:
    """Ctrl-C reaches every process of a terminal; one prints what is done so far, the others are quiet."""
    words = [sys.executable, "-m", "dilemma", "stress", "cluster", "-n", "10000000", "--json"]
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - the test starts no threads
    ) as ran:
        while ran.poll() is None and _in_group(ran.pid) < 2:
            sleep(0.01)
        os.killpg(ran.pid, signal.SIGINT)
        out, err = ran.communicate(timeout=HANGS)
        with pytest.raises(ProcessLookupError):
            os.killpg(ran.pid, 0)
    draws = json.loads(out)["draws"]
    assert (ran.returncode, draws % BLOCK) == (130, 0)
    assert err == (f"dilemma: interrupted after {draws:,} of 10,000,000 draws; what follows is of these\n")
    assert json.loads(out)["frameworks"] == recorded("cluster", "-n", str(draws))["frameworks"]


@pytest.mark.skipif(processors() < 2, reason="with one processor one process makes all draws")
@pytest.mark.parametrize("deadly", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_command(deadly: signal.Signals) -> None:
    """Whoever ends the command, with no time to tell its helpers, ends them too."""
    words = [sys.executable, "-m", "dilemma", "stress", "cluster", "-n", "10000000"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, cwd=ROOT, start_new_session=True) as ran:
        while ran.poll() is None and _in_group(ran.pid) < 3:
            sleep(0.01)
        ran.send_signal(deadly)
        assert ran.wait(HANGS) == -deadly
    until = monotonic() + HANGS
    while _in_group(ran.pid) and monotonic() < until:
        sleep(0.01)
    assert not _in_group(ran.pid)


def test_an_interrupt_before_the_first_draw_is_quiet() -> None:
    """With nothing drawn there is nothing to print."""
    ran = interrupted(0, "cluster", "-f", "utilitarian")
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")
