"""The tables' history. Alembic loads it by path; nothing imports it."""
