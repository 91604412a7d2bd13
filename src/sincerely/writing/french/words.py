"""Words by which the shape of a French note is told: a thing, a clause, what somebody did or is."""

from __future__ import annotations

import re

DETERMINERS = frozenset(
    """le la les un une des du ce cet cette ces mon ma mes notre nos votre vos son sa ses leur leurs ton ta tes chaque tout
    toute tous toutes plusieurs quelques deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente""".split()
)
ASKS = frozenset("que comment pourquoi combien où quand".split())
SUBJECTS = frozenset("il elle ils elles on nous vous ça cela chacun chacune personne".split())
# A verb of the third person that is no noun as well: "l'équipe livre" would be a book.
VERBS = frozenset(
    """est sont a ont va vont fait font peut peuvent doit doivent sait savent veut veulent prend prennent met mettent tient
    tiennent vient viennent reste restent sera seront aura auront était étaient avait avaient utilise utilisent travaillent
    travaille cherchent recrute recrutent livrent publient décident partage partagent semble semblent grandit grandissent
    double doublent passe passent laisse laissent permet permettent pourra pourront devra devront compte comptent existe
    existent ouvre ouvrent ferme ferment commence commencent apprend apprennent aide aident""".split()
)
# What a clause begins that hangs on a thing: a verb behind it is not the sentence's own.
RELATIVES = frozenset("qui que dont où comment quand pour".split())
# "Parle néerlandais", "gère une équipe": said of oneself, and no noun of the same form.
FIRST = frozenset(
    """parle gère connais sais peux ai suis travaille maîtrise aime encadre anime dirige conduis enseigne vends écris
    développe conçois organise pilote assure accompagne coordonne tiens fais utilise apprends comprends lis rédige traduis
    soigne veux voudrais pourrais sers prépare répare installe gérais dirigeais travaillais encadrais étais avais""".split()
)
NOUN_TOO = frozenset("maîtrise pilote prépare installe parle".split())
ABLE = frozenset("peux pourrais veux voudrais suis".split())
# With these somebody is, and their participle goes with who it is.
BEING_GONE = re.compile(r"(?:allé|venu|devenu|revenu|parvenu|resté|passé par|né|parti|reparti|arrivé|entré|rentré|tombé|retourné|monté en)e?s?\b")  # fmt: skip
PARTICIPLE = re.compile(r"(?:[^\W\d_]{2,}(?:é|ert)|[^\W\d_]+(?:[^aeo]i|uit|it|is|u|int)|fait|eu|été|mis|pris|dit|lu|vu|su|dû|pu)$")  # fmt: skip
# These end as a participle and are none where a note begins.
NO_PARTICIPLE = frozenset(
    """contact esprit bénévolat permis appétit intérêt débit crédit profit produit circuit habit parti gratuit petit suivi
    ami demi merci ainsi midi mardi lundi jeudi samedi vendredi souci essai défi tennis devis avis gris précis français
    anglais outil menu jeu feu peu bleu lieu milieu vœu métier qualité sécurité comptabilité capacité curiosité humanité
    santé activité concert désert dessert expert vert couvert transfert société clarté fierté liberté mobilité ponctualité créativité réactivité café thé clé marché côté
    passé congé employé salarié associé degré unité variété facilité autonomie habileté publicité fiscalité""".split()
)
# What somebody is, as they say it of themselves.
PREDICATES = re.compile(
    r"(?:(?:très|plutôt|assez|bien|toujours|parfaitement|quasi) )?(?:à l['’](?:aise|écoute)|patiente?|rigoureu(?:x|se)|ponctuel(?:le)?|bilingue|trilingue|autonome"
    r"|disponible|mobile|curieu(?:x|se)|organisée?|motivée?|habituée?|formée?|certifiée?|diplômée?|qualifiée?|polyvalente?|calme|fiable|flexible|souriante?|sérieu(?:x|se)"
    r"|méthodique|experte?|docteure? (?=en\b)|bénévole(?! pendant\b)|minutieu(?:x|se)|attentive?|attentif|créati(?:f|ve)|dynamique|volontaire|passionnée?|familiarisée?|familière?|titulaire|capable|soigneu(?:x|se)|prête?)\b",
    re.IGNORECASE,
)
# How somebody was: "très pro", "franche et directe", "honnête sur la charge".
_KINDS = (
    r"(?:à l['’]écoute|sympas?|sympathique|chaleureu(?:x|se)|bienveillante?|accueillante?|pro|professionnel(?:le)?|cash|franche?|directe?|ouverte?"
    r"|drôle|humaine?|honnête|claire?|calme|pédagogue|disponible|attentive|attentif|passionnée?|simple|souriante?|patiente?"
    r"|agréable|précise?|transparente?|encourageante?|rassurante?|sincère|naturel(?:le)?|aimable|gentil(?:le)?)"
)
_MUCH = r"(?:(?:très|super|hyper|trop|vraiment|plutôt|assez|toujours) )?"
MANNER = re.compile(
    rf"(?P<much>{_MUCH}){_KINDS}(?:(?:,| et|, et) {_MUCH}{_KINDS}){{0,3}}(?: (?:avec|sur|envers|dans|pendant|malgré) .+)?$",
    re.IGNORECASE,
)
# "L'équipe avait doublé": the past of telling, and no noun of that ending.
PAST = re.compile(
    r"(?!(?:lait|trait|parfait|souhait|portrait|extrait|retrait|attrait|bienfait|forfait)$)[^\W\d_]{2,}(?:ait|aient)$"
)
# What a note says of them without saying who.
THEY = frozenset("ont sont font vont étaient avaient".split())
SOMEBODY = frozenset("a est était avait".split())
_FEMININE = re.compile(
    r"(?!(?:comité|côté|traité|été|génie|incendie|silence|parapluie)$)[^\W\d_]+(?:tion|sion|xion|té|ance|ence|ie|ure|ette|ise|tude)$|(?:visite|rencontre|cantine|vue|relation|charge)$"
)
# "Recrutement" and no adverb of that ending.
_MASCULINE = re.compile(
    r"(?!(?:page|image|plage)$)[^\W\d_]+(?:age|isme|ing|iel|oir|eau)$|(?:budget|projet|télétravail|lien|article|rapport|dossier|document|fichier|plan|programme|calendrier|métier)$"
    r"|(?:re(?:crute|mplace)|fonctionne|change|déménage|développe|manage|équipe|finance|accompagne|loge|bâti|traite|lance|règle"
    r"|investisse|engage|départe|classe|range|paie|événe)ment$"
)
_ONE_S = frozenset(
    "accès temps processus bus cours refus choix prix parcours corps succès progrès procès avis bois gens campus".split()
)
# Their gender need not be known.
_ELIDED = frozenset(
    """accueil ouverture atelier attention échange écoute énergie engagement entente entretien environnement équipe esprit humour outil
    usine""".split()
)
_A = {
    "un": "bon grand long excellent fort réel vrai gros nouveau",
    "une": "bonne grande longue excellente forte réelle vraie grosse nouvelle belle",
}
_BY_FIRST = {word: article for article, words in _A.items() for word in words.split()}


def with_article(text: str) -> str:
    """Return a thing with the article that it wants, where its gender is sure: "stratégie RSE" is "la stratégie RSE".

    >>> with_article("horaires décalés"), with_article("ambiance calme"), with_article("très bon accueil"), with_article("foot")
    ('les horaires décalés', "l'ambiance calme", 'un très bon accueil', 'foot')
    """
    first, _, rest = text.partition(" ")
    bare = first.strip(",.;:")
    if not bare.islower() or bare in DETERMINERS or not bare.isalpha():
        return text
    leading = rest.partition(" ")[0] if first == "très" else first
    if leading in _BY_FIRST:
        return f"{_BY_FIRST[leading]} {text}"
    if (
        re.search(r"[^sx]s$|aux$", bare)
        and bare not in _ONE_S
        and not re.match(r"(?:très|toujours|plus|moins|pas|sans|dans|vers)$", bare)
    ):
        return f"les {text}"
    if bare in _ELIDED:
        return f"l'{text}"
    gender = "la" if _FEMININE.match(bare) else "le" if _MASCULINE.match(bare) else ""
    if gender and re.match(r"[aàâeéèêiîoôuû]", bare):
        return f"l'{text}"
    return f"{gender} {text}".strip()


def may_be_common(word: str) -> bool:
    """Whether a word is one of the language by its form, so that its capital is that of a beginning: "autonomie"."""
    known = word in OWN or word in PAPERS or word in DETERMINERS or word in _ELIDED
    return known or bool(
        _FEMININE.match(word)
        or _MASCULINE.match(word)
        or MANNER.match(word)
        or PREDICATES.match(word)
        or re.search(r"[^s]s$|aux$", word)
    )


# One's own things, each with its "mon": "expérience en soins" is "mon expérience en soins".
OWN = {
    word: own
    for own, words in {
        "mon": """expérience diplôme permis certificat parcours sens goût master bac bts dut cap brevet aisance esprit écoute
               intérêt attestation habitude envie autonomie organisation stage mémoire doctorat apprentissage réseau
               engagement énergie""",
        "ma": """formation connaissance maîtrise pratique passion patience curiosité rigueur capacité licence certification
              ponctualité disponibilité polyvalence motivation""",
        "mes": "connaissances compétences années études qualités notions",
    }.items()
    for word in words.split()
}  # fmt: skip
PAPERS = {
    word: own
    for own, words in {
        "mon": "cv portfolio book diplôme permis certificat attestation mémoire passeport rib",
        "ma": "lettre thèse licence",
        "mes": "références diplômes certificats attestations bulletins coordonnées",
    }.items()
    for word in words.split()
}  # fmt: skip
JOBS = re.compile(
    r"(?:chef(?:fe)?|vendeu(?:r|se)|serveu(?:r|se)|infirmi(?:er|ère)|aide-soignante?|éducat(?:eur|rice)|animat(?:eur|rice)|enseignante?"
    r"|professeure?|comptable|assistante?|secrétaire|développeu(?:r|se)|ingénieure?|technicien(?:ne)?|mécanicien(?:ne)?|cuisini(?:er|ère)"
    r"|boulang(?:er|ère)|caissi(?:er|ère)|chauffeu(?:r|se)|conduct(?:eur|rice)|responsable|directeur|directrice|gestionnaire"
    r"|chargée? d[e’']|conseill(?:er|ère)|consultante?|formatrice|formateur|analyste|graphiste|bibliothécaire|libraire"
    r"|réceptionniste|traduct(?:eur|rice)|magasini(?:er|ère)|stagiaire|apprentie?|tutrice|tuteur|coordinat(?:eur|rice)"
    r"|monit(?:eur|rice)|électricien(?:ne)?|menuisi(?:er|ère)|jardini(?:er|ère)|agent(?:e)?|adjointe?|contrôleu(?:r|se))\b",
    re.IGNORECASE,
)


def is_clause(text: str) -> bool:
    """Whether a note is a clause of its own, by a verb that no relative pronoun takes: "l'équipe va doubler"."""
    words = [word.strip(".,;:()") for word in text.casefold().replace("’", "'").split()]
    if words[:1] == ["les"] and words[1:2] in (["deux"], ["trois"]) and words[2:3] and words[2] in VERBS:
        return True
    for index, word in enumerate(words[:8]):
        if index and (word in RELATIVES or word.startswith(("qu'", "d'où"))):
            return False
        if (
            index
            and (word in VERBS or PAST.match(word))
            and words[index - 1] not in DETERMINERS | {"y", "à", "de", "et", "ou"}
        ):
            return True
    return False
