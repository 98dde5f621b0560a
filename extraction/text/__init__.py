"""Text as everyone reads it: folded, with its numbers, terms, lines and sentences found. Not here: what any of them means."""
