"""French notes, as people scribble them, in the sentences that they become."""

from __future__ import annotations

import pytest

from sincerely.writing.french.notes import deed_of, need_of, object_of, sent_item, topic_of, turned
from sincerely.writing.french.persons import to_reader
from sincerely.writing.french.post import about, of, parted, that
from sincerely.writing.french.typography import spaced
from sincerely.writing.french.verbs import tu, vous
from sincerely.writing.german.persons import Reader
from sincerely.writing.words.clipping import is_dislike, is_private, need_and_deed, says_nothing

VOUS, TU = Reader(formal=True, single=True, called="Camille"), Reader(formal=False, single=True, called="Camille")
PANEL = Reader(formal=True, single=False, called="Camille")

TURNED = [
    ("sa franchise", "votre franchise", "ta franchise"),
    ("son récit et ses exemples", "votre récit et vos exemples", "ton récit et tes exemples"),
    ("leur façon d'expliquer", "votre façon d'expliquer", "votre façon d'expliquer"),
    ("la clarté de ses réponses", "la clarté de vos réponses", "la clarté de tes réponses"),
    ("le récit de Camille", "votre récit", "ton récit"),
    ("la franchise de Camille", "votre franchise", "ta franchise"),
    ("comment elle anime les rétros", "comment vous animez les rétros", "comment tu animes les rétros"),
    ("qu'elle m'a montré son équipe", "que vous m'avez montré votre équipe", "que tu m'as montré ton équipe"),
    ("elle s'occupe de tout", "vous vous occupez de tout", "tu t'occupes de tout"),
    ("elle prend le temps", "vous prenez le temps", "tu prends le temps"),
    ("elle est calme et précise", "vous êtes calme et précise", "tu es calme et précise"),
    ("elle explique et écoute", "vous expliquez et écoutez", "tu expliques et écoutes"),
    ("elle travaille avec patience et écoute", "vous travaillez avec patience et écoute", "tu travailles avec patience et écoute"),
    ("ce qu'elle a dit de ses débuts", "ce que vous avez dit de vos débuts", "ce que tu as dit de tes débuts"),
    ("la façon dont elle présente leur métier", "la façon dont vous présentez leur métier", "la façon dont tu présentes leur métier"),
    ("ils font des démos", "vous faites des démos", "vous faites des démos"),
    ("qu'ils travaillent en binôme et se font confiance", "que vous travaillez en binôme et vous faites confiance",
     "que vous travaillez en binôme et vous faites confiance"),
    ("comment Camille gère son équipe", "comment vous gérez votre équipe", "comment tu gères ton équipe"),
    ("que Camille mène deux équipes", "que vous menez deux équipes", "que tu mènes deux équipes"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "polite", "close"), TURNED)
def test_a_note_is_turned_to_its_reader(note: str, polite: str, close: str) -> None:
    assert to_reader(note, VOUS) == polite
    assert to_reader(note, TU) == close


@pytest.mark.parametrize(
    "note",
    [
        "il y a un jardin",
        "qu'il faut du temps",
        "l'équipe est petite",
        "son équipe et elle",
        "elle dit qu'elle part et qu'il reste",
        "ce qu'Alex a montré",
    ],
)
def test_what_is_not_sure_or_of_nobody_stays(note: str) -> None:
    assert to_reader(note, VOUS) == note


@pytest.mark.parametrize("note", ["sa franchise", "comment elle anime", "elle est calme"])
def test_of_a_panel_nobody_knows_which_one_is_meant(note: str) -> None:
    assert to_reader(note, PANEL) == note


def test_a_consultant_who_was_not_there_is_told_of_others() -> None:
    assert to_reader("sa franchise", Reader(formal=True, single=True, met=False)) == "sa franchise"


@pytest.mark.parametrize(
    ("third", "second", "familiar"),
    [
        ("explique", "expliquez", "expliques"),
        ("gère", "gérez", "gères"),
        ("mène", "menez", "mènes"),
        ("appelle", "appelez", "appelles"),
        ("emploie", "employez", "emploies"),
        ("partage", "partagez", "partages"),
        ("comprend", "comprenez", "comprends"),
        ("répond", "répondez", "réponds"),
        ("permet", "permettez", "permets"),
        ("obtient", "obtenez", "obtiens"),
        ("écrit", "écrivez", "écris"),
        ("expliquait", "expliquiez", "expliquais"),
        ("partageait", "partagiez", "partageais"),
        ("expliquera", "expliquerez", "expliqueras"),
        ("est", "êtes", "es"),
        ("a", "avez", "as"),
    ],
)
def test_verbs(third: str, second: str, familiar: str) -> None:
    assert vous(third) == second
    assert tu(third) == familiar


@pytest.mark.parametrize(
    ("plural", "second"),
    [("travaillent", "travaillez"), ("finissent", "finissez"), ("mettent", "mettez"), ("gèrent", "gérez"),
     ("emploient", "employez"), ("prennent", "prenez"), ("étaient", "étiez"), ("feront", "ferez")],
)  # fmt: skip
def test_verbs_of_several(plural: str, second: str) -> None:
    assert vous(plural) == second


@pytest.mark.parametrize(
    ("note", "shape", "words"),
    [
        ("l'ambiance calme", "object", "l'ambiance calme"),
        ("Ambiance calme", "object", "l'ambiance calme"),
        ("Très à l'écoute", "clause", "que vous avez été très à l'écoute"),
        ("vraiment à l'écoute", "clause", "que vous avez été très à l'écoute"),
        ("ont un jardin", "clause", "que vous avez un jardin"),
        ("Camille très claire", "clause", "que vous êtes très claire"),
        ("bon accueil", "object", "un bon accueil"),
        ("comment elle explique", "clause", "comment vous expliquez"),
        ("j'ai aimé la franchise", "object", "la franchise"),
        ("Adoré leur accueil", "object", "votre accueil"),
        ("L'équipe va doubler", "clause", "que l'équipe va doubler"),
        ("on peut tout demander", "clause", "qu'on peut tout demander"),
        ("c'est une petite équipe", "clause", "que c'est une petite équipe"),
        ("tout le monde s'entraide", "clause", "que tout le monde s'entraide"),
        ("les démos qui sont publiques", "object", "les démos qui sont publiques"),
        ("le livre blanc", "object", "le livre blanc"),
        ("j'ai beaucoup ri", "sentence", "J'ai beaucoup ri"),
    ],
)
def test_what_was_liked(note: str, shape: str, words: str) -> None:
    assert object_of(note, VOUS) == (shape, words)


@pytest.mark.parametrize(
    ("note", "shape", "words"),
    [
        ("On a parlé du budget", "object", "le budget"),
        ("parlé de la migration du CRM", "object", "la migration du CRM"),
        ("discuté des outils", "object", "les outils"),
        ("le planning d'astreinte", "object", "le planning d'astreinte"),
        ("planning d'astreinte", "object", "le planning d'astreinte"),
        ("horaires décalés", "object", "les horaires décalés"),
        ("processus d'achat", "bare", "processus d'achat"),
        ("parlé foot", "bare", "foot"),
        ("discussion autour du budget", "object", "le budget"),
        ("questions sur mon parcours", "mine", "mon parcours"),
        ("discuté avec elle du planning", "object", "le planning"),
        ("mon expérience en boulangerie", "mine", "mon expérience en boulangerie"),
        ("que l'équipe va doubler", "clause", "que l'équipe va doubler"),
        ("comment j'ai appris", "bare", "comment j'ai appris"),
    ],
)
def test_what_was_talked_about(note: str, shape: str, words: str) -> None:
    assert topic_of(note, VOUS) == (shape, words)


@pytest.mark.parametrize(
    ("note", "shape", "words"),
    [
        ("j'ai mené deux migrations", "did", "j'ai mené deux migrations"),
        ("Mené deux migrations", "did", "j'ai mené deux migrations"),
        ("suivi une formation en soins", "did", "j'ai suivi une formation en soins"),
        ("suivi de chantier", "brings_loose", "suivi de chantier"),
        ("contact facile", "brings_loose", "contact facile"),
        ("parle néerlandais", "did", "je parle néerlandais"),
        ("maîtrise SQL", "did", "je maîtrise SQL"),
        ("maîtrise de SQL", "brings", "ma maîtrise de SQL"),
        ("deux ans de SQL", "did", "j'ai derrière moi deux ans de SQL"),
        ("formé des apprentis", "did", "j'ai formé des apprentis"),
        ("formée aux premiers secours", "able", "je suis formée aux premiers secours"),
        ("BTS comptabilité", "brings", "mon BTS comptabilité"),
        ("patience, rigueur", "brings_loose", "patience, rigueur"),
        ("bonne connaissance du secteur", "brings", "une bonne connaissance du secteur"),
        ("moi aussi j'ai fait les trois-huit", "did", "j'ai fait les trois-huit"),
        ("nous avons fait la même migration", "did", "nous avons fait la même migration"),
        ("mon mémoire portait sur ce sujet", "did", "mon mémoire portait sur ce sujet"),
        ("a aimé mon parcours", "", ""),
        ("expérience en soins", "brings", "mon expérience en soins"),
        ("Permis B", "brings", "mon permis B"),
        ("patient", "able", "je suis patient"),
        ("à l'aise avec les clients", "able", "je suis à l'aise avec les clients"),
        ("peux commencer en mai", "able", "je peux commencer en mai"),
        ("animer des ateliers", "able", "je peux animer des ateliers"),
        ("atelier de couture", "brings_loose", "atelier de couture"),
        ("m'occupe des stocks", "did", "je m'occupe des stocks"),
        ("chef d'équipe dans une boulangerie", "did", "j'ai travaillé comme chef d'équipe dans une boulangerie"),
        ("devenu chef d'équipe en 2020", "brings_loose", "devenu chef d'équipe en 2020"),
        ("pas d'expérience en vente mais j'apprends vite", "did", "j'apprends vite"),
        ("peu d'expérience", "", ""),
        ("ils cherchent quelqu'un comme moi", "", ""),
        ("l'équipe est petite", "", ""),
    ],
)
def test_where_somebody_fits(note: str, shape: str, words: str) -> None:
    assert deed_of(note) == (shape, words)


@pytest.mark.parametrize(
    ("note", "need"),
    [
        ("ils cherchent un chef de projet", "un chef de projet"),
        ("besoin d'un chef de projet", "un chef de projet"),
        ("besoin de rigueur", "rigueur"),
        ("quelqu'un de patient", "quelqu'un de patient"),
    ],
)
def test_what_they_need(note: str, need: str) -> None:
    assert need_of(note) == need


def test_both_in_one_note() -> None:
    answered = turned("fit", "ils veulent quelqu'un d'autonome ; j'ai monté seule un service", "", VOUS)
    assert answered == {"did": "j'ai monté seule un service", "need": "quelqu'un d'autonome"}
    assert need_and_deed("ils cherchent : un chef ; moi : mené deux projets") == ("un chef", "mené deux projets")


@pytest.mark.parametrize(
    ("note", "item"),
    [
        ("lui envoyer le lien", "le lien"),
        ("CV", "mon CV"),
        ("lien vers mon site", "le lien vers mon site"),
        ("photos de l'atelier", "les photos de l'atelier"),
        ("GitHub", "GitHub"),
    ],
)
def test_what_is_to_be_sent(note: str, item: str) -> None:
    assert sent_item(note) == item


def test_notes_that_say_nothing_are_private_or_dislike() -> None:
    for note in ("rien", "Rien de spécial", "RAS", "néant", "je ne sais pas", "voir CV", "pas grand-chose"):
        assert says_nothing(note), note
    for note in (
        "le salaire",
        "on a parlé du salaire",
        "mes congés",
        "pourquoi je pars",
        "mon préavis",
        "entre nous : il part",
    ):
        assert is_private(note), note
    for note in ("je n'ai pas aimé l'open space", "pas convaincue par l'équipe", "détesté les locaux"):
        assert is_dislike(note), note


@pytest.mark.parametrize(
    "note", ["le logiciel de paie", "la gestion des congés des équipes", "le plan de formation", "la prime enfance"]
)
def test_what_is_work_is_not_private(note: str) -> None:
    assert not is_private(note)


@pytest.mark.parametrize(
    ("role", "employer", "post"),
    [
        ("Analyste de données", "Delorme", "poste d'analyste de données chez Delorme"),
        ("Comptable", "Acme", "poste de comptable chez Acme"),
        ("Chargé(e) de communication", "Acme", "poste de chargé(e) de communication chez Acme"),
        ("Data Analyst", "Hôpital Nord", "poste de Data Analyst à l'Hôpital Nord"),
        ("Infirmier", "CHU de Liège", "poste d'infirmier au CHU de Liège"),
        ("Horloger", "Ville de Genève", "poste d'horloger à la Ville de Genève"),
        ("HR Manager", "Ateliers Rhône", "poste de HR Manager aux Ateliers Rhône"),
        ("IT support", "Hermine", "poste d'IT support chez Hermine"),
        ("Stage en marketing", "Acme", "stage en marketing chez Acme"),
        ("", "Acme", "poste chez Acme"),
        ("Comptable", "", "poste de comptable"),
    ],
)
def test_the_post(role: str, employer: str, post: str) -> None:
    assert about(role, employer)["poste"] == post


def test_a_house_named_behind_the_title_is_said_once() -> None:
    assert parted("Chef de Projet aux Ateliers Rhône", "Ateliers Rhone") == ("Chef de Projet", "Ateliers Rhône")
    assert parted("Responsable de Zone", "Acme") == ("Responsable de Zone", "Acme")
    assert parted("Comptable chez Globex", "Acme") == ("Comptable chez Globex", "Acme")


def test_elision() -> None:
    assert (of("analyste"), of("comptable"), of("hôte d'accueil"), of("hockeyeur")) == (
        "d'analyste", "de comptable", "d'hôte d'accueil", "de hockeyeur"
    )  # fmt: skip
    assert (that("ils font"), that("vous faites"), that("on peut")) == ("qu'ils font", "que vous faites", "qu'on peut")


def test_spaces_before_signs_hold() -> None:
    assert spaced("Où ? Voici : « le poste » ; à 14 h 30 !").replace("\u00a0", "~") == (
        "Où~? Voici~: «~le poste~»~; à 14~h~30~!"
    )
    assert spaced("On lit « SQL », et plus").replace("\u00a0", "~") == "On lit «~SQL~», et plus"
    assert spaced("https://acme.example/a?b=1 : ici") == "https://acme.example/a?b=1\u00a0: ici"
    assert spaced("salaire: 12 000 euros") == "salaire: 12\u00a0000\u00a0euros"
