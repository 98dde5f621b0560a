"""Forms of a department put together again from tokens, lines and text. Not here: the tokens (``streams``), forms of projects (``projects``)."""
