"""What is kept: SQLAlchemy Core over SQLite and PostgreSQL."""
