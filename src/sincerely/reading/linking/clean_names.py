"""Names of employers without what stands around them in a sentence."""

from __future__ import annotations

import re

from .house_names import HOUSE

_NOT_FIRST = frozenset(
    """a an the this that these i we you he she it they dear hi hello thank thanks please our your my monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december best kind regards re fwd zoom google microsoft teams linkedin indeed glassdoor human resources hr
    hiring talent recruiting recruitment if in on at as for to unfortunately however after any all no not interview
    application position role job next date time when where link join meeting location phone email tel mobile cv
    covid english german french est pst gmt utc et pt what how why which who am pm uk us usa eu data senior junior
    lead head dr mr mrs ms prof offer update invitation confirmation congratulations status let following mit und
    calendly outlook gmail skype webex slack github hackerrank codility present least once before so also just could
    vorstellungsgespräch bewerbungsgespräch gespräch bewerbung einladung absage entretien candidature convocation
    ihnen dir mir uns
    but there here then looking sent original message von de from subject complete action required reminder canceled
    cancelled updated new frau herr sehr liebe lieber hallo bonjour votre nous vous wir sie ich die der das für pour""".split()
)  # fmt: skip
# Part of some names, and none by themselves.
_NEVER_ALONE = frozenset(
    """final reschedule rescheduled services abteilung referat fachbereich dezernat service bureau schulleitung benutzername
    username password passwort kennwort sportliche sonnige herzliche freundliche kollegiale alert alerts news""".split()
)
# "Ltd" and "Group Inc" are what is left of an agency's name without its desk's: "Talent Group Inc".
_ONLY_LEGAL = re.compile(
    r"(?:(?:group|holdings?|co|company|& co)\.? )?(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|gmbh|mbh|kgaa|sarl)\.?",
    re.IGNORECASE,
)
_GREETINGS = frozenset("grüße grüsse gruß gruss gruessen regards wishes salutations cordialement".split())
# Names end with some of these: "Harrow Data", "Larch School of English".
_NOT_LAST = (_NOT_FIRST | {"and", "of", "for", "team", "careers", "&"}) - frozenset(
    "data english french german google microsoft zoom slack github indeed linkedin mobile phone time head link uk us".split()
)
LONGEST = 60
"""Longer than this in letters no name is."""
_GERMAN_HOUSE = "Stadt|Gemeinde|Klinik|Amt|Universität|Hochschule|Schule|Verein|Firma|Stiftung"
# "Your application to la Ville de Sorvan", "von der Klinik Sorvan": of the sentence, as "le" of "le Monde" is not.
_SMALL_WORDS = re.compile(
    rf"^(?:chez )?(?:(?:(?:[Ll]a|[Ll]e|[Ll]es|du|des|de|au|aux|bei|von|vom|beim|im|der|die|das) |[LlDd]['’])+"
    rf"(?=(?:{HOUSE}|{_GERMAN_HOUSE})\b)|(?:des|aux) (?=[A-ZÀ-Þ][\w-]*s\b))?"
)


def clean(name: str) -> str:
    """Return a name without what stands around it; empty where it can be none."""
    name = re.sub(r"['’]s$", "", " ".join(name.split()).strip(" .,-–'’&/")).strip(" .,-–")
    name = re.sub(r"^(?:The|the|[Ii]hre?|[Dd]eine?|Eu(?:er|re)|Bei)\s+(?=\S)", "", name)
    name = _SMALL_WORDS.sub("", name)
    words = name.split()
    if name.lower() in _NEVER_ALONE or _ONLY_LEGAL.fullmatch(name) or (words and words[-1].lower() in _GREETINGS):
        return ""
    while words and words[-1].lower().strip(".,") in _NOT_LAST:
        words.pop()
    first = re.split(r"['’]", words[0].lower().strip(".,'’"))[0] if words else ""
    if first in _NOT_FIRST or not words or words[0][0].isdigit():
        return ""
    name = " ".join(words)
    return name if 1 < len(name) <= LONGEST else ""
