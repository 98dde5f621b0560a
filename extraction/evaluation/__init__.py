"""Measuring an extraction against a truth written by hand. Not here: extracting."""
