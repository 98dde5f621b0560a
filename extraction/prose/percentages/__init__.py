"""Clauses that state percentages: completion, shares, named rates. Not here: rates of change (``changes``)."""
