"""An index that search, and what learns how the person writes, read instead of every message (SQLite alone)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008_words"
down_revision = "0007_answered"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.create_index(
            "ix_source_message_words",
            "source_message",
            ["tenant", "candidate", "date", "sent", "subject", "sender"],
            sqlite_where=sa.column("process").is_not(None),
        )
