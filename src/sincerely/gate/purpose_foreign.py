"""What German and French messages say they are for, in the manner of `purpose`: rows of words, by purpose.

In both languages the words that ask ("Entscheidung", "Rückmeldung", "réponse") stand in thanks and answers as well: a
row names who does what with them.
"""

from __future__ import annotations

_MEETING = r"(?:termin|gespräch|vorstellungsgespräch|interview|telefonat|treffen|call)"
_RENDEZVOUS = r"(?:entretien|rendez-vous|rdv|créneau|appel|échange|rencontre|visio)"

CUES: dict[str, str] = {
    "acceptance": r"""
        \bnehme\b.{0,40}\b(?:angebot|stelle|position)\b.{0,30}\ban\b|\b(?:angebot|stelle|position)\b.{0,30}\bnehme ich\b.{0,30}\ban\b
        |\bangebot\b.{0,60}\bnehme es\b.{0,20}\ban\b|\b(?:angebot|stelle|position)\b.{0,40}\banzunehmen\b|\bsage (?:ich )?(?:(?:ihnen|dir|euch|sehr|gern|gerne|hiermit|verbindlich|mit freude|für die stelle) ){0,4}zu\b(?! (?:mein|dem|der|den|ihr|all|dies|unser))
        |\bj'accepte\b(?!.{0,30}\b(?:invitation|rendez-vous|créneau|entretien|date|horaire)\b)|\baccepter votre (?:offre|proposition)
        |\b(?:confirme|donne|donner|confirmer)\b.{0,20}\bmon accord\b(?!.{0,30}\b(?:créneau|entretien|rendez-vous|date|horaire)\b)
    """,
    "withdrawal": r"""
        \bzieh(?:e|en)\b.{0,30}\bbewerbung\b.{0,30}\bzurück\b|\b(?:bewerbung|kandidatur)\b.{0,40}\b(?:zurück(?:zu)?ziehen|zurück(?:zu)?nehmen|ziehe ich.{0,20}zurück)\b
        |\bnicht (?:mehr|länger) (?:[\w-]+ ){0,3}zur verfügung\b|\bfür (?:ein|eine|einen) andere[nsr]? (?:angebot|stelle|position|aufgabe|weg|unternehmen|arbeitgeber) entschieden
        |\b(?:angebot|stelle)\b.{0,40}\b(?:ablehnen|abzulehnen|ausschlagen)\b|\bandere[nsr]? (?:angebot|stelle) (?:angenommen|zugesagt)
        |\bretir\w+ (?:donc )?ma candidature\b|\bma candidature\b.{0,30}\bretir|\bne (?:donnerai|souhaite|peux|pourrai|pas)\b.{0,20}\bdonner suite\b|\bne donnerai (?:donc )?pas suite\b
        |\baccepté (?:une|un) autre (?:offre|poste|proposition)\b|\b(?:décliner|refuser|décline|refuse)\b.{0,30}\b(?:offre|proposition|poste)\b
        |\bne suis plus (?:disponible|candidat|intéressé)|\bne (?:pas |souhaite pas |veux pas |vais pas )?(?:poursuivre|continuer)\b.{0,30}\b(?:processus|candidature|recrutement|procédure)\b
    """,
    "reschedule": rf"""
        \b(?:{_MEETING}|ihn|es|uns)\b.{{0,60}}\b(?:verschieben|verschoben werden|verlegen|vorverlegen|vorziehen|absagen)\b|\b(?:verschieben|verlegen) (?:wir|sie)\b.{{0,30}}\b{_MEETING}
        |\b{_MEETING}\b.{{0,60}}\bnicht (?:wahrnehmen|einhalten|schaffen|kommen|dabei)\b|\b(?:anderen?|anderer|neuen|neuer|früheren|späteren) (?:termin|tag|zeitpunkt|uhrzeit)\b|\bersatztermin\b|\bdazwischengekommen\b|\bauf (?:den )?\w+ ausweichen\b
        |\bverhindert\b|\bverspäte\w*|\bverspätung\b|\b(?:komme|bin|werde)\b (?:[\w-]+ ){{0,6}}(?:später|zu spät)\b|\bkann (?:ich )?(?:[\w-]+ ){{0,6}}nicht (?:kommen|teilnehmen|dabei sein)\b
        |\b(?:reporter|décaler|déplacer|repousser|avancer|reprogrammer)\b.{{0,40}}\b{_RENDEZVOUS}\b|\b{_RENDEZVOUS}\b.{{0,60}}\b(?:reporter|reporté|décaler|décalé|déplacer|repousser)\b
        |\b(?:autre|nouveau|nouvelle) (?:créneau|date|jour|horaire|moment)\b|\bne (?:pourrai|peux|serai|pourrais)\b.{{0,40}}\bpas\b.{{0,40}}\b(?:venir|présente?|assister|honorer|disponible|participer)\b
        |\bempêchement\b|\ben retard\b|\b(?:minutes|heure|peu) de retard\b|\b(?:décaler|reporter) (?:à|au|d'une|de)\b
    """,
    "ask-why": r"""
        (?<!diesem )(?<!welchem )(?<!auf )(?<!gutem )\bgrund\b(?! zur\b)|\baus welchem grund\b|\bgründe\b|\bwarum\b|\bwas hätte ich\b.{0,30}\b(?:besser|anders)\b|\bwas (?:\w+ ){0,4}gegen mich\b|\blag (?:es|das) (?:\w+ )?an\b|\bliegt es (?:\w+ )?an (?:mir|meine\w*)\b
        |\b(?:würde|möchte|wüsste|helfen|hilft|um)\b.{0,40}\b(?:entscheidung|absage|wahl)\b.{0,20}\b(?:verstehen|nachvollziehen|nachzuvollziehen)\b|\b(?:rückmeldung|feedback)\b (?:zu|über) (?:meine[mnr]?|mein) (?:\w+ )?(?:\w*gespräch|auftritt|bewerbung|leistung|unterlagen)\b
        |\bfeedback\b.{0,40}\b(?:geben|freuen|dankbar|helfen)\b|\bweshalb\b|\bwas (?:den ausschlag|gefehlt|mir gefehlt|ich (?:hätte )?besser|ich (?:\w+ )?anders)|\bden ausschlag\b|\bworan\b.{0,30}(?:lag|gelegen|gescheitert)
        |(?<!en )(?<!bonne )\braisons?\b(?! (?:de (?:santé|famille|transport)|personnelles?|familiales?|médicales?|professionnelles?)\b)|\bpourquoi\b|\bmotifs?\b|\bce qui (?:a|m'a|vous a) (?:\w+ ){0,2}(?:motivé|manqué|pesé|fait|joué|conduit|décidé)\b|\bce (?:qu'il|qui) (?:me|m'a) manqu|\baméliorer\b
    """,
    "hand-in": r"""
        \b(?:im anhang|in der anlage|anbei|beigefügt|angehängt)\b|\b(?:ci-jointe?s?|en pièces? jointes?|vous trouverez)\b|\badjunt[oa]\b
        |\bvoici(?:,? comme promis,?)? (?:mon|ma|mes|le|la|les|l'|un|une) ?(?:\w+ ){0,2}(?:références?|cv|portfolio|diplômes?|lettre|certificats?|attestations?|relevés?|formulaire|dossier|documents?|copie|étude|test|exercice)\b
        |\b(?:sende|schicke|übersende|reiche) (?:ich )?(?:ihnen|dir|euch)?\b.{0,40}\b(?:gewünscht|angefordert|erbeten|verlangt|nach\b)
    """,
    "thanks": r"""
        \b(?:vielen|herzlichen|besten|lieben|großen|tausend|ganz herzlichen) dank(?: (?:noch ?mals?|noch einmal|auch|dir|ihnen|euch)){0,2},? (?:für|dass)\b
            (?! (?:ihre|deine|eure|die) (?:\w+ )?(?:nachricht|mail|e-mail|antwort|rückmeldung|info|information|auskunft|absage|einladung(?![^.!?]{0,40} (?:und|sowie|,) [^.!?]{0,40}(?:gespräch|treffen|austausch|führung|rundgang|besuch|kennenlern|zeit|offenheit))))
        |\bdanke(?: (?:ihnen|dir|euch|nochmals?|noch einmal|sehr|schön)){0,2},? (?:für|dass)\b(?! (?:ihre|deine|eure|die) (?:\w+ )?(?:nachricht|mail|e-mail|antwort|rückmeldung|info|absage|einladung(?![^.!?]{0,40} (?:und|sowie|,) [^.!?]{0,40}(?:gespräch|treffen|austausch|führung|rundgang|besuch|kennenlern|zeit|offenheit))))
        |\bdank dafür\b|\b(?:gespräch|treffen|besuch)\b.{0,40}\b(?:freude|spaß|gefallen|genossen)\b|\bbedanke (?:ich )?mich\b.{0,40}\bfür\b|\bmich\b.{0,40}\bfür\b.{0,60}\bbedanken\b
        |\bapprécié\b.{0,30}\b(?:échange|entretien|rencontre|discussion|visite|conversation|accueil)\b|\bplaisir (?:de|à) (?:vous rencontrer|échanger|discuter)\b
        |\b(?:merci|remercie|remercier|remercions|remerciements)\b(?: (?!pour\b)\w+){0,3} (?:pour|de m'avoir|de nous avoir|du|de l'|de votre|de cet|de ce|d'avoir)\b
            (?! (?:votre |ton |ta |ce )?(?:\w+ )?(?:message|mail|courriel|réponse|retour|information))
    """,
    "stay-in-touch": r"""
        \bin (?:kontakt|verbindung) (?:zu )?bleiben\b|\b(?:künftige|spätere|neue) (?:stelle|stellen|position)\b|\brest(?:er|ons|erais) en contact\b|\b(?:future|prochaine) (?:opportunité|ouverture)|\bsi (?:un|une) (?:\w+ ){0,6}(?:se libère|s'ouvre|se présente)\b
    """,
}  # fmt: skip

_NEWS = r"(?:entscheidung|neuigkeiten|neues|neuigkeit|rückmeldung|ergebnis|ergebnisse|bescheid|zwischenstand)"
# What has not come yet from others than them is no matter of theirs.
_NO_WORD = r"\bkeine (?:antwort|rückmeldung|nachricht|neuigkeiten|reaktion)\b(?! (?:von (?!ihnen|ihrer|euch|dir)|vom|mein|für|der|des))"
_STILL = r"(?:schon|bereits|inzwischen|mittlerweile|denn|etwas|bald)"
# What asks for news; whether somebody asks at all is told by `ASKING`.
STATUS = rf"""
    \bob (?:sie|sich|ihr|du|es|schon|bereits|inzwischen|mittlerweile|die|das|der|eine|man|meine)\b.{{0,70}}\b(?:{_NEWS}|entschieden|festgelegt|angekommen|besetzt|vergeben|gefallen|ergeben|getan)\b
    |\b(?:haben|hat|habt|hast|gibt|ist|sind|wurde|konnten|konnte|liegt)\b (?!(?:der|ein|unser|mein|das) (?:termin|gespräch|vertrag|link|raum))(?:[\w-]+ ){{0,5}}{_STILL}\b.{{0,60}}\b(?:{_NEWS}|entschieden|gehört|fest|gefallen|besetzt|vergeben|ausgewählt|absehbar|abgestimmt|abstimmen|beraten|besprechen)\b
    |\b(?:ist|wurde|fiel)\b.{{0,20}}\bentscheidung\b.{{0,20}}\b(?:gefallen|getroffen)\b|\b(?:haben|hast|habt) (?:sie|du|ihr) (?:\w+ ){{0,3}}entschieden\b
    |\bnach dem (?:aktuellen )?stand\b|\bgibt es (?:\w+ ){{0,2}}{_NEWS}\b|\b(?:stelle|position)\b.{{0,20}}\bnoch (?:frei|offen|zu haben|vakant|unbesetzt)\b|\bwissen sie (?:schon|bereits|inzwischen)\b(?!,? (?:in|an|auf|wo|wohin|welche\w*)\b)|\bnächsten? schritte?\b|\bnoch im rennen\b
    |\bhat sich\b.{{0,50}}\b(?:getan|ergeben|entschieden)\b|\b(?:sie|ihr|du) (?:wollten|wolltet|wolltest|hatten)\b.{{0,40}}\b(?:melden|bescheid geben|entscheiden|zurückmelden|entscheidung)\b
    |\b(?:bisher|bislang|noch|leider|seither|seitdem)\b.{{0,40}}{_NO_WORD}
    |(?:\bnichts\b|{_NO_WORD}).{{0,40}}\b(?:gehört|erhalten|bekommen|vernommen|gekommen|erreicht)\b
    |\bwann\b(?! (?:soll|muss|darf|brauchen|benötigen|wäre|passt)\b(?! ich (?:mit|wieder))).{{0,60}}\b(?:entscheid\w*|rückmeldung|ergebnis|bescheid|rechnen|hören|höre|weiter(?:geht|gehen)?)\b
    |\bwie weit\b.{{0,50}}\b(?:sie|verfahren|prozess|bewerbung|entscheidung|auswahl\w*)\b|\bwie (?:\w+ )?(?:der|dein|ihr) (?:\w+ )?stand\b
    |\bwie es (?:(?:nun|jetzt|denn|mit|um|für|bei|meiner|meine|der|die|mich|bewerbung|stelle|position|verfahren|dem) ){{0,4}}(?:aussieht|steht|weiter ?geht)\b|\bwie (?:sieht|steht|geht) es\b.{{0,40}}\b(?:stelle|bewerbung|verfahren|prozess|entscheidung|aus|weiter)\b
    |\b(?:stand der dinge|aktuelle[nr]? stand|zwischenstand|stand (?:meiner|der|des|im|zu)|etwas neues|neuigkeiten|neues zu|schon entschieden|kurzes zeichen|(?:kurzes |kleines )?update(?! (?:of|to) (?:the|my|a|your)\b))\b
    |\b(?:ich|wollte|möchte|darf|erlaube)\b.{{0,80}}\b(?:nachfragen|nachzufragen|nachhaken|nachzuhaken)\b(?!.{{0,60}}\b(?:termin|uhrzeit|adresse|link|raum|parkplatz|brauchen|benötigen|unterlagen)\b)|\bhake\b.{{0,40}}\bnach\b
    |\b(?:auf|an) (?:ihre|eine|deine) (?:\w+ )?(?:rückmeldung|antwort|entscheidung) (?:warte|zu warten)\b|\bwarte (?:\w+ ){{0,3}}auf (?:ihre|eine|deine|die)\b.{{0,30}}\b(?:rückmeldung|antwort|entscheidung|nachricht)\b
    |\b(?:wie|ob) (?:\w+ ){{0,2}}(?:sich|ihr|das) (?:\w+ ){{0,3}}entschieden\b|\bwie (?:sie|du) (?:\w+ )?entschieden\b
    |\bo[uù] (?:vous )?en (?:est|sont|êtes|es|sommes)\b|\b(?:avez|as|auriez|aurais|a)[- ](?:t-)?(?:vous|tu|on)\b(?! (?:besoin|reçu|bien)).{{0,50}}\b(?:décision|nouvelles?|retour|réponse|du nouveau|décidé|tranché|choisi|avancé|votre choix)\b|\b(?:avez|aviez) (?:pu|eu le temps)\b.{{0,20}}\b(?:examiner|étudier|lire|regarder|discuter|décider|consulter)\b
    |\bavez-vous pu\b.{{0,40}}\b(?:avancer|décider|trancher|étudier|prendre|examiner|consulter)\b|\bdécision\b.{{0,30}}\b(?:prise|tombée|arrêtée)\b|\b(?:toujours|encore) (?:en (?:lice|course)|à pourvoir|vacant|ouvert|disponible)\b(?!.{{0,20}}\bpour\b)|\bprochaines étapes\b
    |\by a-t-il\b.{{0,30}}\b(?:du nouveau|nouvelles|décision|avancées?|réponse|retour)\b|\bsi (?:vous|une?|la|le|mon|ma)\b.{{0,50}}\b(?:décision|décidé|choisi|tranché|retenue?|pourvu)\b
    |\b(?:pas|rien|toujours rien|aucune?)(?: encore| toujours)?(?: eu| reçu)?(?: \w+){{0,2}} (?:retour|nouvelles|nouvelle|réponse) (?:de votre|de vous|de la|depuis|à ma|suite)|\bpas (?:encore |toujours )?(?:eu|reçu) (?:de |d'|votre |une )?(?:retour|nouvelles|réponse)\b
    |\bsans (?:nouvelles?|réponse|retour) de (?:votre|vous|ta|toi)|\bquand\b(?!.{{0,40}}\bma (?:réponse|décision)\b).{{0,60}}\b(?:réponse|retour|décision|décider\w*|nouvelles|résultat)\b
    |\b(?:vous|te) relancer\b|\bprendre des nouvelles\b|\bdes nouvelles\b(?! (?:questions|technologies|idées|offres))|\bquelle(?:s)? suites?\b|\bla suite (?:donnée|que vous|réservée)\b|\bvotre décision\b|\b(?:état|avancement|statut) (?:de|du) (?:ma|votre|la|processus|recrutement)
    |\b(?:novedades|alguna noticia|novità)\b
    |\bwissen sie (?:denn |vielleicht )?(?:schon |bereits |inzwischen )(?:näheres|mehr|etwas|genaueres)\b|\bbild (?:von mir )?(?:machen|gemacht)\b|\bdarf ich (?:\w+ ){{0,2}}hoffen ?\?|\bmeine chancen\b
    |\bich (?:\w+ ){{0,2}}(?:noch|weiterhin) (?:dabei|im rennen)\b|\bin der engeren (?:aus)?wahl\b|\bob (?:schon|bereits|inzwischen)\b.{{0,40}}\bfeststeh\w+|\büber (?:meine|die) (?:bewerbung|besetzung)\b.{{0,20}}\b(?:gesprochen|beraten)\b
    |\bo[uù] (?:vous |tu )?en (?:étiez|étais|était|étaient|serait)\b|\b(?:attendre|compter|espérer)\b.{{0,12}}\b(?:réponse|retour|appel|nouvelles)\b.{{0,40}}\?|^du nouveau\b|\bsavez-vous (?:déjà )?(?:quelque chose|plus\b|qui\b.{{0,20}}\bretenu)
    |\bwer die stelle\b|\bhat es (?:\w+ )?geklappt ?\?|\bwie lange (?:muss|soll|darf) ich (?:\w+ ){{0,3}}(?:warten|gedulden)\b|^melden sie sich\b.{{0,30}}\?|\bgibt['’]?s (?:\w+ ){{0,2}}neu(?:es|igkeiten)\b|\bhören wir (?:\w+ ){{0,2}}voneinander ?\?|\bnach(?:zu)?hören\b
    |\bc'est (?:un )?(?:oui|non) ?\?|\bavez-vous eu le temps (?:de |d')(?:y |en )?(?:réfléchir|décider|discuter|parler|trancher|étudier|examiner|lire)\b|\brien (?:reçu|eu) de (?:vous|votre part)\b|\bcalendrier\b.{{0,30}}\b(?:suite|recrutement|processus)\b
    |\b(?:pensez|comptez|allez)-vous (?:me |nous )?(?:répondre|décider|trancher|rappeler)\b|\b(?:suis|serai)-je (?:\w+ )?(?:dans la course|en lice|retenue?|prise?)\b|\bretenu (?:quelqu'un|une? autre)\b
    |\b(?:votre|le) choix (?:\S+ ){{0,2}}(?:fait|arrêté)\b|\bmes chances\b|\b(?:quand|si) je (?:serai|suis)\b.{{0,15}}\b(?:fixée?|prise?|retenue?)\b
"""
# Who asks, and not who is told that somebody asked.
ASKING = r"""
    \?|\b(?:fragen|frage|erkundigen|erkundige|nachfragen|nachzufragen|nachhaken|nachzuhaken|hake|wüsste|wissen|erfahren|würde|würden|könnten|können sie|kannst du|möchte|wollte|darf|gerne? (?:hören|wissen)|bitte|zeichen|warte|neugierig)\b
    |\b(?:nichts|keine (?:antwort|rückmeldung|nachricht|neuigkeiten|reaktion))\b
    |\b(?:souhait(?:e|ais|erais)|voulais|voudrais|aimerais|pourriez|pouvez|permets|savoir|me demand(?:e|ais)|relancer|relance|prendre des nouvelles|sans (?:nouvelles?|réponse|retour)|pas (?:encore |toujours )?(?:eu|reçu)|rien reçu|aucune? (?:retour|nouvelle|réponse)|merci de (?:me|bien))\b
"""
SOFT = r"""
    \b(?:weiterhin|nach wie vor|immer noch|unverändert) (?:\w+ ){0,4}(?:interesse|interessiert|gespannt)|\b(?:kurze|kleine|freundliche) erinnerung\b|\bin erinnerung (?:rufen|bringen)\b|\bmelde mich (?:noch ?(?:ein)?mals?|erneut|wieder)\b
    |\b(?:permets|souhaitais|souhaite|voulais) (?:de )?(?:revenir vers|vous recontacter|vous réécrire|vous écrire à nouveau)\b(?!.{0,20}\b(?:avec|transmettre|envoyer|confirmer|remercier)\b)
    |\btoujours (?:très |vivement )?(?:intéressée?|motivée?)\b|\b(?:petit|simple) rappel\b
"""
