"""Tests of what methods choose at other credences than those in force."""
