"""Names in an outgoing text: who is greeted, which employer is meant, and whether that fits whom it goes to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sincerely.core.people import employer_key

from .message import Mailbox
from .text import Said, folded, spellings

_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLES = frozenset(
    """mr mrs ms mx miss dr prof professor doctor sir madam madame monsieur herr frau mme mlle m señor señora sr sra
    signor signora dott dottore meneer mevrouw senhor senhora dame lord lady sister father reverend rev captain chef
    coach all team everyone everybody hiring manager managers recruiter recruiters recruiting committee panel colleagues
    there folks friends sirs ladies gentlemen the and und et y e of at dear whom it may concern hr talent people
    acquisition department office staff candidate search interviewers damen herren ihr sehr geehrter geehrte liebe
    lieber selection board group head director members committee members who both two you again from in for or mesdames
    messieurs zusammen team-mates crew human resources personnel ma'am maam doktor drs maître maitre familie family famille
    vater father brother bruder schwester alle allen beide beiden ihnen ihrem ihren ihrer eurem euren eurer deinem deinen deiner tous toutes a les deux eltern parents vorstand euch vom beim sie dich ihr ihre""".split()
)
# "Madame la directrice", "Frau Pflegedirektorin", "Lindenhof-Team": a rank or a house, and nobody's name.
_RANK = re.compile(
    r"\b(?:(?:Madame|Monsieur) l(?:a |e |['’])[^\W\d_]+|(?:Frau [^\W\d_]+(?:direktor|leiter|präsident|rektor)in|Herrn? [^\W\d_]+(?:direktor|leiter|präsident|rektor)"
    r"|Frau (?:Direktor|Leiter|Präsident|Rektor|Professor|Dekan|Pfarrer)in)(?= ?[,!.\n]|$))|(?<=[^\W\d_]-)[Tt]eam\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "van von der den de del della di da dos du la le el al bin ibn ter ten zu zur af av o y e st".split()
)
_SHORT = {
    "liz": "elizabeth", "beth": "elizabeth", "betty": "elizabeth", "bill": "william", "will": "william",
    "bob": "robert", "rob": "robert", "dick": "richard", "rick": "richard", "peggy": "margaret", "maggie": "margaret",
    "meg": "margaret", "jim": "james", "jack": "john", "kate": "katherine", "kathy": "katherine", "katie": "katherine",
    "tony": "anthony", "ted": "edward", "ned": "edward", "harry": "henry", "chuck": "charles", "sandy": "alexandra",
    "alex": "alexandra", "sasha": "alexandra", "nell": "eleanor", "molly": "mary", "polly": "mary", "sally": "sarah",
    "hans": "johannes", "sepp": "josef", "pepe": "jose", "paco": "francisco", "kit": "christopher", "steve": "stephen",
    "mike": "michael", "dave": "david", "sue": "susan", "becky": "rebecca", "andy": "andrew", "gus": "augustus",
    "jenny": "jennifer", "gerry": "gerald", "jerry": "gerald", "hank": "henry", "larry": "lawrence", "tina": "christina",
    "theo": "theodore", "zach": "zachary", "josh": "joshua", "cathy": "catherine", "nick": "nicholas", "ron": "ronald",
}  # fmt: skip
_CLIPPED = frozenset(
    """chris dan tom tim sam ben matt nick steph max alex jon phil ed fred greg jeff joe josh ken les mel pat pete ray
    rob ron sid stan val vic will zac abby ash cat deb di ellie gabe jen jo kat kim lou mads meg nat rach sue theo tess
    trish vicky viv""".split()
)
_FEWEST = 3


def parts(names: str) -> list[str]:
    """Return the parts of names that tell people apart: no titles, no particles."""
    return [
        part
        for part in _PART.findall(_RANK.sub(" ", names))
        if folded(part).rstrip(".") not in _TITLES and folded(part) not in _PARTICLES
    ]


def of_box(box: Mailbox) -> list[str]:
    """Return the parts of a mailbox's name and of its address before the ``@``."""
    local = box.address.partition("@")[0].partition("+")[0]
    return [*_PART.findall(box.name), *_PART.findall(local)]


def fits(name: str, known: Iterable[str]) -> bool:
    """Whether a part of a name may be one of the known parts: spelt otherwise, shortened, or an initial.

    People are called by less than their name, seldom by more: Joan is no Joanna, but Chris may be Christopher.
    """
    return any(_alike(one, other) for known_part in known for one in spellings(name) for other in spellings(known_part))


def _alike(name: str, known: str) -> bool:
    if name == known or _SHORT.get(name, name) == _SHORT.get(known, known):
        return True
    if len(name) == 1 or len(known) == 1:
        return name[0] == known[0]
    if len(name) < _FEWEST or len(known) < _FEWEST:
        return False
    short, long = sorted((name, known), key=len)
    if long.startswith(short) and (name == short or known in _CLIPPED):
        return True
    if "-" in long or "'" in long:
        return short in re.split(r"['’-]", long)
    # j.ortega or jortega: an initial before the surname, written as one.
    return len(short) > _FEWEST and long.endswith(short) and len(long) - len(short) <= 2


# With what names and words begin; "mstoltz" begins with none of these, so it is M. Stoltz.
_ONSETS = frozenset(
    """bh bl br ch chr cl cr dh dr dw fj fl fr gh gl gr gw hj hr kh kj kl kn kr ll mc mb nd ng nk ph pl pr ps qw rh sc sch sh sj
    sk sl sm sn sp sq sr st sv sw sz th tr ts tw vl vr wh wl wr xh zh zl zw zb""".split()
)
_VOWELS = frozenset("aeiouy")


def begins_with_initial(name: str, box: Mailbox) -> bool:
    """Whether somebody greeted by their first name may be whom an address gives by initial and surname, with no word besides.

    >>> begins_with_initial("Miriam", Mailbox("", "mstoltz@acme.example")), begins_with_initial("Peter", Mailbox("", "petra@acme.example"))
    (True, False)
    """
    local = folded(box.address.partition("@")[0].partition("+")[0])
    if box.name or len(local) < _FEWEST or not local.isalpha() or not name:
        return False
    written_as_one = _VOWELS.isdisjoint(local[:2]) and local[:2] not in _ONSETS
    return written_as_one and folded(name)[0] == local[0]


# What a desk calls itself, in its address or its display name.
_DESKS = frozenset(
    folded(word)
    for word in """accounts accueil admin administration ausbildung bar bewerbermanagement bewerbung bewerbungen bonjour bureau bursary
    buero büro career careers casting chef chefin clerk club contact department depot desk direction ecole école empfang
    front geschäftsführung gardener hallo hello hiring hotel info jobs kanzlei karriere kita kontakt leiter leitung mail
    management manager moin office ops operations partners payroll people personal personalabteilung post practice praxis
    principal reception recruit recruiting recruitment recrutement redaktion rektorat ressources rezeption rh salon school
    schule secretariat secretary sekretariat selection service shop sponsor stellen studio support talent team vacancies
    verein verwaltung vorstand welcome werkstatt werkstattleitung work hr jobs mailbox büros enquiries inquiries""".split()
)
# Offices whose holder an address names by the office alone; some are family names too, so other parts must not stand
# beside them.
_OFFICES = frozenset(
    folded(word)
    for word in """head headteacher headmaster headmistress director directeur directrice matron bursar provost president
    ceo lettings sales bookings booking orders gestion location compta comptabilité commandes vermietung verkauf buchhaltung
    hausverwaltung schulleitung heimleitung pflegedienstleitung pdl""".split()
)
# What those who are close call each other instead of a name.
_ENDEARMENTS = frozenset(
    folded(word)
    for word in """love mate buddy pal darling honey babe sweetie sweetheart gorgeous dude bro sis hun lovely süße süßer
    schatz liebling maus chérie chéri""".split()
)
# What stands beside them, or makes one of a word that is a given name too: "ma belle".
_BESIDE = frozenset("dear ma mon mes my mein meine meiner hey hi you".split())
_MINE = frozenset("ma mon my mein meine meiner".split())
_NAMES_TOO = frozenset({"belle", "beau"})
_IN_A_DOMAIN = 4


def are_endearments(greeted: str) -> bool:
    """Whether a greeting calls somebody by endearments alone."""
    words = [folded(word) for word in _PART.findall(greeted)]
    mine = not _MINE.isdisjoint(words)
    told = [word for word in words if word not in _BESIDE]
    if not told:
        return bool(words)
    return all(word in _ENDEARMENTS or (mine and word in _NAMES_TOO) for word in told)


def is_desk(box: Mailbox) -> bool:
    """Whether a mailbox is a desk, by its display name or, without one, its address: who reads there is anybody's guess."""
    local = box.address.partition("@")[0].partition("+")[0]
    told = [folded(word) for word in _PART.findall(box.name)]
    spoken = [folded(word) for word in _PART.findall(local)]
    if not told:
        return not _DESKS.isdisjoint(spoken) or (bool(spoken) and all(word in _OFFICES for word in spoken))
    if any(_alike(word, other) for word in told for other in spoken if word not in _DESKS):
        return False
    return not _DESKS.isdisjoint(told) or any(is_of_domain(word, box) for word in told)


def is_of_domain(part: str, box: Mailbox) -> bool:
    """Whether a name stands in a mailbox's domain, as the owner's does in a family firm's."""
    return (len(part) >= _IN_A_DOMAIN and bool(spellings(part) & _runs(box.domain))) or _inside(part, box.domain)


def _runs(domain: str) -> frozenset[str]:
    return frozenset(re.split(r"[-.]", domain))


def _inside(part: str, domain: str) -> bool:
    """Whether a longer name is a part of a domain that is written in one word."""
    bare = domain.rpartition(".")[0].replace("-", "").replace(".", "")
    return len(part) > _IN_A_DOMAIN and any(spelt in bare for spelt in spellings(part))


# What houses are by kind, which tells none from another, and whose name is nobody's.
KINDS = frozenset(
    folded(word)
    for word in """academy bank bibliothek bücherei cabinet café centre center church city clinic clinique club college company
    council county department district école ecole faculty fair firma foundation gemeinde group gymnasium hall haus hochschule
    hospital hotel hôtel house infirmary institut institute kanzlei kindergarten kita klinik klinikum kreis landkreis library
    librairie lycée mairie maison museum musée office park pflegeheim practice praxis restaurant road royal saint sankt school
    schule seniorenheim société society stadt stadtwerke stadtbibliothek station stiftung straße street theater theatre théâtre
    town trust universität université universitätsklinikum university verein verlag ville volkshochschule zentrum atelier
    ateliers amt akademie bäckerei tischlerei""".split()
)


def employer_words(name: str) -> list[str]:
    """Return the words of an employer's name that tell it from others."""
    return folded(employer_key(name)).split()


def same_house(said: str, employer: str) -> bool:
    """Whether words may mean an employer: its whole name, its beginning, its initials."""
    said_words, known = employer_words(said), employer_words(employer)
    if not said_words or not known:
        return False
    if said_words[0] == "the":
        said_words = said_words[1:] or said_words
    initials = "".join(word[0] for word in known)
    joined, whole = "".join(said_words), "".join(known)
    return joined in whole or whole in joined or joined == initials or said_words[0] in known


# Behind these a house is named, whatever its name means besides: "at Orange", "bei der Brücke".
_AT = re.compile(
    r"\b(?:at|with|for|from|to|by|join\w*|of|bei|beim|von|vom|für|mit|zu|zur|zum|chez|pour|avec|par|à|de)(?: (?:the|der|dem|den|die|das|la|le|les))? $",
    re.IGNORECASE,
)
# Behind these stands what every word may be: "die Werkstatt", "in Nordhessen".
_ANY = re.compile(
    r"\b(?:in|im|am|ins|die|der|das|den|dem|des|(?:k?ein|mein|dein|sein|ihr|unser|jed|dies)e?[mnrs]?|une?|mon|ma|mes|votre|vos|notre) $",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[.!?:;]\s+|\n\s*[-*•–]?\s*)$")
_IS = re.compile(r" (?:is|was|has|will|would|ist|war|hat|wird|wäre|est|a)\b")
_GOES_ON = re.compile(
    r" (?!(?:is|was|has|have|had|will|would|can|and|or|as|in|at|ist|war|hat|und|oder|est|et|ou)\b)[a-zà-ÿ]"
)


def mentions(text: str, employer: str, begin: int = 0, is_word: Callable[[str], bool] | None = None) -> Iterator[Said]:
    """Yield where an employer's name stands in a text, whole and in the same case; legal forms may be missing.

    A name that is a word as well is none where any word would stand: "Bridge building", "die Werkstatt".
    """
    key = employer.strip()
    short = re.sub(
        r"[\s,]+(?:Inc|LLC|LLP|Ltd|Limited|PLC|plc|Corp|Corporation|Co|GmbH|AG|SE|KG|S\.A|B\.V|Group)\.?$", "", key
    )
    if len(short) < _FEWEST:
        return
    spelt = re.escape(short).replace(r"\ ", r"\s+")
    for match in re.finditer(rf"(?<![\w]){spelt}(?![\w])", text):
        if is_word is not None and _is_plain(text, match, is_word):
            continue
        yield Said(match[0], begin + match.start(), begin + match.end())


def _is_plain(text: str, match: re.Match[str], is_word: Callable[[str], bool]) -> bool:
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 20]
    if _AT.search(before) or after.startswith(("'s", "’s")):
        return False
    words = match[0].split()
    if len(words) == 1 and _ANY.search(before):
        return True
    if not all(is_word(folded(word)) for word in words):
        return False
    begins = _BEGINS.search(before) is not None and _IS.match(after) is None
    return begins or _GOES_ON.match(after) is not None
