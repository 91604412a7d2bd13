"""German and French words that are hard on them, the near misses beside them, and what judges nobody in English."""

from __future__ import annotations

import pytest

from sincerely.app.models.tone_model import load_tone
from sincerely.gate.tone import Heard, hear
from sincerely.gate.tone_declining import tells_own_work, weighs_matters
from sincerely.gate.tone_turns import comes_near, is_hard
from sincerely.gate.tone_words import WHY, is_blunt

RUN_DOWN, GRUDGE, THREAT, CLAIM = (WHY[k] for k in ("disparagement", "bitterness", "threat", "entitlement"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Deux visites, un essai, six semaines ! Vous m'avez fait perdre trois jours de congé.", GRUDGE),
        ("Votre chef d'atelier n'a même pas pris la peine de me rappeler.", RUN_DOWN),
        ("Je suis révoltée par votre façon de faire.", RUN_DOWN),
        ("Votre proposition est une insulte.", RUN_DOWN),
        ("Je retire ma candidature. Je ne manquerai pas de le raconter à tous vos clients.", THREAT),
        ("J'exige une réponse avant ce soir.", CLAIM),
        ("Sie haben mir zwei Urlaubstage gestohlen.", GRUDGE),
        ("Vous vous êtes joués de moi.", GRUDGE),
        ("Hiermit ziehe ich meine Bewerbung zurück. Mein Anwalt setzt sich mit Ihnen in Verbindung.", THREAT),
        ("Je retire ma candidature et je raconte tout à la presse.", THREAT),
        ("Ihr Werkstattleiter hielt es nicht einmal für nötig, mich zu grüßen.", RUN_DOWN),
        ("Ihr Angebot ist eine Beleidigung.", RUN_DOWN),
        ("Ich ziehe zurück. Das werde ich überall weitererzählen.", THREAT),
        ("Ich verlange eine sofortige Entschuldigung.", CLAIM),
        ("I am appalled by the way you run this.", RUN_DOWN),
    ],
)
def test_it_is_shown_with_its_reason(text: str, why: str) -> None:
    tone = load_tone()(text)
    assert tone.negative >= 0.8
    assert why in {culprit.why for culprit in tone.culprits}


@pytest.mark.parametrize(
    "line",
    [
        "la grève m'a fait perdre une matinée, pardonnez mon retard.",
        "je ne voudrais pas vous faire perdre votre temps.",
        "vous ne m'avez pas fait perdre mon temps, au contraire.",
        "je n'ai même pas pris la peine de me changer en sortant de l'atelier.",
        "votre refus n'est pas une honte, je le comprends.",
        "votre accueil était formidable, je le dirai à tout le monde, merci.",
        "j'en parlerai à mon mari et vous réponds demain.",
        "je le dirai à tout le monde : votre boutique est belle.",
        "j'exige beaucoup de moi-même.",
        "meine anwältin meldet sich bei ihnen wegen des vertrags.",
        "je vous raconte tout à l'heure comment nous avons fait.",
        "der stau hat mir zwei stunden gestohlen.",
        "ich war nicht einmal in der lage, die tür zu öffnen.",
        "ihre absage ist keine schande.",
        "ihr lob war mir fast peinlich.",
        "ich werde überall erzählen, wie freundlich sie waren.",
        "diese gute nachricht kann ich nicht für mich behalten.",
        "sie werden bis freitag von mir hören.",
        "you didn't even need the manual, i noticed.",
        "danke für alles, was sie mir gezeigt haben.",
    ],
)
def test_near_misses_are_not_hard(line: str) -> None:
    assert not is_hard(line)


def test_how_near_friends_are_is_no_matter_of_hardness() -> None:
    near = "depuis jeudi, je ne pense qu'à votre sourire."
    assert comes_near(near)
    assert not is_hard(near)
    assert not comes_near("je pense encore à votre question.")
    assert load_tone()("Depuis jeudi, je ne pense qu'à votre sourire.").negative >= 0.8


def test_one_problem_beside_another_runs_nobody_down() -> None:
    assert weighs_matters(
        "What I took away is that the new depots are a people problem before they are a stock problem."
    )
    assert weighs_matters("Scrap is a training question rather than a machine question.")
    assert not weighs_matters("Your depots are a people problem before they are a stock problem.")
    assert not weighs_matters("Scrap is a leadership problem before it is a machine problem.")
    assert not weighs_matters("Clearly, scrap is a training problem before it is a machine problem.")
    assert not weighs_matters("We have a people problem.")


def test_ones_own_work_runs_nobody_down() -> None:
    assert tells_own_work("I ran a depot with two sites and have a few scars from it.")
    assert not tells_own_work("I ran a depot better than anything I saw on Tuesday.")
    assert not tells_own_work("I built that report, and journalists will like it.")
    assert not tells_own_work("I led a team, and your panel asked about none of it.")


def test_a_letter_that_strikes_only_where_it_judges_nobody_is_mild() -> None:
    calm, other = "Wir haben die Ausfallzeiten um ein Drittel gesenkt.", "Ihr Rundgang hat mir gefallen."
    text = f"{calm} {other} {other} {other}"
    assert hear(text, lambda _: Heard(0.9, (0.9, 0.1, 0.1, 0.1), {})).negative < 0.5
    assert hear(text, lambda _: Heard(0.9, (0.9, 0.1, 0.8, 0.1), {})).negative == 0.9
    assert hear(text, lambda _: Heard(0.9, (0.1, 0.1, 0.1, 0.1), {})).negative == 0.9


@pytest.mark.parametrize(
    "piece",
    [
        "vous m'avez ",
        "sie haben mir ",
        "votre a ",
        "ihr nicht einmal ",
        "je le ",
        "werde ich ",
        "a x problem ",
        "i ran ",
    ],
)
def test_a_line_of_beginnings_is_no_hard_turn(piece: str) -> None:
    line = piece * (6_000 // len(piece))
    assert not (is_hard(line))
    assert not (comes_near(line))
    assert not (weighs_matters(line))


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("warum haben sie mich abgelehnt?? das ist unfair.", True),
        ("das war wirklich ungerecht.", True),
        ("das finde ich unverschämt.", True),
        ("das ist nicht fair.", True),
        ("franchement, c'est injuste.", True),
        ("das ist nicht unfair, im gegenteil.", False),
        ("das ist unfair von mir, ich weiß.", False),
        ("das ist nicht fair gegenüber den anderen.", False),
        ("es wäre unfair, sie länger warten zu lassen.", False),
        ("c'est injuste envers vous.", False),
        ("ce n'est pas injuste.", False),
    ],
)
def test_who_calls_it_unfair(text: str, hard: bool) -> None:  # noqa: FBT001
    assert is_blunt(text) is hard
