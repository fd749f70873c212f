"""The memo: what those who decide need to know of a weighing, on at most two pages."""
