"""Readers of views from files, folders, tables and lists of links; each fault is told at its place."""
