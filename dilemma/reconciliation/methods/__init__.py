"""The methods for acting when theories disagree, one file each."""
