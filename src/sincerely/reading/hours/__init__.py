"""Times as mails in German and French and with zones say them, put so that the time grammar reads them."""
