"""Invented facts planted in drafts are all found; true sentences pass."""

from __future__ import annotations

from datetime import date

import pytest

from sincerely.writing.provenance import invented

GROUNDS = (
    "Data analyst at Acme Corp",
    "liked: the migration story",
    "fit: ran two such migrations at Kestrel",
    "topic: moving the warehouse to Postgres",
    "send: the dashboard sample",
    "Led a team of 4 at Kestrel Logistics, 2019-2023",
    "SQL, Python, dbt",
    "MSc Statistics, University of Leeds",
    "by the end of next week",
    "Dana Whitlock", "Lee Chen", "Robin Ashdown",
)  # fmt: skip
DAYS = (date(2026, 3, 4), date(2026, 3, 13))
GERMAN = (
    "Datenanalystin bei Initech GmbH", "gut: die Geschichte vom Umzug", "zwei Jahre das Berichtswesen bei Kestrel geleitet",
    "der Umzug nach Postgres", "SQL und Python", "Jana Petersen", "Robin Ashdown",
)  # fmt: skip

# The text, and the words that are invented.
PLANTED = [
    ("I ran three such migrations.", ["three"]),
    ("I ran 12 such migrations.", ["12"]),
    ("I led a team of 40 at Kestrel.", ["40"]),
    ("I led a team of nine at Kestrel.", ["nine"]),
    ("We cut the cost by 35%.", ["35"]),
    ("It saved $250,000 a year.", ["250,000"]),
    ("It saved two million a year.", ["million"]),
    ("I have a decade of such work behind me.", ["decade"]),
    ("I did so from 2015 on.", ["2015"]),
    ("I have ten years of SQL.", ["ten"]),
    ("I also know Kubernetes well.", ["Kubernetes"]),
    ("I am just as much at home with tableau.", ["tableau"]),
    ("Terraform is something I use every day.", ["Terraform"]),
    ("I speak spanish too.", ["spanish"]),
    ("I hold a PhD from Leeds.", ["PhD"]),
    ("I am certified for it.", ["certified"]),
    ("I finished my bachelor's in Leeds.", ["bachelor's"]),
    ("My machine-learning models were used.", ["machine-learning"]),
    ("I ran two such migrations at Google.", ["Google"]),
    ("At Northquay I did much the same.", ["Northquay"]),
    ("I worked with Priya on it.", ["Priya"]),
    ("Marta told me about it.", ["Marta"]),
    ("I met Lee and Tom Becker.", ["Tom", "Becker"]),
    ("My former manager Sandra would confirm it.", ["Sandra"]),
    ("I studied at Oxford.", ["Oxford"]),
    ("It was in Berlin.", ["Berlin"]),
    ("I can start on Monday.", ["Monday"]),
    ("I can start in April.", ["April"]),
    ("I look forward to hearing from you by Friday 20 March.", ["20"]),
    ("I will send it tomorrow.", ["tomorrow"]),
    ("I can be there on 3 June.", ["3", "June"]),
    ("I will call you next month.", ["next month"]),
    ("You will have it in a week.", ["in a week"]),
    ("I could start in May.", ["May"]),
    ("My colleagues at IBM did it so.", ["IBM"]),
    ("I was offered the same role by Globex.", ["Globex"]),
    ("I moved it with BigQuery.", ["BigQuery"]),
    ("Using Snowflake, I ran two such migrations.", ["Snowflake"]),
    ("My fluent French would help.", ["fluent", "French"]),
    ("I was team lead for 6 people.", ["6"]),
    ("We spoke at 14:30.", ["14:30"]),
    ("I have mentored a dozen people.", ["dozen"]),
    ("My budgeting was praised.", ["budgeting"]),
    ("The Falcon project was mine.", ["Falcon"]),
    ("I published it in Nature.", ["Nature"]),
]
PLANTED_GERMAN = [
    ("Ich habe drei Jahre das Berichtswesen geleitet.", ["drei"]),
    ("Ich habe 15 Menschen geführt.", ["15"]),
    ("Ich habe das bei Siemens gemacht.", ["Siemens"]),
    ("Herr Kessler kann das bestätigen.", ["Kessler"]),
    ("Frau Petersen und Herr Vogt waren dabei.", ["Vogt"]),
    ("Ich kenne Kubernetes gut.", ["Kubernetes"]),
    ("Ich arbeite täglich mit Tableau.", ["Tableau"]),
    ("Ich habe ein Diplom.", ["Diplom"]),
    ("Ich könnte am Montag anfangen.", ["Montag"]),
    ("Ich könnte im April anfangen.", ["April"]),
    ("Das Projekt Falke war meines.", ["Falke"]),
    ("Ich habe mit SAP gearbeitet.", ["SAP"]),
    ("Sie hören nächste Woche von mir.", ["nächste Woche"]),
    ("Sabine kann das bestätigen.", ["Sabine"]),
    ("Ich habe zwanzig Berichte abgelöst.", ["zwanzig"]),
]
TRUE = [
    "Thank you for taking the time to talk with me on Wednesday, March 4 about the Data analyst role at Acme Corp.",
    "I especially liked the migration story; it is part of why I would enjoy working with you.",
    "I ran two such migrations at Kestrel, and I would be glad to bring that to Acme Corp.",
    "I ran 2 such migrations.",
    "You said that I might hear by Friday 13 March, and I look forward to it.",
    "You said by the end of next week.",
    "May I ask when I might expect to hear about the next step?",
    "At Kestrel Logistics I led a team of four from 2019 to 2023.",
    "My SQL and my Python are in daily use, and so is dbt.",
    "I hold an MSc in Statistics from the University of Leeds.",
    "Dana's view of Postgres was helpful, and so was Lee's.",
    "Will you let me know? I'm glad to go on, and I'll send the dashboard sample.",
    "Dear Dana,\n\nThank you.\n\nKind regards,\nRobin Ashdown",
    "If there is one thing more, it is this: I would go a long way to lean in.",
]
TRUE_GERMAN = [
    "vielen Dank für unser Gespräch am Mittwoch, 4. März über die Stelle als Datenanalystin bei Initech.",
    "Eines hat mir besonders gefallen: die Geschichte vom Umzug.",
    "Ich habe 2 Jahre das Berichtswesen bei Kestrel geleitet und würde diese Erfahrung gern einbringen.",
    "Wenn bei Initech noch Fragen offen sind, beantworte ich sie Ihnen gern. Ihr Team und Ihre Arbeit gefallen mir.",
    "Guten Tag Jana Petersen,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nRobin Ashdown",
]


def test_there_are_sixty_cases() -> None:
    assert len(PLANTED) + len(PLANTED_GERMAN) == 60


@pytest.mark.parametrize(("text", "words"), PLANTED)
def test_invented_facts_are_found(text: str, words: list[str]) -> None:
    found = invented(text, GROUNDS, DAYS)
    assert [item.quote for item in found] == words
    assert all(text[item.begin : item.stop] == item.quote for item in found)


@pytest.mark.parametrize(("text", "words"), PLANTED_GERMAN)
def test_invented_facts_are_found_in_german(text: str, words: list[str]) -> None:
    assert [item.quote for item in invented(text, GERMAN, DAYS, "de")] == words


@pytest.mark.parametrize("text", TRUE)
def test_true_sentences_pass(text: str) -> None:
    assert invented(text, GROUNDS, DAYS) == ()


@pytest.mark.parametrize("text", TRUE_GERMAN)
def test_true_german_sentences_pass(text: str) -> None:
    assert invented(text, GERMAN, DAYS, "de") == ()


def test_a_day_that_was_typed_short_has_its_ground() -> None:
    assert invented("The group meets every Tuesday.", ["topic: group meets every tues"]) == ()
    assert [i.quote for i in invented("The group meets every Friday.", ["topic: group meets every tues"])] == ["Friday"]
