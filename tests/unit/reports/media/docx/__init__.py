"""Tests of reports as Word documents."""
