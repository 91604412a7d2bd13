"""Which addresses are a person's, a desk's, a program's."""

from __future__ import annotations

from sincerely.core.people import is_machine, is_person

PROGRAMS = (
    "no-reply@a.example", "noreply-jobs@a.example", "acme.noreply@a.example", "acme_do_not_reply@a.example",
    "do.not.reply@a.example", "auto-reply@a.example", "mailer-daemon@a.example", "bounces+17@a.example",
    "nepasrepondre@a.example", "ne-pas-repondre@a.example", "nicht-antworten@a.example", "bitte_nicht_antworten@a.example", "keine-antwort@a.example",
    "notification@a.example", "alerts@a.example", "system@a.example", "portal@a.example",
)  # fmt: skip
DESKS = (
    "hrteam@a.example", "people.ops@a.example", "rh@a.example", "recrutement@a.example", "hr.department@a.example",
    "vacancies@a.example", "personalabteilung@a.example",
)  # fmt: skip
PERSONS = (
    "dana@a.example", "norep.lyon@a.example", "connor.eply@a.example", "rhoda@a.example", "dana.hr@a.example",
    "portalis@a.example",
)  # fmt: skip


def test_nobody_reads_what_a_program_gets() -> None:
    assert [address for address in PROGRAMS if not is_machine(address) or is_person(address)] == []
    assert [address for address in (*DESKS, *PERSONS) if is_machine(address)] == []


def test_a_desk_is_no_person() -> None:
    assert [address for address in DESKS if is_person(address)] == []
    assert [address for address in PERSONS if not is_person(address)] == []
