"""The few words that an out-of-office turns on, in English, German, French, Spanish, Italian, Dutch and Portuguese.

Not what such mails say, which is anything: only what stands beside a day and tells whether it ends or begins a time
at work. That a program answered is told by the mail's headers, see `away`.
"""

from __future__ import annotations

import re

# Stems of "not at work".
ABSENT = re.compile(
    r"\b(?:out of (?:the )?(?:office|country|town|work)|ooo\b|away\b|absen\w+|on (?:\w+ )?(?:leave|holidays?|vacation|sabbatical|pto)\b"
    r"|(?:parental|maternity|paternity|annual|sick|medical|bereavement) leave|vacation\w*|holidays?\b|travell?ing|not (?:be )?(?:in|at) (?:the |my )?(?:office|work|desk)"
    r"|off (?:work|sick|today|until|from|this|next)|unavailable|not available|limited access|out (?:today|tomorrow|until|this|next|from|on)\b|jury duty|(?:is|are|be) closed"
    r"|abwesen\w+|außer haus|ausser haus|urlaub\w*|nicht (?:im (?:büro|buero|haus)|am arbeitsplatz|erreichbar|da\b|anwesend)|elternzeit|mutterschutz"
    r"|dienstreise|geschäftsreise|krank\w*|ferien\b|betriebsferien|geschlossen|ferm[ée]e?s?\b|cerrad[oa]s?|chius[oaie]|gesloten|fechad[oa]s?|außerhalb|unterwegs"
    r"|absent\w*|cong[ée]s?\b|vacances|hors du bureau|déplacement|indisponible|injoignable|pas (?:au|à mon) bureau|arrêt maladie"
    r"|fuera de (?:la |mi )?oficina|ausent\w+|vacaciones|de viaje|de baja|no (?:estar[ée]|estoy) (?:disponible|en la oficina)|permiso\b|indispuest\w+"
    r"|fuori (?:ufficio|sede|stanza)|assen\w+|in ferie|ferie\b|in vacanza|in viaggio|non (?:sono|sar[òo]) (?:in ufficio|disponibile|raggiungibile)|in malattia"
    r"|afwezig\w*|verlof\b|vakantie\b|niet (?:op kantoor|aanwezig|bereikbaar|beschikbaar)|buiten kantoor|met vrij\b|op reis"
    r"|fora do escrit[óo]rio|ausência|ausencia|de f[ée]rias|f[ée]rias\b|em viagem|de licença|n[ãa]o (?:estarei|estou) (?:no escrit[óo]rio|dispon[íi]vel))",
    re.IGNORECASE,
)
# "Again at work". Negated they still name the day: "not back before".
BACK = re.compile(
    r"\b(?:back\b|return\w*|re-?open\w*|rouvr\w+|reabr\w+|riapr\w+|heropen\w*|resum(?:e|ing)|again\b|be in (?:the office )?on|zurück\w*|zurueck\w*|wieder\b|retour\b|revien\w*|reviendr\w*|rentr\w+|reprend\w*|de nouveau|à nouveau"
    r"|regres\w+|vuel[tv]\w+|volver\w*|retom\w+|reincorpor\w+|de nuevo|nuevamente|rientr\w+|torn\w+|di nuovo|nuovamente|terug\b|weer\b|opnieuw"
    r"|volt\w+|retorn\w+|novamente|de volta)",
    re.IGNORECASE,
)
# "Can be reached", which only counts where nothing denies it.
REACHABLE = re.compile(
    r"\b(?:reach\w*|available|respond\w*|repl(?:y|ies|ying)|answer\w*|get to you|get back|in the office|erreichbar|verfügbar|antwort\w*|im büro|im haus|anwesend|da\b"
    r"|joignable|disponible|répond\w*|au bureau|contest\w+|respond\w+|en la oficina|raggiungibile|disponibile|rispond\w+|in ufficio|bereikbaar|beschikbaar|beantwoord\w*"
    r"|reager\w*|aanwezig|op kantoor|dispon[íi]vel|no escrit[óo]rio)",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not|cannot|un(?:able|available)|no|nicht|kein\w*|pas|ne|n['’]\w*|non|niet|geen|n[ãa]o|nem|sin|senza|zonder|sem|limited|eingeschränkt\w*|out|fuera|fuori|fora)\b|n't\b",
    re.IGNORECASE,
)
# What says that a day is the last one away, right before it.
UNTIL = re.compile(
    r"(?:\b(?:until|till?|through|thru|to|up to(?: and including)?|bis(?: einschlie(?:ß|ss)lich| inklusive| inkl\.?)?(?: zum| zu)?|jusqu['’ ]?(?:à|au|aux|en)?|au|hasta|al?"
    r"|fino (?:al?|all['’])|sino (?:al?|all['’])|tot(?: en met| aan)?|t/m|at[ée](?: (?:ao?|dia))?|à|ao)|[-–—])"
    r"(?:\s+(?:le|el|il|o|the|den|dem|dia|día|giorno|einschlie(?:ß|ss)lich|inclus\w*))*\s*$",
    re.IGNORECASE,
)
# What says that a day is the first of something, right before it: of work, or of the time away.
FROM = re.compile(
    r"\b(?:from|as of|starting|since|ab|vom|seit|à partir d[ue]|dès|depuis|du|desde|a partir de(?:l)?|del|dal|dall['’]|a partire da\w*|vanaf|sinds|van|a partir do|do|de)"
    r"(?:\s+(?:the|le|el|il|o|den|dem|dia|día|giorno))*\s*$",
    re.IGNORECASE,
)
# What says that a time away begins there: it then ends with the day that follows.
BEGINS = re.compile(
    r"\b(?:from|between|vom|von|zwischen|du|entre|del|desde|dal|tra|van|tussen|de|do)\b.{0,40}\d|\d",
    re.IGNORECASE | re.DOTALL,
)
INCLUSIVE = re.compile(
    r"\b(?:inclusive|including|einschlie(?:ß|ss)lich|inklusive|inkl|inclus\w*|incluid\w*|compres\w*|en met|t/m|through|thru)\b|\bt/m",
    re.IGNORECASE,
)
# How a subject begins that a program made, where its headers do not say so: a mark, and most often a colon.
SUBJECT = re.compile(
    r"\s*(?:\[?(?:auto(?:matic|mated|mat\w*)?[ -]?(?:reply|response|answer|antwort|matisch\w*|replied)\w*|auto(?:matische?s?)? ?(?:antwort|beantwoord\w*)|out[ -]of[ -](?:the[ -])?office\w*|ooo\b"
    r"|abwesenheits?\w*|außer haus|automatische\w* (?:antwort|beantwoord\w*)|automatisch antwoord|réponse automatique|absence du bureau|message d['’]absence|absent du bureau"
    r"|respuesta autom[áa]tica|fuera de (?:la )?oficina|ausencia\b|risposta automatica|fuori (?:ufficio|sede)|assenza\b|afwezig\w*|resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia\b"
    r"|auto\s*:))",
    re.IGNORECASE,
)
_MONTHS = (
    "january januar jänner janvier enero gennaio januari janeiro", "february februar feber février fevrier febrero febbraio februari fevereiro",
    "march märz maerz mars marzo maart março marco", "april avril abril aprile", "may mai mayo maggio mei maio",
    "june juni juin junio giugno junho", "july juli juillet julio luglio julho", "august août aout agosto augustus",
    "september septembre septiembre setiembre settembre setembro", "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro", "december dezember décembre decembre diciembre dicembre dezembro",
)  # fmt: skip
_DAYS = (
    "monday montag lundi lunes lunedì lunedi maandag segunda-feira", "tuesday dienstag mardi martes martedì martedi dinsdag terça-feira terca-feira",
    "wednesday mittwoch mercredi miércoles miercoles mercoledì mercoledi woensdag quarta-feira", "thursday donnerstag jeudi jueves giovedì giovedi donderdag quinta-feira",
    "friday freitag vendredi viernes venerdì venerdi vrijdag sexta-feira", "saturday samstag sonnabend samedi sábado sabado sabato zaterdag",
    "sunday sonntag dimanche domingo domenica zondag",
)  # fmt: skip
_OTHERS = {
    "tomorrow": "morgen demain mañana domani amanhã", "today": "heute aujourd'hui aujourd’hui hoy oggi vandaag hoje",
}  # fmt: skip
_ENGLISH = {word: row.split()[0].capitalize() for rows in (_MONTHS, _DAYS) for row in rows for word in row.split()} | {
    word: english for english, words in _OTHERS.items() for word in words.split()
}
_NAME = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in sorted(_ENGLISH, key=len, reverse=True)) + r")(?![\w])",
    re.IGNORECASE,
)
_NAMED = "|".join(row.split()[0] for row in _MONTHS)
_OF_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:\.|º|°|er|ª|e|ste|de)?\s*(?:de |d['’]|of )?\s*({_NAMED})\.?(?:,?\s*(?:de |del |d['’])?\s*(20\d\d))?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?(?![\d/-])")


def in_english(text: str, *, day_first: bool) -> str:
    """Return a text whose days the English grammar reads; all other words stay as they are.

    >>> in_english("Ab dem 17. März wieder da, bis 16.03.2026 fort", day_first=True)
    'Ab dem 17 March wieder da, bis 16 March 2026 fort'
    """
    text = _NAME.sub(lambda match: _ENGLISH[match[0].lower()], text)
    text = _OF_MONTH.sub(lambda m: f"{m[1]} {m[2].capitalize()}" + (f" {m[3]}" if m[3] else ""), text)
    return _NUMERIC.sub(lambda match: _written(match, day_first=day_first), text)


def _written(match: re.Match[str], *, day_first: bool) -> str:
    one, other = int(match[1]), int(match[3])
    # Points stand between day and month everywhere; a number above 12 is no month.
    first = match[2] == "." or day_first or one > 12
    day, month = (one, other) if first and other <= 12 else (other, one)
    if not (1 <= day <= 31 and 1 <= month <= 12) or (match[2] == "-" and not match[4]):
        return match[0]
    year = match[4] or ""
    name = _MONTHS[month - 1].split()[0].capitalize()
    return f"{day} {name}" + (f" {'20' if len(year) == 2 else ''}{year}" if year else "")
