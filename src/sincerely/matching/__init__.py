"""Openings and who fits them. Pure."""
