"""Drafts, every version kept, and what is on its way out.

The tables are spelt out: a migration is history, and must not change when `tables` does.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002_drafts"
down_revision = "0001"

PROCESS = (["tenant", "candidate", "process"], ["process.tenant", "process.candidate", "process.id"])
# What a message says, for whom and under which name stays as it was approved.
FIXED = (
    "tenant", "candidate", "number", "process", "draft", "version", "purpose", "who", "to", "cc", "subject", "body",
    "in_reply_to", "references", "attach", "digest", "sender", "message_id", "profile",
)  # fmt: skip


def upgrade() -> None:
    _draft()
    _outgoing()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text, nullable=False) for name in names)


def _text() -> tuple[sa.Column[str], ...]:
    return _texts("to", "cc", "subject", "body", "in_reply_to", "references", "attach")


def _draft() -> None:
    op.create_table(
        "draft",
        *_texts("tenant", "candidate"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        *_texts("process", "code", "purpose", "who"),
        *_text(),
        *_texts("sentences", "language"),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        *_texts("made_by"),
        sa.PrimaryKeyConstraint("tenant", "candidate", "number", "version", name="pk_draft"),
        sa.ForeignKeyConstraint(*PROCESS, name="fk_draft_process"),
    )


def _outgoing() -> None:
    op.create_table(
        "outgoing",
        *_texts("tenant", "candidate"),
        sa.Column("number", sa.Integer, nullable=False),
        *_texts("process"),
        sa.Column("draft", sa.Integer),
        sa.Column("version", sa.Integer),
        *_texts("purpose", "who"),
        *_text(),
        *_texts("digest", "sender", "message_id", "state", "profile"),
        sa.Column("not_before", sa.BigInteger),
        sa.Column("approved_at", sa.BigInteger),
        sa.Column("seen", sa.BigInteger, nullable=False),
        *_texts("overruled", "advised", "why", "events"),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "candidate", "number", name="pk_outgoing"),
        sa.ForeignKeyConstraint(*PROCESS, name="fk_outgoing_process"),
        sa.ForeignKeyConstraint(
            ["tenant", "candidate", "draft", "version"],
            ["draft.tenant", "draft.candidate", "draft.number", "draft.version"],
            name="fk_outgoing_draft",
        ),
    )
    live = sa.text("state IN ('draft', 'approved', 'claimed', 'unknown')")
    op.create_index(
        "uq_outgoing_live",
        "outgoing",
        ["tenant", "candidate", "draft"],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )


def _guard_sqlite() -> None:
    """Refuse whatever would change a version, or what a message says."""
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER draft_no_{change.lower()} BEFORE {change} ON draft "
            "BEGIN SELECT RAISE(ABORT, 'versions are only ever added'); END"
        )
    fixed = ", ".join(f'"{name}"' for name in FIXED)
    op.execute(
        f"CREATE TRIGGER outgoing_no_new_text BEFORE UPDATE OF {fixed} ON outgoing "
        "BEGIN SELECT RAISE(ABORT, 'what a message says never changes'); END"
    )
    op.execute(
        "CREATE TRIGGER outgoing_no_delete BEFORE DELETE ON outgoing "
        "BEGIN SELECT RAISE(ABORT, 'messages are never deleted'); END"
    )


def _guard_postgresql() -> None:
    """Show every transaction its own tenant's rows only; the application's rights keep what never changes."""
    for table in ("draft", "outgoing"):
        op.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
        op.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')
        op.execute(
            f'CREATE POLICY own_tenant ON "{table}" '
            "USING (tenant = current_setting('sincerely.tenant', true)) "
            "WITH CHECK (tenant = current_setting('sincerely.tenant', true))"
        )
