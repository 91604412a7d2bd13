"""French: its drafts, and notes turned into its sentences."""
