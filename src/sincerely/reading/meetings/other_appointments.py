"""Appointments in an employer's mail that are not the candidate's: the house's own people meet, an event is called off.

What tells them apart is grammar: who meets, with whom, and whether the one who reads is among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import Statement
from sincerely.reading.statements.time_clauses import around

# People who decide among themselves.
_GROUP = (
    r"(?:(?:hiring |selection |interview(?:ing)? |review |search |management |appointments? )?(?:panel|committee|board|jury|team|council)|(?:hiring )?managers|directors|partners|trustees|governors"
    r"|gremium|ausschuss|betriebsrat|vorstand|kommission|jury|personalrat|fachabteilung|comité|commission|direction)"
)
# What is said of the candidate's papers, or of what comes of them, is not said to meet the candidate.
_ABOUT = re.compile(
    r"\b(?:about|on|over|regarding|concerning|discuss\w*|review\w*|consider\w*|look\w* at|über|bezüglich|au sujet de|concernant|de|sur)"
    r" (?:your|ihren?|ihrem|ihrer|deine?\w*|votre|vos|ton|ta)\b(?: (?!on\b|at\b)[^\W\d]+){1,3}"
    r"|\byour (?:former|previous|old|current|last|application|test|profile|cv|referees?|references?)\b(?: \w+)?"
    r"|\b(?:ihre[nr]? (?:ehemalige\w*|frühere\w*|bewerbung\w*)|votre (?:ancien\w*|candidature|dossier))\b",
    re.IGNORECASE,
)
# Who reads is addressed, or told what both know of.
_WITH_READER = re.compile(
    r"\b(?:you|yours?|yourself|Ihnen|dich|dir|euch|vous|toi|votre|ton|both of us|gemeinsam mit)\b|\b(?:I?hre?[nmrs]?|deine?\w*) \w*(?:gespräch|interview|termin)"
    r"|\b(?:our|the|an?|unser\w*|notre|un|l['’])\s?(?:(?:first|second|final|next|short|initial|phone|video|zoom|\w*es|\w*er) ){0,2}(?:interview|talk|call(?! with)|chat(?! with)|conversation|meeting(?! with)|\w*gespräch|entretien|échange|rendez-vous)\b"
    r"|\b(?:interview (?:is|on|at|for|with)|\w*gespräch (?:ist|findet|am|mit)|join us|come (?:in|to|by|along)|back in|forward to|freue\w* (?:mich|uns)|attente)\b",
    re.IGNORECASE,
)
_SIE = re.compile(r"(?<![.!?] )(?<!^)\bSie\b")
_OTHERS = rf"(?:(?:the|my|our|an?|other|another|all|last|his|her|their|der|dem|den|die|das|eine[mnr]?|mein\w*|unser\w*|mon|ma|mes|notre|nos|le|la|les|un|une) |l['’]|HR\b|{_GROUP}\b|(?-i:[A-Z][\w'’-]+)(?= |$))"
# One of the house talks to somebody, or they talk among themselves.
_DELIBERATES = (
    r"(?:discuss\w*|decid\w+|deliberat\w+|convenes?|confers?|consult\w*|debrief\w*|compar\w+ notes|review\w*|sit(?:s|ting)? (?:down|together)|catch(?:ing)? up|put (?:our|their) heads together"
    r"|tagt|tagen|berät|beraten|entscheide\w*|besprechen? (?:wir )?(?:uns|sich|mich)|bespreche\w*|setzen? (?:wir )?(?:uns|sich|mich)|stimmen? (?:wir )?(?:uns|sich|mich)|délibèr\w+|réuni\w+|concert\w+|en (?:parler\w*|discuter\w*))"
)
_TALKS = r"(?:talk\w*|speak\w*|spoke|meet(?:s|ing)?|call(?:ing)?|chat\w*|interview(?:s|ing)|spreche\w*|spricht|telefonier\w*|treffen?|trifft|vois|voit|voyons|parl\w+|rencontr\w+|échange\w*)"
_FIRST = r"(?:I|we|ich|wir|je|nous|(?-i:[A-Z][\w'’-]+) (?:and|und|et) (?:I|ich|moi))"
_AMONG = re.compile(
    rf"\b{_DELIBERATES}(?!\w)"
    rf"|\b{_GROUP} (?:(?:will|is|are|next|then|wird|werden|se) )*(?:meets?|meeting|sits?|sitting|talks?|trifft|treffen|siège)\b"
    rf"|\b{_GROUP} meeting\b|\b(?:intern(?:e\w*|al\w*)?|en interne)\b"
    rf"|\b(?:I|we|I['’](?:m|ll)|we['’](?:re|ll)|am|are|will|be|ich|wir|je|nous|have)\b[^,;]{{0,20}}\b{_TALKS}(?: mich| uns| again| next)?(?:\W+(?:on|at|am|um|le))*(?:\W+(?:with|to|mit|avec|à))?\W+{_OTHERS}"
    rf"|\b(?:I|we|ich|wir|je|nous|j)\b['’]?(?:ve| have| am in| are in| habe| haben| ai|ai| avons)? (?:a|an|my|our|the|eine?n?|une?) (?:[\w-]+ ){{0,2}}(?:call|meeting|chat|catch-up|termin|réunion|rendez-vous)\b[^,;]{{0,20}} (?:with|mit|avec) {_OTHERS}",
    re.IGNORECASE,
)
# "Ida and I will talk": nobody else is said to be there.
_TWO = re.compile(
    r"\b(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:and|und|et) (?:I|ich|moi)\b[^,;.]{0,30}\b(?:talk|speak|meet|chat|sprechen|reden|treffen|parl\w+)(?:ing)?\b(?! (?:you|Ihnen|vous))",
    re.IGNORECASE,
)

# Somebody else speaks with the writer: "Mrs Cole has a call with me", "j'ai M. Roy en ligne", "Herr Roy ruft mich an". Where
# "us" is called or met, the reader may be one of us.
_THIRD = rf"(?:(?:mrs?|ms|dr|prof|mme|mlle|m|monsieur|madame|frau|herrn?)\b\.? (?-i:[A-Z])[\w'’-]*|{_OTHERS})"
_WITH_WRITER = re.compile(
    rf"\b{_THIRD}(?: [\w'’-]+){{0,3}} (?:(?:has|have|is having|has got) (?:a|an|another|his|her|their) (?:[\w-]+ ){{0,2}}(?:call|meeting|chat|catch-up|conversation)(?: [\w-]+){{0,2}} with me"
    r"|(?:call|ring|meet|see|phone)(?:s|ing)? me|(?:speak|talk)(?:s|ing)? (?:to|with) me)\b(?! (?:and|or) you\b)"
    rf"|(?<!\bto )(?<!you )\b(?:(?:I|we)(?: have|['’]ve)?(?: got)?|got|having|ich habe?|wir haben|habe ich|haben wir|j['’]ai|nous avons|on a|je prends|j['’]aurai) (?:[\w'’-]+ ){{0,2}}?{_THIRD}[^,;.]{{0,40}}?\b(?:on the (?:phone|line)|on a call|en ligne|au téléphone|au bout du fil|en visio|(?:am|on) (?:telefon|apparat)|in der leitung)\b"
    rf"|\b{_THIRD}(?: [\w'’-]+){{0,3}} (?:(?:ruft|trifft|spricht|telefoniert|meldet sich)(?: (?:mit|bei))? (?:mich|mir)|(?:m['’]|me )(?:r?appell(?:e|era)|téléphon(?:e|era)|voit|verra|reçoit|recevra|contacte(?:ra)?))\b"
    r"|\b(?:I|we)(?:['’](?:ll|m|re)| will| am| are)? see(?:ing)? (?:mrs?|ms|dr|prof)\b\.? (?-i:[A-Z])"
    rf"|\b(?:I|we|ich|wir|je|nous)\b['’\w ]{{0,25}} {_TALKS}n? (?:to |with |mit |avec |à )?(?:him|her|them|ihm|ihr|lui|eux)\b|\bmit mir (?:spricht|telefoniert|redet) (?:sie|er)\b"
    rf"|\b(?:je|nous|on)\b[^,;.]{{0,25}}?\b(?:le point|rendez-vous|rdv|en ligne|en visio|déjeun\w+|un (?:call|appel|échange|point)|une (?:visio|réunion))\b(?: [\w'’-]+){{0,2}} avec {_THIRD}",
    re.IGNORECASE,
)

_WHERE = re.compile(
    r"^\W{0,3}(?:(?:here )?(?:at|in)|hier|bei|im|dans|à|au) (?:our|the|my|unser\w*|uns|notre|nos|le|la|les)?\b",
    re.IGNORECASE,
)
# Where one goes, who else comes, and what one does there.
_COMES = re.compile(
    r"\b(?:room|raum|zimmer|salle|saal) (?:[a-z]|[a-z]?\.?\d[\w.]{0,6})\b|\b(?:at|from|to) reception\b|\bam empfang\b|\bà l['’]accueil\b"
    r"|\bplease (?:bring|arrive|be|come(?! back)|ask for|join|dial)\b|\bbitte (?:seien|kommen|bringen) sie\b|\bkommen sie bitte\b"
    r"|\b(?:merci de|veuillez|prière de|merci d['’]) ?(?:arriver|venir|apporter|vous présenter)\b"
    r"|\b(?:with|mit|avec|see|sees|meet|meets|sieht|vois|voit|voyons|rencontr\w{1,5}) (?:all |the |allen |den |die |tous |les |short-?listed ){0,3}(?:candidates|applicants|bewerber\w*|kandidat\w*|candidat\w*)\b",
    re.IGNORECASE,
)


def among_themselves(slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether at a time the house's own people are said to meet, or others than the candidate."""
    statement = said[slot.statement]
    before, after = around(slot, statement)
    # "At noon about your interview": the time grammar takes the "about" along.
    about = "about" if statement.text[slot.begin : slot.stop].endswith("about") else ""
    # "We will meet at 2pm at our office": that is where, not with whom.
    clause = _ABOUT.sub(" ", f"{before} {about}{_WHERE.sub(' there ', after, count=1)}")
    if _with_reader(clause):
        return False
    if _WITH_WRITER.search(clause):
        return True
    # "Ida and I": the clause begins before the "and" that joins the two.
    whole = statement.text[: slot.begin]
    return bool(_AMONG.search(clause) or (_TWO.search(whole) and not _with_reader(whole)))


def is_anothers(slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether an appointment is surely none of the candidate's; where it may be theirs, it is asked about."""
    return among_themselves(slot, said) and not _is_for_reader(said)


def _is_for_reader(said: Sequence[Statement]) -> bool:
    """Whether a mail tells where one is to go, or what to do there: so the reader may be wanted where others meet."""
    return any(_COMES.search(statement.sentence.text) for statement in said)


def _with_reader(clause: str) -> bool:
    return _WITH_READER.search(clause) is not None or _SIE.search(clause) is not None


_CHANGE = re.compile(
    r"\b(?:cancel\w*|call(?:ed|ing)? off|reschedul\w+|postpon\w+|mov(?:e|ed|ing)|chang(?:e|ed|ing)|push(?:ed|ing)? back|put (?:off|back)|absag\w*|abgesagt|sagen?\b.{0,60}\bab\b|verschieb\w*|verschoben|verlegt|verlegen|ausfallen|ausgefallen|fällt\b.{0,40}\baus|entfällt"
    r"|annul\w+|report(?:ée?s?|er|ons)|décal\w+|déplac\w+|repouss\w+)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"(?:^|[,;:] ?)\W*(?:if|should (?:you|the|this|that|your)|in case|unless|falls|sollten? (?:sie|du|der|ihnen)|wenn|bei verhinderung|si|en cas|au cas)\b"
    r"|\b(?:you|sie|du|vous) (?:can|may|could|wish|need|want|would like|have to|must|are (?:free|welcome|able)|können|dürfen|kannst|möchten|pouvez|souhaitez|devez)\b"
    r"|\b(?:can|may|could|können|kannst|pouvez)[ -](?:sie|du|vous)\b|\bto (?:cancel|reschedule|change|move)\b[^.;]{0,60}\b(?:link|click|use|call|ring|reply|here|visit|press)\b|\bfree of charge\b",
    re.IGNORECASE,
)
# Events to which many are asked, and what the writer is about beside: no talk with one candidate.
_EVENT = (
    r"(?:webinare?s?|webinaire|open (?:day|evening|house)|town ?hall|tag der offenen tür|portes? ouvertes?|info(?:rmation)?(?:s?abend|[ -](?:evening|session|day))|info(?:rmations)?veranstaltung|messe|careers? (?:fair|day|event)"
    r"|picnic|party|reception|dinner|drinks|barbecue|\w*feier|train|flight|zug|flug|vol|workshop|conference|konferenz|conférence|newsletter|seminar\w*|séminaire|réunion d['’]information)"
)
_OWN = r"(?:(?:my|mein\w*|mon|ma) (?!(?:\w+ ){0,2}(?:interview|call|chat|talk|slot|diary|calendar)\b)(?:[\w-]+ ){0,2}?[\w-]+|\w*zahnarzttermin|\w*arzttermin|(?:dentist|doctor)['’]?s?)"
_INNER = rf"(?:{_GROUP}(?:['’]s)? (?:meeting|session|sitting)|intern\w* (?:\w*abstimmung|\w*sitzung|\w*besprechung|meeting|termin)|réunion (?:interne|d['’]équipe)|{_GROUP}(?:sitzung|réunion))"
# "Cancel your train": then there is nothing to travel to.
_OTHER = re.compile(
    rf"(?<!\byour )(?<!\bton )(?<!\bvotre )(?<!\bihren )(?<!\bdeinen )\b(?:{_EVENT}|{_OWN}|{_INNER})\b", re.IGNORECASE
)
_TALK = re.compile(
    r"\b(?:interviews?|(?:your|our|the|ihr\w*|unser\w*|votre|notre) (?:call|chat|talk|conversation|meeting|appointment|slot|session|visit|termin|rendez-vous|échange)|it|with you|mit (?:dir|euch|ihnen)|avec (?:toi|vous)|\w*gespräch\w*|entretiens?)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"[,;:]\s|\s[–—]\s|\b(?:so|because|which means|therefore|and (?:i|we|so)|daher|deshalb|weil|donc|car|mais|but|aber)\b",
    re.IGNORECASE,
)


# "Send it Sunday evening rather than Monday": what is handed in has another day, and nobody meets.
_RATHER = re.compile(
    r"\b(?:rather than|instead of|sooner than|plutôt qu[e'’]|au lieu d[eu'’]|statt|anstatt|anstelle|lieber|eher)(?!\w)",
    re.IGNORECASE,
)
_HANDED = re.compile(
    r"\b(?:send|submit|return|hand (?:it|them|that|this) in|turn (?:it|them) in|upload|deliver|envo(?:yer|yez|ie|ies)|renvo(?:yer|yez|ie|ies)|transmett\w+|rendre|rendez|remett\w+|déposer|schicke?n?|schickst|schickt|sende?n?|einreich\w+|abgeben|abgibst|hochladen|zusenden|zuschicken)\b(?! you\b| vous\b)",
    re.IGNORECASE,
)
_TALK_TOO = re.compile(
    r"\b(?:interviews?|calls?|chats?|meet(?:ing)?|talk|appointment|invit\w+|termin\w*|\w*gespräch\w*|treffen|entretiens?|rendez-vous|rdv|visio|échange|rencontr\w+|slots?|times|dates?|availabilit\w+|available|verfügbar\w*|disponib\w+|créneaux?)\b",
    re.IGNORECASE,
)


def speaks_of_change(statement: Statement) -> bool:
    """Whether a sentence has a word for moving or calling something off."""
    return _CHANGE.search(statement.sentence.text) is not None


def is_left_open(statement: Statement) -> bool:
    """Whether a sentence speaks of a change only as of what may be, or what the reader may do."""
    text = statement.sentence.text
    if not (_CHANGE.search(text) and _MAY.search(text)):
        return False
    # "If you cannot come, we will cancel": what is to come hangs on the condition that the sentence begins with.
    return _DONE.search(text) is None or _IF_FIRST.search(text) is not None


def tells_change(statement: Statement) -> bool:
    """Whether a sentence may tell that an interview is moved or off: not of what may be, nor of another appointment."""
    text = statement.sentence.text
    changing = [clause for clause in _CLAUSES.split(text) if _CHANGE.search(clause)]
    if not changing:
        return not (_RATHER.search(text) and _HANDED.search(text) and not _TALK_TOO.search(text))
    if is_left_open(statement):
        return False
    return not all(_OTHER.search(clause) and not _TALK.search(_OTHER.sub(" ", clause)) for clause in changing)


# What the house did stands whatever a condition beside says: "we had to cancel; if you can, choose another slot".
_DONE = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are|been|being)(?: now| been| to be| to| sadly| unfortunately)* (?:cancell?ed|moved|postponed|rescheduled|called off|changed|cancel|move|postpone|reschedule)"
    r"|(?:must|will|need to|we['’]ll)(?: now| sadly| unfortunately)* (?:cancel|move|postpone|reschedule)|(?:müssen|mussten?|haben|wurde|wird|ist|sind)\b[^,;]{0,80}\b(?:absagen|abgesagt|verschieben|verschoben|verlegt|verlegen)"
    r"|(?:est|sont|a été|avons|devons)\b[^,;]{0,40}\b(?:annul\w+|report\w+|décal\w+|déplac\w+))\b",
    re.IGNORECASE,
)
# A sentence that begins with what the reader cannot do, and tells what would be done then.
_IF_FIRST = re.compile(
    r"^\W*(?:(?:if|should) you (?:cannot|can['’]t|can ?not|are(?: not|n['’]t| unable)|do(?: not|n['’]t)|no longer|not|fail|be unable)|unless you)\b(?!.{0,300}\b(?:has|have|had|was|were|been|is|are) (?:now |been |to be |to ){0,2}(?:cancel|mov|postpon|resched|called off))"
    r".{0,300}\b(?:will|we['’]ll)(?: then| have to| need to)? (?:cancel|move|postpone|reschedule)\b",
    re.IGNORECASE,
)
