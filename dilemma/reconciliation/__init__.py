"""What to do when theories disagree: credences, and methods that weigh verdicts by them, one file each.

`methods` is the table of contents. Nothing is loaded here: `weigh` asks for a few of the methods only.
"""
