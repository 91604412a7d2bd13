"""How French says times, as phrases that the English grammar of times reads."""

from __future__ import annotations

import re

from . import day_lists

DAYS = {
    "lundi": "Monday", "mardi": "Tuesday", "mercredi": "Wednesday", "jeudi": "Thursday", "vendredi": "Friday",
    "samedi": "Saturday", "dimanche": "Sunday",
}  # fmt: skip
MONTHS = {
    "janvier": "January", "février": "February", "mars": "March", "avril": "April", "mai": "May", "juin": "June",
    "juillet": "July", "août": "August", "septembre": "September", "octobre": "October", "novembre": "November",
    "décembre": "December",
}  # fmt: skip
NUMBERS = {
    "un": "one", "une": "one", "deux": "two", "trois": "three", "quatre": "four", "cinq": "five", "six": "six",
    "sept": "seven", "huit": "eight", "neuf": "nine", "dix": "ten", "douze": "twelve", "quinze": "fifteen",
    "vingt": "twenty", "trente": "thirty",
}  # fmt: skip
UNITS = {
    "minutes": "minutes", "heure": "hour", "heures": "hours", "jour": "day", "jours": "days", "semaine": "week",
    "semaines": "weeks", "mois": "months", "jours ouvrés": "business days", "jours ouvrables": "business days",
    "jour ouvré": "business day",
}  # fmt: skip
FEASTS = {
    "pâques": "Easter", "ascension": "Ascension Day", "pentecôte": "Pentecost", "toussaint": "All Saints' Day",
    "noël": "Christmas", "saint-jean": "24 June", "lundi de pâques": "Easter Monday", "lundi de pentecôte": "Whit Monday",
    "vendredi saint": "Good Friday", "jeudi de l'ascension": "Ascension Day", "jeudi de l’ascension": "Ascension Day", "nouvel an": "New Year's Day", "saint-sylvestre": "New Year's Eve",
    "fête du travail": "1 May", "assomption": "15 August", "jour de l'an": "New Year's Day", "jour de l’an": "New Year's Day",
}  # fmt: skip
# What stands before a name is no day.
NO_TIME = (
    r"\b(?:(?:m\.|mme|monsieur|madame|mademoiselle) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|avril|mai|midi)"
    r"|(?:rue|avenue|boulevard|(?<!sur )(?<!en )place|quai|(?<!au )cours|square|métro|station) (?:(?:du|de|des|de la) )?(?:(?:\d{1,2}(?:er)?|premier|deux|quatre|cinq|six|huit|dix|onze|quatorze|dix-huit|dix-neuf|vingt)[ -])?"
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|midi)"
    r"|dans le midi)\b"
    r"|\b(?:bonne|belle|excellente|agréable|très bonne|bon|beau|excellent) (?:fin de (?:semaine|journée|mois|soirée|année|week-?end)|semaine|week-?end|journée|soirée|après-midi|matinée)\b"
    r"|\b(?:au|le) \d{1,3},? (?:bis )?(?:rue|avenue|place|boulevard|quai|impasse|allée|chemin|cours)\b"
)
OTHERS = {
    **FEASTS, "après-demain": "the day after tomorrow", "demain": "tomorrow", "aujourd'hui": "today",
    "aujourd’hui": "today", "hier": "yesterday", "midi": "noon", "après-midi": "afternoon", "minuit": "midnight",
}  # fmt: skip
_HOURS = ("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
          "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")  # fmt: skip
_MINUTES = {"quinze": "15", "trente": "30", "quarante-cinq": "45", "dix": "10", "vingt": "20"}
_PARTS = (("matin", "morning"), ("après-midi", "afternoon"), ("midi", "noon"), ("soir", "evening"))

_DAY = "(?:" + "|".join(DAYS) + ")"
_FEAST = "(?:" + "|".join(FEASTS) + ")"
_MONTH = "(?:" + "|".join(MONTHS) + ")"
_NUMBER = r"(?:\d{1,3}|" + "|".join(NUMBERS) + ")"
_HOUR = "(" + "|".join(sorted(_HOURS[1:], key=len, reverse=True)) + ")"
_UNIT = "(?:" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")"
_H = r"\s?(?:h|heures?)\b"
# Nobody is given longer to answer; of more days somebody has leave, or a trial.
_TO_ANSWER = (
    rf"(?:(?:\d|1\d|2[01]|{'|'.join(word for word in NUMBERS if word != 'trente')}) jours?(?: ouvr(?:és|ables))?"
    r"|(?:[1-3]|une|deux|trois) semaines?|(?:24|36|48|72|96) ?h(?:eures)?)"
)
_THE = "(?:le |la |les |au |l['’])?"
_ORDER = {"premier": "first", "première": "first", "deuxième": "second", "troisième": "third", "quatrième": "fourth",
          "dernier": "last", "dernière": "last"}  # fmt: skip
_NTH = "(?:la |le |au )?(" + "|".join(_ORDER) + ")"
_LINK = r", ?(?:ou |et )?| (?:ou bien|ou|et|puis) (?:bien )?"
_MEMBER = rf"(?:(?:les?|des|du|aux?) )?(?:{_DAY} )?"
# What a deadline's word must stand before.
_WHEN = rf"(?=(?:the |early |mid-|next |this |by )|\d|{_DAY}|{_MONTH}|demain|après-demain|aujourd|ce |noon|midi|tonight|{_FEAST})"

# Words that end like plurals, and are none: what a figure stands before may be counted.
_NO_NOUN = "(?:dans|sans|vers|nous|vous|ils|elles|sous|dès|après|puis|plus|mais|nos|vos|ces|ses|mes|tes|les|des|très|toujours|aux|mieux|serais|pourrais|pas|jusqu)"

# Behind these "pour" names the day itself.
_FIXED = re.compile(
    r"(?:prévu|fixé|confirmé|convenu|planifié|inscrit|invité|reporté|attendu)e?s? $|(?:rendez-vous|rdv|merci|entretien|disponible|libre) $",
    re.IGNORECASE,
)

PHRASES = (
    # Days off that are told by no name: the time grammar knows which are near.
    (r"\baprès les f[êe]tes(?: de fin d['’]ann[ée]e)?\b(?! (?:de|du|d['’]))", "after the public holidays"),
    (r"\bavant les f[êe]tes(?: de fin d['’]ann[ée]e)?\b(?! (?:de|du|d['’]))", "before the public holidays"),
    (r"\b(après|avant) le (?:week-?end|pont) de (?:l['’]ascension|pâques)\b", lambda m: f"{'after' if m[1].lower() == 'après' else 'before'} {'Easter' if 'p' in m[0].lower().split()[-1][:2] else 'Ascension'} weekend"),
    (rf"\b(après|avant) le pont du (?=\d{{1,2}}(?:er)? {_MONTH})", lambda m: f"{m[1]} le "),
    # From one day to another; lists of days and hours.
    (rf"\bentre ({_DAY}) et (?={_DAY})", r"between \1 and "),
    (rf"\b(\d{{1,2}})/(?=(\d{{1,2}}) ({_MONTH})\b)", r"\1 \3 ou "),
    day_lists.days(_MEMBER, _LINK, _MONTH, first=rf"(?:(?=(?:les?|des|du|aux?|{_DAY}) )|(?<=[:;(] ))", dotted=False),
    (r"\b(?:du|entre le) (\d{1,2})(?:er)? (?:au|et le) (\d{1,2})(?= ?(?:[.,;:?!)]|inclus\b|$))", r"from the \1th to the \2th"),
    (r"\bles (\d{1,2}(?:er)?) (et|ou) (\d{1,2})(?= ?(?:[.,;:?!)]|$))", r"le \1 \2 le \3"),
    day_lists.hours(r",? (?:ou|et) (?:à )?", r"\s?(?:h|heures)\b(?!/)"),
    # Hours.
    (rf"\b{_HOUR} heures ({'|'.join(_MINUTES)})\b", lambda m: f"{_HOURS.index(m[1].lower())}:{_MINUTES[m[2].lower()]}"),
    (rf"\b(\d{{1,2}}) ?(?:h|heures) ({'|'.join(_MINUTES)})\b(?! ?minutes)", lambda m: f"{m[1]}:{_MINUTES[m[2].lower()]}"),
    (r"\bune (dizaine|quinzaine|huitaine) de jours\b", lambda m: {"d": "10 jours", "q": "2 semaines", "h": "1 semaine"}[m[1][0].lower()]),
    (rf"\b{_HOUR} heures? et demie?\b", lambda m: f"{_HOURS.index(m[1].lower())}:30"),
    (rf"\b{_HOUR} heures? et quart\b", lambda m: f"{_HOURS.index(m[1].lower())}:15"),
    (rf"\b{_HOUR} heures? moins le quart\b", lambda m: f"{_HOURS.index(m[1].lower()) - 1}:45"),
    (rf"(?<=\bà ){_HOUR} heures?\b", lambda m: f"{_HOURS.index(m[1].lower())}:00"),
    (rf"\b(le|au) {_HOUR} (?={_MONTH}\b)", lambda m: f"{m[1]} {_HOURS.index(m[2].lower())} "),
    (r"\btrois quarts d['’]heure\b", "45 minutes"), (r"\b(?:une )?demi-heure\b", "30 minutes"), (r"\b(?:un )?quart d['’]heure\b", "15 minutes"),
    # "Vous avez cinq jours pour répondre", but not "cinq jours de congé".
    (
        rf"(?<!si )\b(?:(?:vous|tu) (?:avez|as|aurez|auras|disposez|disposes|disposerez)(?: encore)?(?: de| d['’]un délai de)?|(?:je|nous) (?:vous|te) (?:laisse|laissons|donne|donnons|accorde|accordons)) (?={_TO_ANSWER}(?:[.;:!)]|,? (?:pour|afin) [^.,;:!?]{{0,40}}\b(?:répon|réfléch|déci[ds]|sign|accept|renvoy|retourn|confirm|complét|rendre|faire\b|passer\b|réalis|effectu|envoyer|transmettre)|$))",
        "sous ",
    ),
    (r"\b(?:sous|d['’]ici(?: à)?|dans les) (\d{1,3}) ?h(?:eures)?\b(?! ?\d)", r"within \1 hours"),
    (rf"\b({_DAY}) dernier\b", r"last \1"), (r"\bce week-?end\b", "this weekend"),
    (r"\b(?:durant|pendant|dans|pour)? ?la (première|seconde|deuxième) (?:quinzaine|moitié) (?:de |d['’])(" + _MONTH + r")\b", lambda m: f"in the {_ORDER.get(m[1].lower(), 'second')} half of {m[2]}"),
    (r"\b(?:au|le) (premier|deuxième|second|troisième|quatrième|dernier) trimestre\b", lambda m: f"in the {_ORDER.get(m[1].lower(), 'second')} quarter"),
    (rf"\b(?:le )?({_DAY}) de (?:la )?semaine prochaine\b", r"\1 of next week"),
    (rf"\b(?:en|au mois de|au mois d['’]) ?(?={_MONTH})", "in "),
    (r"\b(?:dans |en |durant )?la semaine (\d{1,2})\b(?! \w*[/.h])", r"in calendar week \1,"),
    (r"\bd['’]ici (?:à )?quinze jours\b", "within two weeks"), (r"\bd['’]ici (?:à )?huit jours\b", "within one week"),
    (rf"\b({_NUMBER})(?: à | ou |-)({_NUMBER}) (?=(?:jours?|semaines?|mois|minutes)\b)", r"\1 to \2 "),
    (r"\b(durée|dure|durera|durer|comptez|prévoyez)( de| d['’]environ| environ)? (\d{1,2}) ?h(?: ?(\d\d))?\b", lambda m: f"{m[1]} {m[3]} hours" + (f" {m[4]} minutes" if m[4] else "")),
    (rf"\b(\d{{1,2}}){_H} et demie?\b", r"\1:30"), (rf"\b(\d{{1,2}}){_H} et quart\b", r"\1:15"),
    (rf"\b([1-9]|1\d|20){_H} moins le quart\b", lambda m: f"{int(m[1]) - 1}:45"),
    (r"\bmidi et demie?\b", "12:30"),
    (r"\b(?:de|entre) (\d{1,2}\s?(?:h|heures)(?:\s?\d{2})?) (?:à|et) (?=midi\b|minuit\b)", r"from \1 to "),
    (rf"(?<![\d/.:-])\b(?:de |entre )?(\d{{1,2}}\s?(?:h|heures)(?:\s?\d{{2}})?) ?(?:à|jusqu['’]à|et|-|–) ?(?=\d{{1,2}}(?:{_H}|\s?h\s?\d))", r"from \1 to "),
    (rf"(?<![\d/.:-])\b(?:de|entre) (\d{{1,2}}) (?:à|et) (?=\d{{1,2}}(?:{_H}|\s?h\s?\d))", r"from \1 to "),
    (r"(?<=\bfrom )(\d{1,2})(?= to )", r"\1:00"),
    (r"\b(\d{1,2})\s?(?:h|heures)\s?(\d{2})\b", r"\1:\2"),
    (r"(?<=\bà )(\d{1,2})\s?heures?\b|(?<=from )(\d{1,2})\s?heures?\b|(?<= to )(\d{1,2})\s?heures?\b|(?<=avant )(\d{1,2})\s?heures?\b|(?<=vers )(\d{1,2})\s?heures?\b", r"\1\2\3\4\5:00"),
    # At other hours nobody meets: "demain 2 heures" is how long.
    (rf"(?<!comptez )(?<!prévoir )(?<!prévoyez )\b({_DAY}(?: \d{{1,2}})?(?: {_MONTH})?|\d{{1,2}} {_MONTH}|demain|aujourd['’]hui),? ([7-9]|1\d)\s?heures?\b(?! (?:d[e'’]|avec|par|pour|en|suffi\w*|hebdo\w*|au)\b)", r"\1 \2:00"),
    (r"\b(\d{1,2})\s?h\b", r"\1:00"),
    (rf"\b({_DAY}|demain|après-demain|ce|cet|hier)[- ](?:à )?(?:le )?midi\b", r"\1 noon"),
    *((rf"\b({_DAY}(?: prochain)?(?: \d{{1,2}}(?: {_MONTH})?)?|le \d{{1,2}}(?:er)?(?: {_MONTH})?|demain|après-demain|hier)(?:,? dans (?=l)| en (?:(?:fin|début|milieu) d(?:e |['’]))?| au |,? )(?:le |la |l['’])?{part}(?:ée)?\b", rf"\1 {said}") for part, said in _PARTS if part != "midi"),
    (r"\bce matin\b", "this morning"), (r"\b(?:cet|(?:dans|au cours de) l['’])[ ]?après-midi\b", "this afternoon"), (r"\bce soir\b|\b(?:dans|en) (?:la )?soirée\b", "tonight"),
    (r"\bdans la matinée\b(?! d[ue])", "this morning"),
    *((rf"\b(?:dans )?(?:le |la |l['’]){part}(?:ée)? d[eu] (?=\d|{_DAY})", f"the {said} of ") for part, said in _PARTS if part != "midi"),
    (rf"\b{_NTH} ({_DAY}|semaine) (?:du mois )?(?:de |d['’])({_MONTH})\b", lambda m: f"the {_ORDER[m[1].lower()]} {m[2]} of {m[3]}"),
    # From a day on; lengths that are said in days and mean weeks.
    (rf"\b({_DAY}) en huit\b", r"a week from \1"), (rf"\b({_DAY}) en quinze\b", r"two weeks from \1"),
    (r"\bdans huit jours\b", "in one week"), (r"\bdans quinze jours\b", "in two weeks"),
    (r"\b(?:sous|dans la) huitaine\b", "within one week"), (r"\b(?:sous|dans la) quinzaine\b|\bd['’]ici (?:à |une )?quinzaine\b", "within two weeks"),
    (rf"\bil y a ({_NUMBER} {_UNIT})\b", r"\1 ago"),
    # Weeks, months and their parts.
    (rf"\bla semaine du (\d{{1,2}})(?! ?(?:{_MONTH}|\d|[/.]\d))\b", r"the week of the \1th"), (r"\bla semaine du (?=\d)", "the week of "),
    (r"\b(\d{1,2}) (?:de ce mois|du mois en cours|courant)\b", r"the \1th of this month"), (r"\b(\d{1,2}) du mois prochain\b", r"the \1th of next month"),
 (r"\bdans la journée\b", "today"), (r"\bdans la semaine\b", "this week"),
    (r"\b(?:en |au )?début de (?:la )?semaine prochaine\b", "early next week"),
    (r"\b(?:en |à la |la )?fin de (?:la )?semaine prochaine\b", "the end of next week"),
    (r"\b(?:en |au )?milieu de (?:la )?semaine prochaine\b", "the middle of next week"),
    (r"\b(?:en |à la |la )?fin de (?:la |cette )?semaine\b", "the end of the week"),
    (r"\b(?:en |au )?(?:milieu|mi-) ?(?:de )?(?:la |cette )?semaine\b", "the middle of the week"),
    (r"\b(?:la )?semaine (?:dernière|passée)\b(?! (?:de|du|avant)\b)", "last week"), (r"\b(?:le )?mois (?:dernier|passé)\b(?! (?:de|du)\b)", "last month"),
    (r"\b(?:la )?semaine prochaine\b", "next week"), (r"\bcette semaine\b", "this week"),
    (rf"\b(?:en |à la |la )?fin (?:du mois de |du mois d['’]|de |d['’])?({_MONTH})\b", r"the end of \1"),
    (r"\b(?:en |à la |la )?fin du mois prochain\b", "the end of next month"),
    (r"\b(?:en |à la |la )?fin (?:du|de ce|de) mois(?:-ci)?\b", "the end of the month"),
    (r"\b(?:à la |la )?fin (?:de l['’]|d['’])année\b", "the end of the year"),
    (rf"\bdébut ({_MONTH})\b", r"early \1"), (rf"\b(?:la |à la )?mi-({_MONTH})\b", r"mid-\1"), (rf"\bcourant ({_MONTH})\b", r"during \1"),
    (r"\b(?:le )?mois prochain\b", "next month"), (r"\bce mois(?:-ci)?\b", "this month"),
    (rf"\b({_DAY}) prochain\b", r"\1"), (rf"\bce ({_DAY})\b", r"this \1"),
    # "Before the 12th" with the 12th itself.
    (r"\bavant (?=(?:[\w.:/]+ ){1,5}(?:inclus|minuit)\b)", "d'ici "),
    (rf"\b(?:valables?|valides?|ouverte?|active?)(?: pendant| pour| durant)? ({_NUMBER} {_UNIT})\b", r"valid for \1"),
    # Days of a month.
    (r"\b1er\b", "1"),
    (
        rf"\b(?:du|de) ((?:{_DAY} )?(?:\d{{1,2}}(?: {_MONTH})?|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)) (?:au|à) (?=(?:{_DAY} )?(?:\d{{1,2}} {_MONTH}|\d{{1,2}}/\d))",
        r"from \1 to ",
    ),
    (rf"\bentre (?:le )?((?:{_DAY} )?\d{{1,2}}(?: {_MONTH})?) et (?:le )?(?=(?:{_DAY} )?\d{{1,2}} {_MONTH})", r"from \1 to "),
    # "Mardi 24 chez nous", but not "lundi 12 personnes": English counts what such a figure stands before.
    (
        rf"\b({_DAY}) ([2-9]|[12]\d|3[01])(?= (?!(?:{_MONTH}|at|from|to|or|and|by|before|after|noon|morning|afternoon|evening|on|between|around|heures?|h)\b)(?:{_NO_NOUN}|[a-zà-ÿ'’-]*[a-rt-wyzà-ÿ'’-])(?![a-zà-ÿ'’-]))",
        r"\1 the \2th",
    ),
    (rf"\b(le|au|avant le|pour le) (\d{{1,2}})(?! ?(?:{_MONTH}|\d|%|h\b|heures|[/.:]\d))\b", r"\1 the \2th"),
    # How long there is.
    (rf"\b(?:sous|dans un délai (?:maximum |maximal |max\. )?de|dans les|d['’]ici(?: à)?)(?: prochaine?s)? (?={_NUMBER}(?: to {_NUMBER})? (?:prochaine?s )?(?:{_UNIT}))", "within "),
    (rf"(?<=within )({_NUMBER}) prochaine?s\b", r"\1"), (rf"\bdans (?={_NUMBER} {_UNIT})", "in "),
    # By when, before, from when on.
    (r"\b(?:avant|d['’]ici(?: à)?|au plus tard|pour) (?:(?:la|en) )?fin de (?:la )?journée\b", "by the end of the day"),
    (rf"\b(?:au plus tard|avant) {_THE}(?=the end)", "by "),
    (rf"\b(?:d['’]ici(?: à)?|au plus tard|jusqu['’]) ?(?:à )?{_THE}{_WHEN}", "by "),
    # "For Thursday" is by Thursday where somebody gives or sends; what is fixed for it takes place on it.
    (rf"\b(\w+ )?pour {_THE}{_WHEN}(?=([^.;\n]{{0,30}}?(?:\b(?:à|at|from|vers|around) ?|, ?)\d{{1,2}}:\d\d)?)", lambda m: f"{m[1] or ''}on " if m[2] or _FIXED.match(m[1] or "") else f"{m[1] or ''}by "),
    (r"\bau plus tard\b", "at the latest"), (r"\binclus\b", ""),
    (rf"\bavant {_THE}{_WHEN}", "before "), (rf"\baprès {_THE}{_WHEN}", "after "),
    (rf"\b(?:à partir|à compter) (?:du |de |d['’]){_THE}|\bdès {_THE}{_WHEN}", "from "),
    (rf"\bdepuis {_THE}{_WHEN}", "since "), (rf"\bau plus tôt {_THE}{_WHEN}", "no earlier than "),
    (r"\bvers (?=\d|noon)", "around "), (r"\bde (?=\d{1,2}:\d\d (?:à|to)\b)", "from "), (r"(?<=:\d\d) à (?=\d)", " to "),
    (r"\bà (?=\d|noon|midi)", "at "), (rf"\ble (?=\d|the|{_DAY})", "on "), (r"\bon the (?=\d{1,2}th)", "on the "),
    (r"(?<=\d) (?=(?:et|est)\b)", ", "),
)  # fmt: skip
OR = r"ou bien|ou alors|ou encore|ou|/"
AND = r"et|puis|ainsi que"
SIGNS = (
    r"f[êe]tes|pont|d['’]ici|avant|sous|dans|semaines?|demain|après-demain|jours?|jusqu['’]\w+|au plus tard|fin|hier|mois|trimestre|quinzaine|week-?end|quart|demi-heure|saint-jean|début|mi-\w+|courant|midi|minuit|matin|soir|pâques|ascension|pentecôte|toussaint|noël|sylvestre|nouvel"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?|les \d{1,2}|fête du travail|assomption|jour de l['’]an|soirée|matinée|après-midi"
    r"|\d{1,2}\s?h(?:\s?\d\d)?|heures?|le \d{1,2}|" + "|".join(DAYS) + "|" + "|".join(MONTHS)
)
