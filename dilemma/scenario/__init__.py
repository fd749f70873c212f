"""Scenario files: found, read with the place of every value, checked, and set to new values.

`load_document` a name or `read` bytes into a Document; take a `view` of it as a perspective and flags
leave it.
"""

from dilemma.scenario.addresses.lookup import belief_address, weight_address
from dilemma.scenario.document import Document, from_data, read
from dilemma.scenario.files import ScenarioFile, every_shipped, find, load_document, shipped
from dilemma.scenario.numbers import parse_number, parse_value
from dilemma.scenario.structure import Theories
from dilemma.scenario.view import View, view

__all__ = [
    "Document",
    "ScenarioFile",
    "Theories",
    "View",
    "belief_address",
    "every_shipped",
    "find",
    "from_data",
    "load_document",
    "parse_number",
    "parse_value",
    "read",
    "shipped",
    "view",
    "weight_address",
]
