"""Sources, messages, processes, events and settings.

The tables are spelt out: a migration is history, and must not change when `tables` does.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPLICATION_ID = 0x536E6365
TABLES = ("source", "process", "event", "source_message", "setting")


def upgrade() -> None:
    _tables()
    _indices()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _owner() -> tuple[sa.Column[str], sa.Column[str]]:
    return sa.Column("tenant", sa.Text, nullable=False), sa.Column("candidate", sa.Text, nullable=False)


def _tables() -> None:
    op.create_table(
        "source",
        *_owner(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("read_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "candidate", "name", name="pk_source"),
    )
    op.create_table(
        "process",
        *_owner(),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("id", "employer", "role", "zone", "country", "via", "consultant", "state")
        ),
        sa.Column("holds", sa.Boolean, nullable=False),
        sa.Column("wake_at", sa.BigInteger),
        sa.Column("first_at", sa.BigInteger),
        sa.Column("last_at", sa.BigInteger),
        sa.Column("events", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "candidate", "id", name="pk_process"),
    )
    op.create_table(
        "event",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), sa.Identity(always=True)),
        *_owner(),
        sa.Column("process", sa.Text, nullable=False),
        sa.Column("event_id", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("source_hash", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float(53), nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("added_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_event"),
        sa.UniqueConstraint(
            *("tenant", "candidate", "process", "event_id", "source_hash"),
            name="uq_event_tenant_candidate_process_event_id_source_hash",
        ),
        sa.ForeignKeyConstraint(
            ["tenant", "candidate", "process"],
            ["process.tenant", "process.candidate", "process.id"],
            name="fk_event_process",
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "source_message",
        *_owner(),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("where", sa.Text, nullable=False),
        sa.Column("message_id", sa.Text, nullable=False),
        sa.Column("message_id_hash", sa.Text),
        sa.Column("date", sa.BigInteger),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("sent", sa.Boolean, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float(53), nullable=False),
        sa.Column("process", sa.Text),
        sa.PrimaryKeyConstraint("tenant", "candidate", "source", "key", name="pk_source_message"),
        sa.ForeignKeyConstraint(
            ["tenant", "candidate", "process"],
            ["process.tenant", "process.candidate", "process.id"],
            name="fk_source_message_process",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_table(
        "setting",
        *_owner(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "candidate", "name", name="pk_setting"),
    )


def _indices() -> None:
    _partial("ix_process_wakes", "process", ["tenant", "candidate", "wake_at"], "wake_at IS NOT NULL")
    _partial("ix_process_due", "process", ["wake_at", "tenant", "candidate"], "wake_at IS NOT NULL")
    holds = "holds = 1" if op.get_bind().dialect.name == "sqlite" else "holds"
    _partial("ix_process_holds", "process", ["tenant", "candidate"], holds)
    op.create_index("ix_event_verb", "event", ["tenant", "candidate", "verb"])
    columns = ["tenant", "candidate", "process", "date"]
    _partial("ix_source_message_process", "source_message", columns, "process IS NOT NULL")
    op.create_index("ix_source_message_digest", "source_message", ["tenant", "candidate", "digest"])
    columns = ["tenant", "candidate", "message_id_hash"]
    _partial("ix_source_message_id", "source_message", columns, "message_id_hash IS NOT NULL")


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _guard_sqlite() -> None:
    """Mark the file as Sincerely's, and refuse whatever would change an event."""
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER event_no_{change.lower()} BEFORE {change} ON event "
            "BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END"
        )


def _guard_postgresql() -> None:
    """Show every transaction its own tenant's rows only, the owner's transactions too."""
    for table in TABLES:
        op.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
        op.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')
        op.execute(
            f'CREATE POLICY own_tenant ON "{table}" '
            "USING (tenant = current_setting('sincerely.tenant', true)) "
            "WITH CHECK (tenant = current_setting('sincerely.tenant', true))"
        )
    # The worker must know which tenants have something due before it can ask as one of them. That, and nothing
    # else, a function of the owner's tells it.
    op.execute("CREATE POLICY due ON process FOR SELECT TO CURRENT_USER USING (wake_at IS NOT NULL)")
    op.execute(
        "CREATE FUNCTION sincerely_due(now bigint, most integer) RETURNS TABLE (tenant text, candidate text) "
        "LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS "
        "'SELECT p.tenant, p.candidate FROM process AS p WHERE p.wake_at <= now ORDER BY p.wake_at LIMIT most'"
    )
    op.execute("REVOKE ALL ON FUNCTION sincerely_due(bigint, integer) FROM PUBLIC")
