"""OUT015: reasons for a fit are told in endless ways, rites of thanks in few; each line here is one of a note."""

from __future__ import annotations

import pytest
from tests.gate.case_files import Written

PROCESS = """process tolle employer="Tolle Technik" role="Disponentin" zone=Europe/Berlin country=DE via=direct
2026-06-01 09:00 scheduled ina.feld@tolle.example start="2026-06-09 10:00" end="2026-06-09 11:00"
2026-06-09 11:00 interviewed ina.feld@tolle.example
"""

REASONS = """
Tourenplanung mach ich am liebsten, daher passt die Stelle als Disponentin gut zu mir.
In den letzten zwei Jahren hab ich rund 40 Fahrer eingeteilt.
Mit Reklamationen habe ich täglich zu tun, deshalb reizt mich die Aufgabe besonders.
Weil bei uns im Betrieb auch alles im Schichtbetrieb läuft, fällt mir die Umstellung leicht.
Auf diesem Gebiet bin ich zu Hause.
Meine Stärke ist die Arbeit mit Zahlen, und die brauchen Sie ja.
Durch meine Arbeit im Archiv bin ich genaues Arbeiten gewohnt.
Staplerschein und Kranschein habe ich.
Mit Dachstühlen kenn ich mich aus.
Night shifts suit me, and I get on well with older residents, so I think we'd be a good match.
As a former teacher, I'm comfortable in front of a room.
My Spanish would be of use with your patients.
I run a team of nine now, so yours of twelve doesn't scare me.
I already hold the licence you need.
The post fits me well: I like routine and exact work.
That is the kind of problem I enjoy most.
Ce poste me correspond bien : j'aime le travail d'équipe et le terrain.
Ayant géré une équipe de six personnes, je me sens à l'aise dans ce rôle.
Les jeunes enfants, je les connais bien.
Travailler la nuit ne me fait pas peur.
Mes clients actuels sont du même secteur.
Your board would have saved me hours at the depot.
My father and I mended looms every winter.
"""
RITES = """
Ich würde mich sehr über eine positive Rückmeldung freuen.
Daher freue ich mich auf Ihre Antwort.
Der Termin am Freitag passt mir gut.
Seit unserem Gespräch bin ich noch neugieriger.
Ich habe mir alles notiert.
Auf der Heimfahrt habe ich noch viel nachgedacht.
Das Team hat mir gut gefallen, und die Räume sind hell.
Friday suits me well for the next call.
I really enjoyed meeting everyone and seeing the new office.
I was impressed by how calm everybody was.
I can start on the first of June.
I have whistled that tune ever since.
Could I leave my bike in the yard?
Votre accueil m'a touchée.
J'ai bien noté la date du prochain entretien.
L'horaire me convient, merci encore.
Je croise les doigts.
The night shift board stayed with me.
I am confident I can make a difference.
I got home safely and slept well.
I can be reached all week.
Ich bin gut nach Hause gekommen und sehr motiviert.
Je suis bien rentré chez moi, et très motivé.
"""


def _lacks_a_reason(line: str) -> bool:
    text = f"Guten Tag Frau Feld,\n\nvielen Dank für das Gespräch über die Stelle. {line}\n\nMia Lorenz\n"
    mail = f"From: Mia <mia@mail.example>\nTo: Ina Feld <ina.feld@tolle.example>\nSubject: Danke\n\n{text}"
    review = Written("x", False, "2026-06-10T10:00", "", "", "", PROCESS, mail).review()  # noqa: FBT003
    return any(f.code == "OUT015" and "why you fit it" in f.message for f in review.verdict.findings)


@pytest.mark.parametrize("line", REASONS.strip().splitlines())
def test_what_is_told_of_oneself_is_a_reason(line: str) -> None:
    assert not _lacks_a_reason(line)


@pytest.mark.parametrize("line", RITES.strip().splitlines())
def test_thanks_joy_hopes_and_arrangements_are_none(line: str) -> None:
    assert _lacks_a_reason(line)
