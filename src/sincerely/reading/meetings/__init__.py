"""Which meetings a mail fixes, proposes, moves or calls off, and with whom."""
