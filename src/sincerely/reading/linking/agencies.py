"""Whether a recruiter writes for another house."""

from __future__ import annotations

import re

from . import relays
from .house_names import pack

# Words of an agency's domain; "research" holds "search", and "acmecareers" is the employer's own.
_AGENCY = re.compile(
    r"recruit|talent|staffing|(?<!re)search(?!able)|personnel|headhunt|resourcing|placement|executives?$|hays|adecco|randstad"
    r"|manpower|recrutement|personal(?:beratung|vermittlung|dienstleist)|arbeitsvermittlung"
)
_FORM = r"(?:Ltd|Limited|LLC|Inc|plc|GmbH|AG|KG|SE|SA|SAS|SARL)"
_WILL = r"(?:würde|möchte|darf|kann|werde|würden|möchten|dürfen|können|werden)"
# Carers and supporters have clients, too, whom their own house sends them to.
_SOME_CLIENT = r"(?:a|one of (?:my|our)) clients?(?=[,.;:!?)\n]|\s(?:in|based|near|whose|of (?:mine|ours)|and|at|which|we|I)\b|\s[-–—]|\s*$)"
_NO_WORK = r"(?:(?!\b(?:who|that|works?|working|to|carers?|caregivers?|support workers?|companions?|nann(?:y|ies))\b)[^.!?\n]){0,60}?"
_NAME_LINE = (
    r"(?![^\n]*\b(?:title|position|role|job|vacancy|stelle|poste|bewerbung|application)\b)"
    r"(?-i:[A-ZÀ-Þ])[\w.'’-]{0,24}(?: (?-i:[A-ZÀ-Þ])[\w.'’-]{0,24}){1,3}(?: \([^)\n]{1,20}\))?[ \t]*"
)
# Councils, hospitals and universities call those of their own so.
_NO_EMPLOYER = r"(?![^\n]*\n[^\n]*\b(?:human resources|HR|people|talent acquisition|universit\w+|council|NHS|hospital|trust|personalabteilung)\b)"
_CLIENT = re.compile(
    r"\bmy client\b|\bour client\b(?!s|['’]s? (?:base|list))|\bthe client (?:would|is|was|has|had|will|want\w*|like\w*|felt|decided|chose)\b"
    r"|\b(?:submit\w*|put\w*|present\w*) (?:you|your (?:cv|r[ée]sum[ée]|profile|details))(?: forward)? to (?-i:[A-Z])"
    r"|\bon behalf of (?:my|our|a) client\b|\bunse\w+ (?:mandant|kunde)\w*\b|\b(?:notre|mon) client\b"
    # Who presents the reader to a house is none of its own; to somebody, or to a part of it, one's own house does so.
    rf"|\b(?:{_WILL} (?:ich|wir)|(?:ich|wir) {_WILL}) (?:sie|dich)\b[^.!?\n]{{0,30}}\bbei(?: der| dem|m)? (?:(?-i:[A-ZÄÖÜ])[^.!?,\n]{{1,50}} {_FORM}|(?<!m )(?<!der )(?<!dem )(?!(?:frau|herrn?|dr|prof|\w+lei\w+|\w*chef\w*)\b)(?-i:[A-ZÄÖÜ])[^.!?,\n]{{1,50}})\b[^.!?,\n]{{0,40}}\bvorstellen\b"
    rf"|\b(?:introduce|present) you to (?-i:(?:[A-Z][\w&'’.-]{{0,30}} ){{1,4}}){_FORM}\b|\bvous présenter (?:chez|à) (?:la société |l['’]entreprise )?(?-i:(?:[A-ZÀ-Þ][\w&'’.-]{{0,30}} ){{1,4}}){_FORM}\b"
    # What the writer is, below the name: within a sentence, or as the subject, it may be the opening.
    rf"|\n{_NAME_LINE}\n(?:(?-i:[A-ZÀ-Þ])[\w./&-]{{1,20}} ){{0,2}}(?:personal(?:berater|vermittler|disponent)(?:in)?|recruitment consultant|consultante? en recrutement)(?: (?-i:[A-ZÀ-Þ])[\w./&-]{{1,20}}){{0,3}}[ \t]*(?=\n|$){_NO_EMPLOYER}",
    re.IGNORECASE,
)

# For somebody who looks for people, and not what one would do for customers.
_LOOKS = re.compile(
    rf"\bfor {_SOME_CLIENT}[^.!?;\n]{{0,60}}\b(?:I am|I['’]m|we are|we['’]re|I|we) (?:(?:currently |now )?(?:looking|searching) for|seeking|recruiting|hiring)\b"
    rf"|\b(?:(?:looking|searching) for|seeking|recruiting|hiring) {_NO_WORK}(?:for|on behalf of) {_SOME_CLIENT}"
    r"|\bfür (?:einen|eine|meinen|meine) (?:kunden|kundin|mandanten|mandantin|auftraggeber(?:in)?)\b(?! (?:ihrer|deiner) wahl)[^.!?\n]{0,60}\bsuchen? (?:ich|wir)\b|\bsuchen? (?:ich|wir) (?:derzeit |aktuell )?für (?:einen|eine|meinen|meine) (?:kund|mandant|auftraggeb)"
    r"|\bpour (?:un|une|l['’]un|l['’]une) (?:de (?:mes|nos) )?cliente?s?\b[^.!?\n]{0,60}\b(?:je|nous) (?:recherche|recrute)|\b(?:je|nous) (?:recherch|recrut)\w+[^.!?\n]{0,60}\bpour (?:un|une|l['’]un|l['’]une) (?:de (?:mes|nos) )?client",
    re.IGNORECASE,
)
# Consultancies look for people for a client, too: whoever applied there would be theirs.
_APPLIED = re.compile(
    r"\b(?:application|appl(?:y|ied|ying)|bewerbung|beworben|candidature|postulé)\b[^.!?\n]{0,80}?\b(?:at|to|with|bei|chez)(?: der| dem| the| la| le)? (?P<name>(?-i:[A-ZÀ-Þ])[\w&'’-]*(?: (?-i:[A-ZÀ-Þ])[\w&'’-]*){0,3})",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:join (?:us|our team)|employed by us|verstärkung (?:in|für|unseres) unser\w* team|verstärkung unser\w* teams?|rejoindre notre équipe)\b",
    re.IGNORECASE,
)


def is_agency(address: str, text: str) -> bool:
    """Whether a recruiter writes for another house."""
    house = relays.own_domain(address)
    label = house.partition(".")[0]
    if bool(label and _AGENCY.search(label)) or _CLIENT.search(text) is not None:
        return True
    if _LOOKS.search(text) is not None and not _is_applied_to(label, text):
        return True
    return bool(house) and _gives_address_of_another(house, text)


def _is_applied_to(label: str, text: str) -> bool:
    """Whether one applied to the writer's own house, as its domain spells it, or would be one of its people."""
    slug = pack(label)
    names = (pack(match["name"]) for match in _APPLIED.finditer(text))
    return _OURS.search(text) is not None or any(
        len(slug) > _SHORT and (name.startswith(slug) or (len(name) > _SHORT and slug.startswith(name)))
        for name in names
    )


# A shorter name may begin any other.
_SHORT = 3
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def _gives_address_of_another(house: str, text: str) -> bool:
    """Whether a mail names another house than its writer's, and the address of somebody there whom one will meet."""
    others = {relays.own_domain(match[0]) for match in _ADDRESS.finditer(text)} - {house, ""}
    names = {word.casefold() for word in re.findall(r"\b[A-ZÀ-Þ][\w]{3,}", _ADDRESS.sub(" ", text))}
    return any(other.startswith(name) and not house.startswith(name) for other in others for name in names)
