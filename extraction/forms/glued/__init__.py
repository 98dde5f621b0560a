"""Forms whose cells run on without anything between them. Not here: streams of tokens (``streams``)."""
