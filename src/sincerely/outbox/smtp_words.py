"""What a server's refusal means, and what to do about it."""

from __future__ import annotations

import re

# RFC 3463: class, subject, detail. The first that begins like the server's own code counts.
_ENHANCED: tuple[tuple[str, str], ...] = (
    ("5.1.1", "There is no such address; check it letter by letter."),
    ("5.1.2", "That domain takes no mail; check what stands after the @."),
    ("5.1.3", "That is no address; check it letter by letter."),
    ("5.1.8", "The server doesn't know your own address; send from the one that this account is for."),
    ("5.1", "The address is not accepted; check it letter by letter."),
    ("5.2.1", "That mailbox is closed; ask for another address."),
    ("5.2.2", "Their mailbox is full; try tomorrow, or write to somebody else there."),
    ("5.2.3", "The message is too long for them; take out what it quotes."),
    ("5.3.4", "The message is too long for the server; take out what it quotes."),
    (
        "5.7.26",
        "Their server can't tell that it comes from your domain; send from the account that your address is of.",
    ),
    ("5.7.60", "This account may not send as that address; approve it again with --from and the account's own."),
    ("5.7.1", "The server won't take it from this account; send from the account's own address, or by hand."),
    ("5.7", "The server's policy is against it; send it by hand from your mail program."),
)
_CODES: dict[int, str] = {
    421: "The server is busy.",
    450: "Their mailbox is busy.",
    451: "The server asks to come back later.",
    452: "The server has no room just now.",
    550: "The address or the message is not accepted; check the address letter by letter.",
    551: "They are to be written to at another address; the server's words name it.",
    552: "Their mailbox is full, or the message too long.",
    553: "That is no address that the server takes; check it letter by letter.",
    554: "The server won't take it; send it by hand from your mail program.",
}
_CODE = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
AGAIN = "Try again after a while."
SIGN_IN = (
    "The server did not accept the name or the password. Providers with two-step sign-in want an app password: "
    "make one on the provider's security page and use it instead of your own."
)
# What providers say in their own codes when they refuse a sign-in.
_SIGN_IN_CODES: dict[str, str] = {
    "5.7.9": "The provider wants an app password: make one on its security page and use it instead of your own.",
    "5.7.14": "The provider wants you to sign in on its own page first; do that, then try again.",
    "5.7.139": (
        "The provider has switched off sending by programs for this mailbox: switch on authenticated SMTP in its "
        "settings, or ask who looks after it; until then send by hand."
    ),
}
BY_OAUTH = (
    "The server refuses the sign-in by OAuth, with a new token too: see at the provider's console that your client id "
    'may send mail, then sign in again with "sincerely account set ADDRESS --sign-in".'
)
NO_OAUTH = "The server offers no sign-in by OAuth; connect the mailbox with an app password, or send by hand."
NO_AUTHORITY = 'no certificate can be read from it; name another with "sincerely account set ADDRESS --ca FILE".'
SIGN_IN_FIRST = "The server wants a sign-in: connect the mailbox, or give --user and --password-file."
NO_STARTTLS = (
    "The server does not keep what it promises of STARTTLS, so neither password nor mail was handed over. Try TLS from "
    "the start, usually on port 465; if that fails too, the network may be reading along: use another one."
)
CERTIFICATE = (
    "The server can't prove who it is, so neither password nor mail was handed over. Check the server's name; on a "
    "café's or hotel's network, use another one."
)
NO_TLS = (
    "The server does not speak TLS on that port, so nothing was handed over. TLS from the start is usually "
    "on port 465, STARTTLS on port 587."
)
NO_SIGN_IN = "The server offers no sign-in with a password; ask the provider how programs send, or send by hand."
PASSWORD_LETTERS = "The password has letters that servers don't take; make an app password."  # noqa: S105  (words about one)
NOT_REACHED = "The server was not reached. Try again after a while."
LOST = "Whether the server took it, nobody knows: look into your Sent folder before you send it again."
NOT_MINE = "Another process took over; nothing was sent."


def sign_in_meaning(words: str, *, by_token: bool) -> str:
    """Return what it means that a server refuses a sign-in, and what to do."""
    found = _CODE.search(words)
    told = _SIGN_IN_CODES.get(found[1], "") if found is not None else ""
    return told or (BY_OAUTH if by_token else SIGN_IN)


def meaning(code: int, words: str) -> str:
    """Return what a server's 4xx or 5xx answer means, and what to do."""
    found = _CODE.search(words)
    told = ""
    if found is not None and found[1].startswith("5"):
        told = next((text for begin, text in _ENHANCED if f"{found[1]}.".startswith(f"{begin}.")), "")
    told = told or _CODES.get(code, "")
    if 400 <= code < 500:
        return f"{told} {AGAIN}".strip()
    return told or "The server refused it; its words say why."
