"""Mailboxes, calendars and programs that the person connected, and what lets them in."""
