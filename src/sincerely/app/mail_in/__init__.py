"""What comes in: mailboxes and calendars read, placed, and kept."""
