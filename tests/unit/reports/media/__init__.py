"""Tests of the media in which reports are drawn."""
