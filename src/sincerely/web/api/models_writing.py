"""Drafts, messages on their way out, and what the gate says, as the API answers them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .models import Code, Instant, Name, Quote, Told, Who


class Ground(Told):
    """What a sentence stands on."""

    kind: str = Field(examples=["debrief"])
    text: str
    source: str = ""
    event: str = ""


class Sentence(Told):
    """One sentence of a draft."""

    text: str
    stands_on: list[Ground] = Field(description="Its grounds; empty where it stands on nothing.")


class Draft(Told):
    """One version of a draft. Versions are only ever added."""

    id: str = Field(examples=["d1"])
    version: int = Field(ge=1)
    made_by: Literal["generated", "edited", "proposed"] = Field(
        description="Written by Sincerely, edited by the person, or proposed by a program."
    )
    made_at: Instant
    process: Name
    code: Code
    what: str = Field(description="The kind of mail.", examples=["thank-you"])
    who: Who = ""
    to: str = Field(examples=["dana@acme.example"])
    cc: str = ""
    subject: str
    body: str
    sentences: list[Sentence]
    language: str = "en"
    digest: str = Field(description="SHA-256 of all that would go out: an approval is for this and nothing else.")
    in_reply_to: str = ""
    references: list[str] = Field([])
    attach: list[str] = Field([], description="What has to be attached, in words.")


class DraftLine(Told):
    """A draft's latest version, and what became of it."""

    draft: Draft
    state: str = Field(description="In words.", examples=["held until Tue 17 March, 09:00 (o1)"])


class Baseless(Told):
    """A sentence that stands on nothing."""

    sentence: str
    words: list[str] = Field(description="The words for which there is no ground.")


class Edited(Told):
    """What came of an edit."""

    draft: Draft
    changed: bool = Field(description="False where the text was the same: then it is no new version.")
    baseless: list[Baseless]
    ended: str | None = Field(description="The message whose approval this ended.", examples=["o1"])


class Made(Told):
    """A draft as it was made."""

    draft: Draft
    how: Literal["new", "same", "changed", "edited"] = Field(
        description="New; the same as before; changed with its grounds; or edited by the person, and left as it is."
    )


class Missing(Told):
    """What a mail wants before it can be written. Nothing is made up."""

    what: str = Field(examples=["thank-you"])
    to: str
    missing: list[dict[str, str]] = Field(description="What is missing, the question that gets it, and how to give it.")


class Drafts(Told):
    """The mails that settle a finding."""

    drafts: list[Made]
    missing: list[Missing]


class GateFinding(Told):
    """What the gate has against a text."""

    code: Code
    weight: str = Field(description="stop, hold or advise.", examples=["hold"])
    message: str
    quote: Quote
    begin: int | None
    stop: int | None
    where: str
    proposal: str = Field(description="What to write instead; empty where there is no proposal.")
    not_before: str | None
    overruled: bool = False


class Review(Told):
    """What the gate says about a text, now."""

    verdict: Literal["send", "hold", "stop"]
    not_before: str | None = Field(description="Held until then.")
    findings: list[GateFinding]
    note: str = ""


class Proposed(Told):
    """A proposal as it is kept. Nobody sends it: the person reads it, and decides."""

    draft: Draft
    baseless: list[Baseless]
    review: Review


class Overruled(Told):
    """A check that the person overruled."""

    code: Code
    reason: str
    at: str | None


class Message(Told):
    """A message that is approved, held, sent, withdrawn or in doubt."""

    id: str = Field(examples=["o1"])
    draft: str | None = Field(examples=["d1"])
    version: int | None
    process: Name
    purpose: str = Field(examples=["thank-you"])
    to: list[str]
    cc: list[str]
    subject: str
    state: str = Field(examples=["approved"])
    now: str = Field(description="What it is worth now.", examples=["held"])
    why: str
    approved_at: str | None
    not_before: str | None
    digest: str
    message_id: str
    overruled: list[Overruled]
    changed_at: str | None


class Approval(Told):
    """What came of an approval."""

    approved: bool
    already: bool = Field(description="It had been approved before.")
    message: Message | None = Field(description="The message; null where it was refused and nothing was overruled.")
    forbidden: list[str] = Field(description="Codes that the policy lets nobody overrule.")
    review: Review | None
