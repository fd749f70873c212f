"""Tests of the report of views."""
