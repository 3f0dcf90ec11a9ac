"""What words mean where they stand: what governs a phrase, whom a noun names, what a verb does, what hedges it."""
