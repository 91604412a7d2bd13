"""Use cases bound to background jobs."""
