"""The packages of others that the studio is built with, each pinned to a version and a hash."""
