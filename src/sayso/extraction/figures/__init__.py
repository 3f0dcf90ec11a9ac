"""How many: counts of people, from verbs, lists, headlines and what was counted before."""
