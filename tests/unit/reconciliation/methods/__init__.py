"""Tests of single methods, one file each."""
