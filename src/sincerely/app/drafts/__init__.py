"""The mail that settles a finding: gathered, composed, edited, kept."""
