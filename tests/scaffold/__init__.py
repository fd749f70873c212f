<<<<<<< HEAD
"""Skeletons for new parts of the program."""
=======
"""Skeletons of what is added most often: `python -m tests.scaffold KIND NAME`, a file here for each kind."""
>>>>>>> d234e72 (tests: write the skeleton of a theory)
