"""Approving, taking back, and what is on its way. Approving has a scope of its own, which no token has unasked."""

from __future__ import annotations

from fastapi import APIRouter

from sincerely.app.connections.access import Scope
from sincerely.app.drafts.kept import draft_named, message_named
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.app.outgoing.outgoing_listing import Line, as_json, line_of, lines
from sincerely.app.outgoing.withdrawing import withdraw

from . import asked, models, models_writing
from .callers import Approves, Reads, Writes
from .operations import operation
from .paging import Cursor, Limit, part
from .problems import Problem
from .writing import review_model

router = APIRouter(tags=["Sending"])


def _message(line: Line) -> models_writing.Message:
    return models_writing.Message.model_validate(as_json(line))


@router.post(
    "/drafts/{draft}/approve",
    response_model=models_writing.Approval,
    **operation(Scope.APPROVE, "not-found", "changed", "conflict"),
)
def approve(caller: Approves, draft: str, body: asked.Approve) -> models_writing.Approval:
    """Say yes to one text, word for word, for the person who has read it. The gate has its say.

    What the gate holds is approved from its day on; what it stops is not approved. Asked again, the same yes changes
    nothing.
    """
    reasons = {each.code.upper(): each.reason.strip() for each in body.overrule}
    wish = Wish(version=body.version, reasons=reasons, profile=caller.policy.name)
    with caller.store() as store:
        read = draft_named(store, draft)
        if (read.version, read.text.digest) != (body.version, body.digest):
            raise Problem("changed", f"{read.name} is at version {read.version} now, digest {read.text.digest}.")
        found = approve_draft(store, draft, wish, caller.within)
        message = _message(line_of(store, found.message, caller.within)) if found.message.number else None
    return models_writing.Approval(
        approved=found.approved,
        already=found.already,
        message=message,
        forbidden=list(found.forbidden),
        review=review_model(found.review) if found.review is not None else None,
    )


@router.get("/outgoing", response_model=models.Page[models_writing.Message], **operation(Scope.READ))
def outgoing(caller: Reads, cursor: Cursor = "", limit: Limit = 50) -> models.Page[models_writing.Message]:
    """List what is approved, held, sent, withdrawn or in doubt, the newest first."""
    with caller.store() as store:
        rows = lines(store, caller.within)
    shown, following = part(rows, lambda row: (-row.message.number,), cursor, limit)
    return models.Page(items=[_message(row) for row in shown], next=following)


@router.get("/outgoing/{message}", response_model=models_writing.Message, **operation(Scope.READ, "not-found"))
def one(caller: Reads, message: str) -> models_writing.Message:
    """Return one message, and what it is worth now."""
    with caller.store() as store:
        return _message(line_of(store, message_named(store, message), caller.within))


@router.post(
    "/outgoing/{message}/withdraw",
    response_model=models_writing.Message,
    **operation(Scope.WRITE, "not-found", "conflict"),
)
def take_back(caller: Writes, message: str) -> models_writing.Message:
    """Take an approval back before the message has gone out; its draft stays."""
    with caller.store() as store:
        return _message(line_of(store, withdraw(store, message, caller.now), caller.within))
