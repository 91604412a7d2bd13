"""Mail with the words of hiring that is about no opening of the candidate's.

Somebody else applies, and its reader is to speak for them; an employment office checks on who is out of work; or those
with whom the candidate works today speak of that work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

_REFEREES = r"(?:referees?|references?|referenz(?:geber(?:in)?|person)?|référent|référente|référence|répondante?)\b"
_AS_REFEREE = (
    r"(?:as|als|comme|en tant que) (?:one of )?(?:(?:a|an|the|her|his|their|my|our|eine?|einen|une?|la|le|sa|son|ma|mon) )?"
    rf"(?:(?:professional|personal|character|clinical|second|third) )?{_REFEREES}"
)
# Whom an employer asks for names reads "you named her as a referee"; here it is "you" who are named.
_NAMED = (
    rf"\b(?<!from )(?<!of )(?:you|your name|your details|dich|sie|ihren namen|deinen namen) (?:down |forward )?{_AS_REFEREE}"
    rf"|\b(?:te|t'|(?<!pouvez )(?<!pourriez )vous(?! nous)|votre nom) ?(?:a |ai |avez été |as été |a été )?(?:\w+ ){{0,2}}{_AS_REFEREE}"
)
# "Would you be a referee on Saturdays" is a job at a football club.
_BE_ONE = (
    r"\b(?:can|could|would|will) you (?:please |kindly |possibly |maybe |mind |be (?:willing|happy|able|prepared) to )?(?:be|being|act as|acting as) "
    r"(?:(?:my|her|his) (?:\w+ )?(?:referee|reference)\b|(?:a|one of my) (?:\w+ )?(?:referees?|references?) for (?:me|my|her|him)\b)"
    r"|\b(?:kannst|könntest|würdest|magst) du (?:bitte )?(?:\w+ ){0,2}(?:meine|seine|ihre) referenz (?:sein|machen|werden)\b"
    r"|\b(?:peux|pourrais|pourriez|pouvez) (?:tu |vous )être (?:ma référence|mon référent|ma référente)\b"
)
_TO_REFEREE = re.compile(f"{_NAMED}|{_BE_ONE}")


def is_to_referee(said: Sequence[str]) -> bool:
    """Whether a mail takes its reader for a referee of somebody who applies.

    Args:
        said: its sentences, in plain words.
    """
    return any(_TO_REFEREE.search(sentence) for sentence in said)


# "Referenzformular für meine Kollegin", "the reference form for her": of one's own one says "my references".
_FORM = re.compile(
    r"\b(?:reference|referee|recommendation)s?(?: (?:form|check|letter|request|questionnaire|report))? (?:for|about|regarding) (?:her|him|my (?:\w+ )?(?:friend|colleague|mate)|ms|mrs|mr)\b(?! to\b)"
    r"|\b(?:referenz(?:formular|bogen|schreiben|auskunft)?|empfehlungsschreiben) (?:für|zu|über) (?:frau|herrn|ihn|sie|(?:meine|unsere)[nr]? (?:\w+ )?(?:kolleg\w+|freund\w*|mitarbeiter\w*))\b"
    r"|\b(?:référence|recommandation) (?:pour|de|concernant) (?:(?:mon|ma) (?:\w+ )?(?:collègue|amie?)|m|mme|monsieur|madame|elle|lui)\b"
)
# Whoever recommends somebody says so of "her" or "him".
_PRAISES = re.compile(
    r"\b(?:recommend|endorse|vouch for) (?:her|him|them|ms|mrs|mr|dr)\b|\b(?:she|he) (?:is|was) (?:an? |the |really |very |absolutely )*(?:gem|star|great|excellent|fantastic|wonderful|brilliant|reliable|asset|superb|outstanding|lovely)\b"
    r"|\b(?:kann|möchte) (?:sie|ihn|frau \w+|herrn \w+) (?:[\wäöüß]+ ){0,5}empfehlen\b|\bempfehle (?:sie|ihn|frau|herrn)\b|\bje (?:la|le|l) ?(?:vous )?recommande\b"
)


def is_of_referee(subject: str, said: Sequence[str], quoted: Sequence[str]) -> bool:
    """Whether what the candidate wrote speaks for somebody else: as the referee who was asked, or of a form for another.

    Args:
        subject: of the mail, in plain words.
        said: its sentences, likewise.
        quoted: those that it answers.
    """
    if any(_ASKS.search(one) for one in said):
        return False  # a reminder quotes what was asked before
    if is_to_referee(quoted):
        return True
    if any(_APPLIES.search(one) for one in said):
        return False
    every = (subject, *said)
    named = any(_A_REFERENCE.search(one) for one in every)
    return any(_FORM.search(one) or (named and _PRAISES.search(one)) for one in every)


_ASKS = re.compile(
    rf"\bi (?:\w+ )?(?:name|give|list|put|use|mention) (?:you|your name|your details) (?:down |forward )?{_AS_REFEREE}"
    r"|\b(?:ich (?:\w+ )?(?:dich|sie|ihren namen|deinen namen)|je (?:\w+ )?(?:vous|te)) (?:\w+ ){0,3}?(?:als referenz|comme référen\w+|en référence)"
    r"|\b(?:whether|if|ob|si) (?:you|sie|du|vous|tu) (?:\w+ ){0,4}?(?:my referee|a referee for me|meine referenz|ma référence)\b"
)
_A_REFERENCE = re.compile(
    r"\b(?:references?|referees?|recommendation|referenz\w*|empfehl\w*|références?|recommand\w*)\b"
)
_APPLIES = re.compile(
    r"\b(?:i (?:would like to |want to |wish to |am |have )?appl(?:y|ied|ying)|my (?:cv|resume|application|(?:\w+ )?referees?|(?:\w+ )?references?)|(?:reference|referee)s? (?:for|of) me|i am (?:very )?interested|bewerbe ich|ich bewerbe|meine (?:bewerbung|unterlagen|bewerbungsunterlagen|referenzen)|mein lebenslauf"
    r"|ma candidature|mon cv|mes références|je (?:me )?(?:postule|porte candidat))\b"
)
_OFFICE = re.compile(
    r"\b(?:rav|arbeitsagentur|(?:agentur|bundesagentur) für arbeit|arbeitsamt|jobcenter|jobcent(?:re|er) ?plus|arbeitsmarktservice|ams|francetravail|france travail|"
    r"pole ?emploi|pôle emploi|arbeitslosenkasse|arbeitsvermittlungszentrum|dwp)\b"
)
# What such an office wants of who is out of work.
_OUT_OF_WORK = re.compile(
    r"\b(?:beratungs(?:gespräch\w*|termin\w*)|arbeitsbemühung\w*|einstelltage\w*|anspruchsberechtigung|kontrollperiode|leistungsbezug|leistungsanspruch|eingliederungsvereinbarung|"
    r"kooperationsplan|bürgergeld\w*|arbeitslosengeld\w*|arbeitslosenversicherung|meldetermin\w*|meldeaufforderung|meldepflicht\w*|rechtsfolgen\w*|sperrzeit\w*|"
    r"entretien de suivi|actualisation|allocations?|work coach|claimant commitment|universal credit|jobseekers?(?:'s)? allowance|work search review)\b"
)
# An office has openings of its own.
_APPLIED = re.compile(
    r"\b(?:(?:ihre|deine) (?:\w+ )?bewerbung(?: (?:als|um|für|auf|bei|vom)|sunterlagen)|bewerberin|bewerber|vorstellungsgespräch\w*|auswahlgespräch\w*|auswahlverfahren\w*|stelle als|"
    r"votre candidature (?:au|pour|à)|entretien d'embauche|your application|interview for|position of|role of|vacancy)\b"
)


def is_of_employment_office(sender: str, said: Sequence[str]) -> bool:
    """Whether an employment office writes to one who is out of work.

    Args:
        sender: its name and address, in lower case.
        said: the mail's sentences and its subject, in plain words.
    """
    if not _OFFICE.search(sender) or any(_APPLIED.search(sentence) for sentence in said):
        return False
    return any(_OUT_OF_WORK.search(sentence) for sentence in said)


# What passes only between people who work in one house already.
_OF_WORK = re.compile(
    r"\byour (?:\w+ )?payslips?\b(?= (?:is|are|for|has|from)\b)|\byour (?:annual )?(?:leave|holiday)(?: request)? (?:is|was|has been|for)\b|\b(?:shift swaps?|swap (?:a |my |your )?shifts?)\b"
    r"|\b(?:cover|pick up|take) (?:a |an |the |my |his |her |their |one of the )?(?:\w+ )?shifts?\b|\bmove your shift\b"
    r"|\b(?:deine|ihre|eure) (?:gehalts|lohn|entgelt)abrechnung\b|\b(?:dein|ihr) urlaubs?(?:antrag)?\b[^,;?!]{0,30}\b(?:genehmigt|bewilligt|abgelehnt)\b|\b(?:dienst|schicht) tauschen\b|\bdienst übernehmen\b"
    r"|\b(?:ton|ta|votre) (?:bulletin|fiche) de (?:paie|salaire)\b|\b(?:ta|votre) demande de congés?\b"
)
# What they tell all of them.
_OF_TEAM = re.compile(
    r"\b(?:roster\w*|rotas?|shifts?(?! (?:manager|lead|leader|supervisor|work|worker)\b)|early|lates?|nights?|annual leave|holiday (?:planner|requests?)|payroll|timesheets?|team ?meetings?|staff ?meetings?|appraisals?|pdrs?|performance reviews?|mandatory training|"
    r"refresher|staff room|dienstplan\w*|schichtplan\w*|schichten|frühschicht|spätschicht|nachtschicht|frühdienst|spätdienst|nachtdienst|urlaubsplan\w*|urlaubsanträge|zeiterfassung|stundenzettel|teamsitzung|teambesprechung|"
    r"dienstbesprechung|betriebsversammlung|mitarbeitergespräche?|pflichtschulung\w*|unterweisung\w*|planning des? (?:équipes?|gardes?|congés)|gardes|congés|réunion d'équipe|réunion de service|entretiens? annuels?|formation obligatoire)\b"
)
_ALL = re.compile(
    r"^(?:(?:hi|hello|hey|hallo|dear|liebe[sr]?|guten morgen|good morning|good afternoon|morning|moin|bonjour|salut|chers|chères) ,? ?)?(?:all|team|everyone|everybody|folks|colleagues|zusammen|allerseits|"
    r"kolleg\w+|(?:liebe )?kolleginnen und kollegen|miteinander|à tou(?:te)?s|tout le monde|collègues)(?= [,!–]|$)"
)
# "PDR interviews" are no interviews for a job.
_AT_WORK = re.compile(
    r"\b(?:pdr|appraisal|performance|development|supervision) (?:review )?interviews?\b|\bentretiens? annuels?\b"
)
_HIRING = re.compile(
    r"\b(?:interview\w*|appl(?:y|ied|ying|ications?|icants?)|candida\w+|shortlist\w*|position|role|vacanc\w+|opening|hir(?:e|ed|ing)|recruit\w*|cv|resume|referees?|references?|offer(?:ed|ing)?|trial|job|"
    r"bewerb\w*|beworben|vorstellung\w*|kennenlern\w*|probe\w*|stelle|stellen|lebenslauf|zusage|einstell\w*|entretien|embauche\w*|poste|essai|recrutement|join(?:ing)? us|join our team)\b"
)


def is_of_present_work(said: Sequence[str], *, to_house: bool) -> bool:
    """Whether somebody with whom the candidate works today writes of shifts, leave, pay or meetings there.

    Args:
        said: the mail's sentences and its subject, in plain words.
        to_house: whether it went to others of the writer's house as well.
    """
    said = [_AT_WORK.sub("appraisal", sentence) for sentence in said]
    if any(_HIRING.search(sentence) for sentence in said):
        return False
    if any(_OF_WORK.search(sentence) for sentence in said):
        return True
    to_all = to_house or any(_ALL.match(sentence) for sentence in said)
    return to_all and any(_OF_TEAM.search(sentence) for sentence in said)


_TITLED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Herrn?|Frau|Monsieur|Madame|M|Mme)\.? )?"
_SOMEBODY = rf"(?P<who>{_TITLED}[A-ZÀ-Þ][\w'’-]+)"
# "Make Tyrell an offer", "an offer to Tyrell": said to those who choose, and of somebody they chose.
_OFFERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Mm]ak(?:e|ing)|[Mm]ade|[Ee]xtend(?:ed|ing)?) {_SOMEBODY}(?: [A-ZÀ-Þ][\w'’-]+)? (?:an?|the|our|that) (?:\w+ )?offer\b",
        rf"\b(?:an|the|our) (?:\w+ )?offer to {_SOMEBODY}",
        rf"\b[Oo]ffer(?:ed|ing)? {_SOMEBODY}(?: [A-ZÀ-Þ][\w'’-]+)? (?:the|this|that) (?:\w+ )?(?:job|role|position|post|place)\b",
        rf"\b(?:machen|unterbreiten|machten) (?:wir )?{_SOMEBODY}(?: [A-ZÀ-Þ][\w'’-]+)? (?:ein|das|unser) (?:\w+ )?(?:Angebot|Vertragsangebot)\b",
        rf"\b{_SOMEBODY}(?: [A-ZÀ-Þ][\w'’-]+)? ein (?:\w+ )?Angebot (?:machen|unterbreiten)\b",
        rf"\b(?:une|notre|l['’]) ?(?:offre|proposition) (?:d['’]embauche )?à {_SOMEBODY}",
        rf"\bproposer le poste à {_SOMEBODY}",
    )
)
_OFFERS_YOU = re.compile(
    r"\b(?:offer(?:ing|ed)?|make|making|made|give|giving|extend(?:ing)?|send(?:ing)?) (?:this |the |it )?(?:to )?you\b|\byour (?:\w+ )?offer\b|\boffer (?:to|for) you\b"
    r"|\b(?:ihnen|dir) (?:\w+ ){0,4}(?:angebot|stelle|vertrag)|\b(?:vous|te) (?:proposer|offrir|faire)\b",
    re.IGNORECASE,
)
# Who comes before a verb is no name: "Offer Monday", "make Acme an offer" is what a buyer does.
_NO_NAME = frozenset(
    "we you i us me it this that they he she wir sie ihnen dir euch uns mir nous vous monday tuesday wednesday thursday friday".split()
)


def is_offer_to_another(said: Sequence[str], mine: AbstractSet[str]) -> bool:
    """Whether a mail tells that somebody else is made an offer, and offers its reader nothing.

    Args:
        said: its sentences, as they stand.
        mine: the words of the candidate's name, in lower case.
    """
    if any(_OFFERS_YOU.search(one) for one in said):
        return False
    found = (match for one in said for pattern in _OFFERS for match in pattern.finditer(one))
    return any(_is_another(next(filter(None, match.groupdict().values()), ""), mine) for match in found)


def _is_another(who: str, mine: AbstractSet[str]) -> bool:
    words = who.lower().replace("’", "'").split()
    return bool(words) and mine.isdisjoint(words) and _NO_NAME.isdisjoint(words)
