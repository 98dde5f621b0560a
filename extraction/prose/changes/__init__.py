"""Clauses that state what changed, against what, and the reasons given. Not here: levels (``levels``)."""
