"""Notes as thumbs type them, written out: "u" is you, "dont" is don't, "3wks" are 3 weeks, and "lol" is nothing.

Nothing but the spelling changes, and only where a word can mean nothing else: "were", "its", "well" and "id" stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .french_phone import written_out_french

_WORDS: Mapping[str, str] = {
    "dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "cant": "can't", "couldnt": "couldn't", "wouldnt": "wouldn't",
    "shouldnt": "shouldn't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't", "werent": "weren't", "havent": "haven't",
    "hasnt": "hasn't", "hadnt": "hadn't", "wont": "won't", "shes": "she's", "hes": "he's", "theyre": "they're",
    "theyve": "they've", "youre": "you're", "youve": "you've", "im": "I'm", "ive": "I've", "thats": "that's", "theres": "there's",
    "whats": "what's", "theyll": "they'll", "youll": "you'll",
    "u": "you", "urself": "yourself", "b4": "before", "thru": "through", "tho": "though",
    "coz": "because", "cuz": "because", "bcos": "because", "pls": "please", "mtg": "meeting", "mtgs": "meetings",
    "wks": "weeks", "esp": "especially", "esp.": "especially",
    "prob": "probably", "probs": "probably", "gr8": "great", "asst": "assistant", "smth": "something", "tmrw": "tomorrow",
    "attys": "attorneys", "atty": "attorney", "til": "until", "convo": "conversation",
    "hosp": "hospital", "apprx": "about", "approx": "about", "approx.": "about", "covid": "Covid", "xmas": "Christmas",
    "thx": "thanks", "nxt": "next", "evry": "every", "wkly": "weekly", "wkend": "weekend", "wkends": "weekends",
    "mos": "months", "yrs": "years", "yr": "year", "mths": "months", "wk": "week", "hrs": "hours", "mins": "minutes",
    "mondays": "Mondays", "tuesdays": "Tuesdays", "wednesdays": "Wednesdays", "thursdays": "Thursdays", "fridays": "Fridays",
    "tues": "Tuesday", "weds": "Wednesday", "thurs": "Thursday", "saturdays": "Saturdays", "sundays": "Sundays", "msc": "MSc", "bsc": "BSc", "fortran": "Fortran",
}  # fmt: skip
_TOKENS = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_TOKEN = re.compile(rf"(?<![\w'’/@.+-])(?:{_TOKENS})(?![\w'’/@+-]|\.\w)", re.IGNORECASE)
_DAYS = {"mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "weds": "Wednesday", "thu": "Thursday",
         "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}  # fmt: skip
# "He sat in the sun": only behind what counts days.
_DAY = re.compile(
    r"\b(?P<each>every|each|on|next|last|by|until) (?P<day>tues?|weds|thu(?:rs?)?|fri|(?:mon|wed|sat|sun)(?=$|[,.;)]| (?:and|or|at|am|pm|\d|mornings?|evenings?|nights?)))\b(?!['’-])",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?<![\w.,-])(?P<n>\d{1,3}\+?)(?P<unit>yrs?|wks?|mths?|hrs?|mins?|years?|weeks?|months?|hours?|days?)\b",
    re.IGNORECASE,
)
_UNIT_END = re.compile(
    r"(?<=\d )(?P<unit>yrs|wks|mths|hrs|mins)\.(?P<goes_on>(?= (?:exp|of|in|at|as|on|with|and|for|from|running)))?(?= [a-z])",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    r"(?<![\w.])(\d{1,3}(?:\.\d)?)m (?=(?:users|customers|people|visitors|records|rows|readers|members|accounts)\b)"
)
_TIMES = re.compile(r"(?<![\w.])(\d{1,2}) ?x (?=(?:a|an|per|each|every) \w)", re.IGNORECASE)
_AND = re.compile(r"(?<=[\w)%]) \+ (?=[^\W\d_]|\d+(?:st|nd|rd|th)\b)")
_SAME = re.compile(r"\b(?:the|this|that|these|those|very|all|much|exact|exactly|one and the) same\b")
_MONTH = re.compile(
    r"\b(?P<before>in|by|until|since|from|next|last|early|late|mid|due) (?P<month>may|march|august)(?=$|[,.;)])"
)
_WITH = re.compile(r"(?<=[^\W\d_]) w (?=[^\W\d_])")
_ABOUT = re.compile(r"(?<=[^\W\d_])(?<!\bthe)(?<!\ba) re:? (?=[^\W\d_])")
_NOTHING = r"(?:lol|lmao|rofl|tbh|imo|imho|btw|ngl|fwiw|haha(?:ha)*|hehe|omg|iirc|afaik|smh)"
_CHATTER = re.compile(rf"(?<![,\s])[,\s]*+(?<![\w'-]){_NOTHING}(?![\w'-])(?:,(?=\s))?", re.IGNORECASE)
# Two dots or more part what was thought one after the other; behind the last word they are nothing.
_TRAILING = re.compile(r"\s?(?:\.{2,}|…)(?:\s|$)")
_MANY = re.compile(r"([!?])[!?]+")
# "A 28 bed ward" has 28 beds and is of one kind.
_OF_A_KIND = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,4}) (?P<unit>bed|seat|seater|room|page|bay|person|man|storey|cover|strong|pupil|place|acre)"
    r" (?=(?!and\b|or\b|in\b|at\b|on\b|for\b|with\b|to\b|of\b)[a-z]{4,})"
)  # fmt: skip


def written_out(note: str) -> str:
    """Return an English note with what is short on a phone written out.

    >>> written_out("u can tell shes v good w people lol... 3wks re CUPED")
    "you can tell she's v good with people. 3 weeks about CUPED"
    """
    text = _MANY.sub(r"\1", _TRAILING.sub(". ", " ".join(note.split()))).strip()
    text = _CHATTER.sub("", text).lstrip(",. ")
    text = re.sub(
        r",? \b(?:honestly|i think|i guess|really tho)$|, (?:really|actually)$", "", text, flags=re.IGNORECASE
    )
    text = re.sub(
        r"\b(who|what|that|how|where|when|if|which|think|thought|guess|know|hope|believe|reckon) id (?=[a-z])",
        r"\1 I'd ",
        text,
    )
    text = re.sub(r"(?<=[a-z]) same (?=[a-z])", " the same ", text) if not _SAME.search(text) else text
    text = re.sub(r"^((?:i )?(?:have|bring|got|use)) own (?=[a-z])", r"\1 my own ", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=[a-z]) 4 (?=(?:the|my|next|this|her|his|their|all|us|me|you|a|an)\b)", " for ", text)
    text = re.sub(r"\b(in|with|using|use|know) r\b(?!['’])", r"\1 R", text)
    text = _MONTH.sub(lambda m: f"{m['before']} {m['month'].capitalize()}", text)
    text = re.sub(r"\bw/o\s?", "without ", re.sub(r"\bw/\s?(?!o\b)", "with ", text))
    text = _GLUED.sub(r"\g<n> \g<unit>", text)
    text = _UNIT_END.sub(lambda m: m["unit"] if m["goes_on"] is not None else f"{_WORDS[m['unit'].casefold()]}.", text)
    text = _MILLIONS.sub(r"\1 million ", text)
    text = _TIMES.sub(r"\1 times ", text)
    text = _DAY.sub(lambda m: f"{m['each']} {_DAYS[m['day'].casefold()]}", text)
    text = _ABOUT.sub(" about ", _WITH.sub(" with ", _AND.sub(" and ", text)))
    text = _OF_A_KIND.sub(r"\g<n>-\g<unit> ", text)
    return _TOKEN.sub(_whole, text)


_GERMAN_WORDS: Mapping[str, str] = {
    "u": "und", "vllt": "vielleicht", "iwie": "irgendwie", "nich": "nicht", "nix": "nichts", "ne": "eine", "nen": "einen", "nem": "einem",
    "ner": "einer", "wg": "wegen", "wg.": "wegen", "std": "Stunden", "std.": "Stunden", "mon.": "Monate", "j.": "Jahre", "mitm": "mit dem",
    "aufm": "auf dem", "übern": "über den", "mega": "sehr", "sone": "so eine", "son": "so ein",
}  # fmt: skip
_GERMAN_SHORT: Mapping[str, str] = {
    "inkl": "inklusive", "Erf": "Erfahrung", "erf": "Erfahrung", "mind": "mindestens", "max": "maximal", "evtl": "eventuell", "versch": "verschiedene", "ca": "etwa",
    "bzw": "beziehungsweise", "insb": "insbesondere", "ggf": "gegebenenfalls", "Mio": "Millionen", "Std": "Stunden",
}  # fmt: skip
_GERMAN_SHORT_TOKEN = re.compile(rf"\b(?P<short>{'|'.join(_GERMAN_SHORT)})\.(?= [\w„(]|$)")
_TONGUES: Mapping[str, str] = {
    "franz": "Französisch", "engl": "Englisch", "ital": "Italienisch", "span": "Spanisch", "dt": "Deutsch", "port": "Portugiesisch",
}  # fmt: skip
# "Franz. fließend", and no "franz. Kunden".
_TONGUE = re.compile(
    rf"\b(?P<short>{'|'.join(_TONGUES)})\.(?= (?:flie(?:ß|ss)end|verhandlungssicher|sehr gut|gut(?!e)|muttersprach\w+|[ABC][12]\b|in Wort|und |\+ |seit )|,|$)",
    re.IGNORECASE,
)
# "Man merkt dass es läuft" wants its comma; "so dass", "ohne dass" and "auch wenn" are one.
_NO_COMMA = re.compile(
    r"(?<=[a-zäöüß])(?<! so)(?<!^so)(?<! und)(?<! oder)(?<! als)(?<! ohne)(?<!^ohne)(?<! auch)(?<! außer)(?<! aber)(?<! nicht)(?<! nur)(?<! sondern)"
    r" (?=(?:dass|weil|obwohl) )"
)
_SAID_WHAT = re.compile(
    r"\b(mochte|gefiel|merkt|merkte|sieht|spürt|gesagt|erzählt|gezeigt|erklärt|weiß|gefallen) (?=(?:wie|was|warum|ob|wann|dass) )"
)
_GERMAN_TOKEN = re.compile(
    rf"(?<![\w'’/@.+-])(?:{'|'.join(sorted(map(re.escape, _GERMAN_WORDS), key=len, reverse=True))})(?![\w'’/@+-]|\.\w)"
)


def written_out_german(note: str) -> str:
    """Return a German note with what is short on a phone written out.

    >>> written_out_german("nettes team + ne küche lol...")
    'nettes team und eine küche'
    """
    text = _MANY.sub(r"\1", _TRAILING.sub(". ", " ".join(note.split()))).strip()
    text = _TONGUE.sub(lambda m: _TONGUES[m["short"].casefold()], text)
    text = _GERMAN_SHORT_TOKEN.sub(lambda m: _GERMAN_SHORT[m["short"]], text)
    text = _CHATTER.sub("", text).lstrip(",. ").rstrip(". ")
    text = re.sub(r"(?<=[\w)%]) [+&] (?=[^\W\d_])", " und ", text)
    text = _SAID_WHAT.sub(r"\1, ", _NO_COMMA.sub(", ", text))
    return _GERMAN_TOKEN.sub(lambda m: _GERMAN_WORDS[m[0]], text)


def as_typed_out(note: str, language: str) -> str:
    """Return a note in a language with what is short on a phone written out; of other languages, as it is."""
    if language == "en":
        return written_out(note)
    if language == "fr":
        return written_out_french(note)
    return written_out_german(note) if language == "de" else note


def _whole(match: re.Match[str]) -> str:
    found, word = _WORDS[match[0].casefold()], match[0]
    if word.isupper():
        return word  # the U of Toronto, and IM for messages
    return found[:1].upper() + found[1:] if word[:1].isupper() and not word.isupper() else found
