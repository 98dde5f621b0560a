"""Bytes of a report to everything that is read from it: ``extract`` is the way in, ``model`` what is passed around."""
