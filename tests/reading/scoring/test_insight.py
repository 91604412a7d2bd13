"""The encoder's scores as probabilities, on scores that are known."""

from __future__ import annotations

import math
import re

import pytest

from sincerely.reading.scoring import labels
from sincerely.reading.scoring.encoding import Encoded, Span, Word
from sincerely.reading.scoring.insight import Insight, Outputs

SAID = labels.SAID


def scores(**strong: float) -> list[float]:
    """Return log-odds: what is named as given, all else far below zero."""
    return [strong.get(name, -9.0) for name in SAID]


def insight(words: list[tuple[int, str]] | None = None, company: set[int] | None = None) -> Insight:
    told = words or []
    texts: dict[int, str] = {}
    placed = []
    for piece, (source, word) in enumerate(told):
        text = texts.get(source, "")
        begin = len(text) + bool(text)
        texts[source] = f"{text} {word}".strip()
        placed.append(Word(source, begin, begin + len(word), piece))
    outputs = Outputs(
        kind=[4.0 if kind == "rejection" else 0.0 for kind in labels.KINDS],
        mail=[*scores(rejected=9.0), 9.0],
        sentences=[scores(), scores(rejected=2.0), scores(rejected=9.0, reason=1.0)],
        times=[[0, 5, 0, 0, 0], [5, 0, 0, 0, 0]],
        words=[[9.0 if n in (company or set()) else -9.0, -9.0, -9.0] for n in range(len(told))],
    )
    mentions = [(0, 0, Span(1, 2)), (1, 0, Span(2, 3))]
    return Insight(Encoded([1], [0], [Span(0, 1)] * 3, mentions, placed, texts), outputs)


def test_the_likeliest_kind_is_the_mails() -> None:
    seen = insight()
    assert seen.kind == "rejection"
    assert sum(seen.kinds.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("chances", "kind"),
    [
        ({"rejection": 0.55, "other": 0.1, "promise": 0.05}, "rejection"),
        ({"rejection": 0.55, "other": 0.42}, "other"),
        ({"interview_invite": 0.54, "rejection": 0.24, "other": 0.08}, "interview_invite"),
        ({"interview_set": 0.42, "interview_invite": 0.38, "other": 0.1}, "interview_set"),
        ({"offer": 0.48, "rejection": 0.4, "other": 0.07}, "other"),
    ],
)
def test_grave_news_is_the_kind_only_where_it_is_likely_enough(chances: dict[str, float], kind: str) -> None:
    rest = (1 - sum(chances.values())) / len(labels.KINDS)
    scores = [math.log(chances.get(one, 0.0) + rest) for one in labels.KINDS]
    seen = insight()
    assert Insight(seen.encoded, seen.outputs._replace(kind=scores)).kind == kind


def test_a_mail_says_what_the_whole_and_its_strongest_sentence_say() -> None:
    seen = insight()
    assert seen.says("rejected") > 0.99
    assert seen.where("rejected") == 1
    assert seen.says("reason") < 0.5  # a sentence says so, the whole does not
    assert seen.says("offered") < 0.01


def test_times_come_with_the_likeliest_first() -> None:
    seen = insight()
    [first, second] = seen.times("start")
    assert (first.statement, second.statement) == (0, 1)
    assert seen.time(0, 0, "start") > 0.9
    assert seen.time(3, 0, "start") == 0


def test_words_of_one_name_are_one_stretch_in_one_text() -> None:
    told = [(0, "Acme"), (0, "Corp"), (0, "wrote"), (1, "Acme"), (2, "Corp")]
    found = insight(told, company={0, 1, 3, 4}).stretches("company")
    assert [(stretch.source, stretch.text) for stretch in found] == [(0, "Acme Corp"), (1, "Acme"), (2, "Corp")]


def names(text: str, likely: dict[str, float], what: str) -> list[str]:
    """Return the names of one text whose words are as likely as given, else hardly."""
    placed = [Word(0, m.start(), m.end(), n) for n, m in enumerate(re.finditer(r"\w+|[^\w\s]", text))]
    column = labels.WORDS.index(what)
    rows = [[-9.0] * len(labels.WORDS) for _ in placed]
    for word in placed:
        share = likely.get(text[word.begin : word.stop], 0.01)
        rows[word.piece][column] = math.log(share / (1 - share))
    outputs = Outputs([0.0] * len(labels.KINDS), scores(), [scores()], [], rows)
    return [
        one.text for one in Insight(Encoded([1], [0], [Span(0, 1)], [], placed, {0: text}), outputs).stretches(what)
    ]


@pytest.mark.parametrize(
    ("text", "what", "likely", "name"),
    [
        ("Hanneke Prins had a conflict", "person", {"Hanneke": 0.39, "Prins": 0.7}, "Hanneke Prins"),
        ("Then Prins wrote", "person", {"Prins": 0.7}, "Prins"),
        ("meet Capt. Tveit there", "person", {"Capt": 0.16, "Tveit": 0.8}, "Tveit"),
        ("Kübler & Söhne, Ulm", "company", {"Kübler": 0.8, "&": 0.9, "Söhne": 0.4, "Ulm": 0.4}, "Kübler & Söhne"),
        ("our E-commerce Manager post", "role", {"E": 0.3, "commerce": 0.8, "Manager": 0.9}, "E-commerce Manager"),
        ("eine Web-Entwicklerin für uns", "role", {"Web": 0.8}, "Web-Entwicklerin"),
        ("als Koch/Köchin bei uns", "role", {"Koch": 0.8}, "Koch/Köchin"),
        ("als Entwickler:in bei uns", "role", {"Entwickler": 0.8}, "Entwickler:in"),
        ("as Site Engineer/London from May", "role", {"Site": 0.8, "Engineer": 0.9}, "Site Engineer"),
        ("as Designer/Berlin from May", "role", {"Designer": 0.8}, "Designer"),
        ("as Engineer/remote from May", "role", {"Engineer": 0.8}, "Engineer"),
        ("as Site Engineer/full-time", "role", {"Site": 0.8, "Engineer": 0.9}, "Site Engineer"),
        ("als Fischwirt/in bei uns", "role", {"Fischwirt": 0.8}, "Fischwirt/in"),
        ("als Koch: Beginn im Mai", "role", {"Koch": 0.8}, "Koch"),
        ("als Koch / Mai", "role", {"Koch": 0.8}, "Koch"),
        ("bei Koch/Maier heute", "company", {"Koch": 0.8}, "Koch"),
        ("un guide de montagne diplômé", "role", {"guide": 0.8, "de": 0.6}, "guide de montagne"),
        ("un guide de la vallée diplômé", "role", {"guide": 0.8, "de": 0.6}, "guide de la vallée"),
        ("une aide d'atelier diplômée", "role", {"aide": 0.8, "d": 0.6}, "aide d'atelier"),
        ("un guide diplômé de montagne", "role", {"guide": 0.8}, "guide"),
        ("notre gardienne de refuge part", "role", {"gardienne": 0.8}, "gardienne de refuge"),
        ("notre monteuse d'échafaudages part", "role", {"monteuse": 0.8}, "monteuse d'échafaudages"),
        ("la monteuse de notre atelier part", "role", {"monteuse": 0.8}, "monteuse"),
        *(
            (f"la monteuse de {owner} atelier part", "role", {"monteuse": 0.8}, "monteuse")
            for owner in ("votre", "leur", "cet", "mon", "son", "tout")
        ),
        ("la monteuse de Sorvan part", "role", {"monteuse": 0.8}, "monteuse"),
        ("le dossier de monteuse part", "role", {"dossier": 0.8}, "dossier"),
        ("un guide de, disons, montagne", "role", {"guide": 0.8, "de": 0.6}, "guide de"),
        ("le Fonds de Sel", "company", {"Fonds": 0.8, "de": 0.6}, "Fonds de"),
    ],
)
def test_a_name_is_told_whole_where_only_a_part_is_sure(
    text: str, what: str, likely: dict[str, float], name: str
) -> None:
    assert names(text, likely, what) == [name]
