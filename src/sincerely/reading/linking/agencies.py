"""Whether a recruiter writes for another house."""

from __future__ import annotations

import re

from . import relays

# Words of an agency's domain; "research" holds "search", and "acmecareers" is the employer's own.
_AGENCY = re.compile(
    r"recruit|talent|staffing|(?<!re)search(?!able)|personnel|headhunt|resourcing|placement|executives?$|hays|adecco|randstad"
    r"|manpower|recrutement|personal(?:beratung|vermittlung|dienstleist)|arbeitsvermittlung"
)
_CLIENT = re.compile(
    r"\bmy client\b|\bour client\b(?!s|['’]s? (?:base|list))|\bthe client (?:would|is|was|has|had|will|want\w*|like\w*|felt|decided|chose)\b"
    r"|\b(?:submit\w*|put\w*|present\w*) (?:you|your (?:cv|r[ée]sum[ée]|profile|details))(?: forward)? to (?-i:[A-Z])"
    r"|\bon behalf of (?:my|our|a) client\b|\bunse\w+ (?:mandant|kunde)\w*\b|\b(?:notre|mon) client\b",
    re.IGNORECASE,
)


def is_agency(address: str, text: str) -> bool:
    """Whether a recruiter writes for another house."""
    house = relays.own_domain(address)
    label = house.partition(".")[0]
    if bool(label and _AGENCY.search(label)) or _CLIENT.search(text) is not None:
        return True
    return bool(house) and _gives_address_of_another(house, text)


_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def _gives_address_of_another(house: str, text: str) -> bool:
    """Whether a mail names another house than its writer's, and the address of somebody there whom one will meet."""
    others = {relays.own_domain(match[0]) for match in _ADDRESS.finditer(text)} - {house, ""}
    names = {word.casefold() for word in re.findall(r"\b[A-ZÀ-Þ][\w]{3,}", _ADDRESS.sub(" ", text))}
    return any(other.startswith(name) and not house.startswith(name) for other in others for name in names)
