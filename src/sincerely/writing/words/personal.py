"""What of a note is the person's own life, and no matter for an employer: health, marriage, money, being out of work.

It is told by whose it is: "my divorce" and "I was burned out" are somebody's life, "divorce law" and "burnout
prevention" their work.
"""

from __future__ import annotations

import re

# Behind a matter, these make it the work itself: "my divorce cases", "in therapy services".
_WORK = (
    r"(?![\w-]*-\w| ?(?:law|lawyers?|cases?|clients?|practices?|teams?|units?|wards?|research|study|studies|projects?|papers?|thesis|work"
    r"|models?|analys[ie]s|apps?|products?|desk|books?|courses?|class(?:es)?|workshops?|prevention|programmes?|programs?|counselling"
    r"|counseling|patients?|management|collections?|advice|advis\w+|cent(?:re|er)s?|groups?|services?|claims?|policy|policies|insurance"
    r"|data|settlements?|mediation|support|charity|rates?)\b)"
)
_LIFE = (
    r"(?:divorces?|separation from|break-?up|burn-?outs?|burnt out|depression|anxiety|illness(?:es)?|disease|cancer|chemo(?:therapy)?|therapy"
    r"|rehab|surgery|pregnancy|miscarriage|disability|debts?|mortgage|rent|bankruptcy|custody|addiction|breakdown|mental health|health"
    r"|marriage|ex-(?:wife|husband|partner)|sick leave|sickness)"
)
_STATE = (
    r"(?:divorced|divorcing|getting a divorce|separated from my|depressed|burn(?:ed|t)[ -]out|in therapy|in rehab|in debt|off sick|signed off|hospitali[sz]ed"
    r"|pregnant|widowed|bankrupt|on benefits|on sick leave|on the dole|unemployed|jobless|out of (?:work|a job)|fired(?! up)|let go"
    r"|laid off|made redundant|desperate|a single (?:mother|mum|mom|father|dad|parent)|homeless|sober)"
)
_ENGLISH = (
    rf"\bmy (?:own |recent |long |first |second |last |two |severe |chronic ){{0,2}}{_LIFE}\b{_WORK}"
    rf"|\b(?:i['’](?:m|ve been)|i (?:am|was|got|went|became|(?:have|had) been))(?: (?:recently|newly|still|currently|now|just|once|long|being)){{0,2}} {_STATE}\b{_WORK}"
    rf"|^(?:(?:was|being|got|am|recently|newly) ){{1,2}}{_STATE}\b{_WORK}"
    r"|\b(?:i (?:have |had |once )?(?:had|have|got|suffer(?:ed)? from|recover(?:ed)? from|survived)|i['’]m recovering from|recovering from)"
    rf" (?:a |an |the |my )?(?:severe |bad |long |nervous |serious )?(?:burn-?out|breakdown|miscarriage|stroke|heart attack|cancer|depression|anxiety|addiction)\b{_WORK}"
    rf"|(?:^|[,;:] )(?:since|after|because of|due to|despite|through) (?:the|a|an|my) (?:divorce|burn-?out|miscarriage|nervous breakdown)\b{_WORK}"
    r"|\bi (?:really |badly |urgently |just |simply |do ){0,2}need(?:ed)? (?:the|this|that|a steady|a regular) (?:money|income|salary|pay|paycheck|job)\b(?! (?:to (?:be|have|run|go)|market|data|queue|done))"
    r"|\b(?:pay(?:ing)?(?: off)?|afford|cover) (?:my|our) (?:rent|mortgage|debts?|bills|loans?|alimony)\b"
    r"|\b(?:only |just |mainly |mostly )?(?:here |in it )?for the money\b(?! (?:they|we|you|it|market|transfer|laundering))"
)
_GERMAN_LIFE = (
    r"(?:scheidung|burn-?out|depression(?:en)?|krankheit|erkrankung|therapie|reha|krebs(?:erkrankung)?|schwangerschaft|fehlgeburt"
    r"|behinderung|schulden|miete|privatinsolvenz|insolvenz|sorgerechtsstreit|gesundheit|ehe|sucht|entzug|arbeitslosigkeit|trennung von mein\w*)"
)
_GERMAN_STATE = (
    r"(?:geschieden|in scheidung|depressiv|ausgebrannt|krankgeschrieben|arbeitslos|pleite|verschuldet|schwerbehindert|schwanger|in therapie|in der reha"
    r"|alleinerziehend|alleinerziehende[r]?|verwitwet|gekündigt worden|entlassen worden)"
)
_GERMAN = (
    rf"\bmeine?[nmrs]? (?:eigene[nmrs]? |lange[nmrs]? |schwere[nmrs]? )?{_GERMAN_LIFE}(?![-\w])"
    rf"|(?:^|[,;:] )(?:seit|nach|wegen|durch|trotz) (?:der|dem|des|einem|einer|eines) (?:scheidung|burn-?outs?|fehlgeburt|privatinsolvenz)(?![-\w])"
    rf"|\bich (?:[^\W\d_]+ ){{0,4}}?{_GERMAN_STATE}(?![-\w])(?! (?:als|mütter|väter|eltern|frauen|männer|menschen|jugendliche)\b)"
    rf"|\b(?:bin|war|wurde) (?:ich )?(?:seit \w+ |gerade |lange |frisch |zurzeit |damals )?{_GERMAN_STATE}(?![-\w])(?! als\b)"
    r"|\bbrauche (?:ich )?(?:(?:das|dieses|einfach|dringend|unbedingt|wirklich|halt|nur|den|die|mehr|ein|einen|sicheres) ){0,3}(?:geld|einkommen|gehalt|job|lohn)(?![-\w])"
    r"|\b(?:meine|die|unsere) (?:miete|schulden|raten) (?:(?:ab|be)?zahlen|abbezahlen|abzahlen)\b|\bnur (?:wegen des|des|wegen dem|fürs) geld(?:e?s)?(?: wegen)?\b"
)
_FRENCH = (
    r"\b(?:ma|mon|mes) (?:propre |longue? |récente? )?(?:divorce|séparation|burn-?out|dépression|maladie|cancer|chimio(?:thérapie)?|thérapie"
    r"|grossesse|fausse couche|handicap|dettes|loyer|chômage|addiction|arrêt maladie|mariage)(?![-\w])"
    r"|\bj(?:e (?:suis|étais)|['’]étais|['’]ai été) (?:(?:encore|toujours|actuellement|récemment|au|en) ){0,2}(?:chômage|chômeu\w+|enceinte|divorcée?"
    r"|dépressi(?:f|ve)|endettée?|veu(?:f|ve)|(?:mère|père) célibataire|arrêt maladie|thérapie|licenciée?)(?![-\w])"
    r"|^en arrêt maladie\b|\bbesoin (?:d['’]argent|de (?:l['’]|cet )argent|de ce salaire)(?![-\w])|\bpayer (?:mon loyer|mes (?:dettes|factures))(?![-\w])"
)
_PERSONAL = re.compile(f"{_ENGLISH}|{_GERMAN}|{_FRENCH}", re.IGNORECASE)


def is_personal(note: str) -> bool:
    """Whether a note is about the person's own life: a divorce, an illness, money that is needed."""
    return bool(_PERSONAL.search(note))
