"""The report's own arithmetic, as a witness between readings that its words leave open. Not here: judging it (SQL)."""
