"""Applicant tracking systems that write in an employer's name, and what their addresses tell."""

from __future__ import annotations

import re
from typing import NamedTuple

from sincerely.core.people import FREE_MAIL, is_calendar
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.letters.people import is_spelt_out

from .registered import registered


class Relay(NamedTuple):
    """A system that writes for employers.

    Attributes:
        name: the system.
        tenant: the employer's name or slug, where the address or the display name gives it.
    """

    name: str
    tenant: str


# Domains from which applicant tracking systems and job boards write for employers. A subdomain counts too.
_SYSTEMS = {
    "greenhouse.io": "Greenhouse", "greenhouse-mail.io": "Greenhouse", "lever.co": "Lever", "ashbyhq.com": "Ashby",
    "myworkday.com": "Workday", "myworkdayjobs.com": "Workday", "workday.com": "Workday", "icims.com": "iCIMS",
    "smartrecruiters.com": "SmartRecruiters", "workable.com": "Workable", "workablemail.com": "Workable",
    "teamtailor.com": "Teamtailor", "teamtailor-mail.com": "Teamtailor", "taleo.net": "Taleo", "oraclecloud.com": "Oracle",
    "successfactors.com": "SuccessFactors", "successfactors.eu": "SuccessFactors", "sapsf.com": "SuccessFactors",
    "sapsf.eu": "SuccessFactors", "bamboohr.com": "BambooHR", "bamboohr.co.uk": "BambooHR", "jobvite.com": "Jobvite",
    "linkedin.com": "LinkedIn", "indeed.com": "Indeed", "indeedemail.com": "Indeed", "recruitee.com": "Recruitee",
    "personio.de": "Personio", "personio.com": "Personio", "breezy.hr": "Breezy", "breezy-mail.com": "Breezy",
    "applytojob.com": "JazzHR", "jazz.co": "JazzHR", "jazzhr.com": "JazzHR", "rippling.com": "Rippling", "gem.com": "Gem",
    "pinpointhq.com": "Pinpoint", "freshteam.com": "Freshteam", "zohorecruit.com": "Zoho Recruit",
    "bullhornmail.com": "Bullhorn", "bullhorn.com": "Bullhorn", "avature.net": "Avature", "phenompeople.com": "Phenom",
    "eightfold.ai": "Eightfold", "comeet.com": "Comeet", "comeet-notifications.com": "Comeet", "welcomekit.co": "Welcome Kit",
    "factorial.co": "Factorial", "join.com": "JOIN", "softgarden.io": "softgarden", "softgarden.de": "softgarden",
    "rexx-systems.com": "rexx", "d-vinci.de": "d.vinci", "onlyfy.io": "onlyfy", "prescreen.io": "Prescreen",
    "applicantpro.com": "ApplicantPro", "paylocity.com": "Paylocity", "ultipro.com": "UKG", "ukg.com": "UKG",
    "adp.com": "ADP", "dayforce.com": "Dayforce", "paycomonline.net": "Paycom", "governmentjobs.com": "NEOGOV",
    "neogov.com": "NEOGOV", "usajobs.gov": "USAJOBS", "tal.net": "Oleeo", "jobtrain.co.uk": "Jobtrain", "trac.jobs": "Trac",
    "peopleadmin.com": "PeopleAdmin", "interfolio.com": "Interfolio", "applitrack.com": "Frontline", "hireology.com": "Hireology",
    "applicantstack.com": "ApplicantStack", "cezannehr.com": "Cezanne", "networxrecruitment.com": "networx",
    "eploy.net": "Eploy", "hirehive.com": "HireHive", "occupop.com": "Occupop", "jobscore.com": "JobScore",
    "goodtime.io": "GoodTime", "calendly.com": "Calendly", "modernloop.io": "ModernLoop", "prelude.co": "Prelude",
    "hackerrank.com": "HackerRank", "hackerrankforwork.com": "HackerRank", "codility.com": "Codility", "codesignal.com": "CodeSignal",
    "testgorilla.com": "TestGorilla", "hirevue.com": "HireVue", "hirevue-app.com": "HireVue", "sparkhire.com": "Spark Hire",
    "coderbyte.com": "Coderbyte", "karat.com": "Karat", "shl.com": "SHL", "checkr.com": "Checkr", "goodhire.com": "GoodHire",
    "hireright.com": "HireRight", "sterlingcheck.app": "Sterling", "sterlingcheck.com": "Sterling", "xref.com": "Xref", "refapp.se": "Refapp",
    "crosschq.com": "Crosschq", "skillsurvey.com": "SkillSurvey", "wellfound.com": "Wellfound", "angel.co": "Wellfound",
    "ziprecruiter.com": "ZipRecruiter", "glassdoor.com": "Glassdoor", "monster.com": "Monster", "stepstone.de": "StepStone",
    "xing.com": "XING", "dover.com": "Dover", "dover.io": "Dover", "hire.google.com": "Google Hire", "traffit.com": "Traffit",
    "homerun.co": "Homerun", "hirehunch.com": "Hunch", "polymer.co": "Polymer", "kula.ai": "Kula", "zohorecruitmail.com": "Zoho Recruit",
    "seek.com.au": "SEEK", "reed.co.uk": "Reed", "totaljobs.com": "Totaljobs", "cv-library.co.uk": "CV-Library", "catsone.com": "CATS",
    "jobdiva.com": "JobDiva", "loxo.co": "Loxo", "recruiterbox.com": "Trakstar", "trakstar.com": "Trakstar", "hiringthing.com": "HiringThing",
    "jobadder.com": "JobAdder", "pageuppeople.com": "PageUp", "dc4.pageuppeople.com": "PageUp", "lumesse.com": "Lumesse",
    "cornerstoneondemand.com": "Cornerstone", "csod.com": "Cornerstone", "kenexa.com": "Kenexa", "brassring.com": "BrassRing",
    "docusign.net": "DocuSign", "hellosign.com": "Dropbox Sign", "silkroad.com": "SilkRoad", "hrmdirect.com": "ClearCompany", "clearcompany.com": "ClearCompany", "beamery.com": "Beamery",
}  # fmt: skip
_NAMES = frozenset(name.lower() for name in _SYSTEMS.values())
# Parts of a relay's address that name the system or the mailbox, never the tenant.
_NO_TENANT = frozenset(
    """no-reply noreply donotreply do-not-reply notifications notification jobs careers career us eu ca uk mail hire
    app candidates candidate talent recruiting reply inmail-hit-reply jobs-noreply hit-reply jobs-listings messages-noreply
    messaging-digest-noreply indeedapply alert jobalerts-noreply support team info hello system workflow donotreply-us
    invitations auto automail email em smtp www my wd1 wd3 wd5 mx em1 msg myworkday calendar scheduling noreply-us
    myjobs hr apply recruitment sysadmin notify otp tm mailer bounce""".split()
)


def domain_of(address: str) -> str:
    """Return the domain of an address, in lower case."""
    return address.rpartition("@")[2].lower().strip(".")


def system_of(address: str) -> str:
    """Return the name of the system that an address belongs to, or nothing."""
    labels = domain_of(address).split(".")
    for begin in range(len(labels) - 1):
        name = _SYSTEMS.get(".".join(labels[begin:]))
        if name:
            return name
    return ""


def is_relay(address: str) -> bool:
    """Whether a system writes from this address in an employer's name."""
    return bool(system_of(address))


# Whoever likes makes appointments and has papers signed there.
_FOR_ALL = frozenset({"Calendly", "DocuSign", "Dropbox Sign", "LinkedIn", "XING"})


def is_recruiting(address: str) -> bool:
    """Whether a system writes from this address that is used for hiring and nothing else."""
    return system_of(address) not in {"", *_FOR_ALL}


# Google writes from its own domain to whoever has an appointment in its calendar.
_REMINDS = re.compile(r"calendar-notification@google\.com$", re.IGNORECASE)


def own_domain(address: str) -> str:
    """Return the registered domain of an employer's address: not a relay's, not free mail's, not a calendar's."""
    domain = domain_of(address)
    if not domain or is_relay(address) or domain in FREE_MAIL or is_calendar(domain) or _REMINDS.match(address):
        return ""
    return registered(domain)


_VIA = re.compile(r"\s*(?:\b(?:via|through|@|on|von|über|par|at|from|bei|chez)\b|[|·–—@/,(]|\s-\s).*$", re.IGNORECASE)
_DESK_WORDS = re.compile(
    r"\b(?:hiring|recruit\w*|talent(?: acquisition)?|careers?|jobs?|team|people(?: team| ops| operations)?|hr|human resources"
    r"|no-?reply|notifications?|acquisition|candidate experience|applications?|workday|greenhouse|lever|ashby|icims|"
    r"smartrecruiters|workable|teamtailor|taleo|successfactors|bamboohr|jobvite|linkedin|indeed|personio|recruitee|system|"
    r"department|personalabteilung|karriere|bewerbung(?:en)?|recrutement|admin|do not reply|donotreply|portal|apply|"
    r"onboarding|scheduling|coordinator|desk|office|appointments|resourcing|reception|front|center|centre|staffing desk|docusign|dse|early careers|graduate|university relations|staffing|the)\b",
    re.IGNORECASE,
)


def relay_of(letter: Letter) -> Relay | None:
    """Return which system relayed a mail, and for whom."""
    system = system_of(letter.from_.address) or (system_of(letter.sender.address) if letter.sender else "")
    if not system:
        return None
    return Relay(system, tenant_of(letter.from_, letter.reply_to))


def tenant_of(sender: Address, reply_to: tuple[Address, ...] = ()) -> str:
    """Return the employer that a relay's address or its display name gives: "Acme Hiring Team" → "Acme"."""
    shown = desk_name(sender.name)
    if shown:
        return shown
    for address in (sender.address, *(other.address for other in reply_to)):
        local, _, domain = address.lower().partition("@")
        if not system_of(address):
            continue
        # "elin.sandberg@fjordpay.teamtailor-mail.com" is somebody's at Fjordpay.
        boxes, houses = re.split(r"[.+_]", local), domain.split(".")[:-2]
        somebodys = address == sender.address.lower() and is_spelt_out(sender)
        for label in (*houses, *boxes) if somebodys else (*boxes, *houses):
            if (
                label not in _NO_TENANT
                and len(label) > 2
                and not label.isdigit()
                and system_of(address).lower() != label
            ):
                if re.fullmatch(r"[a-z][a-z0-9-]{2,40}", label) and not re.search(r"\d{4,}", label):
                    return label.replace("-", " ").title()
                break
    return ""


def system_name(name: str) -> str | None:
    """Return the system that a display name is, such as "LinkedIn"; None where it is none."""
    return next((system for system in _NAMES if system == name.strip().lower()), None)


_BY = re.compile(r"\s+(?:via|through|über|par)\s+")
# There people write to people: before "via LinkedIn" stands who wrote.
_OF_PEOPLE = frozenset({"linkedin", "xing"})


def is_from_person(relay: Relay, shown: str) -> bool:
    """Whether a network of people relays a mail, in the name of one of them."""
    return relay.name.lower() in _OF_PEOPLE and not _DESK_WORDS.search(_BY.split(shown)[0])


def desk_name(shown: str) -> str:
    """Return the employer in a desk's display name; nothing where it is a person's name or no name at all."""
    if not shown or "@" in shown:
        return ""
    match = re.search(
        r"\b(?:at|@|from|von|bei|chez|de)\s+(?P<name>[A-ZÀ-Þ0-9][\w&.'’ -]{1,40}?)(?:\s+(?:via|through)\b.*|\s*[|(].*)?$",
        shown,
    )
    if match and _DESK_WORDS.sub("", match["name"]).strip() and system_name(match["name"]) is None:
        return match["name"].strip()
    cut, _, by = _BY.sub("\n", shown, count=1).partition("\n")
    if not _DESK_WORDS.search(cut if by.strip().lower() in _OF_PEOPLE else shown):
        return ""
    pieces = [
        re.sub(r"\s+", " ", _DESK_WORDS.sub(" ", piece)).strip(" -–|:,.&@()'")
        for piece in re.split(r"[|·–—(/]|\s-\s", cut)
    ]
    return next((piece for piece in pieces if len(piece) > 1), "")
