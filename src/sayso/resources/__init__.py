"""Data that ride along: codebooks, lexicons, gazetteer, schema and the example case; never code."""
