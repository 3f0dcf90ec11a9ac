"""Where: the places an account names, and the town it is set in."""
