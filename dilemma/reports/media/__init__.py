"""Media in which blocks are drawn: the terminal, Markdown, HTML."""
