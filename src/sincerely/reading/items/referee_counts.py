"""How many referees are asked for: "two names", "both referees", "a colleague whom I may ring", "Two will be plenty"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sincerely.reading.scoring.role_words import is_worker
from sincerely.reading.statements.statement import Statement

_NUMBERS = {"both": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "zwei": 2, "drei": 3,
            "zweier": 2, "dreier": 3, "vier": 4, "fünf": 5, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "couple": 2}  # fmt: skip
# Sentences that may say how many referees, the asking one and those around it.
_BESIDE = 5
_REFEREES = frozenset(
    """references referees reference referee supervisors managers referenzen referenzgeber referenzgebern références persons
    names name contacts contact bosses boss colleagues refs ref guarantors guarantor chiefs leaders employers employer superintendents managers
    gaffers vorgesetzte vorgesetzter vorgesetzten referenzpersonen referenzperson auskunftsperson auskunftspersonen principals doctors
    testimonials recommendations teachers tutors professors lecturers
    namen kontakte ansprechpartner arbeitgeber arbeitgebern führungskräfte führungskräften fürsprecher bürgen
    répondants noms employeurs responsables référents encadrants supérieurs""".split()
)
# Whoever they are, they are referees where the sentence asks for references, and not "a team of five people awaits you".
_PEOPLE = frozenset(
    """people person folks guys menschen clients families humans voices personen kollegen leute kunden chefs personnes collègues
    personnalités fachleute fachleuten kaufleute""".split()
)
_OURS = frozenset("team panel jury équipe gremium".split())
# "We are four people", "you will speak to four people".
_WE_ARE = tuple(map(frozenset, (("we", "are"), ("wir", "sind"), ("nous", "sommes"))))
_YOU_MEET = (
    frozenset("you sie vous".split()),
    frozenset("meet speak see treffen sprechen rencontrer rencontrerez".split()),
)
# How a sentence beside that one begins, if it counts them.
_NAME = (
    frozenset(
        """name give provide list suggest send nominate contact nennen nennt nenne benennen geben gib schicken need indiquer indiquez
    donner donnez nommer nommez fournir fournissez d'indiquer""".split()
    )
    | _NUMBERS.keys()
)


def count_near(said: Sequence[Statement], index: int, *, surely: bool = False) -> int | None:
    """Return how many referees are asked for, as the sentence that asks says, or the nearest one to it.

    Args:
        said: the mail's statements.
        index: the one that asks.
        surely: whether that one surely asks for referees, whatever it calls them.
    """
    near = sorted(range(len(said)), key=lambda at: (abs(at - index), at))[:_BESIDE] if index >= 0 else ()
    counts = (referees_in(said[at], asks=at == index, surely=surely and at == index) for at in near)
    return next((count for count in counts if count), None)


def referees_in(statement: Statement, *, asks: bool = True, surely: bool = False) -> int | None:
    """Return how many referees a sentence asks for: "two names", "both referees", "a reference from your last manager".

    Args:
        statement: the sentence.
        asks: whether it is the one that asks for references; beside that one, people are referees only where it begins
            with a verb for naming them.
        surely: whether it surely asks for referees: then whomever it counts is one, unless they are no people.
    """
    tokens = statement.words
    for at, token in enumerate(tokens):
        people = token in _PEOPLE or (asks and _are_workers(tokens, at))
        called_so = token in _REFEREES and (asks or not _are_met(tokens, at))
        if called_so or (people and _are_referees(tokens, at, asks=asks)):
            near = [index for index in range(max(0, at - _WINDOW), at) if _counts(tokens, index)]
            # "By 5 May three references", "two of your last three managers": what is nearest counts, and no span of them.
            near = [index for index in near if index == 0 or not _is_of_all(tokens, index)] or near
            if near:
                return _with_joined(tokens, _least(tokens, near))
    if not asks:
        return _enough(tokens)
    return (_whoever(statement) if surely else None) or _somebody(tokens)


def _are_workers(tokens: Sequence[str], at: int) -> bool:
    """Whether a word is the plural of a trade: "nurses", "Disponenten", "zwei frühere Bauleiter"."""
    word = tokens[at]
    if any(word.endswith(ending) and is_worker(word[: -len(ending)]) for ending in ("s", "n", "en")):
        return True
    return any(_NUMBERS.get(one, 0) >= _SEVERAL for one in tokens[max(0, at - 2) : at]) and is_worker(word)


def _are_referees(tokens: Sequence[str], at: int, *, asks: bool) -> bool:
    """Whether people are those who are to speak for one: not those whom one will meet."""
    named = asks or not _NAME.isdisjoint(tokens[:_HEAD])
    return named and not _are_met(tokens, at) and _OURS.isdisjoint(tokens[max(0, at - _WINDOW) : at])


def _are_met(tokens: Sequence[str], at: int) -> bool:
    """Whether people are those of the house: "you will meet two managers", "we are four people", "two of our managers"."""
    before = frozenset(tokens[max(0, at - _WINDOW) : at])
    if any(pair <= before for pair in _WE_ARE) or all(words & before for words in _YOU_MEET):
        return True
    return not _OUR.isdisjoint(tokens[max(0, at - 2) : at])


_OUR = frozenset("our unserer unseren nos".split())


def _counts(tokens: Sequence[str], index: int) -> bool:
    """Whether a word counts what stands behind it, and not how long something took: "five-year history", "two weeks"."""
    if tokens[index] not in _NUMBERS or not _NO_PEOPLE.isdisjoint(tokens[index + 1 : index + 2]):
        return False
    return tuple(tokens[max(0, index - 2) : index]) not in _WE_HAVE


# "We have one reference; please send another."
_WE_HAVE = frozenset(
    {("we", "have"), ("i", "have"), ("have", "received"), ("we", "hold"), ("wir", "haben"), ("nous", "avons")}
)


def _with_joined(tokens: Sequence[str], index: int) -> int:
    """Return a number with those that are joined to it: "one professional and one personal reference" are two."""
    total, at = _NUMBERS[tokens[index]], index
    while at < len(tokens):
        stop = _past(tokens, at + 1, _KINDS)
        second = _past(tokens, stop, _JOINS)
        behind = tokens[second + 1 : _past(tokens, second + 1, _KINDS)]
        joined = at + 1 < stop < second < len(tokens) and tokens[second] in _NUMBERS
        if not joined or _REFEREES.isdisjoint(behind):
            break
        total, at = total + _NUMBERS[tokens[second]], second
    while index > 1:
        last = index - 1
        while last > 0 and tokens[last] in _JOINS:
            last -= 1
        first = last
        while first >= 0 and tokens[first] in _KINDS:
            first -= 1
        if last == index - 1 or first == last or first < 0 or tokens[first] not in _NUMBERS:
            break
        total, index = total + _NUMBERS[tokens[first]], first
    return total


def _past(tokens: Sequence[str], at: int, words: frozenset[str]) -> int:
    """Return where the first word stands that is none of some."""
    while at < len(tokens) and tokens[at] in words:
        at += 1
    return at


_KINDS = frozenset(
    """professional personal academic character work clinical employment business private educational
    berufliche beruflichen private privaten persönliche persönlichen akademische akademischen fachliche
    professionnelle professionnelles personnelle personnelles académique académiques universitaire
    reference references referee referees referenz referenzen référence références""".split()
)
_JOINS = frozenset(", and und et plus sowie".split())


def _least(tokens: Sequence[str], near: Sequence[int]) -> int:
    """Return which number counts: the nearest, but of "one or two" and "at least 2, at most 3" the first."""
    last = near[-1]
    pair = len(near) > 1 and last - near[-2] <= _APART and not _OR.isdisjoint(tokens[near[-2] : last])
    return near[-2] if pair else last


def _is_of_all(tokens: Sequence[str], index: int) -> bool:
    """Whether a number says of how many: "two of your last three", "two of the three"."""
    return tokens[index - 1] in _OF_ALL or tokens[max(0, index - 2) : index] == ("of", "the")


_WINDOW = 5
_HEAD = 2
_APART = 4
_OR = frozenset("or to oder ou à most höchstens".split())
_OF_ALL = frozenset("last past previous recent letzten vergangenen derniers dernières".split())

# What is counted in a sentence that asks for referees, and is nobody.
_NO_PEOPLE = frozenset(
    """years year yrs months month weeks week days day hours hour minutes minute mins pages page jobs roles sites firms homes houses
    companies copies sides forms documents papers things items points lines words questions rounds times steps files boxes fields pieces
    certificates payslips samples letters cards am pm o'clock oclock business working calendar percent euros pounds dollars % $ € £
    jahre jahren jahr monate monaten monat wochen woche tage tagen tag stunden minuten uhr seiten stellen häuser häusern firmen betriebe
    betrieben dinge dingen sachen fragen punkte punkten felder felder zeilen kopien unterlagen dokumente zeugnisse zeugnissen nachweise
    ans années an mois semaines jours heures minutes pages postes établissements documents pièces copies exemplaires questions lignes
    bulletins certificats choses points""".split()
)
_AHEAD = 3
_ENDS = frozenset(", ; : ? ! ( ) –".split())
_ALL = frozenset("all alle allen tous toutes".split())


def _whoever(statement: Statement) -> int | None:
    """Return the number of those whom a sentence asks for that surely asks for referees: "three captains you've flown with"."""
    tokens = statement.words
    dated = {word for mention in statement.times for word in mention.quote.lower().split()}
    for at, token in enumerate(tokens):
        if _NUMBERS.get(token, 0) < _SEVERAL or token in dated or (at and _is_of_all(tokens, at)):
            continue
        # "Three, please", "numbers for all three": who they are needs no word.
        if (at and tokens[at - 1] in _ALL) or (at == 0 and tokens[1:2] == (",",)):
            return _NUMBERS[token]
        end = next((index for index in range(at + 1, len(tokens)) if tokens[index] in _ENDS), len(tokens))
        noun = tokens[at + 1 : min(end, at + 1 + _AHEAD)]
        of_yours = not _YOURS.isdisjoint(noun[1:2])
        if noun and _NO_PEOPLE.isdisjoint(noun) and (of_yours or _OF_THEM.isdisjoint(noun[:1])):
            return _NUMBERS[token]
    return None


_SEVERAL = 2
_YOURS = frozenset("your ihrer ihren deiner deinen vos tes".split())
_OF_THEM = frozenset("of von des de and und et or oder ou to bis à".split())

# "A colleague", "another name", "einer Auskunftsperson": one will do.
_A = frozenset("a an another ein eine einen einem einer eines un une one".split())
_ANYBODY = frozenset("somebody someone jemand jemanden jemandem quelqu'un".split())
# "Somebody who", "jemanden aus der Klinik", and not "if somebody else had seen you".
_WHO = frozenset(
    "who whom whose that from in at of more , der die den dem aus von bei mit qui que de d'autre chez".split()
)
_ONE = frozenset(
    """referee reference name contact person boss colleague supervisor manager employer teacher tutor professor lecturer neighbour
    neighbor customer parent guarantor auskunftsperson referenzperson referenzgeber referenzgeberin referenz person mensch menschen kollegen kollegin kollege vorgesetzten
    vorgesetzte vorgesetzter arbeitgeber arbeitgebers chef chefs chefin namen ansprechpartner ansprechpartnerin ansprechperson führungskraft schulleitung
    référence référent référente répondant répondante personne collègue supérieur responsable employeur nom""".split()
)
# "A reference number", "a contact form", "a reference check": nobody.
_THING = frozenset(
    """number numbers code check checks form form's list sheet details address page portal history nummer liste nummern
    request letterhead""".split()
)
_EACH = frozenset("each every jede jeden jeder jedem chaque per pro je".split())
_BETWEEN = 3
# "Your last foreman", "votre dernier directeur": one, where German does not tell one from many.
_LAST = frozenset("last latest recent dernier dernière".split())
_OWNERS = frozenset("your votre ton ta".split())


def _somebody(tokens: Sequence[str]) -> int | None:
    """Return the number of people that a sentence speaks of one by one: "a manager", "one teacher and one parent"."""
    if not _EACH.isdisjoint(tokens):
        return None
    places = [at for at in range(len(tokens)) if _is_somebody(tokens, at)]
    if not places:
        return None
    count = 1
    for first, second in pairwise(places):
        # Further ones count where they are joined, and not where they are others to choose from, or do something.
        if not _JOINED.isdisjoint(tokens[second - 1 : second]) and _OR.isdisjoint(tokens[first:second]):
            count += 1
    return count


_JOINED = frozenset("and und et sowie plus".split())


def _is_somebody(tokens: Sequence[str], at: int) -> bool:
    """Whether somebody who is not named begins at a word: "a former colleague", "noch jemanden"."""
    if tokens[at] in _ANYBODY:
        behind = at + (2 if tokens[at + 1 : at + 2] == ("else",) else 1)  # "someone else who supervised you"
        return not _WHO.isdisjoint(tokens[behind : behind + 1])
    if tokens[at] in _LAST and not _OWNERS.isdisjoint(tokens[max(0, at - 2) : at]):
        return not _ONE.isdisjoint(tokens[at + 1 : at + 2]) or is_worker(" ".join(tokens[at + 1 : at + 2]))
    if tokens[at] not in _A:
        return False
    for index in range(at + 1, min(len(tokens), at + 1 + _BETWEEN)):
        word = tokens[index]
        if word in _ENDS or word in _OF_THEM or word in _NO_PEOPLE:
            return False
        if word in _ONE or is_worker(word):
            return _THING.isdisjoint(tokens[index + 1 : index + 2])
    return False


_SUFFICE = re.compile(
    r"^(?:und |and |et )?(?P<many>\w+)(?: (?P<who>\w+))? (?:(?:will|would|should) (?:do|be (?:enough|plenty|ample|fine|sufficient))|(?:is|are) (?:enough|plenty|ample|fine|sufficient)|"
    r"(?:reichen|reicht|genügen|genügt|suffisent|suffit|suffira|suffiront)\b|(?:wären|wäre) (?:gut|schön|ideal)|(?:nous |me )?suffiraient)"
)
_SINGLE = frozenset("ein eine one un une".split())


def _enough(tokens: Sequence[str]) -> int | None:
    """Return how many a sentence beside the one that asks says to be enough: "Two will be plenty", "Ein Name genügt"."""
    match = _SUFFICE.match(" ".join(tokens))
    if not match:
        return None
    many, who = match["many"], match["who"]
    if many in _SINGLE:
        return 1 if who in _ONE else None
    return _NUMBERS.get(many) if who is None or who in _REFEREES or who in _PEOPLE else None
