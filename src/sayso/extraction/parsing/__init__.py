"""The way from characters to parsed sentences: the one door to spaCy, what is spared there, and what is no telling at all."""
