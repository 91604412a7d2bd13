"""The policy in words: each value as a sentence that somebody understands who has never seen its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sincerely.app.today.policies import PROFILES, Chosen, chosen, load_policy, load_sources, policy_of
from sincerely.core.policy import Policy
from sincerely.store.base import Store

_GROUPS: tuple[tuple[str, str], ...] = (
    (
        "Thanks and notes",
        """
        THX001.due = Thank each interviewer within {} of the interview
        THX001.late = A thank-you is late after {}
        THX001.closes = No thank-you any more after {}
        THX002.due = Find out an interviewer's address within {}
        THX002.late = That is late after {}
        THX002.closes = It is let go after {}
        THX003.due = Note what was said within {} of the interview
        THX003.late = That is late after {}
        THX003.closes = It is let go after {}
        """,
    ),
    (
        "Waiting and checking in",
        """
        WAIT001.before = Be reminded to ask when they decide {} before an interview
        WAIT001.closes = It may still be asked {} after it
        WAIT003.after_promise = First check-in: {} after the date that they named
        WAIT003.after_interview = First check-in where they named none: {} after the interview
        WAIT003.apart = Between two check-ins at one employer: {}
        WAIT003.after_word = After they last wrote: {}
        WAIT003.after_return = After they are back from a time away: {}
        WAIT003.at_most = Check-ins at most: {}
        WAIT003.due = The right moment for one lasts {}
        WAIT004.due = Answer their questions within {}
        WAIT004.late = An answer is late after {}
        WAIT005.silent = Let go after {} of silence
        WAIT005.silent_after_check_ins = Let go, all check-ins spent, after {} of silence
        WAIT005.after_check_in = But never before {} after the last check-in
        WAIT005.after_promise = And never before {} after the date that they named
        WAIT005.after_return = Nor before {} after they are back
        """,
    ),
    (
        "Handing in",
        """
        ASK001.days = Hand in what they ask for, where they name no date, by 17:00 after so many business days: {}
        ASK001.days_references = References, likewise: {}
        ASK001.days_made_work = A test or a piece of work, likewise: {}
        """,
    ),
    (
        "References",
        """
        REF001.needed = Referees who should have agreed: {}
        REF001.due = Have them together {} after the employer asks
        REF002.due = Tell a referee within {} of the interview that a call may come
        REF002.apart = Between two mails to one referee: {}
        REF003.due = Call a referee who was named unasked within {}
        REF003.late = That is late after {}
        REF003.closes = It no longer matters {} after the outcome
        REF004.opens = A referee who was asked has {} to answer
        REF004.due = Remind them after {}
        REF005.at_most = Processes that name the same referee: at most {}
        REF005.within = That counts the last {}
        REF006.due = Thank referees and say how it ended within {}
        REF006.late = That is late after {}
        REF006.closes = It is let go after {}
        """,
    ),
    (
        "Offers",
        """
        OFF001.due = Thank for an offer within {}
        OFF001.late = Answer one that names no date within {}
        OFF002.due = Tell other employers who still decide within {}
        OFF003.due = Withdraw elsewhere within {} of accepting
        OFF003.late = That is late after {}
        OFF004.due = Say within {} whether an offer is of the same opening
        """,
    ),
    (
        "After a no",
        """
        BYE001.opens = Ask for the reason not before {}
        BYE001.due = Ask within {}
        BYE001.closes = Never after {}
        BYE002.opens = Let it go when no answer came for {}
        BYE003.opens = Write again not before {}
        BYE003.closes = And not after {}
        """,
    ),
    (
        "What goes out",
        """
        GATE.overrule_stop = You may overrule a check that stops a mail (1 yes, 0 no): {}
        OUT003.verdict = A mail past the person they named: {}
        OUT004.likely = Words count as bad-mouthing from this likelihood on: {}
        OUT008.thanks_least = A thank-you has at least so many words: {}
        OUT008.thanks_most = And at most: {}
        OUT008.check_in_most = A check-in has at most so many words: {}
        OUT011.likely = And what sounds bitter waits for that day too, from this likelihood on: {}
        OUT011.surely = Thanks and answers wait only from this likelihood on: {}
        OUT011.after = After a no, nothing goes out for {}
        OUT012.quiet_from = Nothing goes out from this hour of theirs on: {}
        OUT012.quiet_until = Until this hour: {}
        OUT013.alike = Two thank-yous are the same text from this likeness on: {}
        MAIL001.due = See to a mail that came back within {}
        MAIL001.late = That is late after {}
        MAIL001.closes = It is let go after {}
        OUT016.crowd = One mail goes to at most so many people: {}
        FIT001.threshold = An opening fits from this share of reasons on: {}
        """,
    ),
)
_SPAN = re.compile(r"(\d+)(h|d|bd)")
_UNITS = {"h": ("hour", "hours"), "d": ("day", "days"), "bd": ("business day", "business days")}


@dataclass(frozen=True)
class Value:
    """One value as the page shows it.

    Attributes:
        name: rule and value, ``WAIT003.at_most``.
        words: the sentence, with the value in it.
        before, after: the sentence around the value.
        shown: the value in words.
        text: the value as it is typed.
        source: why it is so; "" for one of the person's own.
        own: whether the person set it.
        usual: in words, what the profile says.
        kind: "span", "number", "share" or "verdict".
    """

    name: str
    words: str
    before: str
    after: str
    shown: str
    text: str
    source: str
    own: bool
    usual: str
    kind: str


def say_value(value: Any) -> str:
    """Return a value in words."""
    found = _SPAN.fullmatch(str(value))
    if not found:
        return str(value)
    return f"{found[1]} {_UNITS[found[2]][found[1] != '1']}"


def in_words(store: Store, process: str = "") -> list[tuple[str, list[Value]]]:
    """Return every value in groups; those of a process where one is named."""
    what = chosen(store)
    policy = policy_of(store)
    if process:
        policy = policy.for_process(process)
    own = what.processes.get(process, {}) if process else what.own
    sources = _sources(what)
    usual = policy_of(store) if process else load_policy(what.profile)
    return [
        (title, [_value(line, policy, usual, own, sources) for line in lines.strip().splitlines()])
        for title, lines in _GROUPS
    ]


def _sources(what: Chosen) -> dict[str, str]:
    found: dict[str, str] = {}
    for profile in dict.fromkeys(("default", what.profile)):
        for code, reasons in load_sources(profile).items():
            found |= {f"{code}.{key}": reason for key, reason in reasons.items()}
    return found


def _value(line: str, policy: Policy, usual: Policy, own: dict[str, dict[str, Any]], sources: dict[str, str]) -> Value:
    name, _, template = line.strip().partition(" = ")
    code, _, key = name.partition(".")
    value, is_own = policy.tables[code][key], key in own.get(code, {})
    before, _, after = template.partition("{}")
    kind = "share" if isinstance(value, float) else "number" if isinstance(value, int) else "span"
    return Value(
        name=name,
        words=template.format(say_value(value)),
        before=before.strip(),
        after=after.strip(),
        shown=say_value(value),
        text=str(value),
        source="" if is_own else sources.get(name, ""),
        own=is_own,
        usual=say_value(usual.tables[code][key]),
        kind="verdict" if kind == "span" and not _SPAN.fullmatch(str(value)) else kind,
    )


ABOUT = {
    "default": "For most applications.",
    "strict": "Fields where hiring is quick and formal: sooner thanks, quicker answers, one check-in.",
    "campus": "Campus recruiting: decisions come in batches, panels are large, dates are known.",
    "agency": "Through an agency: the consultant speaks with the employer, you answer them quickly.",
}
assert tuple(ABOUT) == PROFILES
