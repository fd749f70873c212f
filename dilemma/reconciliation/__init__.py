"""Reconciliation of theories that disagree: credences, and methods that weigh verdicts by them.

`methods/catalogue.py` lists the methods. Nothing is imported here, since `weigh` uses only a few of them.
"""
