"""What all readers make a ``Document`` with: its blocks, limits, progress. Not here: any format."""
