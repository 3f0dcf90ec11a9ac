"""What else is told: weapons, targets, quantities of things, ages, demands."""
