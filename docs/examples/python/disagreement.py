"""What follows when theories disagree."""

import dilemma

weighing = dilemma.weigh("promise")
credences = {"utilitarian": 0.4, "kantian": "30%", "rossian": 0.3}
for result in dilemma.reconcile(weighing, credences=credences, draws=0).results:
    print(result.about.name, result.choice)

table = {
    "options": ["stay", "leave"],
    "theories": [
        {"name": "Mine", "ranking": ["stay", "leave"]},
        {"name": "Yours", "ranking": ["leave", "stay"]},
    ],
}
print(repr(dilemma.reconcile(table, credences={"Mine": 0.7, "Yours": 0.3}, draws=0)))

print(repr(dilemma.diff("means", "promise")))
