"""Which process a mail is about: employer, role, names, relays, places."""
