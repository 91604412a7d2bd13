"""Which part of a domain names the house."""

from __future__ import annotations

import pytest

from sincerely.reading.linking.registered import registered
from sincerely.reading.linking.relays import own_domain


@pytest.mark.parametrize(
    ("domain", "house"),
    [
        ("larchmere.vic.gov.au", "larchmere.vic.gov.au"),
        ("mail.larchmere.vic.gov.au", "larchmere.vic.gov.au"),
        ("larchmereps.nsw.edu.au", "larchmereps.nsw.edu.au"),
        ("larchmere.gov.au", "larchmere.gov.au"),
        ("larchmere.com.au", "larchmere.com.au"),
        ("hr.larchmere.org.au", "larchmere.org.au"),
        ("larchmere.gov.uk", "larchmere.gov.uk"),
        ("hr.larchmere.nhs.uk", "larchmere.nhs.uk"),
        ("larchmere.scot.nhs.uk", "larchmere.scot.nhs.uk"),
        ("cs.larchmere.ac.uk", "larchmere.ac.uk"),
        ("hollowell.norshire.sch.uk", "hollowell.norshire.sch.uk"),
        ("larchmere.co.nz", "larchmere.co.nz"),
        ("larchmere.govt.nz", "larchmere.govt.nz"),
        ("larchmere.zh.ch", "larchmere.zh.ch"),
        ("bau.larchmere.zh.ch", "larchmere.zh.ch"),
        ("larchmere.gv.at", "larchmere.gv.at"),
        ("larchmere.gouv.fr", "larchmere.gouv.fr"),
        ("larchmere.gouv.qc.ca", "larchmere.gouv.qc.ca"),
        ("larchmere.k12.or.us", "larchmere.k12.or.us"),
        ("larchmere.k12.co.us", "larchmere.k12.co.us"),
        ("larchmere.sp.gov.br", "larchmere.sp.gov.br"),
        ("larchmere.co.jp", "larchmere.co.jp"),
    ],
)
def test_below_a_country_s_own_parts_stands_the_house(domain: str, house: str) -> None:
    assert registered(domain) == house


@pytest.mark.parametrize(
    ("domain", "house"),
    [
        # Near misses: what is kept in one country is a house's own name in another.
        ("mail.larchmere.ch", "larchmere.ch"),
        ("jobs.larchmere.example", "larchmere.example"),
        ("hr.vic.com.au", "vic.com.au"),
        ("hr.zh.example", "zh.example"),
        ("team.tas.de", "tas.de"),
        ("mail.gouv.example", "gouv.example"),
        ("jobs.scot.co.uk", "scot.co.uk"),
        ("mail.sch.fr", "sch.fr"),
        # A part of a country is a house itself where nothing stands before it.
        ("zh.ch", "zh.ch"),
        ("vic.gov.au", "vic.gov.au"),
        ("gov.uk", "gov.uk"),
        ("gov.bc.ca", "gov.bc.ca"),
        ("example", "example"),
        ("", ""),
    ],
)
def test_a_house_of_its_own_is_not_cut_off(domain: str, house: str) -> None:
    assert registered(domain) == house


def test_two_offices_of_one_state_are_two_houses() -> None:
    assert own_domain("ana@larchmere.vic.gov.au") != own_domain("ben@hollowell.vic.gov.au")
    assert own_domain("ana@larchmere.vic.gov.au") == own_domain("jobs@recruit.larchmere.vic.gov.au")
