"""Which opening a mail is about: the role's title, from the subject and the text."""

from __future__ import annotations

import re

# The noun that a job title ends in, or has before "of", "for", a comma or a level.
_HEADS = frozenset(
    """accountant actuary administrator advisor adviser agent analyst apprentice architect archivist artist assistant
    associate attendant attorney auditor author baker barista bookkeeper broker buyer captain cashier carer caretaker
    chef chemist cleaner clerk clinician coach consultant controller cook coordinator counsel counsellor counselor
    curator dentist designer developer dietitian director dispatcher doctor driver economist editor educator
    electrician engineer estimator executive expert facilitator fellow fitter forester fundraiser gardener generalist
    geologist guard handler head housekeeper illustrator inspector instructor intern internship interpreter
    investigator journalist keeper lawyer lead leader lecturer librarian machinist maker manager marketer mechanic
    mentor merchandiser midwife modeller nanny nurse officer operative operator optician optometrist organiser
    organizer owner painter paralegal paramedic partner pharmacist photographer physician physicist physiotherapist
    picker pilot planner plumber porter practitioner principal producer product professor programmer promoter
    psychologist publisher purchaser radiographer ranger receptionist recruiter registrar reporter representative rep
    researcher reviewer sailor scheduler scientist secretary servant server sommelier specialist statistician steward
    strategist student superintendent supervisor surgeon surveyor teacher technician technologist teller tester
    therapist trader trainee trainer translator treasurer tutor underwriter veterinarian waiter waitress warden
    warehouseman welder worker writer sre swe ta hr postdoc entwickler entwicklerin ingenieur ingenieurin
    sachbearbeiter sachbearbeiterin leiter leiterin berater beraterin analystin referent referentin kaufmann kauffrau
    développeur développeuse ingénieur ingénieure chargé chargée responsable technicien technicienne assistante
    conseiller conseillère chef scholar writer-editor copywriter bartender stylist webmaster paediatrician
    pediatrician hygienist vet crew member staff engineers analysts developers nurses drivers traineeship pm sdr bdr
    bookseller dramaturg ombudsman cto cfo ceo coo vp president""".split()  # noqa: SIM905
)
_NOUN = r"(?:position|role|post|vacancy|opening|opportunity|job|internship|placement|requisition|traineeship|apprenticeship|fellowship|stelle|position als|poste)"
_TITLE = r"(?P<title>[^\W_][\w&/+.#'’() ,–-]{1,70}?)"
_STOP = r"(?=\s*(?:[.!?;:|\n\]\"”»]|,|\s[-–—]\s|\s\(|\)|$|\b(?:at|with|here|in our|in the|within|and|was|has|have|is|on|we|which|that|you|but|position|role|opening|vacancy|job|post|by|bei|chez|to|from|as|this|next|will|would|,)\b))"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:the|our|a|an|this|your|of)\s+{_TITLE}\s+{_NOUN}\b",
        rf"\b(?:role|position|post|job|vacancy|opening|title|opportunity) (?:of|as|for)\s+(?:an?\s+|our\s+|the\s+)?{_TITLE}{_STOP}",
        rf"\b(?:position|role|job title|job|stelle|poste|re|vacancy|opening|requisition)\s*:\s*{_TITLE}{_STOP}",
        rf"\b(?:appl(?:ied|y|ying|ication)|candidacy|candidature|interest|interview(?:ing|s)?|bewerbung)\s+(?:for|to|in|as|als|with us for|with us as|regarding)\s+(?:the\s+|an?\s+|our\s+|die\s+(?:stelle|position)\s+(?:als\s+)?)?{_TITLE}{_STOP}",
        rf"\b(?:join (?:us|our team|the team|\w+) as|hire you as|work as|appoint you as|offer you the|candidates? for|offer for|test for|assessment for|offer of employment[:,]? as)\s+(?:an?\s+|our\s+|the\s+)?{_TITLE}{_STOP}",
        rf"\b(?:as|als|comme)\s+(?:an?\s+|our\s+|the\s+|unser(?:e|en)?\s+)?{_TITLE}{_STOP}",
        rf"\b(?:poste de|poste d'|als|stelle als|position als)\s*{_TITLE}{_STOP}",
    )
)
_SUBJECT_CUT = re.compile(r"\s*(?:[|·•:]|\s[-–—]+\s|,|\bat\b|\bwith\b|\bfor\b|\bbei\b|\bchez\b|\(|\)|\[|\])\s*")
_GENDER = re.compile(r"\s*[(\[]?\b[mwfdxh]\s*[/|*]\s*[mwfdxh](?:\s*[/|*]\s*[mwfdx])?\b[)\]]?", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:the|a|an|our|your|this|that|open|exciting|new|advertised|current|vacant|following|available|position of|role of|"
    r"post of|re|fwd|application|interview|update on|position|role)\s+",
    re.IGNORECASE,
)
_REQUISITION = re.compile(
    r"\b(?:(?:req(?:uisition)?|job|ref(?:erence)?|vacancy|posting|id|r|jr)[\s.#:№-]*(?:no\.?|number|id|code)?[\s.#:№-]*)?((?:[A-Z]{1,4}-?)?\d{4,8}(?:-\d{1,6})?)\b"
)
_REQUISITION_LEAD = re.compile(r"\b(?:req|requisition|job|ref|reference|vacancy|posting|id|jr|r)\b", re.IGNORECASE)


def role_of(subject: str, text: str) -> str:
    """Return the title of the opening that a mail names; empty where it names none."""
    for source in (subject, text[:3000]):
        for pattern in _PATTERNS:
            for match in pattern.finditer(source):
                title = clean(match["title"])
                if title and is_title(title):
                    return title
        if source is subject:
            for piece in _SUBJECT_CUT.split(subject):
                title = clean(piece)
                if title and is_title(title, strict=True):
                    return title
    return ""


def clean(title: str) -> str:
    """Take off what stands around a title: articles, "(m/w/d)", a trailing number."""
    title = _GENDER.sub("", " ".join(title.split())).strip(" -–,.:;(\"'“”")
    before = ""
    while before != title:
        before, title = title, _LEADING.sub("", title)
    title = re.sub(r"\s*(?:\(?\s*(?:ref|req|id|job)[^)]*\)?|#?\w*\d{4,}\w*)\s*$", "", title, flags=re.IGNORECASE)
    if title.count("(") != title.count(")"):
        title = title.split("(")[0]
    return title.strip(" -–,.:;(\"'")


def is_title(title: str, *, strict: bool = False) -> bool:
    """Whether words can be a job title: one of them names who does the work."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", title.lower())
    if not 0 < len(words) <= 9:
        return False
    heads = [word for word in words if word in _HEADS or (word.endswith("s") and word[:-1] in _HEADS)]
    if not heads or (
        len(words) == 1
        and words[0]
        in {
            "head",
            "lead",
            "product",
            "member",
            "partner",
            "staff",
            "student",
            "server",
            "principal",
            "chef",
            "director",
            "recruiter",
            "manager",
            "owner",
            "author",
            "executive",
            "assistant",
            "agent",
            "pm",
            "ta",
            "hr",
            "vp",
            "president",
            "leader",
        }
    ):
        return False
    if strict and not (title[0].isupper() or title.islower()):
        return False
    return not ({"you", "your", "we", "i", "is", "are", "was", "will", "have", "has"} & set(words))


def requisition_of(text: str) -> str:
    """Return a requisition number that a text names after "Req", "Job ID" or the like; empty where none is."""
    for match in _REQUISITION.finditer(text[:3000]):
        if _REQUISITION_LEAD.search(text[max(0, match.start() - 14) : match.end()]) or re.match(
            r"[A-Z]{1,4}-?\d", match[1]
        ):
            return match[1].upper()
    return ""
