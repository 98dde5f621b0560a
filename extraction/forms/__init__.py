"""Self-evaluation forms that lost their lines or cells: funds and indicators as a stream. Not here: whole tables (``tables``, ``scoring``)."""
