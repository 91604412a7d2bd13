"""Alembic's entry: runs inside the connection and transaction that `migrating.upgrade` hands over."""

from __future__ import annotations

from alembic import context

from sincerely.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
