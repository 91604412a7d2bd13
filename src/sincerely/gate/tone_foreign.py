"""German and French sentences that cannot land badly, whatever the encoder makes of them.

It has heard little of either language, and takes a hard word of somebody's trade ("Ausfallzeiten", "pannes") for a hard
word. A sentence lands badly by what it says to somebody or of somebody: where nobody is spoken to or judged, nothing is
demanded, mocked or begged for, it only tells; and an apology, an offer to be called, a declined offer are courtesies.
"""

from __future__ import annotations

import re

from .tone_words import tokens

GERMAN = frozenset(
    """der die das den dem des und oder aber ich wir er es sie ist war sind waren sein habe haben hat hatte hatten wird wurde
    wurden worden werden kann können muss mussten mein meine meinem meinen meiner meines ein eine einer einem einen eines kein
    keine keinen nicht nichts auch auf aus bei beim für im mit nach über um von vor zu zum zur durch wegen ohne unter dass weil
    wie wenn noch schon sehr nur mir mich uns unser unsere unserer ihnen ihr ihre ihren ihrem dir dich du leider bitte gern gerne
    heute seit bis dieser diese dieses sich bin als damals immer""".split()
)
FRENCH = frozenset(
    """le la les des du un une et ou je nous vous il elle ils est était sont suis ai avez avons ont a été mon ma mes notre nos votre
    vos ce cette ces que qui pour pas dans sur avec au aux par en ne plus très sans mais bien y se sa son ses leur j'ai c'était
    n'ai d'un d'une""".split()
)
_ENGLISH = frozenset(
    """the to of you is it for that my we your with be have not as are and this they been from has but by or if would will
    i i'm it's don't there their which who what so can on at""".split()
)
# Spanish and Italian share many of the French small words: these they have for themselves.
_NEIGHBOURS = frozenset(
    """el los las por para mis sus lo al del ha he una uno muy más pero como yo usted ustedes cuando hasta sin ya no
    gli di che per sono ho hai mio mia più anche della nel alla molto""".split()
)
_A_NEIGHBOUR = 2
_BOTH = frozenset("die am an in was war so a on me plus par es".split())
# Spoken to: "Sie" with a large letter, as it is written to somebody.
_YOU = re.compile(
    r"\b(?:Sie|Ihnen|Ihre?[nmrs]?|(?i:du|dir|dich|dein\w*|euch|euer|eure\w*|vous|votre|vos|tu|toi|ton|ta|tes|te))\b|\b[Tt]'|\b\w+ez-(?:moi|nous)\b"
)
# Spoken of: where the writer does nothing themselves, it is others that are judged.
_OTHERS = re.compile(
    r"\b(?:sie|ihnen|ihre?[nmrs]?|er|man|jeder|jeden|alle|mensch\w*|leute|chef\w*|vorgesetzte\w*|\w*leiter(?:in)?|\w*führer(?:in)?|interviewer\w*|recruiter\w*"
    r"|kolleg\w+|\w*leitung|führung|kommission|jury|gremium|vorstand|prüfer\w*|\w*kurator\w*|\w*arbeitgeber\w*|firma|laden|unternehmen|personal\w*|vermieter|il(?! (?:me|faut|y|reste|manque)\b)|elle|ils|elles|on|gens|patron\w*|responsable\w*|recruteu\w+|collègue\w*"
    r"|commission|examina\w+|recteur|conseill\w+|employeur\w*|entreprise|boîte|direction|monde)\b"
)
# What is said with a wink: of people by name or rank, in somebody's quoted words, with the small words of irony, by
# supposing. Whoever does that themselves in a sentence does not only tell.
_WINKS = re.compile(
    r"[»«„“”\"?]|\b(?:wenn|falls|si)\b.{0,40}\b(?:nicht|pas)\b|\b(?:jetzt verstehe|herr|herrn|frau|dame|herren|damen|inhaber\w*|\w*direktor\w*|intendan\w+|jeder|man|wer|ja|wohl|doch|eben|halt|ohnehin|sowieso|immerhin|wenigstens"
    r"|ausgerechnet|bekanntlich|beinahe|eher|entweder|weiterhin|wirklich|gar|mal|(?:jetzt|nun) (?:weiß|begreife|sehe)|(?:weiß|verstehe|begreife|sehe) (?:ich )?(?:jetzt|nun)|bewunder\w+|gehe davon aus|nehme an|annehmen|angenommen|kompliment|letzten mal"
    r"|(?:comprends|vois|sais) (?:maintenant|mieux)|suppos\w+|admire|madame|monsieur|mademoiselle|directeur|directrice|félicitations|on|j'imagine|sans doute|paraît|voilà|apparemment|semblait|tiens pour)\b"
)
_I = re.compile(r"\b(?:ich|wir|je|nous)\b|\bj'")
# What judges, demands, threatens, mocks, begs or comes too near; of these words the encoder has to tell.
_STINGS = re.compile(
    r"[!]|\.\.\.|…|\b(?:\w*verschwend|unprofession|unfähig|inkompeten|\w*lüg|\w*log(?:en)?\b|\w*betro?ü?g|frech|unversch|\w*witz|lächerlich|peinlich"
    r"|\w*schlamp|dumm|dämlich|\w*idiot|arrogan|respektlos|cha(?:os|ot)|ausbeut|beute|mies|widerlich|saftladen|zumutung|\w*versager|stümper|schande"
    r"|schäm|skandal|abzock|vetternwirtschaft|vitamin b\b|heuchl|unsinn|quatsch|mist\b|scheiß|verdammt|typisch|natürlich|offenbar|schon wieder|offensichtlich"
    r"|angeblich|(?:mal )?wieder (?:mal|einmal|nichts?|keine?)|na\b|toll|super|wie schön|umsonst|endlich|sofort|unverzüglich|verlang|(?:ich|wir) forder|erwart|bestehe|\w*anw[aä]lt|gericht|klage\b|verklag"
    r"|bereu|räch|sonst|wehe|nie\b|niemals|niemand|keiner|\w*schlechtest|schlimm|furchtbar|schrecklich|grauenhaft|katastroph|enttäusch|verarsch|hingehalten"
    r"|abgespeist|missacht|ignorier|zusteh|steht mir|anrecht|recht auf|flehe|bettel|bitte,? bitte|hoffnung|verzweifel|knien|küss|augen\b|hübsch"
    r"|süß|liebling|verlust|pech|schuld(?!en|ner)|ungerecht|geduld|patience|dafür sorgen|(?:ich|wir) werden?\b|je \w+rai\b|weiterleben|unfair|wissen müssen|wunder|ahnung|hass|wütend|sauer\b|kotz|verrückt|jeden tag|täglich|bis (?:morgen|heute|spätestens)"
    # Manners, a warning, oneself above others, what one has never seen the like of.
    r"|entkommen|échapper? à|échappé à|comment payer|wie ich\b.{0,40}zahlen soll|anst[aä]nd|benehmen|manieren|höflichkeit|respekt|umgangston|unter (?:aller|der|meiner) würde|beleidig|rate (?:\w+ ){1,6}ab\b|abraten|abzuraten|warne\b|besseres\b"
    r"|besser als|(?:den|die|das) sie verdien|als (?:der rest|(?:alle |die )*anderen)\b|(?:selten|noch nie) so\b|nicht einmal|nicht mal|kein (?:\w+ )?mensch|heilfroh|erbärmlich|armselig|jämmerlich|jeden lohn"
    r"|politesse|savoir-vivre|manières|respect(?!i)|dignité|indigne|insult|plaisanterie|moqu|déconseill|en garde|mieux (?:que|qualifi)|meilleure?s? que|que (?:tous |toutes )?les autres|même pas|pas même"
    r"|rarement (?:vu|lu|connu|rencontré|assisté)|avoir affaire|pitoyable|médiocre|navrant|affligeant|n'importe (?:quoi|quel)\b|je veux (?:une|la|votre|ma)\b|plus rien\b"
    r"|für nichts|diese leute|solche[nr]?|egal|hätte\w*|faul\b|feig|undankbar|schwein|gier"
    r"|perdu|perte de temps|incapab|incompét|ment(?:eu|i|e[zn]t)|amateur|ridicul|hont|lamentab|minable|null?e?s?\b|escroc|arnaqu|exploit|mépris|arrogan"
    r"|impoli|grossi|scandal|inadmissib|inaccept|exige\b|exigeons|réclame|avocat|tribunal|plainte\b|regretterez|sinon|supplie|espoir|genoux|désespér|yeux|joli|belle\b"
    r"|charmant|de droit|mérit|droit à|comme c'est|bravo|bien sûr|évidemment|pour rien|enfin\b|immédiat|tout de suite|tous les jours|jamais|pire|cirque"
    r"|clown|imbécile|stupid|bête\b|injust|dégoût|colère|furieu|déçu|attendre|gens\b|personne ne|on voit|traite)"
)
_COURTEOUS = re.compile(
    r"\b(?:entschuldig\w+|verzeih\w+|tut mir (?:\w+ )?leid|(?:falls|wenn|sollten|bei)\b.{0,30}\b(?:fragen|rückfragen)|(?:erreichen sie|sie erreichen) (?:mich|uns)|zur verfügung|melde mich (?:[\w-]+ ){0,5}bei (?:ihnen|dir|euch)"
    r"|(?:leider|muss|möchte)\b.{0,60}\b(?:ablehnen|absagen|nicht annehmen|nicht wahrnehmen|verzichten)|ohne (?:ihre|deine|eure) (?:\w+ )?(?:hilfe|unterstützung|mühe|geduld|empfehlung)"
    r"|bitte (?:löschen|entfernen|senden|schicken|behalten|verwenden|nutzen|ändern|korrigieren|bestätigen) sie (?:mir )?(?:meine?[nrsm]?|die|das|den|diese[nsr]?)"
    r"|in (?:sehr )?(?:guter|bester|schöner) erinnerung|(?:garde|garderai) (?:[\w']+ ){0,2}(?:bon|excellent|beau) souvenir|könnten sie|darf ich|dürfte ich|würden sie|excus\w+|désolée?|vous pouvez (?:me |m'|nous )(?:appeler|joindre|rappeler|contacter|écrire)|n'hésitez pas|à votre disposition|décliner|sans votre (?:aide|soutien|appui)|pourriez-vous|puis-je)\b"
)
# A withdrawal judges nobody as long as they are only told of it, thanked and wished well.
_WITHDRAWS = re.compile(
    r"\b(?:(?:ziehe (?:ich )?|möchte )(?:[\w-]+ ){0,4}bewerbung\b.{0,60}\bzurück(?:ziehen|nehmen)?|meine bewerbung\b.{0,60}\bzurück(?:ziehe|nehme)n?|retir(?:e|er) (?:\w+ )?ma candidature)\b"
)
_TOLD_OF_IT = re.compile(
    r"\b(?:(?:bei|mit|von) (?:ihnen|dir|euch)|(?:teile|schreibe|danke|wünsche|bitte|informiere|lasse|muss|möchte) (?:ich )?(?:ihnen|sie|dir|dich|euch)"
    r"|(?:ihre?[nmrs]?|deine?[nmrs]?|eure?[nmrs]?) (?:\w+ )?(?:zeit|mühe|verständnis|interesse|einladung|angebot|stelle|haus|hause|klinik|schule|team|unternehmen|betrieb|vertrauen|freundlichkeit|kenntnisnahme|suche)"
    r"|vous (?:remerci\w+|inform\w+|souhait\w+|pri\w+|écri\w+|annonc\w+|fai(?:s|re) (?:part|savoir)|dire)|(?:chez|avec|auprès de) (?:vous|toi)"
    r"|(?:votre|ton|ta) (?:\w+ )?(?:temps|accueil|compréhension|école|établissement|librairie|maison|équipe|offre|proposition|poste|entreprise|attention|intérêt|confiance|recherche))\b",
    re.IGNORECASE,
)
# "Entschuldigung, aber Ihr Angebot ist …", "Es tut mir leid für Ihre Patienten": courtesies of the mouth only.
_TAKEN_BACK = re.compile(
    r"\b(?:aber(?! ich\b)|mais(?! (?:je\b|j'))|(?:leid|désolée?) (?:für|um|pour) (?:sie|ihren?|vous|vos|votre)\b)"
)
# What is said of others in a clause of its own is not told of oneself.
_BORDER = re.compile(r"[,;:–—]|\b(?:denn|weil|car|parce que|puisque)\b")
# "Ohne Ihre Hilfe hätte ich …" owes somebody something.
_OWES = re.compile(r"\b(?:ohne (?:ihre|deine|eure)|sans votre)\b.{0,40}\b(?:hätte|wäre|aurais|serais)")


# A greeting on the line of the first sentence names somebody without speaking of them.
_HAIL = re.compile(
    r"^\s*(?:bonjour|bonsoir|chère?|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrter?|moin|grüß gott)\b[^,;:!?.]{0,40}[,!] ",
    re.IGNORECASE,
)


def is_calm(sentence: str) -> bool:
    """Whether a sentence is German or French and cannot land badly.

    >>> is_calm("Wir haben die Ausfallzeiten um ein Drittel gesenkt."), is_calm("Danke für nichts.")
    (True, False)
    """
    sentence = _HAIL.sub("", sentence)
    low = sentence.lower().replace("’", "'")
    if not _is_german_or_french(low):
        return False
    if _OWES.search(low):
        low = low.replace("hätte", "")
    if _STINGS.search(low) or _WINKS.search(low):
        return False
    if _YOU.search(sentence):
        withdraws = _WITHDRAWS.search(low) is not None and not _YOU.search(_TOLD_OF_IT.sub(" ", sentence))
        return (withdraws or bool(_COURTEOUS.search(low))) and not _TAKEN_BACK.search(low)
    return all(_I.search(clause) or not _OTHERS.search(clause) for clause in _BORDER.split(low))


def stings(low: str) -> bool:
    """Whether a line in lower case, German or French, has a word that is said to hurt; in other languages none has."""
    return _is_german_or_french(low) and _STINGS.search(low) is not None


def _is_german_or_french(low: str) -> bool:
    words = [word for word in tokens(low) if word not in _BOTH]
    english = sum(word in _ENGLISH for word in words)
    german, french = (sum(word in own for word in words) for own in (GERMAN, FRENCH))
    return german > english or (french > english and sum(word in _NEIGHBOURS for word in words) < _A_NEIGHBOUR)
