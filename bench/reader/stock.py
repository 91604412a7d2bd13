"""Short mails put together from stock phrases, for training only: what the corpus, where no sentence recurs, can't teach.

"Unfortunately, we have decided to move forward with other candidates" stands in thousands of mails, and by the corpus's own
rule in at most three of ours. These are no part of the corpus, and nothing is measured by them.
"""

from __future__ import annotations

import random

_THANKS = (
    "Thank you for your application.", "Thank you for applying to {firm}.", "Thank you for your interest in {firm}.",
    "Thank you for your interest in the {role} position.", "Thank you for taking the time to interview with us.",
    "Thank you for meeting with our team.", "We appreciate your interest in the {role} role.", "It was a pleasure to meet you.", "",
)  # fmt: skip
_SADLY = (
    "Unfortunately, {no}", "After careful consideration, {no}", "I'm sorry to say that {no}", "We regret to inform you that {no}",
    "I regret to let you know that {no}", "After reviewing your application, {no}", "At this time, {no}", "{No}",
    "Having considered your application carefully, {no}", "I'm afraid that {no}", "I wanted to let you know that {no}",
)  # fmt: skip
_NO = (
    "we have decided to move forward with other candidates", "we have decided to proceed with other candidates",
    "we have decided to move forward with another candidate", "we have chosen another candidate for the role",
    "we have selected another candidate", "we will not be moving forward with your application",
    "we won't be moving forward with your candidacy", "we are not moving forward at this time",
    "we will not be progressing your application", "we have decided not to proceed with your application",
    "your application was not successful", "your application has been unsuccessful on this occasion",
    "you have not been selected for an interview", "you have not been shortlisted", "we are unable to offer you the position",
    "we are unable to offer you an interview", "the position has been filled", "we have filled the {role} position",
    "we have decided to pursue candidates whose experience is a closer fit", "we have offered the position to another candidate",
)  # fmt: skip
_WISHES = (
    "We wish you all the best.",
    "We wish you the best in your search.",
    "We will keep your resume on file.",
    "",
    "",
)
_GERMAN_THANKS = (
    "vielen Dank für Ihre Bewerbung.",
    "vielen Dank für Ihr Interesse an {firm}.",
    "danke für das Gespräch.",
)
_GERMAN_NO = (
    "Leider müssen wir Ihnen mitteilen, dass wir uns für einen anderen Bewerber entschieden haben.",
    "Leider können wir Ihnen keine positive Rückmeldung geben.", "Leider haben wir uns für eine andere Bewerberin entschieden.",
    "Leider können wir Ihre Bewerbung nicht weiter berücksichtigen.", "Die Stelle wurde inzwischen leider anderweitig besetzt.",
    "Nach sorgfältiger Prüfung haben wir uns gegen Ihre Bewerbung entschieden.",
)  # fmt: skip
_FRENCH_NO = (
    "Nous avons le regret de vous informer que votre candidature n'a pas été retenue.",
    "Malheureusement, nous ne pouvons pas donner une suite favorable à votre candidature.",
    "Nous avons retenu un autre candidat pour le poste.", "Le poste a été pourvu.",
)  # fmt: skip
# The same words that bring other news, or none: kind, event, text.
_ELSE = (
    ("acknowledgement", "acknowledged -", "We have received your application and will review it carefully."),
    ("acknowledgement", "acknowledged -", "We have received your application. If we decide to move forward, we will contact you."),
    ("acknowledgement", "acknowledged -", "Your application has been received. Only candidates who have been selected for an interview will be contacted."),
    ("other", "", "We have decided to move forward with your application and will be in touch about next steps."),
    ("other", "", "Your application is still under consideration. We have not yet decided which candidates to move forward with."),
    ("other", "", "Unfortunately, we have not been able to make a decision yet."),
    ("other", "", "Unfortunately, the attachment could not be opened, but your application is complete without it."),
    ("interview_invite", "heard {who} asks=yes", "We have decided to move forward with your application. When are you free for an interview?"),
    ("interview_invite", "heard {who} asks=yes", "We would like to invite you to an interview. Please let us know your availability."),
    ("interview_set", 'scheduled - start="{day} 14:00"', "Your interview is confirmed for {said} at 2 PM."),
    ("interview_changed", 'moved - start="{day} 11:00"', "Unfortunately, we have to move your interview to {said} at 11 AM."),
    ("interview_cancelled", "cancelled {who}", "Unfortunately, we have to cancel your interview."),
    ("promise", "promised by={day}", "We have not decided yet. You will hear from us by {said}."),
    ("offer", "offered {who}", "We are pleased to offer you the position of {role}."),
    ("offer", "offered {who}", "After careful consideration, we have decided to offer you the {role} position."),
    ("request", "requested transcript", "Before we can move forward with your application, please send us your transcript."),
)  # fmt: skip
_SUBJECTS = (
    "Your application",
    "Update",
    "Your application to {firm}",
    "{role}",
    "Following up",
    "Re: {role}",
    "Thank you",
    "Next steps",
    "Application update",
)
_FIRMS = (
    "Larkhill",
    "Orrin Foods",
    "Tarn & Fell",
    "Brackwell Motors",
    "Copperline",
    "Verden Health",
    "Hallam Schools",
    "Pindar Labs",
)
_ROLES = (
    "Data Analyst",
    "Nurse",
    "Accountant",
    "Store Manager",
    "Teacher",
    "Software Engineer",
    "Receptionist",
    "Electrician",
)
_NAMES = ("Dana Lee", "Tom Hale", "Ida Holm", "Priya Nair", "Karen Boyle", "Marcus Webb", "Lena Vogt", "Jo Hart")
_MAIL = """=== stock-{number} | kind={kind} company="{company}" role="{role}" me=robin@mail.example
{events}---
From: {sender}
To: Robin Ashdown <robin@mail.example>
Subject: {subject}
Date: Tue, 03 Mar 2026 10:00:00 +0000

{greeting}

{text}

{close}
{name}

"""
_DAYS = (
    ("2026-03-10", "Tuesday, March 10"),
    ("2026-03-12", "Thursday, March 12"),
    ("2026-03-13", "Friday, March 13"),
    ("2026-03-16", "Monday, March 16"),
)


def bundle(count: int, seed: int = 5) -> str:
    """Return so many mails as one bundle (`tests/corpus/bundles/check.py`)."""
    rng = random.Random(seed)
    return "".join(_mail(number, rng) for number in range(count))


def _mail(number: int, rng: random.Random) -> str:
    firm, role, name = rng.choice(_FIRMS), rng.choice(_ROLES), rng.choice(_NAMES)
    slug = "".join(letter for letter in firm.lower() if letter.isalpha())
    address = f"{name.lower().replace(' ', '.')}@{slug}.example"
    machine = rng.random() < 0.4
    sender = f"{firm} <no-reply@{slug}.example>" if machine else f"{name} <{address}>"
    who = "-" if machine else address
    day, said = rng.choice(_DAYS)
    facts = {"firm": firm, "role": role, "who": who, "day": day, "said": said}
    kind, event, text, quote = rng.choice((_rejection, _rejection, _other))(rng, facts)
    subject = rng.choice(_SUBJECTS).format(**facts)
    shown = f"{sender.partition('<')[0]} {subject} {text}"
    german = any(line in text for line in _GERMAN_NO)
    close = (
        "Mit freundlichen Grüßen" if german else rng.choice(("Best regards,", "Kind regards,", "Sincerely,", "Thanks,"))
    )
    return _MAIL.format(
        number=number,
        kind=kind,
        company=firm if firm in shown or machine else "",
        role=role if role in shown else "",
        events=f'2026-03-03 10:00 {event} quote="{quote}"\n' if event else "",
        sender=sender,
        subject=subject,
        greeting=_greeting(text),
        text=text,
        close=close,
        name=firm if machine else name.split()[0],
    )


def _greeting(text: str) -> str:
    if any(word in text for word in ("vielen Dank", "danke für")):
        return "Sehr geehrter Herr Ashdown,"
    return "Bonjour," if any(line in text for line in _FRENCH_NO) else "Hi Robin,"


def _rejection(rng: random.Random, facts: dict[str, str]) -> tuple[str, str, str, str]:
    event = f"rejected {facts['who']}"
    chance = rng.random()
    if chance < 0.12:
        no = rng.choice(_GERMAN_NO)
        return "rejection", event, f"{rng.choice(_GERMAN_THANKS).format(**facts)} {no}", no
    if chance < 0.2:
        no = rng.choice(_FRENCH_NO)
        return "rejection", event, f"Merci pour votre candidature. {no}", no
    no = rng.choice(_NO).format(**facts)
    sentence = rng.choice(_SADLY).format(no=no, No=no[0].upper() + no[1:])
    sentence += (
        "." if any(word in sentence for word in ("time", "occasion")) else rng.choice((".", ".", " at this time."))
    )
    parts = [rng.choice(_THANKS).format(**facts), sentence, rng.choice(_WISHES)]
    return "rejection", event, " ".join(part for part in parts if part), sentence.rstrip(".")


def _other(rng: random.Random, facts: dict[str, str]) -> tuple[str, str, str, str]:
    kind, event, text = rng.choice(_ELSE)
    text = text.format(**facts)
    return (
        kind,
        event.format(**facts),
        f"{rng.choice(_THANKS).format(**facts)} {text}".strip(),
        text.split(". ")[0 if kind == "acknowledgement" else -1].rstrip(".?"),
    )
