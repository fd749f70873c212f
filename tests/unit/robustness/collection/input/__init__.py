"""Tests of the readers of views."""
