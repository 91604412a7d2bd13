"""Addresses that stand for a person, and those that stand for a desk, a room or a machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Mailboxes of a function, a room or a program. None of them conducts an interview or writes a reference.
_FUNCTIONS = frozenset(
    """
    admin alert alerts applications apply bewerbermanagement bewerbung bewerbungen calendar calendly candidate
    candidates career careers coordination coordinator do-not-reply donotreply hello hiring hr hrteam
    human-resources humanresources info interview interviews jobs karriere mailer-daemon no-reply no.reply noreply
    notification notifications office onboarding people people-team peopleops peopleteam personal personalabteilung
    postmaster reception recruiter recruiting recruitingteam recruitment recruitmentteam recrutement resources rh
    scheduler scheduling selection stellen support talent talent-acquisition talentacquisition talentteam team
    vacancies
    """.split()
)
# A longer name made of such words, or that ends with one of these, is a function too: recruiting-coordinator.
_ENDINGS = frozenset({"coordination", "coordinator", "scheduler", "scheduling"})
_PARTS = _FUNCTIONS | frozenset(
    "abteilung acquisition and campus department dept desk global hq interview join ops our university work".split()
)
# "acme.noreply", "do_not_reply", "auto-reply-hr"; begins with these, or has them behind a mark.
_MACHINE = re.compile(
    r"(?:^|[-_.+])(?:(?:no|auto|do[-_.]?not)[-_.]?reply|mailer-daemon|(?:bitte[-_.]?)?(?:nicht|keine)[-_.]?antwort(?:en)?|ne[-_.]?pas[-_.]?repondre)"
    r"|^(?:noreply|donotreply|bounces?)",
    re.IGNORECASE,
)
# In 15 of 15 mails of our own whose sender was called "system@", "notifications@" and the like, nobody was there.
_PROGRAM = re.compile(
    r"(?:alerts?|auto-?mailer|automail|(?:ro)?bot|mailer|notifications?|notify|portal|system)", re.IGNORECASE
)
_ROOM = re.compile(
    r"^(?:(?:conf(?:erence)?|meeting|board)[-_.]?)?(?:room|raum|salle|sala|meetingroom|boardroom)(?:[-_.\d].*)?$"
)
# Free-mail domains: whoever writes from there, it is no employer's address.
FREE_MAIL = frozenset(
    """gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk
    yahoo.de yahoo.fr ymail.com rocketmail.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch
    web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me tutanota.com fastmail.com
    fastmail.fm hey.com zoho.com mail.com mail.ru yandex.ru yandex.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr
    libero.it virgilio.it btinternet.com sky.com ntlworld.com comcast.net verizon.net att.net sbcglobal.net cox.net
    bluewin.ch qq.com 163.com 126.com naver.com rediffmail.com""".split()
)
# What stands before or behind a name and is no part of it.
_TITLES = frozenset(
    "dr prof professor mr mrs ms mx miss herr herrn frau mme mlle sir dame phd md mba cpa jr sr".split()
)
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "'": "", "’": ""})
# Longer than this no name is; it is a sentence that stands where a name should.
_WORDS = 6
_LEGAL = re.compile(
    r"[\s,]+(?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh(?: & co\.? kg)?|ag|se|kg"
    r"|s\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|oy|ab|a/s|asa?|aps|sarl|sasu?|e\.?g\.?|e\.? ?v\.?|kgaa|mbh|pty|pvt|pte"
    r"|holdings?|group)\.?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_address(who: str) -> bool:
    """Whether this is an e-mail address and not a name."""
    local, at, domain = who.rpartition("@")
    return bool(at and local and "." in domain and not re.search(r"\s", who))


@lru_cache(maxsize=8192)
def is_machine(address: str) -> bool:
    """Whether a program writes from this address: "portal@" is one, and portal@portal-energy.com a firm's own."""
    local, _, domain = address.casefold().rpartition("@")
    return is_unread(address) or (_PROGRAM.fullmatch(local or domain) is not None and not _begins(local, domain))


def is_unread(address: str) -> bool:
    """Whether an address says that nobody reads what is written to it."""
    return _MACHINE.search(address.rpartition("@")[0] or address) is not None


def _begins(local: str, domain: str) -> bool:
    """Whether a domain's own name, not a part of it, begins with a mailbox's."""
    labels = domain.split(".")
    own = labels[-3:][0] if len(labels) > 2 and len(labels[-2]) < 4 and len(labels[-1]) == 2 else labels[-2:][0]
    return bool(local) and own.startswith(local)


def is_calendar(domain: str) -> bool:
    """Whether addresses of a domain name calendars: Google gives shared ones, rooms and imported ones such."""
    return domain.endswith(".calendar.google.com")


@lru_cache(maxsize=8192)
def is_person(who: str) -> bool:
    """Whether this can be somebody who interviews: no desk, no room, no program."""
    if not who or who == "-":
        return False
    local, at, domain = who.casefold().rpartition("@")
    if not at:
        return True
    if is_calendar(domain) or "resource.calendar" in domain or domain.startswith(("resource.", "rooms.")):
        return False
    local = local.partition("+")[0]
    parts = re.split(r"[-._]", local)
    if parts[-1] in _ENDINGS or (len(parts) > 1 and all(part in _PARTS for part in parts)):
        return False
    return local not in _FUNCTIONS and not is_machine(f"{local}@{domain}") and not _ROOM.match(local)


def same_employer(one: str, other: str) -> bool:
    """Whether two names mean the same employer, legal form and spelling apart."""
    return bool(one) and employer_key(one) == employer_key(other)


def may_be_one_employer(one: str, other: str) -> bool:
    """Whether two names may mean the same employer: one of them may be told in short, as "Halden" is Halden Systems."""
    mine, theirs = employer_key(one), employer_key(other)
    shorter, longer = sorted((mine.replace(" ", ""), theirs.replace(" ", "")), key=len)
    words, others = set(mine.split()), set(theirs.split())
    if shorter == longer or words <= others or others <= words:
        return bool(shorter)
    return longer.startswith(shorter) and (len(shorter) >= _LONG_NAME or _ends_word(len(shorter), mine, theirs))


# Fewer letters begin many a name: "Birk" is neither Birkenau nor Birkenstolz.
_SHORT_NAME, _LONG_NAME = 4, 6


def _ends_word(length: int, *names: str) -> bool:
    """Whether so many letters of the longer of two names are whole words of it."""
    longer = max(names, key=lambda name: len(name.replace(" ", "")))
    ends, at = set(), 0
    for word in longer.split():
        at += len(word)
        ends.add(at)
    return length >= _SHORT_NAME and length in ends


@lru_cache(maxsize=4096)
def employer_key(name: str) -> str:
    """Return an employer's name without legal form, case and punctuation."""
    short, before = name.strip(), ""
    while short != before:
        before, short = short, _LEGAL.sub("", short)
    return re.sub(r"[\W_]+", " ", short.casefold()).strip()


def is_same_person(who: str, address: str, others: Iterable[str] = ()) -> bool:
    """Whether an address is that of somebody who is known by another address or by name.

    It is where it spells the same name: ``lpark@``, ``l.park@`` and ``lee_park@`` are lee.park@ of the same domain,
    and Lee Park of any. A family name alone may be anybody's of that name, and so may a given name; an address that
    one of the others has, or that spells one of the others as well, is nobody's but theirs, or is not known whose.

    Args:
        who: the one who is meant; an address, or a name.
        address: what may be theirs; an address, or a name.
        others: with whom they could be mistaken; they themselves may be among them.
    """
    return _spells(who, address) and not any(
        other != who
        and _may_have(other, address)
        # One person may be known both by name and by address.
        and not (is_address(other) is not is_address(who) and _spells(who, other))
        for other in others
    )


@lru_cache(maxsize=8192)
def _may_have(other: str, address: str) -> bool:
    """Whether an address is somebody's, or could be by their name, whatever addresses they have besides."""
    return other.casefold() == address.casefold() or _spells(" ".join(name_words(other)), address)


@lru_cache(maxsize=8192)
def _spells(one: str, other: str) -> bool:
    """Whether two addresses of one house, or a name and an address, spell one name."""
    if one.casefold() == other.casefold():
        return True
    both = is_address(one) and is_address(other)
    if both and not _one_house(one, other):
        return False
    if not (is_person(one) and is_person(other)):
        return False
    few, many = sorted((name_words(one), name_words(other)), key=len)
    free = not both and any(who.casefold().rpartition("@")[2] in FREE_MAIL for who in (one, other))
    if not few or (free and len(few) == 1):
        return False  # at free mail one name alone is anybody's
    if few == many:
        return True
    if len(few) > 1:
        turned = len(few) == 2 and _one_name((few[1], few[0]), many)  # park.lee
        return turned or _one_name(few, many)
    # Where lee.park@ has that address, lee@ may be the other Lee, who came first.
    return len(many) > 1 and (_joined(few[0], many) or (not both and _like(few[0], many[0])))


def _one_house(one: str, other: str) -> bool:
    """Whether two addresses are of one domain, and of one where who is called the same is the same."""
    domain = one.casefold().rpartition("@")[2]
    return domain == other.casefold().rpartition("@")[2] and domain not in FREE_MAIL


def name_words(who: str) -> tuple[str, ...]:
    """Return the words of a name, or those of an address before the ``@``, in plain small letters; given name first."""
    who = who.casefold().translate(_LETTERS)
    if is_address(who):
        words = re.split(r"[-._]+", who.rpartition("@")[0].partition("+")[0])
    else:
        name = re.sub(r"\(.*?\)", " ", who)
        before, _, behind = name.partition(",")
        words = [word for word in re.findall(r"[^\W\d_]+", f"{behind} {before}") if word not in _TITLES]
    plain = [re.sub(r"[^\w]", "", unicodedata.normalize("NFKD", word)) for word in words]
    plain = [word for word in plain if word]
    if len(plain) > _WORDS:
        return ()
    return (*plain[:1], *(word for word in plain[1:-1] if len(word) > 1), *plain[1:][-1:])  # no middle initials


def _families(words: tuple[str, ...]) -> list[str]:
    """Return what may be the family name: "van der Berg", "der Berg" or "Berg", each in one word."""
    return ["".join(words[begin:]) for begin in range(1, len(words))]


def _one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names in several words are the same, one of their two parts perhaps as its initial."""
    return any(
        (_like(family, its) and _initial(one[0], other[0])) or (_like(one[0], other[0]) and _initial(family, its))
        for family in _families(one)
        for its in _families(other)
    )


def _joined(word: str, name: tuple[str, ...]) -> bool:
    """Whether one word is a name in several: both parts in one, the initial and the family name, or that alone."""
    given = name[0]
    return any(
        _like(word, spelt)
        for family in _families(name)
        for spelt in (given + family, family + given, *((given[0] + family, family) if len(family) > 1 else ()))
    )


def _initial(one: str, other: str) -> bool:
    """Whether two words are the same, or one is the other's first letter."""
    return _like(one, other) or (1 in {len(one), len(other)} and one[0] == other[0])


def _like(one: str, other: str) -> bool:
    """Whether two words are the same; Müller may be spelt Mueller or Muller."""
    return one == other or _without_umlauts(one) == _without_umlauts(other)


def _without_umlauts(word: str) -> str:
    return re.sub(r"([aou])e", r"\1", word)
