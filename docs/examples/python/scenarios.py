"""Load a scenario, check it, and list those that ship."""

import dilemma

document = dilemma.load("promise")
print(document)
print(list(document.scenario.options))

findings = dilemma.check(document)
print(findings.valid, len(findings.open))

print([one.id for one in dilemma.library("war")])
