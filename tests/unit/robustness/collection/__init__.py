"""Tests of collections of views."""
