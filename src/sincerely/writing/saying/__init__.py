"""From what is known to what can be said: whose language, which notes, what is missing, what is left out."""
