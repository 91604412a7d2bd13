"""After a no: nothing is urgent, and the page says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sincerely.app.today.wording import moment
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import AskedWhy, Rejected, ToldWhy
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.rules import bye001_ask_why

# So long after a no it is spoken of; later the person has gone on, and need not be reminded.
_FRESH = timedelta(days=3)


def consolations(processes: Iterable[Process], now: datetime, policy: Policy) -> Iterator[str]:
    """Yield a kind word for each rejection of the last three days, with what helps and from when on."""
    for process in processes:
        no = process.outcome
        if not isinstance(no, Rejected) or not no.at <= now < no.at + _FRESH:
            continue
        if not process.all(AskedWhy) and not process.all(ToldWhy):
            yield f"{_news(process, no)} {_helps(process, no, now, policy)}"


def _news(process: Process, no: Rejected) -> str:
    header = process.header
    at = no.at.astimezone(header.tz)
    return f"{header.employer or header.id} said no on {at:%A}, {at.day} {at:%B}."


def _helps(process: Process, no: Rejected, now: datetime, policy: Policy) -> str:
    """Return what is good to do: after an interview a day's rest and one question, else to let it go."""
    if not any(interview.end <= no.at for interview in process.interviews):
        return "Nothing needs doing. Nobody there had met you yet, so it says little about you."
    calendar = working_calendar(process.header.country, process.header.zone)
    question = next(bye001_ask_why.check(process, policy.for_process(process.header.id), calendar), None)
    if question is None or question.opens <= now:
        return "That is hard. You gave what you could, and nothing is urgent."
    from_when = moment(question.opens, process.header.tz)
    return (
        "That is hard, and nothing is urgent: let today be. "
        f"From {from_when} on you may ask, once, whether there was a reason."
    )
