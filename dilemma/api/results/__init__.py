"""What functions of the library return: a finding of the layers below that can show itself.

A result has the fields of that finding, so it may stand wherever the finding may, and what `Result` adds:
one line as its `repr`, the first screen as text and as HTML, a dictionary, and a data frame.
"""
