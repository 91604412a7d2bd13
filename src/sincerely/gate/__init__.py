"""Checks of outgoing messages, one file each. Pure."""
