"""What a referee is told before the employer calls, in German."""

from __future__ import annotations

from sincerely.writing.facts.grammar import Plan, move

BRIEFING = Plan(
    ("[sudden] {employer}: ein Anruf kann jederzeit kommen", "[sudden] Ein Anruf kann jederzeit kommen",
     "{employer}: wonach man <Sie|dich> fragen könnte", "Wonach man <Sie|dich> fragen könnte"),
    (
        move("thanks", "[sudden] <entschuldigen Sie|entschuldige> bitte, dass ich mich so kurzfristig melde: Ich habe <Sie|dich>"
             " {named_day} als Referenz für {job_acc} genannt, und ein Anruf kann jederzeit kommen",
             "[agreed_day] vielen Dank, dass <Sie|du> als Referenz <zugesagt haben|zugesagt hast>"),
        move("thanks", "[sudden agreed_day] Danke noch einmal für <Ihre|deine> Zusage {agreed_day}; hier steht, worum es"
             " in dem Anruf gehen kann",
             "[sudden] Ich hätte <Ihre|deine> Zusage abwarten sollen, und das tut mir leid; wenn <Sie|du> lieber nicht genannt"
             " werden <möchten|möchtest>, genügt ein Wort, und ich ziehe den Namen sofort zurück"),
        move("body", "[!sudden] Es geht um {job_acc}"),
        move("body", "[!sudden] Ich habe <Sie|dich> dort {named_day} genannt; ein Anruf kann also jederzeit kommen",
             "[references_wanted !sudden] Referenzen soll ich bis {due_day} nennen; danach kann ein Anruf kommen",
             "[references_wanted !sudden] Man hat mich um Referenzen gebeten; ein Anruf kann also bald kommen"),
        move("body", "Gesprochen habe ich {met_day} mit {met_people}", "Mein Gespräch dort war {met_day}"),
        move("list", "{asks}", opens=True),
        move("list", "{stresses}", opens=True),
        move("list", "{shows}", opens=True),
        move("close", "[sudden job_acc] Darf ich <Sie|dich> heute kurz anrufen, wann immer es <Ihnen|dir> passt?",
             "[job_acc] Wenn <Sie|du> etwas davon anders in Erinnerung <haben|hast>, <sagen Sie|sag> es mir bitte vor"
             " dem Anruf", opens=True),
        move("close", "[job_acc] Ich melde mich, sobald ich weiß, wie es ausgeht"),
    ),
)  # fmt: skip
