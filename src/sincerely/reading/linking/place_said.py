"""Where the sentences of a mail say that an interview takes place, and the sentence that says so.

A place counts where its sentence speaks of the meeting, or names its hour; not where it speaks of the job's place, of
where to park, or of the firm's seat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sincerely.reading.letters.sentences import Sentence, sentences

from .place_shapes import CAP, WAYS, Shape, shapes


class Place(NamedTuple):
    """A place as it was written.

    Attributes:
        words: it.
        said: the sentence in which it stands.
    """

    words: str = ""
    said: str = ""


# So many sentences are looked at, and so much of each: what is longer is a text without stops.
_MOST, _LONGEST = 200, 600
_MEETS = re.compile(
    r"\b(?:interview\w*|meet|meeting|meets|come|held|takes? place|taking place|see you|join us|report to|arrive|expect(?:ing)? you|invit\w+"
    r"|appointment|assessment (?:cent(?:re|er)|day)|trial|(?:our|the) address|find us|we(?:['’]re| are) (?:located|at|based)|address is|panel"
    r"|gespräch\w*|vorstellungs\w+|termin|treffen|findet|kommen sie|komm|erwarte\w*|empfang\w*|lade\w*|einlad\w+|adresse|melden sie|bei uns"
    r"|entretien|rendez-vous|rece[vw]\w+|reçoi\w+|accueill\w+|aura lieu|se tiendra|présente[rz]|adresse|venir|rencontr\w+|convo\w+|attend\w*)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b|\s?h\b|h\d\d|\s?Uhr\b|\so['’]clock)|\b(?:noon|midday)\b|\bat\s(?:half|quarter)\s(?:past\s|to\s)?(?:\d|[a-z]{3,6}\b)"
    r"|day\b[^.;!?]{0,30}\sat\s\d{1,2}(?=\s?(?:[,;.!?]|$))",
    re.IGNORECASE,
)
# Where the job is, where the car stands, where the firm has its seat: no interview is said to be there.
_ELSEWHERE = re.compile(
    r"\b(?:based (?:at|in|out of)|work(?:ing|s)? (?:at|from|out of|in)|place of work|workplace|registered (?:office|in|address)|head office:|company (?:no|number|reg\w*)"
    r"|park(?:ing)?|car park|station|bus|train|tube|tram|deliver\w*|post (?:it|them|the|your)|send|return (?:it|them|the)|apartment|flat|tenancy|you live|your home|home address"
    r"|arbeitsort|einsatzort|dienstort|parkplatz|parken|parkhaus|haltestelle|bahnhof|schicken|senden|amtsgericht|handelsregister|sitz der"
    r"|wohnen|stelle (?:in|am|im)|habitez|poste (?:est )?(?:basé|situé)|lieu de travail|stationn\w+|parking|gare|envoy\w+|siège social :|rcs)\b",
    re.IGNORECASE,
)
# Only what is said to be the meeting's place is it where no house, floor or room is named: "see you at our Bristol office".
_LEADS = re.compile(
    r"\b(?:(?:held|place|come|came|visit|meet|meeting|you|us|report|join|arrive|interview|appointment|gespräch|termin|kommen|statt|erwarten|treffen"
    r"|entretien|lieu|tiendra|rendez-vous|venir|attendons|recevrons|accueillerons|[ap]m|uhr|\d{1,2}[:.h]\d\d|\w+day|\d{1,2}(?:st|nd|rd|th)?|march|april|june|july"
    r"|january|february|august|september|october|november|december)\b[^.;!?]{0,30}?\s(?:at|in|to|into|bei|in|im|am|zu|dans|à|en)\s(?:the\s)?)$",
    re.IGNORECASE,
)
# A post at a place, a role that is based there; "the interview for the post will be held there" is none of these.
_POST = re.compile(
    r"\b(?:post|role|position|job|vacancy|placement|nurse|manager|shifts?|stelle|poste)\b"
    r"(?:(?!\b(?:held|takes?|confirmed|scheduled|arranged|statt|lieu|tiendra)\b|\d)[^.;,!?]){0,50}\s(?:at|in|on|bei|am|im|à|au|chez)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "Not at 9 Long Lane but at …", "from Room 3 to Room 7", "instead of our office": there nobody waits.
_NOT_THERE = re.compile(
    r"\b(?:not(?! only)|\w{2,6}n['’]t|no longer|never|nicht(?! nur)|keinesfalls|pas|plus)\b"
    r"(?! (?:be late|forget|hesitate|worry|vergessen|oublier))[^.;:!?]{0,80}$|(?:\b(?:instead of|rather than|anstatt|anstelle|au lieu d[eu])|^\W*statt)\b[^.;:!?]{0,10}$|\b(?:from|von|vom|depuis)\s(?:the\s|our\s|der\s|dem\s)?$",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"[,;]|\b(?:but|sondern|mais|and|und|et)\b", re.IGNORECASE)
_FAR = 120
# So much of a sentence is its place where it says nothing else.
_NOTHING_ELSE = 12


def place_in(text: str) -> Place:
    """Return the first place at which a mail lets somebody come; with its street, where a sentence near it tells it."""
    said = [one._replace(text=one.text[:_LONGEST]) for one in _whole(sentences(text)[:_MOST])]
    found = [(index, one) for index, each in enumerate(said) for one in shapes(each.text) if _counts(said, index, one)]
    if not found:
        return Place()
    index, shape = found[0]
    words, stop = [_words(said[index], shape)], index
    if _is_all(said[index], shape):
        stop, more = _below(said, index)
        words += more
    if not shape.street:
        street = next((_words(said[at], other) for at, other in found if other.street and index < at <= stop + 2), "")
        words += [street] if street and street not in words else []
    return Place(", ".join(words), said[index].text)


# "The school is on Mill Lane, behind the bank": no house number, but a street by name. "The office is in special
# measures" has none.
_SEAT = re.compile(
    r"(?:^|[.,;:!?]\s)(?:[Tt]he|[Oo]ur|[Ww]e)\s(?:(?P<site>[\w ]{2,30}?)\s)?(?:is|are)\s(?:(?:just|right|located|situated)\s){0,2}"
    r"(?:on|in|at|off|along|behind|opposite|near)\s(?P<words>(?:the\s(?:corner|end|top|bottom)\sof\s)?"
    rf"(?:(?:{CAP})\s){{1,3}}(?:{WAYS})\b[^.;!?]{{0,120}})"
)
_NO_SEAT = re.compile(
    r"\b(?:park\w*|car|bus|train|tram|station|stop|job|role|post|position|vacancy|flat|room|house|home|other|nearest|trial|shift)\b",
    re.IGNORECASE,
)
_WAY_IN = re.compile(
    r"\b(?:entrance|gates?|doors?|doorbell|buzzer|bell|intercom|reception|ask for|sign in)\b", re.IGNORECASE
)
_BEHIND_SEAT = 2


def seat_in(text: str) -> Place:
    """Return where the house of a mail is said to stand, by its street alone, and how one gets in.

    It is where one meets if nothing else is said: neither another place nor that nobody travels.
    """
    held = list(_whole(sentences(text)[:_MOST]))
    for index, one in enumerate(held):
        found = _SEAT.search(one.text[:_LONGEST])
        if (
            found is None
            or _NO_SEAT.search(found["site"] or "")
            or _NOT_THERE.search(found[0][: found.start("words") - found.start()])
        ):
            continue
        more = [one.text]
        for other in held[index + 1 : index + 1 + _BEHIND_SEAT]:
            if not _WAY_IN.search(other.text[:_LONGEST]):
                break
            more.append(other.text[:_LONGEST])
        return Place(" ".join(found["words"].split()).strip(" ,"), " ".join(more))
    return Place()


_FLOOR_BEHIND = re.compile(r"(?:OG|UG|Stock|Etage|Obergeschoss|Stockwerk)\b")
_ENDS_WITH_NUMBER = re.compile(r"(?<!\d)\d{1,2}\.$")


def _whole(said: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield sentences, those together that only the stop of "2. OG" divides."""
    held: Sentence | None = None
    for one in said:
        if held is not None and _ENDS_WITH_NUMBER.search(held.text) and _FLOOR_BEHIND.match(one.text):
            held = Sentence(f"{held.text} {one.text}", held.begin, one.stop)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _counts(said: Sequence[Sentence], index: int, shape: Shape) -> bool:
    """Whether a place is where one meets."""
    text = said[index].text
    before = text[max(0, shape.begin - _FAR) : shape.begin]
    if _ELSEWHERE.search(before) or _POST.search(before) or _NOT_THERE.search(_CONTRAST.split(before)[-1]):
        return False
    if not shape.exact:
        return _LEADS.search(before) is not None and _speaks_of_meeting(text, shape)
    if _speaks_of_meeting(text, shape):
        return True
    above = said[index - 1].text if index else ""
    return _is_all(said[index], shape) and _speaks_of_meeting(above) and not _ELSEWHERE.search(above)


def _speaks_of_meeting(text: str, shape: Shape | None = None) -> bool:
    bare = text if shape is None else f"{text[: shape.begin]} {text[shape.stop :]}"
    return _MEETS.search(bare) is not None or _HOUR.search(bare) is not None


def _is_all(sentence: Sentence, shape: Shape) -> bool:
    """Whether a sentence is a place and not much else: "Our address is" no more."""
    return len(sentence.text) - (shape.stop - shape.begin) <= _NOTHING_ELSE


def _words(sentence: Sentence, shape: Shape) -> str:
    return sentence.text[shape.begin : shape.stop].strip(" .,").removeprefix("the ")


_CODE = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’ -]{1,30},?\s)?(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?)[.,]?|(?:D-|F-|A-|CH-)?\d{4,5}\s[A-ZÀ-Þ][\w .-]{2,40}"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]{1,30}(?:[ -][A-ZÀ-Þ][\w'’-]{1,30}){0,2},?")
_LINES, _TERSE = 3, 6


def going_on(place: str, lines: Sequence[str]) -> list[str]:
    """Return the lines below a place that go on with it: its street, its floor, its town, its code."""
    found: list[str] = []
    for at, line in enumerate(lines[:_LINES]):
        before = lines[at - 1] if at else place
        following = lines[at + 1] if at + 1 < len(lines) else ""
        named = _NAME.fullmatch(line.strip()) and (before.rstrip().endswith(",") or _CODE.fullmatch(following.strip()))
        if len(line.split()) > _TERSE or not (named or _CODE.fullmatch(line.strip()) or _is_place(line.strip())):
            break
        found.append(line.strip(" .,\t"))
    return found


def _is_place(line: str) -> bool:
    return any(len(line) - (one.stop - one.begin) <= _NOTHING_ELSE for one in shapes(line))


def _below(said: Sequence[Sentence], index: int) -> tuple[int, list[str]]:
    """Return the last of the lines below a place that go on with it, and what they say."""
    lines: list[str] = []
    for at in range(index + 1, min(index + 2 + _LINES, len(said))):
        if said[at].begin - said[at - 1].stop > 1:
            break
        lines.append(said[at].text)
    found = going_on(said[index].text, lines)
    return index + len(found), found
