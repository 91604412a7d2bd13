"""The API for the person's other programs, version 1: the same use cases, with tokens."""
