"""Tables with a cell a line. Not here: rows on lines."""
