"""An opening's title and its employer's name, as people say them in a sentence."""

from __future__ import annotations

import re

# Who is meant by the law's letters, how much of a week, which contract: nobody says it with the title.
_GENDERS = r"(?:[mwfdxihg]|div|gn|all genders?|alle geschlechter)"
_ALL_SEXES = re.compile(
    rf"[([]\s?{_GENDERS}(?:\s?[/|,*]\s?{_GENDERS}){{0,3}}\s?[)\]]|(?<![\w/]){_GENDERS}(?:/{_GENDERS}){{1,3}}(?![\w/])",
    re.IGNORECASE,
)
_TERMS = r"""(?:\d{1,2}\s?(?:years?|months?|jahre?|monate?)|\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%|remote|hybrid|on-?site|full[- ]time|part[- ]time|permanent|temporary|fixed[- ]term
|maternity cover|teilzeit|vollzeit|voll-? (?:oder|und) teilzeit|(?:un)?befristet|elternzeitvertretung|ab sofort|home-?office)"""
_TERMS = _TERMS.replace("\n", "")
_NUMBER = (
    r"(?:req(?:uisition)?|ref(?:erence|erenz)?|id|jr|job(?: id)?|r|kennziffer|kenn-?nr|stellen-?(?:id|nr)|(?:nr|no)(?=[.:]))"
    r"[.:# _-]{0,3}[a-z]{0,4}[-_]?\d[\w/.-]*|#\s?\d[\w-]*|\d{4,}"
)
# With something around it, or after a dash or comma; a bare "80 %" or "Elternzeitvertretung" after a title too.
_TAIL = re.compile(
    rf"\s?(?:[([]\s?(?:{_NUMBER}|{_TERMS}(?:\s?[,/]\s?{_TERMS}){{0,3}})\s?[)\]]"
    rf"|[-–—|,:]\s?(?:{_NUMBER}|{_TERMS}(?:\s?[,/]\s?{_TERMS}){{0,3}})|(?<=\s)(?:#\s?\d[\w-]*|req(?:uisition)?[ #:-]{{0,2}}\d\S*|jr\d\S*"
    r"|r-\d\S*|\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%|CD[ID]))\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"^(?:[([]\s?(?:{_NUMBER})\s?[)\]]|(?:{_NUMBER}))\s?[-–—|:]?\s", re.IGNORECASE)
_KIND = r"(?:position|job|post|internship|traineeship|vacancy|opening|role|stelle|praktikum|ausbildung|stellenangebot)"
# "Job: Analyst" is an analyst; "PhD position: sediment transport" is a PhD position.
_LABEL = re.compile(rf"^{_KIND}:\s+(?=\S)", re.IGNORECASE)
_LABELLED = re.compile(rf"^(?P<head>.*\b{_KIND}):\s", re.IGNORECASE)
_ROLE_WORD = re.compile(
    r"\b(?:role|position|job|post|internship|traineeship|apprenticeship|stelle|praktikum)(?=$| (?:in|on|at|for|with|as|of)\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:to|of|for|with|in|at|on)\s|\(|\*|:", re.IGNORECASE)
_FORMS = re.compile(
    r",?\s+(?:\(?(?:g?GmbH|mbH|AG|SE|UG(?: \(haftungsbeschränkt\))?|KG|KGaA|OHG|GbR|e\.\s?[VGK]\.|eG|LLC|L\.L\.C\.|LLP|Inc\.?|Ltd\.?|Limited"
    r"|plc|PLC|Pty|B\.?V\.?|N\.?V\.?|S\.?A\.?|S\.?A\.?S\.?|S\.?[àa]\.?r\.?l\.?|S\.?r\.?l\.?|ApS|Oy|AB|SARL|EURL|SASU?|SPRL|SRL|SNC|ASBL)\)?|& Co\.?,?(?= KG$)|& Co\. KG|Co\.,)$"
)
_INSIDE = re.compile(r" g?GmbH(?: & Co\.? KG)?(?= [A-ZÄÖÜ])")
_HOUSE = re.compile(
    r"^(?:(?:National|Royal|European|International|Federal|Central|Regional|British|German|American|Swiss|Dutch|Irish|Max Planck"
    r"|Graduate) ){0,2}(?:Institute|University|School|Department|Ministry|Museum|Cent(?:er|re)|Faculty|Office|Council|Academy|Federation"
    r"|Association|Society|Agency|Authority|Board|Bureau|Library|Church|City|Town|Borough|County|State) (?:of|for)\s"
)


def short_role(role: str) -> str:
    """Return a title as people say it: without requisition numbers, (m/w/d), or the department after a comma.

    >>> short_role("Senior Data Analyst, Population Health (m/w/d)")
    'Senior Data Analyst'
    >>> short_role("[Req 4411] Erzieher (m/w/d) in Teilzeit")
    'Erzieher in Teilzeit'
    >>> short_role("PhD position: sediment transport")
    'PhD position'
    """
    text, before = " ".join(_ALL_SEXES.sub(" ", role).split()), ""
    while text != before:
        before, text = text, _TAIL.sub("", _HEAD.sub("", text)).strip(" ,;:|–—-")
    text = _LABEL.sub("", text)
    labelled = _LABELLED.match(text)
    text = labelled["head"] if labelled else text
    # A comma inside brackets parts no department off.
    head = re.split(r",\s(?![^()]*\))|\s[–—|]\s|\s-\s", text, maxsplit=1)[0].strip()
    return head or text or role.strip()


def short_employer(name: str) -> str:
    """Return an employer's name as people say it, without what only its register needs.

    >>> short_employer("Kestrel Holding GmbH & Co. KG"), short_employer("Corvid Inc., Inc."), short_employer("Acme Corp")
    ('Kestrel Holding', 'Corvid', 'Acme Corp')
    """
    text, before = name.strip(), ""
    while text != before:
        before, text = text, _FORMS.sub("", text).strip(" ,")
    return _INSIDE.sub("", text) or name.strip()


def with_article(employer: str) -> str:
    """Return an English employer's name as it stands behind "at": the Institute for Coastal Research, and Acme."""
    return f"the {employer}" if _HOUSE.match(employer) else employer


def role_in_words(role: str) -> str:
    """Return an English title as what stands behind "the": Analyst role, role of Assistant to the CEO, PhD position."""
    if _ROLE_WORD.search(role):
        return role
    return f"role of {role}" if _OF.search(role) else f"{role} role"
