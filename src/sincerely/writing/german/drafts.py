"""What each kind of mail says, in German; ``<Sie|du>`` after the thread."""

from __future__ import annotations

from sincerely.writing.facts.grammar import Plan, move

from .briefing import BRIEFING

THANK_YOU = Plan(
    ("Vielen Dank für das Gespräch {met_day}", "Vielen Dank für das Gespräch"),
    (
        move(
            "thanks",
            (
                "vielen Dank, dass <Sie sich|du dir> {met_day} die Zeit für unser Gespräch über {job_acc} genommen <haben|hast>",
                "herzlichen Dank für unser Gespräch {met_day} über {job_acc}",
                "ich möchte mich bei <Ihnen|dir> für das Gespräch {met_day} über {job_acc} bedanken",
                "vielen Dank noch einmal für <Ihre|deine> Zeit {met_day} und das Gespräch über {job_acc}",
            ),
            "vielen Dank für <Ihre|deine> Zeit {met_day}",
        ),
        move(
            "body",
            (
                "Besonders hilfreich war für mich, was <Sie|du> zum {topic_of} erzählt <haben|hast>",
                "Ein klareres Bild hat mir unser Gespräch zum {topic_of} gegeben",
                "Danke besonders für das, was ich von <Ihnen|dir> zum {topic_of} erfahren habe",
            ),
            (
                "Besonders hilfreich war für mich, was <Sie|du> zu diesem Thema erzählt <haben|hast>: {topic}",
                "Ein Thema unseres Gesprächs möchte ich aufgreifen, weil es mir ein klareres Bild gegeben hat: {topic}",
                "Danke besonders für das, was ich von <Ihnen|dir> hierzu erfahren habe: {topic}",
            ),
            ("Gut zu wissen war für mich, {topic_clause}",
             "Hilfreich war für mich zu hören, {topic_clause}",
             "Mitgenommen habe ich aus unserem Gespräch, {topic_clause}"),
            ("Gern habe ich mit <Ihnen|dir> über dieses Thema gesprochen: {topic_mine}",
             "Gefreut hat mich, dass auch dies zur Sprache kam: {topic_mine}",
             "An einen Teil unseres Gesprächs denke ich besonders gern: {topic_mine}"),
            "{topic_own}",
            ("Gut zu wissen war für mich: {topic_loose}",
             "Mitgenommen habe ich aus unserem Gespräch: {topic_loose}",
             "Ein Punkt war für mich besonders hilfreich: {topic_loose}"),
            opens=True,
        ),
        move(
            "body",
            (
                "Eines hat mir besonders gefallen und mein Interesse noch verstärkt: {liked}",
                "Am meisten hat mich in unserem Gespräch dies angesprochen: {liked}",
                "Besonders gern erinnere ich mich an einen Punkt aus unserem Gespräch: {liked}",
            ),
            ("Besonders gefallen hat mir, {liked_clause}",
             "Mein Interesse hat noch verstärkt, {liked_clause}"),
            "{liked_own}",
        ),
        move(
            "body",
            ("<Sie suchen|Ihr sucht> etwas, das ich mitbringe ({need}): Ich {did}",
             "Zu dem, was <Sie brauchen|ihr braucht> ({need}), kann ich beitragen: Ich {did}"),
            ("Zu dem, was <Sie brauchen|ihr braucht> ({need}), bringe ich dies mit: {brings}",),
            "Zu einem Punkt aus unserem Gespräch ({need_about}) kann ich beitragen: Ich {did}",
            "Zu einem Punkt aus unserem Gespräch ({need_about}) bringe ich dies mit: {brings}",
            (
                "Ich glaube, dass ich <Sie|euch> unterstützen kann: Ich {did} und würde das gern bei {employer} einbringen",
                "Zu der Aufgabe passt aus meiner Sicht: Ich {did}, und darauf würde ich bei {employer} gern aufbauen",
                "Was ich beitragen kann: Ich {did} und würde das gern für {employer} einsetzen",
            ),
            "Ich glaube, dass ich <Sie|euch> unterstützen kann: Ich {did}",
            ("Das würde ich für {employer} mitbringen: {brings}",
             "Für die Aufgabe bei {employer} kann ich dies einbringen: {brings}"),
            "Das würde ich mitbringen: {brings}",
            "{fit_own}",
            ("In <Ihrer|eurer> Ausschreibung steht „{asked_words}“; aus meinem Lebenslauf passt dazu: {cv_line}",
             "Zu <Ihrer|eurer> Ausschreibung („{asked_words}“) kann ich dies beitragen: {cv_line}"),
            "Das würde ich gern bei {employer} einbringen: {cv_line}",
        ),
        move("body", ("Wie versprochen schicke ich <Ihnen|dir> gesondert: {send}",
                      "Nicht vergessen habe ich, was ich <Ihnen|dir> noch schicken wollte: {send}"), opens=True),
        move("close", "[lead] <Sie rechnen|Ihr rechnet> bis {promised_day} mit einer Entscheidung, und ich freue mich darauf,"
             " von {employer} zu hören",
             "[lead] Ich freue mich, bis {promised_day} von <Ihnen|euch> zu hören",
             "[lead ask_when] Darf ich fragen, bis wann {employer} entscheiden möchte?",
             "[lead ask_when] Darf ich fragen, wann ich mit dem nächsten Schritt für {job_acc} rechnen darf?", opens=True),
        move("padding", ("Mein Interesse an {job_dat} ist nach dem Gespräch unverändert groß",
                         "An {job_dat} bin ich nach unserem Gespräch weiterhin sehr interessiert",
                         "Nach unserem Gespräch kann ich mir {job_acc} gut vorstellen")),
        move(
            "close",
            (
                "Wenn bei {employer} noch Fragen offen sind, beantworte ich sie gern",
                "Über eine Zusammenarbeit mit <Ihnen|euch> bei {employer} würde ich mich sehr freuen",
                "Gern würde ich unser Gespräch bei {employer} fortsetzen",
                "Sollte {employer} noch etwas von mir brauchen, reicht eine kurze Nachricht",
            ),
            ("[met_day] Wenn noch Fragen offen sind, beantworte ich sie gern",
             "[met_day] Gern setze ich unser Gespräch fort"),
        ),
    ),
)  # fmt: skip

THANK_YOU_AGENCY = Plan(
    ("Vielen Dank: Gespräch {met_day}", "Vielen Dank für die Vermittlung"),
    (
        move("thanks", "vielen Dank, dass <Sie|du> das Gespräch mit {interviewer} {met_day} über {job_acc} möglich gemacht"
             " <haben|hast>",
             "vielen Dank, dass <Sie|du> das Gespräch {met_day} über {job_acc} möglich gemacht <haben|hast>"),
        move("thanks", "<Würden Sie|Würdest du> meinen Dank bitte an {interviewer} weitergeben?",
             "[met_day] <Würden Sie|Würdest du> meinen Dank bitte an alle Beteiligten weitergeben?"),
        move("body", "Besonders hilfreich war für mich das {topic_of}",
             "Besonders hilfreich war für mich dieses Thema: {topic}", "Gut zu wissen war für mich, {topic_clause}",
             "Gern habe ich über dieses Thema gesprochen: {topic_mine}", "{topic_own}",
             "Gut zu wissen war für mich: {topic_loose}", opens=True),
        move("body", "Eines hat mir besonders gefallen und mein Interesse noch verstärkt: {liked}",
             "Besonders gefallen hat mir, {liked_clause}", "{liked_own}"),
        move("body", "Zu dem, was dort gebraucht wird ({need}), kann ich beitragen: Ich {did}",
             "Zu einem Punkt aus dem Gespräch ({need_about}) kann ich beitragen: Ich {did}",
             "Was ich für {employer} beitragen kann: Ich {did}",
             "Was ich beitragen kann: Ich {did}",
             "Das würde ich für {employer} mitbringen: {brings}", "Das würde ich mitbringen: {brings}", "{fit_own}",
             "In der Ausschreibung steht „{asked_words}“; aus meinem Lebenslauf passt dazu: {cv_line}",
             "Für {employer} kann ich dies einbringen: {cv_line}"),
        move("body", "Zugesagt hatte ich außerdem, und ich schicke es über <Sie|dich>: {send}", opens=True),
        move("close", "[lead] Eine Entscheidung wird, wie ich höre, bis {promised_day} erwartet; ich freue mich auf"
             " <Ihre|deine> Nachricht",
             "[lead ask_when] <Wissen Sie|Weißt du>, bis wann {employer} entscheiden möchte?", opens=True),
        move("padding", "Mein Interesse an {job_dat} ist nach dem Gespräch unverändert groß"),
        move("close", "Wenn {employer} noch etwas wissen möchte, antworte ich gern sofort"),
    ),
)  # fmt: skip

CHECK_IN = Plan(
    ("{role}: eine kurze Frage", "Eine kurze Frage"),
    (
        move("body", "[second] {checked_day} hatte ich nach dem Stand bei {job_dat} gefragt und frage heute ein letztes Mal nach",
             "[agency met_day] gibt es seit meinem Gespräch {met_day} etwas Neues zu {job_dat}?",
             "[not_there met_day] {met_day} war mein Gespräch über {job_acc}",
             "wir haben {met_day} über {job_acc} gesprochen",
             "ich schreibe wegen unseres Gesprächs {met_day}",
             "ich habe eine kurze Frage zu {job_dat}"),
        move("body", "[second agency promised_day] {employer} wollte bis {promised_day} entscheiden: Ist eine Entscheidung gefallen, oder gibt"
             " es einen neuen Termin?",
             "[second promised_day] Eine Entscheidung war bis {promised_day} vorgesehen: Ist sie gefallen, oder gibt es einen"
             " neuen Termin?",
             "[second job_dat] Ist eine Entscheidung gefallen, oder gibt es einen Termin dafür?",
             "[agency promised_day] {employer} wollte bis {promised_day} entscheiden, und ich weiß, dass sich Termine verschieben",
             "Eine Entscheidung war bis {promised_day} vorgesehen; ich weiß, dass sich Termine verschieben, und möchte fragen,"
             " ob es etwas Neues oder einen neuen Termin gibt",
             "[job_dat] Darf ich fragen, wie der Stand ist und bis wann ich mit einer Rückmeldung rechnen darf?"),
        move("body", "[second job_dat] Mein Interesse ist unverändert groß; sollte die Wahl auf jemand anderen gefallen sein, genügt mir eine"
             " kurze Nachricht",
             "[job_dat] Mein Interesse an der Stelle ist unverändert groß"),
        move("close", "[second met_day job_dat !agency] So oder so vielen Dank für das Gespräch {met_day} und für <Ihre|deine> Zeit",
             "[second job_dat] So oder so vielen Dank für <Ihre|deine> Zeit",
             "[job_dat] Wenn noch etwas von mir für die Entscheidung hilfreich ist, schicke ich es gern", opens=True),
    ),
)  # fmt: skip

HAND_IN = Plan(
    ("{item_title}: {role}", "{item_title}"),
    (
        move("body", "[references pledged] hier sind, wie versprochen, meine Referenzen",
             "[references job_acc] hier sind meine Referenzen für {job_acc}",
             "[references] hier sind meine Referenzen, um die <Sie|du> gebeten <haben|hast>",
             "[told_item] wie {requested_day} erbeten, hier {item}:", "[told_item] hier {item}:",
             "[pledged many_items] im Anhang sind, wie versprochen, {item}",
             "[pledged] im Anhang ist, wie versprochen, {item}",
             "[many_items] im Anhang sind, wie {requested_day} erbeten, {item}",
             "[many_items] im Anhang sind {item} für {job_acc}", "[many_items] im Anhang sind {item}",
             "im Anhang ist, wie {requested_day} erbeten, {item}", "im Anhang ist {item} für {job_acc}",
             "im Anhang ist {item}"),
        move("body", "{said}"),
        move("list", "{referees}"),
        move("body", "[references ready both] Beide sind mit einem Anruf einverstanden und wissen von {job_dat}",
             "[references agreed_all both] Beide sind damit einverstanden, genannt zu werden",
             "[references ready] Alle sind mit einem Anruf einverstanden und wissen von {job_dat}",
             "[references agreed_all] Alle sind damit einverstanden, genannt zu werden"),
        move("body", "[references] Außerdem habe ich {pending} gefragt und melde mich, sobald ich eine Antwort habe"),
        move("close", "[late_item job_acc] Dass es nach dem vereinbarten Termin kommt ({due_day}), tut mir leid; danke für"
             " <Ihre|deine> Geduld",
             "[references] Wenn <Sie|du> weitere Angaben <brauchen|brauchst>, schicke ich sie gern",
             "[told_item] Wenn dazu noch etwas offen ist, genügt eine kurze Nachricht",
             "[many_items] Wenn <Sie|du> sie in anderer Form oder noch etwas <brauchen|brauchst>, genügt eine kurze Nachricht",
             "[item] Wenn <Sie|du> es in anderer Form oder noch etwas <brauchen|brauchst>, genügt eine kurze Nachricht",
             opens=True),
    ),
)  # fmt: skip

ANSWER = Plan(
    ("<Ihre|Deine> Frage",),
    (
        move("thanks", "[!thanks_itself] vielen Dank für <Ihre|deine> Nachricht {heard_day}"),
        move("body", "{said}", opens=True),
        move("close", "[said !ends_itself] Wenn noch etwas offen ist, genügt eine kurze Nachricht", opens=True),
    ),
)

REFERENCE_REQUEST = Plan(
    ("Darf ich <Sie|dich> als Referenz nennen?",),
    (
        move("body", "ich bewerbe mich um {job_acc} und möchte fragen, ob ich <Sie|dich> als Referenz nennen darf"),
        move("body", "Mein Gespräch dort ist {ahead_day}", "Mein Gespräch dort war {met_day}"),
        move("body", "[references_wanted] Referenzen soll ich bis {due_day} nennen",
             "[references_wanted] Man hat mich dort um Referenzen gebeten"),
        move("body", "{said}"),
        move("body", "[job_acc] Wenn <Sie einverstanden sind|du einverstanden bist>, schicke ich <Ihnen|dir> vor jedem Anruf,"
             " worum es bei der Stelle geht und was mir besonders helfen würde", opens=True),
        move("close", "[job_acc] Wenn <Sie|du> lieber nicht genannt werden <möchten|möchtest>, genügt ein Wort; ich verstehe das gut", opens=True),
    ),
)  # fmt: skip

REFERENCE_REMINDER = Plan(
    ("Darf ich <Sie|dich> als Referenz nennen?",),
    (
        move("body", "[asked_job] ich hatte <Sie|dich> {asked_day} gefragt, ob ich <Sie|dich> für {job_acc} als Referenz nennen darf",
             "ich hatte <Sie|dich> {asked_day} gefragt, ob ich <Sie|dich> als Referenz nennen darf"),
        move("body", "[references_wanted !asked_job] Es geht jetzt um {job_acc}, und da ich die Referenzen bis {due_day} nennen soll,"
             " wäre ich für eine kurze Antwort dankbar",
             "[asked_day !asked_job] Es geht jetzt um {job_acc}; über eine kurze Antwort würde ich mich freuen",
             "[references_wanted] Da ich die Referenzen bis {due_day} nennen soll, wäre ich für eine kurze Antwort"
             " dankbar", "[asked_day] Über eine kurze Antwort würde ich mich freuen"),
        move("close", "[asked_day] Auch ein Nein ist völlig in Ordnung", opens=True),
    ),
)  # fmt: skip

HEADS_UP = Plan(
    ("{employer}: vielleicht kommt ein Anruf", "Vielleicht kommt ein Anruf"),
    (
        move("body", "ich hatte {met_day} ein Gespräch über {job_acc}, und da <Sie|du> als Referenz <zugesagt haben|zugesagt hast>,"
             " kommt vielleicht ein Anruf",
             "ich bin im Rennen um {job_acc}, und da <Sie|du> als Referenz <zugesagt haben|zugesagt hast>, kommt vielleicht ein"
             " Anruf"),
        move("close", "[job_acc] Zu tun ist jetzt nichts; wenn man mich um Referenzen bittet, <hören Sie|hörst du> vorher von mir,"
             " mit allen Einzelheiten"),
    ),
)  # fmt: skip

REFERENCE_OUTCOME = Plan(
    ("{employer}: wie es ausgegangen ist", "Wie es ausgegangen ist"),
    (
        move("body", "[accepted job_acc] ich habe gute Nachrichten und möchte, dass <Sie|du> sie von mir <erfahren|erfährst>: Ich habe {job_acc} angenommen",
             "[rejected job_acc] ich möchte, dass <Sie|du> es von mir <erfahren|erfährst>: Für {job_acc} hat man sich anders entschieden",
             "[withdrew job_acc] ich möchte, dass <Sie|du> es von mir <erfahren|erfährst>: Ich habe meine Bewerbung um {job_acc} zurückgezogen",
             "[closed job_dat] ich möchte, dass <Sie|du> es von mir <erfahren|erfährst>: Aus {job_dat} ist nichts geworden"),
        move("thanks", "[unagreed] Ich habe <Ihren|deinen> Namen dort {named_day} genannt, bevor ich eine Antwort hatte; das tut mir"
             " leid",
             "Vielen Dank, dass ich <Sie|dich> dort {named_day} nennen durfte",
             "[agreed_day] Vielen Dank, dass <Sie|du> für mich zur Verfügung <standen|standst>"),
        move("close", "[rejected agreed_day] Es hilft zu wissen, dass ich auf <Ihr|dein> Wort zählen kann",
             "[job_acc] Bevor ich <Sie|dich> woanders nenne, frage ich <Sie|dich> wieder", opens=True),
    ),
)  # fmt: skip

ASK_WHY = Plan(
    ("[reason] {role}: vielen Dank", "[reason] Vielen Dank", "{role}: vielen Dank und eine Frage", "Vielen Dank und eine Frage"),
    (
        move("thanks", "[!agency] vielen Dank für <Ihre|deine> Nachricht {no_date} und für die Zeit, die <Sie sich|du dir> {met_day} für mich"
             " genommen <haben|hast>",
             "vielen Dank für <Ihre|deine> Nachricht {no_date}"),
        move("body", "[rejected job_acc] Gern hätte ich {job_acc} übernommen; die Entscheidung respektiere ich"),
        move("body", "[reason] Danke auch dafür, dass <Sie|du> mir den Grund genannt <haben|hast>; daraus kann ich lernen",
             "[agency rejected] Darf ich eine Frage stellen: Hat {employer} einen bestimmten Grund genannt, aus dem ich lernen"
             " kann?",
             "[rejected] Darf ich eine Frage stellen: Gab es einen bestimmten Grund, aus dem ich lernen kann?", opens=True),
        move("body", "[rejected !reason] Wenn <Sie|du> dazu lieber nichts sagen <möchten|möchtest>, ist das völlig in Ordnung"),
        move("close", "[rejected employer] Wenn bei {employer} einmal etwas frei wird, das passt, freue ich mich, von"
             " <Ihnen|dir> zu hören",
             "[rejected] Wenn einmal etwas frei wird, das passt, freue ich mich, von <Ihnen|dir> zu hören", opens=True),
    ),
)  # fmt: skip

ACCEPT_SILENCE = Plan(
    ("{role}: ein Wort zum Abschluss", "Ein Wort zum Abschluss"),
    (
        # Without thanks in so many words: they were said after the interview.
        move("body", "[agency] noch einmal vielen Dank, dass <Sie|du> mein Gespräch {met_day} über {job_acc} möglich gemacht"
             " <haben|hast>",
             "wir haben {met_day} über {job_acc} gesprochen, und das Gespräch ist mir in guter Erinnerung",
             "noch einmal vielen Dank, dass meine Bewerbung um {job_acc} geprüft wurde"),
        move("body", "[agency] Ich gehe davon aus, dass {employer} sich anders entschieden hat, und wünsche allen viel Erfolg",
             "[agency job_acc] Ich gehe davon aus, dass man sich anders entschieden hat, und wünsche allen viel Erfolg",
             "[job_acc] Ich gehe davon aus, dass <Sie sich|ihr euch> anders entschieden <haben|habt>, und wünsche"
             " <Ihnen|euch> viel Erfolg"),
        move("close", "[job_acc] Eine Antwort ist nicht nötig; wenn einmal etwas frei wird, das passt, freue ich mich über eine"
             " Nachricht", opens=True),
    ),
)  # fmt: skip

STAY_IN_TOUCH = Plan(
    ("Ein paar Zeilen von {name}", "Ein paar Zeilen"),
    (
        move(
            "body",
            "[agency] mein Gespräch {met_day} über {job_acc} habe ich in guter Erinnerung",
            "wir haben {met_day} über {job_acc} gesprochen, und ich denke gern an das Gespräch zurück",
            "meine Bewerbung um {job_acc} habe ich in guter Erinnerung",
        ),
        move(
            "body",
            "Ich habe die Ausschreibung „{opening}“ von {employer} gesehen und würde gern mit <Ihnen|dir> darüber sprechen",
            "[job_acc] Wenn etwas frei wird, das passt, freue ich mich über eine Nachricht",
            opens=True,
        ),
        move("close", "[employer] Bis dahin wünsche ich <Ihnen|dir> und allen bei {employer} alles Gute", opens=True),
    ),
)

WITHDRAWAL = Plan(
    ("{role}: Rücknahme meiner Bewerbung", "Rücknahme meiner Bewerbung"),
    (
        move("body", "hiermit ziehe ich meine Bewerbung um {job_acc} zurück"),
        move("body", "[elsewhere] Ich habe ein anderes Angebot angenommen und sage es <Ihnen|dir>, damit <Sie|ihr> ohne"
             " mich weiterplanen <können|könnt>", "[said] {said}"),
        move("thanks", "[agency] Vielen Dank, dass <Sie|du> das Gespräch {met_day} möglich gemacht <haben|hast>",
             "Vielen Dank für das Gespräch {met_day} und für <Ihre|eure> Zeit",
             "[job_acc] Vielen Dank für die Zeit, die <Sie sich|ihr euch> genommen <haben|habt>", opens=True),
        move("close", "[job_acc] Ich hoffe, dass sich unsere Wege wieder kreuzen"),
    ),
)  # fmt: skip

OFFER_THANKS = Plan(
    ("{role}: vielen Dank für das Angebot", "Vielen Dank für das Angebot"),
    (
        move("thanks", "[agency job_acc] vielen Dank, dass <Sie|du> mir das Angebot von {employer} übermittelt <haben|hast>",
             "vielen Dank, dass <Sie|ihr> mir {job_acc} <anbieten|anbietet>"),
        move("body", "[offered said] Ich freue mich sehr über das Angebot",
             "[offered] Ich freue mich sehr über das Angebot und lese es sorgfältig"),
        move("body", "{said}", "Bis {offer_by} <bekommen Sie|bekommt ihr> meine Antwort",
             "[offered] Darf ich fragen, bis wann <Sie|ihr> meine Antwort <brauchen|braucht>?", opens=True),
        move("close", "[offered] Bitte <geben Sie|gib> meinen Dank auch an alle weiter, mit denen ich sprechen durfte"),
    ),
)  # fmt: skip

TELL_OTHERS = Plan(
    ("{role}: ein Wort zu meinem Zeitplan", "Ein Wort zu meinem Zeitplan"),
    (
        move("body", "ich möchte offen mit <Ihnen|dir> sein: Mir liegt ein anderes Angebot vor, auf das ich bis {held_by} antworten"
             " soll",
             "[held] ich möchte offen mit <Ihnen|dir> sein: Mir liegt ein anderes Angebot vor"),
        move("body", "[held] An {job_dat} habe ich weiterhin großes Interesse"),
        move("body", "[held job_acc] Wenn <Ihr|euer> Zeitplan es zulässt, mir vorher zu sagen, wo ich stehe, wäre ich dankbar; wenn"
             " nicht, verstehe ich das", opens=True),
    ),
)  # fmt: skip

ASK_ADDRESS = Plan(
    ("Vielen Dank und eine kleine Frage",),
    (
        move("thanks", "[was_there] vielen Dank für unser Gespräch {met_day} über {job_acc}",
             "vielen Dank für die Organisation des Gesprächs {met_day} über {job_acc}",
             "vielen Dank für die Organisation des Gesprächs {met_day}"),
        move("body", "[agency] Ich möchte gern auch {unreached} danken; <würden Sie|würdest du> meinen Dank bitte weitergeben?",
             "[agency met_day] Ich möchte allen danken, mit denen ich gesprochen habe: <Würden Sie|Würdest du> meinen Dank"
             " bitte weitergeben und mir sagen, wer dabei war?",
             "Ich möchte gern auch {unreached} danken: <Können Sie|Kannst du> mir sagen, wie, oder <geben Sie|gibst du> meinen"
             " Dank weiter?",
             "[was_there] Ich möchte auch allen anderen danken, mit denen ich gesprochen habe: <Können Sie|Kannst du> mir"
             " sagen, wer dabei war und wie ich sie erreiche?",
             "[met_day] Ich möchte allen danken, mit denen ich gesprochen habe: <Können Sie|Kannst du> mir sagen, wer"
             " dabei war und wie ich sie erreiche?"),
        move("close", "[met_day !unreached !agency] Wenn <Sie|du> meinen Dank lieber selbst <weitergeben|weitergibst>, freut mich das ebenso"),
    ),
)  # fmt: skip

WITHDRAW_REFERENCE = Plan(
    ("{role}: meine Referenzen", "Meine Referenzen"),
    (
        move("body", "bitte <streichen Sie|streich> {referee} von meinen Referenzen für {job_acc} und <rufen Sie|ruf> dort nicht an"),
        move("body", "[declined] Ich hatte den Namen {named_day} zu früh genannt; es tut mir leid, dass ich damit Mühe mache"),
        move("close", "[declined] Wenn <Sie|ihr> eine weitere Referenz <brauchen|braucht>, frage ich jemanden und nenne den Namen,"
             " sobald ich ein Ja habe", opens=True),
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
