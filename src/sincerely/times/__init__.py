"""Time expressions in text, resolved to calendar intervals. Pure."""
