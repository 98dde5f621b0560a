"""Forms of projects and of their goals. Not here: forms of whole departments."""
