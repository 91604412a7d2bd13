"""Bytes in, events out. Pure."""
