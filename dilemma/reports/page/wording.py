"""The words of the page's own controls and notices, for Python and for its script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dilemma.reports.blocks import Mark

__all__ = ["GAINED", "LOST", "MARKED", "OUTSIDE", "SCRIPT"]

MARKED: Final[Mapping[Mark, str]] = {
    "chosen": "its one choice",
    "among": "one of several it leaves standing",
    "permitted": "allowed, not best",
    "plain": "ranked lower",
    "forbidden": "forbidden",
    "absent": "no answer",
}
"""The marks of the picture in words."""

OUTSIDE: Final = " (outside the stated range)"
LOST: Final = "wavers: could be lost"
GAINED: Final = "wavers: could be chosen"

SCRIPT: Final[Mapping[str, str]] = {
    **{f"mark-{mark}": words for mark, words in MARKED.items()},
    "lost": LOST,
    "gained": GAINED,
    "was": "was chosen before",
    "to": "{before} → {after}",
    "nothing": "none",
    "all": "all",
    "no-answer": "no answer",
    "unchanged": "Nothing changed: the numbers are the file's.",
    "undone": "Undone: {what}.",
    "redone": "Redone: {what}.",
    "from-to": "{name} {before} → {after}",
    "reason-for": "your reason on {name}",
    "several-changes": "{count} changes",
    "and-yours-one": "+ 1 changed",
    "and-yours": "+ {count} changed",
    "you": "You: {reason}",
    "unmoved": "{what}. No theory chooses otherwise.",
    "unmoved-off": "{what}. No theory on the panel chooses otherwise; {count} off the panel do.",
    "moved": "{theory} {change}",
    "moved-more": "{changes}, and {count} more",
    "numbers": "{count} numbers changed",
    "seen": "By the numbers of “{view}”",
    "believed": "credences given",
    "wavers-one": "1 of the {of} wavers: it would change if one number moved in its stated range (hollow).",
    "wavers": "{count} of the {of} waver: each would change if one number moved in its stated range "
    "(hollow).",
    "wavers-none": "None of the {of} waver: no number, moved in its stated range, would change one.",
    "wavers-wait": "Which of them waver by these numbers is being worked out …",
    "wavers-to": "to {options}",
    "wavers-drops": "drops {options}",
    "wavers-adds": "adds {options}",
    "wavers-none-left": "to no answer",
    "or": " or ",
    "field": "{name}, typed",
    "not-a-number": "“{text}” is no number. Write 0.5, 50 %, 1/2 or 1e-6.",
    "two-readings": "“{text}” can be read in two ways. Write {first} or {second}.",
    "read-as": "{text} is read as {value}.",
    "outside": "{value} lies outside what this page can take: {low} to {high}.",
    "reset-one": "Back to {value}",
    "changed-from": "{now}, not {before}",
    "because": "Your reason",
    "outside-range": OUTSIDE,
    "more-turns-one": "1 more turn",
    "more-turns": "{count} more turns",
    "no-turn": "Moved alone, it changes no choice.",
    "source": "Source: {sources}",
    "of-view": "{view}: {reason}",
    "found": "{count} of {of} numbers",
    "found-none": "No number fits all filters. Clear one.",
    "more": "Show {count} more",
    "search": "Search",
    "search-hint": "a word of its name, reason or source",
    "by-state": "Which",
    "any-state": "all",
    "state-decides": "that decide",
    "state-turned": "that are changed",
    "state-ranged": "with a stated range",
    "by-theory": "That turn",
    "by-option": "Under option",
    "by-party": "That concern",
    "by-kind": "Of the kind",
    "all-parties": "All parties",
    "any-party": "any party",
    "any-option": "any option",
    "any-kind": "any kind",
    "any-theory": "any theory",
    "copied": "Copied",
    "copy-failed": "Your browser did not allow it. Copy the address from its bar.",
    "local-file": "This page is a file on this machine, so its address opens nowhere else. Save your view "
    "and send that file with the page: it opens there with “Open a view”.",
    "saved": "Saved as {file}.",
    "opened": "Opened “{file}”: {count} of its settings taken.",
    "not-a-view": "“{file}” is no view file: {why}",
    "view-map": "It is not a map of keys.",
    "view-large": "It is too large for a view.",
    "view-broken": "It could not be read.",
    "view-text": "It should be plain text.",
    "unknown-key": "{key}: a view has no such key; left out.",
    "no-picture": "Your browser could not draw it; save the SVG instead.",
    "and-others": "And {count} more.",
    "view-format": "It does not begin with “view: 1”.",
    "other-scenario": "“{file}” is a view of “{of}”, and this page is of “{id}”. Nothing was taken.",
    "other-text": "The view was made from another version of the file; what fits of it was taken.",
    "unknown-address": "{address}: this page has no such number; left out.",
    "bad-value": "{address}: {why} Left out.",
    "unknown-view": "“{view}” is no perspective of this file; left out.",
    "unknown-theory": "{theory}: this page has no such theory; its credence is left out.",
    "unknown-choice": "{choice}: the file has no such option; left out.",
    "believes": "How likely you take each theory to be right: {given}.",
    "believes-none": "You have not said how likely you take each theory to be right.",
    "credences-ask": "How likely is each theory to be right? That is yours to say; only proportions count. "
    "Theories that judge only a part of a case have none unless you give it.",
    "credences-title": "Your credences",
    "credences-back": "Take my credences back",
    "methods": "What methods choose by these credences",
    "no-credence": "no theory that is given credence sets the options apart",
    "does-not-apply": "does not apply",
    "idle-one": "1 theory does not apply",
    "idle": "{count} theories do not apply",
    "news-none": "All theories answer as they do by the file's own numbers.",
}
"""Templates that the script fills, by key."""
