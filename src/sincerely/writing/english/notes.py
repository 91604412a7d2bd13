"""The person's English notes, turned into the part of a sentence that they can be.

Notes come in any shape: ``the migration story``, ``how they pair``, ``ran two such migrations``, ``I led …``. What
shape a note has is told by its first words; one that fits nowhere is quoted after a colon, where anything may stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sincerely.writing.words.clipping import is_given, is_proper, tidy

from .clauses import SO_WAS, clause_alone, goes_on_often, manner_behind, things_alone, told, with_subject
from .words import (
    ALL_DO,
    AUXILIARIES,
    DEGREES,
    DETERMINERS,
    FIRST_OF,
    FRAGMENT,
    I_DID,
    LASTING,
    LIKED_GERUNDS,
    MANNERS,
    MINE,
    NO_GERUND,
    NO_THING,
    ONE_OF,
    OWN_PAPERS,
    PAST,
    PLURAL_VERBS,
    PREPOSITION,
    PRETERITES,
    PRONOUNS,
    SHIFTS,
    SHORT_SUBJECTS,
    SUBJECTS,
    THEY_DID,
    THIRD,
    WH,
)

_SEND = re.compile(
    r"^(?:(?:to|will|i['’]ll|i will|would|i['’]d|i|promised|said|wanted|(?:him|her|them) to)\s+)*"
    r"(?:send|sends|share|forward|email|mail|pass on|follow up with)\s+(?:(?:him|her|them|you|on|over)\s+)*",
    re.IGNORECASE,
)
_LIKED = re.compile(
    r"^(?:i\s+)?(?:(?:really|especially|particularly|very much|also)\s+)*(?:liked|loved|enjoyed|appreciated)\s+"
    r"|^i\s+(?:(?:really|especially|particularly|very much|also)\s+)*(?:like|love|enjoy)\s+",
    re.IGNORECASE,
)
_TALKED = re.compile(
    r"^(?:(?:we|she|he|they)\s+)?(?:talked|spoke|chatted|told me|discussed|explained|talking|asked(?: me)?|mentioned)"
    r"(?:\s+(?:to me\s+)?about\s+|\s+(?=(?:how|why|what|whether|the|my|their|that)\b))|^about\s+"
    r"|^(?:(?:she|he|they)\s+)?said\s+(?=that\b)|^mentioned\s+(?=an?\b)"
    r"|^(?:(?:we|she|he|they)\s+)?(?:discussed|explained)\s+",
    re.IGNORECASE,
)
_PLEASED = re.compile(
    r"^(?:that )?(?:you|they) (?:really |also |all )?(?:liked?|loved?|enjoyed?|were (?:impressed|happy|pleased))\b"
)
_HEARD = re.compile(
    r"^you (said|say|thought|think|mentioned|told me|reckon) (?:that )?(?=(?:I|my|you|it|this|that|there)\b)"
)
# Nobody is glad to hear that they were too quiet.
_DOUBT = re.compile(
    r"n['’]t\b|\b(?:not|no|never|too|lack|lacked|but|only|hardly|less|little|few|missing|weak|bad|wrong|wary|unsure|worried"
    r"|concern\w*|doubt\w*|overqualified|underqualified|despite|although|though|gaps?|nervous|slow)\b",
    re.IGNORECASE,
)
_NOT_THEIRS = re.compile(
    r"(?:shared (?!(?:the|their|her|his|how|what|some|a|with|my|stories|everything)\b)|took (?!(?:time|my|me|us|the time|an interest)\b)"
    r"|(?:read|knew) (?!(?:my|what|her|his|their|every\w*|how)\b))",
    re.IGNORECASE,
)
# "What impressed me most was the handover" says already that it was liked.
_WHAT_WAS = re.compile(
    r"what (?:I (?:liked|loved|enjoyed)|impressed|struck|surprised|stood out|convinced)\b.*?\b(?:was|is|were)\b",
    re.IGNORECASE,
)
# A clause with its own subject behind a thing; behind "how they pair" an "and" may go on with the same question.
_BEHIND = re.compile(
    r"(?:,|;|\s[–—-]|\s\()\s?(?:(?:and|but|so|because|since) )?(?:they|she|he|it|we|there)(?:['’](?:ve|re|s|d|ll)|\s+(?!who\b|which\b)[a-z]+)(?=\s)"
    r"|\s(?:because|so|but) (?:they|she|he|it|we|there)(?:['’]|\s)"
    r"|(?<!\bhow)(?<!\bwhat)\sand (?:they|she|he|it|we|there)['’](?:ve|re|s|d|ll)\s",
    re.IGNORECASE,
)
_TOLD_ME = re.compile(r"\w (?:told|showed|asked|let|made|offered|helped) (?:me|us)\b", re.IGNORECASE)
_NONE = re.compile(
    r"^no (?P<what>[\w-]+(?: [\w-]+)?)(?P<rest>(?: (?:in|at|on|for|with|before|after|from) .*)?)$", re.IGNORECASE
)


def object_of(note: str, turn: Callable[[str], str], names: frozenset[str], you: str = "you") -> tuple[str, str]:
    """Return how a note stands after a verb such as "liked", and the note so turned.

    Args:
        note: what was liked.
        turn: what turns it towards its reader.
        names: words that keep their capitals.
        you: whom a note means that leaves out who.

    Returns:
        ``object`` with words that follow "I especially liked", ``sentence`` with one of the person's own, or ``loose``
        with words that stand after a colon only.
    """
    text = thing_alone(begin(told(_LIKED.sub("", tidy(note))), names).replace("down to earth", "down-to-earth"))
    first = word_of(text)
    if text[:1] in '"“„':
        return "loose", text  # in their words: "we" is they
    if first == "i" or first.startswith(("i'", "i’")):
        return "sentence", turn(text)
    if first in I_DID:
        it = re.match(r"felt (?:like|right|natural|easy|homely)\b", text)
        return ("object", f"that it {turn(text)}") if it else ("sentence", f"I {turn(text)}")
    if _WHAT_WAS.match(text):
        return "sentence", turn(text)
    if first in WH:
        return pleased(turn(text)) or ("object", manner_behind(turn(text), you))
    if first not in THEY_DID | _WHOSE and is_clause(text):
        return pleased(turn(text)) or ("object", f"that {turn(with_subject(clause_alone(text)))}")
    if first == "my":
        return "object", f"that {text} came up"
    text = things_alone(text)
    return _theirs(text, you, turn) or _manner(text, you, turn) or _absence(text) or _thing(text, turn, names)


def _theirs(text: str, you: str, turn: Callable[[str], str]) -> tuple[str, str] | None:
    """Say of "asked good questions", "knows her stuff" who did so, where the note leaves it out."""
    first = word_of(text)
    if " " not in text:
        return None
    if _NOT_THEIRS.match(text):
        # A shared office is one; and who took a tour was the guest.
        return None if first == "shared" else ("loose", turn(text))
    denied = re.match(
        r"didn['’]t (?!feel|have|need|see|know|understand|expect|get|mind|realise|realize|think|want)", text
    )
    if first in THEY_DID or denied:
        return "object", f"that {you} {turn(text)}"
    looks = re.match(r"looks (?!after\b|for\b|at\b|into\b|up\b|out\b|forward\b)", text)
    if first in {"feels", "seems", "sounds"} or looks:
        return "object", f"that it {text}"
    knows = turn(f"she {text}") if first in THIRD or first == "looks" else ""
    return ("object", f"that {knows}") if knows.startswith("you ") else None


def heard(turned: str) -> tuple[str, str] | None:
    """Say of "you said I'd fit in" that it was good to hear; None of anything else."""
    said = _HEARD.match(turned)
    if not said:
        return pleased(turned)
    if _DOUBT.search(turned):
        return None
    rest = turned[said.end() :]
    begins = "I was glad to hear that you think" if said[1].startswith(("th", "reck")) else "I was glad to hear you say"
    return "sentence", f"{begins} that {rest}"


def pleased(turned: str) -> tuple[str, str] | None:
    """Say of "you liked the migration" that it was good to hear; None of anything else."""
    glad = _PLEASED.match(turned) and not _DOUBT.search(turned)
    return ("sentence", f"I was glad that {turned.removeprefix('that ')}") if glad else None


def _manner(text: str, you: str, turn: Callable[[str], str]) -> tuple[str, str] | None:
    """Say of "honest about the hard parts" whose manner it was: how honest you were about them."""
    words = text.split()
    while words and words[0].casefold() in DEGREES:
        words = words[1:]
    many = [n for n, word in enumerate(words) if word.casefold().strip(",") not in {*MANNERS, *DEGREES, "and", "but"}]
    stop = many[0] if many else len(words)
    if not stop or not any(word.casefold().strip(",") in MANNERS for word in words[:stop]):
        return None
    rest = " ".join(words[stop:])
    if rest and not PREPOSITION.match(f" {rest} "):
        return None
    if words[stop - 1].casefold() in {"and", "but", *DEGREES} or rest.startswith("of work"):
        return None
    said = " ".join(words[:stop]).rstrip(",")
    manners = said if {"and", "but"} & set(words[:stop]) else _listed(re.split(r",\s+", said))
    return "object", f"how {manners} {you} were {turn(rest)}".strip()


def _absence(text: str) -> tuple[str, str] | None:
    """Say "no politics" as what there is not."""
    found = _NONE.match(text.partition(", just ")[0])
    if not found or found["what"].casefold() in {"one", "idea"}:
        return None
    # A no-blame culture is one, and no lack of it.
    if found["what"].casefold().startswith(("nonsense ", "blame ", "frills ", "fuss ")):
        return "object", f"the no-{text.partition(' ')[2]}"
    many = len(found["what"]) > 3 and found["what"].endswith("s") and not found["what"].endswith("ss")
    return "object", f"that there {'are' if many else 'is'} no {found['what']}{found['rest']}"


def _thing(text: str, turn: Callable[[str], str], names: frozenset[str]) -> tuple[str, str]:
    first, parts = word_of(text), re.split(r",\s+", text)
    if any(is_gerund(word_of(part)) or word_of(part) in AUXILIARIES for part in parts[1:]):
        return "loose", turn(text)
    verbal = first in AUXILIARIES or first in PAST or (first in THIRD and first not in {"works", "talks", "meets"})
    second = word_of(text.partition(" ")[2])
    participle = first.endswith("ed") and (second in DETERMINERS or second in {"me", "us", "it"})
    participle = participle or first in {"worked", "helped", "seemed", "looked", "wanted", "liked", "cared"}
    if verbal or participle or (is_gerund(first) and first not in LIKED_GERUNDS and len(text.split()) > 1):
        return "loose", turn(text)
    so = SO_WAS.match(text)
    if so and so["how"] in MANNERS:
        return "object", f"how {so['how']} the {so['who']} {'were' if so['who'].endswith('s') else 'was'}"
    unlinked = first not in DETERMINERS and any(word in DEGREES for word in text.casefold().split()[1:])
    if unlinked or FRAGMENT.search(text):
        return "loose", turn(text)
    return "object", turn(with_the(text, names, counted=True))


# "Mr Perrin retires in March": somebody with a title does what they do.
_NAMED_DOES = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? [A-Z][\w'’-]+ (?:is|was|has|had|will|wants?|[a-z]{3,}(?:s|ed)) (?:\w+ ){0,3}?(?:in|to|on|at|from|next|this|last|as|with|for|soon|\w+ing)\b"
)


def topic_of(note: str, turn: Callable[[str], str], names: frozenset[str]) -> tuple[str, str]:
    """Return how a note stands after "about".

    Returns:
        ``object``; ``clause`` for after "that"; ``mine`` for what the person told and not the reader; ``sentence``; or
        ``loose`` for after a colon.
    """
    text = tidy(note)
    who, _, did = re.sub(r"^(\w+) told me (?=about )", r"\1 talked ", text).partition(" ")
    # "Dana explained the rota": the reader did, and is not told that they did.
    text = thing_alone(begin(_TALKED.sub("", did if _TALKED.match(did) and turn(who) == "you" else text), names))
    first = word_of(text)
    if first == "i" or first.startswith(("i'", "i’")):
        return "sentence", turn(text)
    that = first == "that" or bool(_NAMED_DOES.match(text))
    text = f"that {text}" if that and first != "that" else text
    if that or (first not in WH and is_clause(text)):
        clause = text.partition(" ")[2] if that else text
        turned = turn(with_subject(clause_alone(clause)))
        return pleased(turned) or ("clause", turned)
    if first in PAST or first in THEY_DID or first in {"went", "showed", "talked", "spoke", "discussed", "explained"}:
        return "loose", turn(text)
    if MINE.search(text):
        return "mine", turn(text)
    text = things_alone(re.sub(r"^(?:mostly|mainly|just) (?=\w+s\b)", "", text))
    parts = re.split(r",\s+(?:and\s+)?", text)
    whole = [part for part in parts if not SHIFTS.fullmatch(part)]
    # "Hybrid 2 days" is no thing that one talks about; beside one that is, it is left out.
    parts, text = (whole, ", ".join(whole)) if whole and len(whole) < len(parts) else (parts, text)
    if (
        re.match(r"\d", text)
        or SHIFTS.fullmatch(text)
        or re.search(r"\s[–—-]\s", text)
        or re.search(r"\s\d[\d.,]*\s?%?k?$", text)
        or word_of(text) in {"no", *AUXILIARIES, *PAST}
    ):
        return "loose", turn(text)
    listed = len(parts) > 2 or (word_of(parts[-1]) not in DETERMINERS | WH and len(parts[0].split()) < 4)
    two = len(parts) == 2 and len(parts[1].split()) <= 2 and len(parts[0].split()) < 6
    two = two and not {word_of(part) for part in parts} & (DETERMINERS | WH | DEGREES)
    listed = (listed or two) and not any(NO_THING.match(part) for part in parts[1:])
    if len(parts) > 1 and (not listed or any(is_gerund(word_of(p)) or len(p.split()) > 4 for p in parts)):
        loose = any(is_gerund(word_of(p)) or word_of(p) in PAST for p in parts[1:])
        return ("loose", turn(text)) if loose else ("object", turn(", ".join([_one(parts[0], names), *parts[1:]])))
    return "object", turn(_listed([_one(part, names) for part in parts]))


def thing_alone(text: str) -> str:
    """Return a thing without the clause that was scribbled behind it: "ticket deflection, they've 40% repeats".

    Neither stands in a sentence with the other, and whose the clause is often is not sure.
    """
    found = _BEHIND.search(text)
    head = text[: found.start()].rstrip(" ,;:–—-(") if found else ""
    return text if not head or is_clause(head) or word_of(head) in {"i", *PAST, *THEY_DID, *_CONDITIONS} else head


_CONDITIONS = frozenset("if when because since as while although though that".split())


def _one(text: str, names: frozenset[str]) -> str:
    """Give a single thing the article that "about" wants: the start date, the team of 4."""
    lasting = LASTING.fullmatch(text)
    if lasting:
        return f"the {lasting['long']}-{lasting['unit']} {lasting['what']}"
    head = re.split(r"\s(?=\d|next\b|last\b|every\b)", PREPOSITION.split(f"{text} ")[0].strip())[0]
    bare = word_of(text) not in DETERMINERS and word_of(text) not in WH and not is_gerund(word_of(text))
    bare = bare and word_of(text.partition(" ")[2]) not in DETERMINERS  # "growing the team"
    if not bare or re.search(r"['’]s?\s", f"{head} ") or (" " not in head and is_proper(head, names)):
        return text
    return f"the {text}" if ONE_OF.search(head) or (word_of(text) in FIRST_OF and " " in head) else text


def _listed(parts: list[str]) -> str:
    if len(parts) > 1 and " and " in parts[-1]:
        return ", ".join(parts)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def sent_item(note: str, names: frozenset[str]) -> str:
    """Return what was to be sent, with an article where it has none: "send her the link" is "the link"."""
    text = begin(_SEND.sub("", tidy(note)), names)
    text = re.sub(r"^(?:him|her|them)\s+(?=(?:the|a|an|my|some)\s)", "", text, flags=re.IGNORECASE)
    return f"my {text}" if OWN_PAPERS.match(text) else with_the(text, names)


def with_the(text: str, names: frozenset[str], *, counted: bool = False) -> str:
    """Return a thing with the article that it wants; one that begins with a figure too where it is ``counted``."""
    words = text.split()
    first = word_of(text)
    known = first in DETERMINERS or first in WH or first in {"it", "him", "them", "being", "that", "open-source"}
    known = known or text.casefold().startswith("open source")
    if not words or known or is_gerund(first) or is_given(words[0]):
        return text
    if words[0][:1].isdigit() or words[0][:1].isupper():
        named = words[0][:1].isupper() and not (
            counted and len(words) > 1 and words[-1][:1].islower() and words[0].isupper()
        )
        return f"the {text}" if counted and len(words) > 1 and not named else text
    if re.search(r"['’]s$|s['’]$", words[0]) or is_proper(words[0], names):
        return text
    return f"the {text}"


def begin(text: str, names: frozenset[str]) -> str:
    """Write the first word small, unless it is one that keeps its capital."""
    first = text.split(" ", 1)[0]
    if not first[:1].isupper() or is_proper(first, names) or is_given(first) or re.match(r"A[- ]levels?\b", text):
        return text
    second = text.partition(" ")[2].split(" ", 1)[0]
    if first.casefold() not in _KNOWN and second[:1].isupper() and not is_proper(second):
        return text  # two capitals in a row are a name
    return text[:1].lower() + text[1:]


_KNOWN = WH | DETERMINERS | SUBJECTS | PAST | FIRST_OF | MANNERS


def are_things(*notes: str) -> bool:
    """Whether notes name things, so that "and" may stand between them: "the calm and how they pair"."""
    return all(word_of(note) in DETERMINERS | WH and not is_clause(note) for note in notes)


def word_of(text: str) -> str:
    """Return the first word, small and bare."""
    return text.split(" ", 1)[0].casefold().strip('.,;:!?()"“”') if text else ""


def is_gerund(word: str) -> bool:
    """Whether a word names what is being done: "running", and not "morning"."""
    return word.endswith("ing") and len(word) > 4 and word not in NO_GERUND


def is_clause(text: str) -> bool:
    """Whether a note is a clause of its own: a subject and a verb that no relative pronoun takes."""
    # The month is no auxiliary.
    words = [word.strip(".,;:()").casefold() for word in text.split() if word.strip(".,;:()") != "May"]
    if len(words) < 2 or words[:2] == ["the", "way"]:
        return False
    if words[0] in SUBJECTS or SHORT_SUBJECTS.match(words[0]) or ALL_DO.match(" ".join(words)):
        return True
    if _tells_of_the_past(text, words):
        return True
    for index, word in enumerate(words[:8]):
        if word in WH or word in {"which", "whose"} or (index and word in PRONOUNS):
            return False
        before = words[index - 1] if index else "to"
        if before != "to" and (word in AUXILIARIES or (word in THIRD and before not in DETERMINERS)):
            return True
        if index and goes_on_often(word, words[index + 1] if index + 1 < len(words) else ""):
            return True
        if word in PLURAL_VERBS and re.search(r"[a-z]{3}s$", before) and before not in THIRD | DETERMINERS:
            return True
    return False


# With these no subject begins: "for three years ran the shop".
# Of these nobody knows whether they or the person did.
_WHOSE = frozenset("thought wanted came".split())
_OPENS = frozenset("always never often for at in on with since during after before as while when".split())


def _tells_of_the_past(text: str, words: list[str]) -> bool:
    """Whether a note is a clause by a verb of the past: "Lee showed me the lab", "the team seemed close"."""
    first, *others = text.split()
    if is_given(first) or words[0] in {"nothing", "everything", "something"}:
        return words[1] in PAST | THEY_DID | PRETERITES or words[1].endswith("ed")
    verbal = words[0] in PAST | THEY_DID or words[0].endswith("ed")
    if verbal or words[0] in _OPENS or any(is_given(word) for word in others):
        return False
    before = re.match(r"[^,;:]*", text)
    subject = before[0].casefold().split()[:8] if before else []
    me = _TOLD_ME.search(before[0]) if before else None
    if me and before and not {*WH, *PRONOUNS, "which"} & set(before[0][: me.start() + 1].casefold().split()):
        return True
    found = next((n for n, word in enumerate(subject) if n and word in PRETERITES), 0)
    return found > 0 and not any(word in WH | PRONOUNS | {"which", "whose"} for word in subject[:found])
