"""What the mails to and about referees say, in French; ``<vous|tu>`` after the thread."""

from __future__ import annotations

from sincerely.writing.facts.grammar import Plan, move

REFERENCE_REQUEST = Plan(
    ("Puis-je <vous|te> citer comme référence ?",),
    (
        move("body", "Je suis en lice pour le {poste}, et je voudrais <vous|te> demander si je peux <vous|te> citer comme référence"),
        move("body", "Mon entretien aura lieu {ahead_day}", "L'entretien a eu lieu {met_day}"),
        move("body", "[references_wanted] On me demande des références d'ici au {due_day}",
             "[references_wanted] On m'y a demandé des références"),
        move("body", "{said}"),
        move("body", "[poste] Si <vous êtes|tu es> d'accord, je <vous enverrai|t'enverrai>, avant tout appel, une présentation du"
             " poste et les points qui m'aideraient le plus", opens=True),
        move("close", "[poste] Si <vous préférez que je ne vous cite pas|tu préfères que je ne te cite pas>, un mot suffit ; je le"
             " comprendrai très bien", opens=True),
    ),
)  # fmt: skip

REFERENCE_REMINDER = Plan(
    ("Puis-je <vous|te> citer comme référence ?",),
    (
        move("body", "[asked_job] Je <vous avais|t'avais> demandé {asked_day} si je pouvais <vous|te> citer comme référence pour le"
             " {poste}",
             "Je <vous avais|t'avais> demandé {asked_day} si je pouvais <vous|te> citer comme référence"),
        move("body", "[references_wanted !asked_job] Il s'agit maintenant du {poste} ; comme je dois donner mes références d'ici au"
             " {due_day}, une brève réponse me serait précieuse",
             "[asked_day !asked_job] Il s'agit maintenant du {poste} ; une brève réponse me serait précieuse",
             "[references_wanted] Comme je dois donner mes références d'ici au {due_day}, une brève réponse me serait précieuse",
             "[asked_day] Une brève réponse me serait précieuse, quand <vous aurez|tu auras> un moment"),
        move("close", "[asked_day] Et si c'est non, je le comprendrai très bien", opens=True),
    ),
)  # fmt: skip

HEADS_UP = Plan(
    ("{employer} : un appel est possible", "Un appel est possible"),
    (
        move("body", "J'ai eu {met_day} un entretien pour le {poste}, et puisque <vous avez|tu as> accepté que je <vous|te> cite"
             " comme référence, un appel est possible",
             "Je suis en lice pour le {poste}, et puisque <vous avez|tu as> accepté que je <vous|te> cite comme référence, un"
             " appel est possible"),
        move("close", "[poste] Il n'y a rien à faire pour l'instant ; si l'on me demande des références, je <vous préviendrai"
             "|te préviendrai> d'abord, avec tous les détails"),
    ),
)  # fmt: skip

BRIEFING = Plan(
    ("[sudden] {employer} : un appel peut arriver à tout moment", "[sudden] Un appel peut arriver à tout moment",
     "{employer} : ce qu'on pourrait <vous|te> demander", "Ce qu'on pourrait <vous|te> demander"),
    (
        move("thanks", "[sudden] Je <vous|te> prie d'excuser ce message tardif : {named_day}, j'ai donné <votre|ton> nom comme"
             " référence pour le {poste}, et un appel peut arriver à tout moment",
             "[agreed_day] Merci d'avoir accepté que je <vous|te> cite comme référence"),
        move("thanks", "[sudden agreed_day] Merci encore d'avoir dit oui {agreed_day} ; voici ce dont il peut être question",
             "[sudden] Il fallait attendre <votre|ton> accord, et je <vous|te> prie de m'en excuser ; si <vous préférez que je ne"
             " vous cite pas|tu préfères que je ne te cite pas>, un mot suffit, et je retire aussitôt <votre|ton> nom"),
        move("body", "[!sudden] Il s'agit du {poste}"),
        move("body", "[!sudden] J'y ai donné <votre|ton> nom {named_day} ; un appel peut donc arriver à tout moment",
             "[references_wanted !sudden] Je dois donner mes références d'ici au {due_day} ; un appel peut arriver ensuite",
             "[references_wanted !sudden] On m'a demandé des références ; un appel peut donc arriver bientôt"),
        move("body", "J'ai parlé {met_day} avec {met_people}", "L'entretien a eu lieu {met_day}"),
        move("list", "{asks}", opens=True),
        move("list", "{stresses}", opens=True),
        move("list", "{shows}", opens=True),
        move("close", "[sudden poste] Puis-je <vous |t'>appeler aujourd'hui, à l'heure qui <vous|te> convient, pour en parler un moment ?",
             "[poste] Si <vous gardez|tu gardes> un autre souvenir de l'un de ces points, merci de me le dire avant l'appel",
             opens=True),
        move("close", "[poste] Je <vous|te> dirai comment cela s'est terminé"),
    ),
)  # fmt: skip

REFERENCE_OUTCOME = Plan(
    ("{employer} : comment cela s'est terminé", "Comment cela s'est terminé"),
    (
        move("body", "[accepted poste] J'ai une bonne nouvelle, et je tenais à <vous|te> l'annoncer moi-même : j'ai accepté le {poste}",
             "[rejected poste] Je tenais à <vous|te> le dire moi-même : pour le {poste}, un autre choix a été fait",
             "[withdrew poste] Je tenais à <vous|te> le dire moi-même : j'ai retiré ma candidature au {poste}",
             "[closed poste] Je tenais à <vous|te> le dire moi-même : ma candidature au {poste} n'a pas abouti"),
        move("thanks", "[unagreed] J'y avais donné <votre|ton> nom {named_day}, avant d'avoir <votre|ta> réponse, et je <vous|te> prie"
             " de m'en excuser",
             "Merci de m'avoir permis d'y donner <votre|ton> nom {named_day}",
             "[agreed_day] Merci d'avoir accepté que je <vous|te> cite comme référence"),
        move("close", "[rejected agreed_day] Savoir que je peux compter sur <votre|ta> parole m'est précieux",
             "[poste] Avant de <vous|te> citer ailleurs, je <vous|te> poserai de nouveau la question", opens=True),
    ),
)  # fmt: skip

WITHDRAW_REFERENCE = Plan(
    ("{role} : mes références", "Mes références"),
    (
        move("body", "Merci de retirer {referee} de mes références pour le {poste} : un appel n'est plus souhaité"),
        move("body", "[declined] J'avais donné ce nom {named_day}, trop tôt, et je <vous|te> prie d'excuser ce dérangement"),
        move("close", "[declined] S'il vous faut une autre référence, je poserai la question à quelqu'un et <vous|te> donnerai son nom"
             " dès que j'aurai son accord", opens=True),
    ),
)  # fmt: skip
