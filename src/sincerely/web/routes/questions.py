"""What is unsure: asked, and answered with yes or no."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.processes.exits import NothingThere
from sincerely.app.processes.questions import answer, open_questions
from sincerely.web.pages import Pages, back
from sincerely.web.views.paging import Begin, part
from sincerely.web.views.questions import question_rows

from .forms import Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the questions and take their answers."""
    site = pages.site

    @app.get("/questions", response_class=HTMLResponse)
    def questions(request: Request, begin: Begin = 0) -> Response:
        with site.opened() as store:
            now, seen = site.clock(), pages.known.look(store, site.policy)
            found = open_questions(store, now, seen)
            pages.keep(request, seen.same_until(now))
        shown = part(found, begin)
        rows = question_rows(shown.rows)
        return pages.show(request, "questions/questions.html", here="questions", rows=rows, part=shown)

    @app.post("/answer")
    def settle(request: Request, yes: Text = "", no: Text = "", token: Text = "") -> Response:
        """Take the answer: the button that was pressed names the question."""
        pages.check(request, token)
        with site.opened() as store:
            try:
                deed = answer(store, yes or no, yes=bool(yes), now=site.clock())
            except NothingThere:
                return pages.sorry(request, "That was settled already", "Today shows what is left.", 409)
        return pages.done(back(request, "/questions"), deed.label)
