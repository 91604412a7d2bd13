"""Every statement that the store runs, by name, in SQLAlchemy Core.

Each is whole: no statement is put together at run time, and lists come as one JSON value. So SQLite's are compiled
once, ahead of time, into `sqlite_statements`: a command on a laptop starts without loading SQLAlchemy, which
takes several times as long as its answer. After a change here run ``python -m sincerely.store.compiling``; a test
compares. PostgreSQL runs them through SQLAlchemy.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Executable,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    literal_column,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from .account_rows import ACCOUNT_COLUMNS, ACCOUNT_VALUES
from .clauses import Holds, OneOf, PairOf
from .erasing_statements import ERASING
from .handing import HANDED_COLUMNS, HANDED_VALUES
from .outbound_rows import DRAFT_COLUMNS, OUTGOING_COLUMNS
from .rows import EVENT_COLUMNS, HEADER_COLUMNS, MESSAGE_COLUMNS, PAPER_COLUMNS, SUMMARY_COLUMNS
from .searching import PATTERNS
from .tables import (
    OUTGOING_CHANGES,
    PLACED_CHANGES,
    account,
    answered,
    draft,
    event,
    ground,
    handed,
    outgoing,
    process,
    reminder,
    setting,
    source,
    source_message,
    whose,
)

# SQLAlchemy writes an OFFSET for SQLite in any case; as a literal it takes no parameter.
_NONE: ColumnElement[int] = literal_column("0")


def _columns(table: Table, names: tuple[str, ...]) -> list[Column[Any]]:
    return [table.c[name] for name in names]


def _among(table: Table) -> list[ColumnElement[bool]]:
    """Rows of the candidates in the JSON list ``candidates``."""
    listed = bindparam("candidates", type_=Text)
    return [table.c.tenant == bindparam("tenant"), OneOf(table.c.candidate, listed)]


def _insert_new(dialect: Any, table: Table) -> Executable:
    made: Executable = dialect.insert(table).on_conflict_do_nothing()
    return made


def _upsert(dialect: Any, table: Table, *changed: str) -> Executable:
    made = dialect.insert(table)
    keys = [column.name for column in table.primary_key]
    saved: Executable = made.on_conflict_do_update(
        index_elements=keys, set_={name: made.excluded[name] for name in changed}
    )
    return saved


def _summary(*where: ColumnElement[bool]) -> Select[Any]:
    return select(*_columns(process, SUMMARY_COLUMNS)).where(*whose(process), *where)


def _processes() -> dict[str, Executable]:
    awake = select(process.c.id).where(*whose(process), process.c.holds)
    woken = select(process.c.id).where(*whose(process), process.c.wake_at <= bindparam("now"))
    due = (
        select(process.c.candidate, *_columns(process, SUMMARY_COLUMNS))
        .where(*_among(process), process.c.wake_at <= bindparam("now"))
        .order_by(process.c.wake_at)
        .limit(bindparam("most"))
        .offset(_NONE)
        .with_for_update(skip_locked=True)
    )
    judged = ("state", "holds", "wake_at", "first_at", "last_at", "events")
    return {
        "process_summaries": _summary().order_by(process.c.last_at.desc().nulls_last(), process.c.id),
        "process_headers": select(*_columns(process, HEADER_COLUMNS)).where(*whose(process)),
        "process_header": select(*_columns(process, HEADER_COLUMNS)).where(
            *whose(process), process.c.id == bindparam("id")
        ),
        "process_lively": select(*_columns(process, HEADER_COLUMNS))
        .where(*whose(process), process.c.id.in_(union_all(awake, woken)))
        .order_by(process.c.id),
        "process_due": due,
        "process_next_wake": select(process.c.wake_at)
        .where(*whose(process), process.c.wake_at.is_not(None))
        .order_by(process.c.wake_at)
        .limit(literal_column("1"))
        .offset(_NONE),
        "process_set_header": _set(process, HEADER_COLUMNS[1:]),
        "process_set_judged": _set(process, judged),
    }


def _set(table: Table, names: tuple[str, ...]) -> Executable:
    """Set these columns of the row that ``its_tenant``, ``its_candidate`` and ``its_id`` name."""
    keys = [table.c[name] == bindparam(f"its_{name}") for name in ("tenant", "candidate", "id")]
    return update(table).where(*keys).values({name: bindparam(f"new_{name}") for name in names})


_PROCESS_KEY = (("tenant", "tenant"), ("candidate", "candidate"), ("process", "id"))


def _events() -> dict[str, Executable]:
    found = (event.c.candidate, *_columns(event, EVENT_COLUMNS))
    named = PairOf(event.c.candidate, event.c.process, bindparam("pairs", type_=Text))
    of_one = (*whose(event), event.c.process == bindparam("process"))
    return {
        "event_among": select(*found)
        .where(event.c.tenant == bindparam("tenant"), named)
        .order_by(event.c.at, event.c.seq),
        "event_bearing": select(event.c.candidate, process.c.employer, *_columns(event, EVENT_COLUMNS))
        .join_from(event, process, and_(*(event.c[name] == process.c[key] for name, key in _PROCESS_KEY)))
        .where(*_among(event), OneOf(event.c.verb, bindparam("verbs", type_=Text)))
        .order_by(event.c.at, event.c.seq),
        "event_one": select(*_columns(event, EVENT_COLUMNS))
        .where(*of_one, event.c.event_id == bindparam("event_id"))
        .order_by(event.c.confidence.desc()),
    }


def _messages() -> dict[str, Executable]:
    columns = _columns(source_message, MESSAGE_COLUMNS)
    mine = whose(source_message)
    of_source = (*mine, source_message.c.source == bindparam("source"))
    in_process = source_message.c.process.is_not(None)
    # What is looked up by an id or a digest has no order here: to save sorting a row or two, SQLite would look through
    # all messages by the key that they are ordered by (25 ms for 50,000, instead of 0.1).
    return {
        "message_keys": select(source_message.c.key).where(*of_source),
        "message_digests": select(source_message.c.digest).where(*mine),
        "message_one": select(*columns).where(*of_source, source_message.c.key == bindparam("key")),
        "message_with_id": select(*columns).where(
            *mine,
            source_message.c.message_id_hash == bindparam("message_id_hash"),
            source_message.c.message_id == bindparam("message_id"),
        ),
        "message_with_digest": select(*columns).where(*mine, source_message.c.digest == bindparam("digest")),
        "message_of_process": select(*columns)
        .where(*mine, source_message.c.process == bindparam("process"))
        .order_by(source_message.c.date.nulls_first(), source_message.c.source, source_message.c.key),
        "message_sent": select(*columns)
        .where(*mine, in_process, source_message.c.sent)
        .order_by(source_message.c.date.desc().nulls_last(), source_message.c.source, source_message.c.key)
        .limit(bindparam("most"))
        .offset(_NONE),
        "message_threads": select(source_message.c.message_id, source_message.c.process).where(
            *mine, in_process, source_message.c.message_id != literal_column("''")
        ),
        # Only what belonged to no process: an erased one comes back by no mail that is read again.
        "message_place": update(source_message)
        .where(
            *(source_message.c[name] == bindparam(f"its_{name}") for name in ("tenant", "candidate", "source", "key")),
            source_message.c.process.is_(None),
        )
        .values({name: bindparam(f"new_{name}") for name in PLACED_CHANGES}),
    }


def _searches() -> dict[str, Executable]:
    said = [
        Holds(event.c.quote, bindparam(quoted, type_=Text)) | Holds(event.c.body, bindparam(written, type_=Text))
        for quoted, written in zip(PATTERNS["quoted"], PATTERNS["written"], strict=True)
    ]
    named = [
        Holds(source_message.c.subject, bindparam(word, type_=Text))
        | Holds(source_message.c.sender, bindparam(word, type_=Text))
        for word in PATTERNS["word"]
    ]
    return {
        "search_events": select(*_columns(event, EVENT_COLUMNS))
        .where(*whose(event), *said)
        .order_by(event.c.at.desc(), event.c.seq.desc())
        .limit(bindparam("most"))
        .offset(_NONE),
        "search_messages": select(*_columns(source_message, MESSAGE_COLUMNS))
        .where(*whose(source_message), source_message.c.process.is_not(None), *named)
        .order_by(source_message.c.date.desc().nulls_last(), source_message.c.source, source_message.c.key)
        .limit(bindparam("most"))
        .offset(_NONE),
    }


_AS_IT_WAS = ("tenant", "candidate", "number", "state", "digest")


def _outbound() -> dict[str, Executable]:
    newest = draft.alias("newest")
    same = [newest.c[name] == draft.c[name] for name in ("tenant", "candidate", "number")]
    last = select(func.max(newest.c.version)).where(*same).scalar_subquery()
    drafts = select(*_columns(draft, DRAFT_COLUMNS)).where(*whose(draft))
    messages = select(*_columns(outgoing, OUTGOING_COLUMNS)).where(*whose(outgoing))
    of_process = (*whose(event), event.c.process == bindparam("process"))
    as_it_was = [outgoing.c[name] == bindparam(f"its_{name}") for name in _AS_IT_WAS]
    return {
        "draft_last": select(func.max(draft.c.number)).where(*whose(draft)),
        "draft_last_version": select(func.max(draft.c.version)).where(
            *whose(draft), draft.c.number == bindparam("number")
        ),
        "draft_all": drafts.where(draft.c.version == last).order_by(draft.c.number.desc()),
        "draft_versions": drafts.where(draft.c.number == bindparam("number")).order_by(draft.c.version),
        "outgoing_last": select(func.max(outgoing.c.number)).where(*whose(outgoing)),
        "outgoing_one": messages.where(outgoing.c.number == bindparam("number")),
        "outgoing_all": messages.order_by(outgoing.c.number.desc()),
        # Of several who try the same step at once, one changes a row.
        "outgoing_step": update(outgoing)
        .where(*as_it_was)
        .values({name: bindparam(f"new_{name}") for name in OUTGOING_CHANGES}),
        "event_newest": select(func.max(event.c.seq)).where(*whose(event)),
        "event_last": select(func.max(event.c.seq)).where(*of_process),
        "event_since": select(*_columns(event, EVENT_COLUMNS))
        .where(*of_process, event.c.seq > bindparam("seen"))
        .order_by(event.c.seq),
    }


def _papers() -> dict[str, Executable]:
    columns = _columns(ground, PAPER_COLUMNS)
    return {
        "paper_one": select(*columns).where(*whose(ground), ground.c.id == bindparam("id")),
        "paper_all": select(*columns).where(*whose(ground)).order_by(ground.c.added_at, ground.c.id),
        "paper_set_removed": _set(ground, ("removed_at",)),
        "paper_forget": delete(ground).where(*whose(ground), ground.c.id == bindparam("id")),
    }


def _reminders() -> dict[str, Executable]:
    columns = (reminder.c.key, reminder.c.stage, reminder.c.at, reminder.c.kind)
    keys = [reminder.c[name] == bindparam(f"its_{name}") for name in ("tenant", "candidate", "key", "stage", "at")]
    return {
        "reminder_among": select(*columns).where(
            *whose(reminder), OneOf(reminder.c.key, bindparam("keys", type_=Text))
        ),
        "reminder_since": select(*columns).where(*whose(reminder), reminder.c.at >= bindparam("since")),
        "reminder_remove": delete(reminder).where(*keys),
    }


def _accounts() -> dict[str, Executable]:
    mine = whose(account)
    return {
        "account_all": select(*_columns(account, ACCOUNT_COLUMNS)).where(*mine).order_by(account.c.address),
        "account_remove": delete(account).where(*mine, account.c.address == bindparam("address")),
    }


def _handed() -> dict[str, Executable]:
    wanted = select(*_columns(handed, HANDED_COLUMNS)).where(*whose(handed), handed.c.place == bindparam("place"))
    return {"handed_in": wanted.order_by(handed.c.at, handed.c.message_id)}


def _answered() -> dict[str, Executable]:
    mine = whose(answered)
    return {
        "answered_one": select(*_columns(answered, ("key", "request", "status", "body", "at"))).where(
            *mine, answered.c.key == bindparam("key")
        ),
        "answered_forget": delete(answered).where(*mine, answered.c.at < bindparam("before")),
    }


def _rest() -> dict[str, Executable]:
    return {
        "source_state": select(source.c.state).where(*whose(source), source.c.name == bindparam("name")),
        "source_all": select(source.c.name, source.c.read_at).where(*whose(source)).order_by(source.c.name),
        "setting_one": select(setting.c.value).where(*whose(setting), setting.c.name == bindparam("name")),
        **{
            f"count_{table.name}": select(func.count()).select_from(table).where(*whose(table))
            for table in (source_message, process, event)
        },
    }


INSERTS = {
    "process_add": process,
    "event_add": event,
    "message_add": source_message,
    "paper_add": ground,
    "source_save": source,
    "setting_save": setting,
    "account_save": account,
    "draft_add": draft,
    "outgoing_add": outgoing,
    "reminder_add": reminder,
    "handed_save": handed,
    "answered_add": answered,
}
"""Statements that take a whole row; their parameters are the table's columns."""


def _inserts(dialect: Any) -> dict[str, Executable]:
    return {
        "process_add": _insert_new(dialect, process),
        "event_add": _insert_new(dialect, event),
        "message_add": _insert_new(dialect, source_message),
        "paper_add": _insert_new(dialect, ground),
        "source_save": _upsert(dialect, source, "state", "read_at"),
        "setting_save": _upsert(dialect, setting, "value"),
        "account_save": _upsert(dialect, account, *ACCOUNT_VALUES),
        "draft_add": dialect.insert(draft),
        "outgoing_add": dialect.insert(outgoing),
        "reminder_add": _insert_new(dialect, reminder),
        "handed_save": _upsert(dialect, handed, *HANDED_VALUES),
        "answered_add": dialect.insert(answered),
    }


_SHARED = {
    **_processes(),
    **_events(),
    **_messages(),
    **_searches(),
    **_papers(),
    **_outbound(),
    **_reminders(),
    **_accounts(),
    **_handed(),
    **_answered(),
    **ERASING,
    **_rest(),
}

SQLITE: dict[str, Executable] = {
    **_SHARED,
    **_inserts(sqlite),
    "due": select(process.c.tenant, process.c.candidate)
    .where(process.c.wake_at <= bindparam("now"))
    .order_by(process.c.wake_at)
    .limit(bindparam("most"))
    .offset(_NONE),
}
POSTGRESQL: dict[str, Executable] = {
    **_SHARED,
    **_inserts(postgresql),
    # Row-level security hides other tenants' rows: the worker asks a function of the owner, see migration 0001.
    "due": select(literal_column("tenant"), literal_column("candidate")).select_from(
        func.sincerely_due(bindparam("now"), bindparam("most"))
    ),
}
