"""How messages leave, at most once."""
