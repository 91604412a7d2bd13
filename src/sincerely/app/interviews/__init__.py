"""Around an interview: the card before it, the debrief after it."""
