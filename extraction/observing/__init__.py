"""What rules need that is no figure: headings, dates, blank fields, goals, stated problems and measures. Not here: judging it (SQL)."""
