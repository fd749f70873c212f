"""Scenarios as sheets: of a workbook, or of a folder of CSV files; written and read by one layout."""
