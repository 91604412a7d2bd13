"""How a mail lets an interview be held where nobody travels: who calls whom at which number, what one dials, which program."""

from __future__ import annotations

import re

from sincerely.reading.letters.sentences import sentences

ONLINE = "Online:"
"""How the words begin where only a program is told."""
_MOST = 200
_NUMBER = r"(?P<number>\(?(?:\+|00?)?\d[\d\s()./-]{5,20}\d)"
_THEIRS = (
    r"(?:(?:the |your |my |our )?(?:(?:mobile|phone|telephone|cell|contact|landline)(?: number)?|number)\b"
    r"(?: (?:you (?:gave|provided|listed|sent)(?: us| me)?|(?:on|in|from) (?:your|the) (?i:cv|resume|résumé|application(?: form)?)))?)"
)
_WHO = r"(?P<who>I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s)?[A-ZÀ-Þ][\w'’-]{1,30}(?:\s[A-ZÀ-Þ][\w'’-]{1,30})?)"
_CALLS_YOU = (
    (
        rf"\b{_WHO}(?:(?:,\s[\w ]{{2,40}})?,\swho)?(?:['’]ll| will| shall| is going to| are going to)\s(?:be\s)?(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|dial(?:ling)?|give)\s(?:you)\b"
        rf"(?:\sa\s(?:call|ring|bell|buzz))?(?:[^.;!?\n]{{0,60}}?\s(?:on|at|under)\s(?:(?:the|your|this)\snumber\s)?(?:{_NUMBER}|(?P<theirs>{_THEIRS})))?"
    ),
    rf"\b(?P<who>[Ww]ir|[Ii]ch|(?:Frau|Herr)\s[A-ZÄÖÜ][\w-]{{1,30}})\s(?:ruf(?:e|en|t)|werde[n]?|wird)\s(?:Sie|Dich|dich)\b[^.;!?\n]{{0,60}}?(?:\s(?:unter|auf)\s(?:der\s(?:Nummer|Telefonnummer)\s)?(?:{_NUMBER}|(?P<theirs>(?:Ihrer|deiner|der)\s\w*[Nn]ummer))|\san(?:rufen)?\b)",
    rf"\b(?P<who>[Nn]ous|[Jj]e|(?:M\.|Mme|Madame|Monsieur)\s[A-ZÀ-Þ][\w-]{{1,30}})\svous\s(?:appell?er\w*|appell?e\w*|téléphoner\w*|contacter\w*\spar\stéléphone)(?:[^.;!?\n]{{0,60}}?\sau\s(?:numéro\s)?{_NUMBER}|[^.;!?\n]{{0,60}}?\ssur\s(?P<theirs>votre\s(?:portable|mobile|téléphone)))?",
)
_YOU_CALL = (
    rf"\b(?:please|kindly|you(?:['’]ll| should| will| can| need to| are to))\s(?:then\s)?(?:call|ring|phone|dial)(?:\s(?:in|me|us|him|her|[A-Z][\w'’-]{{1,30}}(?:\s[A-Z][\w'’-]{{1,30}})?))?[^.;!?\n]{{0,40}}?\s(?:on|at|to|using|into)?\s?{_NUMBER}",
    rf"\b(?:rufen\sSie|wählen\sSie(?:\ssich)?)\b[^.;!?\n]{{0,60}}?{_NUMBER}",
    rf"\b(?:appelez|composez)(?:-nous|-moi|\sle)?\b[^.;!?\n]{{0,40}}?{_NUMBER}",
)
_DIAL_IN = re.compile(
    rf"\b(?:dial[- ]?in(?:\s(?:number|details))?|phone[- ]in|einwahl(?:nummer)?|numéro d['’]accès)\b\s?[:–-]?\s{{0,3}}{_NUMBER}",
    re.IGNORECASE,
)
_PIN = re.compile(
    r"\b(?P<label>PIN|(?:access |conference |meeting |pass)?code|(?:meeting |conference )ID|Kenncode|Zugangscode|code d['’]accès)\s{0,2}[:#]?\s{0,2}(?P<code>\d[\d\s-]{1,16}\d#?)",
    re.IGNORECASE,
)
_BY_PHONE = re.compile(
    r"\b(?:phone|telephone|telefon\w*|télépho\w*)[ -]{1,2}(?:interview|screen\w*|call|chat|conversation|gespräch|termin)"
    r"|telefon(?:interview|gespräch|termin)|telefonische[sn]?\s\w*(?:gespräch|interview|termin)\w*|telefonisch statt|(?:entretien|rendez-vous|échange) téléphonique"
    r"|\b(?:interview|gespräch|entretien)\b[^.;!?\n]{0,60}\b(?:by (?:tele)?phone|over the phone|per telefon|par téléphone)",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b|\s?h\b|h\d\d|\s?Uhr\b|\so['’]clock)|\b(?:noon|then|at that time|dann)\b",
    re.IGNORECASE,
)
# "After our phone interview", "thank you for the call": that is over.
_OVER = re.compile(
    r"\b(?:thanks?|after|following|our (?:tele)?phone|yesterday|last|was|were|had|as (?:discussed|agreed)|nach|danke?|gestern|war|wie|merci|suite à|après|notre)\b",
    re.IGNORECASE,
)
# Then it is no interview: they call to arrange it, one calls who can't come or has a question.
_ELSE = re.compile(
    r"\b(?:if|should|once|when|in case|questions?|quer\w+|problems?|unable|late|lost|difficult\w*|reschedul\w+|rearrang\w+|cancel\w*|outcome|decision|results?|feedback|entscheidung|ergebnis|décision|to (?:arrange|confirm|discuss|schedule|book|let)"
    r"|beforehand|falls|wenn|sobald|sollten|fragen|rückfragen|vorher|verhindert|si|en cas|empêch\w+|question|confirmer|convenir)\b",
    re.IGNORECASE,
)
_PROGRAMS = r"(?:Microsoft Teams|MS Teams|Teams|Zoom|Google Meet|Webex|Skype|WhatsApp|FaceTime|Whereby|GoToMeeting)"
_ONLINE = re.compile(
    rf"\b(?:via|on|over|by|through|using|per|über|par|sur|with|mit)\s(?:a\s|einem\s|un\s)?(?P<program>{_PROGRAMS})\b|\b(?P<call>{_PROGRAMS})[ -](?:call|meeting|interview|link|Gespräch|Meeting|Call)\b",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:interview\w*|meet\w*|call|chat|conversation|held|take place|join|gespräch\w*|termin|findet|entretien|rendez-vous|aura lieu)\b",
    re.IGNORECASE,
)
_THEY = re.compile(r"(?:I|we|they|he|she|wir|ich|nous|je)", re.IGNORECASE)


def call_in(text: str) -> tuple[str, str]:
    """Return how an interview is held by telephone or in a program, and the sentence that says so; empty where neither is said."""
    said = [one.text for one in sentences(text)[:_MOST]]
    dialled = next((one for one in said if _DIAL_IN.search(one)), "")
    if dialled:
        return _dialled(dialled, text), dialled
    phones = [one for one in said if _BY_PHONE.search(one) and not _OVER.search(one)]
    for one in said:
        words = _calls(one)
        told = phones or " on " in words or _HOUR.search(one)
        if words and told and not _ELSE.search(one):
            return words, one
    for one in said:
        online = _ONLINE.search(one)
        if online and (_MEETS.search(one) or _HOUR.search(one)):
            program = online["program"] or online["call"]
            return f"{ONLINE} {program}", one
    return ("By phone", phones[0]) if phones else ("", "")


def _calls(sentence: str) -> str:
    """Return who calls whom at which number."""
    for pattern in _THEY_CALL:
        match = pattern.search(sentence)
        if match is not None:
            who = "they call" if _THEY.fullmatch(match["who"]) else f"{match['who']} calls"
            number = match["number"] or match["theirs"]
            return f"By phone: {who} you" + (f" on {' '.join(number.split())}" if number else "")
    for pattern in _ONE_CALLS:
        match = pattern.search(sentence)
        if match is not None:
            return f"By phone: you call {' '.join(match['number'].split())}"
    return ""


_THEY_CALL = tuple(map(re.compile, _CALLS_YOU))
_ONE_CALLS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _YOU_CALL)


def _dialled(sentence: str, text: str) -> str:
    number = _DIAL_IN.search(sentence)
    assert number is not None
    pin = _PIN.search(sentence, number.end()) or _PIN.search(text)
    code = f", {pin['label']} {' '.join(pin['code'].split())}" if pin is not None else ""
    return f"Dial in: {' '.join(number['number'].split())}{code}"
