"""Tables that were flattened into plain text, recovered as rows of cells. Not here: what the cells measure (``tables``)."""
