"""Whose answer a sentence waits for: "we need your answer by Monday" is the reader's to give, and promises nothing."""

from __future__ import annotations

import re

from sincerely.times import TimeMention

from .statement import Statement

_ADVERBS = r"(?:(?:\w{2,12}ly|still|soon|also|just|now|at least|then) )"
_KIND = r"(?:(?:final|firm|definite|prompt|quick|written|formal|verbal) ){0,2}"
# Who is told to: an order, a question, or what "you" should do. "They will let me know" and "I'll let you know" are others'.
_TOLD = (
    r"(?:^\W{0,3}|[,;:.!?)–—-] ?|\b(?:please|kindly|just|and|so|then|but|do|(?:sure|remember|try|forget) to)\b ?|\b(?:could|can|would|will|must|should) you "
    r"|\b(?:need|want|like|ask|love) you to |\byou (?:need|have|ought) to |\byou (?:must|should) )"
    rf"(?:(?:please|kindly|just|both|do) ){{0,2}}{_ADVERBS}?"
)
_ENGLISH = (
    # We need, are waiting for, would like to have your answer.
    r"\b(?:needs?|needed|requires?|await(?:s|ing)?|(?:wait(?:s|ing)?|hoping|looking) (?:for|on)|hop(?:e[ds]?|ing)|expect(?:s|ing)?|wants?|asks? for|appreciates?|looks? forward to"
    r"|(?:would|['’]d) (?:like|love|need|appreciate|welcome|want)|must have|should have|(?:let|give|send|get) (?:me|us|him|her|them)(?: have)?) "
    rf"{_ADVERBS}?(?:(?:to (?:have|get|receive|know|hear)|from you|with) ){{0,2}}(?:your {_KIND}(?:answer|decision|reply|response|verdict|confirmation|acceptance)|an? {_KIND}(?:answer|decision|reply|response|yes or no) (?:from|by) you)\b"
    # Who needs an answer, and says of nobody that it is from them, has asked for it.
    rf"|\b(?:needs?|must have|wants?|requires?) an? {_KIND}(?:answer|decision|reply|response|yes or (?:a )?no)(?= (?:by|before|no later|at the latest)\b)(?![^.;:!?]{{0,40}}\bfrom\b(?! you\b))"
    # "I need to know on Friday", and not what one needs to know.
    r"|(?:\b(?:I|we|they)(?:(?:['’]d| would) (?:really )?(?:like|need)|(?:['’]ve got| have(?: got)?))|(?<!you )(?<!you will )(?<!do you )\b(?:need|needs)) to know(?=\s*(?:$|[.,;!]|(?:by|before|on|until|either way|yes or no|this|tomorrow|today|tonight|no later)\b|(?:if|whether) you(?:['’]re|['’]ll| are| will| accept| want| would)\b))"
    # "I need to hear from you", and not "it was good to hear from you".
    r"|(?<!good to )(?<!great to )(?<!nice to )(?<!lovely to )(?<!glad to )(?<!pleased to )(?<!delighted to )(?<!happy to )\bhear(?:ing)? (?:back )?from you\b"
    rf"|{_TOLD}(?:let (?:me|us) know|(?:get|come) back to (?:me|us)|tell (?:me|us)|give (?:me|us)(?! (?:until|till|by)\b)(?! (?:\w+ ){{1,2}}(?:days?|weeks?|hours?|minutes?|months?|time|moment|second)\b)|send (?:me|us) (?:a|an|your) (?:quick |short |brief )?(?:yes|answer|reply|decision|line|note|word)|reply|respond|answer(?= (?:by|before|until|me|us)\b)|decide|make up your mind|drop (?:me|us) a (?:line|note|mail))\b"
    r"|\byou(?: will|['’]ll)?(?:['’]ve| have| still have| can have| can take| may take)\b[^.;:!?]{0,50}? to (?:decide|accept|reply|respond|answer|think|consider|sign|let (?:me|us) know|make up your mind|come back)\b"
    r"|\btake (?:until|till|up to)\b[^.;:!?]{0,40}"
    r"|\b(?:deadline|date) for (?:your )?(?:answer|decision|acceptance|reply|response)\b"
)
# "Ihre Entscheidung" is the reader's, "ihre Entscheidung" theirs.
_GERMAN_OWN = r"(?-i:Ihre[nmrs]?|[Dd]eine[nmrs]?|[Ee]ure[nmrs]?)"
_GERMAN_ANSWER = r"(?:\w+[ne] )?(?:antwort|entscheidung|rückmeldung|zusage|bestätigung|entschluss|bescheid|eindruck|einschätzung|feedback)\b"
_GERMAN_GIVES = r"(?:sagen|mitteilen|bescheid|melden|antworten|rückmelden|zurückmelden|schreiben|entscheiden|bestätigen|wissen lassen|rückmeldung)"
_GERMAN = (
    r"\b(?:muss|müssen|müsste|müssten)\b(?: (?:ich|wir|leider|dann|aber|schon)){0,2} (?:es|das)\b(?: [^\s,;.!?]+){0,5}? wissen\b|"
    rf"\b(?:brauch|benötig|bräucht|erwart|erbitt|erhoff)\w*\b(?:(?! (?:nicht|kein\w*|nichts)\b)[ ,]+[^\s,;.!?]+){{0,6}}?[ ,]+(?:{_GERMAN_OWN} {_GERMAN_ANSWER}|von (?:ihnen|dir|euch)\b)"
    r"|\b(?:brauch|benötig|bräucht)\w*\b(?:(?! (?:nicht|kein\w*|nichts|von|vom)\b)[ ,]+[^\s,;.!?]+){0,5}?[ ,]+eine (?:(?:schnelle|kurze|klare|verbindliche) )?(?:antwort|rückmeldung|zusage)\b(?! (?:von|vom|der|des|aus|unser\w*)\b)"
    rf"|\b(?:wart\w*|hoff\w*|freu\w*)\b(?: [^\s,;.!?]+){{0,5}}? auf {_GERMAN_OWN} {_GERMAN_ANSWER}"
    rf"|\b(?:bitten?|ersuchen?)\b(?: [^\s,;.!?]+){{0,6}}? um (?:{_GERMAN_OWN} |eine (?:\w+ )?|kurze )?{_GERMAN_ANSWER}"
    rf"|\bhätten?\b(?: [^\s,;.!?]+){{0,5}}? gerne?\b(?: [^\s,;.!?]+){{0,4}}? (?:{_GERMAN_OWN} {_GERMAN_ANSWER}|von (?:ihnen|dir|euch)\b)"
    rf"|\bhätten?\b(?: [^\s,;.!?]+){{0,5}}? gerne? {_GERMAN_OWN} {_GERMAN_ANSWER}"
    r"|(?<!wir )(?<!ich )\b(?:gebt?|geben sie|gib|sagt?|sagen sie|sag|teilen sie|teilt?|schreiben sie|schreibt?|schreib)\b(?: (?:bitte|doch|es))* (?:mir|uns|mich)\b(?![^.;:!?]{0,50}\b(?:zeit|geduld|tage|wochen|aufschub)\b)"
    r"|(?<!wir )(?<!ich )\b(?:lassen sie|lasst?|lass)\b(?: (?:bitte|doch|es))* (?:mir|uns|mich)\b(?=[^.;:!?]{0,60}\bwissen\b)"
    r"|(?<!wir )(?<!ich )\b(?:melden sie sich|melde? dich|meldet euch|antworten sie|antworte|entscheiden sie sich|entscheide dich|bestätigen sie|bestätige) (?!wir\b|ich\b|jederzeit\b|gerne?\b)"
    rf"|\b(?:können|könnten|würden|müssten|sollten|wollen) sie\b[^.;:!?]{{0,80}}?\b{_GERMAN_GIVES}\b|\b(?:kannst|könntest|würdest|magst|musst|solltest) du\b[^.;:!?]{{0,80}}?\b{_GERMAN_GIVES}\b"
    r"|\b(?:sie haben|du hast|ihr habt)\b[^.;:!?]{0,50}?\b(?:zeit|bedenkzeit)\b|\b(?:sie können|du kannst) (?:es )?(?:sich|dir)\b[^.;:!?]{0,60}?\büberlegen\b"
)
_FRENCH_ANSWER = r"(?:(?:votre|vos|ta|ton|tes) (?:\w+ )?(?:réponse|décision|retour|confirmation|accord|choix|avis|verdict|ressenti|impressions?)|une? (?:réponse|retour|décision|confirmation) de (?:votre|ta) part|de vos nouvelles|de tes nouvelles)\b"
_FRENCH_GIVES = r"(?:répondre|dire|donner|confirmer|indiquer|communiquer|faire (?:part|savoir|un retour|signe|un (?:petit )?(?:mail|mot|retour))|faire parvenir (?:votre|ta) (?:réponse|décision)|tenir (?:au courant|informée?s?)|revenir vers|rappeler|écrire)"
_FRENCH = (
    r"\b(?:dois|devons|faut|besoin de|voudrais|voudrions|aimerais) (?:le |nous |me |absolument ){0,2}savoir(?=\s*(?:$|[.,;!]|(?:avant|by|before|until|on|au plus tard|demain|pour|si vous acceptez|si tu acceptes)\b))|"
    rf"\bbesoin (?:d['’]avoir |de connaître |d['’]|de )?(?:[^\s,;.!?]+ ){{0,4}}?{_FRENCH_ANSWER}"
    rf"|\b(?:attend(?:s|ons|ent|rons|rai|ra|ait|aient)?|souhait\w+|espèr\w+|espér\w+|voudrai\w+|voudrions|aimerai\w+|aimerions|faut|faudrait|faudra|l['’]attente de)\b(?:[ ,]+[^\s,;.!?]+){{0,5}}?[ ,]+{_FRENCH_ANSWER}"
    r"|\b(?:faut|faudrait|besoin d['’]) ?(?:[^\s,;.!?]+ ){0,2}?une? réponse\b(?! (?:d[eu']|des|de la)\b)"
    rf"|(?<!pour )\bl['’]attente de {_FRENCH_ANSWER}"
    r"|(?<!vous )(?<!tu )(?<!je )\b(?:faites|fais|dites|dis|donnez|donne|écrivez|écris|répondez|réponds|rappelez|rappelle|tenez|tiens|confirmez|confirme)[- ](?:moi|nous)\b(?! (?:encore |juste |donc )?(?:jusqu|until|by|un (?:peu|délai)|du temps|le temps|quelques|une? (?:jour|semaine)|(?:deux|trois|\d+) ))"
    rf"|\b(?:merci (?:de|d['’])|veuillez|prière de|gré de|(?:vous|te) pri\w+ de|(?:vous|te) demand\w+ de|vous invit\w+ à)\b ?[^.;:!?]{{0,50}}?\b{_FRENCH_GIVES}\b"
    rf"|\b(?:pouvez|pourriez|voulez|peux|pourrais|veux)[- ](?:vous|tu) (?:[^\s,;.!?]+ ){{0,4}}?{_FRENCH_GIVES}\b"
    r"|\b(?:vous|tu) (?:avez|as|aurez|auras|disposez|disposes) (?:encore )?(?:by|until|jusqu)\b"
    r"|\b(?:prenez|prends)(?: donc| encore)? (?:by|until|jusqu)"
    r"|\b(?:aimerai[st]|aimerions|voudrai[st]|voudrions|apprécierai\w*|serai\w* (?:bien|ravie?s?)) (?:bien |beaucoup |vraiment )?(?:que (?:tu|vous)|si (?:tu|vous))\b"
)
_WANTED = re.compile(f"(?:{_ENGLISH}|{_GERMAN}|{_FRENCH})", re.IGNORECASE)
# "Let me know if you have any questions": only if there is something to say; nor is "tell me about it" an answer.
_IF_ANYTHING = re.compile(
    r"(?:let (?:me|us) know|get back to (?:me|us)|tell (?:me|us)|reply|respond|(?:mir|uns|mich)\b|sich|dich|moi|nous|dire|savoir)\b\W{0,2}"
    r"(?:(?:please|bitte|gerne?|jederzeit|immediately|right away|at once|by\b[^,;.!?]{0,30}|before\b[^,;.!?]{0,30}),? ?){0,2}"
    r"(?:if (?:you (?:have|need|run|are unable|can(?:no|['’])t|do not|don['’]t)|there|any|anything|something|it|the|this|that|these|for)\b|should\b|in case\b|bei (?:\w+ )?(?:fragen|rückfragen|problemen|verhinderung)|(?:falls|wenn|sollten?)\b|si (?:vous avez|tu as|besoin|quelque|jamais|un)\b|en cas\b)"
    r"|\b(?:have any|any (?:other |further |more )?) ?(?:questions|concerns|problems|issues)\b|\b(?:fragen haben|noch fragen|des questions|la moindre question)\b",
    re.IGNORECASE,
)
_IN_CASE = re.compile(
    r"\b(?:if (?:you (?:need|have(?:n['’]t)?|do(?:n['’]t| not) hear|did(?:n['’]t| not)|run|are unable|can(?:no|['’])t)|there|any|anything|something)|should (?:you|there|any)|in case|falls|bei (?:fragen|rückfragen)|(?:wenn|sollten) (?:sie|du|noch|etwas)|si (?:vous avez|tu as|besoin|quelque|jamais)|en cas)\b",
    re.IGNORECASE,
)
# "The manager is waiting for your answer and needs it by Thursday".
_IT = re.compile(
    r"\b(?:needs?|wants?|requires?|braucht?|brauchen|benötig\w+) (?:it|this|that|sie|diese)\b", re.IGNORECASE
)
# What the house, or one whom it waits for, will do itself.
_THEIRS = re.compile(
    r"\b(?:we|I|they|he|she)(?:['’](?:ll|re going to|m going to)| will| shall| should| hope to| expect to| aim to| plan to| intend to| can)\b(?! (?:need|require|expect|want|like|wait|be (?:waiting|expecting|grateful))\b)"
    r"|\byou(?:['’]ll| will| should| can expect to| are going to)(?: \w+){0,2} (?:hear|get|have|receive)\b(?! (?:back )?to us)(?! until)"
    r"|\b(?:our|my|their) (?:final )?(?:answer|decision|reply|response|feedback|offer)\b"
    r"|\b(?:wir|ich) (?:werden?|melden?|geben?|teilen?|kommen?|sagen?|entscheiden?|informieren?|rufen?)\b|\b(?:melden?|geben?|teilen?|sagen?|entscheiden?|informieren?|rufen?) (?:wir|ich)\b|\bhören (?:sie|du) von\b|\b(?:sie|du) (?:hören|hörst|bekommen|bekommst|erhalten|erhältst) (?:von|unsere|eine)\b"
    r"|\b(?:nous|je) (?:vous|te|reviend\w+|reviens|t['’])\b(?! (?:pri|demand|saur|invit|laiss|remerci))|\b(?:vous|tu) (?:aurez|recevrez|auras|recevras)\b(?! (?:by|until|jusqu))|\b(?:notre|ma) (?:décision|réponse)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:.!?()–—]\s|,? \b(?:and|but|so|then|because|otherwise|und|aber|sonst|dann|weil|denn|et|mais|sinon|car|donc)\b ",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s")
# Of so many letters a clause has hardly more than its time.
_BARE = 4


def is_of_theirs(text: str) -> bool:
    """Whether words tell what the house will do, or give, itself."""
    return _THEIRS.search(text) is not None


def wanted(text: str) -> re.Match[str] | None:
    """Return the words that ask their reader for an answer, a decision, a line: not only in case there is something to say."""
    match = _WANTED.search(text)
    if match is None or _IF_ANYTHING.search(text, match.start()) or _IN_CASE.search(text, 0, match.end()):
        return None
    return match


def is_awaited(statement: Statement, mention: TimeMention) -> bool:
    """Whether a time is by when the reader's own answer is awaited: "we need your decision by Monday"."""
    return _clause(statement, mention) is not None


def clause_awaiting(statement: Statement, mention: TimeMention) -> str:
    """Return the clause by whose time the reader's answer is awaited, without the time; empty where it is not."""
    return _clause(statement, mention) or ""


def clause_at(statement: Statement, mention: TimeMention) -> str:
    """Return the clause in which a time stands, without the time."""
    text = statement.text
    begin, stop = _between(statement, mention, _BREAK, 0, len(text))
    return " ".join(f"{text[begin : mention.begin]} {text[mention.stop : stop]}".split())


def _clause(statement: Statement, mention: TimeMention) -> str | None:
    text = statement.text
    begin, stop = _between(statement, mention, _BREAK, 0, len(text))
    if len(_without(text, mention, begin, stop)) <= _BARE and begin:
        begin, _ = _between(statement, mention, _BREAK, 0, begin - 1, at=begin - 1)
    if wanted(text[begin:stop]) is None and not (_IT.search(text, begin, stop) and wanted(text[:begin])):
        return None
    if _THEIRS.search(text, begin, stop):
        begin, stop = _between(statement, mention, _COMMA, begin, stop)
        if wanted(text[begin:stop]) is None or _THEIRS.search(text, begin, stop):
            return None
    return f"{text[begin : mention.begin]} {text[mention.stop : stop]}"


def _without(text: str, mention: TimeMention, begin: int, stop: int) -> str:
    return (text[begin : mention.begin] + text[mention.stop : stop]).strip(" ,.!?")


def _between(
    statement: Statement, mention: TimeMention, mark: re.Pattern[str], begin: int, stop: int, at: int | None = None
) -> tuple[int, int]:
    """Return where the marks around a time stand that lie in no time themselves."""
    text = statement.text
    first, last = (mention.begin, mention.stop) if at is None else (at, at)
    inside = [(one.begin, one.stop) for one in statement.times]
    marks = [
        one
        for one in mark.finditer(text, begin, stop)
        if not any(start < one.end() and one.start() < end for start, end in inside)
    ]
    before = [one.end() for one in marks if one.end() <= first]
    behind = [one.start() for one in marks if one.start() >= last]
    return (before[-1] if before else begin), (behind[0] if behind else stop)


__all__ = ["clause_at", "clause_awaiting", "is_awaited", "is_of_theirs", "wanted"]
