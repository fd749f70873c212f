"""Changes to a file that change no verdict."""
