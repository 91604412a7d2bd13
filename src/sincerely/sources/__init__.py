"""Where mail and calendars come from. Read only."""
