"""Which part of a domain names the house: below what a country keeps for kinds of houses and for its own parts.

Not a list of every registry: the second levels that are kept alike nearly everywhere, those of single countries, and
the parts of a country below which its offices, schools and clinics stand.
"""

from __future__ import annotations

# Kept for kinds of houses wherever a country does so at all.
_KINDS = frozenset("co com ac org gov net edu".split())
_KINDS_OF = {
    "ar": "gob int mil tur", "at": "or gv", "au": "id asn csiro", "be": "fgov", "br": "jus leg mp mil art eco adv eng ong tec",
    "ca": "gc", "cl": "gob", "co": "gob mil", "es": "gob nom", "fr": "gouv asso", "hk": "idv", "hu": "info", "id": "go or sch web",
    "il": "muni k12 idf", "in": "nic res ind firm gen", "it": "asl", "jp": "or ne go lg ed gr ad", "ke": "go or ne sc", "kr": "or go re pe hs ms es",
    "lu": "etat public", "mx": "gob", "nz": "govt school iwi maori cri health kiwi geek gen mil", "pe": "gob", "pl": "info biz waw",
    "rs": "in", "sg": "per", "th": "go or in mi", "tr": "bel k12 gen web av dr", "tw": "idv", "tz": "go or ne sc",
    "ug": "go or ne sc", "uk": "nhs ltd plc sch police me mod", "us": "fed dni", "ve": "gob", "za": "law school nom",
}  # fmt: skip
# Parts of a country, and below which of its kinds they stand; "" for those that stand below the country itself.
_PARTS_OF = {
    "au": ("gov edu", "act nsw nt qld sa tas vic wa catholic"),
    "br": ("gov edu jus leg mp", "ac al am ap ba ce df es go ma mg ms mt pa pb pe pi pr rj rn ro rr rs sc se sp to"),
    "ca": ("", "ab bc mb nb nf nl ns nt nu on pe qc sk yk"),
    "ch": ("", "ag ai ar be bl bs fr ge gl gr ju lu ne nw ow sg sh so sz tg ti ur vd vs zg zh admin"),
    "uk": ("nhs", "scot wales"),
    "us": ("", """ak al ar az ca co ct dc de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny
        oh ok or pa ri sc sd tn tx ut va vt wa wi wv wy"""),
}  # fmt: skip
# What states and provinces keep below their own letters: "lincoln.k12.or.us", "dhs.state.mn.us", "mines.gouv.qc.ca".
_OF_STATES = frozenset("k12 state lib cc tec gov gouv".split())
# Below each county: "hollowell.norshire.sch.uk".
_SCHOOLS = ["sch", "uk"]
_COUNTRY = 2


def registered(domain: str) -> str:
    """Return the domain that a house has for its own: "recruit.hollins.vic.gov.au" is "hollins.vic.gov.au".

    What stands below no house, as "vic.gov.au" itself, is returned as it is.
    """
    labels = domain.split(".")
    return ".".join(labels[-_kept(labels) - 1 :])


def _kept(labels: list[str]) -> int:
    """Return how many of a domain's last labels are the country's or the registry's, with a house still before them."""
    country = labels[-1]
    if len(country) != _COUNTRY or len(labels) <= 2:
        return 1
    most = len(labels) - 1
    kind = labels[-2] in _KINDS or labels[-2] in _KINDS_OF.get(country, "").split()
    below, parts = _PARTS_OF.get(country, ("-", ""))
    kept = 2 if kind else 1
    if not below and labels[-2] in parts.split():
        kept = 3 if labels[-3] in _OF_STATES else 2
    elif (kind and labels[-2] in below.split() and labels[-3] in parts.split()) or labels[-2:] == _SCHOOLS:
        kept = 3
    return min(kept, most)


__all__ = ["registered"]
