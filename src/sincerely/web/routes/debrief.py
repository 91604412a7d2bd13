"""The debrief: five minutes after the interview, on the phone; saved as one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app import wiring
from sincerely.app.drafts.draft_grounds import gathered
from sincerely.app.drafts.sheets import Clash
from sincerely.app.interviews import debrief_form
from sincerely.app.interviews.debrief_mail import account_to_self, make, send_to_self
from sincerely.app.interviews.debrief_notes import NotADay, note_down
from sincerely.app.processes.exits import NothingThere
from sincerely.core.process import Process
from sincerely.outbox.base import Fate
from sincerely.store.base import Store
from sincerely.web.pages import Absent, Pages
from sincerely.web.security import place_on_this_server
from sincerely.web.views.debrief import debrief_page, labels

from . import sheets
from .forms import Asked, Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the debrief."""
    here = _Debrief(pages)
    app.get("/debrief", response_class=HTMLResponse)(here.due)
    app.get("/debrief/{name:path}", response_class=HTMLResponse)(here.debrief)
    app.get("/debrief-ahead/{name:path}", response_class=HTMLResponse)(here.ahead)
    app.post("/debrief/{name:path}")(here.save)
    app.post("/debrief-mail/{name:path}")(here.mail)


@dataclass(frozen=True)
class _Debrief:
    """The handlers."""

    pages: Pages

    def debrief(self, request: Request, name: str, then: Asked = "", of: Asked = "") -> Response:
        with self.pages.site.opened() as store:
            process = self._process(store, name)
            return self._show(request, store, process, form=_of(of), then=place_on_this_server(then))

    def due(self, request: Request) -> Response:
        """Show which debriefs are owed; the only one at once."""
        now = self.pages.site.clock()
        with self.pages.site.opened() as store:
            owed = debrief_form.due(self.pages.known.look(store, self.pages.site.policy), now)
        if len(owed) == 1:
            return self.pages.done(f"/debrief/{quote(owed[0].process.header.id)}")
        return self.pages.show(request, "debrief/due.html", here="today", owed=owed)

    def ahead(self, request: Request, name: str) -> Response:
        """Show the debrief of the interview ahead: a phone takes it along, to where it finds no connection."""
        with self.pages.site.opened() as store:
            return self._show(request, store, self._process(store, name), form=debrief_form.form_ahead)

    def save(self, request: Request, name: str, sent: sheets.Form) -> Response:
        self.pages.check(request, sent.token)
        if not sent.fits:
            return self.pages.sorry(request, "That is too much for one form", "Put the rest into a second note.", 413)
        now, here = self.pages.site.clock(), f"/debrief/{quote(name)}"
        with self.pages.site.opened() as store:
            process = self._process(store, name)
            try:
                done = debrief_form.type_in(store, process, sent.typed, now, sent.interview, add=sent.do == "add")
            except NothingThere as error:
                return self.pages.sorry(request, "There is no such interview", str(error), 409)
            if done.clashes or not sent.do:
                # It saves itself, or two texts are to be shown; what this window says stays as it is.
                status = 409 if done.clashes and sent.do else 200
                window = sheets.window_of(sent.typed, done.clashes)
                shown = _of(sent.interview)
                return self._show(request, store, process, done.clashes, window, status, form=shown, then=sent.then)
            if sent.do != "done":
                # The first event that shows it is name enough, and short enough for an address.
                more = {"then": sent.then, "of": sent.interview.partition(" ")[0]}
                here += f"?{urlencode({name: value for name, value in more.items() if value})}"
                return self.pages.done(f"{here}#others" if sent.do == "add" else here)
            try:
                note_down(store, name, now, self._names(store, process), sent.interview)
            except NotADay as error:
                shown = _of(sent.interview)
                return self._show(request, store, process, status=422, wrong=str(error), form=shown, then=sent.then)
            except NothingThere:
                return self.pages.done(sent.then or f"/p/{quote(name)}", "Nothing new to note.", undo="")
        of = process.header.employer or process.header.id
        return self.pages.done(sent.then or f"/p/{quote(name)}", f"Your notes on the interview at {of} are kept.")

    def mail(self, request: Request, name: str, token: Text = "") -> Response:
        """Send the questions to the person's own address, or give them as a file where no mailbox can send."""
        self.pages.check(request, token)
        with self.pages.site.opened() as store:
            process = self._process(store, name)
            account = account_to_self(store)
            own = [account.address] if account is not None else list(store.setting("me") or ())
            if not own:
                return self.pages.sorry(request, "Your own address is not known yet", "Read your mail first.", 409)
            try:
                made = make(store, process, own[0], self._names(store, process), self.pages.site.clock())
            except NothingThere as error:
                return self.pages.sorry(request, "There has been no interview yet", str(error), 409)
            if account is None:
                headers = {"content-disposition": 'attachment; filename="debrief.eml"'}
                return Response(made.data, media_type="message/rfc822", headers=headers)
            told = send_to_self(made, wiring.account_outbox(account))
        if told.fate is not Fate.TAKEN:
            return self.pages.sorry(request, "The questions were not sent", told.told, 502)
        here = f"/debrief/{quote(name)}"
        return self.pages.done(
            here, f"Sent to {made.to}. Answer it there; it is noted when your mail is read.", undo=""
        )

    def _process(self, store: Store, name: str) -> Process:
        found = self.pages.process(store, name)
        if found is None:
            raise Absent
        return found

    def _names(self, store: Store, process: Process) -> Mapping[str, str]:
        return gathered(store, process, self.pages.site.clock()).background.names

    def _show(
        self,
        request: Request,
        store: Store,
        process: Process,
        clashes: Mapping[str, Clash] = MappingProxyType({}),
        window: sheets.Window | None = None,
        status: int = 200,
        wrong: str = "",
        form: Callable[..., debrief_form.Form] = debrief_form.form,
        then: str = "",
    ) -> Response:
        now = self.pages.site.clock()
        try:
            told = form(store, process, now, self._names(store, process))
        except NothingThere:
            return self.pages.show(request, "debrief/none.html", 200, here="processes", header=process.header)
        here = window or sheets.fresh_window()
        shown = {
            **debrief_page(told, here.fields, here.seen),
            "window": here.name,
            "interview_name": debrief_form.name_of(told.interview),
            "clashes": sheets.both(clashes, labels(told)),
            "wrong": wrong,
            "opens": told.interview.end.isoformat() if told.interview.end > now else "",
            "then": then,
            "letter": then.startswith("/draft"),
            "by_mail": account_to_self(store) is not None,
        }
        return self.pages.show(request, "debrief/debrief.html", status, here="processes", **shown)


def _of(named: str) -> Callable[..., debrief_form.Form]:
    """Return what gives the form of the interview of that name."""
    return partial(debrief_form.form, named=named)
