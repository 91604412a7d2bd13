"""The blind corpus keeps its own promises: pairs, notation, formats, dates, and nothing written twice.

Nothing here runs the reader. What is checked is that the truth can be trusted before anything is measured by it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from functools import cached_property
from hashlib import sha256
from html import unescape
from pathlib import Path

import icalendar
import pytest
from tests.each import of_each

from sincerely.core import events as ev
from sincerely.core import timeline

HERE = Path(__file__).parent
FOLDER = HERE / "test"
FIRST = re.compile(r'# kind=(?P<kind>\w+) company="(?P<company>[^"]*)" role="(?P<role>[^"]*)" me=(?P<me>\S+@\S+)')
# From the weightiest to the lightest, as verbs of received mail; outreach has no event.
WEIGHT = {
    "offered": "offer",
    "rejected": "rejection",
    "cancelled": "interview_cancelled",
    "moved": "interview_changed",
    "scheduled": "interview_set",
    "assessed": "assessment",
    "requested": "request",
    "acknowledged": "acknowledgement",
    "promised": "promise",
}
OTHER_RECEIVED = {"heard", "told-why", "agreed", "declined", "prefers"}
KINDS = {*WEIGHT.values(), "interview_invite", "reference_check", "outreach", "other"}
SENT = {
    "thanked",
    "wrote",
    "submitted",
    "asked",
    "told",
    "briefed",
    "reminded",
    "thanked-reference",
    "named",
    "applied",
    "accepted",
    "withdrew",
    "asked-why",
}
ITEMS = {
    "writing-sample",
    "references",
    "transcript",
    "form",
    "salary",
    "portfolio",
    "start-date",
    "work-permit",
    "test",
    "take-home",
    "case-study",
    "video-interview",
    "presentation",
    "resume",
    "cover-letter",
    "certificate",
    "id",
}
# ATS relays, whose formats are real, and what mail programs put into their headers and into HTML.
REAL_HOSTS = {
    "us.greenhouse-mail.io",
    "hire.lever.co",
    "ashbyhq.com",
    "myworkday.com",
    "talent.icims.com",
    "smartrecruiters.com",
    "candidates.workablemail.com",
    "teamtailor-mail.com",
    "invalid.taleo.net",
    "successfactors.eu",
    "app.bamboohr.com",
    "jobvite.com",
    "linkedin.com",
    "indeed.com",
}
ATS = "greenhouse lever ashby workday icims smartrecruiters workable teamtailor taleo successfactors bamboohr jobvite linkedin indeed"
WEEKDAYS = {
    name: number
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
    )
    for number, name in enumerate(names.split())
}
MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    )
    for number, name in enumerate(names.split(), 1)
}
_DAY, _MONTH = "|".join(WEEKDAYS), "|".join(sorted(MONTHS, key=len, reverse=True))
DATED = re.compile(
    rf"\b(?P<weekday>{_DAY})\b,?\s+(?:den\s+|the\s+)?"
    rf"(?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<m2>{_MONTH})\b)"
    r"(?:,?\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
BARE_DAY = re.compile(rf"\b(?P<weekday>{_DAY}),?\s+the\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b", re.IGNORECASE)
RELATIVE = re.compile(
    r"\b(today|tomorrow|heute|morgen|demain|(?:within|works for|have) (?:\w+ ){0,2}(?:week|weeks|days|hours)|"
    r"end of the week after next|day week|same day|le même jour)\b",
    re.IGNORECASE,
)

# What a mail program writes around a quoted mail: the marks, and the lines that say whose it was.
QUOTING = re.compile(r"^>+ ?|^(?:From|Sent|To|Subject|Von|Gesendet|An|Betreff|De|Envoyé|À|Objet) ?: .*$", re.MULTILINE)


@dataclass(frozen=True)
class Pair:
    """A mail and what it says."""

    name: str

    @cached_property
    def raw(self) -> bytes:
        return (FOLDER / f"{self.name}.eml").read_bytes()

    @cached_property
    def mail(self) -> EmailMessage:
        mail = message_from_bytes(self.raw, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        return mail

    @cached_property
    def lines(self) -> list[str]:
        return (FOLDER / f"{self.name}.events").read_text(encoding="utf-8").splitlines()

    @cached_property
    def told(self) -> dict[str, str]:
        match = FIRST.fullmatch(self.lines[0])
        assert match, f"{self.name}: {self.lines[0]}"
        return match.groupdict()

    @cached_property
    def events(self) -> tuple[ev.Event, ...]:
        """The events; their wall times stand as if they were UTC."""
        head = "process x zone=UTC country=US\n"
        return timeline.parse(head + "\n".join(self.lines), self.name)[0].events

    @cached_property
    def date(self) -> datetime:
        return parsedate_to_datetime(str(self.mail["Date"]))

    @property
    def sent(self) -> bool:
        return getaddresses([str(self.mail["From"])])[0][1] == self.told["me"]

    @property
    def trap(self) -> bool:
        return any(line.startswith("# trap: ") for line in self.lines)

    @property
    def forwarded(self) -> bool:
        return str(self.mail["Subject"]).startswith("Fwd:")

    @cached_property
    def text(self) -> str:
        part = self.mail.get_body(("plain", "html"))
        assert part is not None, self.name
        content = part.get_content()
        assert isinstance(content, str)
        return as_text(content) if part.get_content_type() == "text/html" else content

    @cached_property
    def calendars(self) -> list[icalendar.Calendar]:
        parts = [p.get_content() for p in self.mail.walk() if p.get_content_type() == "text/calendar"]
        return [icalendar.Calendar.from_ical(part) for part in parts]

    @cached_property
    def everything(self) -> str:
        """Headers of people and subject, text and calendar, on one line."""
        heads = " ".join(str(self.mail[h] or "") for h in ("From", "Reply-To", "To", "Cc", "Subject"))
        entries = " ".join(c.to_ical().decode().replace("\r\n ", "") for c in self.calendars)
        bare = re.sub(r"^>+ ?", "", self.text, flags=re.MULTILINE)
        return " ".join(f"{heads} {bare} {entries}".split())


def as_text(html: str) -> str:
    html = re.sub(r"<(head|style)\b.*?</\1>", " ", html, flags=re.DOTALL | re.IGNORECASE)
    html = re.sub(r'<div style="display:none.*?</div>', "", html, flags=re.DOTALL)
    html = re.sub(r"\s*\n\s*", " ", html)
    html = re.sub(r"<(br|li|tr)\b[^>]*>", "\n", html, flags=re.IGNORECASE)
    html = re.sub(r"</?(p|div|ul|ol|table|td|h\d)\b[^>]*>", "\n\n", html, flags=re.IGNORECASE)
    return unescape(re.sub(r"<[^>]+>", "", html))


PAIRS = [Pair(path.stem) for path in sorted(FOLDER.glob("*.eml"))]
each_pair = of_each(PAIRS, lambda pair: pair.name)


def test_pairs_are_complete_and_numbered() -> None:
    names = [pair.name for pair in PAIRS]
    assert names == sorted(path.stem for path in FOLDER.glob("*.events"))
    assert all(re.fullmatch(r"\d{3}-[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)
    assert [int(name[:3]) for name in names] == list(range(1, len(names) + 1))


@pytest.mark.slow
def test_there_is_enough_of_everything() -> None:
    kinds = Counter(pair.told["kind"] for pair in PAIRS)
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 10
    assert len(PAIRS) >= 240
    assert sum(pair.trap for pair in PAIRS) >= 100
    assert sum(pair.sent for pair in PAIRS) >= 40
    assert {verb for pair in PAIRS for e in pair.events for verb in [e.verb]} >= {*WEIGHT, *OTHER_RECEIVED, *SENT}
    senders = " ".join(str(pair.mail["From"]).lower() for pair in PAIRS)
    assert [name for name in ATS.split() if name not in senders] == []


def test_digest_is_that_of_the_files() -> None:
    files = [FOLDER / f"{p.name}.eml" for p in PAIRS] + [FOLDER / f"{p.name}.events" for p in PAIRS]
    digest = sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    assert (HERE / "test.sha256").read_text().split()[0] == digest


@pytest.mark.slow
@each_pair
def test_mail_is_well_formed(pair: Pair) -> None:
    assert not [d for part in pair.mail.walk() for d in part.defects]
    assert pair.text.strip()
    assert pair.date.tzinfo
    for head in ("From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type"):
        assert pair.mail[head], head
    plain, html = pair.mail.get_body(("plain",)), pair.mail.get_body(("html",))
    if plain is not None and html is not None:
        assert squeeze(as_text(html.get_content())) == squeeze(plain.get_content())


def squeeze(text: str) -> str:
    """The letters alone: how a part is wrapped, bulleted or quoted is the mail program's own affair."""
    text = re.sub(r"^(?:>\s?)+", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\s*(?:[-*•]|\d+[.)])\s", "", text, flags=re.MULTILINE)
    return re.sub(r"[^\w@]|_", "", text)


@pytest.mark.slow
@each_pair
def test_hosts_are_invented_but_for_relays(pair: Pair) -> None:
    heads = " ".join(str(v) for k, v in pair.mail.items() if k in {"From", "To", "Cc", "Reply-To", "Delivered-To"})
    found = re.findall(r"@([\w.-]+\w)", heads + " " + pair.text) + re.findall(r"https?://([\w.-]+)", pair.text)
    for host in found:
        allowed = host.endswith(".example") or any(host == r or host.endswith("." + r) for r in REAL_HOSTS)
        assert allowed, host


@each_pair
def test_events_are_of_their_mail(pair: Pair) -> None:
    wall = pair.date.replace(tzinfo=UTC, second=0)
    text = pair.everything
    for event in pair.events:
        assert event.at < wall if pair.forwarded else event.at == wall
        assert event.verb in (SENT if pair.sent else {*WEIGHT, *OTHER_RECEIVED}), event.verb
        assert " ".join(event.quote.split()) in text
        for who in event.who:
            assert who in ITEMS if event.takes == "item" else who.lower() in text.lower(), who
        if isinstance(event, ev.Prefers) and event.contact:
            assert event.contact in text
    assert pair.told["company"].lower() in text.lower()
    assert pair.told["role"].lower() in text.lower()
    assert len({(e.verb, e.who, repr(e)) for e in pair.events}) == len(pair.events)


@each_pair
def test_kind_is_the_weightiest_event(pair: Pair) -> None:
    """A receipt that names a date stays a receipt."""
    verbs = {e.verb for e in pair.events}
    kind = pair.told["kind"]
    if pair.sent:
        assert kind == "other"
        return
    first = next((name for verb, name in WEIGHT.items() if verb in verbs), None)
    if first == "request" and "references" in {who for e in pair.events for who in e.who}:
        first = "reference_check"
    if first is None:
        assert kind in ({"outreach", "other"} if not verbs else {"interview_invite", "reference_check", "other"})
        asks = any(isinstance(e, ev.Heard) and e.asks for e in pair.events)
        assert asks or kind != "interview_invite"
    else:
        assert kind == first


@each_pair
def test_days_of_events_are_told_and_ahead(pair: Pair) -> None:
    for event in pair.events:
        for name in ("by", "start"):
            when = getattr(event, name, None)
            if when is None:
                continue
            day = when.date() if isinstance(when, datetime) else when
            assert event.at.date() <= day <= event.at.date() + timedelta(days=60)
            names = [n for n, number in WEEKDAYS.items() if number == day.weekday()]
            number = re.search(rf"(?<!\d)0?{day.day}(?!\d)", pair.everything)
            named = re.search(rf"\b({'|'.join(names)})\b", pair.everything, re.IGNORECASE)
            assert number or named or RELATIVE.search(pair.everything), f"{event.verb} {name}={day}"
        start, end = getattr(event, "start", None), getattr(event, "end", None)
        assert not (start and end) or timedelta() < end - start <= timedelta(hours=4)


@each_pair
def test_weekdays_fit_their_dates(pair: Pair) -> None:
    assert wrong_weekdays(pair.everything, pair.date.date()) == []


def wrong_weekdays(text: str, near: date) -> list[str]:
    """The dates in a text whose weekday is not theirs; a year that is not told is the nearest."""
    wrong = []
    for match in DATED.finditer(text):
        month = MONTHS[(match["m1"] or match["m2"]).lower()]
        number = int(match["d1"] or match["d2"])
        years = [int(match["year"])] if match["year"] else [near.year - 1, near.year, near.year + 1]
        day = min((date(year, month, number) for year in years), key=lambda d: abs(d - near))
        if day.weekday() != WEEKDAYS[match["weekday"].lower()]:
            wrong.append(match[0])
    for match in BARE_DAY.finditer(text):
        days = [near + timedelta(days=n) for n in range(-31, 32)]
        if not any(d.day == int(match["day"]) and d.weekday() == WEEKDAYS[match["weekday"].lower()] for d in days):
            wrong.append(match[0])
    return wrong


def test_the_weekday_checker_sees_a_wrong_one() -> None:
    near = date(2026, 3, 2)
    assert wrong_weekdays("Tuesday, March 4, 2026, or Dienstag, den 4. März, or mardi 4 mars", near) != []
    assert wrong_weekdays("Wednesday, March 4, or Mittwoch, 4. März 2026, or mercredi 4 mars", near) == []
    assert wrong_weekdays("on Friday the 14th", near) == ["Friday the 14th"]


@each_pair
def test_calendar_parts_say_what_the_events_say(pair: Pair) -> None:
    """An entry of an interview has its event; one of the present job has none."""
    slots = [(e.start, e.end) for e in pair.events if isinstance(e, ev.Slot)]
    for calendar in pair.calendars:
        entry = calendar.walk("VEVENT")[0]
        start, end = (wall(entry.decoded(key), pair.date) for key in ("DTSTART", "DTEND"))
        cancel = calendar["METHOD"] == "CANCEL"
        assert (start, None if cancel else end) in slots or pair.told["kind"] == "other"


def wall(when: object, mail: datetime) -> datetime:
    """An entry's time as the wall time of its mail, marked as UTC like the events' times."""
    assert isinstance(when, datetime)
    return when.astimezone(mail.tzinfo).replace(tzinfo=UTC)


def test_no_sentence_stands_in_more_than_three_mails() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for pair in PAIRS:
        for block in re.split(r"\n\s*\n", QUOTING.sub("", pair.text)):
            for sentence in re.split(r"(?<=[.!?:;])\s+", " ".join(block.split())):
                words = re.findall(r"\w+", sentence.lower())
                if len(words) >= 5:
                    where[" ".join(words)].add(pair.name)
    assert {text: names for text, names in where.items() if len(names) > 3} == {}
