"""Whether a mail says of its own address that nobody reads what is written to it: "Please do not reply to this email"."""

from __future__ import annotations

import re

_ENGLISH = (
    r"(?<!if you )(?<!when you )(?<!that you )(?<!who )(?:do not|don['’]t|cannot) (?:reply|respond|answer)(?: directly)? (?:to|at) "
    r"(?:this|the) (?:automated |automatic |system |no-reply )?(?:e-?mail|message|address|mailbox|inbox|sender|notification)\b(?: address\b)?"
    r"(?! (?:if|unless|until|before|without)\b)"
    r"|(?:replies|responses|messages|e-?mails?|mails?|answers)(?: that are| which are)?(?: sent)? to this "
    r"(?:e-?mail|address|mailbox|inbox|message|account)(?: address)? (?:are|is|will|cannot|can)(?: not| never)?(?: be)? ?"
    r"(?:not |un)?(?:monitored|read|answered|checked|received|seen|delivered|reviewed)\b"
    r"|(?:this|an?|our) (?:e-?mail )?(?:mailbox|inbox|address|account) (?:is|that is|which is) "
    r"(?:not (?:\w+ )?(?:monitored|read|checked|attended|staffed)|unmonitored|unattended|send-only|outgoing[ -]only)\b"
    r"|(?:unmonitored|unattended|send-only|notification-only|no-reply) (?:e-?mail )?(?:mailbox|inbox|address|account)\b"
)
_GERMAN = (
    r"(?:bitte )?antworten sie (?:bitte )?nicht (?:direkt )?(?:auf|an) (?:diese|dieser|die) (?:[\wäöüß]+ ){0,3}"
    r"(?:e-?mail|mail|nachricht|adresse|absenderadresse|mailadresse)\b|(?:bitte )?(?:nicht )?auf diese (?:e-?mail|nachricht) "
    r"(?:bitte )?nicht (?:zu )?antworten|auf diese (?:e-?mail|nachricht) (?:kann|können|bitte) (?:\w+ )?nicht geantwortet"
    r"|(?:antworten|rückantworten|nachrichten|e-?mails|mails) (?:an|auf) (?:diese|diesen) [\w-]{1,30} (?:werden|können|kann|wird) "
    r"(?:leider )?nicht (?:gelesen|bearbeitet|zugestellt|beantwortet|empfangen)"
    r"|(?:dieses postfach|diese adresse|diese e-?mail-?adresse) (?:wird|ist) nicht (?:überwacht|gelesen|betreut|besetzt)"
)
_FRENCH = (
    r"(?:merci de|veuillez|prière de|nous vous prions de) ne pas (?:y )?répondre(?: directement)? (?:à|au) "
    r"(?:ce|cet|cette|présent) ?(?:message|e-?mail|mail|courriel|adresse)?|ne répondez pas à (?:ce|cet|cette) (?:message|e-?mail|mail|courriel|adresse)"
    r"|cette (?:boîte|adresse)[\w ]{0,20} n['’]est pas (?:lue|consultée|relevée|surveillée)"
    r"|les (?:réponses|messages)[\w ]{0,20} à cette adresse ne (?:sont|seront) pas (?:lus|lues|traité\w*)"
)
_NOBODY = re.compile(rf"\b(?:{_ENGLISH}|{_GERMAN}|{_FRENCH})", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
# It stands at the end, or at the very beginning; so much of each is looked at.
_ENDS = 4000


def says_unread(text: str) -> bool:
    """Whether a mail's own text, its end included and no quotes, says that answers to it reach nobody."""
    looked = text if len(text) <= 2 * _ENDS else f"{text[:_ENDS]}\n{text[-_ENDS:]}"
    return _NOBODY.search(_SPACE.sub(" ", looked)) is not None
