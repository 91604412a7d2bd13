"""Which language a text is in, by its small words; in three of them drafts are written.

The others are known so that no mail is made half of one and half of another.
"""

from __future__ import annotations

import re

WRITTEN = {"en": "English", "de": "German", "fr": "French"}
"""The languages in which drafts are written, as they are called."""
UNWRITTEN = {"es": "Spanish", "it": "Italian", "nl": "Dutch", "pt": "Portuguese"}
"""Languages that are known and in which none are written."""
# A word of two languages stands in both, so that it tells neither.
_SMALL = {
    "en": frozenset("""the and to of you your we for is that with have on will be are our it this as at not please from
                    thank us would by an was has my me how they i in a about""".split()),
    "de": frozenset("""der die das und sie wir ihre ihnen für mit ist nicht ein eine zu auf von den dem im bei haben uns
                    ich es sich wird werden bitte dass als auch an aus nach dir dich du dein deine wie habe sind des
                    mein meine meinen waren zwei drei vier fünf neue neuen neues neuer kein keine viel viele über""".split()),
    "fr": frozenset("""le la les des du de une un et est pas je vous nous votre vos notre nos avec pour dans qui que ce
                    cette ces il elle ils elles au aux ont été être sont mais très bien comme leur leurs mes mon ma sa
                    ses ne aussi tout tous sur en à où tu te toi ton ta tes vers chez sans sous entre on me a y si qu j
                    l ai avez cela ça merci bonjour""".split()),
    "es": frozenset("""el los las y una un con para por su sus se del lo que de la en usted nos como pero más está muy
                    gracias nuestro nuestra hola le al hemos han sobre también""".split()),
    "it": frozenset("""il gli di che non per una un con del della lo le la sono si anche più grazie nostra nostro lei ci
                    nel alla dei delle questo abbiamo suo sua buongiorno""".split()),
    "nl": frozenset("""het een van dat zijn voor niet wij bij ook naar jij jouw uw ons onze je met maar worden heeft
                    graag deze dit kunt bent de en aan u hebben wordt als te""".split()),
    "pt": frozenset("""o os uma um não com para em da dos seu sua você nós se que de e é ao à mais muito obrigado
                    obrigada foi pelo pela olá nosso nossa por""".split()),
}  # fmt: skip
# Small words of the one language that are words of the other too.
_BOTH = frozenset("in an was will am so die not a i as war by has on it".split())
# What small words don't tell: notes often have none.
_TELLS = {
    "en": frozenset("""friendly honest good great nice calm open clear helpful ran led built managed worked taught trained
                    people work working moving weekly years experience they she their""".split()),
    "de": frozenset("""gut gute guter gutes nett nette netter leute jahre erfahrung ruhe ruhig geleitet gemacht geführt zeit
                    geduldig offene offen fragen tage arbeit""".split()),
    "fr": frozenset("""ans années expérience équipe clients travail travaillé géré dirigé encadré mené animé formation bonne
                    bon accueil écoute ambiance franchise calme pédagogie rigueur gérer""".split()),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
# "L'équipe", "d'analyste", "qu'ils": English and German have nothing of the kind before a small vowel.
_ELIDED = re.compile(r"\b(?:[dljnmtDLJNMT]|[Qq]u)['’](?=[aeiouyhâàéèêîôûœ])")
# These stand in names of streets, towns and houses: "12 rue de la Paix", "Le Meridien".
_IN_NAMES = frozenset("le la les de des du et en l d sur sous chez un une entre au aux".split())
_MARKS = {"de": re.compile("[äöüß]"), "fr": re.compile("[àâçèéêîôùûœ]")}
# Fewer small words may be a name's: "de la", "los", "van de".
_FEWEST = 3


def guess(text: str) -> str:
    """Return ``en``, ``de`` or ``fr``; nothing where a text's small words don't tell, or tell another language."""
    found = language_of(text)
    return found if found in WRITTEN else ""


def language_of(text: str) -> str:
    """Return the language that most of a text's small words are of, those of `UNWRITTEN` too; empty where none leads."""
    words = [word.casefold() for word in _spoken(text)]
    counts = {name: sum(word in small for word in words) for name, small in _SMALL.items()}
    elided = len(_ELIDED.findall(text))
    counts["fr"] += elided
    english, german = counts["en"], counts["de"]
    first = max(("fr", *UNWRITTEN), key=lambda name: counts[name])
    told = elided or not _IN_NAMES.issuperset(word for word in words if word in _SMALL["fr"])
    least = 1 if first == "fr" and told else _FEWEST
    if counts[first] > max(english, german) and counts[first] >= least:
        return first
    if english == german:
        return "de" if _MARKS["de"].search(text) and german else ""
    if told and counts["fr"] == max(english, german) and _MARKS["fr"].search(text):
        return "fr"
    return "en" if english > german else "de"


def languages_in(text: str) -> frozenset[str]:
    """Return the written languages of a text that says everything twice, as Swiss and Belgian houses do; else one or none.

    The paragraphs tell: a mail in French with an English term in it is French.
    """
    found = [
        name for block in re.split(r"\n\s*\n", text) if len(block.split()) >= _FEW and (name := language_of(block))
    ]
    return frozenset(found)


_FEW = 6


def _spoken(text: str) -> list[str]:
    """Return a text's words without its acronyms: MIT and ALS are no small words of German."""
    found = _WORD.findall(text)
    short = {word for word in found if word.isupper() and len(word) > 1}
    return [word for word in found if word not in short] if len(short) == 1 or len(short) < len(found) else found


def foreign(note: str, language: str) -> bool:
    """Whether a note is in another language than the mail, as far as its small words tell."""
    found = _spoken(note)
    # New Work and Work-Life-Balance are German by now.
    if language == "de" and len(found) > 1 and all(word[:1].isupper() for word in found):
        return False
    words = [word.casefold() for word in found if word.casefold() not in _BOTH]
    if re.search(r"\b[Dd]ie [A-ZÄÖÜ]\w", note):
        words.append("der")
    counts = {
        name: sum(word in small or word in _TELLS.get(name, ()) for word in words) for name, small in _SMALL.items()
    }
    counts["fr"] += len(_ELIDED.findall(note))
    # A house's name has such marks too: "L'Oréal".
    marked = any(word[:1].islower() and _MARKS["fr"].search(word) for word in found)
    least = {"en": 1, "de": 1, "fr": 1 if marked else 2}
    return any(
        counts[other] > counts[language] and counts[other] >= least.get(other, 2)
        for other in _SMALL
        if other != language
    )
