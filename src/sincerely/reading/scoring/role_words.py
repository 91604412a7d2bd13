"""The words that tell a job's title from others: in English by the word, in German and French by how it ends."""

from __future__ import annotations

import re

# The noun that a job title ends in, or has before "of", "for", a comma or a level.
HEADS = frozenset(
    """accountant actuary administrator advisor adviser agent analyst apprentice architect archivist artist assistant
    associate attendant attorney auditor author baker barista bookkeeper broker buyer captain cashier carer caretaker
    chef chemist cleaner clerk clinician coach consultant controller cook coordinator counsel counsellor counselor
    curator dentist designer developer dietitian director dispatcher doctor driver economist editor educator
    electrician engineer estimator executive expert facilitator fellow fitter forester fundraiser gardener generalist
    geologist guard handler head housekeeper illustrator inspector instructor intern internship interpreter
    investigator journalist keeper lawyer lead leader lecturer librarian machinist maker manager marketer mechanic
    mentor merchandiser midwife modeller nanny nurse officer operative operator optician optometrist organiser
    organizer owner painter paralegal paramedic partner pharmacist photographer physician physicist physiotherapist
    picker pilot planner plumber porter practitioner principal producer product professor programmer promoter
    psychologist publisher purchaser radiographer ranger receptionist recruiter registrar reporter representative rep
    researcher reviewer sailor scheduler scientist secretary servant server sommelier specialist statistician steward
    strategist student superintendent supervisor surgeon surveyor teacher technician technologist teller tester
    therapist trader trainee trainer translator treasurer tutor underwriter veterinarian waiter waitress warden
    warehouseman welder worker writer sre swe ta postdoc entwickler entwicklerin ingenieur ingenieurin
    sachbearbeiter sachbearbeiterin leiter leiterin berater beraterin analystin referent referentin kaufmann kauffrau
    développeur développeuse ingénieur ingénieure chargé chargée responsable technicien technicienne assistante
    conseiller conseillère chef scholar copywriter bartender stylist webmaster paediatrician
    pediatrician hygienist vet crew staff rn lpn cna  engineers analysts developers nurses drivers traineeship pm sdr bdr
    bookseller dramaturg programme program contract traineeship internship position ombudsman cto cfo ceo coo vp president""".split()
)
# Alone these are no title: "our manager", "a candidate".
NOT_ALONE = frozenset(
    """head lead product partner staff student server principal chef director recruiter manager owner author executive
    assistant agent pm ta vp president leader programme program contract interviewer coordinator representative officer
    expert specialist consultant associate intern trainee staff member advisor advisor operator handler""".split()
)
# What ends like this is a firm: "Stroud Lane Partners".
HOUSES = frozenset("partners associates consultants advisors advisers recruiters solicitors architects".split())
NO_TITLE = frozenset(
    "you your we i is are was will have has our they their me us he she it hiring former current team".split()
)

# Trades and offices that a subject or a sentence may name for other reasons: they count where something else speaks for a job.
_TRADES = frozenset(
    """apprentice bursar matron conveyancer cook lifeguard affineur ghillie cooper roaster brewer bookbinder butcher joiner
    carpenter mason plasterer roofer bricklayer shepherd gamekeeper usher verger concierge wheelwright blacksmith groundsman
    postdoc sexton skipper stagehand barman barmaid chambermaid glazier tiler farrier saddler luthier cheesemaker milliner
    seamstress tailor signaller archaeologist biologist ecologist hydrologist toxicologist optometrist paediatrician""".split()
)
# German and French make more words for those who do a work than can be listed: how these end.
_GERMAN_WORKS = (
    "techniker|meister|leiter|berater|pfleger|betreuer|verkäufer|fahrer|arbeiter|lehrer|helfer|führer|prüfer|planer|"
    "warter|gestalter|verwalter|bearbeiter|erzieher|händler|schlosser|schreiner|tischler|entwickler|controller|dienstler|wirt|"
    "ingenieur|monteur|ateur|redakteur|kontrolleur|friseur|therapeut|mechaniker|elektroniker|informatiker|optiker|musiker|chemiker|vormund"
)
_GERMAN_ALONE = (
    "maschinist|florist|elektriker|disponent|sekretär|maler|bäcker|metzger|gärtner|röster|polsterer|"
    "kellner|buchbinder|trainer|dozent|schlosser|schreiner|tischler|monteur|techniker|elektroniker|mechaniker|informatiker|ingenieur|"
    "berater|betreuer|erzieher|lehrer|fahrer|planer|entwickler|prüfer|verkäufer|händler|pfleger|leiter"
)
# So end names as well, "Hoffmann", "Schumacher", "Stewart": only what is surely a work counts.
_GERMAN_LISTED = (
    "(?:kauf|fach|haus|kamera|feuerwehr)mann|(?:uhr|schuh|hut|korb|filme)macher|(?:seilbahn|haus|abwart|platz|tank|tor|hütten|geräte|zeug|"
    "kassen)wart|(?:garten|landschafts|metall|gerüst|messe|stahl|orgel|geigen|instrumenten|ofen|gleis|straßen|fassaden|modell|"
    "anlagen|boots|fenster|trocken|möbel|werkzeug|maschinen|karosserie|fahrzeug|tief|rohrleitungs|kanal|brunnen|klavier)bauer"
)
_GERMAN = re.compile(
    # What may be a thing or anybody without "in", "Dokument" and "Patient", is a woman's work with it.
    rf"[^\W\d_]{{2,}}(?:(?:{_GERMAN_WORKS})(?:[:*/_]?in(?:nen)?)?|(?:eur|ator|ektor|essor|ist|ent|ar|iker|log|agog|er|köch|ärzt|anwält|rät)"
    r"in(?:nen)?|pädagoge|beamter?|beauftragter?|angestellter?|frau|leute|fachkraft|hilfskraft|leitung|anwalt|arzt|koch|assistenz)|"
    rf"(?:{_GERMAN_ALONE})(?:in)?|[^\W\d_]*(?:{_GERMAN_LISTED})(?:in)?|ärztin|arzt|köchin|koch|hebamme|aushilfe|barista",
    re.IGNORECASE,
)
_FRENCH = re.compile(
    # Adjectives and names end like many trades, "plénière", "sanitaire", "Fabienne": where they do, the trades are listed.
    r"[^\W\d_]{2,}(?:[^\W\d_iru]euse|(?:at|ct|it|ut)rice|icienne|acienne|teur|niste|gogue|logue)|relieuse|livreuse|ouvreuse|gardienne|"
    r"comédienne|chirurgienne|(?:infirm|cuisin|ouvr|caiss|jardin|menuis|plomb|hôtel|pâtiss|greff|bijout|coutur|sommel|serrur|"
    r"charpent|polic|costum|magasin|chocolat|teintur|romanc|ferm|épic|banqu)ière|cuisinier|infirmier|conseiller|ouvrier|caissier|jardinier|"
    r"menuisier|plombier|routier|hôtelier|pâtissier|chancelier|huissier|greffier|bijoutier|secrétaire|notaire|gestionnaire|fonctionnaire|bibliothécaire|vétérinaire|manutentionnaire|réceptionnaire|serveur|"
    r"vendeur|monteur|chauffeur|facteur|éducateur|animateur|coiffeur|ingénieur|développeur|gouvernante|enseignante?|exploitante?|"
    r"gérante?|assistante?|surveillante?|soignante?|apprentie?|comptable|juriste|fleuriste|opticien|technicien|mécanicien|"
    r"électricien|pharmacien|clerc|barman|modéliste|caviste|fromag(?:er|ère)|bouch(?:er|ère)|boulang(?:er|ère)|horlog(?:er|ère)|"
    r"réviseure?|chercheure?|nounou|mécano|architecte|professeure?|doctorante?|stagiaire",
    re.IGNORECASE,
)
FRENCH_WORKER = _FRENCH.pattern
"""Who does a work, in French."""

# These end likewise and are none.
_NO_WORKERS = frozenset(
    """auteur hauteur secteur moteur facteur lecteur compteur ordinateur formulaire commentaire honoraire horaire salaire
    partenaire sommaire itinéraire contraire nécessaire affaire questionnaire dictionnaire lumière manière matière première
    dernière carrière frontière rivière cafetière prière entière bannière dossier papier courrier métier janvier février
    dokument moment element talent student patient zeitarbeiter termin seminar formular kommentar januar februar exemplar
    personalleitung geschäftsleitung heimleitung schulleitung mitarbeiterin mitarbeiter arbeiter antwort anleitung einleitung
    weiterleitung begleitung vorbereitung referenzgeber referenzgeberin patientin nachbarin gesprächspartner gesprächspartnerin
    teilnehmer teilnehmerin kandidat kandidatin begleiter begleiterin reiseführer halbleiter hausarzt betriebsarzt vertrauensarzt
    wasserleitung gegenwart dialogue catalogue prologue épilogue monologue fameuse honteuse coûteuse douteuse nerveuse béatrice
    cicatrice calculatrice kristin christin valentin quentin corentin florentin severin projecteur bearbeiterin bearbeiter ansprechpartner ansprechpartnerin bewerber bewerberin jemand""".split()
)


def is_worker(title: str) -> bool:
    """Whether one of the words of a title names who does a work, in English, German or French.

    That is less than `role.is_title` asks for, of more words: something else must speak for a job.
    """
    words = re.findall(r"[^\W\d_]+(?:[:*/_][^\W\d_]+)*", title.casefold())
    return any(
        word in HEADS or word in _TRADES or _GERMAN.fullmatch(word) or _FRENCH.fullmatch(word)
        for word in words
        if word not in _NO_WORKERS and (len(words) > 1 or word not in NOT_ALONE)
    )


_VERB = re.compile(r"[a-zäöüß]+en|(?:ge|be|ver|er)[a-zäöüß]+t")
# What goes on small behind a German title and is none of it: "Braumeister nun", "Hausleitung weiter", "Leiterin weiterhin im Rennen".
_GOES_ON = re.compile(
    r"(?:nun|jetzt|noch|schon|bereits|weiter|weiterhin|abschließend|hiermit|leider|gern|gerne|nicht|doch|auch|erneut|sofort|"
    r"entnehmen?|melden|mitteilen|vormerken)\b"
)


def without_verb(title: str) -> str:
    """Take what ends its sentence off a German title: "Elektroniker absehen", "Fischwirtin gesucht", "Braumeister nun"."""
    words = title.split()
    for at in range(1, len(words)):
        ends = _GOES_ON.match(words[at]) or (at == len(words) - 1 and _VERB.fullmatch(words[at]))
        if ends and words[at - 1][0].isupper() and _GERMAN.fullmatch(words[at - 1]):
            return " ".join(words[:at])
    return title


_HEAD_OF = re.compile(
    r"\b(?:(?:Deputy|Assistant|Associate|Executive|Vice|Senior|Regional) )?"
    r"(?:Director|Head|Chief|Dean|Front|Master|Secretary|Manager|Chair|President|Professor) of (?:[A-Z][\w&-]{1,20} ){0,3}$"
)
_BEFORE = 120
# Who does a work, and no thing that somebody heads.
_HEADS_ALONE = HEADS - frozenset(
    "product program programme contract position internship traineeship staff crew partner student".split()
)


def with_head(text: str, begin: int, stop: int) -> tuple[str, int]:
    """Return a title of a text with what it is headed by, and where that begins: "Nursing" is "Director of Nursing"."""
    first = max(0, begin - _BEFORE)
    head = _HEAD_OF.search(text[first : begin + len("of ")] if text.startswith("of ", begin) else text[first:begin])
    # "Sales Development Representative" is whole, "House Manager" is not: nothing else begins with "Front of".
    words = text[begin:stop].casefold().split()
    if head and len(words) > 1 and words[-1] in _HEADS_ALONE and "Front of" not in head[0]:
        return text[begin:stop], begin
    start = first + head.start() if head else begin
    return text[start:stop], start
