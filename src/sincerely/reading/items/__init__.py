"""What a mail asks for, promises, brings or hands in, referees included, and by when."""
