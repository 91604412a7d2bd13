"""A yes to an offer is said in words; whoever puts the answer off, or is only glad, has not said it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.reading.items.test_asked import reading

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Wrote
from sincerely.core.header import Header
from sincerely.reading.letters.sentences import sentences
from sincerely.reading.linking.clues import Clues
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements.saying_yes import puts_off, says_yes

YES = [
    "I accept.",
    "I accept your offer to join the team.",
    "I accept your offer of employment.",
    "I am delighted to accept your offer of Store Manager.",
    "I'd be happy to accept.",
    "Yes, absolutely, I accept.",
    "I'll take it!",
    "I would love to take the job.",
    "Please take this as my formal acceptance.",
    "I hereby confirm my acceptance of the post.",
    "It's a yes from me.",
    "My answer is yes.",
    "Count me in.",
    "I'd be thrilled to join you.",
    "Please find attached the signed contract.",
    "The signed letter is attached.",
    "I've signed it and the original is in the post.",
    "Ich nehme das Angebot sehr gerne an.",
    "Die Stelle nehme ich gern an.",
    "Hiermit sage ich verbindlich zu.",
    "Ich sage sehr gerne zu.",
    "Anbei der unterschriebene Arbeitsvertrag.",
    "Den Vertrag habe ich unterschrieben, er liegt bei: Vertrag unterschrieben.",
    "Ich bin dabei!",
    "J'accepte votre offre avec grand plaisir.",
    "C'est oui !",
    "It is with great pleasure that I accept the position of Nurse.",
    "I have given notice and accept your offer.",
    "Please consider this my acceptance.",
    "I'm writing to accept the role of Planner.",
    "I've decided to accept.",
    "Accepted! Thank you so much.",
    "I am over the moon and accept with pleasure.",
    "I'm happy to say yes.",
    "Ich freue mich, Ihnen zusagen zu können.",
    "Mit Freude nehme ich an.",
    "Hiermit nehme ich Ihr Stellenangebot vom 3. März verbindlich an.",
    "Je vous informe que je l'accepte.",
    "Je prends le poste !",
    "Je vous donne mon accord.",
    "Happy to confirm that I will be joining you on 1 March.",
    "Signed and attached!",
    "Vielen Dank für das Angebot, das ich hiermit gerne annehme.",
    "Ich nehme an!",
    "Ich nehme sehr gerne an.",
    "Hiermit bestätige ich, dass ich die Stelle antreten werde.",
    "J'ai signé la promesse d'embauche.",
    "C'est avec grand plaisir que j'accepte le poste.",
    "J'ai le plaisir d'accepter le poste.",
    "Vous trouverez ci-joint le contrat signé.",
]
LATER = [
    "Let me sleep on it.",
    "I need until Monday to decide.",
    "Please bear with me until Thursday.",
    "Could we move the deadline to Friday?",
    "Ich brauche noch bis Freitag.",
    "Ich bitte um etwas Geduld.",
    "Puis-je avoir jusqu'à vendredi ?",
    "I'll talk it over with my wife tonight.",
    "Could I have a few days to think about it?",
    "I want to read the letter carefully before I say yes.",
    "You'll have my answer by Wednesday.",
    "I'll get back to you on Monday.",
    "May I have until Friday? I'd like to discuss it with my family.",
    "I need to go over the contract first.",
    "Let me look over the paperwork.",
    "I will let you know by Friday.",
    "You will get a decision from me before the weekend: my final decision by Friday.",
    "Ich schlafe noch eine Nacht darüber.",
    "Darf ich mir das bis Freitag überlegen?",
    "Ich möchte das in Ruhe mit meiner Familie besprechen.",
    "Sie bekommen meine Antwort am Mittwoch.",
    "Ich gebe Ihnen bis Montag Bescheid.",
    "Je vais y réfléchir ce week-end.",
    "J'aimerais en parler avec mon mari.",
    "Je reviens vers vous mercredi.",
]
NEITHER = [
    "Thank you so much for the offer, I'm honored.",
    "I accept that, and thank you for telling me so fast.",
    "I accept your decision.",
    "I accept the invitation to the interview.",
    "I would accept at 70,000.",
    "I would be happy to accept an offer of 70,000.",
    "I'd love to take the job, but the salary is too low.",
    "I can't accept the position.",
    "I will accept if the start date moves to May.",
    "When must I accept?",
    "I hope to accept soon.",
    "I'll accept as soon as the salary is settled.",
    "I accept that you need an answer soon.",
    "I can accept either slot.",
    "Gerne nehme ich an dem Gespräch teil.",
    "Je vous donne mon accord pour mardi.",
    "J'accepterai dès que le salaire sera confirmé.",
    "I signed the NDA, it is attached.",
    "I accept your proposed slot.",
    "I accept your offer to reimburse my travel costs.",
    "I accept your offer of a call on Tuesday.",
    "You want me to accept by Friday.",
    "I'll be joining you for the call on Tuesday.",
    "I would like to accept, but the salary is too low.",
    "I nearly accepted the other offer.",
    "I need to decide whether to accept the offer.",
    "Ich nehme an, der Vertrag kommt per Post?",
    "Der Vertrag kommt dann per Post, nehme ich an.",
    "Wenn ich die Stelle antrete, brauche ich ein Auto.",
    "Ich weiß nicht, ob ich das Angebot annehme.",
    "J'accepte votre rendez-vous de mardi.",
    "J'accepte votre proposition de date.",
    "J'ai signé la charte.",
    "I'll take it from here.",
    "I nearly cried when I read your mail.",
    "That is wonderful news!",
    "Is the offer signed by Mr Osei?",
    "Ich nehme an, dass der Vertrag per Post kommt.",
    "Ich nehme die Einladung gerne an.",
    "Ich kann das Angebot leider nicht annehmen.",
    "Bei 73.000 würde ich das Angebot annehmen.",
    "Ich freue mich sehr über Ihr Angebot.",
    "Vielen Dank für Ihre Zusage!",
    "J'accepte votre décision.",
    "Merci beaucoup pour votre offre, j'en suis très touchée.",
    "Je ne peux pas accepter le poste.",
]


def _said(text: str) -> list[list[str]]:
    return [plain(sentence.text).split() for sentence in sentences(text)]


@pytest.mark.parametrize("text", YES)
def test_a_yes(text: str) -> None:
    assert says_yes(_said(text))
    assert not puts_off(_said(text))


@pytest.mark.parametrize("text", LATER)
def test_an_answer_that_is_still_to_come(text: str) -> None:
    assert puts_off(_said(text))
    assert not says_yes(_said(text))


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text: str) -> None:
    assert not says_yes(_said(text))


@pytest.mark.parametrize(
    "text",
    [
        "thank you, that means a lot. Let me talk it over with my wife and read the letter properly. You'll have my answer by Wednesday.",
        "Thank you! Let me sleep on it and read the letter properly.",
        "Thanks so much. I want to read the letter carefully before I say yes.",
        "Thank you, I'm honored. You'll have my answer by Wednesday.",
    ],
)
def test_a_warm_not_yet_is_no_yes(text: str) -> None:
    told = reading(text, own=True)
    assert "accepted" not in [found.event.verb for found in (*told.events, *told.questions)]


def test_a_yes_is_told() -> None:
    assert "accepted" in [
        found.event.verb
        for found in reading("I'm delighted to accept. The signed letter is attached.", own=True).events
    ]


MAIL = """From: Robin Ashdown <robin@mail.example>
To: {to}
Subject: News
Date: Tue, 03 Mar 2026 10:00:00 -0500

{text}
"""


def _yes_to(text: str, to: str) -> bool:
    """Return whether a mail to somebody is taken for a yes, or asked about; Dana is known to be at an employer's."""
    links = Links([Header(id="acme", employer="Acme", role="Analyst")])
    dana = frozenset({"dana@acme.example"})
    links.learn("acme", Clues(people=dana, domain="acme.example", at=datetime(2026, 3, 2, tzinfo=UTC)))
    mail, me = MAIL.format(to=to, text=text).encode(), frozenset({"robin@mail.example"})
    told = read(mail, me=me, at=datetime(2026, 3, 4, tzinfo=UTC), models=load_models(), links=links)
    return "accepted" in [found.event.verb for found in (*told.events, *told.questions)]


@pytest.mark.parametrize(
    "text", ["Thank you for the offer. I accept.", "Danke für das Angebot! Ich nehme sehr gerne an."]
)
def test_a_plain_yes_is_never_passed_over(text: str) -> None:
    assert _yes_to(text, "dana@acme.example")


def test_a_yes_to_others_is_none() -> None:
    text = "I accept the offer for the car insurance and have signed the contract."
    assert not _yes_to(text, "jo@insurance.example")


def test_a_plain_yes_may_leave_something_else_for_later() -> None:
    text = "It is with great pleasure that I accept the position. I will let you know by Friday which laptop I'd like."
    assert "accepted" in [found.event.verb for found in reading(text, own=True).events]


def test_a_yes_that_wants_to_read_first_is_asked() -> None:
    found = reading(
        "I'm delighted to accept. Let me sleep on the start date, and read the letter properly before I sign.", own=True
    )
    assert "accepted" not in [one.event.verb for one in found.events]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Thank you so much for the offer! Could I have until Friday to think about it?", "other"),
        (
            "Merci beaucoup pour votre offre. Je vous réponds d'ici au 27, je reviens vers vous lundi au plus tard.",
            "other",
        ),
        ("Thank you for the job offer! I need until Monday.", "other"),
        ("Vielen Dank für das tolle Angebot! Ich brauche noch bis Freitag.", "other"),
        ("Thank you, I have all I need. See you then.", "reply"),
    ],
)
def test_an_offer_that_is_only_thanked_for_is_not_answered(text: str, purpose: str) -> None:
    wrote = [found.event for found in reading(text, own=True).events if isinstance(found.event, Wrote)]
    assert [event.purpose for event in wrote] == [purpose]
