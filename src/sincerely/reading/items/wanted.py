"""How German and French ask for a thing that they name: the model of what sentences do has learnt from English ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .named import Named

# What the reader is told to do with it.
_GERMAN = re.compile(
    r"\b(?:senden|sende|schicken|schick|schicke|reichen|reiche|reich|bringen|bringe|bring|laden|lade|lad|legen|lege|leg|fügen|mailen|maile|füllen|fülle|füll) (?:sie|s|mir|uns|doch|bitte|noch|ihr|ihre|ihren|dein|deine|deinen|das|die|den)\b"
    r"|\bbitte\b.{0,80}\b(?:senden|schicken|mitbringen|einreichen|nachreichen|hochladen|beilegen|beifügen|vorlegen|übersenden|übermitteln|zusenden|zurücksenden|zukommen|nachsenden|mitführen|ausfüllen)\b"
    r"|\b(?:wir|ich) bitten?\b.{0,40}\bum\b|\bbitten? (?:wir|ich)\b.{0,40}\bum\b|\bdürf\w+ (?:wir|ich) (?:sie|dich)\b.{0,30}\bum\b"
    r"|\b(?:fehlt|fehlen|fehle)\b"
    r"|\b(?:wir|ich) (?:benötigen?|brauchen?|bräuchten?|erbitten?)\b|\b(?:benötigen?|brauchen?|bräuchten?|erbitten?) (?:wir|ich)\b"
    r"|\bhätten? (?:wir |ich |er |sie )?(?:noch |auch |sehr )?gern\b|\bhätten? (?:wir|ich)\b.{0,60}\bgern\b"
    r"|\b(?:nachzureichen|einzureichen|vorzulegen|mitzubringen|beizubringen|nachzuliefern|mitzuführen)\b"
)
_GIVES = (
    r"(?:envoyer|transmettre|fournir|joindre|adresser|apporter|retourner|renvoyer|communiquer|produire|déposer|parvenir|indiquer|"
    r"préciser|munir|remettre|compléter|remplir|téléverser|présenter)"
)
_FRENCH = re.compile(
    rf"\b(?:merci|veuillez|pri(?:ons|e)|demand(?:ons|e)|gré|reconnaissante?s?|remerci(?:ons|e)|voudrez bien|pourri?ez vous|pouvez vous|pourrais tu|peux tu|invit(?:ons|e) (?:donc )?à)\b.{{0,60}}\b{_GIVES}\b"
    r"|\b(?:envoyez|joignez|transmettez|fournissez|adressez|apportez|munissez|déposez|retournez|renvoyez|remettez|faites (?:moi |nous )?parvenir|envoie|apporte)\b"
    r"|\bil (?:me |nous |lui )?(?:faut|faudrait|manque)\b|\bmanque(?:nt)?\b|\bnous attendons\b|\bbesoin d[e'u]|\bfont défaut\b"
)
_DENIED = re.compile(
    r"\b(?:nicht|nichts|kein\w*|nie|weder|ohne|pas|aucun\w*|rien|jamais|sans|inutile|beachten|vorliegen|erhalten|reçu|reçue|(?:be)?zahlen|übernehmen|finanzier\w*|payons|charge)\b"
)
# "Erst nach der Zusage", "le moment venu": not now.
_LATER = re.compile(
    r"\b(?:erst|später|danach|bei bedarf|vorbehalten|ultérieurement|plus tard|le moment venu|le jour venu|premier jour|seront demandée?s|qu'à|qu'en cas|uniquement|nur falls|nur wenn|"
    r"werden? (?:\w+ ){0,3}angefordert|fordern wir|holen wir)\b"
)
# "Wenn wir uns für Sie entscheiden": perhaps never. "Si possible" is no condition.
_IF = re.compile(r"\b(?:wenn|falls|sofern|sobald|si (?!possible)|s'il|lorsque|quand|dès que)\b")
_CLAUSE = re.compile(r"[;:?!()–]| (?:aber|sondern|mais|doch) ")
# An aside parts no clause: "Ihre Zeugnisse (Huber, Maier) fehlen uns noch"; one that says how it stands, "(liegt vor)", does.
_ASIDE = re.compile(
    r"\( (?![^()]{0,200}\b(?:nicht|kein\w*|ohne|nur|erst|später|falls|wenn|sofern|liegt|liegen|haben|hat|habe|ist|sind|da|optional|freiwillig|erledigt|"
    r"erhalten|vorhanden|schon|bereits|pas|aucun\w*|sans|si|déjà|est|sont|avons|ai|reçue?s?|facultati\w+|ok)\b)[^()]{0,200}\) ?"
)
# "Unterlagen (Lebenslauf, Zeugnisse)": what is in brackets tells what is meant by them.
_ALL = re.compile(
    r"\b(?:unterlagen|dokumente|dokumenten|papiere|nachweise|dinge|sachen|angaben|documents|papers|items|things|pièces|justificatifs|éléments) \( (?:[^()]{0,80} )?$"
)


def is_wanted(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence asks in German or French for an item that it names.

    Args:
        words: of the sentence, plain.
        one: the item.
    """
    before, behind = " ".join(words[: one.begin]), " ".join(words[one.stop :])
    if _ALL.search(f"{before} "):
        before, behind = before.replace("(", ",", 1), behind.replace(")", ",", 1)
    before, behind = _ASIDE.sub("", before), _ASIDE.sub("", behind)
    begin = max((match.end() for match in _CLAUSE.finditer(f"{before} ")), default=0)
    end = _CLAUSE.search(f" {behind}")
    clause = f"{before[begin:]} {' '.join(words[one.begin : one.stop])} {behind[: end.start() if end else None]}"
    if _DENIED.search(clause) or _LATER.search(clause) or _IF.search(before):
        return False
    # What stands in front of a colon asks for what stands behind it: "Wir brauchen noch:", "Merci de joindre :".
    asking = clause if ":" not in words[: one.begin] else f"{before} {clause}"
    return _GERMAN.search(asking) is not None or _FRENCH.search(asking) is not None
