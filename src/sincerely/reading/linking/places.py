"""Where an employer is: its country and time zone, guessed from addresses, phone numbers and the clock of its mail."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from sincerely.core.people import is_machine

from . import relays

# Country and zone of a candidate of whom neither is known.
HOME = ("US", "America/New_York")

_BY_TLD = {
    "uk": "GB", "de": "DE", "fr": "FR", "at": "AT", "ch": "CH", "nl": "NL", "be": "BE", "ie": "IE", "es": "ES", "pt": "PT",
    "it": "IT", "se": "SE", "no": "NO", "dk": "DK", "fi": "FI", "pl": "PL", "cz": "CZ", "ca": "CA", "au": "AU", "nz": "NZ",
    "in": "IN", "sg": "SG", "jp": "JP", "br": "BR", "mx": "MX", "za": "ZA", "us": "US", "gov": "US", "edu": "US", "lu": "LU",
    "hk": "HK", "il": "IL", "ee": "EE", "lt": "LT", "lv": "LV", "gr": "GR", "hu": "HU", "ro": "RO", "tr": "TR",
    "is": "IS", "ng": "NG", "ke": "KE", "ma": "MA", "tn": "TN", "eg": "EG", "ar": "AR", "pe": "PE", "cr": "CR", "uy": "UY",
}  # fmt: skip
_BY_PHONE = {
    "1": "US", "44": "GB", "49": "DE", "33": "FR", "43": "AT", "41": "CH", "31": "NL", "32": "BE", "353": "IE", "34": "ES",
    "351": "PT", "39": "IT", "46": "SE", "47": "NO", "45": "DK", "358": "FI", "48": "PL", "420": "CZ", "61": "AU", "64": "NZ",
    "91": "IN", "65": "SG", "81": "JP", "55": "BR", "52": "MX", "27": "ZA", "352": "LU", "852": "HK", "972": "IL",
    "234": "NG", "254": "KE", "233": "GH", "216": "TN", "212": "MA", "213": "DZ", "20": "EG", "354": "IS", "90": "TR",
    "57": "CO", "51": "PE", "54": "AR", "56": "CL", "506": "CR", "598": "UY", "7": "RU", "380": "UA", "971": "AE", "966": "SA",
    "974": "QA", "92": "PK", "880": "BD", "94": "LK", "977": "NP", "86": "CN", "886": "TW", "82": "KR", "66": "TH", "84": "VN",
    "62": "ID", "60": "MY", "63": "PH", "30": "GR", "36": "HU", "40": "RO", "359": "BG", "385": "HR", "381": "RS", "386": "SI",
    "421": "SK", "370": "LT", "371": "LV", "372": "EE", "356": "MT", "357": "CY",
}  # fmt: skip
# Regions whose clocks go otherwise than those of the rest of a country: Arizona, Hawaii, Queensland, Western Australia.
_BY_AREA = {
    "1602": "America/Phoenix", "1480": "America/Phoenix", "1520": "America/Phoenix", "1623": "America/Phoenix",
    "1928": "America/Phoenix", "1808": "Pacific/Honolulu", "617": "Australia/Brisbane", "618": "Australia/Perth",
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
# Further zones that machines are set to; after the time zone database's own list of zones by country.
_ALSO = {
    "US": "America/Detroit America/Indiana/Indianapolis America/Kentucky/Louisville America/Boise America/Juneau US/Eastern "
          "US/Central US/Mountain US/Pacific US/Arizona US/Hawaii US/Alaska America/Indianapolis",
    "CA": "America/Montreal America/Regina America/Moncton Canada/Eastern Canada/Central Canada/Mountain Canada/Pacific "
          "Canada/Atlantic", "GB": "Europe/Belfast GB", "IE": "Eire", "PT": "Atlantic/Madeira Atlantic/Azores Portugal",
    "DE": "Europe/Busingen", "ES": "Africa/Ceuta", "PL": "Poland", "TR": "Asia/Istanbul Turkey", "SG": "Singapore",
    "AU": "Australia/Melbourne Australia/Canberra Australia/Hobart Australia/Darwin Australia/ACT Australia/NSW",
    "NZ": "NZ", "IN": "Asia/Calcutta", "JP": "Japan", "HK": "Hongkong", "IL": "Asia/Tel_Aviv Israel",
    "BR": "America/Fortaleza America/Recife America/Bahia America/Manaus America/Belem America/Cuiaba Brazil/East",
    "MX": "America/Monterrey America/Tijuana America/Cancun America/Merida", "CN": "Asia/Shanghai PRC", "TW": "Asia/Taipei",
    "KR": "Asia/Seoul ROK", "TH": "Asia/Bangkok", "VN": "Asia/Ho_Chi_Minh Asia/Saigon", "ID": "Asia/Jakarta",
    "MY": "Asia/Kuala_Lumpur", "PH": "Asia/Manila", "PK": "Asia/Karachi", "BD": "Asia/Dhaka", "LK": "Asia/Colombo",
    "NP": "Asia/Kathmandu Asia/Katmandu", "AE": "Asia/Dubai", "SA": "Asia/Riyadh", "QA": "Asia/Qatar", "EG": "Africa/Cairo",
    "NG": "Africa/Lagos", "KE": "Africa/Nairobi", "GH": "Africa/Accra", "MA": "Africa/Casablanca", "TN": "Africa/Tunis", "DZ": "Africa/Algiers",
    "AR": "America/Argentina/Buenos_Aires America/Buenos_Aires", "CL": "America/Santiago", "CO": "America/Bogota",
    "PE": "America/Lima", "UY": "America/Montevideo", "CR": "America/Costa_Rica", "PR": "America/Puerto_Rico",
    "UA": "Europe/Kyiv Europe/Kiev", "RU": "Europe/Moscow", "BG": "Europe/Sofia", "HR": "Europe/Zagreb",
    "RS": "Europe/Belgrade", "SI": "Europe/Ljubljana", "SK": "Europe/Bratislava", "IS": "Atlantic/Reykjavik Iceland",
    "MT": "Europe/Malta", "CY": "Asia/Nicosia Europe/Nicosia",
}  # fmt: skip
_ZONES_OF = {country: tuple(names.split()) for country, names in _ALSO.items()} | _ZONES
_COUNTRIES = {name: country for country, names in _ALSO.items() for name in names.split()}
_COUNTRIES |= {name: country for country, names in _ZONES.items() for name in names}
# Machines without a place of their own: so are most servers set, wherever their owners live.
_NOWHERE = re.compile(r"(?:Etc/.*|UTC|UCT|GMT\S*|Greenwich|Universal|Zulu|Factory|localtime|)")
# Where nothing else is known, the clock of the mail's Date says where its writer may be.
_BY_CLOCK = ("US", "GB", "DE", "FI", "CA", "IN", "AU", "SG", "JP", "NZ", "BR", "ZA")
_PHONE = re.compile(r"(?:\+|\b00)\s?(?P<number>\d{1,3}[\s().\d/-]{6,})")
# "D02 X285"; a British one has three characters behind, and a day or a room four figures.
_EIRCODE = re.compile(
    r"(?<![\w-])(?:[AC-FHKNPRTV-Y]\d{2}|D6W) (?=\d{0,3}[AC-FHKNPRTV-Y])(?=[A-Z]{0,3}\d)[AC-FHKNPRTV-Y0-9]{4}(?![\w-])"
)


def home_of(zone: tzinfo | None) -> tuple[str, str]:
    """Return country and zone of a candidate whose clock this is; `HOME` for a clock that belongs nowhere.

    A zone of a country that is not listed here is kept, and goes with the country of `HOME`.

    >>> home_of(ZoneInfo("Europe/Berlin")), home_of(ZoneInfo("UTC"))
    (('DE', 'Europe/Berlin'), ('US', 'America/New_York'))
    """
    name = zone.key or "" if isinstance(zone, ZoneInfo) else ""
    return HOME if _NOWHERE.fullmatch(name) else (_COUNTRIES.get(name, HOME[0]), name)


def country_of(domain: str, signature: str) -> str:
    """Return the country that a domain, a phone number or an Irish postcode tells; empty where none does."""
    by_name = _BY_TLD.get(domain.rpartition(".")[2], "")
    if by_name:
        return by_name
    by_phone = next((country for number in _numbers(signature) if (country := _country_by(number))), "")
    return by_phone or ("IE" if _EIRCODE.search(signature[:2000]) else "")


def zone_by_phone(signature: str, written: datetime) -> str:
    """Return the zone of the region that a phone number is from, if its clocks show a mail's Date; else empty."""
    for number in _numbers(signature):
        zone = next((name for area, name in _BY_AREA.items() if number.startswith(area)), "")
        if zone and shows(zone, written):
            return zone
    return ""


def is_elsewhere(signature: str) -> bool:
    """Whether a phone number is from a country of which nothing is known here: then no zone is a likely one."""
    numbers = _numbers(signature)
    return bool(numbers) and not any(map(_country_by, numbers))


def _numbers(signature: str) -> list[str]:
    """Return the figures of the phone numbers with their country's code."""
    return [re.sub(r"\D", "", match["number"].replace("(0)", "")) for match in _PHONE.finditer(signature[:2000])]


def _country_by(number: str) -> str:
    return next((_BY_PHONE[number[:length]] for length in (3, 2, 1) if number[:length] in _BY_PHONE), "")


def place_of(country: str, written: datetime, home: tuple[str, str]) -> tuple[str, str]:
    """Return country and zone of an employer.

    Args:
        country: where it is, if that is known.
        written: the Date of its mail, in the offset that its writer's clock had.
        home: the candidate's own country and zone, for mail whose clock tells nothing.
    """
    offset = written.utcoffset()
    if country:
        # Among the zones of a large country the candidate's own is the likeliest.
        zones = _ZONES_OF.get(country, (home[1],))
        zones = (home[1], *zones) if country == home[0] else zones
        return country, next((name for name in zones if shows(name, written)), zones[0])
    if shows(home[1], written) or not offset:  # a server's clock shows UTC wherever it stands
        return home
    for other in _BY_CLOCK:
        for name in _ZONES[other]:
            if shows(name, written):
                return other, name
    return home


def clock_of(country: str, written: datetime, home: tuple[str, str]) -> str:
    """Return the zone by whose clock a mail was written; empty where none that is likely shows the offset of the Date.

    Args:
        country: where the writer is, if that is known.
        written: the Date of the mail, in the offset that its writer's clock had.
        home: the candidate's own country and zone.
    """
    zone = place_of(country, written, home)[1]
    if not country and not written.utcoffset() and not shows(zone, written):
        zone = _ZONES["GB"][0]  # as `writes_as` takes it
    # Mail programs write every Date by Greenwich's clock: where the country is known, that is no clock of the writer's.
    return zone if shows(zone, written) or (country and not written.utcoffset()) else ""


def is_servers_clock(address: str, written: datetime) -> bool:
    """Whether a mail's clock is a server's at Greenwich's time: it says nothing of where the employer is.

    Args:
        address: its sender's.
        written: its Date, in the offset that it names.
    """
    return written.utcoffset() == timedelta(0) and (relays.is_relay(address) or is_machine(address))


def tells(country: str, written: datetime, *, person: bool) -> bool:
    """Whether a mail tells where its employer is, so that what `place_of` returns is no mere guess.

    Args:
        country: as `country_of` found it.
        written: the Date of the mail, in the offset that its writer's clock had.
        person: whether a person wrote it; a clock at Greenwich's time may be a server's all the same.
    """
    return bool(country) or (person and bool(written.utcoffset()))


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
    return place_of(country_of("", signature), written, (home, _ZONES_OF.get(home, HOME[1:])[0]))[0]


def shows(name: str, written: datetime) -> bool:
    """Whether clocks in a zone show the offset of a moment."""
    try:
        return written.astimezone(ZoneInfo(name)).utcoffset() == written.utcoffset()
    except OverflowError:  # the calendar's first and last hours do not exist on every clock
        return False
