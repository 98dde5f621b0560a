"""Forms as one stream of tokens: funds, indicators, rubrics. Not here: forms that kept their lines."""
