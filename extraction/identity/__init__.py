"""What a document says it is: kind, department, region, year. Not here: its figures."""
