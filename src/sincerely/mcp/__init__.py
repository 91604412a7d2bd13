"""The Model Context Protocol server: thin."""
