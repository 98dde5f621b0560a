"""What headings, captions and row labels of tables say. Not here: recovering tables (``flattened``), binding cells (``tables``)."""
