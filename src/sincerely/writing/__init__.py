"""Drafts and what they stand on. Pure."""
