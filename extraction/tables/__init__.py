"""Figures of tables: every amount bound by its heading and its row. Not here: points (``scoring``)."""
