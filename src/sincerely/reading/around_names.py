"""What the words around a name say: that somebody stays away, that it is a place's, that the writer comes too."""

from __future__ import annotations

import re

TITLE = r"(?:(?:mr|mrs|ms|miss|dr|prof|professor|herrn?|frau|mme|m)\.?\s+)?"

_BEFORE = re.compile(
    r"(?:(?:\b(?:not|instead of|in place of|rather than|in lieu of|weder|statt|anstelle von|without|ring|phone|ask for|recruiter|scheduled(?: for you)? by|"
    r"arranged by|booked by|organi[sz]ed by|assistant to|(?:['’]s|my|our|his|her|their) (?:assistant|secretary|PA|EA),?|office of|on behalf of|questions\?? (?:to|call)|"
    r"(?:call|contact|e-?mail|write to|get in touch with|reach out to)(?: (?:my|our|your|me or)(?: (?:colleague|assistant|recruiter|coordinator))?)?|"
    r"(?:fragen|wenden sie sich)[^.,;!?]{0,20} an|fragen sie nach|(?:contactez|appelez|joindre|demandez)|"
    r"(?:ansprechpartner(?:in)?|contact(?: person)?(?: (?:on|for) the day)?) (?:ist|is|est|sera)|"
    r"(?:(?:am|beim) empfang|an der pforte|at (?:the )?reception|to reception|à l['’]accueil)[^.,;!?]{0,20}? (?:bei|to|for|with|de|auprès de)))\s+"
    r"|\b(?:coordinat(?:or|ion)|organi[sz]er|(?:your |recruiting |main )?contact|questions|(?:ihre? )?ansprechpartner(?:in)?|rückfragen(?: an)?|kontakt|coordinat(?:eur|rice)|renseignements)\s*[:|]\s*)"
    rf"{TITLE}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^['’]?s?,?\s*(?:\(?(?:recruiting|recruiter|scheduling|coordinator|talent coordinator|hr coordinator)\)?\b|(?:has|had|have) (?:had to )?(?:step(?:ped)? (?:down|aside|back)|"
    r"drop(?:ped)? out|left)|(?:can(?:not|['’]t)|won['’]t|will not|is unable|is not able|isn['’]t able) |would have (?:liked|loved|wanted)\b|sends? (?:his|her|their) (?:apologies|regrets)|(?:is|was) (?:ill|sick|unwell|off|away|not)\b|"
    r"(?:(?:in|from|of) [\w ]{2,20})?,?(?: who)? ?(?:(?:will|['’]ll|is going to) (?:send|e-?mail|forward|arrange|organi[sz]e|book|schedule|coordinate|be in touch|let you in|sign you in|check you in)"
    r"|(?:has |have )?(?:set (?:this|it|that) up|arranged|booked|organi[sz]ed)|(?:schickt|sendet|mailt) Ihnen|hat (?:den|diesen|das) \w+ (?:organisiert|koordiniert|vereinbart)|vous enverra)\b|"
    r"at (?:the )?(?:front desk|reception|door|gate)|(?:on|in) reception|am empfang|an der pforte|à l['’]accueil)",
    re.IGNORECASE,
)
_NEAR = 60


def stays_away(text: str, name: str, at: int) -> bool:
    """Whether the words around a name say that somebody only arranges, or will not be there.

    Args:
        text: the sentence.
        name: as it stands there.
        at: where.
    """
    return bool(_BEFORE.search(text[max(0, at - _NEAR) : at]) or _BEHIND.match(text[at + len(name) :]))


# One is "at Ealing", "in Room Elgar", "am Perron"; nobody's name stands so.
_PLACE = re.compile(
    r"(?:\b(?:at|near|nearest|opposite|in|into|nach|im|am|ins?|dans)\s+(?:the\s+)?"
    r"|\b(?:room|suite|building|floor|\w*(?:raum|zimmer|saal|halle|gebäude|haus|stock)|stra(?:ß|ss)e|salle|pavillon|bâtiment|étage|gare)\b,?\s+[\"“„«(]?)$",
    re.IGNORECASE,
)
# "In Ida Holm's office" is hers.
_IS_ROOM = re.compile(
    r"(?:room|salle|raum|saal|zimmer|studio|pavillon|bâtiment|building)\b|(?:zoom|(?:microsoft |ms )?teams|skype|webex|whatsapp|facetime|google meet)$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s\b")


def is_place(text: str, name: str, at: int) -> bool:
    """Whether what stands at a place of a sentence is named as a place is, and not as a person."""
    if _IS_ROOM.match(name):
        return True
    before = text[max(0, at - _NEAR) : at]
    return _PLACE.search(before) is not None and _OWNED.match(text, at + len(name)) is None


_NAMED_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+ \($")


def is_aside(text: str, name: str, at: int) -> bool:
    """Whether one word in brackets says what somebody does: "Ida Holm (Maintenance)"."""
    whole = " " not in name and text[at + len(name) : at + len(name) + 1] == ")"
    return whole and _NAMED_BEFORE.search(text[max(0, at - _NEAR) : at]) is not None


_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|mme|madame|monsieur|m|ehepaar|familie|pfarrer(?:in)?|signora?|ingegner|dottor(?:essa)?)\.?\s+$",
    re.IGNORECASE,
)


def is_titled(text: str, at: int) -> bool:
    """Whether a title stands before a name: "Herr Roth" of the house "Optik Roth" is somebody."""
    return _TITLED.search(text[max(0, at - _NEAR) : at]) is not None


_SELF = r"(?:me|myself|i|my humble self|mir|mich|ich|moi|moi-même)"
# "Ida Holm, our CTO, and me"; "avec Ida Holm notre DRH et moi".
_APPOSITION = (
    r"(?:\s*\([^)]{1,60}\)|,[^,.;]{1,40},|,?\s+(?:our|my|the|unser\w*|mein\w*|notre|mon|ma)\s[^,.;:!?]{1,40}?)?"
)
_WITH_US = re.compile(
    r"\bboth of us\b|\bthe two of us\b|\bwir (?:beide|zwei)\b|\buns (?:beide|zwei)n?\b|\bnous deux\b"
    r"|\b(?:neben|außer|besides|alongside|apart from|à côté de|outre) (?:mir|me|myself|moi)\b",
    re.IGNORECASE,
)


def writer_joins(text: str, name: str) -> bool:
    """Whether the writer counts himself in beside somebody: "me and Sheila", "with Alison, our CTO, and me", "both of us"."""
    if name in text and _WITH_US.search(text):
        return True
    joined = re.compile(
        rf"\b{_SELF}(?:\s*[,&]\s*|\s+(?:and|und|et|plus)\s+){TITLE}{re.escape(name)}|"
        rf"{re.escape(name)}{_APPOSITION}\s*,?\s*(?:and|&|und|et|plus)\s+{_SELF}\b|"
        rf"{re.escape(name)}[^.;]{{0,60}}\bwith us (?:two|both)\b",
        re.IGNORECASE,
    )
    return joined.search(text) is not None


_ONE_AND = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))?(?:,\s(?-i:[^\W\d_A-ZÀ-Þ])[^,;.:!?()\n]{0,50})?"
    r"\s*(?:,\s*(?:and|und|et)?|;|/|&|\b(?:and|und|et|sowie|plus)\b)\s*"
    r"(?:(?:the|our|der|die|unser\w*|le|la|notre|(?-i:[A-ZÄÖÜ])[a-zäöü]{0,30}(?:direktor|präsident|leiter|meister|führer|sitzender?)(?:in)?)\s+){0,2}"
    r"(?:(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|mme|m)\b\.?\s*)?",
    re.IGNORECASE,
)


def are_listed(text: str, stop: int, begin: int) -> bool:
    """Whether two names are of one list: "Ida Holm, notre DRH, et le Dr Paul Blanc"; between them are ``text[stop:begin]``."""
    return 0 < begin - stop <= 2 * _NEAR and _ONE_AND.fullmatch(text, stop, begin) is not None
