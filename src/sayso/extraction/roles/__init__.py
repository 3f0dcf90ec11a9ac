"""Who plays which part: a small linear model over the parse, beside the rules."""
