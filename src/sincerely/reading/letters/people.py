"""Names of people in running text, and the addresses that belong to them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from sincerely.core.people import is_person, is_same_person, name_words

from .letter import Address, Letter

_TITLE = r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Herrn|Herr|Frau|Mme|M|Sir|Dame)\.?\s+)?"
# Each piece is bounded and never tried shorter, so that a run of capitals takes linear time.
_PART = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ](?=[^\Wa-zà-ÿ]{0,30}[a-zà-ÿ'’])[\w'’]{1,40}+(?:-[A-ZÀ-Þ][\w'’]{1,40}+){0,4}+"
_MIDDLE = r"(?:\s+(?:[A-Z]\.|van der|van den|van|von|de la|de|da|del|di|du|la|le|bin|al|el|ten|ter))?"
NAME = re.compile(rf"{_TITLE}(?P<name>{_PART}(?:{_MIDDLE}\s+{_PART}){{1,3}})")
_FIRST = re.compile(rf"(?P<name>{_PART})")
# Capitalised words that are no part of a person's name.
_NO_NAMES = frozenset(
    """a an and analyst assistant associate at board business centre center chief coordinator council customer data
    date dear department design designer desk developer director division engineer engineering executive finance
    floor google head hiring hotel hr human i if in interview january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday lead manager
    marketing meet meeting microsoft office officer on onsite operations our panel people please president product
    programme program project recruiter recruiting recruitment resources room sales school science scientist senior
    services slack software street support talent team teams tech technical technology the thank to tower university
    vice vp we webex when where with you your zoom best regards kind sincerely thanks many street avenue road suite
    building hall house park square lane way st ave dr phone mobile video call id passcode link new york london
    berlin united states kingdom staff nurse clinic hospital museum library group ltd inc gmbh llc plc partner
    partners insurance bank labs foods energy hotels press software games capital airlines dental veterinary vets
    schools search trust institute society association foundation studio studios media systems solutions apply
    linkedin indeed workday greenhouse lever ashby careers career jobs notifications principal consultant specialist administrator representative clerk editor writer teacher professor
    engineers analysts scientists co founder ceo cto cfo coo cmo chro cpo et pt ct mt est pst gmt utc cet""".split()
)


def is_name(text: str) -> bool:
    """Whether capitalised words can be a person's name."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return bool(words) and not any(word in _NO_NAMES for word in words)


def is_persons(mailbox: Address) -> bool:
    """Whether a mailbox shows that it is one person's: its address spells the name, or part of it."""
    name, address = untitled(mailbox.name), mailbox.address
    if not name or not is_person(address) or not is_name(re.sub(r"\s+(?:via|at|from|@)\s.*$|[|(,].*$", "", name)):
        return False
    local = re.sub(r"[^a-z]", "", address.partition("@")[0].lower())
    words = re.findall(r"[^\W\d_]+", name.lower())
    if any(len(word) > 2 and word[:4] in local for word in words):
        return True
    return len(words) > 1 and (words[0][:1] + words[-1][:3]) in local


def family_name(mailbox: Address) -> str:
    """Return a person's family name in small letters, without the firm's behind it: "Dana Lee | Acme" is a Lee."""
    name = re.sub(r"\s+(?:via|at|from|bei|chez|@|[-–—])\s.*$|[|(,].*$", "", untitled(mailbox.name))
    words = name.lower().split()
    return words[-1] if len(words) > 1 or "," in mailbox.name else ""


def is_spelt_out(mailbox: Address) -> bool:
    """Whether a mailbox's address is a person's name in two words, "devika.rao@…" or "d.rao@…" beside "Devika Rao".

    "Tramway Centrale <tramway-centrale@teamtailor-mail.com>" is a firm's own box there, as systems write its name.
    """
    name = untitled(mailbox.name)
    apart = re.search(r"[._]", mailbox.address.partition("@")[0]) is not None
    return apart and len(name_words(name)) > 1 and is_name(name) and is_same_person(name, mailbox.address)


def spellings(mailbox: Address) -> list[str]:
    """Return what a person's mailbox may be taken for a name by: the name, its words, and those of the address."""
    local = mailbox.address.partition("@")[0]
    return [untitled(mailbox.name), local, *untitled(mailbox.name).split(), *re.split(r"[._+-]", local)]


def is_signed_by(mailbox: Address, ending: str) -> bool:
    """Whether the last lines of a mail have the writer's name by itself, or the given name: "Dana" of "Dana Whitfield"."""
    name = untitled(mailbox.name).lower()
    if not name_words(name) or not is_name(name):
        return False
    signs = {line.strip(" ,.-–").lower() for line in ending.splitlines()}
    own = is_persons(mailbox) or is_same_person(name, mailbox.address)
    return own and not signs.isdisjoint({name, name.split()[0]})


def untitled(name: str, known: Container[str] = ()) -> str:
    """Return a name without the titles before it: "Prof. Dr. Ana Roth" is "Ana Roth".

    Maj Lindqvist and Justice Okafor are people as well as ranks: what can be a given name is taken off only before two
    more names, and not where the whole is known to be somebody's.

    Args:
        name: as it is written.
        known: names as `book` has them.
    """
    bare = _OFFICE.sub("", _POST.sub("", _SALUTATION.sub("", name)))
    return bare if _key(bare) in known else _RANK.sub("", bare)


def is_titled(name: str) -> bool:
    """Whether a name has a title before it that is nobody's given name, and begins no firm's."""
    return _SALUTATION.match(name) is not None


def split(text: str, known: Container[str] = ()) -> list[str]:
    """Return the people of a stretch of names, each without title: "Dr Ana Roth and Lee Wong" are two.

    Args:
        text: the stretch.
        known: names as `book` has them.
    """
    found = []
    for piece in _BETWEEN.split(text):
        name = untitled(_SMALL_BEFORE.sub("", piece), known).strip(" ,;.()<>-–\"'")
        bare = _LETTERS_BEHIND.sub("", name)
        name = bare if " " in bare else name
        name = _PARTICLES_BEHIND.sub("", name)
        if re.search(r"[^\W\d_]{2}", name) and name not in _PRONOUNS and _OWNS_POST.match(name) is None:
            found.append(name)
    return found


# "Me and Ida", "Ida from the mill": a stretch may hold more than the name. "Mir and Ida" are two people.
_PRONOUNS = frozenset(
    "I Me i me myself us you him her them he she they we ich mich mir wir uns sie ihn ihm moi je nous vous lui elle".split()
)
# "Judith y sera": none of the name either.
# "Unsere Rektorin" is named behind it; My Tran and Mon Tran are people.
_OWNS_POST = re.compile(r"(?:Unsere?[mnr]?|Our|Notre|Nos|Meine?[mnr]?) \S+$")
_PARTICLES_BEHIND = re.compile(
    r"(?<=\w)(?: (?:von|vom|van|der|den|de|du|des|del|da|di|of|from|la|le|zu|zum|bei|y|qui|who)){1,3}$"
)
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\n|\b(?:and|und|et|sowie|or)\b)\s*")
_SALUTATION = re.compile(
    r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Miss|Madam|Madame|Monsieur|Mlle|Sister|Maestro|Herrn|Herr|Frau|Mme|M|Sir|Dame|Sr|Fr|Rev|Eng|Engr|Ing"
    r"|Mevrouw|Dhr|Señora?|Signora?|Cllr|Councillor|Councilwoman|Councilman|Alderman|Revd|Reverend|Rabbi|Father"
    r"|(?:Lt|Lieutenant|Maj|Major|Brig|Brigadier)\b\.? (?:Col|Colonel|Gen|General|Cmdr|Commander)"
    r"|Lt|Lieutenant|Cmdr|Sgt|Sergeant)\b\.?\s+)+",
    re.IGNORECASE,
)
# What German puts before two names without a comma: "Vorstandsdirektor Emil Roth".
_POST = re.compile(
    r"^(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Dd]irektor|[Pp]räsident|[Ll]eiter|führer|vorsitzende|meister|[Pp]rokurist|[Dd]ekan|[Cc]hefarzt|[Oo]berarzt)(?:in|r)?\s+"
    r"(?=[A-ZÄÖÜ]\S*\s+\S)"
)
# An office before a name, in German; "Frau Direktorin Roth" has two.
_OFFICE = re.compile(
    r"^(?:(?:Pfarrer|Kantor|Direktor|Bürgermeister|Dekan)(?:in)?|Ehepaar|Eheleute|Familie|Ingegner|Dottor(?:essa)?)\s+(?=[A-ZÀ-Þ])"
)
# "Anwesend wird Ida Roth sein": these are none of the name. No others, for "anna Roth" and "ben Ali" are whole.
_SMALL_BEFORE = re.compile(
    r"^(?:(?:wird|werden|sein|ist|sind|mit|bei|und|auch|sowie|noch|dann|beide|unsere?[mnr]?|meine?[mnr]?|ihre?[mnr]?|with|by|and|both|plus|then|also|is|are|will|be"
    r"|meet|meeting|see|our|my|your|the|their|avec|et|sera|seront|est|sont|puis|notre|nos|votre|mon|ma|par|verras|verrez|mari|femme|frère|sœur|fils|fille|père|mère|associée?|collègue|brother|sister|husband|wife|son|daughter|father|mother|colleague|partner|proviseure?|directeur|directrice|docteure?|bij|met|door)\s+){1,5}(?=[A-ZÀ-Þ])"
)
_RANK = re.compile(
    r"^(?:Pastor|Imam|Col|Colonel|Capt|Captain|Commander|Maj|Major|Gen|General|Judge|Justice|Senator)"
    r"(?:\.\s+|\s+(?=\S+\s+\S))(?=\S)",
    re.IGNORECASE,
)


# Degrees and honours behind a name of two words at least.
_LETTERS_BEHIND = re.compile(
    r"(?<=\S)(?: (?:PhD|DPhil|MD|DO|RN|MBA|MPH|MPA|MSc|BSc|MA|BA|MEng|BEng|LLM|LLB|JD|CPA|CFA|FCA|ACA|ACCA|PE|PMP|AIA|RIBA|FRCS|FRCP|MRCS"
    r"|MRCP|FRCA|FRS|QC|KC|OBE|MBE|CBE|DVM|DDS|SHRM-CP|PHR|FCIPD|MCIPD)\b){1,8}$"
)


def _trim(name: str) -> str:
    """Cut a name before the first word that is none: "Dana Smith Head" → "Dana Smith"."""
    kept: list[str] = []
    for word in name.split():
        if word.strip(".").lower() in _NO_NAMES:
            break
        kept.append(word)
    return " ".join(kept) if len(kept) > 1 else ""


def book(letter: Letter, text: str, more: Iterable[Address] = ()) -> dict[str, str]:
    """Return addresses by lower-case name: from the headers, and from "Dana Smith (dana@acme.example)" in the text."""
    found: dict[str, str] = {}
    for name, address in (letter.from_, *letter.reply_to, *letter.to, *letter.cc, *more):
        if name and address and is_person(address):
            found.setdefault(_key(name), address.lower())
    for match in _WITH_ADDRESS.finditer(text):
        name = _nearest(match)
        if name:
            found.setdefault(_key(name), match["address"].lower())
    return found


_ALONE = re.compile(
    r"(?<![\w.+-])(?P<first>[a-zà-þ]{2,20})[._](?P<last>[a-zà-þ-]{2,30})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)


def spelt_out(text: str) -> dict[str, str]:
    """Return by lower-case name the addresses of a text that spell one out: "dana.smith@acme.example"."""
    found = {f"{one['first']} {one['last']}": one[0] for one in _ALONE.finditer(text.lower()) if is_person(one[0])}
    return {_key(name): address.rstrip(".") for name, address in found.items()}


def _nearest(match: re.Match[str]) -> str:
    """Return the name before an address: a second one between them, where the address spells that one and not the first."""
    name = _trim(match["name"])
    for inner in NAME.finditer(match.string, match.end("name"), match.start("address")):
        other = _trim(inner["name"])
        if other and is_persons(Address(other, match["address"])) and not is_persons(Address(name, match["address"])):
            return other
    return name


_WITH_ADDRESS = re.compile(
    rf"{_TITLE}(?P<name>{_PART}(?:{_MIDDLE}\s+{_PART}){{1,3}})[^@\n]{{0,40}}?[\s(<\[:]+(?P<address>[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+)"
)


def _key(name: str) -> str:
    if "," in name:  # "Smith, Dana"
        last, _, first = name.partition(",")
        name = f"{first.strip()} {last.strip()}"
    name = re.sub(r"\(.*?\)|\b(?:via|at|from)\b.*$", " ", name)
    return " ".join(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name.lower()))


def address_of(name: str, known: Mapping[str, str], sender: str = "") -> str:
    """Return the address of a named person, or the name itself where none is known.

    Args:
        name: as the text has it; of one word, it is whoever alone among those in copy is called so.
        known: addresses by name, as `book` has them.
        sender: who wrote, and names others.
    """
    key = _key(name)
    if key in known:
        return known[key]
    first, _, last = key.partition(" ")
    for other, address in known.items():
        local = address.partition("@")[0]
        if last and (
            other == key or local in {f"{first}.{last}", f"{first}{last}", f"{first[:1]}{last}", f"{first}_{last}"}
        ):
            return address
    called = {
        address
        for other, address in known.items()
        if address != sender and len(other.split()) > 1 and first in {other.split()[0], other.split()[-1]}
    }
    return called.pop() if not last and len(called) == 1 else name
