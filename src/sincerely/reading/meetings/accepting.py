"""What an answer says of the times that it was asked about: that one suits, or none, or that another would.

Whether "Thursday at 2 works for me" fixes an interview depends on what was proposed: see `agreeing`. Here is only what
the words say, in English, German and French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal

from sincerely.core.people import is_person
from sincerely.reading.letters import people
from sincerely.reading.statements.scene import Scene
from sincerely.reading.statements.statement import CLOCK_GRAINS, Statement
from sincerely.reading.statements.telling import Teller
from sincerely.reading.statements.time_clauses import names_day
from sincerely.times import TimeMention

from . import met_names
from .agreeing import EARLIER, LAST, LATER, Answer, Clause, Pick, Told
from .meeting_people import interviewers

# Each time of a sentence is one sign of these; one that is only a deadline, or a length, is the last.
_FIRST, _OTHER = 0xE000, "\uf8ff"
_T = "[\ue000-\uf8fe]"
# More sentences than these are no answer to a proposal.
_MOST = 60
_FEW_WORDS = 25
_LONGEST = 600
_DAY = timedelta(days=1)

_SUBJECT = rf"(?:{_T}|that|this|it|which|one|slot|time|date|day|option|appointment|suggestion|proposal|first|second|third|last|latter|former)"
_GOOD = (
    r"(?:fine|good|great|perfect(?:ly)?|ok|okay|ideal|suitable|convenient|lovely|best|excellent|wonderful|brilliant)"
)
# "My partner works at a bank" is about no time.
_NOT_AT = r"(?! (?:\w+ )?(?:at|in|as|from|under|out|with (?!me|us)|on (?!my|our)))"
_FITS = re.compile(
    r"\b(?:works?|suits?|fits?)(?: (?:just|really|very|perfectly|well|great|fine|best|nicely)){0,2} (?:(?:for|with) (?:me|us|my|our)|me|us)\b"
    r"|\b(?:passt|passen|klappt|klappen)\b(?! (?:\w+ ){0,3}zu\b| (?:\w+ )?in\b)"
    r"|\b(?:me|nous) (?:convient|conviennent|va(?: (?:très )?bien| parfaitement)?(?=\W*$))|\bconvient (?:parfaitement|bien|très bien)\b",
    re.IGNORECASE,
)
# What suits where no time is named: a time by another word, or what was said before. "The salary works for me" is about none.
_FITTING = re.compile(
    rf"{_T}|\b(?:that|this)\b(?! (?!works?\b|suits?\b|fits?\b|would\b|will\b|should\b|does\b|also\b|really\b|still\b|one\b)\w)|(?-i:[Dd](?:as|ies\w{{0,2}})\b(?! [A-ZÄÖÜ]))|\b(?:it|they|which|what|then|there|all|both|either|any|everything|these|those|\w*times?|slots?|dates?|days?|options?|appointments?|suggest\w*|propos\w+|offer\w*"
    r"|es|alles?|beide[sn]?|\w*termin\w*|uhrzeit|zeit\w*|vorschlag|tag"
    r"|cela|ça|ceci|tout|tous|toutes|deux|date|heure|jour|créneaux?|horaires?|rendez-vous)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"(?:\W|\b(?:yes|ok|okay|sure|great|perfect|thanks?|you|ja|gerne?|danke|oui|merci|would|will|should|also|really|still|just|absolutely|mir|uns)\b)*",
    re.IGNORECASE,
)
# Whom or what one confirms, takes or chooses: no interest, no receipt, no note.
_CONFIRMED = (
    rf"(?:\W*(?:$|{_T})|[^,;]{{0,40}}(?:{_T}|\b(?:\w*attend\w*|presence|participation|\w*appointment|availability|meeting|times?|slots?|dates?"
    r"|termin\w*|\w*teilnahme|\w*gespräch|uhrzeit|zeit|kommen|vorschlag|einladung|teil|\w*ersten|zweiten|dritten|letzten"
    r"|présence|rendez-vous|créneau|horaire|venue|disponibilité|proposition|premier|première|deuxième|second|dernier)\b)| (?:this|that|it)\b(?! I))"
)
_STRONG = re.compile(
    rf"(?:{_SUBJECT}(?: \w+)? (?:(?:would |will |does |do |should |could |might |may )(?:work|suit|fit)|works|suits|fits)|^\W*(?:works|suits|fits))\b{_NOT_AT}"
    rf"|{_SUBJECT}(?: \w+)?(?:['’]s| is| are| would be| will be| sounds| looks) (?:\w+ ){{0,2}}?{_GOOD}\b"
    rf"|\b(?:I|we)(?:['’](?:m|re|ll be)| am| are| will be| would be)(?: \w+)? (?:available|free) (?:then\b|at that|{_T})"
    rf"|\b(?:I|we) (?:can|could|will|would)(?: \w+)? (?:make|do|attend) (?:{_T}|it\b|that\b|the )"
    rf"|\b(?:I|we)(?:['’]ll| will) (?:be there|see you|take {_T}|take the)"
    rf"|\b(?:see|speak|talk|meet|seeing|speaking|talking|meeting)(?: (?:to|with))?(?: you)?(?: all)? (?:then\b|{_T})"
    rf"|\b(?:(?:let['’]?s|let us) (?:do|go (?:with|for)|say|take|meet)|(?:happy|glad|pleased) to (?:confirm|take))\b"
    r"|\b(?:both|either|any|all|these|those|dates|times|slots|options|days)(?: of \w+(?: \w+)?)? (?:would )?(?:work|suit|fit|are (?:fine|good|great|ok|okay))\b"
    rf"|\bI(?:['’]d| would)? (?:prefer|choose|pick|take|confirm|accept|opt for|like)\b(?! to (?:know|ask|add|thank|say|hear)).{{0,30}}(?:{_T}|\b(?:first|second|third|last|slot|option|time)\b)"
    rf"|\bI (?:\w+ )?prefer\b.{{0,30}}{_T}|\bpreference (?:is|would be)\b.{{0,30}}(?:{_T}|\b(?:first|second|third|last|slot|option)\b)|\bgood for me\b"
    rf"|\bI (?:can |gladly )?(?:hereby )?confirm(?! (?:receipt|that I (?:am (?!able|available|free|happy|coming)|have|hold|received|read|got)))\b{_CONFIRMED}|^\W*confirmed\b(?! receipt)"
    rf"|\b(?:delighted|happy|glad|pleased|love) to (?:attend|come|accept|join|meet|talk|speak)\b.{{0,60}}{_T}"
    rf"|\b(?:komme ich|ich komme)\b.{{0,30}}{_T}|\bhabe\b.{{0,30}}{_T}.{{0,12}}\bzeit\b|{_T}.{{0,12}}\bzur verfügung\b|{_T} wäre mir (?:am )?lieb(?:er|sten)\b|\bam liebsten (?:wäre mir )?(?:der )?{_T}"
    rf"|\bje (?:vous )?confirme\b{_CONFIRMED}|\bje préf[éè]r(?:e|erais)\b.{{0,20}}{_T}"
    r"|\bcount me in\b|\b(?:is|are) (?:booked|confirmed)\b|\bit is a date\b|\bdiarised\b"
    r"|\bgeht (?:klar|in ordnung|bei (?:mir|uns)|für (?:mich|uns)|gut)\b"
    rf"|(?:{_T}|\b(?:das|es|termin|vorschlag))(?: \w+)? (?:ist|is|wäre) (?:mir |für mich |bei mir )?(?:sehr )?(?:recht|möglich|perfekt|super|prima|gut|ideal|wunderbar|in ordnung|ok(?:ay)?)\b"
    rf"|\b(?:ich nehme|nehme ich|ich wähle|wähle ich|bestätige)\b(?! an\b){_CONFIRMED}"
    r"|\b(?:sage ich (?:gerne? )?zu|ich sage (?:gerne? )?zu|ich bin (?:dann )?(?:da|dabei|vor ort)(?=\W*$)|habe ich zeit|(?:komme|nehme) ich (?:sehr )?gern)\b"
    rf"|\bbis (?:dann\b|{_T})|\b(?:kann|könnte) ich (?:\w+ )?(?:einrichten|wahrnehmen|ermöglichen)"
    r"|\bje viendrai\b"
    rf"|\bje (?:prends|choisis|retiens)\b{_CONFIRMED}"
    rf"|\bje (?:suis|serai) (?:\w+ )?(?:disponible|libre|là|présente?) ?(?:{_T}|à ce|$|[.,!])|\bc['’]est (?:parfait|bon) pour moi\b|\b(?:va pour|d['’]accord pour|rendez-vous) (?:le )?(?:{_T}|l[ea])",
    re.IGNORECASE,
)
_THANKS = r"(?:thanks?(?: you)?(?: (?:so|very) much)?|many thanks|please|vielen dank|danke(?:schön)?|bitte|merci(?: beaucoup)?|s['’]il vous plaît)"
_SURE = (
    r"(?:yes|yep|yeah|sure|certainly|of course|absolutely|definitely|gladly|with pleasure|agreed|ja|jawohl|(?:sehr )?gerne?|klar|natürlich|selbstverständlich|einverstanden"
    r"|oui|d['’]accord|volontiers|avec plaisir|entendu|bien sûr|not? (?:a )?problem(?: at all)?|sure thing|kein problem|pas de (?:problème|souci)|sounds (?:good|great|perfect)(?: to me)?)"
)
_YES = re.compile(rf"\W*{_SURE}(?:\W+(?:{_SURE}|{_THANKS}|perfect|great))*\W*", re.IGNORECASE)
_NICE = re.compile(
    rf"\W*(?:perfect|great|fantastic|lovely|brilliant|wonderful|excellent|ok(?:ay)?|fine|noted|alles klar|perfekt|super|prima|wunderbar|in ordnung|parfait|très bien|c['’]est noté)(?:\W+{_THANKS})*\W*"
    r"|.*\b(?:(?:looking|look) forward to (?:it|(?:meeting|speaking|talking|seeing))\b|happy to (?:come|meet|attend|talk|speak|join|do (?:that|it|so)|chat|accept)|I(?:['’]m| am) available"
    r"|(?:freue mich (?:sehr )?(?:auf|darauf))|je (?:serai|suis) (?:ravie?|disponible))\b.*",
    re.IGNORECASE,
)
# Where a clause has nothing but these beside a time, the time is the answer: "Thursday at 2, please", "Friday 10 am it is".
_ONLY = re.compile(
    r"(?:\W|\b(?:please|then|it is|for me|not? (?:a )?problem|kein problem|pas de (?:problème|souci)|sure thing|thanks?|you|yes|ok|okay|sure|great|perfect|good|perfekt|super|prima|parfait|très bien|and|at|on|the|for|für|pour|bitte|gerne?|ja|danke|dann|um|am|der|den|oui|merci|le|à|alors)\b)*",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not(?! a problem)|hardly|scarcely|barely|never(?! mind)|neither|nor|(?<!no )doubt|too (?:early|late)|kaum|nie|niemals|zu (?:früh|spät)|pas(?! de (?:problème|souci))|jamais|guère|trop (?:tôt|tard)|(?:ca|wo|do|does|is|are|would|could|did)n['’]?t(?! (?:wait|hesitate))|cannot|unable|no longer|none|nicht|kein(?! problem)\w*|weder|n['’e]\w*(?: \w+){1,2} plus|aucun\w*"
    r"|reschedul\w+|postpon\w+|clash\w*|conflict\w*|decline|busy|away|tight|tricky|difficult|schwierig|knapp|compliqué|verschieb\w+|verleg\w+|verhindert|décaler|reporter|empêchée?)\b",
    re.IGNORECASE,
)
# Said of the whole sentence, whichever clause it stands in.
_ALAS = re.compile(
    r"\b(?:unfortunately|(?:I['’]m|I am) afraid|sorry(?! (?:for|about) (?:the|my|being|not))|leider|bedauerlicherweise|malheureusement|hélas)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\b(?:instead|rather than|stattdessen|anstatt|plutôt)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:(?:another|different|other|alternative) (?:time|day|slot|date|option|week)s?|(?:a (?:bit|little) |any )?(?:earlier|later)(?! (?:one|slot|option|time|date|on)\b)"
    r"|ander(?:er|en|es|e) (?:termin|tag|zeit|uhrzeit|woche)e?|früher|später|autre (?:date|jour|créneau|horaire|moment)|plus (?:tôt|tard))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?\W*$|^\W*(?:could|can|would|might|may|is|shall|do|does|how about|what about|könnten?|können|wäre|ginge|geht|pourr\w+|serait|est-ce)\b(?=[^.!]*\?|.*\b(?:we|possible|wir|möglich|nous)\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\W*(?:and |or |so |und |oder |et |ou )?(?:could|can|would|might|may|is|are|shall|do|does|how about|what about|könnten?|können|wäre|ginge|geht|passt|pourr\w+|serait|est-ce)\b",
    re.IGNORECASE,
)
_WOULD_RATHER = re.compile(
    r"\b(?:(?:would it be possible|is there any chance|would you mind)(?! (?:to |of )?(?:get|have|send|tell|know|let|share|giv|provid|receiv|bring|confirm|park|ask|see|sending|telling|letting|sharing))|how about|what about|(?:could|can|might) (?:we|it)|könnten wir|können wir|wäre es möglich|ginge (?:es )?auch|pourrions-nous|serait-il possible)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:if|unless|provided|should(?= (?:work|be|suit|fit))|might|may(?= (?:work|be|suit))|maybe|perhaps|probably|possibly|tentativ\w+|hopefully|I think|let me check|need to check|have to check|get back to you|depend\w*|pending|as long as|only (?:by|on the)|but only|whether|(?:before|until|once|as soon as) (?:I|we)"
    r"|falls|sofern|wenn|vielleicht|eventuell|wahrscheinlich|vermutlich|voraussichtlich|müsste|muss noch|erst|ob|solange|bevor|sobald|si(?= )|peut-être|sous réserve|sans doute|vérifier|avant (?:de|que)|dès que|à condition)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(r"\b(?:would|wish|würde|hätte|wäre|aurais|serais)\b|['’]d\b", re.IGNORECASE)
# Whoever says so has not decided yet, wherever the mail says it.
_PENDING = re.compile(
    rf"\b(?:(?:get|come|be) back to you|(?:let you know|confirm)(?: about)? (?:{_T}|tomorrow|later|soon|shortly|about the|once|as soon as|whether)|check (?:with|my|whether|if)|waiting (?:to|for)"
    r"|melde (?:ich )?mich|gebe (?:ich )?ihnen (?:\w+ ){0,3}bescheid|reviens vers vous|tien(?:s|drai) au courant)\b|\bI will reply\b",
    re.IGNORECASE,
)
_WHICH = r"(?:first|second|third|last|erste[nr]?|zweite[nr]?|dritte[nr]?|letzte[nr]?|premier|première|deuxième|second|dernier|dernière)(?: (?:one|slot|option|termin|créneau))?"
_ONE_OF = rf"(?:(?:for|on|at|the|am|an|der|den|dem|le|la|du) )?(?:{_T}|{_WHICH}\b)"
# What is left out of all that suits: "any of these but Thursday".
_EXCEPT = re.compile(
    rf"\b(?:except(?: for)?|apart from|other than|excluding|(?:any(?:thing|time)?|all|every\w*)(?: \w+)? but|außer|(?:bis|by) auf|ausgenommen|sauf|excepté|hormis|à part) {_ONE_OF}"
    rf"(?:(?: ?,| and| or| und| oder| et| ou) {_ONE_OF})*",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:either|both|any|all|whichever|beide[nrs]?|alle|jede[rs]?|egal|les deux|tous|toutes|n['’]importe)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r";|\s[–—-]\s|\b(?:but|although|though|whereas|while|however|aber|jedoch|allerdings|während|mais|cependant|par contre)\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s")
_NOUN = r"(?:one|slot|option|time|date|choice|suggestion|proposal|appointment|termin|vorschlag|variante|zeitfenster|zeitpunkt|möglichkeit|créneau|proposition|horaire|choix)s?"
_ORDER = {
    "first": 0, "1st": 0, "former": 0, "erste": 0, "premier": 0, "première": 0, "second": 1, "2nd": 1, "zweite": 1, "deuxième": 1,
    "seconde": 1, "third": 2, "3rd": 2, "dritte": 2, "troisième": 2, "fourth": 3, "4th": 3, "vierte": 3, "quatrième": 3,
    "last": LAST, "latter": LAST, "letzte": LAST, "letztere": LAST, "erstere": 0, "dernier": LAST, "dernière": LAST,
    "earlier": EARLIER, "earliest": EARLIER, "frühere": EARLIER, "later": LATER, "latest": LATER, "spätere": LATER,
}  # fmt: skip
_NUMBERS = {"one": 0, "two": 1, "three": 2, "four": 3, "a": 0, "b": 1, "c": 2, "d": 3, "eins": 0, "zwei": 1, "drei": 2}
_PLACE = re.compile(
    rf"\b(?P<word>{'|'.join(_ORDER)})(?:[rsnm])?(?=\s+(?:{_NOUN}|of (?:these|those|them|the))\b|\W*$|[,.!;]|\W+(?:please|bitte|works?|suits?|is|would|sounds|looks|passt|klappt|geht|wäre|ist|me convient|convient|s['’]il)\b)"
    r"|\b(?:option|slot|number|no\.|choice|termin|vorschlag|variante|créneau|proposition)\s+(?:nr\.? |no\.? |#)?(?P<number>[1-4a-d]|one|two|three|four|eins|zwei|drei)\b(?![.:]?\d)",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(
    r"\d(?:st|nd|rd|th)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[/.-]\d{1,2}[/.-]|\d{1,2}\.\d{1,2}\.|\d{4}-\d\d|\b(?:today|tonight|tomorrow)\b|\d{1,2}/\d{1,2}\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_HALF = re.compile(
    r"\d\s?[ap]\.?\s?m\b|\b(?:1[3-9]|2[0-3]|00)[:.h]?|\b(?:noon|midday|morning|afternoon|evening)\b", re.IGNORECASE
)
_ZONED = re.compile(r"\b(?:GMT|UTC|BST|CES?T|E[SD]T|P[SD]T|C[SD]T|M[SD]T|IST|AES?T)\b|\b(?:my|your|our) time\b")


def answer_of(scene: Scene, *, own: bool) -> Answer | None:
    """Return what a mail answers, if it answers a proposal; None where it says nothing of the kind."""
    said = scene.said[:_MOST]
    clauses = [clause for statement in said for clause in _clauses(statement, scene)]
    told = () if own else partners_in(scene)
    quote = _partners_quote(scene) if told else ""
    if not any(clause.says or clause.places or clause.denies or clause.asks for clause in clauses):
        return Answer(clauses=(), partners=told, partners_quote=quote) if told else None
    words = sum(len(statement.words) for statement in said)
    teller = Teller(scene)
    others = own and teller.likely("wrote:reschedule") > max(0.5, teller.likely("wrote:reply"))
    where = next((index for index, one in enumerate(said) if any(c.says for c in _clauses(one, scene))), -1)
    who = () if own else interviewers(scene, where)
    short = words <= _FEW_WORDS
    return Answer(clauses=tuple(clauses), short=short, who=who, wants_other=others, partners=told, partners_quote=quote)


def partners_in(scene: Scene) -> tuple[str, ...]:
    """Return who a mail says are the reader's partners in a talk that is fixed, by address where one is known."""
    known = people.book(scene.letter, f"{scene.reply}\n{scene.signature}")
    names = (people.untitled(name) for one in scene.said[:_MOST] for name in met_names.partners(one.sentence.text))
    found = dict.fromkeys(people.address_of(name, known) for name in names)
    return tuple(one for one in found if one.lower() not in scene.me and is_person(one))


def _partners_quote(scene: Scene) -> str:
    sentences = (one.sentence for one in scene.said[:_MOST] if met_names.partners(one.sentence.text))
    return next((scene.reply[one.begin : one.stop] for one in sentences), "")


def masked(statement: Statement) -> str:
    """Return a sentence with a sign for each of its times."""
    text, at, found = statement.text, 0, list[str]()
    for which, mention in enumerate(statement.times):
        sign = chr(_FIRST + which) if mention.start is not None else _OTHER
        found += [text[at : mention.begin], f" {sign} "]
        at = mention.stop
    return re.sub(r"[ \t\n]+", " ", "".join((*found, text[at:]))).strip()


def times_in(clause: str, statement: Statement) -> list[TimeMention]:
    """Return the times whose signs stand in a clause."""
    places = (ord(sign) - _FIRST for sign in clause)
    return [statement.times[place] for place in places if 0 <= place < len(statement.times)]


def _clauses(statement: Statement, scene: Scene) -> Iterator[Clause]:
    text = masked(statement)
    if len(text) > _LONGEST:
        return
    sentence = statement.sentence
    quote = scene.reply[sentence.begin : sentence.stop]
    alas = _ALAS.search(text) is not None
    asks, hedges = _ASKS.search(text) is not None, _HEDGE.search(text) is not None
    # "I would love to come on Thursday at 2, but I am travelling": what one would like is not yet what one does.
    hedges = hedges or (_WISHED.search(text) is not None and len(_BREAK.split(text)) > 1)
    for out in _EXCEPT.finditer(text):
        times = tuple(pick for mention in times_in(out[0], statement) if (pick := _pick(mention)) is not None)
        yield Clause("", times, tuple(dict.fromkeys(_places(out[0]))), denies=True, quote=quote)
    text = _EXCEPT.sub(" ", text)
    pieces = clauses(text, apart=alas or asks or _NOT.search(text) is not None)
    opened = False
    if _PENDING.search(text):
        yield Clause("", hedges=True, quote=quote)
    for number, piece in enumerate(pieces, 1):
        opened = opened or _OPENS.match(piece) is not None
        picks = tuple(pick for mention in times_in(piece, statement) if (pick := _pick(mention)) is not None)
        places = tuple(dict.fromkeys(_places(piece)))
        told = _says(piece, picks=bool(picks or places))
        denies = bool(
            _NOT.search(piece)
            or _OTHER_TIME.search(piece)
            or (not picks and _INSTEAD.search(piece))
            or (alas and (picks or places) and told != "strong")
        )
        says: Told = "" if denies else told
        rather = (
            asks and (opened or number == len(pieces)) and (bool(picks or places) or bool(_WOULD_RATHER.search(piece)))
        )
        if says or picks or places or denies or rather:
            any_ = _ANY.search(piece) is not None
            yield Clause(says, picks, places, denies and _is_of_times(piece, asks=rather), rather, hedges, any_, quote)


def _is_of_times(piece: str, *, asks: bool) -> bool:
    """Whether what is denied is a time: a clause that names one, speaks of one, or asks for another."""
    return asks or _OF_TIMES.search(piece) is not None


_OF_TIMES = re.compile(
    rf"{_T}|\b(?:times?|slots?|dates?|days?|available|work|works|suit|suits|make it|attend|come|reschedul\w+|postpon\w+|instead|clash\w*|conflict\w*|earlier|later|option|first|second"
    r"|termin\w*|passt|klappt|geht|kommen|verschieb\w+|verleg\w+|verhindert|früher|später|stattdessen|date|créneau|disponible|décaler|reporter|convient|plus (?:tôt|tard))\b",
    re.IGNORECASE,
)


def clauses(text: str, *, apart: bool) -> Sequence[str]:
    """Return the clauses of a sentence; at commas too where something in it is denied: "Thursday works, Friday does not"."""
    pieces = _BREAK.split(text)
    return [part for piece in pieces for part in (_COMMA.split(piece) if apart else [piece]) if part.strip()]


def _says(piece: str, *, picks: bool) -> Told:
    if _STRONG.search(piece) or (picks and _ONLY.fullmatch(_without_places(piece))):
        return "strong"
    fits = _FITS.search(piece)
    if fits is not None:
        of_times = picks or _FITTING.search(piece) or _NO_SUBJECT.fullmatch(piece, 0, fits.start())
        return "strong" if of_times else "nice"
    if _YES.fullmatch(piece):
        return "yes"
    if _NICE.fullmatch(piece):
        return "nice"
    return ""


def _without_places(piece: str) -> str:
    return re.sub(rf"\b{_NOUN}\b", " ", _PLACE.sub(" ", piece), flags=re.IGNORECASE)


def _places(piece: str) -> Iterator[int]:
    for found in _PLACE.finditer(piece):
        word, number = (found["word"] or "").lower(), (found["number"] or "").lower()
        if word:
            yield _ORDER[word]
        elif number:
            yield int(number) - 1 if number.isdigit() else _NUMBERS[number]


def _pick(mention: TimeMention) -> Pick | None:
    if mention.start is None:
        return None
    clock = mention.grain in CLOCK_GRAINS
    quote = mention.quote
    if not clock and mention.end is not None and mention.end - mention.start > 8 * _DAY:
        return None
    day = _day_said(quote)
    # "Tomorrow at noon", "this afternoon"
    day = "date" if not day and (not clock or names_day(quote)) else day
    return Pick(mention.start, mention.end, day, clock, _HALF.search(quote) is not None, bool(_ZONED.search(quote)))


def _day_said(quote: str) -> Literal["", "weekday", "date"]:
    if _EXPLICIT.search(quote):
        return "date"
    return "weekday" if _WEEKDAY.search(quote) else ""
