"""The page: a scenario as one self-contained HTML file, its verdicts live."""
