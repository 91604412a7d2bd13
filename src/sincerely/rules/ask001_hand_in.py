"""Hand in what they asked for, soon.

What
    They asked for something (a writing sample, references, a form, a test) and have not got it; or you wrote that you
    would send it by a day. It is closed by what you sent, or, for what is done where no mail shows it, by their
    receipt that names it. What they ask you to bring along (``how=bring``) is due at the end of the day before that
    interview, and is over with it. What they ask you to upload is handed in there.

Why it matters
    What arrives the same day says more than what it contains. What arrives late is often not read.

Options
    ``days``: where no date was named, 17:00 of this business day after the request.
    ``days_references``: the same for references, so that those named can be told first.
    ``days_made_work``: the same for work that must be made, such as a test; the draft asks for the date. So long, too,
    has what they ask for "when you get a moment".

Fix
    The item from your shelf, and the mail that goes with it. References: only those who are ready, and for the
    rest an honest "by then". For what is brought along no mail: the card of that interview. For what is to be uploaded
    none either: their own words, which say where. Safe: nothing is sent, and no link is opened.
"""

from __future__ import annotations

from collections.abc import Iterator

from sincerely.core.events import Accepted, Pledged, Requested
from sincerely.core.facts import say_time
from sincerely.core.finding import Finding, Fix
from sincerely.core.items import item_key
from sincerely.core.own_names import called
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.requests import are_brought, open_pledges, open_requests
from sincerely.core.uploads import are_uploaded
from sincerely.core.working_time import WorkingCalendar

from .bring_along import to_bring
from .hand_in import TO_TELL, HandInOptions, due_of, thing

CODE = "ASK001"
NAME = "hand-in"
NEEDS = frozenset({Requested, Pledged})
Options = HandInOptions
UPLOAD = "upload"
"""The name of the fix of what goes into a portal, and into no mail."""


PASS = """
2026-03-05 10:00 requested   writing-sample by=2026-03-09
2026-03-05 10:00 submitted   writing-sample
2026-03-05 10:00 requested   references
2026-03-05 10:00 named       kim@uni.example
2026-03-05 11:00 pledged     certificate by=2026-03-09
2026-03-05 11:00 submitted   certificate
"""
FAIL = """
2026-03-05 10:00 requested   writing-sample by=2026-03-09
2026-03-06 09:00 submitted   writing-sample
2026-03-06 09:00 requested   take-home-test
2026-03-07 08:00 acknowledged jobs@acme.example quote="We have received your application"
2026-03-07 09:00 pledged     certificate by=2026-03-11 quote="I'll send you the certificate by Wednesday"
2026-03-08 09:00 requested   id how=bring
2026-03-08 10:00 requested   transcript by=2026-03-12 quote="Please upload your transcript in our portal by Thursday."
2026-03-05 10:00 ! ASK001 writing-sample
2026-03-08 09:00 ! ASK001 id
2026-03-08 10:00 ! ASK001 transcript
2026-03-06 09:00 ! ASK001 take-home-test
2026-03-07 09:00 ! ASK001 certificate
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    if process.outcome is not None and not isinstance(process.outcome, Accepted):
        return
    options = policy.of(CODE, Options)
    owed = open_pledges(process)
    for key, requests in open_requests(process).items():
        if key in owed:
            continue
        item = next(said for said in requests[0].who if item_key(said) == key)
        if are_brought(requests):
            yield to_bring(CODE, item, thing(key), process, requests, calendar)
            continue
        dated = [request for request in requests if request.by is not None]
        due = due_of((dated or requests)[-1], options, calendar)
        name = called(key, [request.quote for request in requests])
        deed = f"Send the {name}" if name else TO_TELL.get(key) or f"Send the {key.replace('-', ' ')}"
        unsaid = "" if dated else " They named no date."
        fix = Fix("draft", "hand-in", process.addressee, deed)
        if are_uploaded(requests):
            deed = f"Upload the {name or key.replace('-', ' ')} where they say"
            fix = Fix("form", UPLOAD, "", "See where to upload it")
        yield Finding(
            code=CODE,
            who=item,
            opens=requests[0].at,
            due=due,
            late=due,
            message=f"{deed}, by {say_time(due, calendar)}.{unsaid}",
            evidence=tuple(requests),
            fix=fix,
        )
    for key, pledges in owed.items():
        due = due_of(pledges[-1], options, calendar)
        words = key.replace("-", " ")
        yield Finding(
            code=CODE,
            who=pledges[0].first,
            opens=pledges[0].at,
            due=due,
            late=due,
            message=f"You said that you would send the {words}, by {say_time(due, calendar)}.",
            evidence=tuple(pledges),
            fix=Fix("draft", "hand-in", process.addressee, f"Send the {words}"),
        )
