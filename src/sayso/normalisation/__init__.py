"""Floor 2c: pure text. Grammars that find and resolve numbers, measures, durations, times, places and names.

Nothing here knows a parse, a codebook or a case: text in, values with their offsets out.
"""
