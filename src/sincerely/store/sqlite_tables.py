"""What makes the tables of a new SQLite file. Written by `compiling`; do not edit."""

from __future__ import annotations

TABLES = (
    """
CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY
(version_num) )
""",
    """
CREATE TABLE source ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL,
read_at BIGINT NOT NULL, CONSTRAINT pk_source PRIMARY KEY (tenant, candidate, name) )
""",
    """
CREATE TABLE process ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, id TEXT NOT NULL, employer TEXT NOT NULL, role
TEXT NOT NULL, zone TEXT NOT NULL, country TEXT NOT NULL, via TEXT NOT NULL, consultant TEXT NOT NULL, state TEXT
NOT NULL, holds BOOLEAN NOT NULL, wake_at BIGINT, first_at BIGINT, last_at BIGINT, events INTEGER NOT NULL,
CONSTRAINT pk_process PRIMARY KEY (tenant, candidate, id) )
""",
    """
CREATE TABLE event ( seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, tenant TEXT NOT NULL, candidate TEXT NOT NULL,
process TEXT NOT NULL, event_id TEXT NOT NULL, at BIGINT NOT NULL, verb TEXT NOT NULL, body TEXT NOT NULL, source
TEXT NOT NULL, source_hash TEXT NOT NULL, confidence FLOAT NOT NULL, quote TEXT NOT NULL, added_at BIGINT NOT NULL,
CONSTRAINT uq_event_tenant_candidate_process_event_id_source_hash UNIQUE (tenant, candidate, process, event_id,
source_hash), CONSTRAINT fk_event_process FOREIGN KEY(tenant, candidate, process) REFERENCES process (tenant,
candidate, id) )
""",
    """
CREATE TABLE source_message ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, source TEXT NOT NULL, "key" TEXT NOT
NULL, digest TEXT NOT NULL, place TEXT NOT NULL, "where" TEXT NOT NULL, message_id TEXT NOT NULL, message_id_hash
TEXT, date BIGINT, sender TEXT NOT NULL, subject TEXT NOT NULL, sent BOOLEAN NOT NULL, kind TEXT NOT NULL,
confidence FLOAT NOT NULL, process TEXT, CONSTRAINT pk_source_message PRIMARY KEY (tenant, candidate, source,
"key"), CONSTRAINT fk_source_message_process FOREIGN KEY(tenant, candidate, process) REFERENCES process (tenant,
candidate, id) DEFERRABLE INITIALLY DEFERRED )
""",
    """
CREATE TABLE setting ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
CONSTRAINT pk_setting PRIMARY KEY (tenant, candidate, name) )
""",
    """
CREATE INDEX ix_process_wakes ON process (tenant, candidate, wake_at) WHERE wake_at IS NOT NULL
""",
    """
CREATE INDEX ix_process_due ON process (wake_at, tenant, candidate) WHERE wake_at IS NOT NULL
""",
    """
CREATE INDEX ix_process_holds ON process (tenant, candidate) WHERE holds = 1
""",
    """
CREATE INDEX ix_event_verb ON event (tenant, candidate, verb)
""",
    """
CREATE INDEX ix_source_message_process ON source_message (tenant, candidate, process, date) WHERE process IS NOT
NULL
""",
    """
CREATE INDEX ix_source_message_digest ON source_message (tenant, candidate, digest)
""",
    """
CREATE INDEX ix_source_message_id ON source_message (tenant, candidate, message_id_hash) WHERE message_id_hash IS
NOT NULL
""",
    """
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
""",
    """
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
""",
    """
CREATE TABLE draft ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, number INTEGER NOT NULL, version INTEGER NOT
NULL, process TEXT NOT NULL, code TEXT NOT NULL, purpose TEXT NOT NULL, who TEXT NOT NULL, "to" TEXT NOT NULL, cc
TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, in_reply_to TEXT NOT NULL, "references" TEXT NOT NULL,
"attach" TEXT NOT NULL, sentences TEXT NOT NULL, language TEXT NOT NULL, made_at BIGINT NOT NULL, made_by TEXT NOT
NULL, CONSTRAINT pk_draft PRIMARY KEY (tenant, candidate, number, version), CONSTRAINT fk_draft_process FOREIGN
KEY(tenant, candidate, process) REFERENCES process (tenant, candidate, id) )
""",
    """
CREATE TABLE outgoing ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, number INTEGER NOT NULL, process TEXT NOT
NULL, draft INTEGER, version INTEGER, purpose TEXT NOT NULL, who TEXT NOT NULL, "to" TEXT NOT NULL, cc TEXT NOT
NULL, subject TEXT NOT NULL, body TEXT NOT NULL, in_reply_to TEXT NOT NULL, "references" TEXT NOT NULL, "attach"
TEXT NOT NULL, digest TEXT NOT NULL, sender TEXT NOT NULL, message_id TEXT NOT NULL, state TEXT NOT NULL, profile
TEXT NOT NULL, not_before BIGINT, approved_at BIGINT, seen BIGINT NOT NULL, overruled TEXT NOT NULL, advised TEXT
NOT NULL, why TEXT NOT NULL, events TEXT NOT NULL, changed_at BIGINT NOT NULL, CONSTRAINT pk_outgoing PRIMARY KEY
(tenant, candidate, number), CONSTRAINT fk_outgoing_process FOREIGN KEY(tenant, candidate, process) REFERENCES
process (tenant, candidate, id), CONSTRAINT fk_outgoing_draft FOREIGN KEY(tenant, candidate, draft, version)
REFERENCES draft (tenant, candidate, number, version) )
""",
    """
CREATE UNIQUE INDEX uq_outgoing_live ON outgoing (tenant, candidate, draft) WHERE state IN ('draft', 'approved',
'claimed', 'unknown')
""",
    """
CREATE TRIGGER draft_no_update BEFORE UPDATE ON draft BEGIN SELECT RAISE(ABORT, 'versions are only ever added'); END
""",
    """
CREATE TRIGGER draft_no_delete BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'versions are only ever added'); END
""",
    """
CREATE TRIGGER outgoing_no_new_text BEFORE UPDATE OF "tenant", "candidate", "number", "process", "draft", "version",
"purpose", "who", "to", "cc", "subject", "body", "in_reply_to", "references", "attach", "digest", "sender",
"message_id", "profile" ON outgoing BEGIN SELECT RAISE(ABORT, 'what a message says never changes'); END
""",
    """
CREATE TRIGGER outgoing_no_delete BEFORE DELETE ON outgoing BEGIN SELECT RAISE(ABORT, 'messages are never deleted');
END
""",
    """
CREATE TABLE ground ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, process
TEXT, name TEXT NOT NULL, form TEXT NOT NULL, digest TEXT NOT NULL, lines TEXT NOT NULL, added_at BIGINT NOT NULL,
removed_at BIGINT, CONSTRAINT pk_ground PRIMARY KEY (tenant, candidate, id), CONSTRAINT fk_ground_process FOREIGN
KEY(tenant, candidate, process) REFERENCES process (tenant, candidate, id) )
""",
    """
CREATE TABLE reminder ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, "key" TEXT NOT NULL, stage TEXT NOT NULL, at
BIGINT NOT NULL, kind TEXT NOT NULL, CONSTRAINT pk_reminder PRIMARY KEY (tenant, candidate, "key", stage) )
""",
    """
CREATE INDEX ix_reminder_at ON reminder (tenant, candidate, at)
""",
    """
CREATE TABLE account ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, address TEXT NOT NULL, login TEXT NOT NULL,
imap TEXT NOT NULL, smtp TEXT NOT NULL, auth TEXT NOT NULL, oauth TEXT NOT NULL, client_id TEXT NOT NULL, read_only
BOOLEAN NOT NULL, folders TEXT NOT NULL, since_days INTEGER NOT NULL, ca TEXT NOT NULL, changed_at BIGINT NOT NULL,
CONSTRAINT pk_account PRIMARY KEY (tenant, candidate, address) )
""",
    """
CREATE TABLE handed ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, place TEXT NOT NULL, message_id TEXT NOT NULL,
draft INTEGER NOT NULL, outgoing INTEGER NOT NULL, account TEXT NOT NULL, digest TEXT NOT NULL, at BIGINT NOT NULL,
done BOOLEAN NOT NULL, CONSTRAINT pk_handed PRIMARY KEY (tenant, candidate, place, message_id) )
""",
    """
CREATE TABLE answered ( tenant TEXT NOT NULL, candidate TEXT NOT NULL, "key" TEXT NOT NULL, request TEXT NOT NULL,
status INTEGER NOT NULL, body TEXT NOT NULL, at BIGINT NOT NULL, CONSTRAINT pk_answered PRIMARY KEY (tenant,
candidate, "key") )
""",
    """
CREATE INDEX ix_answered_at ON answered (tenant, candidate, at)
""",
    """
CREATE INDEX ix_source_message_words ON source_message (tenant, candidate, date, sent, subject, sender) WHERE
process IS NOT NULL
""",
    """
INSERT INTO alembic_version VALUES ('0008_words')
""",
    """
PRAGMA application_id = 1399743333
""",
)
