"""The product's own drafts as texts that land well: the guard must not frown at what the product itself has written.

Debriefs of invented interviews, in varied words, each made into every mail that a candidate would send about it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from sincerely.app.drafts.drafting import Plain, Wish, drafts
from sincerely.core.timeline import parse
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.facts.situation import Style

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.support import process_of  # noqa: E402

# Employer, role, name of whom one met, what they talked about, what was liked, what they need and what was done.
_MET = (
    ("Larkspur Dental", "Practice manager", "Moira Kent", "how the two surgeries share one diary", "that nobody works through lunch", "somebody to calm the front desk", "I ran a reception of six"),
    ("Hollin Bridge Rail", "Signal technician", "Asif Khan", "the night shifts on the valley line", "how openly you talk about near misses", "hands that know old relays", "I kept relays from 1972 alive"),
    ("Quillfish Games", "Level designer", "Bo Lind", "why you cut the second island", "the wall of rejected sketches", "someone who can throw work away", "I cut a third of my last game"),
    ("St Aldate's Hospice", "Fundraiser", "Helen Moss", "the letters that families write", "the garden, and who looks after it", "steady income beyond legacies", "I doubled regular gifts in two years"),
    ("Perlmann Glas", "Controllerin", "Jana Wolff", "den Umzug der Schmelze nach Halle", "dass jede Zahl einen Namen hat", "jemanden, der SAP zähmt", "ich habe zwei SAP-Einführungen begleitet"),
    ("Kita Regenbogen", "Erzieher", "Tom Albers", "die Eingewöhnung im Herbst", "wie ruhig es beim Essen war", "Ruhe in der Gruppe der Großen", "ich habe fünf Jahre Vorschule geleitet"),
    ("Osprey Analytics", "Data engineer", "Priya Nair", "the pipeline that breaks on Mondays", "that you showed me the worst code first", "fewer pages at night", "I took our pages from forty a week to three"),
    ("Brightwater Council", "Planning officer", "Colm Healy", "the flood plain and the new school", "how residents are heard early", "a person who can chair hard meetings", "I chaired the parish for four years"),
    ("Tanager Coffee", "Roaster", "Luz Ortega", "the drum you rebuilt yourselves", "cupping with the whole crew", "an even second shift", "I roasted eleven tonnes last year"),
    ("Fjord & Finch", "Interior architect", "Signe Dahl", "the library in Odense", "models made of real birch", "drawings that builders can read", "I drew three schools down to the screws"),
    ("Mercy Vale Hospital", "Ward sister", "Grace Obi", "handovers at the bedside", "that students are asked what they saw", "someone who keeps people on the ward", "I kept nine of ten nurses for three years"),
    ("Copperline Legal", "Paralegal", "Edwin Shaw", "the backlog of tenancy cases", "your open door on Fridays", "order in eight thousand files", "I indexed an archive of that size"),
    ("Werft Nord", "Schweißer", "Heiko Jensen", "die neue Halle und das alte Dock", "dass Lehrlinge mit an den Rumpf dürfen", "jemanden mit Schein für Überkopf", "ich schweiße seit acht Jahren über Kopf"),
    ("Ash & Alder Books", "Bookseller", "Nora Flynn", "the children's corner on Saturdays", "handwritten cards on every shelf", "somebody for school visits", "I read to forty classes last year"),
    ("Telmark", "Support lead", "Ivo Petrov", "what callers really ask", "that you count solved cases and not minutes", "calm in the first week of a release", "I led support through nine releases"),
    ("Granite State Bank", "Credit analyst", "Maria Lopes", "farm loans after the drought", "that analysts visit the farms", "models a farmer can follow", "I explained ours at town meetings"),
    ("Atelier Vogt", "Grafikerin", "Ute Vogt", "die Plakate für das Stadtfest", "den Setzkasten im Flur", "eine Hand für Schrift", "ich setze seit zwölf Jahren Bücher"),
    ("Blue Heron School", "Maths teacher", "Sam Ruiz", "mixed groups in year nine", "that pupils mark their own first draft", "a way back for those who gave up", "I ran the evening class for that"),
    ("Nimbus Freight", "Dispatcher", "Olga Marin", "the Sunday boats", "the map on the wall with every lorry", "someone drivers trust", "I drove for six years myself"),
    ("Oakhurst Vets", "Receptionist", "Beth Carr", "how you tell people bad news", "the quiet room", "a kind voice on the phone", "I worked on a helpline for three years"),
    ("Lumen Solar", "Site engineer", "Raj Patel", "roofs older than their plans", "that crews may stop a job", "surveys that hold", "I surveyed two hundred roofs"),
    ("Stadtwerke Emden", "Projektleiter", "Frauke Harms", "das Fernwärmenetz im Osten", "wie früh Anwohner gefragt werden", "Termine, die halten", "ich habe drei Netze pünktlich übergeben"),
    ("Verity Press", "Editor", "Anna Bell", "the third chapter of the atlas", "that every error has a thank-you", "an eye for maps", "I edited two atlases"),
    ("Juniper Kitchens", "Sous chef", "Marco Bassi", "bread at four in the morning", "staff meals at one table", "a second pair of eyes on waste", "I halved the waste in my last kitchen"),
)  # fmt: skip
_OFFER = 'process {id} employer="Wren Ltd" role="Other work" zone=Europe/London country=GB\n2026-03-20 09:00 offered by=2026-03-27\n'
_CODES = {
    "THX001": "",
    "WAIT003": "",
    "WAIT004": "The Tuesday suits me well.",
    "ASK001": "",
    "OFF002": "",
    "BYE001": "",
    "BYE003": "",
}


def texts() -> Iterator[tuple[str, str]]:
    """Give each draft with a name of its own."""
    for number, row in enumerate(_MET):
        for ending, codes in _endings():
            written = _timeline(row, ending, f"p{number}")
            timelines = list(parse(written, "own"))
            process = process_of(timelines[0], timelines)
            for code in codes:
                who = "writing-sample" if code == "ASK001" else ""
                wish = Wish(who, _CODES[code], "")
                for found in drafts(process, code, Plain(style=Style(name="Robin Ashdown")), wish):
                    if isinstance(found, Draft):
                        yield f"own-{number}-{code}-{len(ending)}", found.body


def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    last = "2026-03-05 10:00 requested {who} writing-sample by=2026-03-09\n2026-03-06 09:00 heard {who} asks=yes\n"
    promise = "2026-03-04 16:00 promised by=2026-03-13\n"
    return (
        ("", ("THX001", "WAIT003")),
        (promise, ("THX001", "WAIT003", "OFF002")),
        (promise + "2026-03-17 09:30 wrote {who} purpose=check-in\n", ("WAIT003",)),
        (last.replace(" {who} writing", " writing"), ("ASK001", "WAIT004")),
        ("2026-03-19 09:00 rejected {who}\n", ("BYE001", "BYE003")),
    )


def _timeline(row: tuple[str, ...], ending: str, name: str) -> str:
    employer, role, met, topic, liked, need, deed = row
    who = f"{met.split()[0].lower()}@{name}.example"
    german = any(word in topic.split() for word in ("die", "den", "das"))
    place = "zone=Europe/Berlin country=DE" if german else "zone=Europe/London country=GB"
    return (
        f'process {name} employer="{employer}" role="{role}" {place}\n'
        f'2026-03-02 09:00 scheduled {who} start="2026-03-04 14:00" end="2026-03-04 15:00"\n'
        f"2026-03-04 15:00 interviewed {who}\n"
        f'2026-03-04 15:20 debriefed {who} topic="{topic}" liked="{liked}" fit="{need} ↔ {deed}"\n'
        + ending.format(who=who)
        + _OFFER.format(id=f"{name}-o")
    )
