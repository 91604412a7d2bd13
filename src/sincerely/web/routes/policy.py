"""The policy in words with its sources; a profile, own values, and values of one process."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.processes.regrouping import listed
from sincerely.app.today import policies
from sincerely.app.today.policy_words import ABOUT, in_words
from sincerely.core.policy import PolicyError
from sincerely.web.pages import Absent, Pages

from .forms import Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the policy."""
    site = pages.site

    def page(request: Request, process: str, change: str = "", error: str = "", status: int = 200) -> Response:
        with site.opened() as store:
            rows = listed(store)
            if process and all(row.header.id != process for row in rows):
                raise Absent
            found = policies.chosen(store)
            shown = {
                "profile": found.profile,
                "profiles": ABOUT,
                "groups": in_words(store, process),
                "own": found.processes.get(process, {}) if process else found.own,
                "process": process,
                "others": sorted(found.processes),
                "processes": [(row.header.id, row.header.employer or row.header.id, row.header.role) for row in rows],
                "change": change,
                "error": error,
                "for_once": site.profile,
            }
        return pages.show(request, "settings/policy.html", status, here="settings", **shown)

    @app.get("/settings/policy", response_class=HTMLResponse)
    def policy(
        request: Request,
        process: Annotated[str, Query(max_length=400)] = "",
        change: Annotated[str, Query(max_length=60)] = "",
    ) -> Response:
        return page(request, process, change)

    @app.post("/settings/policy/profile")
    def profile(request: Request, profile: Text, token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                deed = policies.choose_profile(store, profile, site.clock())
            except PolicyError as error:
                return page(request, "", error=str(error), status=422)
        return pages.done("/settings/policy", deed.label)

    @app.post("/settings/policy/value")
    def value(
        request: Request,
        name: Text,
        value: Text = "",
        unit: Text = "",
        process: Text = "",
        do: Text = "set",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                if do == "reset":
                    deed = policies.reset_value(store, name, site.clock(), process)
                else:
                    deed = policies.set_value(store, name, f"{value.strip()}{unit}", site.clock(), process)
            except PolicyError as error:
                return page(request, process, name, str(error), 422)
        return pages.done(_back_to(name, process), deed.label)


def _back_to(name: str, process: str) -> str:
    return f"/settings/policy{f'?process={quote(process)}' if process else ''}{f'#{name}' if name else ''}"
