"""The tables, for SQLite and PostgreSQL alike.

Every row carries its tenant and its candidate, and every key begins with them. Instants are whole microseconds
since 1970 in UTC on both databases: exact from year 1 to 9999, ordered as numbers are, and free of what drivers and
session settings think of time zones. Of every text, `rows.plain` keeps out what databases refuse.

Change a table here and add a migration (and its name to `revisions`): a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite numbers rows by itself only where the type is spelt INTEGER.
_Serial = BigInteger().with_variant(Integer(), "sqlite")


def _owner() -> tuple[Column[str], Column[str]]:
    return Column("tenant", Text, nullable=False), Column("candidate", Text, nullable=False)


def whose(table: Table) -> list[ColumnElement[bool]]:
    """Return the clauses that keep to the rows of one candidate."""
    return [table.c.tenant == bindparam("tenant"), table.c.candidate == bindparam("candidate")]


# Where mail was read, and what the source wants to be reminded of.
source = Table(
    "source",
    metadata,
    *_owner(),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False),  # JSON
    Column("read_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("tenant", "candidate", "name"),
)

# A process is a cache of the fold of its events: everything below `consultant` follows from them.
process = Table(
    "process",
    metadata,
    *_owner(),
    Column("id", Text, nullable=False),
    Column("employer", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("via", Text, nullable=False),
    Column("consultant", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("holds", Boolean, nullable=False),
    Column("wake_at", BigInteger),
    Column("first_at", BigInteger),
    Column("last_at", BigInteger),
    Column("events", Integer, nullable=False),
    PrimaryKeyConstraint("tenant", "candidate", "id"),
)
# One candidate's sweep and `lively` read these two; the worker's sweep over everybody reads the third.
Index(
    "ix_process_wakes",
    process.c.tenant,
    process.c.candidate,
    process.c.wake_at,
    sqlite_where=process.c.wake_at.is_not(None),
    postgresql_where=process.c.wake_at.is_not(None),
)
Index(
    "ix_process_holds",
    process.c.tenant,
    process.c.candidate,
    sqlite_where=text("holds = 1"),  # word for word as statements have it, else SQLite does not use it
    postgresql_where=process.c.holds,
)
Index(
    "ix_process_due",
    process.c.wake_at,
    process.c.tenant,
    process.c.candidate,
    sqlite_where=process.c.wake_at.is_not(None),
    postgresql_where=process.c.wake_at.is_not(None),
)

# Append only: the database itself refuses to change or delete a row (migration 0001).
event = Table(
    "event",
    metadata,
    Column("seq", _Serial, Identity(always=True), primary_key=True),
    *_owner(),
    Column("process", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("verb", Text, nullable=False),
    Column("body", Text, nullable=False),  # JSON, see `rows`
    Column("source", Text, nullable=False),
    Column("source_hash", Text, nullable=False),  # mail may be of any length, what is indexed may not
    Column("confidence", Float(53), nullable=False),
    Column("quote", Text, nullable=False),
    Column("added_at", BigInteger, nullable=False),
    # One fact may be reported by several sources: all are evidence, and the fold takes the surest.
    UniqueConstraint("tenant", "candidate", "process", "event_id", "source_hash"),
    ForeignKeyConstraint(["tenant", "candidate", "process"], ["process.tenant", "process.candidate", "process.id"]),
    sqlite_autoincrement=True,
)
# What bears on a candidate's other processes is found by its verb.
Index("ix_event_verb", event.c.tenant, event.c.candidate, event.c.verb)

# What was read. Of mail that is not about hiring only source, key, digest and where it is are kept.
source_message = Table(
    "source_message",
    metadata,
    *_owner(),
    Column("source", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("where", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("message_id_hash", Text),
    Column("date", BigInteger),
    Column("sender", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("sent", Boolean, nullable=False),
    Column("kind", Text, nullable=False),
    Column("confidence", Float(53), nullable=False),
    Column("process", Text),
    PrimaryKeyConstraint("tenant", "candidate", "source", "key"),
    # Deferred: a mail may be stored before the process that its events make, in the same transaction.
    ForeignKeyConstraint(
        ["tenant", "candidate", "process"],
        ["process.tenant", "process.candidate", "process.id"],
        deferrable=True,
        initially="DEFERRED",
    ),
)
Index(
    "ix_source_message_process",
    source_message.c.tenant,
    source_message.c.candidate,
    source_message.c.process,
    source_message.c.date,
    sqlite_where=source_message.c.process.is_not(None),
    postgresql_where=source_message.c.process.is_not(None),
)
# What is looked through for words, and for what the person sent, the latest first: whole, so that most messages
# themselves stay unread. PostgreSQL refuses to index texts of any length, and has other means.
Index(
    "ix_source_message_words",
    source_message.c.tenant,
    source_message.c.candidate,
    source_message.c.date,
    source_message.c.sent,
    source_message.c.subject,
    source_message.c.sender,
    sqlite_where=source_message.c.process.is_not(None),
).ddl_if(dialect="sqlite")

# The message that an event names as its source.
Index("ix_source_message_digest", source_message.c.tenant, source_message.c.candidate, source_message.c.digest)
Index(
    "ix_source_message_id",
    source_message.c.tenant,
    source_message.c.candidate,
    source_message.c.message_id_hash,
    sqlite_where=source_message.c.message_id_hash.is_not(None),
    postgresql_where=source_message.c.message_id_hash.is_not(None),
)

# A CV, or a process's posting: its lines as they stood when it was given. It is the person's own, so it may be deleted.
ground = Table(
    "ground",
    metadata,
    *_owner(),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("process", Text),
    Column("name", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("lines", Text, nullable=False),  # JSON
    Column("added_at", BigInteger, nullable=False),
    Column("removed_at", BigInteger),
    PrimaryKeyConstraint("tenant", "candidate", "id"),
    ForeignKeyConstraint(["tenant", "candidate", "process"], ["process.tenant", "process.candidate", "process.id"]),
)

setting = Table(
    "setting",
    metadata,
    *_owner(),
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),  # JSON
    PrimaryKeyConstraint("tenant", "candidate", "name"),
)


def _text() -> tuple[Column[str], ...]:
    """Return what goes out, word for word; lists as JSON."""
    names = ("to", "cc", "subject", "body", "in_reply_to", "references", "attach")
    return tuple(Column(name, Text, nullable=False) for name in names)


# Every version of every draft. Append only: the database itself refuses to change or delete a row (migration
# 0002_drafts).
draft = Table(
    "draft",
    metadata,
    *_owner(),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("process", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("who", Text, nullable=False),
    *_text(),
    Column("sentences", Text, nullable=False),  # JSON: each sentence and what it stands on
    Column("language", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("made_by", Text, nullable=False),  # generated or edited
    PrimaryKeyConstraint("tenant", "candidate", "number", "version"),
    ForeignKeyConstraint(["tenant", "candidate", "process"], ["process.tenant", "process.candidate", "process.id"]),
)

# What is on its way out. What it says never changes; only where it stands does, by conditional UPDATEs.
outgoing = Table(
    "outgoing",
    metadata,
    *_owner(),
    Column("number", Integer, nullable=False),
    Column("process", Text, nullable=False),
    Column("draft", Integer),
    Column("version", Integer),
    Column("purpose", Text, nullable=False),
    Column("who", Text, nullable=False),
    *_text(),
    Column("digest", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("not_before", BigInteger),
    Column("approved_at", BigInteger),
    Column("seen", BigInteger, nullable=False),  # the newest event.seq that was known at the approval
    Column("overruled", Text, nullable=False),  # JSON: code, reason, the digest that they are for, when
    Column("advised", Text, nullable=False),  # JSON: codes
    Column("why", Text, nullable=False),
    Column("events", Text, nullable=False),  # JSON: ids
    Column("changed_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("tenant", "candidate", "number"),
    ForeignKeyConstraint(["tenant", "candidate", "process"], ["process.tenant", "process.candidate", "process.id"]),
    ForeignKeyConstraint(
        ["tenant", "candidate", "draft", "version"],
        ["draft.tenant", "draft.candidate", "draft.number", "draft.version"],
    ),
)
_LIVE = text("state IN ('draft', 'approved', 'claimed', 'unknown')")
# Of one draft one message at most is on its way.
Index(
    "uq_outgoing_live",
    outgoing.c.tenant,
    outgoing.c.candidate,
    outgoing.c.draft,
    unique=True,
    sqlite_where=_LIVE,
    postgresql_where=_LIVE,
)
# What may change of a message on its way; migration 0002_drafts keeps the rest on SQLite too.
OUTGOING_CHANGES = (
    "state", "not_before", "approved_at", "seen", "overruled", "advised", "why", "events", "changed_at",
)  # fmt: skip

# What was told by notification or mail, once for each stage that a finding reaches.
reminder = Table(
    "reminder",
    metadata,
    *_owner(),
    Column("key", Text, nullable=False),  # the finding, see `planning.reminding`
    Column("stage", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    PrimaryKeyConstraint("tenant", "candidate", "key", "stage"),
)
Index("ix_reminder_at", reminder.c.tenant, reminder.c.candidate, reminder.c.at)

# A connected mailbox. Its secrets are elsewhere: no password or token is ever in here.
account = Table(
    "account",
    metadata,
    *_owner(),
    Column("address", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("imap", Text, nullable=False),
    Column("smtp", Text, nullable=False),
    Column("auth", Text, nullable=False),
    Column("oauth", Text, nullable=False),
    Column("client_id", Text, nullable=False),
    Column("read_only", Boolean, nullable=False),
    Column("folders", Text, nullable=False),  # JSON
    Column("since_days", Integer, nullable=False),
    Column("ca", Text, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("tenant", "candidate", "address"),
)

# What was put where the person's own mail program finds it.
handed = Table(
    "handed",
    metadata,
    *_owner(),
    Column("place", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("draft", Integer, nullable=False),
    Column("outgoing", Integer, nullable=False),
    Column("account", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("done", Boolean, nullable=False),
    PrimaryKeyConstraint("tenant", "candidate", "place", "message_id"),
)

# What a program was answered that asked for something to be made: asked again, nothing is made twice.
answered = Table(
    "answered",
    metadata,
    *_owner(),
    Column("key", Text, nullable=False),
    Column("request", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("tenant", "candidate", "key"),
)
Index("ix_answered_at", answered.c.tenant, answered.c.candidate, answered.c.at)

# What is known of a message once it has a process.
PLACED_CHANGES = (
    "message_id", "message_id_hash", "date", "sender", "subject", "sent", "kind", "confidence", "process",
)  # fmt: skip
# What PostgreSQL's application role may do, and no more.
PRIVILEGES = {
    "source": "SELECT, INSERT, UPDATE",
    "process": "SELECT, INSERT, UPDATE",
    "event": "SELECT, INSERT",
    "source_message": f"SELECT, INSERT, UPDATE ({', '.join(PLACED_CHANGES)})",
    "ground": "SELECT, INSERT, UPDATE, DELETE",
    "setting": "SELECT, INSERT, UPDATE",
    "account": "SELECT, INSERT, UPDATE, DELETE",
    "draft": "SELECT, INSERT",
    "outgoing": f"SELECT, INSERT, UPDATE ({', '.join(OUTGOING_CHANGES)})",
    "reminder": "SELECT, INSERT, DELETE",
    "handed": "SELECT, INSERT, UPDATE",
    "answered": "SELECT, INSERT, DELETE",
}
