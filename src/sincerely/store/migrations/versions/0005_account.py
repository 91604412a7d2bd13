"""Connected mailboxes. Their secrets are in the keyring or in a sealed file, never here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_account"
down_revision = "0004_reminders"


def upgrade() -> None:
    texts = ("tenant", "candidate", "address", "login", "imap", "smtp", "auth", "oauth", "client_id")
    op.create_table(
        "account",
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.Column("read_only", sa.Boolean, nullable=False),
        sa.Column("folders", sa.Text, nullable=False),
        sa.Column("since_days", sa.Integer, nullable=False),
        sa.Column("ca", sa.Text, nullable=False),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "candidate", "address", name="pk_account"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE account ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE account FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY own_tenant ON account "
            "USING (tenant = current_setting('sincerely.tenant', true)) "
            "WITH CHECK (tenant = current_setting('sincerely.tenant', true))"
        )
