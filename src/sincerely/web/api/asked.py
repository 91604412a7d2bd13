"""What the API is asked: bodies of requests."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(max_length=4000)]
Short = Annotated[str, Field(max_length=400)]
Address = Annotated[str, Field(max_length=400, description="Name <address>, or an address.")]


class Asked(BaseModel):
    """A body; what is not known in it is an error, so that nothing is misspelt and lost."""

    model_config = ConfigDict(extra="forbid")


class Exit(Asked):
    """One of the exits of a finding."""

    code: Short = Field(examples=["THX001"])
    process: Short = Field("", description="Its name or the beginning of it; may be empty where one has it.")
    who: Short = Field("", description="Of several, which.", examples=["dana@acme.example"])
    how: Literal["done", "dismissed", "snoozed", "wrong"] = Field(
        description="Done elsewhere; not for me; later; or what it stands on did not happen."
    )
    until: date | None = Field(None, description="Of snoozed: the day.", examples=["2026-03-20"])
    channel: Short = Field("", description="Of done: how, such as phone.", examples=["phone"])


class Line(Asked):
    """An event by hand, in the timeline notation; without a time it happened now."""

    line: str = Field(
        min_length=1,
        max_length=2000,
        pattern=r"^[^\r\n]+$",
        examples=["wrote dana@acme.example purpose=check-in channel=phone"],
    )


class Said(Asked):
    """An answer."""

    said: Literal["yes", "no"]


class Debrief(Asked):
    """What was said in the last interview. Empty where nothing is to be said."""

    who: list[Short] = Field(
        [], max_length=20, description="Whom the notes are about.", examples=[["dana@acme.example"]]
    )
    liked: Text = Field("", examples=["the migration story"])
    fit: Text = Field("", description="What they need, and what you did.", examples=["ran two such migrations"])
    topic: Text = ""
    send: Text = Field("", description="What you said you would send.")
    note: Text = Field("", description="For yourself; never gets into a mail.")
    answer_by: date | None = Field(None, description="By when they decide.", examples=["2026-03-13"])
    contact: Short = Field("", description="Whom to write to, as they wish.")


class Wanted(Asked):
    """Which draft to write."""

    process: Short = Field(min_length=1, examples=["acme-analyst"])
    code: Short = Field(min_length=1, description="A finding's code, or a kind of mail.", examples=["THX001"])
    to: Short = Field("", description="Whom it is to or about, or the item to hand in; empty for all.")
    say: Text = Field("", description="The person's own words for it.")
    language: Literal["", "en", "de", "fr"] = Field("", description="Else as the thread is.")
    fresh: bool = Field(default=False, description="Write it anew though the person edited it; their version stays.")


class Mail(Asked):
    """What a draft is to say: all of it."""

    to: list[Address] = Field(max_length=20, examples=[["Dana Reed <dana@acme.example>"]])
    cc: list[Address] = Field([], max_length=20)
    subject: Short = Field(examples=["Thank you"])
    body: str = Field(min_length=1, max_length=20000, examples=["Dear Dana,\n\nThank you for your time today."])


class Proposal(Mail):
    """A draft that a program proposes."""

    process: Short = Field(min_length=1, examples=["acme-analyst"])
    code: Short = Field(min_length=1, examples=["THX001"])
    who: Short = Field("", description="Whom it is to or about, or the item handed in.")
    draft: Short = Field("", description="The program's own earlier proposal that this replaces.", examples=["d3"])
    version: int | None = Field(None, ge=1, description="That proposal's version, as the program has read it.")


class Overrule(Asked):
    """A check that the person has read, and overrules for this text."""

    code: Short = Field(min_length=1, examples=["OUT001"])
    reason: str = Field(min_length=1, max_length=2000, pattern=r"\S", examples=["Dana asked me to write today."])


class Approve(Asked):
    """A yes to one text, word for word: version and digest say which."""

    version: int = Field(ge=1)
    digest: str = Field(pattern=r"^[0-9a-f]{64}$", description="The draft's `digest`.")
    overrule: list[Overrule] = Field([], max_length=20)


class Judge(Asked):
    """A text to be judged as if it were to go out now."""

    process: Short = Field("", description="The process that it belongs to; without one the text alone is judged.")
    to: list[Address] = Field([], max_length=20)
    cc: list[Address] = Field([], max_length=20)
    subject: Short = ""
    body: str = Field(min_length=1, max_length=20000, examples=["Hi Dana, any news?"])
    public: bool = Field(default=False, description="A post or a review, for anybody to read.")
