"""What a thank-you says, in English."""

from __future__ import annotations

from .grammar import Plan, move

THANK_YOU = Plan(
    ("Thank you for our conversation {met_day}", "Thank you for the conversation"),
    (
        move(
            "thanks",
            (
                "Thank you for taking the time to talk with me {met_day} about {job}",
                "Thank you for our conversation {met_day} about {job}; I appreciated the time that you gave it",
                "<I would like to thank you|I wanted to thank you> for meeting with me {met_day} to discuss {job}",
                "Thank you again for your time {met_day} and for talking {job} through with me",
                "I very much appreciated the chance to speak with you {met_day} about {job}, and thank you for it",
            ),
            "Thank you for your time {met_day}",
        ),
        move(
            "body",
            (
                "It was especially useful to hear from you about {topic}",
                "What you told me about {topic} was very helpful",
                "Thank you in particular for what you told me about {topic}",
                "Our talk about {topic} gave me a clearer picture of the work",
                "It was good to hear at first hand about {topic}",
            ),
            ("You mentioned that {topic_clause}, and I found that good to know",),
            opens=True,
        ),
        move(
            "body",
            (
                "I especially liked {liked}; it is part of why I would enjoy working with you",
                "What I liked most was {liked}, and it has strengthened my interest in the role",
                "One thing that I liked in particular was {liked}, and I can well imagine being part of it",
                "I really liked {liked}, and I would be happy to learn more about it",
                "I want to say how much I liked {liked}; it is a good reason to want to join you",
            ),
            "{liked_own}",
        ),
        move(
            "body",
            (
                "You need {need}: I {did}, and I would be glad to bring that to {employer}",
                "You are looking for {need}, and this is where I believe that I fit: I {did}",
                "You want {need}, and that is something I can offer: I {did}",
            ),
            "You need {need}: I {did}",
            "{need_own}; I {did}",
            "[need] You need {need}: I {able}",
            "{need_own}; I {able}",
            "You need {need}, and for that I would bring {brings}",
            "{need_own}; for that I would bring {brings}",
            (
                "I believe that I can be useful to you: I {did}, and I would be glad to put that to work at {employer}",
                "As for what I would bring, I {did}, and I would gladly draw on that for {employer}",
                "Where I see my part: I {did}, and that is what I would like to use for {employer}",
                "What makes me think that I fit is that I {did}; I would be happy to bring this to {employer}",
                "For my part, I {did}, and I would like to build on that at {employer}",
            ),
            "I believe that I can be useful to you: I {did}, and I would be glad to put that to work in the role",
            ("As for the role itself, I {able}", "On my side, I {able}"),
            (
                "What I would bring to {employer} is {brings}, and I would be glad to put that to use",
                "I would bring {brings} to the role, and I believe that {employer} could make good use of that",
                "As for where I fit: I would bring {brings} to {employer}",
            ),
            "What I would bring to the role is {brings}",
            "{need_own} {fit_own}",
            "{fit_own}",
            (
                "Your posting asks for {asked}, and here my experience fits: I {cv_did}",
                "Your posting asks for {asked}: I {cv_did}, and I could bring that to {employer}",
                "Where your posting asks for {asked}, my own work may help: I {cv_did}",
            ),
            (
                "Your posting says “{asked_words}”, and that is where I could help: I {cv_did}",
                "In your posting I read “{asked_words}”, which speaks to my experience: I {cv_did}",
            ),
            (
                "As for my experience, I {cv_did}, and I could bring that to {employer}",
                "Where I see my part: I {cv_did}, and I would bring that to {employer}",
            ),
        ),
        move(
            "body",
            (
                "As promised, I will send you {send}",
                "I will send you {send} separately, as I said I would",
                "I have not forgotten that I said I would send you {send}",
            ),
            opens=True,
        ),
        move("close", "[lead] You expected to have news by {promised_day}, and I look forward to hearing from {employer}",
             "[lead] You expected to have news by {promised_day}, and I look forward to it",
             "[lead ask_when] May I ask when I might expect to hear about the next step for {job}?", opens=True),
        move("padding", "I remain very interested in {job}, and I would be glad to take the next step"),
        move(
            "close",
            (
                "If there is anything else that {employer} would like to know, I am happy to answer",
                "I hope that we will have the chance to work together at {employer}",
                "I would be glad to continue the conversation with you and {employer}",
                "Should questions come up at {employer}, I am glad to answer them",
                "Please let me know if you or {employer} need anything further from me",
            ),
            ("[met_day] If there is anything else that you would like to know, I am happy to answer",
             "[met_day] I would be glad to continue our conversation",
             "[met_day] Please let me know if you need anything further from me"),
        ),
    ),
)  # fmt: skip

THANK_YOU_AGENCY = Plan(
    ("Thank you: interview {met_day}", "Thank you for arranging the interview"),
    (
        move(
            "thanks",
            (
                "Thank you for arranging my conversation with {interviewer} {met_day} about {job}",
                "Thank you for setting up the meeting with {interviewer} {met_day} to discuss {job}",
            ),
            "Thank you for arranging my interview {met_day} for {job}",
            "Thank you for arranging my interview {met_day}",
        ),
        move("thanks", "Would you please pass on my thanks to {interviewer}?",
             "[met_day] Would you please pass on my thanks to everyone I met?"),
        move("body", ("Our talk about {topic} was especially useful to me",
                      "It was very helpful to hear about {topic}"), opens=True),
        move("body", ("What I liked most was {liked}, and it has strengthened my interest in the role",
                      "I especially liked {liked}, and it has made the role still more attractive to me"), "{liked_own}"),
        move(
            "body",
            "They need {need}: I {did}, which may be worth passing on to {employer}",
            "[need] They need {need}: I {able}",
            "They need {need}, and for that I would bring {brings}",
            "{need_own}; I {did}",
            ("Where I see my part: I {did}, which may be worth passing on to {employer}",
             "It may help you to know that I {did}, and I would gladly bring that to {employer}"),
            "Where I see my part: I {did}", "On my side, I {able}",
            "What I would bring to {employer} is {brings}", "What I would bring to the role is {brings}",
            "{need_own} {fit_own}",
            "{fit_own}",
            "The posting asks for {asked}: I {cv_did}, and I could bring that to {employer}",
            "The posting says “{asked_words}”: I {cv_did}, and I could bring that to {employer}",
            "It may help you to know that I {cv_did}, and I could bring that to {employer}",
        ),
        move("body", "I also said that I would send {send}, and I will send it through you", opens=True),
        move("close", "[lead] As I understand it, news is expected by {promised_day}; I look forward to hearing from you",
             "[lead ask_when] Do you know when {employer} expects to decide?", opens=True),
        move("padding", "I remain very interested in {job}, and I would be glad to take the next step"),
        move("close", ("If {employer} would like to know anything else, I am glad to answer at once",
                       "Please tell me if you or {employer} need anything further from me")),
    ),
)  # fmt: skip
