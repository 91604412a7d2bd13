"""What an iCalendar file says: entries, zones, repeats, and which of them are interviews."""
