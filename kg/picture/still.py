"""Placeholder."""
STILL_LIMIT = 150
def still(*a): return b""
