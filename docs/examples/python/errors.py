"""How errors are caught."""

import dilemma

try:
    dilemma.weigh("promise", weights={"town": 2})
except dilemma.UnknownName as error:
    print(error)

try:
    dilemma.load({"format": 1, "title": "No options"})
except dilemma.InvalidScenario as error:
    for finding in error.findings:
        print(finding.address, finding.message)
