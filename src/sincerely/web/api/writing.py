"""Drafts: listed, made, edited as new versions, judged by the gate; and proposed by programs."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from fastapi.responses import Response

from sincerely.app.connections.access import Scope
from sincerely.app.drafts.draft_grounds import gathered, one_process
from sincerely.app.drafts.drafting import Unwritten, Wish, drafts
from sincerely.app.drafts.editing import Edited, save
from sincerely.app.drafts.keeping import keep
from sincerely.app.drafts.kept import draft_named
from sincerely.app.drafts.proposing import Proposal, propose
from sincerely.app.drafts.recipients import recipients
from sincerely.app.drafts.regrounding import Baseless
from sincerely.app.outgoing.message import outgoing_of, outgoing_text
from sincerely.app.outgoing.outgoing_listing import DraftLine, draft_json, draft_lines
from sincerely.app.outgoing.reviewing import Review, review_draft, review_process, review_stored
from sincerely.app.outgoing.reviewing import as_json as review_json
from sincerely.core.outbound import Text, Written
from sincerely.store.base import Store

from . import asked, models, models_writing
from .callers import Proposes, Reads, Writes
from .once import AtMostOnce
from .operations import operation
from .paging import Cursor, Limit, part
from .problems import Problem

router = APIRouter(tags=["Drafts"])
IfMatch = Annotated[
    str | None,
    Header(alias="If-Match", max_length=200, description="The ETag of the version that was read.", examples=['"d1.2"']),
]
_TAGGED: dict[str, Any] = {"headers": {"ETag": {"schema": {"type": "string"}, "description": "Which version it is."}}}


def etag(written: Written) -> str:
    """Return what names a version of a draft, such as ``"d1.2"``."""
    return f'"{written.name}.{written.version}"'


def draft_model(written: Written) -> models_writing.Draft:
    """Return a version of a draft as the API tells it."""
    return models_writing.Draft.model_validate(draft_json(written))


def review_model(found: Review) -> models_writing.Review:
    """Return what the gate said as the API tells it."""
    return models_writing.Review.model_validate(review_json(found, naive=False))


def _bare(baseless: tuple[Baseless, ...]) -> list[models_writing.Baseless]:
    return [models_writing.Baseless(sentence=each.sentence, words=list(each.words)) for each in baseless]


@router.get("/drafts", response_model=models.Page[models_writing.DraftLine], **operation(Scope.READ))
def listing(
    caller: Reads,
    process: Annotated[str, Query(max_length=400, description="Only of this process.")] = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> models.Page[models_writing.DraftLine]:
    """List every draft's latest version, the newest draft first."""
    with caller.store() as store:
        rows = draft_lines(store, caller.within, process)

    def key(row: DraftLine) -> tuple[int]:
        return (-row.written.draft,)

    shown, following = part(rows, key, cursor, limit)
    items = [models_writing.DraftLine(draft=draft_model(row.written), state=row.state) for row in shown]
    return models.Page(items=items, next=following)


@router.get("/drafts/{draft}", response_model=models_writing.Draft, **operation(Scope.READ, "not-found"))
def one(
    caller: Reads,
    response: Response,
    draft: str,
    version: Annotated[int | None, Query(ge=1, description="Else the latest.", examples=[1])] = None,
) -> models_writing.Draft:
    """Return a draft's latest version, or another one. The ETag says which it is."""
    with caller.store() as store:
        found = draft_named(store, draft, version)
    response.headers["etag"] = etag(found)
    return draft_model(found)


@router.get("/drafts/{draft}/review", response_model=models_writing.Review, **operation(Scope.READ, "not-found"))
def judged(caller: Reads, draft: str) -> models_writing.Review:
    """Return what the gate says about a draft's latest version now: send, hold until, or stop."""
    with caller.store() as store:
        return review_model(
            review_draft(store, draft_named(store, draft), _me(store), caller.now, policy=caller.policy)
        )


@router.post(
    "/drafts",
    status_code=201,
    response_model=models_writing.Drafts,
    **operation(Scope.WRITE, "not-found", "key-used"),
)
def make(caller: Writes, body: asked.Wanted, once: AtMostOnce) -> Response:
    """Write the mails that settle a finding, and keep them; nothing is sent, and nothing is made up."""

    def work(store: Store) -> models_writing.Drafts:
        process, now = one_process(store, body.process), caller.now
        background = gathered(store, process, now).background
        made = drafts(process, body.code, background, Wish(body.to, body.say, body.language), now)
        ready = [each for each in made if not isinstance(each, Unwritten)]
        kept = keep(store, process, body.code, ready, now, fresh=body.fresh)
        return models_writing.Drafts(
            drafts=[models_writing.Made(draft=draft_model(each.written), how=each.how) for each in kept],
            missing=[
                models_writing.Missing.model_validate(each.as_json()) for each in made if isinstance(each, Unwritten)
            ],
        )

    return once.make(caller, body, work)


@router.put(
    "/drafts/{draft}",
    response_model=models_writing.Edited,
    **operation(Scope.WRITE, "not-found", "changed", "no-version", "conflict"),
)
def edit(
    caller: Writes, response: Response, draft: str, body: asked.Mail, if_match: IfMatch = None
) -> models_writing.Edited:
    """Keep an edited text as the draft's next version; If-Match says which version was edited. No text is lost."""
    if if_match is None:
        raise Problem("no-version", "There is no If-Match in the request.")
    to, cc = recipients("to", body.to), recipients("cc", body.cc)
    with caller.store() as store, store.transaction():
        base = draft_named(store, draft)
        if if_match.strip() != etag(base):
            raise Problem("changed", f"{base.name} is at {etag(base)} now, not at {if_match.strip()[:80]}.")
        text = replace(base.text, to=to, cc=cc, subject=" ".join(body.subject.split()), body=body.body.strip())
        if not text.body:
            raise Problem("unfit", "body: expected some text.")
        found = save(store, base, text, caller.now)
    response.headers["etag"] = etag(found.kept.written)
    return _edited(found)


def _edited(found: Edited) -> models_writing.Edited:
    ended = found.kept.ended
    return models_writing.Edited(
        draft=draft_model(found.kept.written),
        changed=found.kept.how != "same",
        baseless=_bare(found.baseless),
        ended=ended.name if ended is not None else None,
    )


@router.post(
    "/proposals",
    status_code=201,
    response_model=models_writing.Proposed,
    **operation(Scope.PROPOSE, "not-found", "key-used"),
)
def suggest(caller: Proposes, body: asked.Proposal, once: AtMostOnce) -> Response:
    """Propose a draft. It is kept beside the person's own and marked; they read it, and decide. Nothing is sent."""
    told = body.model_dump() | {"to": tuple(body.to), "cc": tuple(body.cc)}

    def work(store: Store) -> models_writing.Proposed:
        found = propose(store, Proposal(**told), caller.policy, caller.within)
        return models_writing.Proposed(
            draft=draft_model(found.written), baseless=_bare(found.baseless), review=review_model(found.review)
        )

    return once.make(caller, body, work)


@router.post("/review", tags=["Review"], response_model=models_writing.Review, **operation(Scope.READ, "not-found"))
def judge(caller: Reads, body: asked.Judge) -> models_writing.Review:
    """Judge a text as if it were to go out now. Nothing is kept or changed."""
    to, cc = recipients("to", body.to), recipients("cc", body.cc)
    with caller.store() as store:
        text = Text(to=to, cc=cc, subject=" ".join(body.subject.split()), body=body.body)
        message = outgoing_text(body.body) if body.public else outgoing_of(text, _me(store))
        if not body.process:
            return review_model(review_process(message, None, caller.now, (), policy=caller.policy))
        return review_model(review_stored(message, store, body.process, caller.within, policy=caller.policy))


def _me(store: Store) -> str:
    known = store.setting("me") or ()
    return str(known[0]) if known else ""
