"""What the writer told others that the reader wants: "I told Larkhill that you want 30k and can start in May".

It has the words of an offer, the pay and the first day, and offers nothing: those who are told have yet to answer.
"""

from __future__ import annotations

import re

# Who is told comes between: a few words, and not the reader.
_TO = r"(?! ?(?:you|me|us|ihnen|dir|vous|toi)\b)(?:[^.;:!?\n]|\.(?=\d)){0,60}?"
_ENGLISH = (
    r"\b(?:I|we)(?:['’]ve|['’]ll| have| will| did)?(?: (?:already|just|also|now|then|duly|since)){0,2} "
    rf"(?:told|tell|said|say|let|informed?|mentioned?|explain(?:ed)?|passed|pass|relay(?:ed)?|made|make|put|gave|give)\b{_TO}"
    r"\byou(?:(?:['’]re| are) (?:looking|asking|after|hoping|available|free|happy|willing|able|keen|open|flexible|on\b)"
    r"|(?:['’]d| would) (?:like|love|want|need|take|accept|prefer|expect|work|be (?:looking|happy|willing|able|free|available))"
    r"| (?:want|need|wish|expect|prefer|accept|(?:can|could|might) (?:start|begin|join|do|come|work|take)))"
    r"|\b(?:put|putting|submitted|presented) you (?:forward|in|up)?\b ?(?:at|for|with)?"
)
_GERMAN = (
    r"\b(?:ich habe|wir haben|habe ich|haben wir|ich hab|hab ich)\b(?! (?:ihnen|dir)\b)(?:[^.;:!?\n]|\.(?=\d)){0,80}?\b(?:gesagt|mitgeteilt|ausgerichtet|erklärt|weitergegeben|erzählt|genannt)\b,? "
    r"(?:dass |dass? )(?:Sie|du)\b(?:[^.;:!?\n]|\.(?=\d)){0,80}?\b(?:möchten?|möchtest|wollen|willst|können|kannst|könnten|könntest|brauchen|brauchst|suchen|suchst|erwarten|erwartest|vorstellen|vorstellst)\b"
)
_FRENCH = (
    r"\b(?:j['’]ai|nous avons)(?: (?:bien|déjà|aussi|donc)){0,2} (?:dit|indiqué|expliqué|transmis|précisé|signalé|fait savoir)\b(?! (?:vous|te)\b)[^.;:!?\n]{0,60}?"
    r"\bqu(?:e |['’])(?:vous|tu)\b[^.;:!?\n]{0,20}?\b(?:souhaitez|souhaites|voulez|veux|demandez|demandes|cherchez|cherches|pouvez|peux|pourriez|pourrais|attendez|attends|êtes|es)\b"
)
_PASSED = re.compile(f"(?:{_ENGLISH}|{_GERMAN}|{_FRENCH})", re.IGNORECASE)
# What those who were told said to it, in the same breath.
_OFFERS = re.compile(
    r"\b(?:offers?|offered|offering|hired?|agreed|accepted|yours|welcome|delighted|angebot\w*|anbieten|zugesagt|einverstanden|zusage|offre|proposent|propose|acceptent|accepté|d['’]accord)\b",
    re.IGNORECASE,
)


def passes_terms(text: str) -> bool:
    """Whether a sentence only tells what somebody else was told about the pay, or the first day, that the reader wants."""
    return _PASSED.search(text) is not None and _OFFERS.search(text) is None


__all__ = ["passes_terms"]
