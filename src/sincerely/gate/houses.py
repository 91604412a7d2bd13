"""Employers that a text names and that are not the one it goes to: the candidate's others, and one it speaks of joining."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sincerely.core.people import is_address

from . import looking_ahead, names
from .case import Case, Elsewhere
from .message import Mailbox
from .text import Said, folded
from .verdict import Mark, Weight

_JOINING = re.compile(
    r"\b(?:join(?:ing)?|working (?:at|for|with)|work (?:at|for)|(?:position|role|job|opening|post|vacancy|opportunity|place|interview"
    r"|career|future|start|team|everyone|everybody|colleagues|people|day|time|talk|conversation|analyst|engineer|manager)"
    r" (?:at|with)|(?:part|member) of|all of you at|you all at|contribut\w+ to|interested in|interest in|excited about|appl(?:y|ied|ication) (?:to|with|at)"
    r"|(?:bring|bringing|offer) (?:(?:that|this|these|the same|such|all (?:of )?(?:this|that|it)|my) (?:\w+ ){0,3}(?:experience|skills?|knowledge|background|ideas?|care|work|energy|years)"
    r"|(?:that|this|the same|such|what|all (?:of )?(?:this|that|it))(?= to\b| \w+ing\b| (?:I|we)\b))\b[^.!?\n]{0,60}? to"
    r"|at home at|see(?:ing)? myself at)"
    r" (?:the (?:team (?:at|of) )?)?(?P<name>[A-ZÄÖÜ][\w'’&-]+(?: (?:&|and|of|the)? ?[A-ZÄÖÜ][\w'’&-]+){0,3})"
)
# German nouns have large letters: only a house's legal form tells it there.
_JOINING_DE = re.compile(
    r"\b(?:bei|für|[Tt]eil|[Tt]eams?|von)(?: (?:der|dem|die|das|des))? (?P<name>(?:[A-ZÄÖÜ][\w&'’.-]+ ){1,3}(?:AG|GmbH|SE|KG|KGaA|OHG|eG))\b"
    r"(?=[^.!?]{0,30}\b(?:arbeiten|anfangen|anzufangen|mitarbeiten|mitzuarbeiten|einsteigen|einzusteigen|zu werden|beitragen)\b)"
)
# "Die Ausbildung bei der Kern GmbH hat mir geholfen, hier mitzuarbeiten": where somebody was, or is yet.
_PAST_DE = re.compile(
    r"\b(?:Ausbildung|Lehre|Tätigkeit|Zeit|Praktikum|Werkstudent\w*|Anstellung|derzeit|momentan|bisher|zuvor|früher|neben|war|arbeitete|gearbeitet|Jahre\w*)\b"
)
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Herrn?|Frau|Mme|Madame|Monsieur)\b")
_PAST = re.compile(
    r"\b(?:worked|was|were|spent|used to|years?|previous|former|current|currently|ago|left|last job)\b", re.IGNORECASE
)
NO_HOUSE = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december english german french spanish i london berlin paris new the this that our
    python java excel sql""".split()
)


def wrong(case: Case) -> Iterator[Mark]:
    """Find employers that are named and that are not this one."""
    here = case.process.header.employer if case.process is not None else ""
    others = [there for there in case.desk.elsewhere if _is_another(case, there, here)]
    lively = [there.header.employer for there in others if not there.ended]
    found: dict[int, Said] = {}
    unsure: dict[int, Said] = {}
    for begin, stop in case.message.stretches:
        own = case.message.text[begin:stop]
        told = [said for name in lively for said in names.mentions(own, name, begin, case.desk.is_word)]
        found |= {said.begin: said for said in told if _is_wished(case, said) or not _only_told(case, said)}
        found |= {said.begin: said for there in others for said in _wished(case, there, begin, stop)}
        if here:
            known = [(said.begin, said.stop) for said in found.values()]
            joined = [said for said in _joining(case, own, here, begin) if not _is_in(said, known)]
            found |= {said.begin: said for said in (*_nearly(own, here, begin), *joined) if not _is_a_team(case, said)}
            unsure |= {said.begin: said for said in joined if _is_a_team(case, said)}
    for said in list(found.values())[:3]:
        yield _mark(said, here)
    for said in list(unsure.values())[:1]:
        if said.begin not in found:
            yield _mark(said, here, weight=Weight.ADVISE)
    for name in lively:
        for said in names.mentions(case.message.subject, name, is_word=case.desk.is_word):
            yield _mark(said, here, "subject")


def _is_another(case: Case, there: Elsewhere, here: str) -> bool:
    """Whether another process is with another employer, and nobody who gets the message has a part in it."""
    if not there.header.employer or names.same_house(there.header.employer, here):
        return False
    known = {who.casefold() for who in (*there.people, there.header.consultant) if is_address(who)}
    mine = {who.casefold() for who in case.people}
    return not (there.header.via == "agency" and case.addresses & known & mine)


def _wished(case: Case, there: Elsewhere, begin: int, stop: int) -> Iterator[Said]:
    """Yield where a text wishes to work at another employer of the candidate's, called in full or in short."""
    own = case.message.text[begin:stop]
    name = there.header.employer
    if case.to_referees or folded(name) in folded(case.desk.grounds):
        return  # one's own employer, who may be told of by whoever worked there
    for said in (*names.mentions(own, name, begin), *_in_short(case, own, name, begin)):
        if _is_wished(case, said):
            yield said


def _is_wished(case: Case, said: Said) -> bool:
    line = _line(case, said)
    if line is None or looking_ahead.is_decided(line.text):
        return False
    before, after = case.message.text[line.begin : said.begin], case.message.text[said.stop : line.stop]
    return looking_ahead.is_readers(before) or looking_ahead.looks_ahead(before, after)


_SHORTEST = 4
# "At Oxford" may be the town; behind these it is a house.
_AT_A_HOUSE = re.compile(r"\b(?:at|join|joining|with|bei|chez|avec|rejoindre|intégrer) $", re.IGNORECASE)


def _in_short(case: Case, own: str, name: str, begin: int) -> Iterator[Said]:
    """Yield where a name of several words is told by its first: "at Halden" for Halden Systems.

    What the mails of this process know by that name, and people who are called so, are no other house.
    """
    said = re.findall(r"[\w'’-]+", name)
    if len(said) < 2 or len(said[0]) < _SHORTEST:
        return
    first = folded(said[0])
    people = [part for who in case.people for part in names.of_box(Mailbox(who, who))]
    if first in names.KINDS | NO_HOUSE | _GENERIC or names.fits(said[0], people):
        return
    for match in re.finditer(rf"(?<!\w){re.escape(said[0])}(?!\w| ?[&-]| [A-ZÄÖÜ])", own):
        before = own[max(0, match.start() - 20) : match.start()].replace("\n", " ")
        if _AT_A_HOUSE.search(before) and not names.fits(said[0], case.spoken_of):
            yield Said(match[0], begin + match.start(), begin + match.end())


def _joining(case: Case, own: str, here: str, begin: int) -> Iterator[Said]:
    """Yield employers that the writer speaks of joining and that are not this one."""
    for match in _JOINING_DE.finditer(own):
        said = Said(match["name"], begin + match.start("name"), begin + match.end("name"))
        told = _PAST_DE.search(re.split(r"[.!?]", own[max(0, match.start() - 60) : match.start()])[-1])
        if told is None and not names.same_house(said.text, here):
            yield said
    for match in _JOINING.finditer(own):
        said = Said(match["name"], begin + match.start("name"), begin + match.end("name"))
        brings = match[0].startswith(("bring", "offer", "at home", "see"))
        if brings and (" " not in said.text or _TITLED.match(said.text)):
            continue  # a town, as likely as a house; "Mrs Osei"
        if _AN_OPENING.match(own, match.end("name")):
            continue  # "excited about the Platform role": what the opening is called
        # What one brings along was done elsewhere and before; where it is brought to lies ahead.
        before = "" if brings else own[max(0, match.start() - 60) : match.start()]
        line = _line(case, said)
        if line is not None and looking_ahead.is_decided(line.text):
            continue
        if _is_other_house(case, said, here, before) and not _is_of_this_opening(case, said):
            yield said


_AN_OPENING = re.compile(r" (?:role|position|job|opening|post|vacancy|opportunity|internship|apprenticeship|project)\b")
_A_TEAM = re.compile(r" (?:team|group|squad|department|unit|crew|division|guild|desk)\b")


def _is_of_this_opening(case: Case, said: Said) -> bool:
    """Whether a name of several words stands in this process's own mails or posting: a team's, or a product's."""
    if " " not in said.text:
        return False
    told = " ".join(said.text.split()).casefold()
    quotes = [event.quote for event in case.process.events if event.quote] if case.process is not None else []
    known = "\n".join((case.desk.posting, *quotes)).casefold()
    return told in " ".join(known.split()) or told in " ".join(case.desk.mails().casefold().split())


def _is_a_team(case: Case, said: Said) -> bool:
    """Whether a name is a team's by what follows, as likely a team of this house as another house's."""
    return " " in said.text and _A_TEAM.match(case.message.text, said.stop) is not None


def _is_in(said: Said, known: list[tuple[int, int]]) -> bool:
    return any(begin <= said.begin < stop for begin, stop in known)


def _nearly(own: str, here: str, begin: int) -> Iterator[Said]:
    """Yield names that begin as this employer's and go on as another's: Kestrel Marine for Kestrel Aero."""
    house = re.findall(r"[\w'’-]+", here)
    known = {folded(word) for word in house}
    if len(names.employer_words(here)) < 2 or (house and folded(house[0]) in names.KINDS):
        return  # "Klinikum Kassel" is another hospital, and as likely one where somebody worked
    first = re.escape(house[0])
    for match in re.finditer(rf"\b{first}(?: (?:&|and|und|of|the))* (?P<next>[A-ZÄÖÜ][\w'’-]+)", own):
        if folded(match["next"]) not in known | _GENERIC:
            yield Said(match[0], begin + match.start(), begin + match.end())


_GENERIC = frozenset(
    """team group gmbh ag inc ltd limited llc plc corp corporation company co and i is as it we my the in on at for
    herr frau mr ms mrs dr again international recruiting careers hr talent people""".split()
)


def _mark(said: Said, here: str, where: str = "text", weight: Weight | None = None) -> Mark:
    return Mark(
        message=f"It names {said.text}, and goes to {here or 'somebody else'}.",
        said=said,
        where=where,
        proposal=f"Name {here}." if here else "Name who gets it.",
        weight=weight,
    )


def _line(case: Case, said: Said) -> Said | None:
    return next((line for line in case.message.all_sentences if line.begin <= said.begin < line.stop), None)


def _only_told(case: Case, said: Said) -> bool:
    """Whether another employer is rightly named: its offer, or work done there, is what is told."""
    line = _line(case, said)
    return line is not None and (_TOLD.search(line.text) is not None or looking_ahead.is_decided(line.text))


_TOLD = re.compile(
    r"\b(?:offer(?:ed)?|accepted|worked|years? at|former|previous|currently|used to|where i|(?:what|that|which|work|project) (?:i|we) (?:did|built|learn(?:ed|t)|made|took|ran|used|had)"
    r"|clients?|customers?|angebot\w*|gearbeitet|(?:früher|derzeit|aktuell|bisher)|meine[rn]? (?:zeit|jahre|arbeit|ausbildung)|kund(?:e|en|in|innen)"
    r"|offre|travaill(?:é|ais|e)|mon (?:expérience|poste|stage|ancien\w*)|actuel\w*)\b",
    re.IGNORECASE,
)


def _is_other_house(case: Case, said: Said, here: str, before: str) -> bool:
    first = re.sub(r"['’]s$", "", folded(said.text.split()[0]))
    role = case.process.header.role if case.process is not None else ""
    if first in NO_HOUSE or names.same_house(said.text, here) or first in names.employer_words(role):
        return False
    people = [part for box in case.message.everybody for part in names.of_box(box)]
    people += [part for who in case.people for part in names.of_box(Mailbox(who, who))]
    bare = _TITLED.sub("", said.text).strip(" .") or said.text
    if names.fits(bare.split()[0], people):
        return False  # "my talk with Mr Adler", whom they know
    return not _PAST.search(before.rpartition(".")[2])
