"""The person's CV and the postings of processes, line by line."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_ground"
down_revision = "0002_drafts"


def upgrade() -> None:
    op.create_table(
        "ground",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("tenant", "candidate", "id", "kind")),
        sa.Column("process", sa.Text),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "form", "digest", "lines")),
        sa.Column("added_at", sa.BigInteger, nullable=False),
        sa.Column("removed_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("tenant", "candidate", "id", name="pk_ground"),
        sa.ForeignKeyConstraint(
            ["tenant", "candidate", "process"],
            ["process.tenant", "process.candidate", "process.id"],
            name="fk_ground_process",
        ),
    )
    if op.get_bind().dialect.name != "sqlite":
        op.execute('ALTER TABLE "ground" ENABLE ROW LEVEL SECURITY')
        op.execute('ALTER TABLE "ground" FORCE ROW LEVEL SECURITY')
        op.execute(
            'CREATE POLICY own_tenant ON "ground" '
            "USING (tenant = current_setting('sincerely.tenant', true)) "
            "WITH CHECK (tenant = current_setting('sincerely.tenant', true))"
        )
