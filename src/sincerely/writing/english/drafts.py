"""What each kind of mail says, in English."""

from __future__ import annotations

from sincerely.writing.facts.grammar import Plan, move

from .thanks import THANK_YOU, THANK_YOU_AGENCY

CHECK_IN = Plan(
    ("{role}: a short question", "A short question"),
    (
        move("body", "[second] {checked_day} I asked how things stand with {job}; this is the last time that I ask",
             "[agency met_day] May I ask whether there is news about {job} since my interview {met_day}?",
             "[not_there met_day] I had my interview for {job} {met_day}",
             "We spoke {met_day} about {job}",
             "I am writing about our conversation {met_day}",
             "I am writing with a short question about {job}"),
        move("body", "[second agency promised_day] {employer} had expected to decide by {promised_day}; has there been a decision,"
             " or is there a new date?",
             "[second promised_day] You had expected to have news by {promised_day}; has there been a decision, or is there a new date?",
             "[second job] Has there been a decision, or is there a date by which you expect one?",
             "[agency promised_day] {employer} had expected to decide by {promised_day}, and I know that dates move",
             "[agency job] If {employer} has named a date for its decision, I would be grateful to know it",
             "You had expected to have news by {promised_day}; I know that dates move, so may I ask whether there is"
             " anything new, or a new date?",
             "[job] May I ask where things stand, and by when I might expect to hear?"),
        move("body", "[second job] I remain very interested; if the choice has fallen on somebody else, a short line is all I need",
             "I remain very interested in {post}"),
        move("close", "[second agency job] Either way, thank you for all that you have done",
             "[second met_day job] Either way, thank you for the conversation {met_day} and for your time",
             "[second job] Either way, thank you for your time",
             "[agency job] If there is anything that would help, I will gladly send it",
             "[job] If there is anything that would help your decision, I will gladly send it", opens=True),
    ),
)  # fmt: skip

HAND_IN = Plan(
    ("{item_title}: {role}", "{item_title}"),
    (
        move("body", "[references pledged] Here are my references, as promised",
             "[references job] Here are my references for {job}", "[references] Here are my references",
             "[told_item] As you asked {requested_day}, here is {item}:", "[told_item] Here is {item}:",
             "[pledged many_items] Attached are {item}, as promised", "[pledged] Attached is {item}, as promised",
             "[many_items] Attached are {item}, which you asked for {requested_day}",
             "[many_items] Attached are {item} for {job}", "[many_items] Attached are {item}",
             "Attached is {item}, which you asked for {requested_day}",
             "Attached is {item} for {job}", "Attached is {item}"),
        move("body", "{said}"),
        move("list", "{referees}"),
        move("body", "[references ready both] Both have agreed to hear from you and know about {job}",
             "[references agreed_all both] Both have agreed to be named",
             "[references ready] All of them have agreed to hear from you and know about {job}",
             "[references agreed_all] All of them have agreed to be named"),
        move("body", "[references] I have also asked {pending} and will send you the details as soon as I have an answer"),
        move("close", "[late_item job] I am sorry that it comes after {due_day}, and thank you for your patience",
             "[references] If you need any further details, I am glad to send them",
             "[told_item] If you would like to talk it through, or need anything else, please let me know",
             "[many_items] If you need them in another form, or anything else, please let me know",
             "[item] If you need it in another form, or anything else, please let me know", opens=True),
    ),
)  # fmt: skip

ANSWER = Plan(
    ("Your question about {job}", "Your question"),
    (
        move("thanks", "[!thanks_itself] Thank you for your message {heard_day}"),
        move("body", "{said}", opens=True),
        move("close", "[said !ends_itself] If anything else is open, please let me know", opens=True),
    ),
)

REFERENCE_REQUEST = Plan(
    ("May I name you as a reference?",),
    (
        move("body", "I am a candidate for {job}, and I would like to ask whether I may name you as a reference"),
        move("body", "My interview is {ahead_day}", "I had an interview there {met_day}"),
        move("body", "[references_wanted] They have asked me for references by {due_day}",
             "[references_wanted] They have asked me for references"),
        move("body", "{said}"),
        move("body", "[job] If you agree, I will send you the details of the role, with the points that would help me most,"
             " before anybody calls", opens=True),
        move("close", "[job] If you would rather not, please just say so; I will understand", opens=True),
    ),
)  # fmt: skip

REFERENCE_REMINDER = Plan(
    ("May I name you as a reference?",),
    (
        move("body", "[asked_job] {asked_day} I asked whether I might name you as a reference for {job}",
             "{asked_day} I asked whether I might name you as a reference"),
        move("body", "[references_wanted !asked_job] I am a candidate for {job}, and they have asked me for references by"
             " {due_day}, so I would be grateful for a short answer",
             "[asked_day !asked_job] I am a candidate for {job}, and I would be glad of a short answer when you have a moment",
             "[references_wanted] They have asked me for references by {due_day}, so I would be grateful for a"
             " short answer",
             "[asked_day] May I ask for a short answer when you have a moment?"),
        move("close", "[asked_day] A no is quite all right as well", opens=True),
    ),
)  # fmt: skip

HEADS_UP = Plan(
    ("{employer}: a call may come", "A call may come"),
    (
        move("body", "I had an interview {met_day} for {job}, and since you kindly agreed to be a reference,"
             " a call may come",
             "I am in the running for {job}, and since you kindly agreed to be a reference, a call may come"),
        move("close", "[job] There is nothing to do now; if they ask me for references, you will hear from me first, with"
             " the details"),
    ),
)  # fmt: skip

BRIEFING = Plan(
    ("[sudden] {employer}: a call may come any day", "[sudden] A call may come any day",
     "{employer}: what you may be asked", "What you may be asked"),
    (
        move("thanks", "[sudden] I am sorry to write at such short notice: {named_day} I gave your name as a reference for"
             " {job}, so a call may come any day now",
             "[agreed_day] Thank you for agreeing to be a reference for me"),
        move("thanks", "[sudden agreed_day] Thank you again for agreeing {agreed_day} to speak for me; here is what the call"
             " may be about",
             "[sudden] I should have had your yes before I did that, and I apologise; if you would rather not be named,"
             " please say so, and I will withdraw your name at once"),
        move("body", "[agency job !sudden] This is about {job}, which came to me through an agency",
             "[!sudden] This is about {job}"),
        move("body", "[!sudden] I gave your name to them {named_day}, so a call may come any day",
             "[references_wanted !sudden] They have asked me for references by {due_day}, so a call may come after that",
             "[references_wanted !sudden] They have asked me for references, so a call may come soon"),
        move("body", "I spoke with {met_people} {met_day}", "My interview there was {met_day}"),
        move("list", "{asks}", opens=True),
        move("list", "{stresses}", opens=True),
        move("list", "{shows}", opens=True),
        move("close", "[sudden job] May I call you today to go through it, at whatever time suits you?",
             "[job] If anything here is not as you remember it, please tell me before they call", opens=True),
        move("close", "[job] I will let you know how it ends"),
    ),
)  # fmt: skip

REFERENCE_OUTCOME = Plan(
    ("{employer}: how it ended", "How it ended"),
    (
        move("body", "[accepted job] I have good news, and I wanted you to hear it from me: I have accepted {job}",
             "[rejected job] I wanted you to hear it from me: I was not chosen for {job}",
             "[withdrew job] I wanted you to hear it from me: I have withdrawn from {job}",
             "[closed job] I wanted you to hear it from me: nothing has come of {job}"),
        move("thanks", "[unagreed] I gave them your name {named_day}, before I had your answer, and I am sorry about that",
             "Thank you for letting me name you to them {named_day}",
             "[agreed_day] Thank you for being ready to speak for me"),
        move("close", "[accepted job] Should I ever want to name you again, I will ask you first",
             "[rejected agreed_day] It helps to know that I can count on your word",
             "[job] I will ask you again before I name you anywhere else", opens=True),
    ),
)  # fmt: skip

ASK_WHY = Plan(
    ("[reason] {role}: thank you", "[reason] Thank you", "{role}: thank you, and one question", "Thank you, and one question"),
    (
        move("thanks", "[agency] Thank you for telling me {no_day} how {employer} decided",
             "[!agency] Thank you for letting me know {no_day}, and for the time that you gave me {met_day}",
             "Thank you for letting me know {no_day}"),
        move("body", "[rejected job] I would have liked to take on {job}, and I respect the decision"),
        move("body", "[reason] Thank you as well for telling me the reason; it helps me to learn from it",
             "[agency rejected] May I ask you one question: did {employer} name a specific reason that I could learn from?",
             "[rejected] May I ask you one question: was there a specific reason that I could learn from?", opens=True),
        move("body", "[rejected !reason] If you would rather not say, that is quite all right"),
        move("close", "[rejected employer] If something opens up at {employer} that fits, I would be glad to hear from you",
             "[rejected] If something opens up that fits, I would be glad to hear from you", opens=True),
    ),
)  # fmt: skip

ACCEPT_SILENCE = Plan(
    ("{role}: thank you", "Thank you"),
    (
        move("thanks", "[agency] Thank you once more for arranging my interview {met_day} for {job}",
             "Thank you once more for our conversation {met_day} about {job}",
             "Thank you once more for considering me for {job}"),
        move("body", "[agency] I take it that {employer} has decided otherwise, and I wish you and them every success",
             "[agency job] I take it that your client has decided otherwise, and I wish you and them every success",
             "[job] I take it that you have decided otherwise, and I wish you every success"),
        move("close", "[job] No answer is needed; if something opens up that fits, I would be glad to hear from you",
             opens=True),
    ),
)  # fmt: skip

STAY_IN_TOUCH = Plan(
    ("A few lines from {name}", "A few lines"),
    (
        move(
            "body",
            "[agency] My interview {met_day} for {job} came through you, and I have not forgotten it",
            "We spoke {met_day} about {job}, and I remember the conversation with pleasure",
            "You considered me for {job}, and I have not forgotten it",
        ),
        move("body", "I still think of {liked_np}", "I still remember {liked_that}"),
        move(
            "body",
            "I have seen your opening “{opening}”, and I would be glad to talk with you about it",
            "[job] If something opens up that fits, I would be glad to hear from you",
            opens=True,
        ),
        move("close", "[employer] Until then I wish you and everyone at {employer} well", opens=True),
    ),
)

WITHDRAWAL = Plan(
    ("{role}: I am withdrawing", "I am withdrawing"),
    (
        move("body", "I am writing to withdraw from {job}"),
        move("body", "[elsewhere] I have accepted another offer, and I am letting you know so that you can go on without"
             " waiting for me",
             "[said] {said}"),
        move("thanks", "[agency] Thank you for arranging the interview {met_day}, and for the time that you have given me",
             "Thank you for the conversation {met_day}, and for the time that you have given me",
             "[job] Thank you for considering me, and for the time that you have given me", opens=True),
        move("close", "[role] I hope that our paths cross again, and I wish you the right person for the role",
             "[job] I hope that our paths cross again"),
    ),
)  # fmt: skip

OFFER_THANKS = Plan(
    ("{role}: thank you for your offer", "Thank you for your offer"),
    (
        move(
            "thanks",
            "[agency] Thank you very much for passing on the offer of {job}",
            "Thank you very much for offering me {job}",
        ),
        # Who says something of their own may have read it, and may accept.
        move(
            "body",
            "[offered said] I was very glad to receive the offer",
            "[offered] I was very glad to receive the offer, and I am reading it with care",
        ),
        move(
            "body",
            "{said}",
            "I have noted that you would like my answer by {offer_by}, and you will have it by then",
            "[offered] May I ask by when you would like to have my answer?",
            opens=True,
        ),
        move(
            "close",
            "[agency offered] Please pass on my thanks to {employer} as well",
            "[offered employer] Please pass on my thanks to everyone at {employer} whom I met",
            "[offered] Please pass on my thanks to everyone whom I met",
        ),
    ),
)

TELL_OTHERS = Plan(
    ("{role}: a word about my timing", "A word about my timing"),
    (
        move("body", "I would like to be open with you: I have another offer, and have been asked to answer it by {held_by}",
             "[held] I would like to be open with you: I have another offer"),
        move("body", "[held] {job} remains of great interest to me"),
        move("body", "[agency held] If {employer} can say before then where I stand, I would be grateful; if not, I understand",
             "[held job] If your timetable allows you to tell me before then where I stand, I would be grateful;"
             " if not, I understand", opens=True),
    ),
)  # fmt: skip

ASK_ADDRESS = Plan(
    ("Thank you, and a small question",),
    (
        move("thanks", "[was_there] Thank you for our conversation {met_day} about {job}",
             "Thank you for arranging the interview {met_day} for {job}",
             "Thank you for arranging the interview {met_day}"),
        move("body", "[agency] I would like to thank {unreached}; would you please pass on my thanks?",
             "[agency met_day] I would like to thank everyone I spoke with; would you please pass on my thanks, and tell me"
             " their names?",
             "[was_there] I would like to thank {unreached} as well; could you tell me how, or would you pass on my thanks?",
             "I would like to thank {unreached}; could you tell me how, or would you pass on my thanks?",
             "[was_there] I would like to thank everyone else I spoke with too; could you tell me their names and how I may"
             " reach them?",
             "[met_day] I would like to thank everyone I spoke with; could you tell me their names and how I may"
             " reach them?"),
        move("close", "[met_day !unreached !agency] If you would rather pass on my thanks yourself, I would be just as glad"),
    ),
)  # fmt: skip

WITHDRAW_REFERENCE = Plan(
    ("{role}: my references", "My references"),
    (
        move("body", "Please leave {referee} out of my references for {job}, and do not call there"),
        move("body", "[declined] I gave you the name {named_day}, which was too early, and I am sorry for the trouble"),
        move("close", "[declined] If you need another reference, I will ask somebody and send you the name once I have a yes",
             opens=True),
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
