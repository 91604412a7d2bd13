"""How a hurried note's words are written: Python and not python, CRM and not crm, Friday and not friday.

Nothing but the spelling changes, and only where a word can mean nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_TOOLS = """Airflow Angular Ansible ArcGIS AWS Azure BigQuery COBOL CSS Databricks Django Docker DuckDB Elasticsearch FastAPI
Figma Flask GitHub GitLab Grafana GraphQL Haskell HubSpot JavaScript Java Jenkins Jira Jupyter Kafka Keras Kotlin Kubernetes
LinkedIn Linux Looker MariaDB Matlab Metabase MongoDB MySQL NumPy OpenCV pandas PHP Photoshop Postgres PostgreSQL PowerPoint
PowerShell pytest Python PyTorch Qlik RabbitMQ Redis Redshift Salesforce SAP scikit-learn Shopify SPSS Splunk SQL SQLite
Tableau TensorFlow Terraform TypeScript VBA WordPress Zendesk DATEV"""
_SHORT = """AI API APIs B2B B2C BI CAD CEO CFO CRM CRMs CTO CV CVs ERP ETL EU GCP GDPR HR HTML KPI KPIs MBA NHS PDF PDFs PhD
SEO UK USA UX DSGVO"""
_ENGLISH = """French Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September
October November December Christmas Easter English German Spanish Italian Dutch Danish Swedish Norwegian Portuguese
Russian Arabic Mandarin Cantonese Japanese Korean Hindi Urdu Bengali Punjabi Turkish Ukrainian Romanian Czech Hungarian
Greek Hebrew Vietnamese Britain Germany England Scotland Ireland Europe London Berlin Brexit Ofsted Google Peru Spain France
Italy Poland Portugal India Japan Canada Australia Brazil Mexico Austria Switzerland Belgium Denmark Sweden Norway Finland
Greece Ukraine Romania Wales Paris Madrid Rome Vienna Zurich"""
_GERMAN = """Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Juni Juli August
September Oktober November Dezember Excel"""
_SLIPS = {
    "accomodate": "accommodate", "acheive": "achieve", "acheived": "achieved", "adress": "address", "anual": "annual",
    "begining": "beginning", "buisness": "business", "calender": "calendar", "collegue": "colleague",
    "collegues": "colleagues", "comittee": "committee", "commited": "committed", "custumer": "customer",
    "custumers": "customers", "definately": "definitely", "departement": "department", "developement": "development",
    "enviroment": "environment", "experiance": "experience", "experianced": "experienced", "foward": "forward",
    "goverment": "government", "independant": "independent", "intresting": "interesting", "knowlege": "knowledge",
    "langauge": "language", "managment": "management", "manger": "manager", "manged": "managed", "migraton": "migration",
    "neccessary": "necessary", "occured": "occurred", "oppertunity": "opportunity", "proccess": "process",
    "proffesional": "professional", "programing": "programming", "quailty": "quality", "qualty": "quality",
    "recieve": "receive", "recieved": "received", "recomend": "recommend", "responsability": "responsibility",
    "responsable": "responsible", "seperate": "separate", "succesful": "successful", "succesfully": "successfully",
    "mins": "minutes", "hrs": "hours", "cert": "certificate", "sb": "somebody", "sth": "something", "abt": "about", "mgmt": "management", "dept": "department",
    "exp": "experience", "ppl": "people", "bc": "because", "mgr": "manager", "mths": "months", "wk": "week", "govt": "government",
    "q1": "Q1", "q2": "Q2", "q3": "Q3", "q4": "Q4", "teh": "the", "thier": "their", "untill": "until", "usefull": "useful", "yrs": "years", "yr": "year",
    "wich": "which", "writting": "writing",
}  # fmt: skip
PROPER = frozenset(word.casefold() for word in f"{_TOOLS} {_SHORT} {_ENGLISH}".split() if word[:1].isupper())
"""Words that keep their capital wherever they stand, small."""
_GERMAN_SLIPS = {"standart": "Standard", "vorraussetzung": "Voraussetzung", "warscheinlich": "wahrscheinlich"}
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_][\w-]*(?!\w|[@/]|\.\w)")
# "To excel at sums" is no program.
_EXCEL = re.compile(r"\bexcel\b(?!\s+(?:at|in)\b)")
_NEW_ONE = re.compile(
    r"(?<![\w'’])(?<!\bthe )(?<!\ba )(?<!\btheir )(?<!\byour )(?<!\bour )(?<!\bmy )(?<!\bhis )(?<!\bher )(?<!\bits )(?<!\bone )"
    r"(?<!\bthis )(?<!\bthat )(?<!\bno )(?<!\bany )(?<!\bevery )(?<!\bwhole )(?<!\bfirst )(?<=\s)"
    r"(new (?:[a-z]+ )?(?:CRM|ERP|system|tool|team|office|database|website|platform|warehouse|site|branch|product|department|shop))\b(?! \w)"
)
_LED = re.compile(
    r"\b(led|lead|managed|ran|built|joined|made|founded|started|opened|set up|supervised|coached|headed|organised|organized) "
    r"((?:(?:small|big|large|new|similar|whole|busy|local|cross-functional) )?(?:team|project|department|group|shop|store"
    r"|branch|course|class|workshop|website|database|dashboard|pipeline|help desk|kitchen|café|bakery|ward|crew|call centre"
    r"|call center|newsletter|survey|shift|rota|stall|warehouse|office|budget)\b(?=$|[.,;:!?)]| (?:of|in|at|for|with|on|from|to|and|that"
    r"|which|by|during|while|when|who|since|until|twice|once|alone|myself)\b))"
)


def _map(*words: str) -> dict[str, str]:
    return {word.casefold(): word for line in words for word in line.split()}


_KNOWN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {**_map(_TOOLS, _SHORT, _ENGLISH), **_SLIPS},
        "de": {**_map(_TOOLS, _SHORT, _GERMAN), **_GERMAN_SLIPS},
        # "J'ai", "eu" and "tableau" are words; and days are written small.
        "fr": {
            small: word for small, word in _map(_TOOLS, _SHORT, "Excel").items() if small not in {"ai", "eu", "tableau"}
        },
    }
)


def spelled(text: str, language: str, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a note with its tools, days and people's names written as they are, and common slips mended.

    Args:
        text: a note, or a part of one.
        language: of the note.
        names: people's names as they are written, by the same in small letters.

    >>> spelled("python and sap, since teh crm was moved on friday", "en")
    'Python and SAP, since the CRM was moved on Friday'
    """
    known = _KNOWN[language]

    def one(match: re.Match[str]) -> str:
        word = match[0]
        if any(c.isupper() for c in word[1:]):
            return word
        found = known.get(word.casefold()) or names.get(word.casefold())
        if found is None and "-" in word:
            return "-".join(known.get(part.casefold(), part) if part.islower() else part for part in word.split("-"))
        if found is None:
            return word
        return found[:1].upper() + found[1:] if word[:1].isupper() else found

    text = re.sub(r"\b([Gg]arde[- ])manager\b", r"\1manger", _WORD.sub(one, text))
    if language != "en":
        return text
    text = re.sub(r"\bw/o\s?", "without ", re.sub(r"\bw/\s?(?!o\b)", "with ", text))
    text = re.sub(r"(?<=[a-z]) & (?=[a-z])", " and ", text)
    # "Quality v speed" is one against the other.
    text = re.sub(
        r"(^|[,;] |\b(?:is|was|are|were|am|all|and|but|felt|seem(?:s|ed)|['’]s) )v(?= [a-z]{4})", r"\1very", text
    )
    text = re.sub(r"\b([A-Z]{2,5})['’]s(?=$|[.,;)])", r"\1s", text)
    text = _EXCEL.sub("Excel", text)
    text = re.sub(r"\bi(?=\s|['’](?:m|ve|d|ll)\b)", "I", text)
    text = _NEW_ONE.sub(r"a \1", text)
    return _LED.sub(r"\1 a \2", text)
