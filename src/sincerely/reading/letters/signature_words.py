"""What signatures are made of, in the languages that Sincerely reads. Each pattern is applied to one short line."""

from __future__ import annotations

import re

_MAILERS = (
    r"outlook(?: for \w+)?", r"yahoo mail\b.{0,30}", r"gmail(?: mobile)?", r"proton ?mail\b.{0,30}",
    r"mail for windows.{0,12}", "spark", "airmail", r"aol\b.{0,30}", "superhuman", "front", "hey", "mailbird",
    r"blue ?mail.{0,20}", "k-9 mail.{0,12}", r"samsung\b.{0,30}", r"galaxy\b.{0,20}", "tutanota.{0,40}", "fairemail",
    "nine.{0,20}", "mailspring", "canary.{0,20}", "polymail", "zoho mail.{0,30}", r"gmx\b.{0,30}",
    r"web\.de\b.{0,30}",
)  # fmt: skip
_DEVICES = (
    "iphone", "ipad", "ipod", "android", "blackberry", "handy", "mobile", r"mobil\w*", "smartphone", "tablet",
    "samsung", "galaxy", r"telefon\w*", "windows phone",
)  # fmt: skip
_DEVICE = rf"(?:\w+ )?(?:{'|'.join(_DEVICES)})\b.{{0,30}}"
_SENT_FROM = (
    r"sent (?:from|via|with|using) my (?:\w+[ ]?){1,3}",
    rf"sent (?:from|via|with|using) (?:an? |the )?(?:{'|'.join(_MAILERS)}|{_DEVICE})",
    r"(?:get|download) (?:outlook for \w+|bluemail.{0,20}|yahoo mail.{0,30})",
    r"(?:von|vom|aus) (?:meine[mnr]|der|dem) .{0,40}(?:gesendet|geschickt|verschickt)",
    r"gesendet (?:von|mit|über|aus) .{1,40}", r"diese nachricht wurde von mein.{1,40} gesendet",
    r"(?:hol dir )?outlook für \w+(?: beziehen| herunterladen| holen)?",
    r"envoyé (?:de|depuis|à partir de|avec|via) .{1,40}", r"(?:télécharger|obtenez|obtenir) outlook pour \w+",
    r"enviado (?:desde|do|de|a partir do|pelo|via|con|com) .{1,40}", r"(?:obtener|descargar|consiga) outlook para \w+",
    r"obter o outlook para \w+", r"inviato (?:da|dal|con|tramite) .{1,40}", r"(?:scarica|ottieni) outlook per \w+",
    r"(?:verzonden|verstuurd) (?:vanaf|met|via|vanuit) .{1,40}", r"(?:download|haal) outlook voor \w+",
    r"skickat från min .{1,30}", r"sendt fra min .{1,30}", r"sendt fra outlook.{0,20}", r"wysłane? z .{1,30}",
    r"отправлено (?:с|из) .{1,40}", r"lähetetty .{1,30}", r"odesláno z .{1,30}", "iphone'umdan gönderildi",
    "iphoneから送信", "发自我的.{1,20}", "從我的.{1,20}傳送", "나의 .{1,20}에서 보냄",
)  # fmt: skip
_SORRY = "please|pls|apologies|sorry|excuse|pardon|forgive|so |brevity|typos|bitte|entschuldig"
_EXCUSE = rf"(?:[,;.:–(-]{{0,2}}\s?(?:{_SORRY}).{{0,80}})?"
SENT_FROM = re.compile(
    rf"[\s*_<(]{{0,4}}(?:{'|'.join(_SENT_FROM)})[.\s>*_)]{{0,4}}(?:<https?:[^>\s]*>)?[\s.]{{0,3}}{_EXCUSE}$",
    re.IGNORECASE,
)

_PRIVATE = "confidential|privileged|intended (?:only|solely|for)|attachments?|files transmitted"
_DISCLAIMERS = (
    "confidentiality notice", r"confidential(?:ity)?\s*:", r"disclaimer\b", "legal notice",
    "privileged and confidential",
    rf"(?:the information (?:contained )?in )?this (?:e-?mail|message|communication)\b.{{0,90}}(?:{_PRIVATE})",
    "notice:? this e-?mail", "the (?:contents|information) (?:of|contained in) this",
    "diese (?:e-?mail|nachricht) .{0,80}vertraulich", "vertraulichkeitshinweis",
    "ce (?:message|courriel|mail) .{0,40}confidentiel", "este (?:mensaje|correo|e-mail|mensagem) .{0,60}confidenci",
    "questo messaggio .{0,60}(?:riservat|confidenzial)", "le informazioni contenute",
    "dit (?:bericht|e-mailbericht) .{0,60}vertrouwelijk", "esta mensagem .{0,60}confidencia", "de informatie in dit",
    "please consider the environment", "bitte denken sie an die umwelt", "bitte prüfen sie der umwelt",
    "pensez à l['’]environnement",
    "you (?:are receiving|(?:have )?received) this (?:message|e-?mail|newsletter) because",
    "to unsubscribe", "to (?:stop receiving|opt out)", r"your use of yahoo! groups", r"this sf\.net email is sponsored",
    "if you (?:no longer wish|would prefer not) to receive", "unsubscribe$",
)  # fmt: skip
DISCLAIMER = re.compile(rf"[\s*_\"(]{{0,4}}(?:{'|'.join(_DISCLAIMERS)})", re.IGNORECASE)

_REACH = (
    "t", "p", "m", "f", "e", "w", "d", "o", "c", "tel", "tél", "tlf", "phone", "fon", "mob", "mobile", "mobil", "móvil",
    "cell", "fax", "direct", "office", "email", "e-mail", "mail", "web", "telefon", "teléfono", "téléphone", "telefoon",
    "telefone", "telefono", "cellulare", "linkedin", "skype", "twitter",
)  # fmt: skip
_CONTACT = re.compile(
    r"(?:\+|\b00|\()\d[\d()./ -]{6,}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|[\w.+-]{1,64}@[\w-]+\.[\w.-]+|\bhttps?://|\bwww\."
    rf"|\w\s[|•·]\s\w|^\s*[*_]{{0,2}}(?:{'|'.join(_REACH)})\s?[.:][*_]{{0,2}}\s?\S|\blinkedin\b",
    re.IGNORECASE,
)
# Without one of these there is no number, no address and no page in a line.
_TELLS_CONTACT = re.compile(r"[\d@|•·:]|www|^.{0,10}\.|linkedin", re.IGNORECASE)
_WORKS = frozenset({
    "acquisition", "addetta", "addetto", "administrator", "adviseur", "advisor", "analist", "analista", "analyst",
    "architect", "assistant", "assistante", "associate", "bsc", "ceo", "cfo", "consultant", "consultor", "consultora", "coo",
    "coordenador", "coordenadora", "coordinator", "cto", "designer", "developer", "directeur", "directrice", "direttore",
    "direttrice", "diretor", "diretora", "engineer", "especialista", "executive", "founder", "generalist", "gerente",
    "gérant", "gérante", "hoofd", "hr", "jefa", "jefe", "lead", "leader", "lecturer", "leitung", "mba", "medewerker", "msc",
    "officer", "partner", "people", "phd", "president", "professional", "professor", "representative", "responsabile",
    "responsable", "sourcer", "specialist", "staffing", "student", "talent", "team", "técnica", "técnico", "vp",
    "bv", "company", "corp", "corporation", "gmbh", "group", "inc", "lda", "limited", "llc", "ltd", "ltda", "nv", "plc",
    "sarl", "sas", "spa", "srl",
    "allee", "ave", "avenida", "avenue", "boulevard", "calle", "floor", "piazza", "platz", "plaza", "road", "rua", "rue",
    "street", "suite",
})  # fmt: skip
# These are words of a language as well, and name a firm only in capitals.
_CAPITALS = frozenset({"AG", "Co", "KG", "SA", "SE", "ST"})
_STEMS = (
    "recruit",
    "manager",
    "director",
    "leiter",
    "geschäftsführer",
    "referent",
    "berater",
    "sachbearbeiter",
    "conseill",
)
_ENDINGS = ("straße", "strasse", "referent", "referentin", "leiter", "leiterin", "manager", "managerin")
_PHRASES = (
    "human resources", "head of", "chargé de", "chargée de", "she/her", "he/him", "they/them", "sie/ihr", "he/they",
    "she/they",
)  # fmt: skip
_TOKEN = re.compile(r"\w+")


def is_contact(line: str) -> bool:
    """Whether a line says how to reach somebody: a number, an address, a page; or has fields divided by a bar."""
    return _TELLS_CONTACT.search(line) is not None and _CONTACT.search(line) is not None


def is_position(line: str) -> bool:
    """Whether a line names a title, a firm or a place, or somebody's pronouns."""
    bare = line.replace(".", "")
    for token in _TOKEN.findall(bare):
        lowered = token.lower()
        if lowered in _WORKS or token in _CAPITALS or lowered.startswith(_STEMS) or lowered.endswith(_ENDINGS):
            return True
        if len(token) == 5 and token.isdigit():  # a postal code
            return True
    lowered = bare.lower()
    return any(phrase in lowered for phrase in _PHRASES)


_PART = r"(?:[^\W\d_a-zà-ÿ][\w.'’-]*|von|van|de|der|den|da|di|del|dos|la|le|ten|ter|zu|y|e)"
NAME = re.compile(rf"[*_]{{0,2}}{_PART}(?:[ ,]{{1,2}}{_PART}){{0,5}}[*_]{{0,2}},?\s*(?:\([^)]{{1,30}}\))?\s*$")

_DAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "lunes", "martes", "miércoles", "jueves", "viernes", "uhr", "lunedì",
    "martedì", "mercoledì", "giovedì", "venerdì", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",
    "zoom", "teams", "meet", "webex", "passcode", "meeting id", "dial",
)  # fmt: skip
# A time or a way to meet: such a block is no signature.
OCCASION = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b|\d\s?[ap]\.?m\b|\b\d{{1,2}}:\d\d\b", re.IGNORECASE)
MEETING = re.compile(
    "microsoft teams|zoom|google meet|webex|meeting id|join (?:on your|by phone|the (?:meeting|call)|this meeting)"
    "|dial[- ]in|besprechung|réunion",
    re.IGNORECASE,
)
FOOTER = re.compile(
    r"unsubscribe|subscribed|mailing list|listinfo|e-?mail service|confidential|reply to this email"
    r"|view (?:it|this) on|abbestellen"
    r"|désabonner|groups?\.google|list archive|archives? at|sponsored by|all rights reserved"
    r"|copyright \d|copyright \(c\)|sent (?:from|via)|powered by|received this (?:message|e-?mail)",
    re.IGNORECASE,
)
LIST_PAGE = re.compile(r"https?://\S{1,100}(?:mailman|listinfo|unsubscribe|/lists/)\S{0,100}$", re.IGNORECASE)

# A line that has one of these says something, asks for something or congratulates: it is no title.
_TELLING = (
    "i", "i['’]?m", "we", "you", "your", "me", "(?-i:us)", "they", "them", "is", "are", "was", "were", "will", "would", "can",
    "could", "must", "should", "have", "has", "had", "do", "don['’]?t", "please", "pls", "not", "no", "never", "sorry",
    "unfortunately", "congrat\\w*", "thanks?", "welcome", "see", "send", "bring", "call", "reply", "confirm", "attached", "p\\.?s",
    "bitte", "ich", "wir", "uns", "sie", "ihre?[nmrs]?", "du", "deine?[nmrs]?", "ist", "sind", "war", "wird", "werden", "kann",
    "können", "haben", "hat", "nicht", "keine?[nmrs]?", "leider", "danke?", "glückwunsch", "bis", "je", "nous", "vous", "votre",
    "vos", "est", "sont", "merci", "veuillez", "svp", "pas", "malheureusement", "félicitations",
)  # fmt: skip
_MATTERS = (
    "references?", "transcripts?", "diplomas?", "certificates?", "passport", "portfolio", "cv", "r[eé]sum[eé]", "forms?",
    "contract", "visa", "offers?", "interviews?", "rejected", "rejection", "start", "date", "deadline", "urgent", "today",
    "tomorrow", "tonight", "noon", "midnight", "morning", "afternoon", "referenzen", r"\w*zeugniss?e?\w*", "ausweis", "reisepass",
    "diplom", "lebenslauf", "vertrag", "angebot", "absage", "heute", "morgen", "mittags", r"\w*gespräch", "frist", "diplôme",
    "attestation", "contrat", "offre", "entretien", "demain", "midi", "permit", "slides", "samples?", "id",
)  # fmt: skip
TELLS = re.compile(rf"\b(?:{'|'.join((*_TELLING, *_MATTERS))})\b", re.IGNORECASE)
# Desks whose names go on in small letters.
DESK = re.compile(
    r"(?:\w+ (?:secretary|secretariat|office|department|desk)|(?:service|direction|secrétariat|bureau|pôle|département|faculté)"
    r" (?:de la |de l['’]|des? |du )[\w ]+)$",
    re.IGNORECASE,
)
_JOINER = "of|to|the|for|and|&|in|at|de|des|du|la|le|les|et|für|und|der|die|dem|im|am|von|van|d['’]|[-–/]"
_WORD = r"[^\W\d_a-zà-ÿ][\w.'’&/-]*,?"
# Capitals from word to word, as titles and houses are written.
CAPITALISED = re.compile(rf"{_WORD}(?: (?:{_WORD}|{_JOINER})){{0,7}}$")
