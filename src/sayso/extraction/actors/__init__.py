"""Who: doers, leaders, parties, those accused, and what an account calls them."""
