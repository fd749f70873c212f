"""The functions of the library: each takes a scenario and settings, and returns a result that shows itself.

What they return is in `dilemma.api.results`. Types in signatures are imported where they are used, so that
`typing.get_type_hints` finds them; `dilemma` imports each module when one of its names is first used.
"""
