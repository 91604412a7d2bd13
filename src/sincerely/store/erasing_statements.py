"""The statements that erase for good. Those of tables that only ever grow run where their guards are lifted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Executable,
    Table,
    Text,
    bindparam,
    delete,
    literal_column,
    null,
    or_,
    select,
    update,
)

from .clauses import OneOf
from .tables import answered, draft, event, ground, handed, outgoing, process, setting, source_message, whose


def _statements() -> dict[str, Executable]:
    listed = bindparam("processes", type_=Text)

    def of(table: Table) -> list[ColumnElement[bool]]:
        return [*whose(table), OneOf(table.c.process, listed)]

    def among(column: Column[Any], table: Table) -> ColumnElement[bool]:
        return column.in_(select(table.c.number).where(*of(table)))

    empty: ColumnElement[str] = literal_column("''")
    its = [source_message.c[name] == bindparam(f"its_{name}") for name in ("tenant", "candidate")]
    return {
        "process_erase": delete(process).where(*whose(process), OneOf(process.c.id, listed)),
        **{f"{table.name}_erase": delete(table).where(*of(table)) for table in (event, draft, outgoing, ground)},
        "event_erase_one": delete(event).where(
            *whose(event), event.c.process == bindparam("process"), event.c.event_id == bindparam("event_id")
        ),
        "handed_erase": delete(handed).where(
            *whose(handed), or_(among(handed.c.draft, draft), among(handed.c.outgoing, outgoing))
        ),
        # It stays known that the message was read, else it would be read again.
        "message_erase": update(source_message)
        .where(*its, OneOf(source_message.c.process, listed))
        .values(
            message_id=empty,
            message_id_hash=null(),
            date=null(),
            sender=empty,
            subject=empty,
            process=null(),
            kind=literal_column("'other'"),
        ),
        "outgoing_states": select(outgoing.c.state).where(*of(outgoing)),
        "setting_names": select(setting.c.name).where(*whose(setting)).order_by(setting.c.name),
        "setting_erase": delete(setting).where(*whose(setting), setting.c.name == bindparam("name")),
        "answered_bodies": select(answered.c.key, answered.c.body).where(*whose(answered)),
        "answered_erase": delete(answered).where(*whose(answered), answered.c.key == bindparam("key")),
    }


ERASING = _statements()
