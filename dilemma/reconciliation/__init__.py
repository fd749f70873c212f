"""Methods for when theories disagree: credences, and rules that weigh verdicts by them, one file each.

`methods` is the table of contents. Nothing is loaded here: `weigh` asks for a few of the methods only.
"""
