"""By whose clock the times of a mail are meant."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from .hours import zones_said
from .letters import reply
from .letters.letter import Letter
from .linking import places, relays
from .linking.links import Links
from .statements.statement import Clock

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""When a mail was written of which nothing tells."""


def there(when: datetime, zone: tzinfo) -> datetime:
    """Return an instant on a zone's clock."""
    try:
        return when.astimezone(zone)
    except OverflowError:  # the calendar's first and last hours do not exist on every clock
        return when


def passed_at(inner: Letter, when: datetime) -> datetime:
    """Return when a mail was written that another one passes on, on the clock of that: its "Monday" may lie before."""
    return min(there(inner.date, when.tzinfo), when) if inner.date is not None and when.tzinfo is not None else when


def clock(letter: Letter, at: datetime | None, country: str) -> Clock:
    """Return the clock of a mail by its own Date, else by when it came."""
    return Clock(at=letter.date or letter.received or at or EPOCH, country=country)


def told(letter: Letter, links: Links | None, *, own: bool) -> tzinfo | None:
    """Return the zone in which a mail says that all its times are, or in which its writer said that theirs are.

    A quote's words hold for the quote. What the candidate tells by the clock at the other end is told in that zone.
    """
    said = reply.of(letter).reply
    told = zones_said.of_all(said) if zones_said.of_all(letter.text) else None
    if told is not None:
        return told
    yours = zones_said.are_yours(said)
    if own:
        theirs = (links.clock_of(letter, own=True) or links.zone_of(letter)) if yours and links is not None else ""
    else:
        in_subject = zones_said.of_subject(letter.subject)
        if in_subject is not None and not yours:
            return in_subject
        theirs = links.clock_of(letter, own=False) if links is not None and not yours else ""
    return ZoneInfo(theirs) if theirs else None


def own_zone(when: datetime, home: tuple[str, str]) -> str:
    """Return the zone in which the candidate's own times are meant; empty where he or she wrote from elsewhere."""
    return home[1] if places.shows(home[1], when) else ""


def zone_of(letter: Letter, when: datetime, links: Links | None, home: tuple[str, str]) -> str:
    """Return the zone in which a mail's times are meant; empty where its Date's offset is all that is known.

    The Date has the offset of its own day. Another day's follows the rules of a zone: that of the process, or the
    likeliest, if it shows the Date's. A program's clock at Greenwich's time says nothing.
    """
    servers = places.is_servers_clock(letter.from_.address, when)
    known = links.zone_of(letter) if links is not None else ""
    if known and known != "UTC" and (servers or places.shows(known, when)):  # UTC stands where nobody knows
        return known
    domain = next(filter(None, (relays.own_domain(one.address) for one in (letter.from_, *letter.reply_to))), "")
    parts = reply.of(letter)
    # Where nothing was seen to close the mail, its last lines are the signature.
    signature = parts.signature or "\n".join(parts.reply.rstrip().splitlines()[-_LAST:])
    country = places.country_of(domain, signature)
    if servers:
        return places.place_of(country, when, home)[1]
    if not country and places.is_elsewhere(signature):
        return ""
    return places.zone_by_phone(signature, when) or places.clock_of(country, when, home)


# So many lines of a mail may be a signature.
_LAST = 4
