"""Who says so: sources, cues and contents of what is reported, and whose count it is."""
