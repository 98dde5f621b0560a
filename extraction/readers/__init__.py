"""File formats: bytes to a ``Document``, one module a format behind ``read``. Not here: what the text says."""
