"""Notes as they are really typed, in French, German and English, and what must not become of them."""

from __future__ import annotations

import pytest

from sincerely.app.drafts.drafting import Plain, Wish, drafts
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.facts.situation import Style, Thread
from sincerely.writing.french.greeting import is_formal, tells
from sincerely.writing.french.notes import (
    answered_needs,
    deed_of,
    need_slot,
    not_for_reader,
    object_of,
    topic_of,
    turned,
)
from sincerely.writing.german.notes import answered_needs as german_answered
from sincerely.writing.german.notes import deed_of as german_deed
from sincerely.writing.german.notes import is_trouble
from sincerely.writing.german.notes import not_for_reader as german_not_for_reader
from sincerely.writing.german.nouns import with_nouns
from sincerely.writing.german.persons import Reader
from sincerely.writing.german.persons import to_reader as german_reader
from sincerely.writing.saying.towards import called_by_name, is_name_only, liked_pieces
from sincerely.writing.words.french_phone import written_out_french
from sincerely.writing.words.names import Person, person_of
from sincerely.writing.words.phone import written_out_german

from .drafting import HELD, draft, process

VOUS = Reader(single=True, called="Claire")
SEVERAL = Reader()
DUE = "2026-03-06 09:00 offered by=2026-03-16\n"


class Swiss(Plain):
    """A mail of theirs that names a French street, in German."""

    def thread(self, who: str, source: str) -> Thread:
        return Thread(
            "Gespräch", "<1@x.example>", (), "Guten Tag Frau Vale\nSie finden uns an der Rue du Lac. Bis dann"
        )


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("ambiance détendue, il connait bien le produit", "l'ambiance détendue et le fait que vous connaissez bien le produit"),
        ("équipe soudée, bonne ambiance", "l'équipe soudée et une bonne ambiance"),
        ("accueil chaleureux", "l'accueil chaleureux"),
        ("très pro", "que vous avez été très pro"),
        ("honnête sur la charge", "que vous avez été honnête sur la charge"),
        ("Claire connaît tout le monde par son prénom", "que vous connaissez tout le monde par son prénom"),
        ("Claire connaît son métier", "que vous connaissez votre métier"),
        ("ils ont l'air de bien s'entendre", "que vous avez l'air de bien vous entendre"),
        ("elle laisse son équipe s'organiser", "que vous laissez votre équipe s'organiser"),
        ("Elle connaît bien son sujet et elle écoute", "que vous connaissez bien votre sujet et que vous écoutez"),
        ("le fait qu'elle soit venue me chercher", "le fait que vous soyez venue me chercher"),
        ("ils ont perdu deux personnes et cherchent quelqu'un", "que vous avez perdu deux personnes et cherchez quelqu'un"),
        ("ils ont un bon client et un agent", "que vous avez un bon client et un agent"),
    ],
)  # fmt: skip
def test_a_french_note_is_said_to_its_reader(note: str, words: str) -> None:
    assert object_of(note, VOUS)[1] == words


def test_of_several_nobody_knows_who_was_kind() -> None:
    assert object_of("très pro", SEVERAL) == ("bare", "très pro")


def test_a_reader_is_not_spoken_of_as_somebody_else() -> None:
    assert not_for_reader("liked", "elle rougit vite et il rit", VOUS)
    assert not not_for_reader("liked", "elle explique bien", VOUS)
    assert not not_for_reader("liked", "il y a un jardin", VOUS)
    assert not not_for_reader("liked", "la directrice, elle, était absente", VOUS)
    assert not not_for_reader("fit", "elle rougit vite et il rit", VOUS)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Silae, ADP, Excel", "Silae, ADP, Excel"),
        ("Workday, déploiement en cours", "Workday, déploiement en cours"),
        ("Genève et Lausanne, deux sites", "Genève et Lausanne, deux sites"),
        ("Autonomie, confiance", "l'autonomie et la confiance"),
        ("Clients exigeants", "les clients exigeants"),
    ],
)
def test_a_name_at_the_beginning_keeps_its_capital(note: str, words: str) -> None:
    assert object_of(note, VOUS)[1] == words


@pytest.mark.parametrize(
    ("note", "slot"),
    [
        ("leur retard sur la paie", "need_about"),
        ("gros turn-over en logistique", "need_about"),
        ("ils cherchent le bon profil", "need"),
        ("quelqu'un de rigoureux", "need"),
        ("un responsable paie", "need"),
        ("une meilleure organisation", "need"),
        ("suivre des PME", "need_own"),
    ],
)
def test_what_troubles_them_is_nothing_that_they_look_for(note: str, slot: str) -> None:
    assert need_slot(note) == slot
    assert slot in turned("fit", "j'ai géré la paie", note, VOUS)


def test_who_is_an_expert_has_not_experted() -> None:
    assert deed_of("expert Excel") == ("able", "je suis expert Excel")
    assert deed_of("bénévole depuis 2019")[1] == "je suis bénévole depuis 2019"
    assert deed_of("ouvert deux agences") == ("did", "j'ai ouvert deux agences")


def test_who_told_of_it_is_no_topic() -> None:
    assert topic_of("Claire m'a parlé de la restructuration", VOUS) == ("object", "la restructuration")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("bcp d'écoute + 12 pers ds l'équipe lol...", "beaucoup d'écoute et 12 personnes dans l'équipe"),
        ("télétravail 2j/semaine", "télétravail 2 jours par semaine"),
        ("astreinte 1 sem sur 4", "astreinte 1 semaine sur 4"),
        ("qqn d'autonome", "quelqu'un d'autonome"),
        ("Pr Lambert, TT et DS", "Pr Lambert, TT et DS"),
        ("3 min d'attente", "3 minutes d'attente"),
        ("SAP + Silae", "SAP et Silae"),
    ],
)
def test_french_thumbs(note: str, words: str) -> None:
    assert written_out_french(note) == words


def test_whom_a_salut_is_said_to_is_tu() -> None:
    text = "Salut Robin, top l'échange d'hier !"
    assert tells(text)
    assert not is_formal(text)
    assert is_formal("Salut à tous, vous trouverez le lien ci-joint")
    assert is_formal("Bonjour, merci pour l'échange")


def test_the_mail_before_the_call_asks_pardon_in_french() -> None:
    asked = f"{HELD}\n2026-03-03 15:00 asked jo@firm.example\n2026-03-05 10:00 named jo@firm.example\n"
    [found] = drafts(process(asked), "REF003", Plain(style=Style(name="Robin Vale")), Wish(language="fr"))
    assert isinstance(found, Draft)
    assert "Je vous prie d'excuser ce message tardif" in found.body
    assert "Il fallait attendre votre accord" in found.body
    assert "Puis-je vous appeler aujourd'hui" in found.body
    [agreed] = drafts(
        process(asked.replace("asked jo", "agreed jo")), "REF003", Plain(style=Style(name="Robin Vale")), Wish(language="fr")
    )  # fmt: skip
    assert isinstance(agreed, Draft)
    assert "Il fallait attendre" not in agreed.body
    assert all(sentence.stands_on for sentence in agreed.sentences)


def test_an_offers_thanks_ask_for_the_time_that_the_person_needs() -> None:
    said = draft(f"{HELD}{DUE}", "OFF001", said="May I answer by Monday, March 30?")
    assert "May I answer by Monday, March 30?" in said.body
    assert "you will have it by then" not in said.body
    assert "you will have it by then" in draft(f"{HELD}{DUE}", "OFF001").body


def test_words_that_a_kind_of_mail_has_no_place_for_are_told() -> None:
    found = draft(f"{HELD}2026-03-20 09:00 rejected\n", "BYE001", said="I loved the office.")
    assert found.unsaid == ("I loved the office.",)


@pytest.mark.parametrize(
    ("fit", "words"),
    [
        ("22 weeks lead time ↔ cut it to nine weeks", "As for 22 weeks lead time, I cut it to nine weeks"),
        ("less money in inventory ↔ took a million out of stock", "As for less money in inventory, I took"),
        ("getting from 40 to 80 stores ↔ grew a network of depots", "As for getting from 40 to 80 stores, I grew"),
    ],
)
def test_a_trouble_of_theirs_is_not_looked_for(fit: str, words: str) -> None:
    assert (
        words
        in draft(f'{HELD}2026-03-04 15:20 debriefed dana@acme.example fit="{fit}"', "THX001", "dana@acme.example").body
    )


@pytest.mark.parametrize("need", ["someone patient", "5 years of SQL", "2 more planners", "an owner for billing"])
def test_a_wish_of_theirs_is_one(need: str) -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed dana@acme.example fit="{need} ↔ ran billing for a year"'
    assert "As for" not in draft(story, "THX001", "dana@acme.example").body


def test_what_stands_nowhere_in_the_mail_is_told() -> None:
    story = (
        f'{HELD}2026-03-04 15:20 debriefed dana@acme.example liked="asked real questions. listened" fit="ran billing"'
    )
    assert draft(story, "THX001", "dana@acme.example").unsaid == ("listened",)
    whole = story.replace(". listened", "")
    assert draft(whole, "THX001", "dana@acme.example").unsaid == ()


def test_german_notes_keep_their_article_their_nouns_and_their_languages() -> None:
    assert german_deed("Team von 6 Leuten geführt") == ("verb", "habe ein Team von 6 Leuten geführt")
    assert german_deed("Teams von 6 Leuten geführt") == ("verb", "habe Teams von 6 Leuten geführt")
    assert with_nouns("3 lehrlinge ausgebildet") == "3 Lehrlinge ausgebildet"
    assert with_nouns("3 neue angefangen") == "3 neue angefangen"
    assert written_out_german("franz. fliessend, ca. 3 Jahre") == "Französisch fliessend, etwa 3 Jahre"
    assert written_out_german("franz. Kunden betreut") == "franz. Kunden betreut"
    assert german_reader("was sie gegen Engpässe tun", Reader()) == "was Sie gegen Engpässe tun"
    assert is_trouble("das Mahnwesen dauert zu lange")
    assert not is_trouble("jemand, der zu viel nicht Nein sagt")
    assert not is_trouble("sie suchen eine Fachkraft")


def test_a_street_in_geneva_says_du_to_nobody() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed dana@acme.example fit="zwei Umstellungen geleitet"'
    [found] = drafts(process(story), "THX001", Swiss(style=Style(name="Robin Vale")), Wish("dana@acme.example"))
    assert isinstance(found, Draft)
    assert (found.language, found.formal) == ("de", True)


def test_a_list_of_what_somebody_was_is_said_once() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed dana@acme.example fit="been a buyer, planner, then mgr" liked="she\'s been there 20 yrs and still loves it"'
    body = draft(story, "THX001", "dana@acme.example").body
    assert "I have been a buyer, a planner and a manager" in body
    assert "you've been there 20 years and still love it" in body


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (
            "leur façon de travailler en binôme, l'humour de Claire",
            "votre façon de travailler en binôme et votre humour",
        ),
        (
            "la clarté de ses mots, et qu'elle n'esquive rien",
            "la clarté de vos mots et le fait que vous n'esquivez rien",
        ),
        ("Sympa", "que vous avez été sympa"),
        ("visite du site", "la visite du site"),
    ],
)
def test_each_of_two_things_is_said_to_its_reader(note: str, words: str) -> None:
    assert object_of(note, VOUS)[1] == words


def test_each_of_several_topics_is_talked_about() -> None:
    assert topic_of("on a parlé de la fusion, du SIRH et des primes", VOUS)[1] == "la fusion, le SIRH et les primes"
    assert topic_of("le plan de la fusion et des primes", VOUS)[1] == "le plan de la fusion et des primes"


@pytest.mark.parametrize(
    ("note", "pieces"),
    [
        ("sympa mais un peu vite", ["sympa"]),
        ("pas grand, mais lumineux", ["lumineux"]),
        ("non seulement clair mais drôle", ["non seulement clair mais drôle"]),
        ("désormais plus calme", ["désormais plus calme"]),
    ],
)
def test_what_was_not_liked_is_not_praised(note: str, pieces: list[str]) -> None:
    assert liked_pieces(note) == pieces


def test_who_is_named_by_title_is_the_reader() -> None:
    claire = person_of("claire.vasseur@x.example", "Claire Vasseur")
    assert called_by_name("Mme Vasseur très à l'écoute", claire) == "Claire très à l'écoute"
    assert called_by_name("M. Perrin part en mars", claire) == "M. Perrin part en mars"
    assert called_by_name("Mme Vasseur", person_of("rh@x.example", "")) == "Mme Vasseur"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("5 ans SAP", "j'ai derrière moi 5 ans de SAP"),
        ("5 ans en usine", "j'ai derrière moi 5 ans en usine"),
        ("10 ans", "j'ai derrière moi 10 ans"),
        ("4 ans d'Excel", "j'ai derrière moi 4 ans d'Excel"),
        ("6 ans (dont 2 à Lyon)", "j'ai derrière moi 6 ans (dont 2 à Lyon)"),
    ],
)
def test_years_are_of_something(note: str, words: str) -> None:
    assert deed_of(note) == ("did", words)


def test_a_need_and_its_answer_in_two_sentences_are_one() -> None:
    parts = ["Ils ont besoin de quelqu'un pour la paie", "J'ai fait quatre ans de paie"]
    assert answered_needs(parts) == [" ↔ ".join(parts)]
    assert answered_needs(parts[::-1]) == parts[::-1]
    assert answered_needs([]) == []
    assert written_out_french("10 ans exp") == "10 ans d'expérience"
    assert written_out_french("Equipe soudée") == "Équipe soudée"
    assert written_out_french("Entreprise connue") == "Entreprise connue"


HELEN = person_of("helen.marsh@x.example", "Dr. Helen Marsh")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Dr Marsh very open", "very open"),
        ("Helen Marsh knows everyone", "Helen knows everyone"),
        ("Frau Marshs Humor", "Helens Humor"),
        ("the Marsh Lane site", "the Marsh Lane site"),
        ("Helen Marsh-Price left", "Helen Marsh-Price left"),
        ("Helen so wie sie ist", "so wie sie ist"),
    ],
)
def test_the_reader_has_one_name_in_every_language(note: str, said: str) -> None:
    assert called_by_name(note, HELEN) == said
    assert not is_name_only(note, HELEN)
    assert is_name_only("Helen.", HELEN)


@pytest.mark.parametrize(
    ("note", "pieces"),
    [
        ("friendly but a bit rushed", ["friendly"]),
        ("nett aber etwas gehetzt", ["nett"]),
        ("strict but fair", ["strict but fair"]),
        ("not only clear but kind", ["not only clear but kind"]),
        ("a butler in the hall", ["a butler in the hall"]),
    ],
)
def test_a_reproach_goes_into_no_thanks(note: str, pieces: list[str]) -> None:
    assert liked_pieces(note) == pieces


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Sie hat sich Zeit genommen und alles gezeigt", "Sie haben sich Zeit genommen und alles gezeigt"),
        ("sie kennt sich aus und sie hört zu", "Sie kennen sich aus und Sie hören zu"),
        ("ihre Art, und dass sie nichts beschönigt", "Ihre Art, und dass Sie nichts beschönigen"),
        ("Sie haben Zeit", "Sie haben Zeit"),
    ],
)
def test_german_notes_are_said_to_their_reader(note: str, said: str) -> None:
    assert german_reader(note, Reader(single=True)) == said


def test_a_german_reader_is_not_spoken_of_as_somebody_else() -> None:
    assert german_not_for_reader("liked", "sie lacht und malt und singt gern", Reader(single=True))
    assert not german_not_for_reader("liked", "Sie haben Zeit", Reader(single=True))
    assert not german_not_for_reader("liked", "wie sie Lehrlinge ausbilden", Reader(single=True))
    assert not german_not_for_reader("liked", "die Kantine und das Team", Reader(single=True))
    assert not german_not_for_reader("topic", "dass sie zwei Leute suchen", Reader(single=True))


def test_german_needs_and_answers() -> None:
    parts = ["Sie suchen jemanden für den Lohn", "Ich habe vier Jahre Löhne gemacht"]
    assert german_answered(parts) == [" ↔ ".join(parts)]
    assert german_deed("sie suchen jemanden für den Lohn") == ("", "")
    assert with_nouns("wir sprachen über die Fusion") == "wir sprachen über die Fusion"
    assert written_out_german("10 Jahre Erf.") == "10 Jahre Erfahrung"


def test_what_somebody_with_a_title_does_is_no_thing() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed dana@acme.example topic="Mr Perrin retires in March"'
    assert "that Mr Perrin retires in March" in draft(story, "THX001", "dana@acme.example").body
    thing = story.replace("Mr Perrin retires in March", "Mr Perrin's retirement in March")
    assert "about Mr Perrin's retirement in March" in draft(thing, "THX001", "dana@acme.example").body


@pytest.mark.parametrize(
    ("note", "reader", "said"),
    [
        ("bonne ambiance, elle connaît son sujet", SEVERAL, ("object", "une bonne ambiance")),
        ("sa franchise, Mme Vasseur est très directe", Reader(met=False), ("object", "sa franchise et le fait que Mme Vasseur est très directe")),
        ("les deux étaient très clairs", SEVERAL, ("clause", "que les deux étaient très clairs")),
        ("Claire a de l'humour, Claire connaît tout le monde", VOUS, ("clause", "que vous avez de l'humour, vous connaissez tout le monde")),
        ("la visite, très bien menée", VOUS, ("object", "la visite, très bien menée")),
        ("les deux sites", VOUS, ("object", "les deux sites")),
    ],
)  # fmt: skip
def test_a_thing_and_a_clause_are_not_one_clause(note: str, reader: Reader, said: tuple[str, str]) -> None:
    assert object_of(note, reader) == said


def test_a_note_without_end_is_left_as_it_is() -> None:
    note = "sie und sie hört " * 2000
    assert german_reader(note, Reader(single=True)).startswith("sie")
    assert not_for_reader("liked", "elle et " * 2000, VOUS) in {True, False}


def test_who_is_known_by_an_initial_is_spoken_to_all_the_same() -> None:
    zinnkann = Person("r.zinnkann@acme.example", "", "R.", "Zinnkann")
    assert called_by_name("dass Herr Zinnkann mir die Leitwarte gezeigt hat", zinnkann).startswith("dass Zinnkann mir")
    assert called_by_name("dass Herr Roth mir alles gezeigt hat", Person("", "", "Jan", "Roth")).startswith(
        "dass Jan mir"
    )
