"""German notes typed all small: what can be known is written large, what can't is asked for."""

from __future__ import annotations

import pytest

from sincerely.app.drafts.drafting import Plain
from sincerely.writing.facts.grounds import Draft, Ground
from sincerely.writing.facts.opening_names import short_role
from sincerely.writing.facts.situation import Style
from sincerely.writing.german.nouns import has_unknown, nouns_in, with_nouns

from .drafting import HELD, made

DANA = "dana@acme.example"
PLAIN = Plain(style=Style(name="Robin Ashdown"))


def body(field: str, note: str, background: Plain = PLAIN) -> str:
    told = f'{HELD}2026-03-04 15:20 debriefed {DANA} {field}="{note}"\n'
    [found] = made(told, "THX001", DANA, language="de", background=background)
    assert isinstance(found, Draft), found
    return found.body


def asked(field: str, note: str) -> str:
    [found] = made(f'{HELD}2026-03-04 15:20 debriefed {DANA} {field}="{note}"\n', "THX001", DANA, language="de")
    assert not isinstance(found, Draft), found.body
    return found.missing[0].ask


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("fand die migration gut", "fand die Migration gut"),
        ("die ruhe in der gruppe", "die Ruhe in der Gruppe"),
        ("6 jahre krippe", "6 Jahre Krippe"),
        ("den waldtag organisiert", "den Waldtag organisiert"),
        ("beim bäcker gelernt", "beim Bäcker gelernt"),
        ("eingewöhnung nach berliner modell", "Eingewöhnung nach Berliner Modell"),
        ("die SAP umstellung", "die SAP-Umstellung"),
        ("die sülze war gut", "die Sülze war gut"),
        # Near misses: neither verbs nor adjectives nor participles are nouns.
        ("mit den anderen gesungen", "mit den anderen gesungen"),
        ("dort gewesen", "dort gewesen"),
        ("im letzten", "im letzten"),
        ("am besten", "am besten"),
        ("das passt gut", "das passt gut"),
        ("jung und offen", "jung und offen"),
        ("wie die leiten", "wie die leiten"),
        ("hat gut geleitet", "hat gut geleitet"),
        ("konnte alles fragen", "konnte alles fragen"),
        ("SAP Abteilung", "SAP Abteilung"),
    ],
)
def test_what_is_known_as_a_noun_is_written_large(typed: str, written: str) -> None:
    assert with_nouns(typed) == written


def test_the_processes_own_texts_tell_nouns() -> None:
    known = nouns_in(["Wir suchen Hilfe am Sauerteig. Bitte schicken Sie den Gebrauchtbrief."])
    assert {"sauerteig", "gebrauchtbrief"} <= known
    assert "sie" not in known
    assert with_nouns("die arbeit mit sauerteig", known) == "die Arbeit mit Sauerteig"
    assert with_nouns("die freude mit sauerteig") == "die Freude mit sauerteig"


def test_what_they_also_write_small_is_no_noun() -> None:
    assert "gute" not in nouns_in(["Das ist das Gute.", "eine gute Sache"])


@pytest.mark.parametrize("note", ["die sülzen", "sülze", "mit den krämern verhandelt", "ihre wollsocken"])
def test_what_only_looks_like_a_noun_is_unknown(note: str) -> None:
    assert has_unknown(with_nouns(note))


@pytest.mark.parametrize(
    "note",
    [
        "die Ruhe",
        "gut organisiert",
        "sehr nett",
        "locker",
        "flexibel",
        "das passt",
        "wie die mitdenken",
        "die alle mögen",
    ],
)
def test_what_is_none_is_not_unknown(note: str) -> None:
    assert not has_unknown(with_nouns(note))


def test_an_unknown_noun_is_asked_for_and_one_that_the_posting_knows_is_not() -> None:
    note = "der umgang mit den sülzen und den häckslern"
    assert note in asked("topic", note)
    posting = (Ground("posting", "Sie bedienen einen Häcksler.", "p:1"), Ground("posting", "Freude an Sülzen", "p:2"))
    assert "Sülzen" in body("topic", "die arbeit mit sülzen", Plain(style=Style(name="Robin Ashdown"), posting=posting))


def test_who_writes_nouns_large_is_trusted() -> None:
    assert "die Leute, die mitdenken" in body("liked", "die Leute, die mitdenken")


@pytest.mark.parametrize(
    ("field", "note", "words"),
    [
        ("liked", "fand die migration gut", "Ich fand die Migration gut."),
        ("liked", "fand das team nett", "Ich fand das Team nett."),
        ("liked", "ehrlich, zeigt einem alles", "wie ehrlich Sie waren."),
        ("liked", "nett und offen", "wie nett und offen Sie waren."),
        ("topic", "umstellung auf S/4, läuft bis 2027", "zum Thema Umstellung auf S/4"),
        ("topic", "offenes konzept, 4 gruppen", "offenes Konzept, 4 Gruppen"),
        (
            "fit",
            "6 jahre krippe, eingewöhnungen begleitet",
            "Ich bringe 6 Jahre Krippe mit, habe Eingewöhnungen begleitet",
        ),
        ("fit", "2 jahre à la carte, kann gut mit stress umgehen", "mit, kann gut mit Stress umgehen und"),
        ("fit", "hab den waldtag organisiert", "Ich habe den Waldtag organisiert"),
        ("fit", "kann gut mit kindern umgehen", "Ich kann gut mit Kindern umgehen"),
    ],
)
def test_small_fragments_become_sentences(field: str, note: str, words: str) -> None:
    assert words in body(field, note)


def test_a_verb_without_anybody_is_no_topic() -> None:
    assert "läuft alles noch" in asked("topic", "läuft alles noch")


def test_a_title_in_part_time_keeps_it() -> None:
    assert short_role("Erzieher (m/w/d) in Teilzeit") == "Erzieher in Teilzeit"


@pytest.mark.parametrize(
    ("field", "note", "words"),
    [
        ("liked", "hat mir alles gezeigt", "dass Sie mir alles gezeigt haben."),
        ("liked", "Hat sich Zeit genommen", "dass Sie sich Zeit genommen haben."),
        ("liked", "wie sie mit den kindern redet", "wie Sie mit den Kindern reden."),
        ("liked", "ehrlich über Personalmangel", "wie ehrlich Sie über Personalmangel gesprochen haben."),
        ("liked", "eure offenheit", ": Ihre Offenheit."),
        ("liked", "Lockere Art", ": lockere Art."),
        ("liked", "Müller Team", ": Müller Team."),
        ("liked", "gutes essen", ": gutes Essen."),
        ("liked", "man merkt dass sie gern da sind", "merkt, dass"),
        ("liked", "ohne dass einer drängt", "ohne dass einer drängt"),
        ("topic", "einarbeitung 3 monate", ": Einarbeitung 3 Monate."),
        ("fit", "elektriker seit 2012", "Ich bin seit 2012 Elektriker"),
        ("fit", "gelernte köchin", "Ich bin gelernte Köchin"),
        ("fit", "schon mal gemacht", "Ich habe das schon mal gemacht"),
        ("fit", "teamfähig, flexibel", "Ich bin teamfähig und flexibel"),
        ("fit", "nie krank", "Ich bin nie krank"),
        ("fit", "spreche polnisch", "Ich spreche Polnisch"),
    ],
)
def test_other_shapes_of_small_notes(field: str, note: str, words: str) -> None:
    assert words in body(field, note)


@pytest.mark.parametrize("typed", ["fand es klasse", "betrieb ein café", "kosten wenig", "die möbel sind antik"])
def test_what_may_be_a_verb_or_an_adjective_stays_small(typed: str) -> None:
    assert with_nouns(typed).startswith(typed.partition(" ")[0])
    assert not any(word in with_nouns(typed) for word in ("Klasse", "Betrieb", "Kosten", "Antik"))
