"""The extractor's version. Raise it whenever the same bytes would give other rows; nothing else belongs here."""

EXTRACTOR_VERSION = "1"
