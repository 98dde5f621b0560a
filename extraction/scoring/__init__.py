"""Scoring tables: one indicator a row, with its points. Not here: amounts (``tables``)."""
