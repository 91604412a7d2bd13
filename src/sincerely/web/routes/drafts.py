"""Drafts: begun from what is owed, written like a letter, with the gate and the grounds beside it; versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.drafts import composing, starting
from sincerely.app.drafts.drafting import NoSuchDraft, Wish
from sincerely.app.drafts.kept import draft_named
from sincerely.app.drafts.mending import Mend
from sincerely.app.drafts.sheets import Clash
from sincerely.app.outgoing.outgoing_listing import draft_lines
from sincerely.app.processes.exits import NothingThere
from sincerely.core.outbound import CannotStep
from sincerely.store.base import Store
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.drafts import (
    LABELS,
    asks_only_for_notes,
    drafts_page,
    editor_page,
    looked_page,
    missing_page,
    versions_page,
)

from . import sheets
from .forms import Text
from .outgoing import letter_page

Short = Annotated[str, Query(max_length=400)]
Long = Annotated[str, Form(max_length=8000)]
# Whoever brings somebody here from another page begins nothing.
_OWN = frozenset({"same-origin", "none", ""})


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the drafts."""
    here = _Drafts(pages)
    app.get("/drafts", response_class=HTMLResponse)(here.listed)
    app.get("/draft/{code}", response_class=HTMLResponse)(here.begin)
    app.post("/draft/{code}")(here.answered)
    app.get("/drafts/{name}", response_class=HTMLResponse)(here.editor)
    app.post("/drafts/{name}")(here.typed)
    app.get("/drafts/{name}/versions", response_class=HTMLResponse)(here.versions)
    app.post("/drafts/{name}/restore")(here.restore)
    app.post("/drafts/{name}/anew")(here.anew)


@dataclass(frozen=True)
class _Drafts:
    """The handlers."""

    pages: Pages

    def clock(self, zone: Any) -> Any:
        return self.pages.site.clock().astimezone(zone)

    def listed(self, request: Request, process: Short = "") -> Response:
        with self.pages.site.opened() as store:
            found = draft_lines(store, self.clock, process)
        zone = self.pages.site.clock().tzinfo
        assert zone is not None
        return self.pages.show(request, "drafts/list.html", here="drafts", **drafts_page(found, zone))

    def begin(self, request: Request, code: str, process: Short, who: Short = "") -> Response:
        if request.headers.get("sec-fetch-site", "") not in _OWN:
            return self.pages.sorry(
                request, "Open it from Today", "This link came from another page; nothing was begun.", 403
            )
        return self._begin(request, code, process, Wish(who))

    def answered(
        self, request: Request, code: str, process: Text, who: Text = "", say: Long = "", token: Text = ""
    ) -> Response:
        self.pages.check(request, token)
        return self._begin(request, code, process, Wish(who.strip(), say.strip()))

    def _begin(self, request: Request, code: str, process: str, wish: Wish) -> Response:
        with self.pages.site.opened() as store:
            try:
                found = starting.start(store, process, code, wish, self.pages.site.clock())
            except NothingThere:
                raise Absent from None
            except NoSuchDraft as error:
                return self.pages.sorry(request, "No letter settles that", str(error), 404)
            if len(found.drafts) == 1 and not found.missing:
                return self.pages.done(f"/drafts/{found.drafts[0].name}")
            then = f"/draft/{quote(code)}?{urlencode({'process': process, 'who': wish.who})}"
            debrief = f"/debrief/{quote(process)}?{urlencode({'then': then})}"
            if found.missing and not found.drafts and not wish.said and asks_only_for_notes(found.missing):
                return self.pages.done(debrief)
            lines = [line for line in draft_lines(store, self.clock) if line.written in found.drafts]
        shown: dict[str, Any] = {
            "debrief": debrief,
            "header": found.process.header,
            "code": code,
            "who": wish.who,
            "rows": drafts_page(lines, found.process.header.tz),
            "missing": missing_page(found.missing),
        }
        return self.pages.show(request, "drafts/start.html", here="drafts", **shown)

    def editor(self, request: Request, name: str, check: Literal["", "1"] = "") -> Response:
        with self.pages.site.opened() as store:
            found = self._desk(store, name)
            if not found.open:
                return letter_page(self.pages, request, store, found, self.clock)
            return self._show(request, store, found, look=bool(check))

    def typed(self, request: Request, name: str, sent: sheets.Form) -> Response:
        self.pages.check(request, sent.token)
        if not sent.fits:
            return self.pages.sorry(request, "That is too long for a letter", "Keep what they should remember.", 413)
        now = self.pages.site.clock()
        with self.pages.site.opened() as store:
            try:
                done = composing.type_in(store, self._desk(store, name).written.name, sent.typed, now)
                if done.clashes or not sent.do:
                    # It saves itself, or two texts are to be shown; what this window says stays as it is.
                    return self._show(request, store, self._desk(store, name), sent, done.clashes, look=True)
                return self._pressed(store, name, sent.do)
            except CannotStep as error:
                return self.pages.sorry(request, "This text stands", str(error), 409)

    def _pressed(self, store: Store, name: str, do: str) -> Response:
        now = self.pages.site.clock()
        if do.startswith("mend:"):
            found = self._desk(store, name)
            mend = _mend(composing.look(store, found, self.clock), do)
            if mend is None:
                return self.pages.done(f"/drafts/{name}?check=1", "That was mended already.", undo="")
            composing.set_field(store, name, mend, now)
            return self.pages.done(
                f"/drafts/{name}?check=1", f"{mend.words}: done. The text before is among the versions.", undo=""
            )
        edited = composing.keep_version(store, name, now)
        if do == "next":
            return self.pages.done(f"/drafts/{name}/send")
        if do == "check":
            return self.pages.done(f"/drafts/{name}?check=1")
        said = f"Kept as version {edited.kept.written.version}." if edited else "That is kept already."
        return self.pages.done(f"/drafts/{name}", said, undo="")

    def versions(self, request: Request, name: str, show: Annotated[int, Query(ge=0)] = 0) -> Response:
        with self.pages.site.opened() as store:
            found = self._desk(store, name)
            kept = store.versions(found.written.draft)
        shown = versions_page(kept, show, found.process.header.tz)
        return self.pages.show(
            request, "drafts/versions.html", here="drafts", draft=found.written, may=found.open, **shown
        )

    def restore(self, request: Request, name: str, version: Annotated[int, Form(ge=1)], token: Text = "") -> Response:
        self.pages.check(request, token)
        with self.pages.site.opened() as store:
            try:
                kept = composing.restore(store, name, version, self.pages.site.clock())
            except NothingThere:
                raise Absent from None
            except CannotStep as error:
                return self.pages.sorry(request, "This text stands", str(error), 409)
        return self.pages.done(f"/drafts/{name}", f"Version {version} is back, as version {kept.version}.", undo="")

    def anew(self, request: Request, name: str, token: Text = "") -> Response:
        self.pages.check(request, token)
        with self.pages.site.opened() as store:
            try:
                composing.keep_version(store, name, self.pages.site.clock())
                found = starting.anew(store, draft_named(store, name), self.pages.site.clock())
            except NothingThere:
                raise Absent from None
            except CannotStep as error:
                return self.pages.sorry(request, "This text stands", str(error), 409)
        if found is None:
            return self.pages.done(
                f"/drafts/{name}", "Something is missing to write it anew; it stays as it is.", undo=""
            )
        return self.pages.done(
            f"/drafts/{name}", f"Written anew: version {found.version}. Yours are among the versions.", undo=""
        )

    def _desk(self, store: Store, name: str) -> composing.Desk:
        try:
            return composing.desk(store, name)
        except NothingThere:
            raise Absent from None

    def _show(
        self,
        request: Request,
        store: Store,
        found: composing.Desk,
        sent: sheets.Sent | None = None,
        clashes: Mapping[str, Clash] | None = None,
        *,
        look: bool = False,
    ) -> Response:
        here = sheets.window_of(sent.typed, clashes or {}) if sent else sheets.fresh_window()
        said = looked_page(found, composing.look(store, found, self.clock)) if look else None
        shown = {
            **editor_page(found, here.fields, here.seen),
            "window": here.name,
            "clashes": sheets.both(clashes or {}, LABELS),
            "looked": said,
            "count": len(store.versions(found.written.draft)),
            "debrief": f"/debrief/{quote(found.process.header.id)}?then=/drafts/{found.written.name}"
            if self.pages.serves("/debrief/")
            else "",
        }
        status = 409 if clashes and sent and sent.do else 200
        return self.pages.show(request, "drafts/editor.html", status, here="drafts", **shown)


def _mend(looked: composing.Looked, do: str) -> Mend | None:
    """Return the mend that a button named, if the gate still finds that."""
    for finding, mend in zip(looked.review.verdict.findings, looked.mends, strict=True):
        if mend is not None and do == f"mend:{finding.code}:{finding.begin if finding.begin is not None else -1}":
            return mend
    return None
