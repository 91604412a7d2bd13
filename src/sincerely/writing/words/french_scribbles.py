"""What hurried French notes leave to be known: that they say nothing, that they are private, that something was not liked."""

from __future__ import annotations

NOTHING = (
    r"rien(?: (?:de (?:spécial|particulier|précis|neuf|plus)|à (?:dire|signaler|ajouter)|du tout|noté))?|r\.?a\.?s\.?|néant"
    r"|sans objet|aucune?(?: idée)?|(?:je ne |j'?)?sais (?:pas|plus)|je ne sais (?:pas|plus)|pas grand[- ]chose|pas mal|bof|voir (?:mon )?cv"
    r"|comme (?:dans|sur) (?:le|mon) cv|tout|non|oublié|pas (?:clair|d'idée)|bavardages?"
)
"""Whole notes without anything in them."""
PRIVATE = (
    r"|^(?:(?:on|nous|avons|a|avait|parlé|discuté|évoqué|demandé|du|de|des|sur|le|la|les|mon|ma|mes|leur|leurs|bon|bonne|bons) |l['’])*"
    r"(?:salaires?|rémunération|paie|prime|primes|bonus|congés|vacances|RTT|heures sup\w*|tickets resto|trajet|parking|voiture de fonction)"
    r"(?: (?:annuel\w*|brut\w*|net\w*|est|était|de|entre|environ|\d\S*)\b.*)?$"
    r"|\b(?:mes?|mon|ma) (?:faiblesses?|points? faibles?|défauts?|préavis|licenciement|démission|santé|maladie|divorce)\b"
    r"|\b(?:pourquoi je (?:pars|suis partie?|quitte|change)|trous? dans (?:mon|le) cv|rupture conventionnelle|arrêt maladie"
    r"|congé (?:maternité|paternité|parental)|au chômage|licenciée?s?|enceinte|plan social|près de chez moi)\b"
    r"|(?:^|[,;:(–-] ?)(?:confidentiel(?:lement)?|entre nous|en off|à ne pas (?:dire|répéter|diffuser)|pas encore (?:public|officiel))(?=$| ?[,;:.)!])"
)
"""What is no matter for a thank-you, to be joined to what other languages have."""
DISLIKE = (
    r"|(?:je |j['’])?(?:n['’]ai |n['’]aime |ai |aime )?(?:pas|moins|peu) (?:trop |du tout |vraiment |beaucoup )?(?:aimé|apprécié|adoré|convaincue?|emballée?|sûre?)\b"
    r"|je n['’]aime pas\b|(?:je |j['’]ai )?(?:détesté|déteste)\b|(?:ça |cela )?ne m['’]a pas plu\b|pas terrible\b"
)
"""What was not liked, at the beginning of a note."""
