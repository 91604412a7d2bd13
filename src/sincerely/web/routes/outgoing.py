"""Letters on their way out: read once more and approved, sent or held, taken back; and the ways out of doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.connections import not_let_in
from sincerely.app.drafts import composing
from sincerely.app.drafts.drafts_folder import put_message
from sincerely.app.drafts.kept import Clock, message_named
from sincerely.app.outgoing.approving import Wish
from sincerely.app.outgoing.approving_ways import approve_for
from sincerely.app.outgoing.mail_file import mail_file
from sincerely.app.outgoing.outgoing_listing import line_of, lines
from sincerely.app.outgoing.posting import post, search
from sincerely.app.outgoing.sent_by_hand import told_sent
from sincerely.app.outgoing.sent_by_whom import by_hand, is_on, queue, sending_account
from sincerely.app.outgoing.settling import again, give_up, in_doubt
from sincerely.app.outgoing.withdrawing import withdraw
from sincerely.app.processes.exits import NothingThere
from sincerely.core.outbound import UNDO_FOR, CannotStep, Dispatch, State
from sincerely.gate.approval import NothingToOverrule
from sincerely.outbox.eml import NoAddress
from sincerely.sources.base import SourceError
from sincerely.store.base import Store
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.accounts import for_pages
from sincerely.web.views.drafts import editor_page, from_words, looked_page
from sincerely.web.views.outgoing import Letter, letter, outgoing_page, why_not

from . import sheets
from .forms import Text
from .unlocking import locked, unlock_page

Deed = Literal["withdraw", "send", "hand", "drafts", "sent", "look", "found", "again", "give-up"]
_REASON = "reason."
_GONE = frozenset({State.CLAIMED, State.SENT, State.UNKNOWN})


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the last look at a letter, and what is on its way out."""
    here = _Outgoing(pages)
    app.get("/outgoing", response_class=HTMLResponse)(here.outgoing)
    app.get("/outgoing/{name}", response_class=HTMLResponse)(here.message)
    app.get("/drafts/{name}/send", response_class=HTMLResponse)(here.last_look)
    app.post("/drafts/{name}/send")(here.approve)
    app.post("/outgoing/{name}/file")(here.file)
    app.post("/outgoing/{name}/do")(here.do)


@dataclass(frozen=True)
class _Outgoing:
    """The handlers."""

    pages: Pages

    def clock(self, zone: Any) -> Any:
        return self.pages.site.clock().astimezone(zone)

    def outgoing(self, request: Request) -> Response:
        with self.pages.site.opened() as store:
            found = [
                letter(line, self.pages.site.clock(), queued=line.goes is not None) for line in lines(store, self.clock)
            ]
            sends = any(account.may_send for account in store.accounts())
        shown = {**outgoing_page(found), "secrets_locked": sends and locked(self.pages.site)}
        return self.pages.show(request, "outgoing/list.html", here="drafts", **shown)

    def message(self, request: Request, name: str) -> Response:
        with self.pages.site.opened() as store:
            try:
                return _letter(self.pages, request, store, message_named(store, name), self.clock)
            except NothingThere:
                raise Absent from None

    def last_look(self, request: Request, name: str) -> Response:
        with self.pages.site.opened() as store:
            found = self._desk(store, name)
            if not found.open or found.changed:
                # What is approved is a version; the editor's button makes one of what was typed.
                return self.pages.done(f"/drafts/{name}")
            return self._last_look(request, store, found)

    def approve(self, request: Request, name: str, sent: sheets.Form) -> Response:
        self.pages.check(request, sent.token)
        fields = sent.typed.fields
        reasons = {n.removeprefix(_REASON): r.strip() for n, r in fields.items() if n.startswith(_REASON) and r.strip()}
        with self.pages.site.opened() as store:
            found = self._desk(store, name)
            try:
                if not found.open or fields.get("digest") != found.text.digest or found.changed:
                    return self.pages.done(f"/drafts/{name}/send", "The text has changed. Read it once more.", undo="")
                composing.check_addresses(found)
                sender = fields.get("sender", "") if fields.get("sender", "") in composing.senders(store) else ""
                undo = UNDO_FOR if sent.do == "send" else UNDO_FOR * 0
                wish = Wish(found.written.version, reasons, sender, self.pages.site.policy.name, undo)
                answer = approve_for(store, name, wish, self.clock, from_here=sent.do == "send")
                if not answer.approved:
                    return self._last_look(request, store, self._desk(store, name), 409)
            except (CannotStep, NothingToOverrule, composing.NoAddress, NothingThere) as error:
                return self._last_look(request, store, self._desk(store, name), 409, why_not(error))
        return self.pages.done(f"/drafts/{name}")

    def file(self, request: Request, name: str, token: Text = "") -> Response:
        self.pages.check(request, token)
        with self.pages.site.opened() as store:
            try:
                made = mail_file(store, name, self.clock)
                by_hand(store, name)
            except NothingThere:
                raise Absent from None
            except (CannotStep, NoAddress) as error:
                return self.pages.sorry(request, "There is no file to write", why_not(error), 409)
        if not made.data:
            return self.pages.sorry(request, "It does not stand any more", f"{made.why} Read it again.", 409)
        headers = {"content-disposition": f'attachment; filename="{made.message.name}.eml"'}
        return Response(made.data, media_type="message/rfc822", headers=headers)

    def do(self, request: Request, name: str, how: Annotated[Deed, Form()], token: Text = "") -> Response:
        self.pages.check(request, token)
        with self.pages.site.opened() as store:
            try:
                found = message_named(store, name)
                said = _DEEDS[how](store, found, self.pages, self.clock)
                found = message_named(store, name)
            except NothingThere:
                raise Absent from None
            except (CannotStep, NoAddress) as error:
                return self.pages.sorry(request, "That can’t be done now", why_not(error), 409)
            except SourceError as error:
                if locked(self.pages.site):
                    return unlock_page(self.pages, request, f"/outgoing/{name}", for_pages(error), 503)
                return self.pages.sorry(request, "Your mail can’t be read now", str(error), 503)
        back = f"/drafts/d{found.draft}" if found.draft is not None else f"/outgoing/{name}"
        undo = "Undo" if how in {"sent", "found"} and found.state is State.SENT else ""
        return self.pages.done(back, said, undo=undo)

    def _desk(self, store: Store, name: str) -> composing.Desk:
        try:
            return composing.desk(store, name)
        except NothingThere:
            raise Absent from None

    def _last_look(
        self, request: Request, store: Store, found: composing.Desk, status: int = 200, wrong: str = ""
    ) -> Response:
        choices = composing.senders(store)
        usual = choices[0] if choices else found.sender
        able = choices if is_on(store) else ()
        account = next((c for c in able if sending_account(store, composing.address_of(c))), "")
        shown = {
            **editor_page(found, {}, {}),
            **looked_page(found, composing.look(store, found, self.clock)),
            "text": found.text,
            "digest": found.text.digest,
            "senders": choices,
            "usual": account or usual,
            "from_words": from_words(account or usual),
            "own": composing.address_of(account or usual),
            "account": composing.address_of(account),
            "strict": not composing.may_overrule(self.pages.site.policy),
            "wrong": wrong,
        }
        return self.pages.show(request, "drafts/send.html", status, here="drafts", **shown)


def letter_page(pages: Pages, request: Request, store: Store, found: composing.Desk, clock: Clock) -> Response:
    """Return the page of a draft that is approved, on its way, or sent."""
    assert found.message is not None
    return _letter(pages, request, store, found.message, clock)


def _letter(pages: Pages, request: Request, store: Store, message: Dispatch, clock: Clock) -> Response:
    line = line_of(store, message, clock)
    shown: Letter = letter(line, pages.site.clock(), queued=line.goes is not None)
    account = sending_account(store, composing.address_of(message.sender))
    able = account is not None and not message.text.attach
    drawer = any(each.imap is not None and not each.read_only for each in store.accounts())
    refused = account is not None and account.address in not_let_in.refusals(store)
    return pages.show(
        request,
        "outgoing/letter.html",
        here="drafts",
        letter=shown,
        able=able,
        drawer=drawer,
        secrets_locked=(able or drawer) and locked(pages.site),
        refused=account.address if account is not None and refused else "",
    )


def _withdraw(store: Store, found: Dispatch, pages: Pages, _: Clock) -> str:
    withdraw(store, found.name, pages.site.clock())
    return "Taken back. Nothing goes out."


def _send(store: Store, found: Dispatch, pages: Pages, _: Clock) -> str:
    try:
        queue(store, found.name)
        outcome = post(store, found.name, pages.site.clock)
    except CannotStep:
        # The page's seconds and the background's end together: whoever comes second is shown what came of it.
        if message_named(store, found.name).state in _GONE:
            return ""
        raise
    if outcome.message.state is State.SENT:
        return "Sent."
    return f"Not sent. {outcome.why}" if outcome.message.state is not State.UNKNOWN else outcome.why


def _hand(store: Store, found: Dispatch, _pages: Pages, _: Clock) -> str:
    by_hand(store, found.name)
    return "You send it by hand."


def _drafts(store: Store, found: Dispatch, pages: Pages, _: Clock) -> str:
    placed = put_message(store, found.name, pages.site.clock())
    where = f" {placed.folder}" if placed.folder else ""
    attach = f" Attach {', '.join(placed.attach)} there." if placed.attach else ""
    return f"It lies in your Drafts folder{where}; you send it from there.{attach}"


def _sent(store: Store, found: Dispatch, pages: Pages, clock: Clock) -> str:
    told = told_sent(store, found.name, clock, pages.site.clock())
    return f"Not noted as sent. {told.why}" if told.why else "Noted as sent."


def _look(store: Store, found: Dispatch, pages: Pages, _: Clock) -> str:
    looked = search(store, found.name, pages.site.clock)
    if looked.by is not None or looked.message.state is State.SENT:
        return "Its copy was found among your sent mail: it went out."
    return "No copy was found, which proves nothing."


def _found(store: Store, found: Dispatch, pages: Pages, _: Clock) -> str:
    doubted = in_doubt(store, found.name)
    told_sent(store, found.name, lambda _: doubted.changed_at, pages.site.clock(), anyway=True)
    return "Noted: it went out."


def _again(store: Store, found: Dispatch, pages: Pages, _: Clock) -> str:
    again(store, found.name, pages.site.clock())
    return "Read it once more, then send it again: they may get it twice."


def _give_up(store: Store, found: Dispatch, pages: Pages, _: Clock) -> str:
    give_up(store, found.name, pages.site.clock())
    return "Left as it is. Should its copy be found, it counts as sent."


_DEEDS: dict[str, Callable[[Store, Dispatch, Pages, Clock], str]] = {
    "withdraw": _withdraw,
    "send": _send,
    "hand": _hand,
    "drafts": _drafts,
    "sent": _sent,
    "look": _look,
    "found": _found,
    "again": _again,
    "give-up": _give_up,
}
