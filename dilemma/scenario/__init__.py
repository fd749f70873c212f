"""Scenario files: lookup, reading with the position of each value, validation, and changed values.

`load_document` (from a name) and `read` (from bytes) return a Document. `view` returns the document with the
values of a perspective and of flags applied.
"""

from dilemma.scenario.addresses.lookup import belief_address, weight_address
from dilemma.scenario.addresses.names import is_perspective, letters, option_id, perspective_id
from dilemma.scenario.document import Document, from_data, read
from dilemma.scenario.files import ScenarioFile, every_shipped, find, load_document, shipped
from dilemma.scenario.numbers import parse_number, parse_value
from dilemma.scenario.structure.shapes import Theories
from dilemma.scenario.views.view import View, view

__all__ = [
    "Document",
    "ScenarioFile",
    "Theories",
    "View",
    "belief_address",
    "every_shipped",
    "find",
    "from_data",
    "is_perspective",
    "letters",
    "load_document",
    "option_id",
    "parse_number",
    "parse_value",
    "perspective_id",
    "read",
    "shipped",
    "view",
    "weight_address",
]
