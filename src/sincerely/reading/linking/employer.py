"""Whom a mail speaks for: the employer's name, from its headers, its text and its signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from sincerely.core.people import employer_key
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.letters.people import family_name, is_name, is_persons, untitled
from sincerely.reading.scoring.encoding import ANSWERED, SIGN
from sincerely.reading.scoring.insight import Stretch

from . import relays
from .agencies import is_agency
from .clean_names import LONGEST, clean
from .house_names import Rank, bare, is_desk, pack, parted, signed, spelled
from .no_house import is_no_house, is_only_a_place, is_region, is_spelled_by, is_where_one_would_work, shares_word
from .role import is_title, without_marks
from .shown_as import of_domain, passed_by, shown_as
from .somebody import called, is_somebodys, surely_persons
from .whole_names import as_shown, with_article, with_form, with_purpose, without_desk, without_role

_WORD = r"(?:(?:St|Inc|Ltd|Co|Corp|Dr|Bros|Mt)\.|[A-ZÀ-Þ0-9][\w&'’/+-]*(?:\.\w+)*)"
_JOINT = r"(?: (?:(?:&|and|of|the|for|de|la|du|des|und|et|für|in) )?)"
_NAME = rf"(?P<name>(?:[Tt]he\s+)?{_WORD}(?:{_JOINT}{_WORD}){{0,5}})"
_OPENINGS = (
    "interest in|joining|join|career at|careers at|working at|working for|work at|work for|employment with|employment at|"
    "opportunity at|opportunities at|position at|role at|position with|role with|job at|job with|life at|team at|here at|"
    "offer from|interview with|interview at|conversation with|interviewing with|on behalf of|time with|client,?|member of"
)
_DESKS = "recruiting|recruitment|talent|talent acquisition|hiring|people|hr|careers?|human resources"
_PATTERNS = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (3.0, rf"(?i:\b(?:applying|applied|application|apply|candidacy|beworben|bewerbung)\b[^.!?\n]{{0,80}}?\b(?:at|to|with|bei|chez)\s+){_NAME}"),
        (3.0, rf"(?i:\b(?:{_OPENINGS})\s+){_NAME}"),
        (2.0, rf"\b(?:The|Your|the|your)\s+{_NAME}\s+(?i:(?:{_DESKS})\s+(?:team|department)|team)\b"),
        (1.5, rf"(?i:\b(?:at|from|bei(?: der)?|chez|with)\s+){_NAME}"),
        (2.0, rf"(?:^|\n){_NAME}\s+(?i:(?:has|have) (?:received|decided|invited|asked|requested|come|pulled)|is pleased|would like|is delighted|thanks you|appreciates|aims?|needs?|wants?|love[ds]?|want)\b"),
    )
)  # fmt: skip
_ABOUT = r"(?i:.*\b(?:application|interview|role|position|offer|candidacy|update|assessment|next steps|job|thank you|your)\b)"
_SUBJECT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?:at|with|to|from|by|joining|bei|chez|@)\s+){_NAME}\s*(?:$|[-–—|!,:(.\]])",
        rf"^(?:(?:Re|RE|AW|Fwd):\s*)?{_NAME}\s*(?:\s[-–—]\s|\s?\|\s?|:\s){_ABOUT}",
        rf"{_ABOUT}(?:\s[-–—]\s|\s?\|\s?|:\s){_NAME}\s*$",
        rf"^{_NAME}\s+(?i:offer letter|interview|invited you|has requested|needs your|has invited|update|wants? to|candidate)\b",
        rf"(?i:\b(?:call|interview|chat|meeting) with )(?={_WORD}){_NAME} between\b",
        rf"(?i:\byour )(?={_WORD}){_NAME}\s+(?i:offer|application|interview)\b",
    )
)  # fmt: skip
_LEGAL = re.compile(
    r"\b(?:Inc|Incorporated|LLC|LLP|Ltd|Limited|PLC|plc|Corp|Corporation|GmbH|AG|SE|KG|S\.?A\.?|B\.?V\.?|N\.?V\.?|Oy|AB|A/S|"
    r"Group|Holdings?|Foundation|Trust|University|College|School|Hospital|Council|Institute|Bank|Museum|Library|Partners|"
    r"Labs?|Technologies|Systems|Solutions|Consulting|Logistics|Health|Media|Studios?|Clinic|Society|Association|Services?|"
    r"Foods|Energy|Hotels?|Press|Software|Games|Capital|Insurance|Airlines?|Dental|Veterinary|Vets|Schools?|Talent|Search)\b\.?"
)  # fmt: skip
_TOKENS = re.compile(rf"{_WORD}(?:{_JOINT}{_WORD}){{0,5}}")


# What the encoder sees weighs more than any single pattern.
_SEEN = 5.0


class _Votes:
    """Names with what speaks for each."""

    def __init__(self, role: str, people: frozenset[str], mine: frozenset[str], rank: Rank | None) -> None:
        self._role = role.lower()
        self._people = people
        self._mine = mine
        self._rank = rank
        self.weights: dict[str, float] = {}
        self.shown: dict[str, str] = {}

    def add(self, name: str, weight: float, *, seen: bool = False) -> None:
        """Count what speaks for a name; one that was seen as a firm's may hold the title of what it does."""
        name = clean(name)
        key = employer_key(name)
        if is_no_house(name):
            return
        if not key or name.lower() in self._people or (self._role and key in self._role):
            return
        if " " in name and self._mine.issuperset(name.lower().split()):
            return  # the candidate's whole name, as calendars call an interview by
        if self._role and self._role in key and not seen:
            return
        self.weights[key] = self.weights.get(key, 0.0) + weight
        known = self.shown.get(key, "")
        if not known or (name.lower() != name and (len(name) > len(known) or known.lower() == known)):
            self.shown[key] = name

    def part(self, label: str, weight: float) -> None:
        """Count a domain's own name, in words."""
        self.add(parted(label, self._rank), weight)

    def forget(self, slug: str) -> None:
        """Drop the names that a domain spells: an agency is not the employer."""
        for key in [
            key for key, shown in self.shown.items() if (packed := pack(shown)) and (packed in slug or slug in packed)
        ]:
            del self.weights[key], self.shown[key]

    def forget_if(self, is_none: Callable[[str], bool]) -> None:
        """Drop the names that turn out to be none of an employer."""
        for key in [key for key, shown in self.shown.items() if is_none(shown)]:
            del self.weights[key], self.shown[key]

    def best(self) -> str:
        """Return the name for which most speaks."""
        if not self.weights:
            return ""
        return self.shown[max(self.weights, key=lambda key: (self.weights[key], -len(key)))]


def company_of(  # noqa: PLR0913 - what a mail shows, each by its name
    letter: Letter,
    reply: str,
    signature: str,
    role: str = "",
    me: frozenset[str] = frozenset(),
    seen: Sequence[Stretch] = (),
    *,
    agency: bool | None = None,
    quoted: str = "",
    persons: Collection[str] = (),
    rank: Rank | None = None,
) -> str:
    """Return the employer's name as a mail gives it; empty where it gives none.

    Args:
        letter: the mail.
        reply: what its writer says.
        signature: the writer's signature.
        role: the opening's title, which is no employer.
        me: the candidate's addresses.
        seen: what the encoder takes for its name.
        agency: whether its writer writes for another house; without it the mail's words decide.
        quoted: what the mail answers.
        persons: the names of people in it.
        rank: how seldom a word is.
    """
    own = letter.from_.address.lower() in me
    other = (letter.to[0] if letter.to else Address("", "")) if own else letter.from_
    boxes = [box for box in (letter.from_, *letter.to, *letter.cc) if is_persons(box)]
    named = {untitled(mailbox.name).lower() for mailbox in boxes} | {name.lower() for name in persons}
    mine = called(letter, me)
    people = named | {mailbox.name.lower() for mailbox in boxes} | mine | _given(letter)
    # A firm's mailbox can look like a person's: sugarbush@… is Sugarbush Outdoor's.
    people -= {one.text.lower() for one in seen if one.score >= _SURELY} - surely_persons(boxes)
    # Where the candidate has an address of the same domain, it is anybody's.
    domain = relays.own_domain(other.address)
    label = "" if domain in map(relays.own_domain, me) else domain.partition(".")[0]
    votes = _Votes(role, frozenset(people), frozenset(mine), rank)
    for name, weight, beside in _named(letter.subject, reply[:_LOOK]):
        if not beside or not is_somebodys(name, named):
            votes.add(name, weight * _PERHAPS_SOMEBODY if beside and _may_be_somebody(name, seen) else weight)
    house = "" if own else passed_by(other)
    if house:
        votes.add(house, _SEEN)
        label = ""
    surname = "" if own or not is_persons(other) else family_name(other)
    seen = [one for one in _single(seen, people) if one.text.lower() != surname or surname in label]
    text = f"{letter.subject}\n{reply[:_LOOK]}\n{signature[:1000]}\n{other.name}"
    if agency is None:
        agency = is_agency(other.address, text.rpartition("\n")[0])
    slug = pack(label)
    seen = [one for one in seen if _may_be(one, slug, own=own, agency=agency)]
    for stretch in seen:
        votes.add(stretch.text, _SEEN * stretch.score, seen=True)
    if not own:
        if not agency:
            _signed(signature, letter.from_.name, votes)
        _desk(letter, votes)
    relay = None if own else relays.relay_of(letter)
    slug = slug or (pack(relay.tenant) if relay else "")
    if slug and not agency:
        _spelled(slug, label or slug, text, quoted[:_LOOK], votes)
    elif slug:
        votes.forget(slug)
        writer = untitled(other.name).lower() if is_persons(other) else ""
        votes.forget_if(lambda name: is_region(name, text) or name.lower() == writer or _is_first_name(name, named))
        votes.forget_if(lambda name: _is_only_a_title(name, seen))
    if label and not agency:
        # Where the domain has a name of its own, the town of the job is no better one.
        votes.forget_if(lambda name: _is_of_job(name, label, text, own=own))
    best = votes.best()
    best = _fullest(best, seen) or best
    fuller = (
        signed(
            best,
            f"{_ending(reply, signature)}\n{shown_as(letter.from_, label, f'{reply} {signature}')}",
            lambda words: words.lower() in people or is_title(words),
        )
        if best and not own
        else ""
    )
    if best and not own:
        shown = "" if is_persons(other) else bare(other.name)
        best = as_shown(without_role(best, role), shown, label, text)
        best = with_purpose(without_desk(best, shown, label), shown)
    best = with_article(with_form(clean(fuller) or best, text), label, text)
    return best or ("" if agency else of_domain(label, other.name, rank))


def _is_of_job(name: str, label: str, text: str, *, own: bool) -> bool:
    """Whether a name is that of the place where the work is; the house's domain has no word of it."""
    if own and not shares_word(label, name) and is_where_one_would_work(name, text):
        return True
    return not is_spelled_by(label, name) and is_only_a_place(name, text)


# How far into a text names are looked for.
_LOOK = 4000
_ENDING = 5


def _ending(reply: str, signature: str) -> str:
    """Return the last lines, where a mail is signed."""
    return "\n".join([*reply.rstrip().splitlines()[-_ENDING:], *signature.splitlines()[:8]])


def _given(letter: Letter) -> set[str]:
    """Return what a writer who is a person is called by."""
    shown = untitled(letter.from_.name).lower().split()
    return {shown[0]} if len(shown) > 1 and is_persons(letter.from_) and not relays.relay_of(letter) else set()


# What one is to have an interview with, if it may be a person's name, counts so much: any domain's own name counts more.
_PERHAPS_SOMEBODY = 0.25


def _may_be_somebody(name: str, seen: Sequence[Stretch]) -> bool:
    """Whether a name of several words could be a person's, and the encoder takes it for no firm's."""
    name = clean(name)
    return " " in name and "&" not in name and is_name(name) and not any(pack(name) in pack(one.text) for one in seen)


def _longest_line(one: Stretch) -> str:
    """Return a name's own line; what is quoted was wrapped, and may break a name in two."""
    lines = [" ".join(one.text.split())] if one.source == ANSWERED else one.text.splitlines()
    return max((bare(line) for line in lines), key=len, default="")


def _single(seen: Sequence[Stretch], people: set[str]) -> list[Stretch]:
    """Return names without a desk's or a person's beside them, and without what stands on another line."""
    return [
        one._replace(text=_longest_line(one))
        for one in seen
        if not {one.text.lower(), untitled(one.text).lower()} & people and not is_desk(one.text.strip())
    ]


def _may_be(one: Stretch, slug: str, *, own: bool, agency: bool) -> bool:
    """Whether what is seen as a firm's name may be the employer's, by where it stands.

    A consultant's signature names the agency and what it deals in; where the candidate writes to a house, what is hardly
    a name and of which the house's domain has no word is a degree.
    """
    if not _is_written_as_name(one.text, slug):
        return False
    if not slug or is_spelled_by(slug, one.text) or any(len(w) > 2 and w in slug for w in map(pack, one.text.split())):
        return True
    return one.score >= _SURELY or (one.source != SIGN if agency else not own)


def _is_only_a_title(name: str, seen: Sequence[Stretch]) -> bool:
    """Whether a name is what the writer, or somebody at the client's, is: "Associate Director"; "Cooper" may be a house."""
    surely = any(one.score >= _SURELY and pack(name) in pack(one.text) for one in seen)
    return " " in name and is_title(name) and not _LEGAL.search(name) and not surely


def _is_first_name(name: str, named: Collection[str]) -> bool:
    """Whether a name is what somebody is called by whose whole name is known; a house is rather called by the other one."""
    return any(whole.startswith(f"{name.lower()} ") for whole in named)


def _is_written_as_name(text: str, slug: str) -> bool:
    """Whether words have a capital or a figure, or are spelled by the writer's domain: "humaines" is part of a desk's name."""
    packed = pack(text)
    return text != text.lower() or any(map(str.isdigit, text)) or not slug or packed in slug or slug in packed


# How likely a name that could be a person's is a firm's.
_SURELY = 0.7


# A name of which the encoder sees every word as likely as not.
_WHOLE = 0.5


def _fullest(best: str, seen: Sequence[Stretch]) -> str:
    """Return the form of a name in which the encoder sees it whole: domains and patterns know its beginning only."""
    packed = pack(best)
    forms: dict[str, float] = {}
    for stretch in seen:
        name = clean(stretch.text)
        if stretch.score >= _WHOLE and packed and packed in pack(name):
            forms[name] = forms.get(name, 0.0) + stretch.score
    return max(forms, key=lambda name: (forms[name], len(name)), default="")


def _named(subject: str, text: str) -> Iterator[tuple[str, float, bool]]:
    """Yield names with what speaks for each, and whether they are those whom one is to talk with."""
    for pattern in _SUBJECT:
        if match := pattern.search(without_marks(subject[:200])):
            yield match["name"], 2.5, _is_with(match)
    for weight, pattern in _PATTERNS:
        for number, match in enumerate(pattern.finditer(text)):
            yield match["name"], weight if number == 0 else 0.5, _is_with(match)
            if number > 4:
                break


_WITH = re.compile(r"\bwith\s+$", re.IGNORECASE)


def _is_with(match: re.Match[str]) -> bool:
    return _WITH.search(match.string[max(0, match.start("name") - 8) : match.start("name")]) is not None


def _signed(signature: str, sender: str, votes: _Votes) -> None:
    for line in signature.splitlines()[:12]:
        for piece in re.split(r"\s*[|·•,]\s*|\s[-–—]\s|\bat\b|@", line):
            shown = piece.strip()
            if not 1 < len(shown) < LONGEST or (sender and shown.lower() in sender.lower()):
                continue
            if _LEGAL.search(shown):
                votes.add(shown, 1.5)
            elif re.fullmatch(_NAME, shown) and not is_name(shown):
                votes.add(shown, 0.6)


def _desk(letter: Letter, votes: _Votes) -> None:
    """Count the name that the sender's address shows: of a relay's tenant, of a desk, of a firm."""
    relay = relays.relay_of(letter)
    shown = re.sub(r"\s+(?:via|through)\s.*$", "", letter.from_.name)
    if relay and relay.tenant:
        votes.add(relay.tenant, 4.0 if relays.desk_name(letter.from_.name) else 2.0)
    if is_persons(letter.from_) or (relay and relays.is_from_person(relay, shown)):
        return
    if relay:
        votes.add("" if relay.name.lower() in shown.lower() else shown, 3.0)
    elif relays.desk_name(shown):
        votes.add(relays.desk_name(shown), 3.0)
    elif _LEGAL.search(shown) and not is_desk(shown):
        votes.add(shown, 2.5)


def _spelled(slug: str, label: str, text: str, quoted: str, votes: _Votes) -> None:
    """Strengthen the names that the sender's domain spells, begins or abbreviates."""
    if shown := spelled(slug, text):
        votes.add(shown, 6.0)
    for match in _TOKENS.finditer(text):
        words = match[0].split()
        for begin in range(len(words)):
            for stop in range(len(words), begin, -1):
                shown = clean(" ".join(words[begin:stop]))
                packed = pack(shown)
                if len(packed) > 2 and slug in {packed, pack(_LEGAL.sub("", shown))}:
                    votes.add(shown, 6.0)
    for key in list(votes.weights):
        packed = pack(votes.shown[key])
        initials = "".join(word[0] for word in key.split())
        if packed == slug:
            votes.weights[key] += 4
        elif (len(packed) > 3 and (slug.startswith(packed) or packed.startswith(slug))) or (
            len(initials) > 2 and initials == slug
        ):
            votes.weights[key] += 5
        elif len(packed) > 4 and (packed in slug or slug in packed):
            votes.weights[key] += 3
    strong = [key for key, weight in votes.weights.items() if weight >= 3]
    if not strong and (shown := spelled(slug, quoted)):
        votes.add(shown, 3.0)
    elif not strong and votes.weights and max(votes.weights.values()) < 2:
        votes.part(label, 2.0)
