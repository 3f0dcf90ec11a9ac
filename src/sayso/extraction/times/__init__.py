"""When: days, hours and lengths, and which of them are the story's own."""
