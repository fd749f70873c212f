"""The meaning of each error code, in one sentence, for --explain and SARIF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dilemma.reports.blocks import Block, Closing, Heading

__all__ = ["MISTAKES", "mistake_blocks"]

CLOSING = "An error is no question: the file is not read until it is mended. The message says where, and how."

MISTAKES: Mapping[str, str] = {
    "alias": "An alias (*) stands for a value written elsewhere; here every value is written out.",
    "amount": "Count times value is beyond the largest amount a file may hold.",
    "anchor": "An anchor (&) names a value to be repeated; here every value is written out.",
    "ballot": "A line of ballots that is not `count: order`, or counts that do not add up.",
    "cell": "A cell that a spreadsheet program has turned into a date or a time.",
    "character": "A character that cannot be seen, or that steers a terminal or the direction of text.",
    "choice": "A word that is not one of those allowed there.",
    "circle": "Quantities that name each other in a circle.",
    "correlation": "A correlation that is not of two drawn numbers, or that others make impossible.",
    "credence": "A credence that is no share, per cent or fraction, or that only some theories have.",
    "date": "A day that is not written YYYY-MM-DD, or does not exist.",
    "depth": "Lists and maps nested too deep, or quantities in too long a chain.",
    "distribution": "Figures that make no distribution, or of which too much is out of bounds.",
    "divides-by-0": "A product that divides by a number which is, or may be, 0.",
    "document": "A second YAML document; a file holds one scenario.",
    "duplicate-key": "A key that its map already has.",
    "empty": "A file or a table without content.",
    "encoding": "A file that is not UTF-8.",
    "factors": "A file without any consequence, duty or virtue.",
    "falls-on": "A consequence that does not say correctly whom it strikes: by `party`, or by `falls_on`.",
    "format": "A format of scenario files that this program does not read.",
    "formula": "A cell of a sheet whose formula has no result, or gives an error.",
    "given": "A probability that depends on other than one state of the world, for true and for false.",
    "id": "A word that cannot be an id.",
    "key": "A key that is not plain text.",
    "language": "A word that is not written as the tag of a language.",
    "merge-key": "A merge key (<<); here every field is written out.",
    "missing": "A field that must be there and is not.",
    "no-answer": "A finding that is accepted without saying why.",
    "no-value": "A key without a value; often text with a comma that needs quotes.",
    "not-a-number": "Something else where a number should stand.",
    "options": "A file with fewer than two options.",
    "other-scenario": "A view of another scenario than the one it is given with.",
    "out-of-range": "A number outside what its field allows.",
    "repeated-belief": "A belief that the conditions of one consequence name twice.",
    "repeated-id": "An id that another party, belief, quantity or factor already has.",
    "repeated-party": "A party that a duty names twice among those it is owed to.",
    "schema": "Data printed by a command whose results hold no verdicts to reconcile.",
    "several": "Several printed results, or several values, where one is due.",
    "size": "A file over 1 MiB, or over 16 MiB where it is one of verdicts.",
    "size-exceeded": "A count above the number of members that the party has.",
    "states": "More states of the world than the program can combine.",
    "tag": "A YAML tag (!); here values are plain.",
    "too-few": "A table of verdicts with fewer than two options: there is nothing to choose.",
    "type": "A value of another type than its field has.",
    "unknown-address": "An address that leads to nothing.",
    "unknown-id": "A name that nothing in the file has.",
    "unknown-key": "A key that this part of a file does not have.",
    "unknown-setting": "A setting that the theory does not have.",
    "unlisted": "A field of a row that the option does not list.",
    "unordered": "A range whose ends are out of order, or that a logarithmic scale cannot hold.",
    "values": "More values than a file may hold.",
    "view": "A view file where a scenario is due.",
    "when": "A condition that is no belief, nor `not` and a belief.",
    "whole-table": "A map that a view sets in place of a whole part of the file, where addresses were meant.",
    "workbook": "A workbook, or a folder of sheets, that cannot be read or is too large.",
    "xml": "Text that is not XML, or XML that declares a type or an entity.",
    "yaml": "Text that is not YAML.",
}


def mistake_blocks(code: str) -> Iterator[Block]:
    """Yield the page of an error code."""
    yield Heading(code, MISTAKES[code], "error")
    yield Closing(CLOSING)
