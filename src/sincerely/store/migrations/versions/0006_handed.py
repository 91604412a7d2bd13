"""What was handed to the person's own mail program: drafts, copies of what was sent, files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_handed"
down_revision = "0005_account"


def upgrade() -> None:
    op.create_table(
        "handed",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("tenant", "candidate", "place", "message_id")),
        sa.Column("draft", sa.Integer, nullable=False),
        sa.Column("outgoing", sa.Integer, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "candidate", "place", "message_id", name="pk_handed"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE handed ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE handed FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY own_tenant ON handed "
            "USING (tenant = current_setting('sincerely.tenant', true)) "
            "WITH CHECK (tenant = current_setting('sincerely.tenant', true))"
        )
