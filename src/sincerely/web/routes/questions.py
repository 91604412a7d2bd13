"""What is unsure: asked, and answered with yes or no."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.exits import NothingThere
from sincerely.app.questions import answer, open_questions
from sincerely.web.pages import Pages, back
from sincerely.web.views.questions import question_rows

from .forms import Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the questions and take their answers."""
    site = pages.site

    @app.get("/questions", response_class=HTMLResponse)
    def questions(request: Request) -> Response:
        with site.opened() as store:
            found = open_questions(store, site.clock(), pages.known.look(store, site.policy))
        return pages.show(request, "questions/questions.html", here="questions", rows=question_rows(found))

    @app.post("/answer")
    def settle(
        request: Request, event: Text, said: Annotated[Literal["yes", "no"], Form()], token: Text = ""
    ) -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                deed = answer(store, event, yes=said == "yes", now=site.clock())
            except NothingThere:
                return pages.sorry(request, "That was settled already", "Today shows what is left.", 409)
        return pages.done(back(request, "/questions"), deed.label)
