"""What other programs run of this project: the hook of pre-commit, and the action of GitHub."""
