"""Tests of views of people, in files of their own."""
