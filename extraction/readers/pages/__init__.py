"""Pages of a fixed layout: PDF, OFD, scans, and the geometry that makes text and tables of them. Not here: office files (``office``)."""
