"""Figures of running text: each number bound to what it measures. Not here: tables, and finding words (``words``, ``text``)."""
