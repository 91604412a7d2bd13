"""A draft that a program proposes: kept beside the person's own, marked as what it is, and never over them.

The person reads, edits and approves it, or doesn't. A proposal approves nothing, ends no approval and sends nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from email.utils import parseaddr

from sincerely.app.drafts.draft_grounds import gathered, one_process
from sincerely.app.drafts.draft_targets import CODES, KINDS, kind_of
from sincerely.app.drafts.drafting import Background
from sincerely.app.drafts.kept import Clock, draft_named, live, went_out
from sincerely.app.drafts.recipients import recipients
from sincerely.app.drafts.regrounding import Baseless, reground
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.reviewing import Review, review_draft
from sincerely.core.outbound import Text, Written
from sincerely.core.policy import Policy
from sincerely.reading.letters.language import language_of
from sincerely.store.base import Store
from sincerely.writing.facts.languages import WRITTEN

_LONGEST = {"subject": 300, "body": 20_000}


class NoProposal(ValueError):
    """What was proposed can't be kept; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What a program proposes.

    Attributes:
        process: the process's name, or the beginning of it.
        code: the finding that it settles, such as ``THX001``, or a kind of mail, such as ``thank-you``.
        who: whom it is to or about, or the item handed in.
        to, cc: who gets it, each as ``Name <address>`` or a bare address.
        subject, body: what it says.
        draft: the program's own earlier proposal that this is to replace, such as ``d3``; else it is a new one.
        version: that proposal's latest version, as the program has read it.
    """

    process: str
    code: str
    who: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    subject: str = ""
    body: str = ""
    draft: str = ""
    version: int | None = None


@dataclass(frozen=True)
class Proposed:
    """What came of it.

    Attributes:
        written: the proposal as it is kept.
        baseless: the sentences that stand on nothing that is known.
        review: what the gate says about it now.
    """

    written: Written
    baseless: tuple[Baseless, ...]
    review: Review


def propose(store: Store, proposal: Proposal, policy: Policy, clock: Clock) -> Proposed:
    """Keep a proposal, say which of its sentences stand on nothing, and what the gate thinks of it.

    Raises:
        NothingThere: there is no such process or draft.
        NoProposal: it is no mail, or would replace what is not the program's own.
        NoRecipient: nobody can be written to like that.
    """
    load_tone()  # not while others wait
    process = one_process(store, proposal.process)
    now = clock(process.header.tz)
    purpose = kind_of(proposal.code, process, proposal.who)
    if not purpose:
        raise NoProposal(f'no mail settles "{proposal.code}"; expected one of {", ".join((*CODES, *KINDS))}')
    background = gathered(store, process, now).background
    text = _text(proposal, background)
    code = proposal.code.upper() if proposal.code.upper() in CODES else proposal.code.lower()
    new = Written(
        process=process.header.id,
        code=code,
        purpose=purpose,
        who=proposal.who or parseaddr(text.to[0])[1].lower(),
        text=text,
        language=found if (found := language_of(text.body)) in WRITTEN else "en",
        made_at=now,
        made_by="proposed",
    )
    sentences, baseless = reground(text, new, process, background, now)
    with store.transaction():
        kept = _keep(store, replace(new, sentences=sentences), proposal)
    me = store.setting("me") or ()
    return Proposed(kept, baseless, review_draft(store, kept, me[0] if me else "", now, policy=policy))


def _keep(store: Store, new: Written, proposal: Proposal) -> Written:
    if not proposal.draft:
        return store.add_version(new)
    last = draft_named(store, proposal.draft)
    if last.made_by != "proposed" or live(store, last) is not None or went_out(store, last) is not None:
        raise NoProposal(f"{last.name} is the person's by now: propose anew, without naming a draft")
    if proposal.version is not None and proposal.version != last.version:
        raise NoProposal(f"{last.name} has a newer version, {last.version}: read it, then propose again")
    if (last.process, last.purpose) != (new.process, new.purpose):
        raise NoProposal(f"{last.name} is another mail ({last.purpose} of {last.process}): propose anew")
    return last if last.text.digest == new.text.digest else store.add_version(replace(new, draft=last.draft))


def _text(proposal: Proposal, background: Background) -> Text:
    to, cc = recipients("to", proposal.to), recipients("cc", proposal.cc)
    if not to:
        raise NoProposal("to: expected at least one address")
    subject, body = " ".join(proposal.subject.split()), proposal.body.replace("\r\n", "\n").replace("\r", "\n").strip()
    for name, value in (("subject", subject), ("body", body)):
        if not value:
            raise NoProposal(f"{name}: expected some text")
        if len(value) > _LONGEST[name]:
            raise NoProposal(f"{name}: expected at most {_LONGEST[name]} characters, found {len(value)}")
    thread = background.thread(parseaddr(to[0])[1].lower(), "")
    earlier = tuple(dict.fromkeys((*thread.references, thread.message_id))) if thread.message_id else ()
    return Text(to=to, cc=cc, subject=subject, body=body, in_reply_to=thread.message_id, references=earlier)
