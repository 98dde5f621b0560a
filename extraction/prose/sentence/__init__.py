"""The sentence that is being read: its state, its subject, its years and units, how a figure is stated of it. Not here: finding names (``names``)."""
