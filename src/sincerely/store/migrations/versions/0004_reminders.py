"""What was told by notification or mail, so that each finding is told once for each stage.

The table is spelt out: a migration is history, and must not change when `tables` does.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_reminders"
down_revision = "0003_ground"


def upgrade() -> None:
    op.create_table(
        "reminder",
        sa.Column("tenant", sa.Text, nullable=False),
        sa.Column("candidate", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "candidate", "key", "stage", name="pk_reminder"),
    )
    op.create_index("ix_reminder_at", "reminder", ["tenant", "candidate", "at"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE reminder ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE reminder FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY own_tenant ON reminder "
            "USING (tenant = current_setting('sincerely.tenant', true)) "
            "WITH CHECK (tenant = current_setting('sincerely.tenant', true))"
        )
