"""Archives and the parts of zipped files. Not here: what the files say."""
