"""The page: a scenario as one self-contained HTML file, with verdicts that follow its sliders."""
