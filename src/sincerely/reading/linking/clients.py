"""Which house an agency writes for: one that it names beside the opening, and not any that it mentions."""

from __future__ import annotations

import re

from sincerely.reading.letters.sentences import sentences

from .role_part import PLACES

# What an agency says of the house where the opening is.
_OF_OPENING = re.compile(
    r"\b(?:client\w*|interview\w*|meet\w*|role|position|vacanc\w+|job|opening|contract|post|opportunit\w+|appl(?:y|ied|ying|ication)|cv|r[ée]sum[ée]|profile|"
    r"submi(?:t|ts|tted|ssion)|shortlist\w*|put(?:ting)? you|forward\w*|represent\w*|present\w*|offer\w*|candidate\w*|hiring|recruit\w*|start(?:ing)? (?:date|on)|"
    r"feedback|decision|decided|salary|notice|employ\w+|joining|assessment|references?|panel|second (?:round|stage)|trial"
    r"|mandant\w*|kund(?:e|en|in)|gespräch\w*|vorstellung\w*|stelle|position|kennenlern\w*|einlad\w*|eingeladen|bewerb\w*|beworben|unterlagen|profil|lebenslauf|"
    r"rückmeldung|entschieden|entscheid\w*|angebot|absage|zusage|suchen|sucht|einstell\w*|arbeitgeber|auftrag\w*|vorstellen|vorgestellt|probearbeit\w*|vertrag\w*"
    r"|clients?|entretien|poste|offre|rencontrer|candidature|recherch\w+|recrut\w+|retour|retenu|embauch\w*|dossier|contrat|proposer)\b",
    re.IGNORECASE,
)
_IT_IS = r"(?:\b(?:it['’]?s|it is|this is|they['’]?re|they are|called|named|name is|es ist|das ist|heißt|heisst|handelt sich um|il s['’]agit d[eu]|c['’]est)\s+(?:the |die |das |der |la |le |l['’])?)"
_WANTS = r"(?:['’]s)?\s+(?:would|want\w*|ha(?:s|ve)|is keen|are keen|love[ds]?|liked?|wish\w*|möchte\w*|hat|würde\w*|will|freut|souhaite\w*|aimerai\w*|voudrai\w*|a retenu|vous)\b"
# What the candidate did there, or somebody else does.
_PASSING = (
    r"\b(?:used to (?:work|be)|you(?:['’]ve| have)? (?:worked|were|previously)|previously|formerly|former|ex-|your (?:time|days|years|experience|old|current|present|last|previous) (?:\w+ )?|"
    r"(?:bit|much|just|not) like|unlike|compared (?:to|with)|(?:ähnlich|genau|so) wie|comme chez|my (?:sister|brother|wife|husband|partner|friend|daughter|son|mate)|colleague of mine|(?:fair|show|conference|event|webinar|golf day) (?:with|at)|"
    r"früher|damals|vorher|ehemalig\w*|bisherig\w*|ihre[rnm]? (?:zeit|jahre|jetzig\w+|derzeitig\w+|aktuell\w+)|meine (?:schwester|frau|kollegin|tochter|freundin)|mein (?:bruder|mann|kollege|sohn|freund)|messe (?:mit|bei)|"
    r"auparavant|ancien\w*|précédemment|votre (?:passage|expérience|poste actuel|employeur actuel|ancien\w*)|vous (?:avez travaillé|travailliez|étiez)|ma (?:sœur|femme|collègue|fille)|mon (?:frère|mari|collègue|fils)|salon (?:avec|de))\b"
)


# "Robyn wants to talk. She'll call you": a house is no she.
_SOMEBODY = r"(?!\w)[^.!?A-ZÀ-Þ]{0,60}(?:[.!?]\s+|[,;]\s|\s[-–—]\s)(?:[Ss]he|[Hh]e)(?:['’](?:ll|s|d)|\b)"


# "The client, Monday at ten" names nobody, nor does "Client: TBC", "the client is Swiss" or "unser Kunde ist Marktführer".
_NO_HOUSE = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Today|Tomorrow|You|They|We|He|She|It|I|This|That|Please|Mr|Mrs|Ms|Dr|TBC|TBA|TBD|NDA|Confidential|Undisclosed|Vertraulich|Confidentiel|Leader|"
    r"Hiring|HR|CEO|CFO|CTO|COO|Head|Director|Manager|British|English|Scottish|Irish|Welsh|German|Austrian|Swiss|French|Belgian|Dutch|Italian|Spanish|American|US|UK|EU|"
    r"European|Swedish|Danish|Norwegian|Finnish|Polish|Japanese|Chinese|Indian|Canadian|Australian)\b)"
)
_HOUSE = rf"{_NO_HOUSE}[A-ZÀ-Þ][\w&'’-]+(?: [A-ZÀ-Þ][\w&'’-]+){{0,3}}"
_FORM = r"(?:GmbH|AG|KG|SE|SA|OHG|eG|mbH|Gruppe|Group)"
_CLIENT = re.compile(
    rf"\b[Cc]lient(?: (?:\d|one|two|[A-C]))?(?:(?::| is)(?: called| named)?|['’]s (?:called|named)) (?P<name>{_HOUSE})(?=[,.;:!?)\n]|\s(?:and|in|please|who|they)\b|\s[-–—]|$)"
    rf"|\b[Cc]lient\b[^.!?()\n]{{0,30}}\((?:it['’]?s|it is|this is|that is|that['’]s) (?P<aside>{_HOUSE})\)"
    # Of what kind it is, is told with a capital as well: what it is called, by its legal form.
    rf"|\b(?:Der Kunde|Die Kundin|Unser Kunde|Mein Kunde|Der Mandant|Unser Mandant) (?:(?:heißt|heisst) (?:die |der |das )?(?P<kunde>{_HOUSE})"
    rf"|ist (?:die |der |das )?(?P<firma>(?:[A-ZÀ-Þ][\w&'’-]+ ){{1,4}}{_FORM}\b))"
    rf"|\b(?:[Ll]e client|[Mm]on client|[Nn]otre client) (?:est|s['’]appelle) (?P<fr>{_HOUSE})"
)


def client_told(text: str) -> str:
    """Return the house of which a consultant says that it is the client: "Client 1 is Larch", "the client (it's Larch)"."""
    for found in _CLIENT.finditer(text):
        name = next(filter(None, found.groups()), "")
        if name.casefold() not in PLACES:
            return name
    return ""


_AT = r"\b(?:at|for|to|bei|bei der|beim|für|für die|chez|pour)\s+(?:the |la |le |l['’])?"


def names_client(name: str, subject: str, text: str) -> bool:
    """Whether an agency says of a house that the opening is there.

    It stands in the subject, or beside words of the opening, or one is to come there, or it is what wants to see the
    candidate, or just what is told: "It's Acme". What the candidate did there before, and who else works there, tells
    nothing.

    Args:
        name: the house.
        subject: of the mail.
        text: what its writer says.
    """
    if not name or is_in_passing(name, subject, text):
        return False
    told = _told(name, text)
    # The encoder may tell it in other words than stand there: then nothing speaks against it.
    return not told or _house(name).search(subject) is not None or any(_is_of_opening(one, name) for one in told)


def is_in_passing(name: str, subject: str, text: str) -> bool:
    """Whether a mail has a name only as somebody's, or as of a house that has nothing to do with the opening."""
    if not name or _house(name).search(subject):
        return False
    if " " not in name and re.search(rf"(?<!\w)(?<!\bat )(?<!\bbei )(?<!\bchez ){re.escape(name)}{_SOMEBODY}", text):
        return True
    told = _told(name, text)
    return bool(told) and all(_has_in_passing(one, re.escape(name)) for one in told)


def _house(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def _told(name: str, text: str) -> list[str]:
    """Return the sentences that have a name."""
    house = _house(name)
    return [one.text for one in sentences(text) if house.search(one.text)]


def _is_of_opening(said: str, name: str) -> bool:
    """Whether a sentence that has a house's name is about the opening there."""
    bare = re.escape(name)
    if _has_in_passing(said, bare):
        return False
    if re.search(rf"(?:{_IT_IS}|{_AT}){bare}(?!\w)|(?<!\w){bare}{_WANTS}", said, re.IGNORECASE):
        return True
    return _OF_OPENING.search(re.sub(bare, " ", said)) is not None


def _has_in_passing(said: str, bare: str) -> bool:
    return re.search(rf"{_PASSING}[^.!?;]{{0,60}}?(?<!\w){bare}(?!\w)", said, re.IGNORECASE) is not None
