"""Tests of `dilemma/cli/commands`."""
