"""Personal data and names of persons, and hiding them. Not here: reporting them (``observing``)."""
