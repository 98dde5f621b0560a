"""Clauses that state how much there is. Not here: what changed (``changes``), percentages (``percentages``)."""
