"""CalDAV as reading and writing calendars need it; with the optional extra ``caldav``."""
