"""Where an employer is: its country and time zone, guessed from addresses, phone numbers and the clock of its mail."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_BY_TLD = {
    "uk": "GB", "de": "DE", "fr": "FR", "at": "AT", "ch": "CH", "nl": "NL", "be": "BE", "ie": "IE", "es": "ES", "pt": "PT",
    "it": "IT", "se": "SE", "no": "NO", "dk": "DK", "fi": "FI", "pl": "PL", "cz": "CZ", "ca": "CA", "au": "AU", "nz": "NZ",
    "in": "IN", "sg": "SG", "jp": "JP", "br": "BR", "mx": "MX", "za": "ZA", "us": "US", "gov": "US", "edu": "US", "lu": "LU",
    "hk": "HK", "il": "IL", "ee": "EE", "lt": "LT", "lv": "LV", "gr": "GR", "hu": "HU", "ro": "RO", "tr": "TR",
}  # fmt: skip
_BY_PHONE = {
    "1": "US", "44": "GB", "49": "DE", "33": "FR", "43": "AT", "41": "CH", "31": "NL", "32": "BE", "353": "IE", "34": "ES",
    "351": "PT", "39": "IT", "46": "SE", "47": "NO", "45": "DK", "358": "FI", "48": "PL", "420": "CZ", "61": "AU", "64": "NZ",
    "91": "IN", "65": "SG", "81": "JP", "55": "BR", "52": "MX", "27": "ZA", "352": "LU", "852": "HK", "972": "IL",
}  # fmt: skip
_ZONES = {
    "US": ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
           "America/Anchorage", "Pacific/Honolulu"),
    "CA": ("America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax", "America/St_Johns"),
    "GB": ("Europe/London",), "DE": ("Europe/Berlin",), "FR": ("Europe/Paris",), "AT": ("Europe/Vienna",),
    "CH": ("Europe/Zurich",), "NL": ("Europe/Amsterdam",), "BE": ("Europe/Brussels",), "IE": ("Europe/Dublin",),
    "ES": ("Europe/Madrid", "Atlantic/Canary"), "PT": ("Europe/Lisbon",), "IT": ("Europe/Rome",), "SE": ("Europe/Stockholm",),
    "NO": ("Europe/Oslo",), "DK": ("Europe/Copenhagen",), "FI": ("Europe/Helsinki",), "PL": ("Europe/Warsaw",),
    "CZ": ("Europe/Prague",), "AU": ("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth"),
    "NZ": ("Pacific/Auckland",), "IN": ("Asia/Kolkata",), "SG": ("Asia/Singapore",), "JP": ("Asia/Tokyo",),
    "BR": ("America/Sao_Paulo",), "MX": ("America/Mexico_City",), "ZA": ("Africa/Johannesburg",), "LU": ("Europe/Luxembourg",),
    "HK": ("Asia/Hong_Kong",), "IL": ("Asia/Jerusalem",), "EE": ("Europe/Tallinn",), "LT": ("Europe/Vilnius",),
    "LV": ("Europe/Riga",), "GR": ("Europe/Athens",), "HU": ("Europe/Budapest",), "RO": ("Europe/Bucharest",), "TR": ("Europe/Istanbul",),
}  # fmt: skip
# Where nothing else is known, the clock of the mail's Date says where its writer may be.
_BY_CLOCK = ("US", "GB", "DE", "FI", "CA", "IN", "AU", "SG", "JP", "NZ", "BR", "ZA")
_PHONE = re.compile(r"(?:\+|\b00)\s?(?P<code>\d{1,3})[\s().\d/-]{6,}")


def country_of(domain: str, signature: str) -> str:
    """Return the country that a domain or a phone number tells; empty where neither does."""
    by_name = _BY_TLD.get(domain.rpartition(".")[2], "")
    if by_name:
        return by_name
    for match in _PHONE.finditer(signature[:2000]):
        for length in (3, 2, 1):
            if match["code"][:length] in _BY_PHONE and len(match["code"]) >= length:
                return _BY_PHONE[match["code"][:length]]
    return ""


def place_of(country: str, written: datetime, home: tuple[str, str]) -> tuple[str, str]:
    """Return country and zone of an employer.

    Args:
        country: where it is, if that is known.
        written: the Date of its mail, in the offset that its writer's clock had.
        home: the candidate's own country and zone, for mail whose clock tells nothing.
    """
    offset = written.utcoffset()
    if country:
        zones = _ZONES.get(country, (home[1],))
        return country, next((name for name in zones if _shows(name, written)), zones[0])
    if _shows(home[1], written) or not offset:  # a server's clock shows UTC wherever it stands
        return home
    for other in _BY_CLOCK:
        for name in _ZONES[other]:
            if _shows(name, written):
                return other, name
    return home


def writes_as(home: str, written: datetime, signature: str, *, person: bool) -> str:
    """Return the country in whose order somebody writes day and month: 3/12 is no day of March in London.

    Args:
        home: the country taken where the mail tells none.
        written: the Date of its mail, in the offset that its writer's clock had.
        signature: the writer's.
        person: whether a person wrote it: a server's clock shows UTC wherever it stands.
    """
    if person and written.utcoffset() == timedelta(0) and home == "US":
        return "GB"
    return place_of(country_of("", signature), written, (home, _ZONES.get(home, ("America/New_York",))[0]))[0]


def _shows(name: str, written: datetime) -> bool:
    return written.astimezone(ZoneInfo(name)).utcoffset() == written.utcoffset()
