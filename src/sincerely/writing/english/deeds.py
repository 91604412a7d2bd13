"""What somebody noted of where they fit, turned into what they did, are, or would bring."""

from __future__ import annotations

import re

from sincerely.writing.words.clipping import is_proper, tidy
from sincerely.writing.words.skills import SKILLS

from .notes import begin, is_clause, is_gerund, word_of
from .words import (
    DEGREES,
    DEGREES_HELD,
    DETERMINERS,
    EITHER,
    JOBS,
    LANGUAGES,
    NOT_PAST,
    OWN_NOUNS,
    PAST,
    PREDICATES,
    PREPOSITION,
    PRESENT,
    PRONOUNS,
    TRAITS,
    VERB_FOLLOWS,
    WH,
)

_LACK = re.compile(
    r"^(?:no|not(?! only| just)|never|without|little|hardly any)\b.*?(?:,\s*|\s)but\s+(?:i\s+)?(?P<has>.+)$",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"^(?:no|not|never|without|little|hardly any)\b.*\b(?:experience|knowledge|idea|degree|skills?|clue)\b"
    r"|^(?:not(?! only| just| afraid| shy| scared)|never(?! (?:had an? (?:complaint|accident)|missed|lost|failed|broke)))\b(?! (?:late|ill|sick|off)\b)",
                    re.IGNORECASE)  # fmt: skip
_OFFICE = re.compile(r"^(?:responsible for|in charge of|in the \w+ (?:industry|trade|business))\b", re.IGNORECASE)
_SINCE = re.compile(r"^(?P<when>since \d{4}) (?P<where>(?:in|at|with|on) .+)$", re.IGNORECASE)
_YEARS = re.compile(
    r"^(?P<n>(?:over |almost |nearly |about |more than )?[\w+½-]+) (?P<y>years?|months?)['’]? (?P<what>(?!of\b|in\b|at\b|as\b|with\b|on\b|for\b|and\b|experience\b|now\b|abroad\b|ago\b|here\b|there\b|(?:full|part)[- ]time\b).+)$"
)
_NATIVE = re.compile(
    r"^(?:native (?P<a>\w+)(?: speaker)?|(?P<b>\w+) (?:native|mother tongue)(?: speaker)?)$", re.IGNORECASE
)
# What is listed beside tools, and is none.
_NO_TOOLS = frozenset(
    """certificate certification certified diplom promotion abitur fluent native award prize patent publications leadership
    mentoring teaching recruiting nursing zertifiziert muttersprachlich""".split()
)
# "9 years domestic" says not of what.
_LIKE_WHAT = re.compile(r"\d+\+? (?:years|months) \w+(?:ial|ical|ential|stic|emic)")
# These take a while: "ran the club 2 terms".
_LASTING = frozenset("ran led taught managed coached mentored headed supervised drove worked volunteered".split())
_FOR_HOW_LONG = re.compile(
    r"(?P<what>\w)(?<!\bfor)(?<!\bin)(?<!\bover)(?<!\bwithin)(?<!\bafter)(?<!\blast)(?<!\bpast)(?<!\bnext)(?<!\bfirst)(?<!\bof)(?<!\babout)"
    r"(?<!\bthan)(?<!\bnearly)(?<!\balmost)(?<!\bthe)(?<!\bthese)(?<!\bevery)(?<!\ball)(?<!\beach)(?<!\bby)(?<!\bto) (?P<long>\d+ (?:years|terms"
    r"|months|weeks|seasons|summers))$"
)
# It was somebody else: "my mum worked there".
_OTHERS_DID = re.compile(
    r"my (?:\w+ )?(?:clients?|colleagues?|tutor|supervisor|mentor|teacher|mum|mom|dad|father|mother|parents|sister|brother|wife|husband|partner|son|daughter|friends?|uncle|aunt|cousin|boss|team|manager)"
    r" (?:\w+ed|was|were|is|are|had|has|ran|did|went|came|knows?|works?|runs?|lives?|says?|said|taught|used)\b"
)
_FINE = re.compile(
    r"(?P<what>(?:[a-z]+ ){0,2}[a-z]+)(?: (?:is|are))? (?:ok|okay|fine|no problem|no bother) (?:for|with|by) me$"
)
_IN_WHAT = re.compile(
    r"(?!well\b|self\b|fully\b|not\b|never\b|newly\b|pre\b|\w+ly\b)(?P<what>(?:[a-z-]+ )?[a-z-]+) (?P<how>trained|certified)$"
)
_OTHERS = frozenset("the their your his her its no this that these those".split())
_SOME_YEARS = re.compile(r"(?:(?:over|almost|nearly|about|more than) )?[\w+½-]+ (?:years?|months?|terms|seasons) ")
# What came of it, with a subject of its own: "9 of 12 passed".
_OUTCOME = re.compile(
    r"(?:\d+|all|most|none|half|nobody|everybody|everyone)(?: (?:of|in|out of) (?:the |my |them|\d+)\w*| \w+)? (?:got|passed|made|went|stayed|reached|came|left"
    r"|finished|graduated|improved|returned)\b"
)
_BARE_YEARS = re.compile(r"(?:\d+\+?|\w+) (?:years?|months?)")
_WHEN = frozenset("when where even also now soon".split())
_LICENSED = frozenset("registered qualified certified chartered licensed trained retired".split())
# "In my last job I wrote the guide" is a sentence of its own.
_OPENERS = frozenset("in at as for when while with after before during since on whenever".split())
# Of these it was others who did: "promoted twice", "shortlisted for a prize".
_BY_OTHERS = re.compile(
    r"(?:promoted(?= (?:to|twice|once|after|from|in|within|early)\b|$)|(?:elected|shortlisted|nominated|appointed|selected|chosen)"
    r"(?= (?:to|for|as|by|in)\b)|awarded(?!.* to\b))\b"
)
_ONCE = frozenset(
    "be do have manage run lead work live teach train drive cook play own sell build write organise".split()
)
_STATES = frozenset(
    "trained registered licensed chartered retired dedicated committed determined focused relaxed divorced".split()
)
# What is a thing where a thing or somebody follows: a care home, a cook book, and "care about details".
_NOUNS_TOO = frozenset("care cook bake train".split())
_SKIPPED = re.compile(r"[,&/+]|\band\b")


def deed_of(note: str, names: frozenset[str]) -> tuple[str, str]:
    """Return what somebody did or can.

    Returns:
        ``verb`` for after "I"; ``object`` for what they bring; ``sentence``; or ``loose`` for after a colon only. Both
        are empty where the note says but what is wanting.
    """
    text = begin(_short_forms(tidy(note)), names)
    text = re.sub(r"^that (?=i\b)", "", text, flags=re.IGNORECASE)
    used = _USED_FOR.fullmatch(text)
    if used and is_proper(used["what"], names) and not _is_past(word_of(text)):
        text = f"{used['long']} of {used['what']}"
    had = _had(text)
    if had and not re.search(r"[,;] ", text):
        return had
    if re.match(r"my \w+(?: \w+)? and i\b", text, re.IGNORECASE) or _OTHERS_DID.match(text):
        return "sentence", text
    fine = _FINE.match(text)
    if fine:
        return "sentence", f"{fine['what']} {'are' if fine['what'].endswith('s') else 'is'} fine for me"
    lack = _LACK.match(text)
    if lack:
        return deed_of(lack["has"], names)
    if not text or _LACKS.match(text):
        return "", ""
    bare = re.sub(r"^[Ii] ", "", text)
    listed = _several(bare) if _SOME_YEARS.match(bare) or (bare != text and ";" in text) else None
    listed = listed if listed and listed[0] == "verb" else None
    return listed or _said(text) or _several(text) or had or _shaped(text)


# "iTrent nine years": a name, and how long it was used.
_USED_FOR = re.compile(
    r"(?P<what>[\w.+#-]+(?: (?:and |& )?[A-Z][\w.+#-]*){0,2}),? (?:for )?(?P<long>(?:\d+\+?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:years|months))"
)


def _had(text: str) -> tuple[str, str] | None:
    """Say of "never missed a flight", "done my award" that the person has."""
    if re.match(r"never (?:had|missed|lost|failed|broke)\b", text):
        return "verb", f"have {text}".replace(" broke ", " broken ", 1)
    if re.match(r"(?:been|done|seen|given|taken|written|driven) \w", text):
        return "verb", f"have {text}"
    if re.match(r"qualified in \d{4}\b", text):
        return "verb", text
    if re.match(r"[A-Z]{2,6}[- ](?:trained|certified|qualified|registered|accredited|licensed)$", text):
        return "verb", f"am {text}"
    able = _IN_WHAT.match(text)
    if able:
        return "verb", f"am {able['how']} in {able['what']}"
    return ("verb", f"am {text}") if re.match(r"not (?:afraid|shy|scared)\b", text) else None


def _shaped(text: str) -> tuple[str, str]:
    if _LIKE_WHAT.fullmatch(text):
        return "loose", text
    shapes = (_able, _done) if word_of(text) in _OPENERS else (_able, _done, _been, _known, _owned)
    for shape in shapes:
        found = shape(text)
        if found:
            return found
    return "loose", text


def _several(text: str) -> tuple[str, str] | None:
    """Join deeds that a comma parts; what can't be joined, such as years and a trait, stands after a colon."""
    parts = re.split(r"\s*;\s*|,\s+(?:and\s+)?", text)
    if len(parts) < 2 or not all(parts):
        return None
    parts = [re.sub(r"^then (?=\w)", "", part) for part in parts]
    found = [_had(part) or _said(part) or _shaped(part) for part in parts]
    if found[0][1].startswith("have been ") and all(words.startswith("have been ") for _, words in found):
        return "verb", _list([found[0][1], *(words.removeprefix("have been ") for _, words in found[1:])])
    if len(found) == 2 and found[0][0] == "verb" and _OUTCOME.match(parts[1]):
        return "verb", f"{found[0][1]}, and {parts[1]}"
    shapes = [shape for shape, _ in found]
    if set(shapes) == {"verb"}:
        return "verb", _list(
            [found[0][1], *(words.removeprefix("am ") if _all_am(found) else words for _, words in found[1:])]
        )
    if any(_BARE_YEARS.fullmatch(part) for part in parts):
        return "loose", text
    linked = _linked(found) if ";" in text or shapes[0] == "object" else None
    if linked:
        return "verb", linked
    if set(shapes) == {"object"} and not any(is_gerund(word_of(part)) for part in parts[1:]):
        return _known(text) or ("object", _list([words for _, words in found]))
    others = [shape for shape, part in zip(shapes[1:], parts[1:], strict=True) if not is_gerund(word_of(part))]
    mixed = (shapes[0] == "object" and "verb" in others) or (shapes[0] == "verb" and "object" in others)
    return ("loose", text) if ";" in text or mixed else None


_KNOWS = "my knowledge of "


def _linked(found: list[tuple[str, str]]) -> str:
    """Return what the person has beside what they did: "have 6 years on a ward and led the rollout"; else nothing."""
    said: list[str] = []
    known = [words.removeprefix(_KNOWS) for shape, words in found if shape == "object" and words.startswith(_KNOWS)]
    if {shape for shape, _ in found} != {"verb", "object"}:
        return ""
    for shape, words in found:
        if shape == "verb" and not words.startswith("am "):
            said.append(words)
        elif shape == "object" and _SOME_YEARS.match(words):
            said.append(f"have {words}")
        elif shape == "object" and words.startswith(_KNOWS):
            said += (
                [] if any(part.startswith(f"bring {_KNOWS}") for part in said) else [f"bring {_KNOWS}{_list(known)}"]
            )
        elif shape == "object" and words.startswith("my "):
            said.append(f"bring {words}")
        else:
            return ""
    return _list(said)


def _all_am(found: list[tuple[str, str]]) -> bool:
    return all(words.startswith("am ") for _, words in found)


def _short_forms(text: str) -> str:
    """Write "I'm" as "I am": it follows an "I" of the mail's own."""
    return re.sub(r"^i['’](m|ve)\b", lambda m: "I am" if m[1] == "m" else "I have", text, flags=re.IGNORECASE)


def _said(text: str) -> tuple[str, str] | None:
    first = word_of(text)
    if first == "i":
        return "verb", text.partition(" ")[2]
    if first in _OPENERS:
        return ("sentence", text) if re.search(r"\bi(?:['’](?:m|ve|d|ll))? \w", text, re.IGNORECASE) else None
    opens = first not in WH | PREDICATES | PRESENT | DEGREES and not (_is_past(first) and first not in EITHER)
    if first.startswith(("i'", "i’")) or (opens and is_clause(text)):
        return "sentence", text
    return None


def _done(text: str) -> tuple[str, str] | None:
    words = text.split()
    first, following = word_of(text), words[1] if len(words) > 1 else ""
    head = PREPOSITION.split(f"{text} ")[0].strip().casefold()
    person = JOBS.search(head) or TRAITS.search(head) or re.match(r"trained \w+(?:er|or|ist|ian|man|gue)$", head)
    goes_on = following.casefold() in VERB_FOLLOWS or following[:1].isdigit() or head.endswith("s") or " " not in head
    licensed = first in _LICENSED and (person or not (first == "trained" or goes_on))
    if licensed:
        return "verb", f"{'have been' if ' since ' in text or ' for ' in text else 'am'} a {text}"
    if re.match(r"never (?:late|ill|sick|off)\b", text):
        return "verb", f"am {text}"
    since = _SINCE.match(text)
    if since:
        return "verb", f"have been {since['where']} {since['when']}"
    if _OFFICE.match(text) or re.match(r"always \w+ed\b", text):
        return "verb", f"have {'' if text.startswith('always') else 'been '}{text}"
    if len(words) == 1 and first.endswith("ed") and ("-" in first or first in _STATES):
        return "verb", f"am {text}"
    takes = following.casefold() in VERB_FOLLOWS or following.casefold() in SKILLS or following[:1].isupper()
    noun = first in _NOUNS_TOO and (person or head.split()[-1] in OWN_NOUNS or first == "care")
    noun = noun and following.casefold() not in VERB_FOLLOWS | {"about", "deeply"}
    if _BY_OTHERS.match(text):
        return "verb", f"was {text}"
    active = not re.match(r"\w+ by me\b", text)
    if first in _LASTING:
        text = _FOR_HOW_LONG.sub(r"\g<what> for \g<long>", text)
    if (_is_past(first) and active) or (first in PRESENT and following and not noun) or (first in EITHER and takes):
        return "verb", text
    return None


def _able(text: str) -> tuple[str, str] | None:
    """Say of "good with people", "certified in first aid" that the person is."""
    words = text.split()
    bare = [word.casefold().strip(",") for word in words if word.casefold() not in DEGREES]
    native = _NATIVE.match(text)
    if native and (native["a"] or native["b"]).casefold() in LANGUAGES:
        return "verb", f"am a native speaker of {(native['a'] or native['b']).capitalize()}"
    if not bare or bare[0] not in PREDICATES or (bare[0] == "used" and bare[1:2] != ["to"]):
        return None
    if bare[:2] == ["used", "to"] and bare[2:3] and bare[2] in _ONCE:
        return "verb", text  # what was once, and nothing that the person is used to
    only = [n for n, word in enumerate(bare) if word not in PREDICATES and word not in {"and", "but"}]
    rest = " ".join(bare[only[0] :]) if only else ""
    goes_on = PREPOSITION.match(f" {rest} ") or rest.startswith("to ") or word_of(rest) in _WHEN or rest.endswith("ly")
    return ("verb", f"am {text}") if not rest or goes_on else None


def _been(text: str) -> tuple[str, str] | None:
    """Say of "team lead at a bakery" that the person has worked as one, of "quick learner" that they are."""
    head = PREPOSITION.split(f"{text} ")[0].strip()
    if word_of(text) in DETERMINERS and word_of(text) not in {"a", "an"}:
        return None
    article = "" if word_of(text) in {"a", "an"} else "an " if re.match(r"[aeiou]", text, re.IGNORECASE) else "a "
    if text[:1].isdigit() or _BARE_YEARS.match(text):
        return None
    if word_of(text) in {"being", "having"}:
        return None
    if word_of(text) == "now" and " " in text:
        return "verb", f"am {text}"
    former = re.match(r"(?:former |ex-)", text, re.IGNORECASE) and JOBS.search(head.casefold())
    if TRAITS.search(head.casefold()) or former:
        return "verb", f"am {article}{text}"
    return ("verb", f"have been {article}{text}") if JOBS.search(head.casefold()) else None


def _known(text: str) -> tuple[str, str] | None:
    """Say of "sql, python" and of "german" that the person knows them."""
    words = text.split()
    parts = [part.strip() for part in _SKIPPED.split(text) if part.strip()]
    if not parts:
        return None
    if all(part.casefold() in LANGUAGES for part in parts) or (
        words[-1].casefold() in LANGUAGES and len(words) == 2 and words[0].casefold() not in DETERMINERS
    ):
        return "object", f"my {_list(parts)}"
    tools = SKILLS - DEGREES_HELD - _NO_TOOLS
    return ("object", f"my knowledge of {_list(parts)}") if all(part.casefold() in tools for part in parts) else None


def _owned(text: str) -> tuple[str, str] | None:
    first, words = word_of(text), text.split()
    head = PREPOSITION.split(f"{text} ")[0].strip().casefold().split() or [first]
    own = head[-1] in OWN_NOUNS | DEGREES_HELD
    if first == "same":
        return "object", f"the {text}"
    if is_gerund(first):
        return "object", f"my {text}" if own else f"experience in {text}"
    years = _YEARS.match(text)
    if years:
        what = years["what"]
        named = what[:1].isupper() and what.split()[0].casefold() not in SKILLS and not is_proper(what.split()[0])
        if JOBS.search(PREPOSITION.split(f"{what} ")[0].strip().casefold()):
            return "object", f"{years['n']} {years['y']} as {'an' if re.match('[aeiou]', what) else 'a'} {what}"
        return "object", f"{years['n']} {years['y']} {'at' if named else 'of'} {what}"
    if re.match(r"A[- ]level|own \w", text):
        return "object", f"my {text}"
    if first in DETERMINERS or words[0][:1].isdigit():
        return None if first in _OTHERS or re.match(r"\d+(?:st|nd|rd|th)\b", text) else ("object", text)
    if first in PRONOUNS or first in WH or first == "exactly":
        return None
    return ("object", f"my {text}") if own or head[0] in OWN_NOUNS | DEGREES_HELD else None


def _list(parts: list[str]) -> str:
    parts = [part.capitalize() if part.casefold() in LANGUAGES or part in {"r", "c"} else part for part in parts]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _is_past(word: str) -> bool:
    return word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST)
