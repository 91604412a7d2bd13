"""German notes typed all small: nouns get their capital where they are known as such, and the person is asked where not.

A word is a noun by its ending (-ung, -keit), by what stands in the process's own mails, posting and CV, by being one that
is nothing else, or by standing where but a noun can: "den waldtag organisiert". Everything else stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .scraps import MANNERS

# Words that are nouns and nothing else, with their plurals.
_NOUNS = frozenset(
    """abend abende ablage abteilung akte akten alltag amt angebot angebote anlage anlagen anspruch antwort antworten anwalt arbeit arbeiten
    arbeitsplatz art arzt ärzte atmosphäre aufgabe aufgaben auftrag aufträge ausbilder auto autos azubi azubis bäckerei bahn bedarf beispiel
    bereich bereiche bericht berichte beruf berufe besuch betrieb betriebe bewerber bild bilder buch bücher buchhaltung buchung budget
    bus busse büro büros chef chefin chefs computer daten datenbank dienst dienste dienstplan ding dinge ehrlichkeit eindruck einblick eltern
    ende erfahrung erfolg ergebnis ergebnisse erlebnis erzieher erzieherin erzieherinnen essenszeit fach fachkraft fachkräfte fahrer fahrzeug fahrzeuge fall
    fälle familie familien farbe fehler feedback ferien fest filiale filialen firma firmen förderung frage frau frauen freude freund freunde
    führerschein führung gast gäste garten gärten gebäude gefühl gehalt geld gericht gerichte geschäft geschichte gespräch gespräche
    gesundheit gleis gruppe gruppen halle hallen hand hände handwerk haus häuser heim hilfe hotel humor idee ideen inhalt interesse
    internet jahr jahre jahren jahrs jugend jugendliche kasse kindergarten keller kind kinder kindern kita kitas klasse klassen klima klinik kollege
    kollegen kollegin kolleginnen konzept konzepte kopf kosten krankenhaus krippe kultur kunde kunden kundin kundinnen kurs kurse küche küchen labor lager
    land leben lehrer lehrerin lehrling leiter leiterin leitung leute leuten licht linie linien liste listen logistik lohn lösung markt maschine
    maschinen material meister meisterin meinung mensch menschen messe methode methoden miete minute minuten mitarbeiter mitarbeiterin
    mitarbeitern mittag mittagessen mitte modell modelle moment monat monate monaten montage morgenkreis museum mutter nachmittag nacht nächte
    name namen natur niveau note noten objekt offenheit ordnung ort orte paket pakete papier partner patient patienten pause pausen
    person personen personal pflege pflegeheim pferd phase plan pläne platz plätze praktikum praxis preis preise problem probleme produkt
    produkte produktion programm programme projekt projekte prozess prozesse prüfung qualität quartal raum räume rechner rechnung rechnungen
    regel regeln reise reisen respekt restaurant rezept rezepte richtung rolle ruhe runde sache sachen sauce saucen schicht schichten schiff
    schritt schritte schule schulen schüler schülerin schutz schwerpunkt sekunde seite seiten sicherheit sinn sohn sommer spaß speisekarte spiel
    spiele sprache sprachen staat stadt städte stammkunden start station stationen stelle stellen stimmung straße stress stück struktur
    strukturen studium stunde stunden supermarkt system systeme tag tage tagen tätigkeit tätigkeiten team teams technik technologie teil teile
    telefon termin termine thema themen therapie tier tiere tisch ton tonfall tochter tour touren umbau umgang umfeld umsatz umstellung umzug unterricht
    unternehmen ursache vater verein vereine verkauf verkehr verlag vertrag verträge vertrauen vertrieb verwaltung vormittag vorschlag vorstand
    waldtag wand ware waren weihnachten weiterbildung welt werk werkstatt werkzeug wettbewerb winter wissen woche wochen wochenende
    wochenenden wohnung wort worte zahl zahlen zeit zeiten zertifikat zeugnis zeugnisse ziel ziele zimmer zug züge zukunft
    zusammenarbeit zuschuss uhr kunst musik mathe sport excel bachelor master abitur lehre meisterbrief gesellenbrief ausbildung schein schiene strecke
    flotte depot leitstelle fahrgast fahrgäste fahrgästen busschein kasse teamleiter teamleiterin betreuer betreuerin bewohner bewohnern kundenkontakt
    altsystem karte karten schichtplan tourenplan lehrplan mahnwesen wege hierarchien kaffee übergabe übergaben brandschutz werkzeuge koch köchin köche elektriker elektrikerin schreiner tischler
    bäcker friseur gärtner maler metzger kellner kellnerin verkäufer verkäuferin mechaniker mechanikerin techniker ingenieur ingenieurin pfleger pflegerin händler
    händlern bewohner saison gemüse fleisch brot teig gerüst baustelle baustellen strom kabel leitungen schaltschrank netz server daten technik rohr rohre heizung heizungen
    dach dächer fenster tür türen lkw pkw gabelstapler stapler regal regale lieferung lieferungen ware bestellung bestellungen inventur umsätze ziele provision
    kantine pausenraum spielplatz wald ausflug ausflüge elternarbeit elternabend elternabende sprachförderung vorschule bildung forschung lehrstuhl doktorand
    doktorandin paper labore vorlesung seminar studenten studierende promotion mandant mandanten kanzlei fristen frist schriftsatz schriftsätze notar gutachten
    fahrplan linienverkehr frühdienst frühschicht spätschicht nachtdienst nachtschicht rufbereitschaft zuschläge tarif betriebsrat personalmangel stimmungen
    teilzeit vollzeit probetag springer taxi taxis e-bus e-busse quereinsteiger quereinsteigerin voraus mitarbeit schlüssel antrag anträge unfall unfälle
    arbeitsweise herangehensweise vorgehensweise denkweise""".split()
) - frozenset("leben wissen waren teil teile arbeiten reisen stellen noten fest fach excel start plan antworten frage runde kosten regeln reise heim flotte klasse betrieb".split())  # fmt: skip
# Verbs, prepositions or adverbs too: a noun only behind what no verb stands behind.
_EITHER = frozenset(
    """leben wissen teil teile arbeiten reisen stellen noten fest fach start plan bau essen treffen lernen arbeiten kochen backen frage antworten weg
    waren schreiben lesen fahren liebe runde kosten regeln reise heim flotte klasse betrieb""".split()
)
_BY_ENDING = re.compile(
    r"[a-zäöüß-]{2,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ität|itäten|ismus|nis|nisse|nissen|ments?|wesen|logie|grafie|graphie|kräfte"
    r"|system|systeme|projekt|projekte|gruppe|gruppen|station|stationen|schicht|schichten|konzept|konzepte|modell|modelle|leiter|leiterin|kunden|technik"
    r"|tik|gik|nik|lik|rik|mik|sik|schlüssel|antrag|anträge)|(?!heutzu)[a-zäöüß]{3,}tage?|[a-zäöüß]{0,}(?:software|leitung)|[a-zäöüß-]{3,}(?:mangel|karte|karten|abend|abende|zimmer|markt|wagen|pflege|übergabe|aufnahme|werkstatt|küche|schule|maschine|maschinen|dienst|dienste|abteilung|software|betrieb|verkehr|kasse|plätze|schein|termin|termine|pläne|team|teams"
    r"|erfahrung|gespräch|gespräche|zeiten|stunden|woche|wochen|jahre|jahren|leute)"
)
# Participles and adjectives of the same endings.
_NO_NOUNS = re.compile(
    r"(?:ge|ver|be|ent|er|miss|ein|ab|auf|an|aus|durch|vor|zu)?(?:ge)?(?:s|l|spr|zw|dr|kl|r|schw|schl|schl|w)ungen|(?:ge|ab|an|da)?wesen|antik|publik|vehement|jung|verschieden\w*|ohne\w*"
)
_SURE = re.compile(
    r"(?:den|dem|des|im|am|beim|zum|zur|vom|ins|eine[nmrs]?|keine[nmr]?|meine?[nmrs]?|deine?[nmrs]?|unsere?[nmr]?|eure[nmr]?|ihre[nmrs]?)"
)
_ARTICLE = re.compile(
    rf"(?:{_SURE.pattern}|der|die|das|ein|kein|euer|diese[nmrs]?|jede[nmrs]?|\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)"
)
# Neither nouns nor what ends a noun's phrase: how, how much, when.
_PLAIN = frozenset(
    """aber alle allein alles als also am an andere anderen anders auch auf aus außerdem bei beide beiden beim bis da dabei dafür daher damals danach dann
    dar das dass dazu dem den denn der des deshalb die dies diese diesen dieser dir doch dort draußen drei drinnen du durch ein eine einem einen einer eines
    einfach einige einigen einmal eher endlich er es etwa etwas euch euer eure fast fand fanden fast frei für ganz ganze ganzen gar gab geben gegen
    gehen geht genau genug gern gerne gibt gleich gut gute guten guter gutes hab habe haben hat hatte hatten her heute hier hin hinter ich ihm ihn ihnen ihr ihre ihren
    ihrer im immer in ins ist ja jede jeden jeder jedes jetzt kam kann kannst kein keine keinen klar klein kleine kleinen kleiner kleines klasse kommen kommt
    konnte können kurz lang lange langen läuft lieber liegt liegen links machen macht machte mal man manchmal mehr mein meine meinem meinen meiner meist meistens mich
    mir mit mittags miteinander möchte morgens muss müssen nach nachts nächste nächsten neben nein nett nette netten netter nettes neu neue neuen neuer neues nicht nichts nie noch
    nun nur ob oder offen offene offenen offener offenes oft ohne plus rechts richtig ruhig ruhige ruhigen samt schnell schon schön schöne schönen sehr seid seit
    sein seine seinen selber selbst sich sie sind so sogar soll sollen sonst sonntags samstags montags freitags sondern spät stark statt super tatsächlich teils toll tolle
    tollen tolles total trotzdem über überall um und uns unser unsere unter viel viele vielen vier vom von vor vorher während war waren warum was weil weit weiter welche wenig
    wenige wenigen wenn wer werde werden wie wieder will wir wird wo wohl wollen wollte wurde wurden zeigt zu zum zur zurück zusammen zwei zwischen fünf sechs sieben acht neun
    zehn abends früh täglich wöchentlich monatlich jährlich zuletzt bisher bereits derzeit aktuell kaum ziemlich echt eigentlich fast vielleicht hoffentlich alt alte alten alter altes
    letzte letzten letztes erste ersten erstes groß große großen großer großes mitgemacht leite leitete führe""".split()
)
_LIKE_ADJECTIVE = re.compile(
    r"[a-zäöüß-]+(?:lich|ig|isch|bar|sam|haft|los|voll|iv|ell|ent|ant|abel|ibel|al|är|iert|end)(?:e[nmrs]?|er|sten?)?|(?:ge|be|ver|er|ent|zer|über|unter|(?:ein|aus|auf|an|ab|mit|vor|zu|um|nach)ge)[a-zäöüß]{2,}(?:t|en)(?:e[nmrs]?)?"
)
_TOKEN = re.compile(r"[^\W_][\w'’/-]*|[^\w\s]", re.UNICODE)
_SMALL_IN = re.compile(r"(?<![\w-])[a-zäöüß]{4,}(?![\w-])")
_KNOWN_IN = re.compile(r"(?<=[^\W\d_,] )[A-ZÄÖÜ][a-zäöüß]{3,}(?![\w-])")
_POLITE = frozenset(
    "sie ihnen ihre ihrem ihren ihrer ihres euch eure euer dein deine dich unser unsere herr frau".split()
)


def nouns_in(texts: Iterable[str]) -> frozenset[str]:
    """Return what German texts write large in the middle of a sentence, and nowhere small: as small words."""
    return _nouns_in(tuple(texts))


@lru_cache(maxsize=4)
def _nouns_in(texts: tuple[str, ...]) -> frozenset[str]:
    # One draft asks again for each measure that it tries.
    large: set[str] = set()
    small: set[str] = set()
    for text in texts:
        large |= {found.casefold() for found in _KNOWN_IN.findall(text)}
        small |= set(_SMALL_IN.findall(text))
    return frozenset(large - small - _POLITE - _PLAIN)


def with_nouns(note: str, known: frozenset[str] = frozenset()) -> str:
    """Return a note with its nouns written large, as far as they can be nothing else.

    Args:
        note: as it was typed.
        known: nouns of the process's own texts, small.

    >>> with_nouns("fand die migration gut, und den waldtag")
    'fand die Migration gut, und den Waldtag'
    """
    found = list(_TOKEN.finditer(note))
    words = [match[0] for match in found]
    pieces, end = [], 0
    for n, match in enumerate(found):
        pieces.append(note[end : match.start()])
        pieces.append(_large(match[0]) if _is_noun(words, n, known) else match[0])
        end = match.end()
    # "Wir sprachen über" is a deed.
    pieces = [*pieces, note[end:]]
    text = re.sub(
        r"\b([Ww]ir|[Ss]ie) Sprachen (?=über|von|mit|kurz|lange|viel)",
        r"\1 sprachen ",
        _COUNTED.sub(lambda m: m[0][:1].upper() + m[0][1:], "".join(pieces)),
    )
    # "Die SAP umstellung" is one word in two pieces.
    text = _TWO_PIECES.sub(lambda m: f"{m[1].upper()}-{m[2]}" if m[2].lower() in words else m[0], text)
    return _CLASS.sub(lambda m: f"Klasse {m[1].upper()}", text)


# "3 lehrlinge ausgebildet": what is counted before a deed.
_COUNTED = re.compile(
    r"(?:(?<=\d )|(?<=\bzwei )|(?<=\bdrei )|(?<=\bvier )|(?<=\bfünf ))(?!neue|junge|große|kleine|weitere|eigene|andere)[a-zäöüß]{4,}(?:e|en|er|n|s)"
    r"(?= (?:\w*ge[a-zäöüß]+(?:t|en)|[a-zäöüß]+iert|betreut|verkauft|entwickelt)$)"
)
_CLASS = re.compile(r"\b[Kk]lasse ([a-d](?:1?e)?)\b")
_TWO_PIECES = re.compile(r"(?<![\w-])([A-Z]{2,6}|sap|crm|erp|edv|tüv|lkw|pkw) ([A-ZÄÖÜ][a-zäöüß]{3,})(?![\w-])")
_OF_A_TOWN = re.compile(
    r"(?:berliner|münch[e]?ner|hamburger|frankfurter|kölner|leipziger|dresd[e]?ner|zürcher|stuttgarter|bremer|hannoveraner)"
)


def _large(word: str) -> str:
    return word[:1].upper() + word[1:]


def _is_noun(words: list[str], n: int, known: frozenset[str]) -> bool:
    word = words[n]
    if not re.fullmatch(r"[a-zäöüß]{2,}(?:-[a-zäöüß]+)*", word) or _NO_NOUNS.fullmatch(word):
        return False
    if _OF_A_TOWN.fullmatch(word):
        return n + 1 < len(words) and _is_noun(words, n + 1, known)
    alone = n + 1 == len(words) or not words[n + 1][:1].isalpha() or words[n + 1] == "und"
    if (
        n
        and words[n - 1].casefold() in _SPOKEN | ({"in", "auf"} if alone else set())
        and word.endswith(("isch", "deutsch"))
    ):
        return True
    if word in _NOUNS or word in known or _BY_ENDING.fullmatch(word):
        return True
    before = words[n - 1].casefold() if n else ""
    following = words[n + 1] if n + 1 < len(words) else "."
    if before in {"der", "die", "das"} and following in _IS and n + 2 < len(words):
        return word in _EITHER or not _is_plain(word)  # "die sülze war gut"
    if word in _EITHER:
        return bool(_SURE.fullmatch(before)) or (is_adjective(before) and not following[:1].isalpha())
    inflected = r"(?:e|en|sten)$" if before.endswith("e") or before == "ins" else r"en$"
    # "Ohne dass einer drängt": the pronoun has a verb behind it.
    pronoun = re.fullmatch(r"(?:k?ein|mein|dein|unser|ihr)e?[rs]?", before) and word.endswith("t")
    if not _SURE.fullmatch(before) or pronoun or _is_plain(word) or re.search(inflected, word):
        return False
    return (
        not following[:1].isalpha()
        or following in _CLOSES
        or bool(re.fullmatch(r"[a-zäöüß]*ge[a-zäöüß]+(?:t|en)|\w+iert", following))
    )


_SPOKEN = frozenset("spreche sprech spricht sprechen lerne lernt rede verstehe fließend".split())
_IS = frozenset("war waren ist sind hat haben wird werden kann können".split())
_CLOSES = frozenset("in im bei beim an am auf von vom für mit seit aus zu zum zur nach vor über unter und oder".split())


def is_adjective(word: str) -> bool:
    """Whether a small word with an ending is an adjective before a noun: "lockere", "nettes", and not "Müller"."""
    bare = re.sub(r"(?:e|er|es|en|em)$", "", word)
    return word != bare and (bare in MANNERS or bare in _PLAIN_ADJECTIVES or bool(_LIKE_ADJECTIVE.fullmatch(word)))


_PLAIN_ADJECTIVES = frozenset(
    "gut toll schön klein groß kurz lang flach alt jung schnell sauber warm hell neu nett ruhig offen fest viel einfach stark modern".split()
)


def _is_plain(word: str) -> bool:
    return word in _PLAIN or word in MANNERS or bool(_LIKE_ADJECTIVE.fullmatch(word))


def has_unknown(note: str) -> bool:
    """Whether a note typed small has a word that looks like a noun and is not known as one, so that nobody can mend it.

    >>> has_unknown("die Ruhe in der Gruppe"), has_unknown("die sülze"), has_unknown("konnte alles fragen")
    (False, True, False)
    """
    words = [match[0] for match in _TOKEN.finditer(note)]
    if not any(word[:1].isalpha() for word in words):
        return False
    for n, word in enumerate(words):
        if _ARTICLE.fullmatch(word) and _wants_noun(word, words[n + 1 : n + 6], first=n == 0):
            return True
    first, *others = words
    # A bare word or two, "sülze", is a thing if it is nothing else.
    bare = len([w for w in words if w[:1].isalpha()]) <= 2 and not any(w[:1].isupper() for w in words)
    return bare and first.islower() and not any(_is_plain(word) or _VERBAL.fullmatch(word) for word in (first, *others))


_VERBAL = re.compile(r"[a-zäöüß]{3,}(?:st|te|ten|iere|ieren|ern|eln)")


def _wants_noun(article: str, following: list[str], *, first: bool) -> bool:
    """Whether what stands behind an article has a word that must be its noun, and none that is known as one."""
    run: list[str] = []
    for word in following:
        if word[:1].isupper() or any(c.isdigit() or c.isupper() for c in word):
            return False
        ends = not word[:1].isalpha() or word in _CLOSES or word in _IS
        if ends or (word in _PLAIN and not re.search(r"(?:e|en|er|es|em)$", word)) or word in _PRONOUNS:
            break
        run.append(word)
    # "Das passt" and "wie die mitdenken" have no article.
    alone = (
        article in {"der", "die", "das", "einer", "keiner"}
        and len(run) == 1
        and re.search("t$" if first else "(?:t|en)$", run[0])
    )
    unknown = [word for word in run if not _is_plain(word)]
    return bool(unknown) and not alone


_PRONOUNS = frozenset(
    "alle alles andere anderen beide einige man sie er es ich wir ihr ihnen ihm uns mir dir euch wie wer sowie gerne keine".split()
)
