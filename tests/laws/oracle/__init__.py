"""An independent oracle: every theory of the catalogue, written once more from its definition.

It reads a scenario as plain data and works on plain floats, without the program's quantities, graph or
case. Only `comparison.py` calls the program. Where the two differ, one of them misreads the definition.
"""
