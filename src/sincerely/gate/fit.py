"""Why somebody fits an opening: what they say of themselves in a note that is no rite of thanks.

Reasons are told in endless ways; thanks, joy, impressions, hopes and arrangements in few. So what tells of the writer
and is none of these counts as a reason: a reason that is doubted costs more than a thin note that passes.
"""

from __future__ import annotations

import re

from .text import sentences

_DONE = re.compile(
    r"\b(?:my (?:\w+ ){0,3}(?:experience|background|years|training|work|skills?|degree|time (?:at|as|in|with))|i(?:'ve| have| had)? (?:\w+ ){0,2}(?:led|(?:re-?)?(?:built|wrote|designed|modelled|trained)|ran|run|taught"
    r"|trained|managed|worked|spent|did|done|kept|made|brought|learned|learnt|sold|cared|handled|grew|drew|drove|moved|cut|mended|repaired|planned|used|studied|organi[sz]ed|fixed|carried|looked after)"
    r"|(?:just|exactly) what i (?:do|did|have|learned)|what i (?:do|did|have done|bring|could bring)|i (?:could|can|would) (?:bring|add|help|contribute|offer)|i bring|i am used to|i know (?:how|what|from)|because i|since i|as i have)\b"
    r"|\b(?:i|i['’]ve|me|my)\b(?:(?!\b(?:wish|hope|look|hear\w*|listen\w*|you|your|their|his|her)\b)[^.!?;]){0,40}(?<!last )(?<!next )(?<!your )\byears?['’]? (?:of |in |as |with |at |on |experience\b)|\byears?['’]? (?:of |in |as |with |at |on |experience\b)[^.!?;]{0,60}\b(?:taught me|i have|i['’]ve|behind me|have shown me)\b"
    # What came of one's work: "and the enquiries fell by a third".
    r"|\b(?:i|my|our|ours|we)\b(?:(?!\b(?:you\w*|their|his|her|hear\w*|read|glad|hope|saw)\b)[^.!?;]){0,80}\b(?:fell|rose|dropped|grew|doubled|halved|increased|decreased|went (?:up|down)|came down)(?: (?:by|from|to)\b|[,.;]| and\b| within\b| in\b)"
    # What they look for is what one does: every day, for years.
    r"|\b(?:that|this|it|which) (?:is|was|has been|had been) (?:\w+ )?my (?:\w+ )?(?:job|work|trade|daily \w+|bread and butter|profession)\b|\bi(?:'ve| have)? (?:do|did|done) (?:just |exactly )?(?:that|this|it) (?:every|each|daily|for(?! you)|since|at|with|as|now)\b"
    r"|\b(?:genau |eben |gerade )?(?:das|dies) (?:mache|tue|tat|machte|leiste) ich\b|\bwas ich (?:[\w-]+ ){0,5}(?:mache|tue|gemacht habe|getan habe|tat|machte)\b|\b(?:ist|war) (?:[\w-]+ ){0,3}mein (?:\w+ )?(?:alltag|handwerk|beruf|tagesgeschäft|täglich(?:es)? brot)\b"
    r"|\bce que (?:je (?:fais|faisais|pratique)|j['’]ai (?:déjà )?(?:fait|pratiqué))\b|\bje (?:le |fais (?:cela |ça |exactement cela )|pratique (?:cela |ça )?)(?:fais )?(?:depuis|chaque|tous|toutes|pendant)\b|\b(?:est|était|fait partie de) (?:\w+ ){0,2}mon (?:quotidien|métier|travail)\b"
    # German and French tell what somebody did by a participle.
    r"|\b(?:meine?[nmr]? (?:\w+ )?(?:erfahrung\w*|ausbildung|kenntnisse|jahre)|ich bringe|ich weiß|ich kenne|weil ich|da ich|(?:mon|mes|ma) (?:expérience|années|formation|compétences)|parce que je|j['’]apporte|je sais)\b"
    r"|\bich (?:habe|hatte) (?!mich\b)[^.!?;]{0,80}\b(?!gefreut|gefallen|genossen|gespürt|gehört|geführt|notiert)(?:ge\w+(?:t|en)|\w+iert|\w{2,}ge\w+t|entwickelt|übernommen|betreut|verkauft|unterrichtet)\b"
    r"|\bj['’]ai (?:\w+ ){0,2}(?!apprécié|aimé|adoré|été|trouvé|passé|senti|noté)\w{2,}(?:é|i|uit|duit|ert|u)\b",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"\b(?:i|me|my|mine|myself|ich|mir|mich|meine?[mnrs]?|je|moi|mon|ma|mes)\b|\b[jm]'\w|\b(?:auch )?bei uns\b",
    re.IGNORECASE,
)
_ENGLISH_RITES = (
    r"thank\w*|thx|grateful\w*|appreciat\w+|apprecia\w+|enjoy(?! most)\w*|pleas\w+|glad|happy|delighted|excit\w+|thrilled|impress\w+"
    r"|struck|inspir\w+|loved|liked|likeable|forward|hop(?:e|ing)\w*|hear\w*|met|meet\w*|learn\w* (?:about|more|how|what|of)|talk\w*|convers\w+"
    r"|chat\w*|spok\w+|speak\w* (?:with|to|again)|discuss\w+|interviews?|questions?|let me know|available|contact|reach"
    r"|send\w*|attach\w*|enclos\w+|schedul\w+|interest\w*|join\w*|think\w* (?:about|of|back|that you|you)|thought\w*|keen|curious|read"
    r"|s(?:aw|een?)|wish\w*|sorry|feel|felt|came away|found|find|visit\w*|tour|opportunit\w+|chance|deci\w+|next steps?"
    r"|news|wait\w*|reply|respon[ds]\w*|welcom\w+|kind(?! of\b)\w*|honou?r\w*|free on|can come|come (?:in|by|back)|best|sincerely|regards"
    r"|remember\w*|understand\w*|understood|told me|show(?:ed|n) me|mention\w*|explain\w*|convinced|sure|invit\w+|time|wonderful|great|lovely|nice|fingers crossed|treat|smil\w*|laugh(?:ed)?|remind\w*|nervous|surpris\w*|touched|moved by|over the moon|dream\w*|(?:could|can|would) (?:start|begin)|notice period|apolog\w+|want(?:ed)?|looking for|would (?:like|love)|(?:being|was|am) late|on time"
    r"|(?:got|came|come|went|arrived|travelled|traveled|drove|made it|back|safely|way) home|slept|sleep|confident (?:that )?(?:i|we)\b|motivated|fingers|reached|my (?:phone|number|bank|address|receipts)|(?:stays|stayed|stuck|remains?|remained) with me|on my mind|in my (?:head|mind|thoughts)"
)
_GERMAN_RITES = (
    r"dank\w*|bedank\w*|\w*freu\w*|gefallen|gefällt|gefiel|hoff\w*|gespannt|neugierig\w*|wohl(?:gefühlt)?|termin\w*|(?:zu)?schick\w*"
    r"|(?:zu)?send\w*|meld\w*|antwort\w*|rückmeldung\w*|kennen(?:zu)?(?:ge)?lern\w*|\w*gespräch\w*|erfahren|notiert|gelesen|führung|eindr\w+|\w*interess\w*"
    r"|wünsch\w*|gehört|gesehen|verfügung|entsche?i\w+|spannend|begeister\w*|beeindruck\w*|nett\w*|angenehm\w*|frag\w*"
    r"|genossen|gefühlt|gespürt|erlebt|verstanden|mitgenommen|anhang|anbei|überzeug\w*|erzählt\w*|gezeigt|zeit genommen|überrascht|angesprochen|nervös|aufgeregt|daumen|verging|traum\w*|erinnert\w*|berichtet|nachgedacht|entschuldig\w*|suche|möchte|würde|verspät\w*|pünktlich|(?:anfangen|beginnen|starten)|gern|liebe[nr]?|grü(?:ß|ss)\w*|vorstellen|motiviert\w*|nach hause|heimgekommen|geschlafen|zuversichtlich|im kopf|hängen geblieben|hängengeblieben"
)
_FRENCH_RITES = (
    r"merci\w*|remerci\w*|ravie?|heureu\w+|plaisir|plai\w+|plu|espèr\w*|espoir|hâte|disposition|envoi\w*|noté|accueil\w*|touchée?|rencontr\w*"
    r"|échang\w*|entretien\w*|appréci\w+|passée? (?:un|une)|moments?|découv\w+|visit\w*|intéress\w*|impression\w*|questions?|réponse\w*"
    r"|suite|attent\w*|souhait\w*|enthousias\w*|curieu\w+|confirm\w*|convien\w*|convaincue?|senti\w*|reçue?|vu|lu|entendu|compris|retenu|adoré|aimé|jointe?|surprise?|nerveu\w+|croise|cherche|voudrais|aimerais|veux|excus\w*|retard|à l'heure|au courant|rêv\w+|rappel\w*|(?:peux|pourrais|puis) (?:commencer|débuter)|motivée?s?|rentrée?s?|chez moi|dormi|confiante?|marquée?s?|en tête"
)
# What one did and felt since is told of the interview.
_SINCE = (
    r"(?:ever )?since(?: then| our| yesterday| the interview)?(?=[,.!;]|$)|ever since|all (?:day|evening|night)|last night|yesterday|on (?:the|my) way home"
    r"|seit(?:dem| gestern| unserem)|gestern|heute|hier soir|depuis (?:hier|lors|notre)"
)
# An hour that suits, and what is to be known of the pay.
_ARRANGED = (
    r"(?:\w+day|termin|uhrzeit|date|slot|call|horaire|heure|jour|créneau|\d{1,2}(?::\d\d)? ?(?:uhr|am|pm|h))\b"
    r"[^.!?;]{0,40}\b(?:passt|passen|suits?|fits?|convient|conviendrait|me va)"
)
_RITE = re.compile(rf"\b(?:{_ENGLISH_RITES}|{_GERMAN_RITES}|{_FRENCH_RITES}|{_SINCE}|{_ARRANGED})\b|\?", re.IGNORECASE)

_COMMA = re.compile(r"; | – |, (?=(?:daher|deshalb|darum|deswegen|so|therefore|donc)\b)")
# "i think", "as i said"
_FEWEST = 3


def tells_a_fit(text: str) -> bool:
    """Whether a text, its case and apostrophes apart, says of its writer why they fit."""
    if _DONE.search(text):
        return True
    clauses = [part for each in sentences(text.replace("’", "'")) for part in _clauses(each.text)]
    return any(_OF_ONESELF.search(clause) and not _RITE.search(clause) for clause in clauses)


def _clauses(sentence: str) -> list[str]:
    """Return what a sentence says, one clause each; a question is one, whatever it says before."""
    return [sentence] if "?" in sentence else [c for c in _COMMA.split(sentence) if len(c.split()) >= _FEWEST]
