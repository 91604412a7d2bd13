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
    r"|\bon behalf of (?:my|our|a) client\b|\bunse\w+ (?:mandant|kunde)\w*\b|\b(?:notre|mon) client\b"
    # For somebody who looks for people, and not what one would do for customers.
    r"|\bfor (?:a|one of (?:my|our)) clients?\b[^.!?\n]{0,60}\b(?:I am|I['’]m|we are|we['’]re|I|we) (?:looking|searching|seeking|recruiting|hiring)\b"
    r"|\b(?:looking|recruiting|hiring|searching) [^.!?\n]{0,60}\b(?:for|on behalf of) (?:a|one of (?:my|our)) clients?\b(?! (?:account|team|service|manager|relation|facing))"
    r"|\bfür (?:einen|eine|meinen|meine) (?:kunden|kundin|mandanten|mandantin|auftraggeber(?:in)?)\b[^.!?\n]{0,60}\bsuchen? (?:ich|wir)\b|\bsuchen? (?:ich|wir) (?:derzeit |aktuell )?für (?:einen|eine|meinen|meine) (?:kund|mandant|auftraggeb)"
    r"|\bpour (?:un|une|l['’]un|l['’]une) (?:de (?:mes|nos) )?cliente?s?\b[^.!?\n]{0,60}\b(?:je|nous) (?:recherche|recrute)|\b(?:je|nous) (?:recherch|recrut)\w+[^.!?\n]{0,60}\bpour (?:un|une|l['’]un|l['’]une) (?:de (?:mes|nos) )?client"
    # Who presents the reader to a house is none of its own.
    r"|\b(?:(?:würde|möchte|darf|kann|werde|würden|möchten|dürfen|können|werden) (?:ich|wir)|(?:ich|wir) (?:würde|möchte|darf|kann|werde|würden|möchten|dürfen|können|werden)) (?:sie|dich)\b[^.!?\n]{0,30}\bbei(?: der| dem|m)? (?-i:[A-ZÄÖÜ])[^.!?\n]{1,60}\bvorstellen\b"
    r"|\b(?:introduce|present) you to (?-i:[A-Z])[^.!?\n]{1,60}\b(?:Ltd|Limited|LLC|Inc|plc|GmbH|AG|SE|SA|SAS)\b|\bvous présenter (?:chez|à) (?:la société |l['’]entreprise )?(?-i:[A-Z])[^.!?\n]{1,60}\b(?:SA|SAS|SARL|GmbH|AG)\b"
    # What the writer is, on a line of its own: within a sentence, or as the subject, it may be the opening.
    r"|\n(?:(?-i:[A-ZÀ-Þ])[\w./&-]{1,20} ){0,2}(?:personal(?:berater|vermittler|disponent)(?:in)?|recruitment consultant|consultante? en recrutement)(?: (?-i:[A-ZÀ-Þ])[\w./&-]{1,20}){0,3}[ \t]*(?=\n|$)",
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
