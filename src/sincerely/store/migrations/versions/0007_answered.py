"""What programs were answered, so that nothing is made twice for one that asks again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_answered"
down_revision = "0006_handed"


def upgrade() -> None:
    op.create_table(
        "answered",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("tenant", "candidate", "key", "request")),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "candidate", "key", name="pk_answered"),
    )
    op.create_index("ix_answered_at", "answered", ["tenant", "candidate", "at"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE answered ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE answered FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY own_tenant ON answered "
            "USING (tenant = current_setting('sincerely.tenant', true)) "
            "WITH CHECK (tenant = current_setting('sincerely.tenant', true))"
        )
