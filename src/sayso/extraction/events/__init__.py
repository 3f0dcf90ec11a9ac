"""What happened: the words that name events, scene by scene, gathered to the episodes of an account."""
