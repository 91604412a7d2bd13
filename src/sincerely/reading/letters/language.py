"""Which language a text is in, by its small words. Only those that Sincerely reads have a name.

Others that are near enough to be taken for them are known, so that they are not.
"""

from __future__ import annotations

import re
from collections import Counter

_SMALL = {
    "en": """the and to of you your we for is in that with have on will be are our i it this as at if not please from
        thank us can would by an was has or my me so do""",
    "de": """der die das und sie wir ihre ihnen für mit ist nicht ein eine zu auf von den dem im bei haben uns ich es sich
        wird werden bitte dass als auch an aus nach am dir dich du dein deine ihr ihren ihrem um uhr vom zum zur sehr geehrter geehrte noch nur schon
        aber oder wenn kann könnte könntest hast bist sind euch mal dann jetzt unser unsere""",
    "fr": """le la les et vous nous votre de des est pour dans que un une pas avec sur au aux ce cette je par en du qui
        à vos notre sont ne se plus ou tu toi ton ta tes mon ma mes il elle on si mais ont été être avant après chez""",
    "es": "el los las y usted su para con por que una es en del no lo al se como más pero le nos sus gracias",
    "it": "il gli e lei per con che una è in del non lo al si come più ma le ci la grazie nostro sua di",
    "nl": "de het en u uw wij voor met dat een is niet op van te zijn aan ons wij hebben als bij naar je jouw",
    "pt": "o os as e você seu para com por que uma é em do não ao se como mais mas lhe nos obrigado sua da",
}
# Their small words are spelt like English, German or French ones ("i", "to", "do", "on", "den", "en", "de").
_NEAR = {
    "pl": """w na z do i się nie że to jest o po za dla od jak ale czy pan pani nas są lub oraz przez przy tym będzie
        państwa dziękujemy proszę został który która jej jego już tylko""",
    "cs": """a v na se je že s z do o k za pro jako po by ale jsme jsou vás vám nás bude nebo který která děkujeme
        prosím tak jste ve od při pane paní aby sa sme ste pre ako alebo ďakujeme""",
    "fi": """ja on ei että se joka ovat oli myös mutta kun tai sekä hän minä sinä me te voit olemme kiitos hei teidän
        sinun meidän voisitko ole olet kanssa jos niin ennen hyvää haastattelu""",
    "sv": """och att det som en på är av för med till den har de inte om ett vi du dig din oss men var kan ska jag så
        från eller när hej tack vill""",
    "da": """og at det er en på til af for med den har de ikke om et vi du dig din os men var kan skal jeg så fra eller
        når hej tak vil der i deg ikkje også vennlig hilsen""",
    "tr": """ve bir bu için ile da de çok daha olarak ki ne var gibi siz sizi size biz ama veya sonra kadar olan olduğu
        teşekkür ederiz merhaba iyi""",
    "hu": """a az és hogy nem is egy van meg ez de csak már vagy mint mert ha el ki kérjük köszönjük önnek ön az
        szeretnénk amely""",
    "ro": """și de la în cu pe nu este o un că din pentru care sunt se mai sau dar ca vă ne dumneavoastră mulțumim
        avem fost prin""",
    "id": """yang dan di ke dari untuk dengan ini itu tidak pada akan adalah anda kami kita saya atau juga bisa oleh
        terima kasih dalam telah""",
    "vi": "và của là có cho không các một được trong với bạn chúng tôi để này đã những khi xin cảm ơn vào anh chị",
    "et": "ja on ei et see mis ka kui oma aga või teie meie me te saame palun aitäh tänan kas ning oleme",
    "hr": "i u je na se da za od su ne s sa koji kao ili vas vam nas nije biti hvala molimo će smo što",
    "lt": "ir yra kad su į iš ne tai bet arba už jūsų mes jūs ačiū prašome bus ar kaip dėl apie",
    "ca": "el la els les i de que un una per amb no és en al del us gràcies però com més dels aquest",
}
_WORDS: dict[str, tuple[str, ...]] = {}
for _code, _row in (_SMALL | _NEAR).items():
    for _one in set(_row.split()):
        _WORDS[_one] = (*_WORDS.get(_one, ()), _code)
# Mail of few words ("Date: Thursday, 3 pm; Where: Zoom") has no small ones; it has some of these.
_PLAIN = frozenset(
    """interview application job role position date time location where when team offer recruiter confirmed
    confirmation reminder meeting call zoom teams link phone video schedule scheduled candidate thanks hello hi dear
    regards best subject re fwd attached january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    bewerbung termin uhr ort datum stelle gespräch vorstellungsgespräch hallo guten tag grüße montag dienstag mittwoch
    donnerstag freitag entretien candidature poste bonjour cordialement merci rendez-vous lundi mardi mercredi jeudi
    vendredi update status welcome new view open email account code click software engineer manager analyst developer
    senior start end company resume cv""".split()
)
# Words of appointments that tell one language from all others: "Dienstag 16 Uhr passt mir" has no small words to speak of.
_TELLING = {
    "de": frozenset(
        """hallo uhr termin gespräch vorstellungsgespräch bewerbung montag dienstag mittwoch donnerstag freitag morgen
        heute übermorgen grüße gruß passt bis dann mir gut danke vielen dank gerne freue""".split()
    ),
    "fr": frozenset(
        """bonjour merci cordialement entretien candidature poste rendez lundi mardi mercredi jeudi vendredi demain
        heures bientôt convient parfait bien moi rdv mme midi""".split()
    ),
}
_TOLD = 3
_WORD = re.compile(r"[^\W\d_]+")
_NO_WORDS = re.compile(r"(?<!\S)\S*(?:://|@|www\.)\S*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+")
_READ = frozenset({"en", "de", "fr"})
UNKNOWN = "unknown"
_LOOK = 1500
# So many words say nothing of a language.
_FEW = 4
# In running text of a language one word in three or four is one of its small words.
_ENOUGH = 0.08
_HARDLY = 0.03
# Up to so many words may be a list of names and times.
_SHORT = 40


def language_of(text: str) -> str:
    """Return ``en``, ``de`` or ``fr``; another code, or ``unknown``, for a language that is not read.

    >>> language_of("Wir möchten Sie gerne zu einem Gespräch einladen."), language_of("Zapraszamy na rozmowę do biura.")
    ('de', 'unknown')
    """
    text = _NO_WORDS.sub(" ", text[:_LOOK]).lower()
    found = _WORD.findall(text)
    if not text.isascii() and _is_other_script(found):
        return UNKNOWN
    if len(found) < _FEW:
        return "en"
    counts: Counter[str] = Counter()
    # One word again and again ("e", "o") makes no language.
    several: Counter[str] = Counter()
    for word, count in Counter(found).items():
        for code in _WORDS.get(word, ()):
            counts[code] += count
            several[code] += 1
    best = max(_SMALL, key=lambda code: counts[code])
    enough = _ENOUGH * len(found)
    near = max((counts[code] for code in _NEAR if several[code] >= _FEW), default=0)
    if near >= enough and near > counts[best] and near > 1.2 * counts["en"]:
        return UNKNOWN
    # "So" and "in" are words of German, too: in few words those of appointments tell it.
    told = _told_by_few(found)
    if told and best == "en":
        return told
    if counts[best] >= enough and (best == "en" or several[best] >= _FEW - 1):
        return best if best in _READ or counts[best] > 1.3 * counts["en"] else "en"
    if told:
        return told
    return "en" if _may_be_english(found, counts["en"]) else UNKNOWN


def _told_by_few(words: list[str]) -> str:
    """Return the language that a text of few words is in by the words of appointments; empty where none is sure."""
    if len(words) > _SHORT:
        return ""
    seen = set(words)
    english = sum("en" in _WORDS.get(word, ()) for word in seen)
    telling = {code: _telling(seen, code) for code in _TELLING}
    return next((code for code, told in telling.items() if told >= _TOLD and told > 2 * english), "")


def _telling(seen: set[str], code: str) -> int:
    """Return how many words tell a language: those of appointments, and beside one, small words that no other has."""
    told = len(_TELLING[code] & seen)
    if not told:
        return 0
    return told + sum(_WORDS.get(word) == (code,) for word in seen - _TELLING[code])


def _is_other_script(words: list[str]) -> bool:
    """Whether most letters are none of the Latin alphabet."""
    letters = "".join(words)
    return len(letters) > 2 * sum(map(len, _LATIN.findall(letters)))


def _may_be_english(words: list[str], small: int) -> bool:
    """Whether words without many small ones among them are a list of names and times, as far as can be told."""
    likely = small + sum(word in _PLAIN for word in words)
    if len(words) <= _SHORT:
        return likely > _HARDLY * len(words) or (len(words) <= _SHORT // 3 and all(map(str.isascii, words)))
    return likely >= _ENOUGH * len(words)


def is_read(language: str) -> bool:
    """Whether mail in this language is understood."""
    return language in _READ


def small_words(language: str) -> frozenset[str]:
    """Return the small words by which a language is told."""
    return frozenset(_SMALL[language].split())
