"""Tables of the national forms that run on in lines, cut at their row labels and proved by their sums. Not here: what the amounts measure (``tables``)."""
