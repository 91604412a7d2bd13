"""The words by which calendar entries show that they are interviews, or are not; one alternative a line."""

from __future__ import annotations

import re


def any_of(*alternatives: str) -> re.Pattern[str]:
    """Compile lines of alternatives into one pattern that matches whole words in any case."""
    lines = [line.strip() for text in alternatives for line in text.strip().splitlines()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)


_JOBS = (
    "analyst|engineer|developer|scientist|designer|programmer|architect|accountant|administrator|consultant"
    "|associate|coordinator|specialist|technician|assistant|nurse|teacher|lecturer|researcher|economist|editor"
    "|planner|paralegal|(?:product|project|program(?:me)?|account|office|marketing|sales|store) manager"
    "|(?:operations|hr|engineering) manager|analystin|datenanalyst(?:in)?|entwickler(?:in)?|ingenieur(?:in)?"
    "|analyste|ingénieure?|analista|ontwikkelaar"
)

_OUTRIGHT = any_of(
    r"""
    interviews?
    interviewing
    (?:vorstellungs|bewerbungs|kennenlern)(?:gespräch(?:e|s)?|termin(?:e|s)?|rund(?:e|en))
    jobinterviews?
    entretien (?:d['’]embauche|de recrutement|téléphonique|technique|rh)
    entrevistas?(?: de (?:trabajo|emprego))?
    colloquio (?:di lavoro|conoscitivo)
    sollicitatiegesprek(?:ken)?
    superday
    assessment[ -]cent(?:er|re)
    hiring manager
    """
)
_SCREEN = any_of(
    r"""
    (?:phone|telephone|video|recruiter|recruiting|talent|hr|initial|pre|tech(?:nical)?)[ -]?screen(?:ing)?(?: call)?
    screening call
    (?:call|chat|meeting) with (?:the |a )?recruiter
    recruiter (?:call|chat)
    bar raiser
    """
)
_ROUND = any_of(
    r"""
    (?:coding|technical|system[ -]design|behaviou?ral|panel|final) (?:round|challenge|assessment|loop|stage)
    (?:on-?site|first|second|third|fourth|next|[1-6](?:st|nd|rd|th)) (?:round|challenge|assessment|loop|stage)
    (?:round|stage) [1-6]
    (?:virtual )?on-?site loop
    live coding
    pair(?:ing)? exercise
    """
)
_STEP = any_of(
    r"""
    candidate(?: (?:visit|day|call|chat|presentation))?(?=\W*(?:$|[)\]:|–-]))
    bewerber(?:in)?
    work sample
    take-?home (?:review|debrief)
    portfolio (?:review|presentation|walk-?through)
    panel presentation
    presentation to (?:the |a )?panel
    culture[ -]fit
    values (?:chat|conversation|call)
    screen(?:ing)?(?=:| with| -| –)
    meet the team
    (?:meet|(?:call|chat|conversation|discussion|meeting|talk) with) our c[a-z]o
    final (?:conversation|chat|call|meeting|step)
    (?:virtual )?on-?site(?! (?:at|with) (?:a |the )?(?:client|customer))
    trial (?:shift|day)
    probe(?:tag|arbeiten)
    (?:live|coding|sql|pairing) (?:exercise|test)
    live (?:sql|coding) \w+
    """
)
_JOB = any_of(
    rf"""
    (?:{_JOBS}) (?:role|position|post|opening|vacancy|stelle)
    (?:role|position|post)(?: of|:| as)(?: an?)? (?:[\w-]+ ){{0,3}}(?:{_JOBS})
    """
)
TITLE = (
    (4.0, "calls itself an interview", _OUTRIGHT),
    (3.0, "calls itself an interview", any_of("entretien", "colloquio", "case (?:study )?(?:presentation|discussion)")),
    (4.0, "is a screening call", _SCREEN),
    (2.6, "is a round of interviews", _ROUND),
    (2.0, "is a step of a hiring process", _STEP),
    (2.4, "is about a position", _JOB),
    (
        1.6,
        "is about a position",
        any_of(
            rf"""
            {_JOBS}
            (?:job|data|sales|the) (?:role|opening)
            position(?! (?:statement|paper|size))
            post|screening|vacancy|stelle|poste|puesto|vacature
            """
        ),
    ),
    # Sellers and colleagues talk of technical matters, too: alone it is not even asked.
    (1.2, "is a talk of technical matters", any_of("tech(?:nical)? (?:discussion|conversation|chat|talk)")),
    (
        0.9,
        "is an introduction",
        any_of("intro(?:ductory|duction)? (?:call|chat|meeting)", "meet (?:&|and) greet", "recruit(?:er|ing|ment)"),
    ),
)
TEXT = (
    (
        2.2,
        "speaks of an interview",
        any_of("interview(?:s|er|ers)?", "vorstellungsgespräch|entretien|entrevista|colloquio|sollicitatiegesprek"),
    ),
    (
        2.0,
        "says that the process goes on",
        any_of("next (?:step|stage|round) (?:in|of) (?:the|our|your) (?:[a-z]+ )?process"),
    ),
    (
        1.6,
        "speaks of a step of a hiring process",
        any_of(
            "next (?:step|stage|round)s?",
            "(?:interview|hiring|selection|application|recruitment) (?:process|panel|team|committee)",
        ),
    ),
    (1.6, "speaks of a job by name", _JOB),
    (
        0.8,
        "speaks of a position",
        any_of(
            "position(?! (?:statement|paper))", r"role|vacancy|job description|opening|stelle|poste|job (?:id|req\w*)"
        ),
    ),
    (
        0.8,
        "speaks of an application",
        any_of(
            "your application|applied|applying|candida(?:te|cy)|r[eé]sum[eé]|cv|bewerbung",
            "hiring (?:team|manager|process)|recruit(?:er|ing|ment)",
        ),
    ),
    (
        0.5,
        "says whom the candidate meets",
        any_of(
            "(?:meeting|meet|speak|speaking|talk(?:ing)?|chat(?:ting)?|conversation) with",
            "your (?:background|experience)|about the team",
        ),
    ),
    (
        1.5,
        "links to a test or to a recruiting system",
        re.compile(
            r"https?://[\w.-]{0,200}(?:greenhouse\.io|lever\.co|ashbyhq\.com|goodtime\.io|modernloop|coderpad"
            r"|codesignal|hackerrank|hirevue|karat\.)",
            re.IGNORECASE,
        ),
    ),
)

# Interviews, rounds and screenings that are not about a job.
OTHER_KIND = any_of(
    r"""
    (?:user|customer|client|exit|stay|mock|practi[cs]e|expert|research|stakeholder|usability|patient) interviews?
    (?:visa|citizenship|embassy|asylum|police|insurance|tenant|room-?mate|flat-?mate) interviews?
    (?:podcast|press|media|radio|tv|celebrity) interviews?
    (?:kindergarten|nursery|school|preschool|admissions?|college|university|adoption) interviews?
    (?:babysitter|nanny|au pair|cleaner|builder|contractor) interviews?
    (?:prep(?:are|ping)?|practi[cs]e|coach(?:ing)?) .{0,30}interviews?
    interview(?:s|er|ers|ing)? (?:prep\w*|training|practi[cs]e|coaching|tips|workshop|skills|questions|clinic)
    interview(?:s|er|ers|ing)? (?:masterclass|club|series)
    interview with (?:the )?(?:author|film director|artist|band|minister)
    (?:coding|technical|job|any) interviews? (?:live|101|bootcamp)
    (?:film|movie|skin|health|cancer|eye|hearing|blood|security|prenatal|\w{1,20}graphy)(?: \w{1,20})? screening
    screening of
    q&a
    """
)
# Notes of the candidate's own at the head of a title: things to do around an interview, not the interview.
TASK = re.compile(
    r"^\W{0,3}(?:prep(?:are)?|practi[cs]e|watch|listen|read|send|write|book|buy|pack|pick up|iron|print|research"
    r"|review notes|reminder|train|flight|fly|bus|taxi|uber|drive|hotel|check[ -]in|deadline|apply"
    r"|application deadline|follow up|ace|webinar|register|recording|podcast|debrief with|celebrate|haircut"
    r"|how to|master(?:ing)?|crack(?:ing)?|tips)\b",
    re.IGNORECASE,
)
PRIVATE = any_of(
    r"""
    dentist|doctor|dr\.?|gp|physio\w*|therap\w+|vet|vaccination|check-?up|hospital|dentiste|médecin|zahnarzt|arzt
    yoga|gym|pilates|workout|run|running|squash|tennis|football|soccer|golf|boxing|darts|bowling|chess|sport
    tournament|league|cup|quiz|games?|role[ -]?play|choir|book club
    birthday|anniversary|wedding|funeral|geburtstag|anniversaire|farewell|church|mass
    lunch with|dinner|breakfast|coffee with|drinks|brunch|haircut|hairdresser|friseur
    concert|theat(?:er|re)|cinema|rehearsal|movie|film|gallery|exhibition|opening night|debate|election
    school|nursery|kindergarten|parents?|teacher(?:'s)?|open (?:day|house)
    apartment|viewing|landlord|mortgage|rent|visa|consulate|holiday|vacation|urlaub
    """
)
WORK = any_of(
    r"""
    stand-?up|daily|scrum|sprint|retro(?:spective)?|1:1|1-1|one[- ]on[- ]one|all[- ]hands|town ?hall
    weekly|bi-?weekly|monthly|sync|planning|backlog|kick-?off|offsite|team meeting|office hours
    performance review|code review|demo|release|incident|(?<!trial )shift
    onboarding|induction|orientation|first day|livestream
    webinar|training|workshop|seminar|conference|meetup|meet-up|job fair|career fair|lecture|panel discussion
    class|course|live session|bootcamp|masterclass|lesson|exam|counsell?ing|food bank|volunteer\w*
    """
)
