"""Invented calendar entries: which are interviews, and with whom. Written before the code that tells them apart.

Each case: what it is, the entry in short form, and the interviewers by address (or by name, where the calendar
gives no address), or None where it is no interview.

Short form: ``summary | organizer | attendees | description | more``. People are ``Name <address>``; behind it
may stand ``room``, ``resource``, ``optional``, ``declined``, ``none`` (not taking part), ``group``. "me" is the
candidate, Robin Ashdown.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    what: str
    summary: str
    organizer: str = ""
    attendees: tuple[str, ...] = ()
    description: str = ""
    location: str = ""
    url: str = ""
    repeats: bool = False
    all_day: bool = False
    people: tuple[str, ...] | None = None


DANA = "Dana Smith <dana@acme.example>"
LEE = "Lee Park <lee@acme.example>"

INTERVIEWS = [
    Case(
        "plain invitation by an interviewer",
        "Interview: Data analyst",
        DANA,
        (DANA, "me"),
        people=("dana@acme.example",),
    ),
    Case(
        "panel with a room and an optional shadow",
        "Interview – Robin Ashdown – Data Analyst",
        DANA,
        (DANA, LEE, "Kim Osei <kim@acme.example> optional", "NYC 4.12 (8) <nyc-4-12@acme.example> room", "me"),
        people=("dana@acme.example", "lee@acme.example", "kim@acme.example"),
    ),
    Case(
        "sent by a coordinator, interviewers invited",
        "Onsite interview with Acme",
        "Pat Lowe (Recruiting Coordinator) <pat.lowe@acme.example>",
        (LEE, DANA, "me"),
        people=("lee@acme.example", "dana@acme.example"),
    ),
    Case(
        "sent by the recruiting desk",
        "Acme Corp: Second round",
        "Acme Recruiting <recruiting@acme.example>",
        (LEE, "me"),
        "Hi Robin,\nthis is the second round for the Data Analyst position. You will be meeting with Lee Park.\n",
        people=("lee@acme.example",),
    ),
    Case(
        "recruiter's phone screen: she is who talks",
        "Phone screen: Robin <> Mira (Borealis)",
        "Mira Voss <mira.voss@borealis.example>",
        ("me",),
        people=("mira.voss@borealis.example",),
    ),
    Case(
        "recruiter call without the word interview",
        "Borealis <> Robin: intro call re Data Engineer role",
        "Mira Voss <mira.voss@borealis.example>",
        ("me", "Mira Voss <mira.voss@borealis.example>"),
        "Looking forward to telling you about the team and hearing about your background.",
        people=("mira.voss@borealis.example",),
    ),
    Case(
        "scheduling service writes for the firm",
        "Interview with Cobalt Labs",
        "Cobalt Labs via GoodTime <no-reply@goodtime.io>",
        ("Noor Haddad <noor@cobalt.example>", "me"),
        "Reschedule: https://hire.goodtime.io/x/123",
        people=("noor@cobalt.example",),
    ),
    Case(
        "calendly, booked by the candidate",
        "30 Minute Interview between Tom Reed and Robin Ashdown",
        "Tom Reed <tom.reed@dunmore.example>",
        ("me", "Tom Reed <tom.reed@dunmore.example>"),
        "Event Name: 30 Minute Interview\nNeed to make changes? https://calendly.com/cancellations/abc",
        people=("tom.reed@dunmore.example",),
    ),
    Case(
        "applicant tracking system's relay as organiser",
        "Technical interview",
        "Ashby <no-reply@ashbyhq.com>",
        ("Ines Duarte <ines@elmfield.example>", "me"),
        people=("ines@elmfield.example",),
    ),
    Case(
        "only the names in the description",
        "Video interview - Analytics Engineer",
        "Fernhill Talent <talent@fernhill.example>",
        ("me",),
        "Interviewers:\n- Asha Patel, Head of Data\n- Ben Okafor, Staff Engineer\n\nZoom: https://fernhill.zoom.us/j/1",
        people=("Asha Patel", "Ben Okafor"),
    ),
    Case(
        "description names the interviewer among several attendees",
        "Interview for Product Analyst",
        "Pat Lowe <pat.lowe@acme.example>",
        ("Pat Lowe <pat.lowe@acme.example>", LEE, "me"),
        "You'll be speaking with Lee Park (Director of Analytics).\n\nPat Lowe\nTalent Coordinator",
        people=("lee@acme.example",),
    ),
    Case(
        "own note without people",
        "Interview Acme, 14:00, ask for Dana Smith",
        location="12 Harbour St, Newark",
        people=(),
    ),
    Case("own note, short", "Acme interview (round 2)", people=()),
    Case("own note of a phone screen", "Phone screen w/ Gladstone", description="Call (212) 555-0142", people=()),
    Case("own note, hiring manager", "Call with hiring manager @ Hartwell re: BI lead", people=()),
    Case(
        "German: Vorstellungsgespräch",
        "Vorstellungsgespräch Datenanalystin (m/w/d)",
        "Jana Brandt <jana.brandt@iserlohn.example>",
        ("Jana Brandt <jana.brandt@iserlohn.example>", "Uwe Lenz <uwe.lenz@iserlohn.example>", "me"),
        people=("jana.brandt@iserlohn.example", "uwe.lenz@iserlohn.example"),
    ),
    Case(
        "French: entretien d'embauche",
        "Entretien – poste d'analyste",
        "Luc Morel <luc.morel@jonquille.example>",
        ("me",),
        "Bonjour Robin, voici l'invitation pour notre entretien.",
        people=("luc.morel@jonquille.example",),
    ),
    Case(
        "coding round with a link to an editor",
        "Kestrel | Coding round | Robin A.",
        "Yuki Abe <yuki@kestrel.example>",
        ("me",),
        "Link: https://app.coderpad.io/ABC123",
        people=("yuki@kestrel.example",),
    ),
    Case(
        "case study presentation to a panel",
        "Case study presentation: Robin Ashdown (candidate)",
        "Pat Lowe <pat.lowe@acme.example>",
        (DANA, LEE, "Pat Lowe <pat.lowe@acme.example> none", "me"),
        people=("dana@acme.example", "lee@acme.example"),
    ),
    Case(
        "one who declined does not come",
        "Final interview",
        DANA,
        (DANA, "Lee Park <lee@acme.example> declined", "me"),
        people=("dana@acme.example",),
    ),
    Case(
        "final round over lunch",
        "Final round: lunch with the team, then CFO interview",
        "Mira Voss <mira.voss@borealis.example>",
        ("Otis Crane <otis@borealis.example>", "me"),
        people=("mira.voss@borealis.example", "otis@borealis.example"),
    ),
    Case(
        "candidate under another address of hers",
        "Interview Robin Ashdown / Larkspur",
        "Rosa Bell <rosa@larkspur.example>",
        ("Robin Ashdown <robin.ashdown+jobs@mail.example>", "Rosa Bell <rosa@larkspur.example>"),
        people=("rosa@larkspur.example",),
    ),
    Case(
        "agency consultant invites on the client's behalf",
        "Interview: Marlowe Group (client) / Robin Ashdown",
        "Gita Rao <gita.rao@brightpath-recruitment.example>",
        ("me", "Hugh Stone <h.stone@marlowe.example>", "Gita Rao <gita.rao@brightpath-recruitment.example> optional"),
        "I will join for the introductions only. You will meet with Hugh Stone.",
        people=("h.stone@marlowe.example",),
    ),
    Case(
        "moved interview keeps its words",
        "Updated: Interview - Data Analyst (new time)",
        LEE,
        (LEE, "me"),
        people=("lee@acme.example",),
    ),
    Case(
        "a system design session",
        "System design interview (60 min)",
        "Scheduling <scheduling@northgate.example>",
        ("Ola Berg <ola@northgate.example>", "Scheduling <scheduling@northgate.example>", "me"),
        people=("ola@northgate.example",),
    ),
    Case(
        "a group mailbox among attendees",
        "Panel interview",
        LEE,
        (LEE, "Data Team <data-team@acme.example> group", "me"),
        people=("lee@acme.example",),
    ),
    Case(
        "a room by its address only",
        "Interview – BI Developer",
        DANA,
        (DANA, "Boardroom <c_188abc@resource.calendar.google.com>", "me"),
        people=("dana@acme.example",),
    ),
    Case(
        "hiring manager chat",
        "Hiring manager chat: Robin / Viktor",
        "Viktor Hahn <viktor@orchardbank.example>",
        ("me",),
        people=("viktor@orchardbank.example",),
    ),
    Case(
        "superday at a bank",
        "Superday – Analyst programme",
        "Campus Recruiting <campusrecruiting@orchardbank.example>",
        ("Viktor Hahn <viktor@orchardbank.example>", "Elif Kaya <elif@orchardbank.example>", "me"),
        "Candidates will have three interviews of 30 minutes.",
        people=("viktor@orchardbank.example", "elif@orchardbank.example"),
    ),
    Case(
        "interview by the founder from a bare title",
        "Robin / Sam – Quillon",
        "Sam Tran <sam@quillon.example>",
        ("me", "Sam Tran <sam@quillon.example>"),
        "Founder interview for the first data hire role. Resume attached.",
        people=("sam@quillon.example",),
    ),
]

OTHERS = [
    Case("dentist", "Dentist: check-up", location="Harbour Dental"),
    Case("yoga", "Yoga with Priya", repeats=True),
    Case("birthday", "Mum's birthday", repeats=True, all_day=True),
    Case("stand-up", "Team stand-up", "Jo Field <jo@current.example>", ("me", "Jo Field <jo@current.example>"), repeats=True),
    Case("one to one at work", "1:1 Jo / Robin", "Jo Field <jo@current.example>", ("me",), repeats=True),
    Case("user interviews at work", "User interview #4 (checkout redesign)", "Jo Field <jo@current.example>", ("me", "Ux Lab <ux@current.example>")),
    Case("exit interview", "Exit interview", "HR <hr@current.example>", ("me",)),
    Case("customer interviews", "Customer interview: Hopscotch Ltd", "Jo Field <jo@current.example>", ("me",)),
    Case("preparing alone", "Interview prep", description="Go through STAR stories"),
    Case("mock interview with a friend", "Mock interview with Casey", "Casey Wu <casey@friends.example>", ("me",)),
    Case("interview training", "Interviewer training: how to run structured interviews", "L&D <learning@current.example>", ("me",)),
    Case("watching TV", "Watch: interview with the author of Tidewater, BBC4"),
    Case("a podcast", "Podcast recording - interview about pottery", "Bea Holt <bea@claycast.example>", ("me",)),
    Case("visa interview", "Visa interview - US consulate", location="Consulate General"),
    Case("school interview for the child", "Kindergarten interview for Milo", location="Elm Street School"),
    Case("flight", "Flight to Boston BA 213", all_day=False, location="LHR T5"),
    Case("flight to the interview", "Train to Boston (for interview)", location="Penn Station"),
    Case("lunch", "Lunch with Casey", "Casey Wu <casey@friends.example>", ("me",)),
    Case("webinar", "Webinar: Ace your next interview", "CareerHub Events <events@careerhub.example>", ("me",), "Register for more webinars."),
    Case("job fair", "Spring job fair", "Careers Service <careers@uni.example>", ("me",), "Meet 40 employers."),
    Case("meetup", "NYC Data Meetup: hiring lightning talks", location="WeWork"),
    Case("holiday", "Memorial Day", all_day=True),
    Case("landlord", "Apartment viewing, 4B", "Ned Pike <ned@keyring.example>", ("me",)),
    Case("bank", "Mortgage call with Orchard Bank", "Viktor Hahn <viktor@orchardbank.example>", ("me",)),
    Case("screening at the doctor's", "Skin screening", location="Dr. Amal"),
    Case("film screening", "Screening of Tidewater + Q&A", location="Film Forum"),
    Case("physio", "Physio second round of sessions", repeats=True),
    Case("sports", "Quarter final round – squash ladder", "Casey Wu <casey@friends.example>", ("me",)),
    Case("work review", "Sprint review & retro", "Jo Field <jo@current.example>", ("me", LEE), repeats=True),
    Case("reminder to send thanks", "Send thank-you notes after the interview"),
    Case("deadline", "Application deadline: Data analyst, Acme", all_day=True),
    Case("concert", "Concert: The Tidewaters", location="Town Hall"),
    Case("parents' evening", "Parent teacher conference", location="Elm Street School"),
    Case("the candidate interviews others at work", "Interview: Alex Roe (candidate) – Backend", "Current Recruiting <recruiting@current.example>", ("Robin Ashdown <robin@current.example>", "Jo Field <jo@current.example>", "Alex Roe <alex.roe@mail.example>")),
    Case("reference call", "Coffee with Kim (former boss)", "Kim Nair <kim@uni.example>", ("me",)),
    Case("volunteering", "Food bank shift", "Volunteers <volunteers@foodbank.example>", ("me",)),
]  # fmt: skip
