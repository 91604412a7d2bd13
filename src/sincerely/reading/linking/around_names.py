"""What the words around a name say: that somebody stays away, that it is a place's, that the writer comes too."""

from __future__ import annotations

import re

TITLE = r"(?:(?:mr|mrs|ms|miss|dr|prof|professor|herrn?|frau|mme|m)\.?\s+)?"

_BEFORE = re.compile(
    r"(?:(?:\b(?:not|instead of|in place of|rather than|in lieu of|weder|statt|anstelle von|without|ring|phone|ask for|recruiter|scheduled(?: for you)? by|"
    r"arranged by|booked by|organi[sz]ed by|assistant to|['’]s (?:assistant|secretary|PA|EA),?|(?<!and )(?:my|our|his|her|their) (?:assistant|secretary|PA|EA),|(?:of|from|to) (?:my|our|his|her|their) (?:assistant|secretary|PA|EA)|office of|on behalf of|questions\?? (?:to|call)|"
    # A call is asked for at a clause's start; "video call Ida Holm" is the interview.
    r"(?:(?:(?:^|[,;:.!?(–—])\s?|\b(?:please|or|to|can|just) )call|contact|e-?mail|write to|get in touch with|reach out to)(?: (?:my|our|your|me or)(?: (?:colleague|assistant|recruiter|coordinator))?)?|"
    r"(?:fragen|wenden sie sich)[^.,;!?]{0,20} an|fragen sie nach|(?:contactez|appelez|joindre|demandez)|"
    r"(?:ansprechpartner(?:in)?|contact(?: person)?(?: (?:on|for) the day)?) (?:ist|is|est|sera)|"
    # "We meet at reception with Ida Holm" is no desk to report to.
    r"(?:melden|fragen|ask|report|check in|sign in|présente[rz]|adresse[rz])\b[^.;!?]{0,20}? (?:(?:am|beim) empfang|an der pforte|(?:at|to) (?:the )?reception|à l['’]accueil)[^.,;!?]{0,20}? (?:bei|to|for|de|auprès de)))\s+"
    r"|(?:^|[.;,|])\W*(?:\w+ )?(?:coordinat(?:or|ion)|organi[sz]er|coordinat(?:eur|rice))\s*[:|]\s*"
    r"|\b(?:(?:your |recruiting |main )?contact|questions|(?:ihre? )?ansprechpartner(?:in)?|rückfragen(?: an)?|kontakt|renseignements)\s*[:|]\s*)"
    rf"{TITLE}$",
    re.IGNORECASE,
)
_SENDS = (
    r"(?:(?:will|['’]ll|is going to) (?:send|e-?mail|forward|arrange|organi[sz]e|book|schedule|coordinate|be in touch|let you in|sign you in|check you in)"
    r"|(?:has |have )?(?:set (?:this|it|that) up|arranged|booked|organi[sz]ed)|(?:schickt|sendet|mailt) Ihnen|hat (?:den|diesen|das) \w+ (?:organisiert|koordiniert|vereinbart)|vous enverra)\b"
)
_FROM = r"(?:(?:in|from|of) [\w ]{2,20})?"
# What somebody does or does not, in a clause that the name begins.
_DOES = re.compile(
    r"^['’]?s?,?\s*(?:(?:has|had|have) (?:had to )?(?:step(?:ped)? (?:down|aside|back)|drop(?:ped)? out|left)|(?:can(?:not|['’]t)|won['’]t|will not|is unable|is not able|isn['’]t able) "
    r"|would have (?:liked|loved|wanted)\b|sends? (?:his|her|their) (?:apologies|regrets)|(?:is|was) (?:ill|sick|unwell|off|away|not)\b|"
    rf"{_FROM},? ?{_SENDS})",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"^['’]?s?,?\s*(?:can(?:not|['’]t)|won['’]t|will not|is unable|is not able|isn['’]t able|(?:is|was|will be) (?:ill|sick|unwell|off|away|on (?:leave|holiday))|sends? (?:his|her|their) (?:apologies|regrets)"
    r"|kann (?:leider )?nicht|ist (?:leider )?(?:krank|verhindert|im urlaub)|ne (?:pourra|peut|sera) pas|est (?:absente?|en congé))\b",
    re.IGNORECASE,
)
# What is only added to a name: whoever is to be met may send the link, too, and wait at the front desk.
_ADDED = re.compile(
    r"^['’]?s?,?\s*(?:\(?(?:recruiting|recruiter|scheduling|coordinator|talent coordinator|hr coordinator)\)?\b|"
    rf"{_FROM},? who ?{_SENDS}|at (?:the )?(?:front desk|reception|door|gate)|(?:on|in) reception|am empfang|an der pforte|à l['’]accueil)",
    re.IGNORECASE,
)
_TO_MEET = re.compile(
    r"\b(?:meet(?:ing)?|see|rencontre[rz]|treffen|mit|avec|(?:speak|talk|call|chat|interview|meeting|appointment)(?:ing)? (?:with|to)|interviewed by)\s[^.;:!?]*$",
    re.IGNORECASE,
)
# Who is to be asked for at the door may be who waits behind it.
_RECEIVES = re.compile(
    r"^,?\s*(?:(?:qui|who|die|der)\b[^.;,!?]{0,30}?(?:recev|rencontr|interview|meet|see you|empf|begrüß)|(?:mit (?:dem|der)|avec qui|avec (?:lequel|laquelle)|with whom)\b)",
    re.IGNORECASE,
)
# "Ida Holm will send you the link and interview you".
_MEETS_TOO = re.compile(
    r"[^.;!?]{0,80}\b(?:and|but|then|und|aber|et|mais)\b[^.;!?]{0,20}\b(?:interviews?|meets?|sees?) you\b"
)
_NEAR = 60


def stays_away(text: str, name: str, at: int) -> bool:
    """Whether the words around a name say that somebody only arranges, or will not be there.

    Args:
        text: the sentence.
        name: as it stands there.
        at: where.
    """
    behind = text[at + len(name) :]
    if _DOES.match(behind) and _MEETS_TOO.match(behind) is None:
        return True
    if _BEFORE.search(text, max(0, at - _NEAR), at):
        return _RECEIVES.match(behind) is None
    return _ADDED.match(behind) is not None and _TO_MEET.search(text, max(0, at - 2 * _NEAR), at) is None


def is_absent(text: str, name: str, at: int) -> bool:
    """Whether somebody is said not to come: so not met, though nobody else is named."""
    return _ABSENT.match(text[at + len(name) :]) is not None


# One is "at Ealing", "in Room Elgar", "am Perron"; nobody's name stands so.
_PLACE = re.compile(
    r"(?:\b(?:at|near|nearest|(?<!bring )(?<!dial )(?<!joining )(?<!sitting )in|into|(?:komm\w*|fahr\w*|reis\w*)\b[^.;!?]{0,30} nach|im|am|ins|dans)\s+(?:the\s+)?"
    r"|\b(?:room|suite|building|floor|\w*(?:raum|zimmer|saal|halle|gebäude|haus|stock)|stra(?:ß|ss)e|salle|pavillon|bâtiment|étage|gare)\b\s+[\"“„«(]?)$",
    re.IGNORECASE,
)
# "Chaussée de Tervenne 88", "à la Croix-Verte"; "parlez à Ida" is to her.
_STREET = re.compile(
    r"\b(?:(?:chaussée|avenue|boulevard|rue|place|quai|allée|chemin|impasse|route|cours|square|faubourg"
    r"|(?:av|bd|boul|blvd|fbg)\.?|(?<=\d )(?:r|pl|ch|imp|rte)\.)"
    r"(?:\s(?:de la|de l['’]|du|des|de|d['’]))?|à la)\s*$",
    re.IGNORECASE,
)
# "Chez Nicole, avec mon frère": there, with him.
_CHEZ, _WITH = re.compile(r"\bchez\s+$", re.IGNORECASE), re.compile(r",? avec\b")
# "2nd floor, Tanner Court"; "Peter Althaus, Ida Holm" are two people.
_FLOOR = re.compile(r"\d\w{0,2}\.?\s(?:floor|étage|stock)\b,\s+$", re.IGNORECASE)
_SITE = re.compile(r"\S (?:court|chambers|house|tower|cent(?:re|er)|building|wing)$", re.IGNORECASE)
# In a room somebody waits; no room does.
_AWAITS = re.compile(
    r"(?:\s*,?\s(?:and|und|et|&)\s[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w'’-]*)?)?\s+"
    r"(?:(?:will |['’]ll )?(?:await|meet|greet|welcome|interview|see you)|erwarte|empf[aä]ng|begrüß|vous (?:atten|rece|acc))"
)
# "In Ida Holm's office" is hers.
_IS_ROOM = re.compile(
    r"(?:room|salle|raum|saal|zimmer|studio|pavillon|bâtiment|building)\b|(?:zoom|(?:microsoft |ms )?teams|skype|webex|whatsapp|facetime|google meet)$",
    re.IGNORECASE,
)
# "Mr. Alvarez, Principal of Cedar Elementary": what somebody is head of is nobody.
_HEADED = re.compile(
    r"\b(?:principal|head ?teacher|headmaster|headmistress|owner|president|director|manager|inhaber(?:in)?|directrice|directeur|propriétaire|gérante?) (?:of|at|von|de|du)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "Stelle: Chemikant", "Where: Holm House".
_LABELLED = re.compile(
    r"(?:^|[\n|;])\W*(?:stelle|position|role|job(?: title)?|vacancy|post|poste|funktion|location|ort|where|lieu|address|adresse|subject|betreff|company|firma|employer)\s*:\s*$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s\b")

# "Ashburton Road", "Berta-Holm-Platz": a street is called after somebody who is not met there. Who is called Lane, Hill or
# Park is somebody.
_WAY = re.compile(
    r"\s(?:Road|Rd|Street|Avenue|Ave|Crescent|Boulevard|Blvd|Stra(?:ß|ss)e|Str\.|Allee)(?!\w)"
    r"|-(?:Stra(?:ß|ss)e|Str\.|Allee|Platz|Weg|Ring|Gasse|Ufer|Damm)(?!\w)"
)


def is_place(text: str, name: str, at: int) -> bool:
    """Whether what stands at a place of a sentence is named as a place is, and not as a person."""
    if is_titled(text, at):
        return False
    if _IS_ROOM.match(name):
        return True
    before, stop = text[max(0, at - _NEAR) : at], at + len(name)
    if _WAY.match(text, stop):
        return True
    if _FLOOR.search(before) and _SITE.search(name):
        return True
    if _HEADED.search(before) or _LABELLED.search(before) or _STREET.search(before):
        return True
    if _CHEZ.search(before) and _WITH.match(text, stop):
        return True
    somebody = _OWNED.match(text, stop) or _AWAITS.match(text, stop)
    return somebody is None and _PLACE.search(before) is not None


_NAMED_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+ \($")


def is_aside(text: str, name: str, at: int) -> bool:
    """Whether one word in brackets says what somebody does: "Ida Holm (Maintenance)"."""
    whole = " " not in name and text[at + len(name) : at + len(name) + 1] == ")"
    return whole and _NAMED_BEFORE.search(text[max(0, at - _NEAR) : at]) is not None


_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|mme|madame|monsieur|m|ehepaar|familie|pfarrer(?:in)?|signora?|ingegner|dottor(?:essa)?)\.?\s+$",
    re.IGNORECASE,
)


def is_titled(text: str, at: int) -> bool:
    """Whether a title stands before a name: "Herr Roth" of the house "Optik Roth" is somebody."""
    return _TITLED.search(text[max(0, at - _NEAR) : at]) is not None


_SELF = r"(?:me|myself|i|my humble self|mir|mich|ich|moi|moi-même)"
# "Ida Holm the CTO will see you and I send the link" is no list of two.
_NO_VERB = r"(?!\b(?:will|is|are|has|have|would|can|said|wird|ist|hat|kann|sera|est|interviews?|meets?|sees|sends?)\b)"
# "Ida Holm, our CTO, and me"; "avec Ida Holm notre DRH et moi".
_APPOSITION = rf"(?:\s*\([^)]{{1,60}}\)|,(?:{_NO_VERB}[^,.;]){{1,40}},|\s(?:from|aus|vom|von der|de la|du)\s(?:(?:the|our|dem|der|unserem|unserer|notre)\s)?[\w-]{{2,30}}(?:\s(?:team|department|office|side))?|,?\s+(?:our|my|the|unser\w*|mein\w*|notre|mon|ma)\s(?:{_NO_VERB}[^,.;:!?]){{1,40}}?)?"
_BOTH = r"(?:both of us|the two of us|wir (?:beide|zwei)|uns (?:beide|zwei)n?|nous deux)"
_MEET = r"(?:meet|see you|interview|talk|speak|be there|sprechen|treffen|empfangen|sind da|führen|recev|rencontr)"
# With a verb of meeting, or by itself: "she said both of us would enjoy it" is no promise to come.
_WITH_US = re.compile(
    rf"(?:\b(?:with|by|meet|see|join|mit|von|avec|chez)\s|[,:(–—]\s){_BOTH}\b|\b{_BOTH}(?: (?:will|shall|werden|are going to|allons))? (?:\w+ )?{_MEET}"
    r"|(?<!works )(?<!worked )(?<!sits )(?<!arbeitet )\b(?:neben|außer|besides|alongside|apart from|à côté de|outre) (?:mir|me|myself|moi)\b",
    re.IGNORECASE,
)


# "I'll walk through it with you and our lead, Yuki".
_I_WITH_YOU = (
    r"(?:\bI(?:['’]ll|['’]m| will| shall| am)\b[^.;!?]{0,80}?\bwith you|\bich\b[^.;!?]{0,80}?\bmit (?:Ihnen|dir)|\bje\b[^.;!?]{0,80}?\bavec (?:vous|toi))"
    r"(?:,? (?:and|und|et|along with|together with|zusammen mit)) (?:(?:our|the|unser\w*|der|dem|notre) (?:[\w-]{1,30} ){0,3}[\w-]{1,30},? )?"
)


# "… and I will send the link".
_ELSEWHERE = r"(?!(?:['’]ll| will| shall) (?:send|forward|be (?:away|in touch|out|off)|let|write|e-?mail|confirm|arrange)\b|['’]m (?:away|out|off)\b| (?:think|hope|believe|am (?:away|out|off|ill))\b)"


def writer_joins(text: str, name: str) -> bool:
    """Whether the writer counts himself in beside somebody: "me and Sheila", "with Alison, our CTO, and me", "both of us"."""
    if name in text and _WITH_US.search(text):
        return True
    joined = re.compile(
        rf"\b{_SELF}(?:\s*[,&]\s*|\s+(?:and|und|et|plus)\s+){TITLE}{re.escape(name)}|"
        rf"{re.escape(name)}{_APPOSITION}\s*,?\s*(?:and|&|und|et|plus)\s+(?:de )?{_SELF}\b{_ELSEWHERE}|"
        rf"{re.escape(name)}[^.;]{{0,60}}\bwith us (?:two|both)\b|{_I_WITH_YOU}{TITLE}{re.escape(name)}",
        re.IGNORECASE,
    )
    return joined.search(text) is not None


def is_beside_writer(text: str, name: str) -> bool:
    """Whether the writer stands beside somebody in a row: "Mr Roth and me" are two, though a Ms Roth writes."""
    joint = r"\s+(?:and|und|et|&|sowie)\s+"
    row = re.compile(
        rf"{re.escape(name)}{joint}{_SELF}\b|\b{_SELF}{joint}{TITLE}{re.escape(name)}(?!\w)", re.IGNORECASE
    )
    return row.search(text) is not None


_TOO = (
    r"(?:\s*\([^()\n]{1,60}\)|,[^,.;\n]{1,60},)?\s(?:(?:will|['’]ll|is|wird|ist|sera|est)\s)?(?:(?:also|auch|ebenfalls|aussi|également)\s(?:be there|be joining|join|joins|joining|mit dabei|dabei|présente?|là)\b"
    r"|(?:be there|join us|joins us|be joining us)(?: too| as well)\b)"
)
_ADDS = (
    r"(?:\s*\([^()\n]{1,60}\)|,[^,.;\n]{1,60},)?\s(?:(?:will|['’]ll|is|wird)\s)?(?:also\s)?(?:(?:be\s)?sit(?:s|ting)? in\b(?! (?:on|for)\b)"
    r"|(?:setzt sich|stößt|stösst|kommt) (?:noch |auch |dann |mit )?(?:mit )?dazu\b|se joindra (?:aussi )?à nous\b)"
)


def comes_too(text: str, name: str) -> bool:
    """Whether somebody is said to be there beside whoever writes: "Ida (our CTO) will join us too"."""
    return re.search(rf"{re.escape(name)}{_TOO}", text, re.IGNORECASE) is not None


_KIN = re.compile(
    r"\b(?:my|mein(?:e[mnr]?)?|mon|ma) (?:brother|sister|husband|wife|son|daughter|father|mother|dad|mum|mom|bruder|schwester|mann|frau|sohn|tochter|vater|mutter"
    r"|frère|sœur|mari|femme|fils|fille|père|mère)(?: and \w+)?,?\s+$",
    re.IGNORECASE,
)


def is_kin(text: str, name: str) -> bool:
    """Whether somebody is the writer's own kin, who runs the house with him or her: "my brother Ivo"."""
    at = text.find(name)
    return at >= 0 and _KIN.search(text, max(0, at - _NEAR), at) is not None


def sits_in(text: str, name: str) -> bool:
    """Whether somebody only comes in addition: where nobody else is named, to whoever writes, "Ida setzt sich dazu"."""
    return re.search(rf"{re.escape(name)}{_ADDS}", text, re.IGNORECASE) is not None


# "Armand is back. We'll both be there."
_BOTH_THERE = re.compile(
    r"\b(?:we(?:['’]ll| will| shall| are|['’]re) both (?:going to )?(?:be )?(?:there|here|in)\b|both of us (?:will be|are) (?:there|here)\b"
    r"|wir (?:sind|werden) (?:alle )?beide (?:\w+ )?(?:da|dabei|sein)\b|nous (?:serons|sommes) (?:là |présente?s? )?(?:tous|toutes) les deux\b|(?:tous|toutes) les deux nous (?:serons|sommes)\b)",
    re.IGNORECASE,
)


def both_come(text: str) -> bool:
    """Whether a sentence says that the writer and somebody named before will be there: "Nous serons là tous les deux"."""
    return _BOTH_THERE.search(text) is not None


# One person, and not the house, says so; who only hopes to hear how it went does not.
_RECEIVES_YOU = re.compile(
    r"\bI(?:['’]m| am)? (?:(?:very much|really|also|do) )?look(?:ing)? forward to (?:meeting|seeing|speaking (?:with|to)|talking (?:with|to)|interviewing) you\b"
    r"|\bich freue mich(?: sehr| schon)?(?: darauf)?, (?:Sie|dich)\b(?:[^.!?]|(?<=\d)\.){0,80}\b(?:kennenzulernen|kennen zu lernen|zu sehen|zu sprechen|zu treffen|begrüßen zu dürfen|zu begrüßen)"
    r"|\bje me réjouis de (?:vous|te) (?:rencontrer|voir|recevoir|accueillir)",
    re.IGNORECASE,
)


def writer_receives(text: str) -> bool:
    """Whether the writer looks forward to seeing the candidate: "I look forward to meeting you then"."""
    return _RECEIVES_YOU.search(text) is not None


_WITH_ME = re.compile(
    r"\b(?:with me|bei mir|mit mir|avec moi|chez moi)\b(?! (?:again )?(?:if|whether|by|before|about|wenn|ob|bis|si|avant)\b)",
    re.IGNORECASE,
)
# "Confirm with me", "bear with me", "melden Sie sich bei mir", "bring it with me".
_ONLY_TELL = re.compile(
    r"\b(?:confirm|check|bear|touch|book|arrange|share|liaise|agree|fine|ok(?:ay)?|good|along|brought|take|took|meld\w*|frag\w*|ruf\w*|mit(?:bring\w*|zubringen)|confirmez|vérifiez|voyez)\b[^.;!?]{0,45}$",
    re.IGNORECASE,
)


def is_with_writer(text: str) -> bool:
    """Whether a sentence that fixes a time says that it is with the writer: "half seven, and you're on it with me"."""
    return any(_ONLY_TELL.search(text, max(0, m.start() - _NEAR), m.start()) is None for m in _WITH_ME.finditer(text))


_CALLS = re.compile(
    r"\b(?:I['’]ll|I will|I shall) (?:call|ring|phone) you (?:then\b|(?:at|on) (?:(?:the|your|this|that) )?(?:\w+ ){0,2}?(?:number|mobile|cell|phone|landline|\d))"
    r"|\bich rufe (?:Sie|dich) (?:dann )?(?:dazu )?(?:unter|auf) (?:der|Ihrem|Ihrer|deinem|deiner|\d)",
    re.IGNORECASE,
)
_FOR_ELSE = re.compile(
    r"\b(?:if|once|when|should|before(?:hand)?|to (?:confirm|arrange|discuss|schedule|let)|falls|wenn|sobald|vorher|um)\b",
    re.IGNORECASE,
)


def writer_calls(text: str) -> bool:
    """Whether the writer will be on the phone: "I'll call you at the number on your resume", but not "to arrange it"."""
    return _CALLS.search(text) is not None and _FOR_ELSE.search(text) is None


_ONE_AND = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))?(?:,\s(?-i:[^\W\d_A-ZÀ-Þ])[^,;.:!?()\n]{0,50})?"
    r"\s*(?:,\s*(?:and|und|et)?|;|/|&|\b(?:and|und|et|sowie|plus)\b)\s*"
    r"(?:(?:the|our|der|die|unser\w*|le|la|notre|(?-i:[A-ZÄÖÜ])[a-zäöü]{0,30}(?:direktor|präsident|leiter|meister|führer|sitzender?)(?:in)?)\s+){0,2}"
    r"(?:(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|mme|m)\b\.?\s*)?",
    re.IGNORECASE,
)


def are_listed(text: str, stop: int, begin: int) -> bool:
    """Whether two names are of one list: "Ida Holm, notre DRH, et le Dr Paul Blanc"; between them are ``text[stop:begin]``."""
    return 0 < begin - stop <= 2 * _NEAR and _ONE_AND.fullmatch(text, stop, begin) is not None


_COLUMN = re.compile(r"\t|(?<=\S) {3,}|(?<=\S)\n[ \t]{2,}")
_PLACE_CELL = re.compile(
    r"(?:^|\n[ \t]*|   )(?:where|place|venue|location|address|wo|ort|adresse|lieu)(?:\t| {2,})$", re.IGNORECASE
)


def cells(raw: str, words: str) -> list[str]:
    """Return some words of a text, parted where they run over the columns or lines of a table; none of a place's row.

    Args:
        raw: the text as it is laid out.
        words: those of it, with one space between each two: "Panel Ida Holm", "Head of Law Kim Berg".
    """
    found = re.search(r"\s+".join(map(re.escape, words.split())), raw)
    if found is None:
        return [words]
    if _PLACE_CELL.search(raw[max(0, found.start() - _NEAR) : found.start()]):
        return []
    parts = _COLUMN.split(found[0])
    return parts if len(parts) > 1 else [words]
