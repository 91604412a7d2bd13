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
# How to reach somebody: a number, an address, a page; or fields divided by a bar.
CONTACT = re.compile(
    r"(?:\+|\b00|\()\d[\d()./ -]{6,}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|[\w.+-]{1,64}@[\w-]+\.[\w.-]+|\bhttps?://|\bwww\."
    rf"|\w\s[|•·]\s\w|^\s*[*_]{{0,2}}(?:{'|'.join(_REACH)})\s?[.:][*_]{{0,2}}\s?\S|\blinkedin\b",
    re.IGNORECASE,
)
_WORK = (
    r"recruit\w+", "talent", "people", "human resources", "hr", r"manager\w*", r"director\w*", "head of", r"lead\w*",
    "partner", "coordinator", "specialist", "consultant", "engineer", "developer", "analyst", "officer", "president",
    "founder", "ceo", "cto", "cfo", "coo", "vp", "assistant", "associate", "advisor", "executive", "generalist",
    "sourcer", "staffing", "acquisition", "professor", "lecturer", "team", "designer", "architect", "administrator",
    "representative", "professional", "student", r"b\.?sc", r"m\.?sc", r"ph\.?d", "mba", r"leiter\w*", "leitung",
    r"geschäftsführer\w*", r"personal\w+", r"referent\w*", r"berater\w*", r"sachbearbeiter\w*", "directeur",
    "directrice", "responsable", "chargée? de", "assistante?", "gérante?", r"conseill\w+", "jefe", "jefa", "gerente",
    "técnic[oa]", "responsabile", "direttore", "direttrice", "addett[oa]", "medewerker", "adviseur", "hoofd",
    "diretora?", "coordenadora?", "analista", "consultora?", "especialista",
)  # fmt: skip
_FIRM = (
    r"inc", "llc", "ltd", "limited", "gmbh", "ag", "kg", "se", "corp", "corporation", "company", "group", r"b\.?v",
    r"n\.?v", r"s\.?a", "sas", "sarl", r"s\.?r\.?l", r"s\.?p\.?a", "lda", "ltda", "plc", "co",
)  # fmt: skip
_PLACE = (
    "street", r"st\.", "road", "avenue", r"ave\.", "suite", "floor", r"\w*straße", r"\w*strasse", r"\w*str\.", "platz",
    "allee", "rue", "boulevard", "calle", "plaza", "avenida", "via", "piazza", "rua",
)  # fmt: skip
# A title, a firm, a place, pronouns.
POSITION = re.compile(
    rf"\b(?:{'|'.join(_WORK)})\b|\b(?:{'|'.join(_FIRM)})\b\.?|\b(?:{'|'.join(_PLACE)})(?!\w)"
    r"|\b(?:she/her|he/him|they/them|sie/ihr|he/they|she/they)\b|\b\d{5}\b",
    re.IGNORECASE,
)
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
