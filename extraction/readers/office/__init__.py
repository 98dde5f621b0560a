"""Word, RTF and spreadsheet files. Not here: pages of a fixed layout (``pages``)."""
