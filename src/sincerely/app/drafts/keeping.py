"""Keep what was drafted: the same text once, another text as one more version, and never over an edited one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sincerely.app.drafts.kept import end_approval, went_out
from sincerely.core.outbound import Dispatch, Text, Written
from sincerely.core.process import Process
from sincerely.store.base import Store
from sincerely.writing.facts.grounds import Draft

How = Literal["new", "same", "changed", "edited"]


@dataclass(frozen=True)
class Kept:
    """A draft as it is kept.

    Attributes:
        written: its latest version.
        how: it is new; it says the same as before; the grounds have changed, and so has it; or the person had
            edited it, and it was left as it is.
        ended: the message whose approval this ended.
    """

    written: Written
    how: How
    ended: Dispatch | None = None


def keep(
    store: Store, process: Process, code: str, made: Iterable[Draft], now: datetime, *, fresh: bool = False
) -> list[Kept]:
    """Keep drafts, each as the latest version of the one that the same debt had, unless that was sent.

    Args:
        store: the candidate's store.
        process: whose drafts they are.
        code: the finding that they settle.
        made: what was written.
        now: when.
        fresh: write also over what the person edited; its versions stay.
    """
    with store.transaction():
        return [_keep(store, written_of(process, code, each, now), now, fresh=fresh) for each in made]


def written_of(process: Process, code: str, draft: Draft, now: datetime) -> Written:
    """Return what was written as a draft's first version, before it is kept."""
    return Written(
        process=process.header.id,
        code=code.upper() if code.upper() != code.lower() and code[-1:].isdigit() else code.lower(),
        purpose=draft.what,
        who=draft.about or draft.to,
        text=Text(
            to=(draft.to,) if draft.to else (),
            subject=draft.subject,
            body=draft.body,
            in_reply_to=draft.in_reply_to,
            references=draft.references,
            attach=draft.attach,
        ),
        sentences=tuple(sentence.as_json() for sentence in draft.sentences),
        language=draft.language,
        made_at=now,
    )


def _keep(store: Store, new: Written, now: datetime, *, fresh: bool) -> Kept:
    last = open_draft(store, new)
    if last is None:
        return Kept(store.add_version(new), "new")
    if last.text.digest == new.text.digest:
        return Kept(last, "same")
    if last.made_by == "edited" and not fresh:
        return Kept(last, "edited")
    return add_version(store, last, new, now)


def open_draft(store: Store, new: Written) -> Written | None:
    """Return the draft of the same debt that has not been sent; None where there is none.

    What a program proposed is a draft of its own.
    """
    same = [d for d in store.drafts() if (d.process, d.purpose, d.who) == (new.process, new.purpose, new.who)]
    same = [draft for draft in same if draft.made_by != "proposed"]
    return next((draft for draft in same if went_out(store, draft) is None), None)


def add_version(store: Store, last: Written, new: Written, now: datetime) -> Kept:
    """Add a version to a draft. That ends whatever was approved or overruled of the one before."""
    from dataclasses import replace

    with store.transaction():
        kept = store.add_version(replace(new, draft=last.draft))
        ended = end_approval(store, last, now, f"Its text was changed: version {kept.version}.")
    return Kept(kept, "changed", ended)
