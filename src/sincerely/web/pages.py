"""What every page needs: the site, templates, tokens, and the answers that all areas give alike."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sincerely.app.mail_in.sample_in import has_sample
from sincerely.app.today.known import Known
from sincerely.app.today.policies import policy_of
from sincerely.app.wiring import home
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.store.base import Store
from sincerely.store.version import Version

from .navigation import NAVIGATION
from .security import COOKIE, FIELD, Tokens, place_on_this_server

HERE = Path(__file__).parent
STATIC = HERE / "static"
TOAST = "sincerely-said"
WISH = "sincerely.keep"
# A toast is one line; cookies may hold 4 KB.
_LONGEST = 300
# What htmx replaces, beside the toast, with the page that a form of `live` leads to.
_MAIN = "main#main"


@dataclass
class Site:
    """What the pages need to run.

    Attributes:
        open: opens the store.
        policy: the policy that holds, as the store said when it was last opened.
        clock: tells the time, aware, on the reader's clock.
        hosts: the values of Host that are ours.
        public: the Host under which the calendar feed is served, and nothing else; "" for none.
        locked: whether the pages can be reached from elsewhere, and so ask for the passphrase.
        https: whether they are to be opened by https alone.
        folder: the data folder; None for the user's own.
        profile: a policy's profile for once; "" for the one that the person chose.
        sample: whether what the store holds is the sample, as it said when it was last opened.
        at_once: has the background do its work now, because what was in its way is gone.
        mark: tells of the store's every change, see `Store.version`; where it tells None, no answer is kept.
        known: what was loaded and reported for an earlier answer.
    """

    open: Callable[[], AbstractContextManager[Store]]
    policy: Policy
    clock: Callable[[], datetime]
    hosts: tuple[str, ...]
    public: str = ""
    locked: bool = False
    https: bool = False
    folder: Path | None = None
    profile: str = ""
    sample: bool = False
    at_once: Callable[[], None] = lambda: None
    mark: Callable[[], Version | None] = lambda: None
    known: Known = field(default_factory=Known)

    @property
    def home(self) -> Path:
        """The data folder."""
        return self.folder or home()

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """Open the store for one request."""
        with self.open() as store:
            self.policy, self.sample = policy_of(store, self.profile), has_sample(store)
            yield store


@cache
def _templates(*, locked: bool) -> Environment:
    """Return the templates; compiled once, whatever they are shown for."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"static": static, "live": live, "navigation": NAVIGATION, "locked": locked}
    icons = made.get_template("_icons.html").module
    made.globals |= {name: getattr(icons, name) for name in ("icon", "seal", "symbols", "again")}
    return made


@dataclass
class Wish:
    """What a route says of its answer: whether it may be kept, and until when at most."""

    wanted: bool = False
    until: datetime | None = None


class Refused(Exception):
    """A form came without its token; nothing was changed."""


class Absent(Exception):
    """There is nothing at this address."""


@dataclass
class Pages:
    """Templates, tokens and answers.

    Attributes:
        site: what the pages run on.
        prefixes: the beginnings of every address that is served, such as ``/card/``; filled when all areas are there.
    """

    site: Site
    prefixes: frozenset[str] = frozenset()
    tokens: Tokens = field(default_factory=Tokens)

    @property
    def known(self) -> Known:
        """What was loaded and reported for an earlier answer."""
        return self.site.known

    def __post_init__(self) -> None:
        self.templates = _templates(locked=self.site.locked)

    def show(self, request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page, with a token for its forms, and the toast of what was done just before."""
        visitor = self.tokens.visitor(request)
        token = self.tokens.token(visitor)

        def csrf() -> Markup:
            return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token)

        looks = TOAST in request.cookies and _looked_at(request)
        shown = {"here": "", "toast": _toast(request) if looks else None, "sample": self.site.sample, **values}
        answer = HTMLResponse(self.templates.get_template(name).render(csrf=csrf, **shown), status)
        answer.set_cookie(COOKIE, visitor, httponly=True, samesite="strict", path="/")
        if looks:
            answer.delete_cookie(TOAST, httponly=True, samesite="strict", path="/")
        return answer

    def keep(self, request: Request, until: datetime | None = None) -> None:
        """Say that this answer may be kept and given again, see `kept_answers` for what must be so.

        Args:
            request: what is answered.
            until: when it will be another one, though nothing is stored meanwhile; None where that is not known.
        """
        wish: Wish | None = request.scope.get(WISH)
        if wish is not None:
            wish.wanted, wish.until = True, until

    def sorry(self, request: Request, heading: str, text: str, status: int) -> HTMLResponse:
        """Return a page that says what went wrong and what to do."""
        return self.show(request, "message.html", status, heading=heading, text=text)

    def check(self, request: Request, token: str) -> None:
        """See that a form came from our own page.

        Raises:
            Refused: it did not.
        """
        if not self.tokens.fits(request, token):
            raise Refused

    def done(self, to: str, said: str = "", *, undo: str = "Undo") -> Response:
        """Return the way to the page that shows what a POST changed, with a toast.

        Args:
            to: a path of ours; `back` gives the page that the form was on.
            said: what was done, in words; the toast that says so offers to take it back.
            undo: the words of the toast's button; "" where it can't be taken back.
        """
        answer = RedirectResponse(to, status_code=303)
        if said:
            text = json.dumps({"said": said[:_LONGEST], "undo": undo}).encode()
            kept = urlsafe_b64encode(text).decode("ascii")
            answer.set_cookie(TOAST, kept, max_age=60, httponly=True, samesite="strict", path="/")
        return answer

    def process(self, store: Store, name: str) -> Process | None:
        """Return one process to look at, as it was loaded for an earlier page where nothing has changed since."""
        return next(iter(self.known.look(store, self.site.policy).processes([name])), None)

    def serves(self, prefix: str) -> bool:
        """Whether some area serves addresses that begin like this: what is not built yet is not linked."""
        return prefix in self.prefixes


def back(request: Request, otherwise: str = "/") -> str:
    """Return the page that a form was on; never one of somebody else's."""
    return place_on_this_server(request.headers.get("referer", "")) or otherwise


def live(path: str) -> Markup:
    """Return the attributes by which a form is sent without a page load; without scripts it is sent as ever.

    The answer is the page that a redirect leads to, as without scripts: only its main part and its toast are taken.
    """
    return Markup(
        'hx-post="{}" hx-target="#main" hx-select="#main" hx-select-oob="#toasts:innerHTML" hx-swap="outerMorph"'
    ).format(path)


@cache
def static(name: str) -> str:
    """Return the address of a static file, another one whenever the file is another."""
    digest = blake2b((STATIC / name).read_bytes(), digest_size=6).hexdigest()
    return f"/static/{name}?{digest}"


def _looked_at(request: Request) -> bool:
    """Whether somebody will see the page: what a script fetches for itself takes no toast from whoever waits for it.

    Browsers say so over https and on this machine; where they don't, every page counts as looked at.
    """
    if "hx-request" in request.headers:
        return request.headers.get("hx-target") == _MAIN
    return request.headers.get("sec-fetch-mode", "navigate") == "navigate"


def _toast(request: Request) -> dict[str, str] | None:
    """Return what the page before wants to have said; whoever wrote the cookie, it is only text."""
    kept = request.cookies.get(TOAST, "")
    try:
        said = json.loads(urlsafe_b64decode(kept.encode("ascii")))
        return {"said": str(said["said"])[:_LONGEST], "undo": str(said["undo"])[:_LONGEST]}
    except (ValueError, KeyError, TypeError):
        return None
