"""Sentences with the words of a yes or a no that bring none: an offer that is only supposed, a colleague who has left."""

from __future__ import annotations

import re

_SUPPOSED = re.compile(
    r"\b(?:assum(?:e|ing)|suppos(?:e|ing)|imagin(?:e|ing)|let['’]?s say|if|should)\b[^.;!?]{0,12}\byou (?:were |are |get |got |did get |do get |be )(?:to get )?(?:the (?:job|role|post|position)|offered\b|hired|successful|chosen|selected|the one\b)"
    r"|\b(?:if|supposing|assuming|suppose) (?:we|they|I) (?:were to |did |do |decided? to )?(?:offer|offered|hire|hired|choose|chose|take you on|took you on)\b"
    r"|\b(?:wenn|falls|angenommen|sofern) (?:wir|sie|du)\b[^.;!?]{0,60}\b(?:die stelle (?:bekommen|bekämen|bekommst|bekämst|erhalten|erhielten)|anb(?:ieten|öten)(?: würden)?|nehmen würden|genommen würden|einstellen würden)\b"
    r"|\bsi (?:nous vous (?:proposions|proposons|offrions|prenions|engagions)|(?:vous|tu) (?:étiez|étais|êtes|es) (?:retenue?|choisie?|prise?)|(?:vous|tu) (?:aviez|avez|avais|as|obteniez|obtenez) (?:le poste|la place))",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(
    r"\b(?:(?:will|is|are|['’]ll)(?: \w+){0,2} (?:take|taking) over|takes over|has taken over|(?:is|will be) your (?:new )?(?:contact|point of contact)|your new contact"
    r"|übernimmt|übernehme|wird (?:\w+ ){0,4}übernehmen|(?:ihre?|dein) neue[rn]? ansprechpartner\w*|reprend|reprendra|reprends|prend le relais|prendra le relais|(?:votre|ton) nouve(?:l|au|lle) interlocut\w+)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:not|n['’]?t|unsuccessful|(?:other|another|different) (?:candidate|applicant|person)s?|your application|your candidacy|filled|nicht|kein\w*|absage|absagen|bewerbung|besetzt|andere\w* (?:bewerber|kandidat)\w*|pas|candidature|pourvu|autre candidate?)\b|n['’]t\b",
    re.IGNORECASE,
)


def only_supposes(text: str) -> bool:
    """Whether a sentence speaks of an offer as of something that may be: "assuming you get the job, could you start in May?"."""
    return _SUPPOSED.search(text) is not None


def hands_over(text: str) -> bool:
    """Whether a sentence says who has somebody's work from now on, and refuses nothing: "sadly Tom has left, so Raj takes over"."""
    return _TAKES_OVER.search(text) is not None and _REFUSES.search(text) is None


__all__ = ["hands_over", "only_supposes"]
