"""Why: causes, occasions, and what was wrong beforehand."""
