"""Patterns over folded text, by what they speak of. Not here: what follows from a match."""
