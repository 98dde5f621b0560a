"""The extractor's version, raised whenever the same bytes would give other rows; nothing else belongs here."""

EXTRACTOR_VERSION = "21"
