"""Follows through after a job interview: what is owed, what to wait for, and until when."""
