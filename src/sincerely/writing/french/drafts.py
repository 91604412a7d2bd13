"""What each kind of mail says, in French; ``<vous|tu>`` after the thread.

Nobody's sex is told: no participle and no adjective goes with the writer or the reader.
"""

from __future__ import annotations

from sincerely.writing.facts.grammar import Plan, move

from .referees import (
    BRIEFING,
    HEADS_UP,
    REFERENCE_OUTCOME,
    REFERENCE_REMINDER,
    REFERENCE_REQUEST,
    WITHDRAW_REFERENCE,
)
from .thanks import THANK_YOU, THANK_YOU_AGENCY

CHECK_IN = Plan(
    ("{role} : une brève question", "Une brève question"),
    (
        move("body", "[second] <Je vous ai|Je t'ai> écrit {checked_day} au sujet du {poste}, et c'est la dernière fois que je pose"
             " la question",
             "[agency met_day] Y a-t-il du nouveau au sujet du {poste} depuis mon entretien {met_of} ?",
             "[not_there met_day] Mon entretien au sujet du {poste} a eu lieu {met_day}",
             "Nous avons parlé {met_day} du {poste}",
             "Je <vous |t'>écris à la suite de notre entretien {met_of}",
             "J'ai une brève question au sujet du {poste}"),
        move("body", "[second poste] Une décision a-t-elle été prise, ou une échéance est-elle prévue ?",
             "[agency promised_day] Une décision était prévue d'ici au {promised_day}, et je sais que les délais peuvent bouger",
             "Une décision était prévue d'ici au {promised_day}, et je sais que les délais peuvent bouger : y a-t-il du nouveau,"
             " ou une autre échéance ?",
             "[poste] Puis-je <vous|te> demander où en est le recrutement, et quand je peux espérer une réponse ?"),
        move("body", "[second poste] Si vous avez fait un autre choix, une ligne me suffit",
             "[poste] Mon intérêt pour ce poste reste entier"),
        move("close", "[second poste] Dans tous les cas, merci pour le temps que <vous m'avez|tu m'as> accordé",
             "[poste] Si un élément de ma part peut aider à la décision, je l'enverrai volontiers", opens=True),
    ),
)  # fmt: skip

HAND_IN = Plan(
    ("{item_title} : {role}", "{item_title}"),
    (
        move("body", "[references pledged] Voici mes références, comme promis",
             "[references poste] Voici mes références pour le {poste}",
             "[references] Voici mes références, comme <vous l'avez|tu l'as> demandé",
             "[told_item] Comme <vous l'avez|tu l'as> demandé {requested_day}, voici {item} :",
             "[told_item] Comme <vous l'avez|tu l'as> demandé, voici {item} :",
             "[pledged] <Vous trouverez|Tu trouveras> en pièce jointe, comme promis, {item}",
             "<Vous trouverez|Tu trouveras> en pièce jointe {item}, comme <vous l'avez|tu l'as> demandé {requested_day}",
             "<Vous trouverez|Tu trouveras> en pièce jointe {item}, comme <vous l'avez|tu l'as> demandé"),
        move("body", "{said}"),
        move("list", "{referees}"),
        move("body", "[references ready] Toutes ces personnes sont d'accord pour un appel et savent qu'il s'agit du {poste}",
             "[references agreed_all] Toutes ces personnes sont d'accord pour que je donne leur nom"),
        move("body", "[references] J'ai aussi sollicité {pending}, et je <vous|te> donnerai des précisions dès que j'aurai une réponse"),
        move("close", "[late_item poste] Cet envoi arrive après l'échéance convenue ({due_day}), et je <vous|te> prie de m'en"
             " excuser ; merci pour <votre|ta> patience",
             "[references] S'il <vous|te> faut d'autres précisions, je les enverrai volontiers",
             "[told_item] S'il reste une question à ce sujet, un simple message suffit",
             "[item] S'il <vous|te> faut un autre format, ou autre chose encore, un simple message suffit", opens=True),
    ),
)  # fmt: skip

ANSWER = Plan(
    ("<Votre|Ta> question",),
    (
        move("thanks", "[!thanks_itself] Merci pour <votre|ton> message {heard_day}"),
        move("body", "{said}", opens=True),
        move("close", "[said !ends_itself] S'il reste une question, un simple message suffit", opens=True),
    ),
)

ASK_WHY = Plan(
    ("[reason] {role} : merci", "[reason] Merci", "{role} : merci, et une question", "Merci, et une question"),
    (
        move("thanks", "[!agency] Merci pour <votre|ton> message {no_date} et pour le temps que <vous m'avez|tu m'as> accordé"
             " {met_day}",
             "Merci pour <votre|ton> message {no_date}"),
        move("body", "[rejected poste] Le {poste} m'aurait beaucoup plu, et je respecte la décision"),
        move("body", "[reason] Merci aussi de m'avoir donné la raison de ce choix ; cela m'aide à progresser",
             "[agency rejected] Puis-je <vous|te> poser une question : une raison précise a-t-elle été donnée, dont je pourrais"
             " tirer un enseignement ?",
             "[rejected] Puis-je <vous|te> poser une question : y avait-il une raison précise dont je pourrais tirer un"
             " enseignement ?", opens=True),
        move("body", "[rejected !reason] Si <vous préférez|tu préfères> ne pas répondre, je le comprendrai très bien"),
        move("close", "[rejected chez] Si un poste qui me correspond se libère un jour {chez}, un message de <votre|ta> part me"
             " ferait plaisir",
             "[rejected] Si un poste qui me correspond se libère un jour, un message de <votre|ta> part me ferait plaisir",
             opens=True),
    ),
)  # fmt: skip

ACCEPT_SILENCE = Plan(
    ("{role} : un mot pour conclure", "Un mot pour conclure"),
    (
        # Without thanks in so many words: they were said after the interview.
        move("body", "[agency] Grâce à <vous|toi>, j'ai eu {met_day} un entretien pour le {poste}, et j'en garde un bon souvenir",
             "Nous avons parlé {met_day} du {poste}, et j'en garde un bon souvenir",
             "Je vous avais adressé ma candidature au {poste}"),
        move("body", "[agency poste] Je suppose qu'un autre choix a été fait, et je souhaite à tous une belle réussite",
             "[poste] Je suppose que vous avez fait un autre choix, et je vous souhaite une belle réussite"),
        move("close", "[poste] Il n'est pas nécessaire de me répondre ; si un poste qui me correspond se libère un jour, un message"
             " me ferait plaisir", opens=True),
    ),
)  # fmt: skip

STAY_IN_TOUCH = Plan(
    ("Quelques lignes",),
    (
        move("body", "[agency] J'ai gardé un bon souvenir de mon entretien {met_of} pour le {poste}",
             "Nous avons parlé {met_day} du {poste}, et j'en garde un très bon souvenir",
             "Vous aviez examiné ma candidature au {poste}, et je ne l'ai pas oubliée"),
        move("body", "J'ai vu l'annonce « {opening} », et j'aimerais beaucoup en parler avec <vous|toi>",
             "[poste] Si un poste qui me correspond se libère un jour, un message me ferait plaisir", opens=True),
        move("close", "D'ici là, je <vous|te> souhaite une bonne continuation, ainsi qu'à toute l'équipe {employer_de}", opens=True),
    ),
)  # fmt: skip

WITHDRAWAL = Plan(
    ("{role} : retrait de ma candidature", "Retrait de ma candidature"),
    (
        move("body", "Je <vous |t'>informe que je retire ma candidature au {poste}"),
        move("body", "[elsewhere] J'ai accepté une autre offre, et je <vous|te> le dis pour que vous puissiez poursuivre"
             " sans m'attendre", "[said] {said}"),
        move("thanks", "[agency] Merci d'avoir rendu possible l'entretien {met_of}",
             "Merci pour notre entretien {met_of} et pour le temps que <vous m'avez|tu m'as> accordé",
             "[poste] Merci pour le temps que vous avez consacré à ma candidature", opens=True),
        move("close", "[poste] J'espère que nos chemins se croiseront à nouveau"),
    ),
)  # fmt: skip

OFFER_THANKS = Plan(
    ("{role} : merci pour votre offre", "Merci pour votre offre"),
    (
        move("thanks", "[agency] Merci de m'avoir transmis l'offre pour le {poste}",
             "Merci beaucoup de me proposer le {poste}"),
        move("body", "[offered said] Cette offre me fait très plaisir",
             "[offered] Cette offre me fait très plaisir, et je la lis avec attention"),
        move("body", "{said}",
             "J'ai bien noté que vous attendez ma réponse d'ici au {offer_by}, et vous l'aurez à temps",
             "[offered] Puis-je <vous|te> demander pour quand <vous souhaitez|tu souhaites> ma réponse ?", opens=True),
        move("close", "[offered] Merci de transmettre aussi mes remerciements à toutes les personnes que j'ai rencontrées"),
    ),
)  # fmt: skip

TELL_OTHERS = Plan(
    ("{role} : un mot sur mes délais", "Un mot sur mes délais"),
    (
        move("body", "Par souci de transparence, je <vous|te> signale que j'ai reçu une autre offre, à laquelle je dois répondre"
             " d'ici au {held_by}",
             "[held] Par souci de transparence, je <vous|te> signale que j'ai reçu une autre offre"),
        move("body", "[held] Le {poste} continue de m'intéresser beaucoup"),
        move("body", "[agency held] Si l'on peut me dire avant cela où j'en suis, cela m'aiderait beaucoup ; sinon, je le"
             " comprendrai très bien",
             "[held poste] Si vos délais vous permettent de me dire avant cela où j'en suis, cela m'aiderait beaucoup ; sinon,"
             " je le comprendrai très bien", opens=True),
    ),
)  # fmt: skip

ASK_ADDRESS = Plan(
    ("Merci, et une petite question",),
    (
        move("thanks", "[was_there] Merci pour notre échange {met_of} au sujet du {poste}",
             "Merci d'avoir organisé l'entretien {met_of} pour le {poste}",
             "Merci d'avoir organisé l'entretien {met_of}"),
        move("body", "[agency] J'aimerais aussi remercier {unreached} : <pourriez-vous|pourrais-tu> transmettre mes remerciements ?",
             "[agency met_day] J'aimerais remercier toutes les personnes avec qui j'ai parlé : <pourriez-vous|pourrais-tu>"
             " transmettre mes remerciements et me donner leurs noms ?",
             "J'aimerais aussi remercier {unreached} : <pourriez-vous|pourrais-tu> me dire comment, ou transmettre mes"
             " remerciements ?",
             "[was_there] J'aimerais aussi remercier les autres personnes avec qui j'ai parlé : <pourriez-vous|pourrais-tu> me"
             " donner leurs noms et me dire comment les joindre ?",
             "[met_day] J'aimerais remercier toutes les personnes avec qui j'ai parlé : <pourriez-vous|pourrais-tu> me donner"
             " leurs noms et me dire comment les joindre ?"),
        move("close", "[met_day !unreached !agency] Si <vous préférez|tu préfères> transmettre <vous-même|toi-même> mes"
             " remerciements, cela me convient tout autant"),
    ),
)  # fmt: skip

PLANS = {
    "thank-you": THANK_YOU,
    "thank-you-agency": THANK_YOU_AGENCY,
    "check-in": CHECK_IN,
    "hand-in": HAND_IN,
    "answer": ANSWER,
    "reference-request": REFERENCE_REQUEST,
    "reference-reminder": REFERENCE_REMINDER,
    "heads-up": HEADS_UP,
    "briefing": BRIEFING,
    "reference-outcome": REFERENCE_OUTCOME,
    "ask-why": ASK_WHY,
    "accept-silence": ACCEPT_SILENCE,
    "stay-in-touch": STAY_IN_TOUCH,
    "withdrawal": WITHDRAWAL,
    "offer-thanks": OFFER_THANKS,
    "tell-others": TELL_OTHERS,
    "ask-address": ASK_ADDRESS,
    "withdraw-reference": WITHDRAW_REFERENCE,
}
