"""The bundled, invented mailbox."""
