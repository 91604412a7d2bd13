"""Turns of phrase that are hard whatever stands around them, in German and French above all.

The encoder has heard little of either language: it takes a plain sentence for a hard one, and in a longer mail lets a hard
one pass. What is said here is said by a grammar that leaves little doubt: they took somebody's time, are not even able to
answer, are an insult; their customers and the press will hear of it. What is said of oneself, denied, or told as praise is
none of it.
"""

from __future__ import annotations

import re

from .tone_slights import INSULTED, UNREAD

# Between a verb and its complement stands nothing that denies it, or that makes it the writer's own.
_GAP_DE = r"(?:(?!nicht\b|kein|mir\b|mich\b|nie\b)\w+ ){0,3}"
_GAP_FR = r"(?:(?!pas\b|plus\b|jamais\b|rien\b|pour\b)[\w']+ ){0,3}"
_TIME_FR = r"(?:temps|matinées?|journées?|jours?|semaines?|heures?|mois|années?|congés?)"
_TIME_DE = r"(?:zeit|stunden?|tage?n?|urlaubstage?|wochen?|monate?|jahre?)"
# "Je le dirai à tout le monde" may be praise, and then says so.
_KIND = (
    r"(?![^.!?]*\b(?:merci|bien|gentil\w*|formidable\w*|accueil\w*|chaleureu\w+|agréable\w*|bon\w*|recommand\w+|plaisir|qualité|beau|belle"
    r"|freundlich\w*|gut\w*|schön\w*|nett\w*|herzlich\w*|toll\w*|gern\w*|empfehl\w*|freude|begeister\w*|kind\w*|well|good|warm\w*|nice\w*|great|recommend\w*|lovely|gladly)\b)"
)
_HEARERS_FR = r"(?:autour de moi|partout|à (?:tout le monde|qui veut l'entendre|la presse|(?:tous )?vos (?:clients|concurrents|fournisseurs|partenaires|actionnaires))|dans (?:la presse|tout le métier))"
_HEARERS_DE = r"(?:überall|jedem|jeder|allen|öffentlich|der presse|ihren (?:kunden|lieferanten|konkurrenten|partnern)|im netz|in den (?:sozialen )?medien)"

_DISPARAGEMENT = (
    # "Your manager is not even capable of answering himself."
    r"\b(?:you|your \w+|he|she|they|nobody)\b[^.!?;,]{0,50}\b(?:not even|(?:could|can|did|do|does|was|were|is)n't even|cannot even) (?:\w+ ){0,2}"
    r"(?:capable|bother\w*|(?:have|had) the (?:decency|courtesy|courage|guts|manners))\b"
    r"|\bi(?:'m| am| was) (?:\w+ )?(?:disgusted|appalled|outraged) (?:by|with|at) (?:you\b|your\b|how you\b|the way you\b)"
    r"|\b(?:sie|ihr|ihre?[nmr]?|euer|eure?[nmr]?|er|man|niemand)\b(?:(?!\b(?:ich|mein|wir|unser))[^.!?;]){0,60}\bnicht (?:ein)?mal (?:(?!ich\b)[\w-]+ ){0,6}"
    r"(?:fähig|imstande|in der lage|fertig|für nötig|nötig|den anstand|die höflichkeit|den mut|den mumm)\b"
    rf"|\b(?:ihre?|euer|eure) \w+[^.!?;]{{0,60}}\b(?:ist|war|sind|waren) {_GAP_DE}(?:beleidigung|zumutung|schande|farce|erbärmlich|jämmerlich|lächerlich|unterirdisch|menschenunwürdig)\b"
    r"|\b(?:bin|war) (?:ich )?(?:\w+ ){0,2}(?:entsetzt|empört|angewidert|angeekelt) (?:über|von) (?:ihr|ihre[nmr]?|euer|eure[nmr]?)\b"
    r"|\b(?:vous|votre|vos|il|elle|ils|elles|personne)\b(?:(?!\b(?:je|j'|mon|ma|mes)\b)[^.!?;]){0,50}\bn(?:e |')(?:est|êtes|sont|était|étaient|a|as|avez|ont)(?: été)? "
    r"(?:même pas|pas même)(?: été)? (?:capables?|fichue?s?|foutue?s?|daigné|pris la peine|eu (?:la (?:décence|politesse|correction|courtoisie)|le courage))\b"
    r"|\bpersonne (?:[\w']+ ){0,3}n'a (?:même )?(?:daigné|pris la peine|eu la (?:décence|politesse|correction|courtoisie))\b"
    r"|\bje suis (?:\w+ )?(?:éc(?:œ|oe)uré|dégoûté|scandalisé|outré|révolté|indigné)e?s? (?:par|de|devant) (?:votre\b|vos\b|la (?:façon|manière) dont (?:vous|on)\b)"
    rf"|\b(?:votre|vos) \w+[^.!?;]{{0,50}}\b(?:est|était|sont|étaient) {_GAP_FR}(?:insultes?|honte|mascarade|farce|scandale|lamentables?|pitoyables?|indignes?|minables?)\b"
    r"|\bn'importe quoi chez (?:vous|eux)\b|\bvous (?:vous )?foutez de (?:moi|nous|ma)\b|\bfoutage de gueule\b"
    rf"|{INSULTED}"
)
_BITTERNESS = (
    rf"\bvous (?:m'avez|nous avez) (?:\w+ )?(?:fait perdre|volé|gâché|gaspillé) (?:[\w']+ ){{1,3}}{_TIME_FR}\b(?! (?:de (?:vue|vos))\b)"
    rf"|\b(?:sie haben|haben sie|ihr habt|habt ihr) (?:\w+ ){{0,2}}(?:mir|mich|uns|meine[nr]?) (?:\w+ ){{0,3}}{_TIME_DE} (?:gestohlen|geraubt|gekostet, umsonst|vergeudet|verplempert)\b"
    r"|\bvous vous êtes (?:\w+ ){0,2}(?:moqué|foutu|joué)e?s? de (?:moi|nous)\b|\b(?:sie haben|haben sie|man hat) mich (?:\w+ ){0,2}zum narren gehalten\b|\byou (?:have )?made an? (?:\w+ )?fool of (?:me|us)\b"
    r"|\bmeine (?:\w+ )?zeit (?:gestohlen|vergeudet|verplempert)\b"
    # Who calls it unfair of themself, or towards others, accuses nobody.
    r"|\b(?:das|dies|sowas|so (?:et)?was) (?:ist|war|finde ich) (?:(?!nicht\b|nie\b)\w+ ){0,3}(?:unfair|ungerecht|unverschämt)\b(?! (?:von mir|gegenüber|ihnen|den anderen|anderen|euch)\b)"
    r"|\b(?:das|dies) (?:ist|war) (?:\w+ ){0,2}nicht (?:fair|gerecht)\b(?! (?:von mir|gegenüber|ihnen|den anderen|anderen|euch)\b)"
    r"|\bc'(?:est|était) (?:(?!pas\b)[\w']+ ){0,2}(?:injuste|dégueulasse|inadmissible|inacceptable|scandaleux)\b(?! (?:pour (?:vous|eux|les autres)|envers|de ma part)\b)"
    r"|\bdanke für (?:gar |rein )?nichts\b|\bmerci (?:vraiment |bien )?pour rien\b"
    r"|\b(?:thank\w*|dank\w*|merci)\b[^.!?]{0,50}\b(?:rejection|absage|refus)\b[^.!?]{0,15}\b(?:after|nach|après|au bout de) (?:just|only|nur|gerade (?:ein)?mal|seulement|à peine) [\w-]+ (?:weeks|months|wochen|monaten|semaines|mois)\b"
    rf"|{UNREAD}"
)
_SARCASM = (
    r"\b(?:apparently|clearly|evidently|obviously)\b[^.!?]{0,30}\b(?:too much to ask|beyond (?:you\b(?!r)|your (?:abilities|means|powers))|not part of (?:your|the) (?:culture|training|onboarding|vocabulary))"
    r"|\bi take it (?:that )?(?:answering|replying|manners|courtesy|honesty|politeness)\b"
    r"|\b(?:offenbar|anscheinend|offensichtlich|wohl)\b(?![^.!?]*\bvon (?:mir|uns)\b)[^.!?]{0,40}\b(?:zu ?viel verlangt|unter ihrer würde)\b"
    r"|\b(?:sans doute|visiblement|apparemment|manifestement)\b[^.!?]{0,40}\b(?:au-dessus de (?:vos|leurs) (?:forces|moyens)|trop vous demander)\b"
)
_THREAT = (
    # What happens to their name is threatened where it is told beside a leave-taking.
    rf"\bje (?:ne manquerai pas de |vais |me ferai un (?:plaisir|devoir) de )?(?:le |la |les |l')?(?:faire savoir|ferai savoir|dirai|dire|raconterai|raconter|répéterai) (?:[\w']+ ){{0,3}}{_HEARERS_FR}{_KIND}"
    r"|\bj'en parlerai (?:[\w']+ ){0,2}à (?:tous )?(?:vos (?:clients|concurrents|fournisseurs|partenaires)|la presse|mon avocate?)\b"
    rf"|\b(?:tout le monde|le métier|mon réseau|vos (?:clients|concurrents)|la presse) (?:[\w']+ ){{0,4}}(?:saura|sauront|apprendra|apprendront|entendra|entendront)\b{_KIND}"
    r"|\bvous (?:le )?regretterez\b|\b(?:mon avocate?|mes avocats) (?:vous|prendra|se)\b|\bje ne (?:vais pas en rester|compte pas en rester|n'en resterai pas) là\b|\bn'en resterai pas là\b"
    rf"|\bwerde (?:ich )?(?:[\w-]+ ){{0,6}}{_HEARERS_DE} (?:[\w-]+ ){{0,4}}(?:erzählen|weitererzählen|berichten|bekannt ?machen|mitteilen){_KIND}"
    rf"|\b{_HEARERS_DE} (?:[\w-]+ ){{0,4}}(?:erzählen|weitererzählen|bekannt ?machen) werde\b{_KIND}"
    rf"|\berfahrung\w* (?:[\w-]+ ){{0,4}}nicht für mich behalten\b{_KIND}"
    r"|\b(?:sie|ihr) (?:werden|werdet) (?:das |es )?(?:noch )?(?:bereuen|bitter bereuen)\b|\bsie (?:werden )?(?:noch )?(?:von meine[mr] (?:anwalt|anwältin) hören|hören (?:noch )?von meine[mr] (?:anwalt|anwältin))\b"
    r"|\bmeine? (?:rechts)?an(?:walt|wältin) (?:(?:wird|setzt) sich|meldet sich)\b(?![^.!?]*\b(?:vertrag\w*|entwurf)\b)"
    r"|\bje (?:vais )?(?:raconte|raconter|raconterai|publie|publier|publierai) tout (?:sur|dans|à) (?:les réseaux|la presse|internet|tout le monde)\b"
    r"|\bmal sehen,? was (?:\w+ )?(?:die presse|das arbeitsgericht|die öffentlichkeit|mein anwalt|meine anwältin)\b|\bdas wird (?:für sie )?(?:noch )?ein nachspiel haben\b"
)
_ENTITLEMENT = (
    r"\bj'exige (?:(?:une|la|votre) (?:[\w']+ )?(?:réponse|décision|explication|excuse|confirmation)|des (?:excuses|explications)|que vous)\b"
    r"|\bich (?:verlange|fordere) (?:[\w-]+ ){0,4}(?:antwort|entscheidung|entschuldigung|erklärung|zusage|stellungnahme)\b"
)
_BEGGING = (
    r"\bje vous (?:en )?(?:supplie|conjure)\b|\bich (?:flehe|bettle) (?:sie|dich|euch)\b|\bich bitte sie auf knien\b"
)
_NEAR = (
    r"\b(?:pense|penser|rêve|rêver|oublie|oublier|revois)\b[^.!?]{0,30}\b(?:votre (?:\w+ )?(?:sourire|parfum)|vos (?:\w+ )?(?:yeux|jambes|lèvres)|ton (?:\w+ )?(?:sourire|parfum)|tes (?:\w+ )?(?:yeux|jambes|lèvres))\b"
    r"|\b(?:denke|träume|vergesse|vergessen)\b[^.!?]{0,40}\b(?:ihr|dein)e?n?m? (?:\w+ )?(?:lächeln|augen|parfüm|beine|lippen)\b"
    r"|\b(?:ihr|dein)e? (?:\w+ )?(?:lächeln|augen)\b[^.!?]{0,30}\bnicht (?:mehr )?aus dem kopf\b"
)
BY_KIND = {
    "disparagement": _DISPARAGEMENT, "bitterness": _BITTERNESS, "sarcasm": _SARCASM, "threat": _THREAT,
    "entitlement": _ENTITLEMENT, "begging": _BEGGING, "over-familiarity": _NEAR,
}  # fmt: skip
_HARD = re.compile("|".join(turn for kind, turn in BY_KIND.items() if kind != "over-familiarity"))
_TOO_NEAR = re.compile(_NEAR)


def is_hard(line: str) -> bool:
    """Whether a line in lower case takes a turn that is hard on them.

    >>> is_hard("vous m'avez fait perdre mon temps."), is_hard("la grève m'a fait perdre mon temps.")
    (True, False)
    """
    return _HARD.search(line) is not None


def comes_near(line: str) -> bool:
    """Whether a line in lower case comes closer than a candidate may; how near friends are is theirs to say.

    >>> comes_near("je ne pense qu'à votre sourire."), comes_near("je pense à votre question.")
    (True, False)
    """
    return _TOO_NEAR.search(line) is not None
