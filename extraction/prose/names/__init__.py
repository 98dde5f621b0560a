"""The name that a number belongs to, and the concept, stage and part that it makes. Not here: numbers without a name (``levels``)."""
