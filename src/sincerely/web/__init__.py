"""The pages: thin."""
